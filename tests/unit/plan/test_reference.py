"""JSON on the reader's pages: what `json` writes, without what that leaves in memory."""

from __future__ import annotations

import gc
import json

from hypothesis import given
from hypothesis import strategies as st
from sdkwright.openapi.data import Json
from sdkwright.plan.reader.reference import json_text
from sdkwright.text.escape import raw

TEXTS = st.text(st.characters(codec="ascii", exclude_categories=["C"]))
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES: st.SearchStrategy[Json] = st.recursive(LEAVES, lambda each: st.lists(each) | st.dictionaries(TEXTS, each))


@given(VALUES)
def test_json_is_laid_out_as_everybody_does(value: Json) -> None:
    made = json_text(value)
    assert made is not None
    assert raw(made) == json.dumps(value, ensure_ascii=False, indent=2)


def test_what_json_cannot_say_has_no_text() -> None:
    assert json_text({"a": [float("nan")]}) is None
    assert json_text(float("inf"), indent=None) is None


def test_json_leaves_no_circles() -> None:
    gc.collect()
    json_text({"a": [1, {"b": None}]})
    assert gc.collect() == 0
