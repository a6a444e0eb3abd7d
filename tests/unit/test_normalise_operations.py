"""Operations: parameters, bodies, responses, servers, security, and what extensions add."""

from __future__ import annotations

from typing import Any

import pytest

from generator.api import MediaKind, Outcome, PagingKind, SecurityKind, SecurityUse, Style
from generator.api_types import (
    AnyType,
    Deprecation,
    FileType,
    ListType,
    Location,
    RefType,
    Root,
    Scalar,
    ScalarType,
    TypeId,
)
from generator.normalise.paging import jsonpath
from generator.normalise.patterns import name_pattern
from tests.unit.normalised import BODY, Result, answering, document, sending

STRING = ScalarType(Scalar.STRING)
OK = {"responses": {"204": {"description": "done"}}}


def one(operation: dict[str, Any], path: str = "/a", item: dict[str, Any] | None = None, **rest: Any) -> Result:
    return document({path: {**(item or {}), "get": {**OK, **operation}}}, **rest)


def parameter(name: str = "p", where: str = "query", **more: Any) -> dict[str, Any]:
    return {"name": name, "in": where, "schema": {"type": "string"}, **more}


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
    assert result.codes == ["bad-parameter", "client-header", "path-parameter-unused", "parameter-place"]


def test_a_place_of_the_path_that_nothing_describes_is_text() -> None:
    result = one({}, path="/a/{b}/{c}")
    assert [(p.name, p.required, p.type) for p in result.operation.parameters] == [
        ("b", True, STRING),
        ("c", True, STRING),
    ]
    assert "undeclared-path-parameter" in result.codes


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
    assert operation.operation.request_type == "#/paths/~1a/get!globals"


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
        "file": FileType(),
        "files": ListType(FileType()),
        "maybe": FileType(nullable=True),
        "note": STRING,
    }
    assert list(result.fields("#!file")) == ["file_name", "content", "content_type"]
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
    assert result.fields("#/components/schemas/Upload") == {"file": FileType()}


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
        ("302", True),
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


# ------------------------------------------------------------------------------------------------ operations as a whole


def test_document_order_of_operations_and_their_methods() -> None:
    paths = {
        "/b": {"post": OK, "get": OK, "x-note": {}},
        "/a": {"$ref": "#/components/pathItems/Shared"},
        "/c": {"additionalOperations": {"COPY": OK}, "query": OK},
    }
    result = document(paths, components={"pathItems": {"Shared": {"delete": OK, "parameters": [parameter("p")]}}})
    assert [(o.http_method, o.path) for o in result.api.operations] == [
        ("POST", "/b"),
        ("GET", "/b"),
        ("DELETE", "/a"),
        ("COPY", "/c"),
        ("QUERY", "/c"),
    ]
    assert [p.name for p in result.api.operations[2].parameters] == ["p"]
    assert result.api.operations[2].id == "#/paths/~1a/delete"


@pytest.mark.parametrize(
    ("node", "groups"),
    [
        ({"x-speakeasy-group": "a.b", "tags": ["T"]}, (("a", "b"),)),
        ({"tags": ["T", "U", "T"]}, (("T",), ("U",))),
        ({"tags": []}, ((),)),
        ({}, ((),)),
        ({"x-speakeasy-group": "", "tags": ["T"]}, ((),)),
    ],
)
def test_groups(node: dict[str, Any], groups: Any) -> None:
    assert one(node).operation.groups == groups


def test_names_of_methods() -> None:
    patterns = {"x-speakeasy-name-override": [{"operationId": "^list.*", "methodNameOverride": "list"}]}
    assert one({"operationId": "listPets"}, **patterns).operation.name_override == "list"
    assert one({"operationId": "getPet"}, **patterns).operation.name_override is None
    assert (
        one({"operationId": "listPets", "x-speakeasy-name-override": "all"}, **patterns).operation.name_override
        == "all"
    )


@pytest.mark.parametrize("pattern", ["(a+)+$", "a**", "(", "(?=a)", "(a|b)*", "x{1000}", ".*.*.*.*.*", "a" * 300])
def test_patterns_that_could_run_long_are_refused(pattern: str) -> None:
    assert name_pattern(pattern, "x") is None
    result = one(
        {"operationId": "a"}, **{"x-speakeasy-name-override": [{"operationId": pattern, "methodNameOverride": "x"}]}
    )
    assert result.codes == ["bad-extension"]


def test_ignored_operations_are_in_the_coverage_alone() -> None:
    result = one({"x-speakeasy-ignore": True})
    assert result.api.operations == ()
    assert [(e.kind, e.outcome) for e in result.api.coverage] == [("operation", Outcome.SKIPPED)]
    assert result.codes == []


def test_numbers_and_texts_of_extensions() -> None:
    result = one(
        {
            "x-speakeasy-timeout": 500,
            "x-speakeasy-max-method-params": 2,
            "deprecated": True,
            "x-speakeasy-deprecation-message": "use b",
            "x-speakeasy-deprecation-replacement": "getB",
            "x-speakeasy-usage-example": {"title": "First", "position": 1, "tags": ["t"]},
            "x-speakeasy-docs": {"python": {"description": "for Python"}},
            "description": "for all",
            "x-speakeasy-retries": {
                "strategy": "backoff",
                "backoff": {"initialInterval": 10, "maxInterval": 20, "exponent": 2, "maxElapsedTime": 30},
                "statusCodes": ["5XX", 429],
                "retryConnectionErrors": True,
            },
        },
        **{"x-speakeasy-timeout": 600, "x-speakeasy-retries": {"strategy": "none"}},
    )
    operation = result.operation
    assert (operation.timeout_ms, result.api.timeout_ms, operation.max_method_params) == (500, 600, 2)
    assert operation.notes.deprecated == Deprecation("use b", "getB")
    assert operation.notes.description == "for Python"
    assert operation.usage is not None
    assert (operation.usage.title, operation.usage.position, operation.usage.tags) == ("First", 1, ("t",))
    assert operation.retries is not None
    assert operation.retries.status_codes == ("5XX", "429")
    assert (operation.retries.initial_interval_ms, operation.retries.exponent) == (10, 2.0)
    assert operation.retries.retry_connection_errors
    assert result.api.retries is not None
    assert result.api.retries.status_codes == ()


@pytest.mark.parametrize("name", ["timeout", "max-method-params"])
@pytest.mark.parametrize("value", [-1, 1.5, "x", True])
def test_bad_numbers_have_no_effect(name: str, value: Any) -> None:
    assert one({f"x-speakeasy-{name}": value}).codes == ["bad-extension"]


def test_pagination() -> None:
    node = {
        "type": "cursor",
        "inputs": [{"name": "cursor", "in": "parameters", "type": "cursor"}],
        "outputs": {"nextCursor": "$.meta['next'][-1]", "results": "$.data[*]"},
    }
    found = one({"x-speakeasy-pagination": node}).operation.pagination
    assert found is not None
    assert (found.kind, found.next_cursor, found.results) == (PagingKind.CURSOR, ("meta", "next", -1), ("data",))
    assert one({"x-speakeasy-pagination": {**node, "outputs": {}}}).codes == ["pagination"]


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("$", ()),
        ("$.a.b-c", ("a", "b-c")),
        ('$["a b"][0]', ("a b", 0)),
        ("$.a[(@.length-1)].b", ("a", -1, "b")),
        ("$..a", None),
        ("a.b", None),
        ("$.a[*].b", None),
        ("$.a[?(@.x)]", None),
    ],
)
def test_paths_into_an_answer(written: str, steps: Any) -> None:
    assert jsonpath(written) == steps


def test_webhooks_and_callbacks_have_types() -> None:
    schema = {
        "type": "object",
        "properties": {"secret": {"type": "string", "writeOnly": True}, "id": {"readOnly": True}},
    }
    body = {"content": {"application/json": {"schema": schema}}}
    hook = {"post": {"requestBody": body, **OK}}
    result = document(
        {"/a": {"post": {**OK, "callbacks": {"done": {"{$request.body#/url}": hook}}}}}, webhooks={"newPet": hook}
    )
    assert [w.name for w in result.api.webhooks] == ["newPet", "done"]
    assert [(d.origin.root, d.origin.component) for d in result.api.types.values()] == [
        (Root.WEBHOOK, "newPet"),
        (Root.WEBHOOK, "done"),
    ]
    assert [list(result.fields(i)) for i in result.api.types] == [["id"], ["id"]]


def test_coverage_lists_every_operation_and_schema() -> None:
    schemas = {"Used": {"type": "object"}, "Unused": {"type": "object"}, "Text": {"type": "string"}}
    api = answering({"$ref": "#/components/schemas/Used"}, schemas).api
    coverage = {(e.kind, e.id): e.outcome for e in api.coverage}
    assert coverage["operation", "#/paths/~1a/get"] is Outcome.GENERATED
    assert coverage["schema", "#/components/schemas/Used"] is Outcome.GENERATED
    assert coverage["schema", "#/components/schemas/Unused"] is Outcome.GENERATED
    assert api.unreferenced == {"#/components/schemas/Unused"}
    assert coverage["schema", "#/components/schemas/Text"] is Outcome.SKIPPED
