"""One walk serves several checks: what it has found is what another would find after each of them."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.frozen import force_setattr
from sdkwright.openapi.checks.structure import check_structure
from sdkwright.openapi.files import Files
from sdkwright.openapi.grammar.fields import ANY, COUNT, FLAG, NUMBER, TEXT, list_of, map_of, one
from sdkwright.openapi.grammar.model import Field, Leaf, Object, objects
from sdkwright.openapi.grammar.openapi3 import OPENAPI_3
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.references.bundle import SECTIONS_3, Bundler
from sdkwright.openapi.report import Report
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.openapi.versions.openapi30 import upgrade

SCHEMA_WORDS = {
    "type": st.sampled_from(["string", ["string", None], None, 1]),
    "nullable": st.sampled_from([True, False, "yes"]),
    "minimum": st.just(1),
    "exclusiveMinimum": st.booleans(),
    "const": st.just(1),
    "example": st.just("e"),
    "description": st.sampled_from(["d", 1, None]),
    "discriminator": st.sampled_from(["kind", {"propertyName": "kind"}]),
    "minLength": st.sampled_from([1, "1", -1, 1.0, True]),
    "x-own": st.just({"type": 1}),
    "unknown": st.just([]),
}


def _schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    words = {
        **SCHEMA_WORDS,
        "properties": st.dictionaries(st.sampled_from(["a/b", "x-c", "d~"]), inner, max_size=2) | st.just([]),
        "items": inner | st.lists(inner, max_size=2) | st.none(),
        "allOf": st.lists(inner, max_size=2) | inner,
        "anyOf": st.lists(inner, max_size=2),
        "additionalProperties": inner | st.sampled_from([True, "true", []]),
    }
    return st.fixed_dictionaries({}, optional=words)


schema = st.recursive(st.fixed_dictionaries({}, optional=SCHEMA_WORDS) | st.sampled_from([True, 1, []]), _schemas)
media = st.fixed_dictionaries({}, optional={"schema": schema, "examples": st.just({"a": {"value": {"schema": 1}}})})
response = st.fixed_dictionaries({}, optional={"content": st.dictionaries(st.just("a/b"), media), "headers": st.none()})
operation = st.fixed_dictionaries(
    {},
    optional={
        "responses": st.dictionaries(st.sampled_from(["200", "2xx", "x-a"]), response | st.none(), max_size=3),
        "parameters": st.lists(st.fixed_dictionaries({"name": st.just("n")}, optional={"schema": schema}), max_size=2),
        "tags": st.sampled_from(["a", ["a", 1]]),
        "security": st.sampled_from([[{"x-a": None}], {"a": []}]),
    },
)
document = st.fixed_dictionaries(
    {"openapi": st.sampled_from(["3.0.3", "3.1.0"])},
    optional={
        "paths": st.dictionaries(st.sampled_from(["/a", "b", "x-c"]), st.fixed_dictionaries({"get": operation})),
        "components": st.fixed_dictionaries({"schemas": st.dictionaries(st.sampled_from("AB"), schema)}),
    },
)


@given(document)
def test_the_objects_that_a_check_has_met_are_those_of_the_document(root: Any) -> None:
    report = Report(Positions())
    items = check_structure(root, OPENAPI_3, report)
    assert items == list(objects(root, OPENAPI_3))
    assert upgrade(root, items, root["openapi"], report) == list(objects(root, OPENAPI_3)) or _adds_null(items, root)


@given(document)
def test_a_check_says_the_same_where_somebody_knows_the_objects(root: Any) -> None:
    found: list[Any] = []
    for known in (False, True):
        report, given = Report(Positions()), deepcopy(root)
        items = check_structure(given, OPENAPI_3, report, [*objects(given, OPENAPI_3)] if known else ())
        found.append((given, items, report.problems, report.faults))
    assert found[0] == found[1]


DOCUMENT = """openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        "200": {$ref: "#/components/responses/A"}
components:
  responses:
    A: {description: a, content: {a/b: {schema: {$ref: "#/components/schemas/B"}}}}
  schemas:
    B: {type: object, properties: {b: {$ref: "#/components/schemas/B"}, c: {allOf: [{type: string}]}}}
"""


@pytest.mark.parametrize(
    ("more", "is_known"),
    [
        ("", True),
        ("    C: {$ref: 'other.yaml#/D'}\n", True),  # It takes the place of the reference before the walk.
        ("    C: {properties: {d: {$ref: 'other.yaml#/D'}}}\n", False),
        ("    C: {$ref: '#/x-parts/E'}\nx-parts: {E: {type: string}}\n", False),
        ("    C: &c {properties: {d: {type: string}}}\n    F: {<<: *c}\n", True),
    ],
)
def test_who_follows_references_meets_all_objects(more: str, is_known: bool, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("D: {type: array, items: {type: string}}\n")
    root, bundler = _bundler(tmp_path, DOCUMENT + more)
    bundler.bundle()
    assert not bundler.report.problems
    assert not bundler.report.faults
    assert bundler.items == (list(objects(root, OPENAPI_3)) if is_known else [])


def test_an_object_that_stands_in_two_places_has_one_pointer(tmp_path: Path) -> None:
    root, bundler = _bundler(tmp_path, DOCUMENT)
    root["components"]["schemas"]["C"] = root["components"]["schemas"]["B"]
    bundler.bundle()
    assert bundler.items == []


def _bundler(folder: Path, text: str) -> tuple[Any, Bundler]:
    (folder / "a.yaml").write_text(text)
    positions = Positions()
    files = Files(folder / "a.yaml", "a.yaml", positions, None)
    root = files.tree(files.root).root
    assert isinstance(root, dict)
    return root, Bundler(files, root, OPENAPI_3, SECTIONS_3, Report(positions))


def _adds_null(items: list[Any], root: Any) -> bool:
    """A member of its own for null is the one object that is added where all others stay."""
    known = {id(node) for _, node, _ in items}
    added = [node for _, node, _ in objects(root, OPENAPI_3) if id(node) not in known]
    return bool(added) and all(node == {"type": "null"} for node in added)


LEAVES = [TEXT, NUMBER, COUNT, FLAG, ANY, Field(Leaf.BOUND), Field(Leaf.TYPES)]
FIELDS = [
    *LEAVES,
    *(make("thing") for make in (one, list_of, map_of)),
    *(make(each.kind) for each in LEAVES for make in (list_of, map_of)),
]
SINGLE = [None, True, 0, -1, 1.5, WrittenFloat("1.50"), "", "1", "true", [], {}]
VALUES = [*SINGLE, *([each] for each in SINGLE), *({"a": each} for each in SINGLE), [1, "a"], {"a": 1, "b": "b"}]


@pytest.mark.parametrize("held", FIELDS, ids=lambda held: f"{held.form} {held.kind}")
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_nothing_is_said_of_what_is_plainly_right(held: Field, value: Any) -> None:
    """Whatever is passed over for its type alone would be passed over if it were looked at, too."""
    thing = Object({"held": held}, label="thing")
    blind = Object({"held": _looked_at(held)}, label="thing")
    found: list[Any] = []
    for grammar in ({"document": thing, "thing": thing}, {"document": blind, "thing": blind}):
        report = Report(Positions())
        root: Any = {"held": deepcopy(value)}
        check_structure(root, grammar, report)
        found.append((root, report.problems, report.faults))
    assert found[0] == found[1]


def _looked_at(held: Field) -> Field:
    """The same field, of which no type is plainly right."""
    made = Field(held.kind, held.form)
    force_setattr(made, "plain", frozenset())
    return made
