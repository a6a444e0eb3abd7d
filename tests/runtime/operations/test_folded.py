"""Calls that take one object in place of many arguments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.operation import unfolded

NAMES = ("id", "page", "body")


class Request(BaseModel):
    id: str
    page: int | None = 1
    body: list[int] | None = None


def test_what_a_model_has_set_is_given() -> None:
    assert unfolded(Request(id="a"), NAMES) == {"id": "a"}
    assert unfolded(Request(id="a", page=2, body=[1]), NAMES) == {"id": "a", "page": 2, "body": [1]}
    assert unfolded(Request(id="a", page=None), NAMES) == {"id": "a", "page": None}


@given(st.dictionaries(st.sampled_from(NAMES), st.none() | st.integers() | st.text()))
def test_a_mapping_is_given_as_it_is(given: dict[str, object]) -> None:
    assert unfolded(given, NAMES, content_type="text/plain") == {**given, "content_type": "text/plain"}


@given(st.text().filter(lambda key: key not in NAMES))
def test_a_key_that_is_no_field_is_told(key: str) -> None:
    with pytest.raises(TypeError, match="it has id, page, body"):
        unfolded({"id": "a", key: 1}, NAMES)


@pytest.mark.parametrize("request_", [None, "text", [("id", "a")]])
def test_what_is_no_object_is_refused(request_: object) -> None:
    with pytest.raises(TypeError, match="request must be a model or a mapping"):
        unfolded(request_, NAMES)
