"""`allOf`, `anyOf` and `oneOf` with all that may stand beside them, and how members are told apart."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import AnyType, ConstType, ListType, MapType, RefType, ScalarType, TypeId
from sdkwright.normalise.schemas import walk
from sdkwright.options.model import Config

from tests.unit.normalised import SCHEMA, answering

STRING = ScalarType(Scalar.STRING)
INTEGER = ScalarType(Scalar.INTEGER)


def ref(pointer: str) -> RefType:
    return RefType(TypeId(pointer))


def component(name: str) -> str:
    return f"#/components/schemas/{name}"


def tagged(value: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"kind": {"type": "string", "enum": [value]}, **more},
        "required": ["kind"],
    }


BASE = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "state": {"enum": ["on", "off"]}},
    "required": ["id"],
}


def test_all_of_merges_properties_and_shares_what_is_inline_in_a_component() -> None:
    schemas = {
        "Base": BASE,
        "Dog": {
            "allOf": [{"$ref": component("Base")}, {"properties": {"bark": {"type": "string"}}, "required": ["state"]}],
            "required": ["bark"],
        },
    }
    result = answering({"$ref": component("Dog")}, schemas)
    found = result.object(component("Dog"))
    assert [(one.name, one.required) for one in found.properties] == [("id", True), ("state", True), ("bark", True)]
    state = f"{component('Base')}/properties/state"
    assert found.properties[1].type == ref(state)
    assert list(result.api.types) == [component("Base"), state, component("Dog")]
    assert result.api.unreferenced == {component("Base")}
    assert result.enum(state).origin.component == "Base"


def test_all_of_one_reference_is_that_reference() -> None:
    for extra in (
        {"description": "x"},
        {"type": "object"},
        {"title": "Y"},
        {"allOf": [{"$ref": component("Base")}, {"description": "z"}]},
    ):
        schema = {"allOf": [{"$ref": component("Base")}], **extra}
        assert answering(schema, {"Base": BASE}).answer() == ref(component("Base"))


def test_required_beside_a_reference_makes_another_class() -> None:
    result = answering({"allOf": [{"$ref": component("Base")}, {"required": ["state"]}]}, {"Base": BASE})
    assert [one.required for one in result.object(SCHEMA).properties] == [True, True]


def test_a_property_of_two_parts_is_merged_deeply_or_not() -> None:
    inner_a = {"type": "object", "properties": {"a": {"type": "string"}}}
    inner_b = {"type": "object", "properties": {"b": {"type": "string"}}}
    schema = {"allOf": [{"properties": {"p": inner_a}}, {"properties": {"p": inner_b}}]}
    deep = answering(schema)
    assert list(deep.fields(f"{SCHEMA}/properties/p")) == ["a", "b"]
    shallow = answering(schema, config=Config(all_of_deep_merge=False))
    assert list(shallow.fields(f"{SCHEMA}/allOf/1/properties/p")) == ["b"]


def test_merging_recursive_schemas_ends() -> None:
    schemas = {
        "A": {"type": "object", "properties": {"next": {"$ref": component("A")}}},
        "B": {"type": "object", "properties": {"next": {"$ref": component("B")}}},
        "Both": {"allOf": [{"$ref": component("A")}, {"$ref": component("B")}]},
    }
    result = answering({"$ref": component("Both")}, schemas)
    merged = f"{component('Both')}/properties/next"
    assert result.fields(merged) == {"next": ref(merged)}


def test_merging_rings_of_different_lengths_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_MERGED", 100)
    schemas: dict[str, Any] = {}
    for length in (2, 3, 5, 7, 11, 13):
        for step in range(length):
            onward = {"$ref": component(f"R{length}_{(step + 1) % length}")}
            schemas[f"R{length}_{step}"] = {"type": "object", "properties": {"next": onward}}
    whole = {"allOf": [{"$ref": component(f"R{length}_0")} for length in (2, 3, 5, 7, 11, 13)]}
    result = answering(whole, schemas)
    assert result.codes == ["too-many-merged"]
    assert len(result.api.operations) == 1


def test_a_choice_inside_a_part_is_taken_once() -> None:
    inner = {"properties": {"b": {"type": "string"}}, "allOf": [{"anyOf": [{"properties": {"c": {"type": "string"}}}]}]}
    result = answering({"properties": {"a": {"type": "string"}}, "allOf": [inner]})
    assert [list(result.fields(one)) for one in result.api.types] == [["a", "b", "c"]]


def test_properties_beside_a_choice_go_into_each_member() -> None:
    schema = {
        "type": "object",
        "properties": {"id": {"type": "string"}},
        "required": ["id"],
        "oneOf": [{"properties": {"a": {"type": "string"}}}, {"$ref": component("B")}],
    }
    result = answering(schema, {"B": {"type": "object", "properties": {"b": {"type": "string"}}}})
    first, second = result.union(SCHEMA).members
    assert isinstance(first, RefType)
    assert isinstance(second, RefType)
    assert list(result.fields(first.id)) == ["id", "a"]
    assert list(result.fields(second.id)) == ["id", "b"]


def test_a_parent_that_lists_its_children_and_is_taken_over_by_them() -> None:
    schemas = {
        "Pet": {
            "type": "object",
            "properties": {"kind": {"type": "string"}},
            "required": ["kind"],
            "oneOf": [{"$ref": component("Dog")}, {"$ref": component("Cat")}],
            "discriminator": {"propertyName": "kind", "mapping": {"dog": component("Dog"), "cat": "Cat"}},
        },
        "Dog": {"allOf": [{"$ref": component("Pet")}, {"properties": {"bark": {"type": "string"}}}]},
        "Cat": {"allOf": [{"$ref": component("Pet")}, {"properties": {"purr": {"type": "string"}}}]},
    }
    result = answering({"$ref": component("Pet")}, schemas)
    union = result.union(component("Pet"))
    assert union.members == (ref(component("Dog")), ref(component("Cat")))
    assert union.discriminator is not None
    assert union.discriminator.mapping == (("dog", 0), ("cat", 1))
    assert list(result.fields(component("Dog"))) == ["kind", "bark"]


def test_choices_of_conditions_add_nothing() -> None:
    schema = {**BASE, "anyOf": [{"required": ["id"]}, {"required": ["state"]}]}
    result = answering(schema)
    assert list(result.fields(SCHEMA)) == ["id", "state"]
    assert result.codes == ["choice-of-conditions"]


def test_two_choices_at_once_keep_what_stands_beside_them() -> None:
    either = [{"properties": {"a": {}}}, {"properties": {"b": {}}}]
    result = answering({**BASE, "anyOf": either, "oneOf": either})
    assert list(result.fields(SCHEMA)) == ["id", "state"]
    assert result.codes == ["several-choices"]


def test_members_without_a_type_take_that_of_the_whole() -> None:
    schema = {"type": "string", "oneOf": [{"format": "date-time"}, {"format": "date"}]}
    assert answering(schema).union(SCHEMA).members == (ScalarType(Scalar.DATETIME), ScalarType(Scalar.DATE))


def test_unions_of_primitives_lists_and_maps() -> None:
    schema = {
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "integer"}},
            {"type": "object", "additionalProperties": {"type": "string"}},
            {"type": "string", "format": "uri"},
            {"const": 1},
            {"const": True},
            {},
            {"type": "null"},
        ]
    }
    result = answering(schema)
    assert result.answer().nullable
    assert result.union(SCHEMA).members == (
        STRING,
        ListType(INTEGER),
        MapType(STRING),
        ConstType(1),
        ConstType(True),
        AnyType(),
    )
    assert [type(one.value) for one in result.union(SCHEMA).members if isinstance(one, ConstType)] == [int, bool]


def test_null_of_a_member_is_lifted_to_the_union() -> None:
    result = answering({"anyOf": [{"type": ["string", "null"]}, {"type": "integer"}]})
    assert result.answer().nullable
    assert result.union(SCHEMA).members == (STRING, INTEGER)


def test_a_list_of_types_is_a_union() -> None:
    result = answering({"type": ["string", "object", "null"], "properties": {"a": {"type": "string"}}})
    assert result.answer().nullable
    assert result.union(SCHEMA).members == (STRING, ref(f"{SCHEMA}!object"))
    assert list(result.fields(f"{SCHEMA}!object")) == ["a"]


def test_tuples_are_lists_of_their_item_types() -> None:
    result = answering({"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": {"type": "string"}})
    assert result.answer() == ListType(ref(f"{SCHEMA}/prefixItems"))
    assert result.union(f"{SCHEMA}/prefixItems").members == (STRING, INTEGER)


# ------------------------------------------------------------------------------------------------------ discriminators


def test_implicit_tags_are_component_names() -> None:
    one = {"type": "object", "properties": {"kind": {"type": "string"}}}
    schema = {"oneOf": [{"$ref": component("A")}, {"$ref": component("B")}], "discriminator": {"propertyName": "kind"}}
    found = answering(schema, {"A": one, "B": dict(one)}).union(SCHEMA).discriminator
    assert found is not None
    assert (found.property_name, found.mapping) == ("kind", (("A", 0), ("B", 1)))


def test_tags_that_the_members_list_go_before_component_names() -> None:
    schema = {"oneOf": [{"$ref": component("A")}, {"$ref": component("B")}], "discriminator": {"propertyName": "kind"}}
    found = answering(schema, {"A": tagged("a"), "B": tagged("b")}).union(SCHEMA).discriminator
    assert found is not None
    assert found.mapping == (("a", 0), ("b", 1))


def test_a_tag_that_leads_to_no_member_is_left_out() -> None:
    schema = {
        "oneOf": [{"$ref": component("A")}, {"$ref": component("B")}],
        "discriminator": {"propertyName": "kind", "mapping": {"x": "#/components/schemas/Nobody", "a": "A"}},
    }
    result = answering(schema, {"A": tagged("a"), "B": tagged("b")})
    found = result.union(SCHEMA).discriminator
    assert found is not None
    assert found.mapping == (("a", 0), ("b", 1))
    assert result.codes == ["discriminator-mapping"]


def test_a_discriminator_that_a_member_lacks_is_not_used() -> None:
    schema = {"oneOf": [tagged("a"), {"type": "object", "properties": {}}], "discriminator": {"propertyName": "kind"}}
    result = answering(schema)
    assert result.union(SCHEMA).discriminator is None
    assert result.codes == ["discriminator-without-property"]


@pytest.mark.parametrize(
    ("members", "mapping"),
    [
        ([tagged("a"), tagged("b")], (("a", 0), ("b", 1))),
        ([tagged("a"), tagged("a")], None),
        ([tagged("a"), {"type": "object", "properties": {"kind": {"const": "b"}}}], None),
        (
            [tagged("a"), {"type": "object", "properties": {"kind": {"const": "b"}}, "required": ["kind"]}],
            (("a", 0), ("b", 1)),
        ),
        ([tagged("a"), {"type": "string"}], None),
        ([tagged("a", x={"type": "string"}), {**BASE}], None),
    ],
)
def test_discriminators_are_inferred_from_required_single_values(members: list[Any], mapping: Any) -> None:
    found = answering({"oneOf": members}).union(SCHEMA).discriminator
    assert (found.mapping if found is not None else None) == mapping
