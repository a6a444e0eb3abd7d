"""Operations: parameters, bodies, responses, servers and security."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import MediaKind, Outcome, SecurityKind, SecurityUse, Style
from sdkwright.ir.types import AnyType, FileType, ListType, Location, RefType, Root, ScalarType, TypeId

from tests.unit.normalised import BODY, OK, document, one, parameter, sending

STRING = ScalarType(Scalar.STRING)


# ---------------------------------------------------------------------------------------------------------- parameters


@pytest.mark.parametrize(
    ("where", "more", "style", "explode"),
    [
        ("path", {}, Style.SIMPLE, False),
        ("path", {"style": "matrix", "explode": True}, Style.MATRIX, True),
        ("query", {}, Style.FORM, True),
        ("query", {"explode": False}, Style.FORM, False),
        ("query", {"style": "deepObject"}, Style.DEEP_OBJECT, False),
        ("query", {"style": "pipeDelimited"}, Style.PIPE_DELIMITED, False),
        ("header", {}, Style.SIMPLE, False),
        ("cookie", {}, Style.FORM, True),
    ],
)
def test_styles(where: str, more: dict[str, Any], style: Style, explode: bool) -> None:
    (found,) = one(
        {"parameters": [parameter("p", where, **more)]}, path="/a/{p}" if where == "path" else "/a"
    ).operation.parameters
    assert (found.location.value, found.style, found.explode) == (where, style, explode)
    assert found.required is (where == "path")


def test_a_style_of_another_place_is_degraded() -> None:
    result = one({"parameters": [parameter("p", "header", style="form")]})
    assert result.operation.parameters[0].style is Style.SIMPLE
    assert result.codes == ["parameter-style"]


def test_an_operation_replaces_parameters_of_its_path_item_in_their_place() -> None:
    item = {"parameters": [parameter("a"), parameter("b", description="old")]}
    result = one(
        {"parameters": [parameter("b", description="new"), parameter("c"), parameter("a", "header")]}, item=item
    )
    assert [(p.name, p.location, p.notes.description) for p in result.operation.parameters] == [
        ("a", Location.QUERY, None),
        ("b", Location.QUERY, "new"),
        ("c", Location.QUERY, None),
        ("a", Location.HEADER, None),
    ]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}},
        {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "string"}}}},
        {"type": "object", "additionalProperties": {"type": "object", "properties": {"a": {"type": "string"}}}},
    ],
)
def test_structures_that_a_place_has_no_style_for_are_json(schema: dict[str, Any]) -> None:
    for where, kind, codes in (("header", "application/json", ["parameter-nested"]), ("query", None, [])):
        result = one({"parameters": [{"name": "p", "in": where, "schema": schema}]})
        assert [found.media_type for found in result.operation.parameters] == [kind]
        assert result.codes == codes


def test_a_parameter_described_by_content() -> None:
    content = {"application/json": {"schema": {"type": "object", "properties": {"a": {}}}, "example": {"a": 1}}}
    (found,) = one({"parameters": [{"name": "p", "in": "query", "content": content}]}).operation.parameters
    assert found.media_type == "application/json"
    assert isinstance(found.type, RefType)
    assert found.notes.examples == ({"a": 1},)


def test_the_description_of_a_parameter_is_its_own() -> None:
    node = parameter(schema={"type": "string", "description": "of the schema", "example": "e"})
    (found,) = one({"parameters": [node]}).operation.parameters
    assert found.notes.description is None
    assert found.notes.examples == ("e",)


def test_parameters_that_cannot_be_sent() -> None:
    listed = [parameter("Accept", "header"), parameter("x", "path"), parameter("y", "body"), {"name": "z"}]
    result = one({"parameters": listed})
    assert result.operation.parameters == ()
    assert result.codes == ["missing", "client-header", "path-parameter", "parameter-location"]


def test_a_place_of_the_path_that_nothing_describes_is_text() -> None:
    result = one({}, path="/a/{b}/{c}")
    assert [(p.name, p.required, p.type) for p in result.operation.parameters] == [
        ("b", True, STRING),
        ("c", True, STRING),
    ]
    assert "path-parameter" in result.codes


def test_shared_parameters_are_found_and_their_enums_belong_to_the_operation() -> None:
    shared = {"Limit": parameter("limit", schema={"type": "string", "enum": ["a"]})}
    result = one({"parameters": [{"$ref": "#/components/parameters/Limit"}]}, components={"parameters": shared})
    (type_id, definition), *_ = result.api.types.items()
    assert type_id == "#/components/parameters/Limit/schema"
    origin = definition.origin
    assert (origin.root, origin.component, origin.parameter) == (Root.PARAMETER, "Limit", "limit")
    assert origin.operation == "#/paths/~1a/get"


def test_idempotency_header() -> None:
    assert (
        one({"parameters": [parameter("Idempotency-Key", "header")]}).operation.idempotency_header == "Idempotency-Key"
    )
    assert one({"parameters": [parameter("Idempotency-Key", "query")]}).operation.idempotency_header is None


def test_globals() -> None:
    listed = {
        "parameters": [parameter("contactId", "header", **{"x-speakeasy-globals-hidden": True}), parameter("tenant")]
    }
    result = one(
        {"parameters": [parameter("contactId", "header"), parameter("own")]}, **{"x-speakeasy-globals": listed}
    )
    assert [(p.name, p.is_global, p.hidden) for p in result.operation.parameters] == [
        ("contactId", True, True),
        ("own", False, False),
    ]
    assert [(p.name, p.is_global, p.hidden) for p in result.api.globals] == [
        ("contactId", True, True),
        ("tenant", True, False),
    ]
    assert result.api.globals_type is not None
    assert list(result.fields(result.api.globals_type)) == ["contactId", "tenant"]
    assert result.operation.request_type is not None
    assert list(result.fields(result.operation.request_type)) == ["own"]


def test_an_operation_with_nothing_but_globals_has_a_class_of_its_own() -> None:
    listed = {"parameters": [parameter("tenant")]}
    operation = one({"parameters": [parameter("tenant")]}, **{"x-speakeasy-globals": listed})
    assert operation.operation.globals_type == "#/paths/~1a/get!globals"
    assert operation.operation.request_type is None


# --------------------------------------------------------------------------------------------------------------- bodies


def test_request_class_has_parameters_then_body() -> None:
    result = sending({"type": "object", "properties": {"a": {}}}, parameters=[parameter("q")])
    assert result.operation.request_type == "#/paths/~1a/post!request"
    assert result.fields("#/paths/~1a/post!request") == {"q": STRING, "RequestBody": RefType(TypeId(BODY))}
    named = sending({"$ref": "#/components/schemas/Pet"}, {"Pet": {"type": "object"}}, parameters=[parameter("q")])
    assert list(named.fields("#/paths/~1a/post!request")) == ["q", "Pet"]
    assert sending({"type": "object"}).operation.request_type is None


@pytest.mark.parametrize(
    ("media_type", "schema", "kind", "expected"),
    [
        ("application/json; charset=utf-8", {"type": "string"}, MediaKind.JSON, STRING),
        ("application/vnd.api+json", {"type": "string"}, MediaKind.JSON, STRING),
        ("text/plain", {"type": "string"}, MediaKind.TEXT, STRING),
        ("text/csv", None, MediaKind.TEXT, STRING),
        ("application/xml", {"type": "string"}, MediaKind.TEXT, STRING),
        ("application/octet-stream", None, MediaKind.BINARY, ScalarType(Scalar.BINARY)),
        ("image/png", {"type": "string"}, MediaKind.BINARY, ScalarType(Scalar.BINARY)),
        ("application/json", {"type": "string", "format": "binary"}, MediaKind.BINARY, ScalarType(Scalar.BINARY)),
        ("*/*", {"type": "array", "items": {}}, MediaKind.JSON, ListType(AnyType())),
        ("*/*", {"type": "string"}, MediaKind.TEXT, STRING),
        ("application/x-ndjson", {"type": "string"}, MediaKind.JSON_LINES, STRING),
        ("application/x-www-form-urlencoded", {"type": "object", "additionalProperties": True}, MediaKind.FORM, None),
    ],
)
def test_kinds_of_content(media_type: str, schema: Any, kind: MediaKind, expected: Any) -> None:
    content = {media_type: {} if schema is None else {"schema": schema}}
    result = document({"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}})
    (found,) = result.operation.responses[0].contents
    assert found.kind is kind
    assert expected is None or found.type == expected


def test_xml_beside_json_is_left_out() -> None:
    content = {"application/xml": {"schema": {"type": "object"}}, "application/json": {"schema": {"type": "object"}}}
    result = document({"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}})
    assert [c.media_type for c in result.operation.responses[0].contents] == ["application/json"]
    assert result.codes == []
    assert any(e.outcome is Outcome.SKIPPED and e.id.endswith("application~1xml") for e in result.api.coverage)


def test_binary_properties_of_a_multipart_body_are_files() -> None:
    schema = {
        "type": "object",
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "files": {"type": "array", "items": {"type": "string", "contentMediaType": "application/octet-stream"}},
            "maybe": {"type": ["string", "null"], "format": "binary"},
            "note": {"type": "string"},
        },
    }
    body = {"content": {"multipart/form-data": {"schema": schema, "encoding": {"note": {"contentType": "text/html"}}}}}
    result = document({"/a": {"post": {"requestBody": body, **OK}}})
    body_id = "#/paths/~1a/post/requestBody/content/multipart~1form-data/schema"
    assert result.fields(body_id) == {
        "file": FileType(TypeId(f"{body_id}/properties/file")),
        "files": ListType(FileType(TypeId(f"{body_id}/properties/files/items"))),
        "maybe": FileType(TypeId(f"{body_id}/properties/maybe"), nullable=True),
        "note": STRING,
    }
    assert list(result.fields(f"{body_id}/properties/file")) == ["file_name", "content", "content_type"]
    assert result.operation.body is not None
    assert result.operation.body.contents[0].encodings[0].content_type == "text/html"


def test_a_component_is_multipart_wherever_it_was_met_first() -> None:
    schemas = {"Upload": {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}}
    upload = {"schema": {"$ref": "#/components/schemas/Upload"}}
    result = document(
        {
            "/a": {"post": {"requestBody": {"content": {"application/json": upload}}, **OK}},
            "/b": {"post": {"requestBody": {"content": {"multipart/form-data": upload}}, **OK}},
        },
        schemas,
    )
    assert result.fields("#/components/schemas/Upload") == {
        "file": FileType(TypeId("#/components/schemas/Upload/properties/file"), in_json=True)
    }


def test_binary_in_json_is_base64() -> None:
    result = sending({"type": "object", "properties": {"blob": {"type": "string", "format": "binary"}}})
    assert result.fields(BODY) == {"blob": ScalarType(Scalar.BASE64)}


def test_an_inline_body_takes_the_description_of_its_holder() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "object"}}}
    content = {"application/json": {"schema": schema}}
    result = document({"/a": {"get": {"responses": {"200": {"description": "The answer", "content": content}}}}})
    described = [definition.notes.description for definition in result.api.types.values()]
    assert described == ["The answer", None]


@pytest.mark.parametrize(
    ("schema", "data_only"),
    [
        ({"type": "object", "properties": {"data": {"type": "object"}, "event": {"type": "string"}}}, False),
        ({"type": "object", "properties": {"text": {"type": "string"}}}, True),
        ({"type": "string"}, True),
        (
            {
                "oneOf": [
                    {"type": "object", "properties": {"data": {}}},
                    {"type": "object", "properties": {"data": {}, "id": {}}},
                ]
            },
            False,
        ),
    ],
)
def test_server_sent_events(schema: Any, data_only: bool) -> None:
    content = {"text/event-stream": {"schema": schema, "x-speakeasy-sse-sentinel": "[DONE]"}}
    result = document({"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}})
    (found,) = result.operation.responses[0].contents
    assert (found.kind, found.sentinel, found.data_only) == (MediaKind.SSE, "[DONE]", data_only)


# ------------------------------------------------------------------------------------------------------------ responses


def answers(responses: dict[str, Any], **rest: Any) -> list[tuple[str, bool]]:
    return [
        (r.status, r.is_error) for r in document({"/a": {"get": {"responses": responses}}}, **rest).operation.responses
    ]


def test_which_responses_are_errors() -> None:
    node = {"description": ""}
    listed = {"200": node, "2XX": node, "302": node, "404": node, "5XX": node, "default": node}
    assert answers(listed) == [
        ("200", False),
        ("2XX", False),
        ("302", False),
        ("404", True),
        ("5XX", True),
        ("default", True),
    ]
    errors = {"x-speakeasy-errors": {"statusCodes": ["404", "2XX"], "override": True}}
    assert answers({"200": node, "404": node, "500": node}, **errors) == [("200", True), ("404", True), ("500", False)]


def test_a_document_without_a_success() -> None:
    node = {"description": "", "content": {"application/json": {"schema": {"type": "string"}}}}
    result = document({"/a": {"get": {"responses": {"default": node}}}})
    assert [(r.status, len(r.contents), r.is_error) for r in result.operation.responses] == [
        ("2XX", 1, False),
        ("default", 1, True),
    ]
    assert result.codes == ["no-success-response"]
    assert answers({"404": node}) == [("2XX", False), ("404", True)]


def test_error_schemas_are_marked_and_inline_answers_of_a_shared_response_belong_to_it() -> None:
    shared = {
        "NotFound": {
            "description": "",
            "content": {
                "application/json": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "detail": {
                                "type": "object",
                                "properties": {"text": {"type": "string", "x-speakeasy-error-message": True}},
                            }
                        },
                    }
                }
            },
        }
    }
    result = document(
        {
            "/a": {
                "get": {"responses": {"200": {"description": ""}, "404": {"$ref": "#/components/responses/NotFound"}}}
            }
        },
        components={"responses": shared},
    )
    found = result.object("#/components/responses/NotFound/content/application~1json/schema")
    assert found.is_error
    assert (found.origin.root, found.origin.component, found.origin.steps) == (Root.COMPONENT, "NotFound", ())
    assert result.operation.error_message_path == ("detail", "text")


# ------------------------------------------------------------------------------------------------- servers and security


def test_servers_at_three_levels() -> None:
    item = {"servers": [{"url": "https://item.example"}]}
    assert [s.url for s in one({}, item=item).operation.servers] == ["https://item.example"]
    operation = {
        "servers": [{"url": "https://{where}.example", "variables": {"where": {"default": "eu", "enum": ["eu", "us"]}}}]
    }
    (found,) = one(operation, item=item).operation.servers
    assert [(v.name, v.default, v.enum) for v in found.variables] == [("where", "eu", ("eu", "us"))]
    top = one({}, servers=[{"url": "/v1", "x-speakeasy-server-id": "prod", "description": "main"}]).api.servers
    assert [(s.url, s.server_id, s.description) for s in top] == [("/v1", "prod", "main")]


def test_security_schemes_and_requirements() -> None:
    schemes = {
        "Bearer": {"type": "http", "scheme": "Bearer", "x-speakeasy-example": "token"},
        "Basic": {"type": "http", "scheme": "basic"},
        "Digest": {"type": "http", "scheme": "digest"},
        "Key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "OAuth": {
            "type": "oauth2",
            "flows": {"clientCredentials": {"tokenUrl": "https://t.example", "scopes": {"read": ""}}},
        },
        "Code": {"type": "oauth2", "flows": {"authorizationCode": {"tokenUrl": "https://c.example", "scopes": {}}}},
        "Oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://o.example"},
        "Tls": {"type": "mutualTLS"},
        "Odd": {"type": "magic"},
    }
    result = one(
        {"security": [{"Key": [], "Basic": []}, {"OAuth": ["read"]}, {}, {"Nobody": []}]},
        components={"securitySchemes": schemes},
        security=[{"Bearer": []}],
    )
    assert [(s.key, s.kind) for s in result.api.security_schemes] == [
        ("Bearer", SecurityKind.BEARER),
        ("Basic", SecurityKind.BASIC),
        ("Digest", SecurityKind.HTTP_OTHER),
        ("Key", SecurityKind.API_KEY),
        ("OAuth", SecurityKind.OAUTH2_CLIENT_CREDENTIALS),
        ("Code", SecurityKind.OAUTH2_TOKEN),
        ("Oidc", SecurityKind.OAUTH2_TOKEN),
        ("Tls", SecurityKind.MUTUAL_TLS),
    ]
    assert result.api.security == ((SecurityUse("Bearer"),),)
    assert result.operation.security == (
        (SecurityUse("Key"), SecurityUse("Basic")),
        (SecurityUse("OAuth", ("read",)),),
        (),
    )
    assert result.codes == ["security-scheme", "unknown-security"]
    assert result.api.security_type is not None
    assert "Tls" not in result.fields(result.api.security_type)
    assert one({"security": []}).operation.security == ()
    assert one({}).operation.security is None
