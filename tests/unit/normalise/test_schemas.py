"""What each construct of the schema language becomes."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    Default,
    Deprecation,
    ListType,
    MapType,
    RefType,
    ScalarType,
    Type,
    TypeId,
)

from tests.unit.normalised import SCHEMA, answering, sending

STRING = ScalarType(Scalar.STRING)
NUMBER = ScalarType(Scalar.NUMBER)
INTEGER = ScalarType(Scalar.INTEGER)


def ref(pointer: str, *, nullable: bool = False) -> RefType:
    return RefType(TypeId(pointer), nullable)


def component(name: str) -> str:
    return f"#/components/schemas/{name}"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, STRING),
        ({"type": "string", "format": "byte"}, STRING),
        ({"type": "string", "format": "uuid"}, STRING),
        ({"type": "string", "format": "date-time"}, ScalarType(Scalar.DATETIME)),
        ({"type": "string", "format": "date"}, ScalarType(Scalar.DATE)),
        ({"type": "string", "contentEncoding": "base64"}, ScalarType(Scalar.BASE64)),
        ({"type": "string", "format": "decimal"}, ScalarType(Scalar.DECIMAL_STRING)),
        ({"type": "number", "format": "decimal"}, ScalarType(Scalar.DECIMAL)),
        ({"type": "string", "format": "bigint"}, ScalarType(Scalar.BIGINT_STRING)),
        ({"type": "integer", "format": "bigint"}, ScalarType(Scalar.BIGINT)),
        ({"type": "integer", "format": "int64"}, INTEGER),
        ({"type": "boolean"}, ScalarType(Scalar.BOOLEAN)),
        ({"type": "boolean", "enum": [True]}, ScalarType(Scalar.BOOLEAN)),
        ({"enum": [False, None]}, ScalarType(Scalar.BOOLEAN, nullable=True)),
        ({"type": "null"}, ScalarType(Scalar.NULL)),
        ({"type": ["string", "null"]}, ScalarType(Scalar.STRING, nullable=True)),
        ({"type": ["null"]}, ScalarType(Scalar.NULL)),
        ({}, AnyType()),
        (True, AnyType()),
        ({"description": "anything"}, AnyType()),
        ({"x-speakeasy-type-override": "any", "type": "object", "properties": {"a": {}}}, AnyType()),
        ({"x-speakeasy-type-override": "any", "$ref": "#/components/schemas/X"}, AnyType()),
        ({"type": "array"}, ListType(AnyType())),
        ({"items": {"type": "string"}}, ListType(STRING)),
        ({"type": ["array", "null"], "items": {}}, ListType(AnyType(), nullable=True)),
        ({"type": "object", "additionalProperties": True}, MapType(AnyType())),
        ({"type": "object", "additionalProperties": {}}, MapType(AnyType())),
        ({"additionalProperties": {"type": "number"}}, MapType(NUMBER)),
        ({"type": "object"}, ref(SCHEMA)),
        ({"type": "object", "additionalProperties": False}, ref(SCHEMA)),
        ({"const": "eq"}, ConstType("eq")),
        ({"const": None}, ScalarType(Scalar.NULL)),
        ({"type": ["string", "null"], "const": "eq"}, ConstType("eq", nullable=True)),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, ScalarType(Scalar.STRING, nullable=True)),
        ({"oneOf": [{"anyOf": [{"type": "string"}]}]}, STRING),
        ({"anyOf": [{"type": "string"}, {"type": "string", "format": "uri"}]}, STRING),
        (
            {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string"}]},
            ScalarType(Scalar.DATETIME, or_string=True),
        ),
        (
            {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"items": {"type": "string", "format": "uri"}}]},
            ListType(STRING),
        ),
        ({"anyOf": [{"type": "null"}]}, ScalarType(Scalar.NULL)),
        ({"allOf": [{"type": "string"}, {"maxLength": 3}]}, STRING),
        ({"allOf": [{"type": "number"}, {"type": "integer"}]}, INTEGER),
        ({"allOf": []}, AnyType()),
    ],
)
def test_type_of_a_schema(schema: Any, expected: Type) -> None:
    result = answering(schema, {"X": {"type": "object"}})
    assert result.answer() == expected
    assert result.codes == []


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        (False, "never"),
        ({"const": {"a": 1}}, "const-not-scalar"),
        ({"type": "file"}, "schema-type"),
        ({"not": {"type": "string"}}, "unchecked-keyword"),
        ({"type": "string", "if": {"minLength": 1}, "then": {}}, "unchecked-keyword"),
        ({"allOf": [{"$ref": "#/components/schemas/X", "not": {}}]}, "unchecked-keyword"),
        ({"prefixItems": [{"type": "string"}, {"type": "number"}]}, "tuple"),
        ({"patternProperties": {"^a": {"type": "string"}}}, "pattern-properties"),
        ({"type": "string", "enum": []}, "empty-enum"),
        ({"enum": [{"a": 1}]}, "enum-not-scalar"),
        ({"allOf": [{"type": "string"}, {"type": "integer"}]}, "allof-conflict"),
        ({"allOf": [{"const": "a"}, {"const": "b"}]}, "allof-conflict"),
        ({"type": "object", "properties": {"a": {}}, "required": ["b"]}, "required-unknown"),
    ],
)
def test_what_cannot_be_said_is_a_warning_and_in_the_coverage(schema: Any, code: str) -> None:
    result = answering(schema, {"X": {"type": "string"}})
    assert code in result.codes
    problem = next(problem for problem in result.problems if problem.code == code)
    assert any(entry.id == problem.pointer and entry.reason == problem.message for entry in result.api.coverage)
    assert len(result.api.operations) == 1


def test_components_that_are_no_class_are_resolved_through() -> None:
    schemas = {
        "Name": {"type": "string"},
        "Names": {"type": "array", "items": {"$ref": component("Name")}},
        "Table": {"type": "object", "additionalProperties": {"$ref": component("Names")}},
        "Alias": {"$ref": component("Table"), "description": "another word"},
        "Unused": {"type": "object"},
    }
    result = answering({"$ref": component("Alias")}, schemas)
    assert result.answer() == MapType(ListType(STRING))
    assert set(result.api.types) == result.api.unreferenced == {component("Unused")}


def test_pattern_properties_alone_are_a_map() -> None:
    assert answering({"patternProperties": {"^a": {"type": "string"}}}).answer() == MapType(STRING)


def test_properties_beside_further_ones() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "integer"}}
    found = answering(schema).object(SCHEMA)
    assert found.additional == INTEGER
    assert [one.name for one in found.properties] == ["a"]


def test_enum_with_null_names_and_descriptions() -> None:
    schema = {
        "type": ["string", "null"],
        "enum": ["a", "b", None],
        "x-speakeasy-enums": ["FIRST", "SECOND"],
        "x-speakeasy-enum-descriptions": {"b": "the second"},
        "x-speakeasy-unknown-values": "disallow",
    }
    result = answering(schema)
    assert result.answer() == ref(SCHEMA, nullable=True)
    found = result.enum(SCHEMA)
    assert [(one.value, one.name_override, one.description) for one in found.members] == [
        ("a", "FIRST", None),
        ("b", "SECOND", "the second"),
    ]
    assert not found.open


def test_enum_values_that_yaml_read_as_another_type_are_made_to_fit() -> None:
    result = answering({"type": "string", "enum": [1, True, "x"]})
    assert [one.value for one in result.enum(SCHEMA).members] == ["1", "true", "x"]
    assert result.codes == ["enum-value-type", "enum-value-type"]


def test_mixed_enum_keeps_one_and_true_apart() -> None:
    values = [one.value for one in answering({"enum": [1, True, "1", 1]}).enum(SCHEMA).members]
    assert [(type(value), value) for value in values] == [(int, 1), (bool, True), (str, "1")]


def test_constants_with_titles_are_an_enum() -> None:
    schema = {"oneOf": [{"const": "a", "title": "First", "description": "the first"}, {"const": "b"}]}
    members = answering(schema).enum(SCHEMA).members
    assert [(one.value, one.name_override, one.description) for one in members] == [
        ("a", "First", "the first"),
        ("b", None, None),
    ]


def test_a_choice_between_enums_stays_a_union() -> None:
    schema = {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["b"]}]}
    assert answering(schema).union(SCHEMA).members == (ref(f"{SCHEMA}/anyOf/0"), ref(f"{SCHEMA}/anyOf/1"))


def test_property_notes_beside_a_reference() -> None:
    schemas = {"Pet": {"type": "object", "description": "A pet", "example": {"a": 1}}}
    schema = {
        "type": "object",
        "properties": {
            "direct": {"$ref": component("Pet"), "description": "not shown", "deprecated": True},
            "wrapped": {"allOf": [{"$ref": component("Pet")}], "description": "shown"},
            "either": {"anyOf": [{"$ref": component("Pet")}, {"type": "null"}], "description": "shown too"},
        },
    }
    result = answering(schema, schemas)
    direct, wrapped, either = result.object(SCHEMA).properties
    assert (direct.notes.description, direct.notes.examples) == ("A pet", ({"a": 1},))
    assert direct.notes.deprecated == Deprecation()
    assert wrapped.notes.description == "shown"
    assert wrapped.type == ref(component("Pet"))
    assert either.notes.description == "shown too"
    assert either.type == ref(component("Pet"), nullable=True)


def test_constraints_and_formats_are_noted() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "format": "ulid", "minLength": 3}}}
    (one,) = answering(schema).object(SCHEMA).properties
    assert one.notes.constraints == (("format", "ulid"), ("minLength", 3))


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ({"type": "string"}, "a"),
        ({"type": "integer"}, 3),
        ({"type": "number"}, 3),
        ({"type": ["string", "null"]}, None),
        ({"type": "string", "enum": ["a", "b"]}, "b"),
        ({"type": "array", "items": {"type": "integer"}}, [1]),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, {"a": True}),
        ({"anyOf": [{"type": "integer"}, {"type": "boolean"}]}, False),
        ({"type": "object", "properties": {"a": {"type": "integer"}}}, {"a": 1}),
        ({"type": "string", "format": "date-time"}, "2020-01-02T03:04:05Z"),
        ({}, {"a": [None]}),
    ],
)
def test_defaults_that_fit_are_kept(schema: dict[str, Any], default: Any) -> None:
    result = answering({"type": "object", "properties": {"p": {**schema, "default": default}}})
    assert result.object(SCHEMA).properties[0].default == Default(default)
    assert result.codes == []


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ({"type": "string"}, 1),
        ({"type": "integer"}, True),
        ({"type": "integer"}, 1.5),
        ({"type": "string"}, None),
        ({"type": "string", "enum": ["a", "b"]}, "c"),
        ({"type": "array", "items": {"type": "integer"}}, ["a"]),
        ({"type": "string", "format": "date"}, "tomorrow"),
        ({"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}, {}),
    ],
)
def test_defaults_that_do_not_fit_are_dropped_with_a_warning(schema: dict[str, Any], default: Any) -> None:
    result = answering({"type": "object", "properties": {"p": {**schema, "default": default}}})
    assert result.object(SCHEMA).properties[0].default is None
    assert result.codes == ["default-type"]
    assert result.problems[0].pointer == f"{SCHEMA}/properties/p/default"


def test_ignored_properties_are_left_out_without_a_warning() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "x-speakeasy-ignore": True}, "b": {}}}
    result = answering(schema)
    assert list(result.fields(SCHEMA)) == ["b"]
    assert result.codes == []


def test_extensions_under_another_name() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "x-hide": True}}}
    result = answering(schema, **{"x-speakeasy-extension-rewrite": {"x-speakeasy-ignore": "x-hide"}})
    assert result.fields(SCHEMA) == {}


def test_included_components_are_there_without_a_reference() -> None:
    schemas = {"Lonely": {"type": "object", "x-speakeasy-include": True}, "Unused": {"type": "object"}}
    api = answering({"type": "string"}, schemas).api
    assert list(api.types) == [component("Lonely"), component("Unused")]
    assert api.unreferenced == {component("Unused")}


# ---------------------------------------------------------------------------------------------------------- recursion


def test_recursion_through_properties_lists_maps_and_choices() -> None:
    node = {"$ref": component("Node")}
    schemas = {
        "Node": {
            "type": "object",
            "properties": {
                "next": node,
                "all": {"type": "array", "items": node},
                "by_name": {"type": "object", "additionalProperties": node},
                "either": {"anyOf": [node, {"type": "string"}]},
                "maybe": {"anyOf": [node, {"type": "null"}]},
            },
        }
    }
    result = answering(node, schemas)
    itself = ref(component("Node"))
    either = f"{component('Node')}/properties/either"
    assert result.fields(component("Node")) == {
        "next": itself,
        "all": ListType(itself),
        "by_name": MapType(itself),
        "either": ref(either),
        "maybe": ref(component("Node"), nullable=True),
    }
    assert result.union(either).members == (itself, STRING)
    assert result.codes == []


def test_a_choice_may_contain_itself() -> None:
    value = {"$ref": component("Value")}
    schemas = {
        "Value": {"anyOf": [{"type": "string"}, {"items": value}, {"type": "object", "additionalProperties": value}]}
    }
    itself = ref(component("Value"))
    assert answering(value, schemas).union(component("Value")).members == (STRING, ListType(itself), MapType(itself))


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "items": {"$ref": component("A")}},
        {"type": "object", "additionalProperties": {"$ref": component("A")}},
        {"anyOf": [{"$ref": component("A")}, {"type": "null"}]},
        {"$ref": component("A")},
        {"allOf": [{"$ref": component("A")}]},
    ],
)
def test_a_schema_that_contains_only_itself_is_any_value(schema: Any) -> None:
    result = sending({"type": "object", "properties": {"a": {"$ref": component("A")}}}, {"A": schema})
    assert len(result.api.operations) == 1
    assert all(
        isinstance(one, AnyType | ListType | MapType)
        for one in result.fields(result.api.types.__iter__().__next__()).values()
    )


@pytest.mark.parametrize(
    "keyword", ["properties", "items", "additionalProperties", "anyOf", "allOf", "not", "prefixItems"]
)
def test_deep_schemas_need_no_stack(keyword: str) -> None:
    schema: Any = {"type": "string"}
    for _ in range(400):
        match keyword:
            case "properties":
                schema = {"type": "object", "properties": {"p": schema}}
            case "anyOf" | "allOf" | "prefixItems":
                schema = {keyword: [schema, {"type": "integer"} if keyword == "anyOf" else {}]}
            case _:
                schema = {keyword: schema}
    assert len(answering(schema).api.operations) == 1


def test_doubling_choices_are_looked_at_once() -> None:
    schemas: dict[str, Any] = {
        f"U{i}": {
            "anyOf": [
                {"$ref": component(f"U{i + 1}")},
                {"type": "object", "properties": {"p": {"$ref": component(f"U{i + 1}")}}},
            ]
        }
        for i in range(25)
    }
    schemas["U25"] = {"type": "object"}
    assert len(answering({"$ref": component("U0")}, schemas).api.types) == 51


def test_ids_with_signs_in_names() -> None:
    schemas = {"A/b~c!d": {"type": "object", "properties": {"x!y": {"type": "object"}}}}
    result = answering({"$ref": "#/components/schemas/A~1b~0c!d"}, schemas)
    assert list(result.api.types) == ["#/components/schemas/A~1b~0c!d", "#/components/schemas/A~1b~0c!d/properties/x!y"]
