"""Which arguments a method takes, row by row of the table of flattening."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.ir.arguments import Role, arguments
from sdkwright.options.formats import Format
from sdkwright.options.model import Config

from tests.unit.normalised import Result, document, sending

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["b"]}
QUERY = {"name": "q", "in": "query", "schema": {"type": "string"}}
MUST = {"name": "m", "in": "query", "required": True, "schema": {"type": "string"}}


def rows(result: Result, **options: Any) -> list[tuple[str, str, bool]]:
    """Role, name and required of each argument."""
    found: list[tuple[str, str, bool]] = []
    for one in arguments(result.operation, result.api, Config(**options)):
        source = one.parameter or one.property
        found.append((one.role.value, source.name if source is not None else "", one.required))
    return found


def test_nothing_takes_nothing() -> None:
    assert rows(document({"/a": {"get": {"responses": {"200": {"description": ""}}}}})) == []


def test_a_required_object_alone_is_flattened_required_first() -> None:
    assert rows(sending(OBJECT)) == [("field", "b", True), ("field", "a", False)]


def test_what_is_required_and_described_nowhere_is_an_argument_that_may_be_left_out() -> None:
    assert rows(sending({**OBJECT, "required": ["b", "c"]})) == [
        ("field", "b", True),
        ("field", "a", False),
        ("field", "c", False),
    ]
    closed = {**OBJECT, "required": ["b", "c"], "additionalProperties": False}
    assert rows(sending(closed)) == [("field", "b", True), ("field", "a", False)]


@pytest.mark.parametrize(("format", "flat"), [((2, 506), False), ((2, 591), False), ((2, 592), True)])
def test_a_required_object_that_requires_nothing_is_one_request_alone_in_older_formats(
    format: Format, flat: bool
) -> None:
    schema = {**OBJECT, "required": []}
    fields = [("field", "a", False), ("field", "b", False)]
    assert rows(sending(schema), format=format) == (fields if flat else [("request", "", True)])
    assert rows(sending(schema, parameters=[QUERY]), format=format)[1:] == fields
    assert rows(sending(OBJECT), format=format) == [("field", "b", True), ("field", "a", False)]


def test_an_optional_object_alone_is_one_request() -> None:
    assert rows(sending(OBJECT, required=False)) == [("request", "", False)]


@pytest.mark.parametrize(
    "schema", [{"type": "array", "items": {}}, {"anyOf": [OBJECT, {"type": "string"}]}, {"type": "string"}]
)
def test_another_body_alone_is_one_request(schema: Any) -> None:
    assert rows(sending(schema)) == [("request", "", True)]


@pytest.mark.parametrize("required", [True, False])
def test_parameters_and_an_object_are_flattened_together(required: bool) -> None:
    result = sending(OBJECT, required=required, parameters=[QUERY, MUST])
    assert rows(result) == [
        ("parameter", "m", True),
        ("field", "b", True),
        ("parameter", "q", False),
        ("field", "a", False),
    ]
    assert rows(result, parameters_first=False) == [
        ("field", "b", True),
        ("parameter", "m", True),
        ("field", "a", False),
        ("parameter", "q", False),
    ]


def test_parameters_and_another_body() -> None:
    result = sending({"type": "array", "items": {}}, parameters=[QUERY])
    assert rows(result) == [("body", "", True), ("parameter", "q", False)]


def test_without_flattening() -> None:
    assert rows(sending(OBJECT), flatten_requests=False) == [("request", "", True)]
    result = sending(OBJECT, required=False, parameters=[QUERY, MUST])
    assert rows(result, flatten_requests=False) == [
        ("parameter", "m", True),
        ("parameter", "q", False),
        ("body", "", False),
    ]


def test_more_than_the_limit_is_one_object_where_nothing_is_flattened() -> None:
    result = sending(OBJECT, parameters=[QUERY])
    assert rows(result, flatten_requests=False, max_method_params=1) == [("folded", "", True)]
    assert len(rows(result, flatten_requests=False, max_method_params=2)) == 2
    alone = sending(OBJECT)
    assert rows(alone, flatten_requests=False, max_method_params=0) == [("request", "", True)]


def test_more_than_its_own_limit_leaves_a_flattened_body_whole() -> None:
    result = sending(OBJECT, parameters=[QUERY])
    assert [role for role, _, _ in rows(result, max_method_params=2)] == ["field", "parameter", "field"]
    own = sending(OBJECT, parameters=[QUERY], **{"x-speakeasy-max-method-params": 1})
    assert [role for role, _, _ in rows(own)] == ["body", "parameter"]
    parameters_do_not_count = sending(OBJECT, parameters=[QUERY], **{"x-speakeasy-max-method-params": 2})
    assert [role for role, _, _ in rows(parameters_do_not_count)] == ["field", "parameter", "field"]


def test_what_is_no_argument_or_not_required() -> None:
    schema = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "n": {"type": "integer", "default": 1},
            "hidden": {"type": "string", "x-speakeasy-ignore": True},
        },
        "required": ["id", "n"],
    }
    assert rows(sending(schema)) == [("field", "n", False)]


def test_typed_further_properties_keep_the_body_whole() -> None:
    assert rows(sending({**OBJECT, "additionalProperties": {"type": "string"}})) == [("request", "", True)]


def test_globals_are_optional_and_hidden_ones_absent() -> None:
    shown = {"name": "tenant", "in": "query", "required": True, "schema": {"type": "string"}}
    hidden = {"name": "contact", "in": "header", "schema": {"type": "string"}, "x-speakeasy-globals-hidden": True}
    operation = {"parameters": [shown, hidden, MUST], "responses": {"200": {"description": ""}}}
    result = document({"/a": {"get": operation}}, **{"x-speakeasy-globals": {"parameters": [shown, hidden]}})
    assert rows(result) == [("parameter", "m", True), ("parameter", "tenant", False)]


def test_media_types_of_different_types_keep_the_body_whole() -> None:
    both = {
        "application/json": {"schema": OBJECT},
        "multipart/form-data": {"schema": {"type": "object", "properties": {"f": {}}}},
    }
    body = {"required": True, "content": both}
    result = document({"/a": {"post": {"requestBody": body, "responses": {"200": {"description": ""}}}}})
    (found,) = arguments(result.operation, result.api, Config())
    assert found.role is Role.REQUEST
    assert found.content is not None
    assert found.content.media_type == "application/json"
