"""Who uses a definition, twins, naming order and origins."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.ir.types import EnumDef, ListType, RefType, Root, Step, TypeId, Variant, Via, parts, target

from tests.unit.normalised import BODY, SCHEMA, Data, Result, answering, document, sending

USER = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "readOnly": True},
        "password": {"type": "string", "writeOnly": True},
        "name": {"type": "string"},
    },
    "required": ["id", "name"],
}


def component(name: str) -> str:
    return f"#/components/schemas/{name}"


def both_ways(schemas: dict[str, Any], name: str) -> Result:
    content = {"content": {"application/json": {"schema": {"$ref": component(name)}}}}
    operation = {"requestBody": content, "responses": {"200": {"description": "", **content}}}
    return document({"/a": {"post": operation}}, schemas)


def test_read_only_is_no_part_of_a_request_and_write_only_no_part_of_an_answer() -> None:
    assert list(sending(USER).fields(BODY)) == ["password", "name"]
    assert list(answering(USER).fields(SCHEMA)) == ["id", "name"]


def test_a_component_of_both_sides_that_differs_is_there_twice() -> None:
    schemas = {
        "User": USER,
        "Team": {
            "type": "object",
            "properties": {"users": {"type": "array", "items": {"$ref": component("User")}}, "tag": {"enum": ["a"]}},
        },
        "Plain": {"type": "object", "properties": {"name": {"type": "string"}}},
        "All": {"anyOf": [{"$ref": component("Team")}, {"$ref": component("Plain")}]},
    }
    result = both_ways(schemas, "All")
    assert list(result.api.types) == [
        component("User") + "!input",
        component("User") + "!output",
        component("Team") + "!input",
        component("Team") + "!output",
        component("Team") + "/properties/tag",
        component("Plain"),
        component("All") + "!input",
        component("All") + "!output",
    ]
    assert list(result.fields(component("User") + "!input")) == ["password", "name"]
    assert list(result.fields(component("User") + "!output")) == ["id", "name"]
    team = result.fields(component("Team") + "!output")
    assert team["users"] == ListType(RefType(TypeId(component("User") + "!output")))
    assert result.object(component("User") + "!input").origin.variant is Variant.INPUT
    assert result.object(component("Plain")).origin.variant is None
    operation = result.operation
    assert operation.body is not None
    assert operation.body.contents[0].type == RefType(TypeId(component("All") + "!input"))
    assert operation.responses[0].contents[0].type == RefType(TypeId(component("All") + "!output"))


def test_twins_of_a_ring() -> None:
    ring = {
        "type": "object",
        "properties": {"id": {"type": "string", "readOnly": True}, "next": {"$ref": component("Ring")}},
    }
    result = both_ways({"Ring": ring}, "Ring")
    assert result.fields(component("Ring") + "!input") == {"next": RefType(TypeId(component("Ring") + "!input"))}


def test_what_only_a_left_out_property_needs_is_left_out() -> None:
    schema = {"type": "object", "properties": {"made": {"type": "object", "readOnly": True, "properties": {"by": {}}}}}
    assert list(sending(schema).api.types) == [BODY]


def test_a_response_that_many_operations_have_stays_one() -> None:
    content = {"content": {"application/json": {"schema": {"$ref": component("User")}}}}
    components = {"responses": {"Any": {"description": "", **content}, "Bad": {"description": ""}}}
    answers = {"200": {"$ref": "#/components/responses/Any"}, "4XX": {"$ref": "#/components/responses/Bad"}}
    paths = {f"/{name}": {"post": {"requestBody": content, "responses": answers}} for name in "ab"}
    first, second = document(paths, {"User": USER}, components=components).api.operations
    assert first.responses[0].contents[0].type == RefType(TypeId(component("User") + "!output"))
    assert [response.is_error for response in first.responses] == [False, True]
    assert all(one is other for one, other in zip(first.responses, second.responses, strict=True))


@given(st.lists(st.text("abz/~!", min_size=1, max_size=3), min_size=1, max_size=40, unique=True))
def test_classes_of_one_object_come_in_the_order_of_its_properties(names: list[str]) -> None:
    found = answering({"type": "object", "properties": {name: {"enum": [name]} for name in names}})
    members = [one.members[0].value for one in found.api.types.values() if isinstance(one, EnumDef)]
    assert members == names


def test_naming_order_is_components_requests_responses() -> None:
    obj: Data = {"type": "object", "properties": {"x": {"type": "object"}, "y": {"type": "object"}}}
    content = {"content": {"application/json": {"schema": obj}}}
    named = {"content": {"application/json": {"schema": {"$ref": component("B")}}}}
    enum = {"name": "p", "in": "query", "schema": {"enum": ["a"]}}
    result = document(
        {
            "/a": {
                "post": {
                    "responses": {"200": {"description": "", **named}},
                    "requestBody": content,
                    "parameters": [enum],
                }
            },
            "/b": {"get": {"responses": {"200": {"description": "", **content}}}},
        },
        {"A": obj, "B": {"type": "object", "properties": {"a": {"$ref": component("A")}, "z": {"type": "object"}}}},
    )
    response = "#/paths/~1b/get/responses/200/content/application~1json/schema"
    body = "#/paths/~1a/post/requestBody/content/application~1json/schema"
    assert list(result.api.types) == [
        component("A"),
        component("A") + "/properties/x",
        component("A") + "/properties/y",
        component("B"),
        component("B") + "/properties/z",
        "#/paths/~1a/post/parameters/0/schema",
        body,
        body + "/properties/x",
        body + "/properties/y",
        "#/paths/~1a/post!request",
        response,
        response + "/properties/x",
        response + "/properties/y",
    ]


def test_origins_say_all_that_names_need() -> None:
    schema = {
        "type": "object",
        "title": "Whole",
        "properties": {
            "list": {
                "type": "array",
                "items": {"anyOf": [{"type": "object"}, {"type": "object", "title": "Second"}, {"type": "null"}]},
            },
            "maybe": {"title": "Outer", "anyOf": [{"type": "null"}, {"type": "object"}]},
            "map": {"type": "object", "additionalProperties": {"type": "object", "x-speakeasy-name-override": "Value"}},
        },
    }
    types = answering(schema).api.types
    whole = types[TypeId(SCHEMA)].origin
    assert (whole.root, whole.operation, whole.status, whole.media_type, whole.title, whole.steps) == (
        Root.RESPONSE,
        "#/paths/~1a/get",
        "200",
        "application/json",
        "Whole",
        (),
    )
    union = types[TypeId(f"{SCHEMA}/properties/list/items")].origin
    assert union.steps == (Step(Via.PROPERTY, "list"), Step(Via.ITEM, ""))
    second = types[TypeId(f"{SCHEMA}/properties/list/items/anyOf/1")].origin
    assert second.title == "Second"
    assert second.steps == (*union.steps, Step(Via.MEMBER, "2", "Second"))
    maybe = types[TypeId(f"{SCHEMA}/properties/maybe/anyOf/1")].origin
    assert (maybe.title, maybe.steps) == ("Outer", (Step(Via.PROPERTY, "maybe", "Outer"),))
    value = types[TypeId(f"{SCHEMA}/properties/map/additionalProperties")].origin
    assert value.name_override == "Value"
    assert value.steps[-1].via is Via.VALUE


def test_a_reference_into_a_component_belongs_to_it() -> None:
    schemas = {"Pet": {"type": "object", "properties": {"tags": {"type": "array", "items": {"type": "object"}}}}}
    at = component("Pet") + "/properties/tags/items"
    origin = answering({"$ref": at}, schemas).object(at).origin
    assert (origin.component, origin.steps) == ("Pet", (Step(Via.PROPERTY, "tags"), Step(Via.ITEM, "")))


# ------------------------------------------------------------------------------------------------------- any document


def _schemas() -> st.SearchStrategy[Any]:
    names = st.sampled_from(["A", "B", "C"])
    reference = names.map(lambda name: {"$ref": component(name)})
    scalar = st.sampled_from(
        [
            {"type": "string"},
            {"type": "integer", "default": "x"},
            {"type": "string", "format": "date-time"},
            {"enum": ["a", None, 1]},
            {"const": "k"},
            {"type": "null"},
            {},
            True,
            False,
            {"type": ["string", "object"], "readOnly": True},
        ]
    )

    def compound(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.fixed_dictionaries(
            {},
            optional={
                "type": st.sampled_from(["object", "array", "string", ["object", "null"]]),
                "properties": st.dictionaries(st.sampled_from(["a", "b", "kind", "x/y~z!"]), inner, max_size=3),
                "required": st.lists(st.sampled_from(["a", "b", "kind", "q"]), max_size=2),
                "items": inner,
                "prefixItems": st.lists(inner, max_size=2),
                "additionalProperties": inner,
                "patternProperties": st.dictionaries(st.sampled_from(["^a"]), inner, max_size=1),
                "anyOf": st.lists(inner, max_size=3),
                "oneOf": st.lists(inner, max_size=3),
                "allOf": st.lists(inner, max_size=3),
                "not": inner,
                "$ref": names.map(component),
                "discriminator": st.just({"propertyName": "kind"}),
                "readOnly": st.booleans(),
                "writeOnly": st.booleans(),
                "default": st.sampled_from([None, "a", 1, [], {}]),
                "title": st.sampled_from(["T", "", "  "]),
                "x-speakeasy-ignore": st.booleans(),
            },
        )

    return st.recursive(scalar | reference, compound, max_leaves=12)


@settings(deadline=None)
@given(st.fixed_dictionaries({"A": _schemas(), "B": _schemas(), "C": _schemas()}), _schemas())
def test_any_schema_yields_an_operation_whose_types_are_all_there(schemas: dict[str, Any], body: Any) -> None:
    content = {"content": {"application/json": {"schema": body}}}
    answer = {"content": {"application/json": {"schema": {"$ref": component("A")}}}}
    operation = {"requestBody": content, "responses": {"200": {"description": "", **answer}}}
    result = document({"/a": {"post": operation}}, schemas)
    assert len(result.api.operations) == 1
    for type_id, definition in result.api.types.items():
        assert definition.id == type_id
    _assert_closed(result)
    assert result == document({"/a": {"post": operation}}, schemas)


def _assert_closed(result: Result) -> None:
    types = result.api.types
    kinds = [kind for definition in types.values() for kind in parts(definition)]
    for one in result.api.operations:
        kinds += [content.type for response in one.responses for content in response.contents]
        kinds += [content.type for content in one.body.contents] if one.body is not None else []
    assert {id for kind in kinds if (id := target(kind)) is not None} <= types.keys()
