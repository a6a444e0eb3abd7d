"""Judging values by the schemas of a document: as if each schema were alone."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.openapi.checks import values
from sdkwright.openapi.checks.values import SchemaJudge
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.text.told import Told

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
OTHERS: JsonMap = {
    "small": {"maxLength": 1, "minimum": 2},
    "pair": {"properties": {"a": {"$ref": "#/components/schemas/Text"}}},
    "named": {"$ref": "#/components/schemas/Pair"},
    "again": {"$ref": "#/paths/~1a/named"},
    "described": {"$ref": "#/components/schemas/Pair", "description": "A pair."},
}
"""Schemas that are no components."""
LEADING_OUT: JsonMap = {"out": {"items": {"$ref": "#/paths/~1a/pair/properties/a"}}}
ROOT: JsonMap = {"openapi": "3.1.0", "components": {"schemas": SCHEMAS}, "paths": {"/a": OTHERS, "/b": LEADING_OUT}}
POINTERS = [
    *(f"#/components/schemas/{name.replace('~', '~0').replace('/', '~1')}" for name in SCHEMAS),
    *(f"#/paths/~1a/{name}" for name in OTHERS),
    "#/paths/~1a/pair/properties/a",
    "#/paths/~1b/out",
]
VALUES: st.SearchStrategy[Json] = st.sampled_from(["ab", "abc", 0, 1, {"a": "b"}, {"a": 1}, {}, [], [[], [[]]], [1]])


@given(st.lists(st.sampled_from(POINTERS), min_size=1, max_size=12), VALUES, st.integers(1, 8), st.integers(1, 4))
def test_each_schema_is_judged_by_as_if_it_were_alone(
    pointers: list[str], value: Json, at_once: int, groups: int
) -> None:
    before = json.dumps(ROOT)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(values, "_AT_ONCE", at_once)
        patched.setattr(values, "_TOGETHER", at_once)
        patched.setattr(values, "_GROUPS", groups)
        together = SchemaJudge(ROOT, pointers)
        for pointer in pointers:
            assert together.allows(pointer, value) == SchemaJudge(ROOT).allows(pointer, value)
            assert together.misfits(pointer, value) == SchemaJudge(ROOT).misfits(pointer, value)
    assert json.dumps(ROOT) == before


@pytest.mark.parametrize("pointer", POINTERS)
def test_what_nobody_expected_is_judged_by_as_well(pointer: str) -> None:
    judge = SchemaJudge(ROOT, POINTERS[:1])
    assert judge.allows(POINTERS[0], "ab")
    assert judge.allows(pointer, "ab") == SchemaJudge(ROOT).allows(pointer, "ab")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("pair", "#/paths/~1a/pair"),
        ("named", "#/components/schemas/Pair"),
        ("again", "#/components/schemas/Pair"),
        ("described", "#/paths/~1a/described"),
    ],
)
def test_a_schema_stands_where_nothing_but_references_leads(name: str, place: str) -> None:
    assert SchemaJudge(ROOT).place(f"#/paths/~1a/{name}") == place


def test_of_a_document_only_what_is_asked_for_counts() -> None:
    """What stands elsewhere can be as odd as it likes."""
    judge = SchemaJudge({**ROOT, "x-a": math.nan}, POINTERS[:3])
    assert judge.allows(POINTERS[2], {"a": "ab"})
    assert not judge.allows(POINTERS[-1], ["abc"])


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
    assert not SchemaJudge({"components": {"schemas": SCHEMAS, "x-a": math.nan}}, POINTERS).allows(POINTERS[1], 1)


def test_texts_and_numbers_that_know_how_they_were_written_are_what_they_say() -> None:
    told = Told("A number.", ((), "description"))
    schema: JsonMap = {"description": told, "const": WrittenFloat("1.50")}
    judge = SchemaJudge({"components": {"schemas": {"A": schema}}}, ["#/components/schemas/A"])
    assert judge.allows("#/components/schemas/A", WrittenFloat("15e-1"))
    assert not judge.allows("#/components/schemas/A", told)
