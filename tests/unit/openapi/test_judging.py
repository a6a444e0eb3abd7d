"""Judging values by the schemas of a document: as if each schema were alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.openapi.checks import values
from sdkwright.openapi.checks.values import SchemaJudge
from sdkwright.openapi.data import Json, JsonMap

SCHEMAS: JsonMap = {
    "Text": {"type": "string", "maxLength": 2},
    "Number": {"type": "number", "minimum": 1},
    "Pair": {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/components/schemas/Text"}}},
    "Tree": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
    "Odd~/% name": {"const": 1},
    "Broken": {"type": "string", "pattern": "("},
    "Leads to it": {"properties": {"a": {"$ref": "#/components/schemas/Broken"}}},
    "Nowhere": {"$ref": "#/components/schemas/None"},
}
ROOT: JsonMap = {"openapi": "3.1.0", "components": {"schemas": SCHEMAS}}
POINTERS = [f"#/components/schemas/{name.replace('~', '~0').replace('/', '~1')}" for name in SCHEMAS]
VALUES: st.SearchStrategy[Json] = st.sampled_from(["ab", "abc", 0, 1, {"a": "b"}, {"a": 1}, {}, [], [[], [[]]], [1]])


@given(st.lists(st.sampled_from(POINTERS), min_size=1, max_size=12), VALUES, st.integers(1, 8))
def test_each_schema_is_judged_by_as_if_it_were_alone(pointers: list[str], value: Json, at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(values, "_TOGETHER", at_once)
        together = SchemaJudge(ROOT, pointers)
        for pointer in pointers:
            assert together.allows(pointer, value) == SchemaJudge(ROOT).allows(pointer, value)
            assert together.misfits(pointer, value) == SchemaJudge(ROOT).misfits(pointer, value)


@pytest.mark.parametrize(
    ("name", "fitting", "other"),
    [(0, "ab", "abc"), (1, 1, 0), (2, {"a": "b"}, {"a": "abc"}), (3, [[], [[]]], [1]), (4, 1, 2)],
)
def test_a_value_is_judged_by_the_whole_of_a_schema(name: int, fitting: Json, other: Json) -> None:
    judge = SchemaJudge(ROOT, POINTERS)
    assert judge.allows(POINTERS[name], fitting)
    assert not judge.allows(POINTERS[name], other)
    assert (list(judge.misfits(POINTERS[name], fitting)), bool(judge.misfits(POINTERS[name], other))) == ([], True)


@pytest.mark.parametrize("name", [5, 6, 7])
def test_a_schema_that_cannot_be_judged_by_allows_nothing(name: int) -> None:
    judge = SchemaJudge(ROOT, POINTERS)
    assert not judge.allows(POINTERS[name], {})
    assert list(judge.misfits(POINTERS[name], {})) == [()]


def test_what_fits_two_of_which_one_must_fit_breaks_the_schema_as_a_whole() -> None:
    twice: JsonMap = {"properties": {"a": {"oneOf": [{"type": "string"}, {"type": "string"}]}}}
    judge = SchemaJudge({"components": {"schemas": {"A": twice}}})
    assert not judge.allows("#/components/schemas/A", {"a": "b"})
    assert list(judge.misfits("#/components/schemas/A", {"a": "b"})) == [("a",)]


def test_what_json_cannot_say_is_no_value_of_any_schema() -> None:
    assert not SchemaJudge(ROOT, POINTERS).allows(POINTERS[1], math.inf)
    assert not SchemaJudge({**ROOT, "x-a": math.nan}, POINTERS).allows(POINTERS[1], 1)
