"""The scalars in Python: every kind has a spelling, and the runtime reads through it what fits the kind."""

from __future__ import annotations

import importlib
import json
from typing import Annotated, Any

import pytest
from hypothesis import given
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import Json
from sdkwright.plan.python.scalars import SPELLINGS
from sdkwright.runtime import model

from tests.unit.ir.test_values import FITTING


def client_type(scalar: Scalar) -> Any:
    """The type by which the client reads a kind: the class, with the mark that says how it is written."""
    spelling = SPELLINGS[scalar]
    found: Any = getattr(importlib.import_module(spelling.module), spelling.name)
    return found if spelling.mark is None else Annotated[found, getattr(model, spelling.mark)]


def test_every_kind_has_a_spelling() -> None:
    assert set(SPELLINGS) == set(Scalar)


@pytest.mark.parametrize("scalar", sorted(set(Scalar) - {Scalar.NULL, Scalar.BINARY}))
def test_the_runtime_reads_what_fits(scalar: Scalar) -> None:
    """Null is no class, and raw bytes are no JSON; every other kind is read as `wire_default` reads a default."""
    kind = client_type(scalar)

    @given(FITTING[scalar])
    def reads(value: Json) -> None:
        read = model.wire_default(lambda: kind, json.dumps(value))()
        assert type(read).__name__ == SPELLINGS[scalar].name

    reads()
