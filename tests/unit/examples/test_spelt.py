"""How samples show scalars: every kind has a row, and a sample is the value that the client would read."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.docs.sample_lines import joined, value_lines
from sdkwright.examples.spelt import SHOWN, written
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import Json, ScalarType
from sdkwright.ir.values import fits
from sdkwright.runtime import model
from sdkwright.runtime.dates import parse_datetime

from tests.unit.ir.test_values import FITTING
from tests.unit.plan.test_scalars import client_type

NAMES = {"date": date, "Decimal": Decimal, "parse_datetime": parse_datetime}


def shown(kind: ScalarType, value: Json) -> Any:
    """What a sample's code makes; the code is the generator's own."""
    return eval(joined(value_lines(written(kind, value, "acme"))), {**NAMES})  # noqa: S307  (that is what is tested)


def test_every_kind_has_a_row() -> None:
    assert set(SHOWN) == set(Scalar)


@pytest.mark.parametrize("scalar", Scalar)
def test_what_is_chosen_is_a_value(scalar: Scalar) -> None:
    assert fits({}, ScalarType(scalar), SHOWN[scalar].chosen("name", {}))


@pytest.mark.parametrize("scalar", sorted(set(Scalar) - {Scalar.NULL, Scalar.BINARY}))
def test_a_sample_is_what_the_client_reads(scalar: Scalar) -> None:
    kind = client_type(scalar)

    @given(FITTING[scalar])
    def same(value: Json) -> None:
        assert shown(ScalarType(scalar), value) == model.wire_default(lambda: kind, json.dumps(value))()

    same()


@given(st.text())
def test_text_beside_a_date_is_text(text: str) -> None:
    kind = ScalarType(Scalar.DATE, or_string=True)
    assert shown(kind, text) == (date.fromisoformat(text) if fits({}, ScalarType(Scalar.DATE), text) else text)
