"""The part of a document to which schemas lead: all that is needed to judge by them, and little else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.pointer import make, split, step_all
from sdkwright.openapi.references.reach import part_of

NAMES = ("a", "b", "c", "d~/e")
PLACES = [
    *(make(("components", "schemas", name)) for name in NAMES),
    make(("components", "schemas", "a", "items")),
    make(("components", "schemas", "b", "allOf", 1)),
    make(("paths", "/x", "get", "schema")),
    make(("nowhere",)),
]
SCHEMA: st.SearchStrategy[Json] = st.recursive(
    st.one_of(st.builds(lambda place: {"$ref": place}, st.sampled_from(PLACES)), st.booleans()),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"items": inner}),
        st.fixed_dictionaries({"allOf": st.lists(inner, min_size=2, max_size=2)}),
    ),
    max_leaves=4,
)
DOCUMENTS = st.builds(
    lambda schemas, other: {"components": {"schemas": schemas}, "paths": {"/x": {"get": {"schema": other, "y": 1}}}},
    st.fixed_dictionaries(dict.fromkeys(NAMES, SCHEMA)),
    SCHEMA,
)


def reached(root: JsonMap, pointer: str, seen: set[str]) -> None:
    """Adds to `seen` the pointers to which one leads, itself among them, by the shortest way to say so."""
    if pointer not in seen:
        seen.add(pointer)
        text = json.dumps(step_all(root, split(pointer)))
        for other in PLACES:
            if f'"$ref": {json.dumps(other)}' in text:
                reached(root, other, seen)


@given(DOCUMENTS, st.sets(st.sampled_from(PLACES)))
def test_whatever_schemas_lead_to_stands_where_it_stood(root: JsonMap, pointers: set[str]) -> None:
    before, seen = json.dumps(root), set[str]()
    part = part_of(root, pointers)
    for pointer in pointers:
        reached(root, pointer, seen)
    for pointer in seen:
        assert step_all(part, split(pointer)) == step_all(root, split(pointer))
    for pointer in PLACES[:4]:
        is_there = step_all(part, split(pointer)) is not None
        assert is_there == any(one == pointer or one.startswith(f"{pointer}/") for one in seen)
    assert json.dumps(root) == before


@pytest.mark.parametrize("pointers", [["#"], ["#/a"]])
def test_what_leads_to_the_whole_document_has_it_whole(pointers: list[str]) -> None:
    root: JsonMap = {"a": {"$ref": "#"}, "b": 1}
    assert part_of(root, pointers) == root
