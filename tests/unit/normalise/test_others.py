"""Extensions of other generators: what has a counterpart does the same as ours, the rest is told once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.ir.service import PagingKind
from sdkwright.ir.types import ConstType, EnumDef, RefType
from sdkwright.normalise.extensions.others import COUNTERPARTS, counterpart, unread
from sdkwright.options.model import LITERAL, Config

from tests.unit.normalised import OK, SCHEMA, answering, document

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3),
    max_leaves=8,
)


def operation(**extensions: Any) -> dict[str, Any]:
    return {"/a": {"get": {"operationId": "getA", "tags": ["t"], **OK, **extensions}}}


def test_groups_and_methods_have_the_names_they_had() -> None:
    named = {"x-fern-sdk-group-name": ["shop", "carts"], "x-fern-sdk-method-name": "peek"}
    made = document(operation(**named)).operation
    assert (made.groups, made.name_override) == ((("shop", "carts"),), "peek")
    for config in (LITERAL, Config(other_extensions=False)):
        assert document(operation(**named), config=config).operation.groups == (("t",),)


def test_ours_goes_first() -> None:
    made = document(operation(**{"x-fern-sdk-method-name": "theirs", "x-speakeasy-name-override": "ours"})).operation
    assert made.name_override == "ours"


@pytest.mark.parametrize(
    ("extension", "is_there"),
    [
        ({"x-fern-ignore": True}, False),
        ({"x-fern-ignore": False}, True),
        ({"x-stainless-skip": True}, False),
        ({"x-stainless-skip": ["go", "python"]}, False),
        ({"x-stainless-skip": ["go"]}, True),
    ],
)
def test_what_is_skipped_is_left_out(extension: dict[str, Any], is_there: bool) -> None:
    result = answering({"type": "object", "properties": {"a": {"type": "string", **extension}}})
    assert ("a" in result.fields(SCHEMA)) is is_there


def test_a_name_for_the_property_is_none_for_its_class() -> None:
    kind = {"type": "string", "enum": ["a", "b"]}
    schema = {
        "type": "object",
        "properties": {
            "one": {**kind, "x-fern-property-name": "first"},
            "two": {**kind, "x-fern-type-name": "Second"},
            "three": {**kind, "x-stainless-naming": {"python": {"property_name": "third", "type_name": "Third"}}},
        },
    }
    result = answering(schema)
    told = {
        one.name: (one.name_override, result.enum(one.id).origin.name_override)
        for one in result.object(SCHEMA).properties
    }
    assert told == {"one": ("first", None), "two": (None, "Second"), "three": ("third", "Third")}


@pytest.mark.parametrize("at", ["parameter", "schema"])
def test_arguments_have_the_names_they_had(at: str) -> None:
    for extension in ({"x-fern-parameter-name": "size"}, {"x-stainless-param": "size"}):
        schema = {"type": "string", **(extension if at == "schema" else {})}
        parameter = {"name": "X-Size", "in": "query", "schema": schema, **(extension if at == "parameter" else {})}
        (made,) = document(operation(parameters=[parameter])).operation.parameters
        assert made.name_override == "size"


def test_enum_members_have_names_and_texts() -> None:
    told = {"<": {"name": "LESS", "description": "Fewer."}}
    for extension in ({"x-fern-enum": told}, {"x-stainless-renameMap": {"LESS": "<"}}):
        result = answering({"type": "string", "enum": ["<", "b"], **extension})
        members = result.enum(SCHEMA).members
        assert [one.name_override for one in members] == ["LESS", None]
        assert members[0].description == ("Fewer." if "x-fern-enum" in extension else None)


def test_availability_and_messages_mark_what_is_deprecated() -> None:
    for status in ("deprecated", {"status": "deprecated"}):
        notes = document(operation(**{"x-fern-availability": status})).operation.notes
        assert notes.deprecated is not None
    notes = document(operation(**{"x-stainless-deprecation-message": "Use b."})).operation.notes
    assert notes.deprecated is not None
    assert notes.deprecated.message == "Use b."


def test_types_that_are_any_and_constants() -> None:
    assert "x-stainless-any" not in str(answering({"type": "object", "x-stainless-any": True}).problems)
    assert not isinstance(answering({"type": "object", "x-stainless-any": True}).answer(), RefType)
    assert answering({"type": "string", "enum": ["a"], "x-stainless-const": True}).answer() == ConstType("a")
    result = answering({"type": "string", "enum": ["a", "b"], "x-stainless-const": True})
    assert isinstance(result.api.types[result.answer().id], EnumDef)  # type: ignore[union-attr]  # it is a reference
    assert result.codes == ["unread-extension"]


def test_retries_are_switched_off() -> None:
    made = document(operation(**{"x-fern-retries": {"disabled": True}})).operation
    assert made.retries is not None
    assert made.retries.max_elapsed_time_ms == 0


PAGE = {
    "type": "object",
    "properties": {"data": {"type": "array", "items": {"type": "string"}}, "next": {"type": "string"}},
}


@pytest.mark.parametrize(
    ("written", "kind", "inputs"),
    [
        (
            {"cursor": "$request.after", "next_cursor": "$response.next", "results": "$response.data"},
            PagingKind.CURSOR,
            [("cursor", "parameters", "after")],
        ),
        (
            {"offset": "$request.page", "results": "$response.data"},
            PagingKind.OFFSET_LIMIT,
            [("page", "parameters", "page")],
        ),
        (
            {"offset": "$request.skip", "step": "$request.top", "results": "$response.data"},
            PagingKind.OFFSET_LIMIT,
            [("offset", "parameters", "skip"), ("limit", "parameters", "top")],
        ),
        ({"next_uri": "$response.next", "results": "$response.data"}, PagingKind.URL, []),
        ({"next_path": "$response.next", "results": "$response.data"}, PagingKind.URL, []),
    ],
)
def test_pages_are_asked_for_as_they_were(written: Any, kind: PagingKind, inputs: list[tuple[str, str, str]]) -> None:
    names = ("after", "page", "skip", "top")
    parameters = [
        {"name": name, "in": "query", "schema": {"type": "string" if name == "after" else "integer"}} for name in names
    ]
    responses = {"200": {"description": "", "content": {"application/json": {"schema": PAGE}}}}
    result = document(operation(parameters=parameters, responses=responses, **{"x-fern-pagination": written}))
    made = result.operation.pagination
    assert made is not None
    assert (made.kind, made.results) == (kind, ("data",))
    assert [(one.role, one.where, one.name) for one in made.inputs] == inputs
    assert result.codes == []


def marked(purpose: str, **schema: Any) -> dict[str, Any]:
    return {"x-stainless-pagination-property": {"purpose": purpose}, **schema}


@pytest.mark.parametrize(
    ("asked", "answer", "kind", "next_cursor"),
    [
        ("next_cursor_param", {"next": marked("next_cursor_field", type="string")}, PagingKind.CURSOR, ("next",)),
        ("offset_count_param", {}, PagingKind.OFFSET_LIMIT, None),
        ("page_number_param", {}, PagingKind.OFFSET_LIMIT, None),
        ("next_cursor_id_param", {}, PagingKind.CURSOR, ("data", -1, "id")),
        ("", {"more": marked("cursor_url_field", type="string")}, PagingKind.URL, None),
    ],
)
def test_marks_come_to_pages(asked: str, answer: dict[str, Any], kind: PagingKind, next_cursor: Any) -> None:
    """On parameters and properties, behind references and in parts of an `allOf`."""
    schemas = {
        "Item": {"type": "object", "properties": {"id": marked("cursor_item_id", type="string")}},
        "Page": {"type": "object", "properties": {"data": marked("items", type="array", items={"$ref": ITEM})}},
    }
    whole = {"allOf": [{"$ref": "#/components/schemas/Page"}, {"type": "object", "properties": answer}]}
    parameter = {
        "name": "at",
        "in": "query",
        "schema": marked(asked, type="integer" if "count" in asked or "number" in asked else "string"),
    }
    responses = {"200": {"description": "", "content": {"application/json": {"schema": whole}}}}
    result = document(operation(parameters=[parameter] if asked else [], responses=responses), schemas)
    made = result.operation.pagination
    assert made is not None
    assert (made.kind, made.results, made.next_cursor) == (kind, ("data",), next_cursor)
    assert [one.name for one in made.inputs] == (["at"] if asked else [])
    assert result.codes == []


def test_a_purpose_that_nobody_knows_is_told() -> None:
    parameter = {"name": "at", "in": "query", "schema": marked("odd", type="string")}
    assert document(operation(parameters=[parameter])).codes == ["unread-extension"]


ITEM = "#/components/schemas/Item"


def test_what_has_no_counterpart_is_told_once_at_its_first_place() -> None:
    paths = operation(**{"x-fern-audiences": ["public"], "x-fern-availability": "beta"})
    paths["/b"] = {"get": {"operationId": "getB", **OK, "x-fern-audiences": ["public"], "x-fern-streaming": True}}
    result = document(paths, {"Pet": {"type": "object", "example": {"x-fern-odd": 1}}})
    assert [(one.code, one.pointer) for one in result.problems] == [
        ("unread-extension", "#/paths/~1a/get/x-fern-audiences"),
        ("unread-extension", "#/paths/~1a/get/x-fern-availability"),
        ("unread-extension", "#/paths/~1b/get/x-fern-streaming"),
    ]
    assert document(paths, config=LITERAL).codes == []


def test_a_stream_that_its_media_type_says_is_not_told() -> None:
    responses = {"200": {"description": "", "content": {"text/event-stream": {"schema": {"type": "string"}}}}}
    assert document(operation(responses=responses, **{"x-fern-streaming": {"format": "sse"}})).codes == []


@given(
    st.sampled_from(sorted({name for others in COUNTERPARTS.values() for name, _ in others})),
    JSON,
    st.sampled_from(sorted(COUNTERPARTS)),
)
def test_whatever_the_value_there_is_an_answer(name: str, value: Any, key: str) -> None:
    node = {name: value, "enum": ["a"], "parameters": value, "responses": value}
    counterpart(node, key)
    assert all(found[1].startswith("x-") for found in unread({"a": [node]}))


# ----------------------------------------------------------------------------------------------------------- internal


def test_what_is_internal_is_left_out_when_asked_for() -> None:
    paths = operation(**{"x-internal": True})
    paths["/b"] = {"x-internal": True, "get": {"operationId": "getB", **OK}}
    paths["/c"] = {"get": {"operationId": "getC", **OK}}
    asked = document(paths, config=Config(exclude_internal=True))
    assert [one.operation_id for one in asked.api.operations] == ["getC"]
    assert asked.codes == []
    for config, codes in ((Config(), ["internal-operation"]), (Config(exclude_internal=False), []), (LITERAL, [])):
        kept = document(paths, config=config)
        assert (len(kept.api.operations), kept.codes) == (3, codes)
