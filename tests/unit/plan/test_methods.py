"""Methods: signatures, runtime plans, results, errors."""

from __future__ import annotations

import black
import pytest
from sdkwright.docs.type_cells import python_type
from sdkwright.options.model import Brackets, Config
from sdkwright.plan.operation.parameters import split_path
from sdkwright.problems import ProblemsError
from sdkwright.text.escape import raw

from tests.unit.planning import Data, Planned, operation, planned

OLD = Config(response_required=False)


def definition(made: Planned, name: str = "post_a") -> str:
    """The runtime plan on one line."""
    mode = black.Mode(line_length=10_000, magic_trailing_comma=False)
    return black.format_str(raw(made.method(name).definition), mode=mode)


def parameter(**told: Data) -> Planned:
    return operation(parameters=[{"schema": {"type": "array", "items": {"type": "string"}}, **told}])


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ({"name": "q", "in": "query"}, 'op.Query("q", "q", type=lambda: List[str])'),
        ({"name": "q", "in": "query", "explode": False}, 'op.Query("q", "q", op.form_joined, type=lambda: List[str])'),
        (
            {"name": "q", "in": "query", "style": "pipeDelimited", "explode": False},
            'op.Query("q", "q", op.pipe_delimited, type=lambda: List[str])',
        ),
        (
            {"name": "q", "in": "query", "allowReserved": True, "required": True},
            'op.Query("q", "q", type=lambda: List[str], allow_reserved=True, required=True)',
        ),
        ({"name": "X-A", "in": "header"}, 'op.Header("x_a", "X-A", type=lambda: List[str])'),
        ({"name": "c", "in": "cookie"}, 'op.Cookie("c", "c", type=lambda: List[str])'),
        (
            {"name": "q", "in": "query", "content": {"application/json": {"schema": {"type": "integer"}}}},
            'op.Query("q", "q", op.query_json, type=lambda: int)',
        ),
    ],
)
def test_parameter_rows(told: Data, row: str) -> None:
    if "content" in told:
        assert row in definition(operation(parameters=[told]))
    else:
        assert row in definition(parameter(**told))


def test_text_parameters_need_no_type() -> None:
    made = operation(parameters=[{"name": "q", "in": "query", "schema": {"type": "string"}}])
    assert 'query=(op.Query("q", "q"),)' in definition(made)


def test_paths_are_split_before() -> None:
    where = {"in": "path", "required": True, "schema": {"type": "string"}}
    made = operation(path="/a b/{id}.json/{x}", parameters=[{"name": "id", **where}, {"name": "x", **where}])
    assert 'path=("/a%20b/", op.Path("id", "id"), ".json/", op.Path("x", "x"))' in definition(made)


@pytest.mark.parametrize(
    ("path", "names", "pieces"),
    [
        ("/a", [], [("/a", None)]),
        ("/{a}", ["a"], [("/", "a"), ("", None)]),
        ("/{ab}{a}", ["a", "ab"], [("/", "ab"), ("", "a"), ("", None)]),
        ("/{b}/{a}", ["a"], [("/{b}/", "a"), ("", None)]),
    ],
)
def test_a_path_is_split_at_its_parameters(path: str, names: list[str], pieces: Data) -> None:
    assert split_path(path, names) == pieces


def body(schema: Data, *, required: bool = True, media_type: str = "application/json", **told: Data) -> Planned:
    return operation(requestBody={"required": required, "content": {media_type: {"schema": schema}}}, **told)


OBJECT: Data = {
    "type": "object",
    "properties": {"a": {"type": "string"}, "b": {"type": ["integer", "null"]}},
    "required": ["a"],
}


def test_what_nobody_describes_is_sent_under_its_own_name() -> None:
    made = body({**OBJECT, "required": ["a", "more-of"]})
    assert 'op.Field("more_of", "more-of", nullable=True)' in definition(made)


def test_a_flattened_body() -> None:
    made = body(OBJECT)
    assert 'fields=(op.Field("a", "a"), op.Field("b", "b", nullable=True))' in definition(made)
    assert made.method("post_a").signature[:2] == ("a: str", "b: OptionalNullable[int] = UNSET")
    assert made.method("post_a").passed[1] == '{"a": a, "b": b}'


def test_an_optional_body_is_one_argument_marked_required_in_the_docs() -> None:
    made = body(OBJECT, required=False)
    (request,) = made.method("post_a").arguments
    assert request.annotation == "Optional[Union[models.PostARequest, models.PostARequestTypedDict]]"
    assert request.documented_as_required
    assert 'body=op.JsonBody(lambda: models.PostARequest, argument="request")' in definition(made)


@pytest.mark.parametrize(
    ("media_type", "schema", "plan"),
    [
        ("text/plain", {"type": "string"}, 'op.TextBody("request", required=True)'),
        ("application/octet-stream", {"type": "string", "format": "binary"}, 'op.BinaryBody("request", required=True)'),
        ("image/png", {}, 'op.BinaryBody("request", media_type="image/png", required=True)'),
    ],
)
def test_bodies_that_are_no_json(media_type: str, schema: Data, plan: str) -> None:
    made = body(schema, media_type=media_type)
    assert plan in definition(made)


def test_several_media_types_are_a_choice() -> None:
    content = {"application/json": {"schema": OBJECT}, "text/plain": {"schema": {"type": "string"}}}
    made = operation(requestBody={"required": True, "content": content})
    assert "body=op.BodyChoice((op.JsonBody(" in definition(made)
    request, content_type = made.method("post_a").arguments
    assert (content_type.name, content_type.annotation) == ("content_type", "Optional[str]")
    assert request.annotation == "Union[Union[models.PostARequest, models.PostARequestTypedDict], str]"


def test_an_argument_of_the_document_keeps_the_name_of_the_option() -> None:
    content = {"application/json": {"schema": OBJECT}, "text/plain": {"schema": {"type": "string"}}}
    named = {"name": "content_type", "in": "query", "schema": {"type": "string"}}
    made = operation(parameters=[named], requestBody={"required": True, "content": content})
    assert "content_type=" not in definition(made)
    assert [argument.name for argument in made.method("post_a").arguments].count("content_type") == 1


def test_the_same_json_under_several_media_types_is_one_body() -> None:
    content = {name: {"schema": OBJECT} for name in ("application/json", "text/json", "application/*+json")}
    made = operation(requestBody={"required": True, "content": content})
    assert definition(made).count("op.JsonBody(") == 1
    assert 'other_types=("text/json", "application/*+json")' in definition(made)


def test_empty_brackets_are_an_option() -> None:
    items = {"type": "array", "items": OBJECT}
    content = {"application/x-www-form-urlencoded": {"schema": items}}
    made = operation(
        Config(brackets=Brackets.EMPTY),
        parameters=[{"name": "q", "in": "query", "schema": items}],
        requestBody={"content": content},
    )
    assert 'op.Query("q", "q", op.form_empty, type=' in definition(made)
    assert "empty_brackets=True" in definition(made)


def test_empty_brackets_are_an_option_of_a_whole_query() -> None:
    form = {"schema": OBJECT, "encoding": {"a": {"explode": False}}}
    content = {"application/x-www-form-urlencoded": form}
    made = operation(
        Config(brackets=Brackets.EMPTY), parameters=[{"name": "q", "in": "querystring", "content": content}]
    )
    assert 'op.WholeForm({"a": op.form_joined_empty}, rest=op.form_empty)' in definition(made)


def test_lines_take_an_iterable_of_their_items() -> None:
    made = operation(requestBody={"required": True, "content": {"application/x-ndjson": {"schema": OBJECT}}})
    (request,) = made.method("post_a").arguments
    model = "Union[models.PostARequest, models.PostARequestTypedDict]"
    assert request.annotation == f"Union[Iterable[{model}], AsyncIterable[{model}], BinaryContent]"
    assert 'body=op.LinesBody(lambda: models.PostARequest, "request", required=True)' in definition(made)


def responses(config: Config | None = None, **told: Data) -> Planned:
    return operation(config, responses={status: {"description": "", **response} for status, response in told.items()})


def content(media_type: str, schema: Data) -> Data:
    return {"content": {media_type: {"schema": schema}}}


@pytest.mark.parametrize(
    ("media_type", "schema", "row", "sync"),
    [
        ("application/json", {"type": "string"}, 'op.Json("200", "application/json", lambda: str)', "str"),
        ("text/plain", {"type": "string"}, 'op.Text("200", "text/plain")', "str"),
        ("image/png", {}, 'op.Download("200", "image/png")', "downloads.Download"),
        (
            "text/event-stream",
            {"type": "object", "properties": {"data": {"type": "string"}}},
            "op.Events(",
            "streams.EventStream[",
        ),
    ],
)
def test_results(media_type: str, schema: Data, row: str, sync: str) -> None:
    made = responses(**{"200": content(media_type, schema)})
    assert row in definition(made)
    assert raw(made.method("post_a").result_annotation).startswith(sync)
    assert "result_required=True" in definition(made)
    optional = responses(OLD, **{"200": content(media_type, schema)})
    assert raw(optional.method("post_a").result_annotation).startswith(f"Optional[{sync}")
    assert "result_required" not in definition(optional)


def test_a_success_without_content_makes_the_result_optional() -> None:
    made = responses(**{"200": content("application/json", {"type": "string"}), "204": {}})
    assert made.method("post_a").result_annotation == "Optional[str]"
    assert 'op.Empty("204")' in definition(made)


def test_no_result() -> None:
    made = responses(**{"204": {}})
    method = made.method("post_a")
    assert (method.result, method.result_annotation) == (None, "None")
    assert "_POST_A: op.Operation[None, None]" in raw(method.definition)


def test_errors_without_schema_are_the_default_error_and_redirects_answers() -> None:
    made = responses(**{"204": {}, "302": {}, "404": {}, "default": {}})
    rows = 'op.Empty("204"), op.Empty("302"), op.ApiError("404"), op.ApiError("default"), op.ApiError("4XX"), '
    assert rows + 'op.ApiError("5XX")' in definition(made)


def test_a_default_error_with_a_class_is_the_catch_all_and_documented() -> None:
    oops = content("application/json", {"type": "object", "properties": {"message": {"type": "string"}}})
    made = responses(**{"204": {}, "404": {}, "default": oops})
    text = definition(made)
    assert 'op.JsonError("default", "application/json", lambda: models.' in text
    assert 'op.ApiError("404")' in text
    assert "XX" not in text
    assert [(r.statuses, r.content_type.raw) for r in made.method("post_a").errors] == [
        (("default",), "application/json")
    ]


def test_error_rows_join_codes_of_one_class() -> None:
    error = {"type": "object", "properties": {"message": {"type": "string"}}}
    shared = content("application/json", {"$ref": "#/components/schemas/Oops"})
    told = {status: {"description": "", **shared} for status in ("400", "404", "500")}
    made = planned({"/a": {"post": {"operationId": "postA", "responses": told}}}, {"Oops": error})
    rows = [(python_type(r.type), r.statuses, r.content_type.raw) for r in made.method("post_a").errors]
    assert rows == [
        ("models.OopsError", ("400", "404"), "application/json"),
        ("models.OopsError", ("500",), "application/json"),
    ]


def test_methods_and_attributes_shadow_nothing() -> None:
    def tagged(name: str) -> Data:
        answer = {"description": "", **content("application/json", {"type": "array", "items": {"type": "string"}})}
        return {"operationId": name, "x-speakeasy-group": "things", "responses": {"200": answer}}

    made = planned({"/a": {"get": tagged("list")}, "/b": {"get": tagged("str")}, "/c": {"get": tagged("models")}})
    text = made.text("things.py")
    assert "def list(\n" in text
    assert ") -> List[_str]:" in text
    assert "server_url: Optional[_str] = None," in text


def test_a_deprecated_method_says_so_to_checkers() -> None:
    made = operation(deprecated=True, **{"x-speakeasy-deprecation-message": 'use "b"\n@x'})
    decorator = made.method("post_a").decorator
    assert decorator is not None
    assert raw(decorator).startswith("@deprecated(")
    assert "from typing_extensions import deprecated" in made.text("sdk.py")


def test_paging_says_where_everything_is() -> None:
    results = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": {"type": "integer"}},
            "next": {"type": "string"},
        },
    }
    made = operation(
        parameters=[{"name": "cursor", "in": "query", "schema": {"type": "string"}}],
        responses={"200": {"description": "", **content("application/json", results)}},
        **{
            "x-speakeasy-pagination": {
                "type": "cursor",
                "inputs": [{"name": "cursor", "in": "parameters", "type": "cursor"}],
                "outputs": {"nextCursor": "$.next", "results": "$.data"},
            }
        },
    )
    expected = (
        'paging=op.Paging("cursor", inputs=(op.PagingInput("cursor", "cursor"),), results=("data",), '
        'next_cursor=("next",))'
    )
    assert expected in definition(made)
    assert made.method("post_a").result_annotation == "paging.Page[models.PostAResponseBody, int]"
    assert made.method("post_a").async_result_annotation == "paging.AsyncPage[models.PostAResponseBody, int]"


def test_text_without_a_safe_form_is_a_problem_of_the_document() -> None:
    with pytest.raises(ProblemsError) as caught:
        operation(parameters=[{"name": "X-A\r\nX-B: 1", "in": "header", "schema": {"type": "string"}}])
    assert [p.code for p in caught.value.problems] == ["unsafe-text"]


SECURITY: Data = {
    "security": [{"Key": []}],
    "components": {"securitySchemes": {"Key": {"type": "http", "scheme": "bearer"}}},
}


def test_one_scheme_is_an_argument_of_the_constructor() -> None:
    made = planned({}, None, Config(env_var_prefix="ACME"), **SECURITY)
    text = made.text("sdk.py")
    assert 'security={"key": key},' in text
    assert 'environment=("ACME_KEY",)' in text
    assert made.sdk.client.security_class is None


def test_several_schemes_are_one_security_object() -> None:
    schemes = {"Key": {"type": "http", "scheme": "bearer"}, "Basic": {"type": "http", "scheme": "basic"}}
    made = planned({}, None, None, security=[{"Key": []}, {"Basic": []}], components={"securitySchemes": schemes})
    text = made.text("sdk.py")
    assert "security=security," in text
    assert made.sdk.client.security_class == "Security"
    assert "class Security(SecurityModel):" in made.text("models/security.py")


def test_an_operation_with_security_of_its_own_takes_it_as_an_argument() -> None:
    schemes = {"Key": {"type": "http", "scheme": "bearer"}, "Basic": {"type": "http", "scheme": "basic"}}
    operations = {
        "/a": {"post": {"operationId": "postA", "security": [{"Basic": []}], "responses": {"204": {"description": ""}}}}
    }
    made = planned(operations, None, None, security=[{"Key": []}], components={"securitySchemes": schemes})
    method = made.method("post_a")
    assert method.security_argument is not None
    names = "retries", "server_url", "timeout_ms", "http_headers", "extra_query", "extra_body", "security"
    lines = "".join(f"\n                {name}," for name in names)
    assert method.passed[-1] == f"op.Options({lines}\n            )"
    assert 'security=((configuration.SecurityUse("Basic"),),)' in definition(made, method.name)


def test_an_option_leaves_its_name_to_an_argument_of_the_document() -> None:
    query = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in ("extra_query", "timeout_ms")]
    body = {"type": "object", "properties": {"extra_body": {"type": "string"}}}
    operation = {
        "operationId": "postA",
        "parameters": query,
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"204": {"description": ""}},
    }
    made = planned({"/a": {"post": operation}}, None, None)
    method = made.method("post_a")
    assert [argument.name for argument in method.arguments] == ["extra_query", "timeout_ms_", "extra_body"]
    names = [str(line).partition(":")[0] for line in method.signature]
    assert names[3:] == ["retries", "server_url", "timeout_ms", "http_headers"]
    assert method.passed[-1] == "op.Options(retries, server_url, timeout_ms, http_headers, None, None)"


def test_an_option_of_the_constructor_leaves_its_name_to_a_global_parameter() -> None:
    names = ("hooks", "follow_redirects", "client")
    parameters = [{"name": name, "in": "header", "schema": {"type": "string"}} for name in names]
    made = planned({}, None, None, **{"x-speakeasy-globals": {"parameters": parameters}})
    assert [argument.name for argument in made.sdk.client.globals] == ["hooks", "follow_redirects", "client_"]
    constructor = made.sdk.resources[0].classes[0].constructor
    assert constructor is not None
    named = [str(line).partition(":")[0] for line in constructor.signature]
    assert sorted(named) == sorted(set(named))
    assert {"hooks=hooks", "follow_redirects=follow_redirects"}.isdisjoint(constructor.passed)
    assert "http_headers=http_headers" in constructor.passed


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_the_http_library_is_imported_by_a_statement(library: str) -> None:
    text = planned({}, None, Config(http_library=library)).text("sdk.py")
    assert f"    import {library}\n\n    return {library}\n" in text
