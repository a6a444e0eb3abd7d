"""The values of the judge of round trips leave out nothing that a schema allows."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from wire.made.schemas import Side
from wire.made.wide import Wide, several

ROOT: dict[str, Any] = {
    "components": {
        "schemas": {
            "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}}},
            "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}}},
            "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
            "Base": {
                "type": "object",
                "required": ["tag"],
                "properties": {"tag": {"type": "string"}},
                "discriminator": {"propertyName": "tag", "mapping": {"one": "#/components/schemas/First"}},
            },
            "First": {
                "allOf": [{"$ref": "#/components/schemas/Base"}, {"required": ["a"], "properties": {"a": {}}}],
            },
            "Second": {
                "allOf": [{"$ref": "#/components/schemas/Base"}, {"required": ["b"], "properties": {"b": {}}}],
            },
        }
    }
}


def made(schema: Any, most: int = 40) -> list[Any]:
    return list(several(Wide(ROOT, side=Side.ANSWER), schema, "here", most, most))


def test_every_member_of_a_union_is_made_wherever_it_stands() -> None:
    values = made({"type": "object", "properties": {"pets": {"items": {"$ref": "#/components/schemas/Pet"}}}}, 10)
    assert {pet["kind"] for value in values for pet in value.get("pets", ())} == {"cat", "dog"}


def test_every_value_of_an_enum_is_made() -> None:
    assert {*made({"enum": [*"abcdefghij"]}, 10)} == {*"abcdefghij"}


def test_null_is_made_and_not_always() -> None:
    values = made({"type": ["string", "null"]})
    assert 5 < values.count(None) < 15


def test_children_that_name_their_parent_are_made_for_it() -> None:
    values = made({"$ref": "#/components/schemas/Base"})
    tags = {value["tag"] for value in values}
    assert {"one", "Second"} < tags
    assert all("a" in value for value in values if value["tag"] == "one")
    assert all("b" in value for value in values if value["tag"] == "Second")


def test_the_default_of_a_choice_may_lack_the_tag() -> None:
    discriminator = {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}, "defaultMapping": "Any"}
    schemas = {"Cat": ROOT["components"]["schemas"]["Cat"], "Any": {"type": "object", "properties": {"legs": {}}}}
    pet: Any = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in schemas], "discriminator": discriminator}
    root: Any = {"components": {"schemas": schemas}}
    tags = {side: {value.get("kind") for value in several(Wide(root, side=side), pet, "here", 40, 40)} for side in Side}
    assert tags == {Side.REQUEST: {"cat", None}, Side.ANSWER: {"cat", "Any", None}}


def test_a_free_object_has_members() -> None:
    values = made({"type": "object"})
    assert sum(bool(value) for value in values) > 20
    assert any(isinstance(each, dict) for value in values for each in value.values())
    assert any(each is None for value in values for each in value.values())


def test_answers_have_members_that_the_document_does_not_name() -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}
    assert any(value.keys() - {"a"} for value in made(schema, 200))
    assert not any(value.keys() - {"a"} for value in made({**schema, "additionalProperties": False}, 200))
    requests = list(several(Wide(ROOT, side=Side.REQUEST), schema, "here", 200, 200))
    assert not any(value.keys() - {"a"} for value in requests)


def test_several_members_of_any_of_are_made_at_once() -> None:
    schema = {"anyOf": [{"required": [name], "properties": {name: {"type": "string"}}} for name in "ab"]}
    assert {frozenset(value) & {*"ab"} for value in made(schema)} >= {frozenset("a"), frozenset("b"), frozenset("ab")}


def test_items_beyond_a_tuple_are_made() -> None:
    values = made({"type": "array", "prefixItems": [{"type": "integer"}, {"type": "boolean"}]})
    assert {len(value) for value in values} >= {1, 2, 3}


def test_bounds_are_met() -> None:
    assert {3, 9} < {*made({"type": "integer", "minimum": 3, "maximum": 9})}
    assert {3} < {*made({"type": "integer", "exclusiveMinimum": 2})}


def test_moments_are_made_in_odd_forms() -> None:
    values = made({"type": "string", "format": "date-time"}, 400)
    assert {"2025-04-20t01:02:03z", "2016-12-31T23:59:60Z", "2025-04-20T01:02:03+05:30"} < {*values}


def test_most_values_have_every_member() -> None:
    properties = {name: {"type": "string"} for name in "abcdef"}
    values = made({"type": "object", "properties": properties})
    assert sum(value.keys() == properties.keys() for value in values) > len(values) / 2


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_the_same_seed_makes_the_same_values(seed: int) -> None:
    schema = {"$ref": "#/components/schemas/Pet"}
    one, other = (list(several(Wide(ROOT, seed), schema, "here", 5, 5)) for _ in range(2))
    assert one == other
