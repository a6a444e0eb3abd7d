"""Values lose what their schema does not allow, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.mock.mended import mended
from sdkwright.openapi.checks.values import SchemaJudge

Data = Any
AT = "#/components/schemas/Thing"
NUMBER = {"type": "integer"}


def of(schema: Data, value: Data) -> Data:
    """What becomes of a value."""
    judge = SchemaJudge({"components": {"schemas": {"Thing": schema}}})
    return mended(value, lambda one: judge.misfits(AT, one))


def thing(required: tuple[str, ...] = (), **properties: Data) -> Data:
    return {"type": "object", "required": list(required), "properties": properties}


TAGGED = {
    "oneOf": [
        thing(("kind", "n"), kind={"const": "a"}, n=NUMBER, m=NUMBER),
        thing(("kind",), kind={"const": "b"}, n={"type": "object"}, o=NUMBER),
    ]
}


@pytest.mark.parametrize(
    ("schema", "value", "left"),
    [
        (thing(a=NUMBER, b=NUMBER), {"a": 1, "b": "x"}, {"a": 1}),
        (thing(a={"type": "array", "items": NUMBER}), {"a": [1, "x", 2, None, 3]}, {"a": [1, 2, 3]}),
        (thing(a={"type": "array", "items": NUMBER, "minItems": 2}), {"a": [1, "x"], "b": 0}, {"b": 0}),
        (thing(a=thing(("b",), b=NUMBER)), {"a": {"b": "x", "c": 1}, "d": 1}, {"d": 1}),
        (TAGGED, {"kind": "a", "n": 1, "m": "x"}, {"kind": "a", "n": 1}),
        (TAGGED, {"kind": "b", "n": {}, "o": "x"}, {"kind": "b", "n": {}}),
        ({"type": "object", "additionalProperties": {"$ref": AT}}, {"key": "x"}, {}),
        (thing(("a",), a=NUMBER), {"a": "x"}, {"a": "x"}),
        (NUMBER, "x", "x"),
        (thing(a={"type": "string", "pattern": "("}), {"a": 1}, {"a": 1}),
    ],
)
def test_what_is_not_allowed_is_left_out_where_it_can_be(schema: Data, value: Data, left: Data) -> None:
    assert of(schema, value) == left


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=2),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)
SCHEMAS = st.recursive(
    st.sampled_from([NUMBER, {"type": "string"}, {"const": 1}, {"enum": ["x", None]}, True]),
    lambda inner: st.one_of(
        inner.map(lambda one: {"type": "array", "items": one}),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: {"oneOf": some}),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(lambda some: thing(**some)),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(lambda some: thing(("a",), **some)),
    ),
    max_leaves=8,
)


@given(schema=SCHEMAS, value=VALUES)
def test_the_value_is_allowed_or_as_it_was(schema: Data, value: Data) -> None:
    judge = SchemaJudge({"components": {"schemas": {"Thing": schema}}})
    left = of(schema, value)
    assert left == value or judge.allows(AT, left)
    if judge.allows(AT, value):
        assert left == value
