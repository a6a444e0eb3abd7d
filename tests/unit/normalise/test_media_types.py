"""Several media types of one body, and what each kind of them makes of its schema."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import MediaKind
from sdkwright.ir.types import FileType, ListType, ScalarType, TypeId, UnionDef

from tests.unit.normalised import OK, document

STRING = ScalarType(Scalar.STRING)


def test_text_beside_json_of_the_same_schema_is_that_json() -> None:
    thing = {"schema": {"$ref": "#/components/schemas/Thing"}}
    schemas = {"Thing": {"type": "object", "properties": {"a": {"type": "string"}}}}
    content = {"text/plain": thing, "application/json": thing, "text/json": thing}
    result = document({"/a": {"post": {"requestBody": {"content": content}, **OK}}}, schemas)
    body = result.api.operations[0].body
    assert body is not None
    assert {one.kind for one in body.contents} == {MediaKind.JSON}
    assert len({one.type for one in body.contents}) == 1
    assert result.codes == []


def test_one_schema_is_one_type_though_it_is_written_twice() -> None:
    thing = {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}
    content = {"text/json": thing, "application/json": thing, "application/x-www-form-urlencoded": thing}
    result = document({"/a": {"post": {"requestBody": {"content": content}, **OK}}})
    body = result.api.operations[0].body
    assert body is not None
    first, second, form = body.contents
    assert first.type == second.type != form.type


def test_text_beside_json_stays_text_where_their_quotes_differ() -> None:
    name = {"schema": {"type": "string"}}
    result = document(
        {"/a": {"post": {"requestBody": {"content": {"text/plain": name, "application/json": name}}, **OK}}}
    )
    body = result.api.operations[0].body
    assert body is not None
    assert [one.kind for one in body.contents] == [MediaKind.TEXT, MediaKind.JSON]


@pytest.mark.parametrize(
    "media_type", ["application/msgpack", "application/x-protobuf", "application/cbor", "application/vnd.a+cbor"]
)
def test_binary_formats_are_bytes_and_refused_by_name(media_type: str) -> None:
    thing = {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}
    result = document({"/a": {"post": {"requestBody": {"content": {media_type: thing}}, **OK}}})
    body = result.api.operations[0].body
    assert body is not None
    assert [(one.kind, one.type) for one in body.contents] == [(MediaKind.BINARY, ScalarType(Scalar.BINARY))]
    assert result.codes == ["binary-format"]


@pytest.mark.parametrize("inner", [{"type": "array", "items": {"type": "integer"}}, {"type": "integer"}])
def test_lines_are_of_an_item(inner: dict[str, Any]) -> None:
    content = {"application/x-ndjson": {"schema": inner}}
    result = document({"/a": {"post": {"requestBody": {"content": content}, **OK}}})
    body = result.api.operations[0].body
    assert body is not None
    assert [(one.kind, one.type) for one in body.contents] == [(MediaKind.JSON_LINES, ScalarType(Scalar.INTEGER))]


def test_a_part_may_be_a_file_or_something_else() -> None:
    file = {"type": "string", "format": "binary"}
    image = {"anyOf": [file, {"type": "string"}, {"type": "array", "items": file}]}
    content = {"multipart/form-data": {"schema": {"type": "object", "properties": {"image": image}}}}
    result = document({"/a": {"post": {"requestBody": {"content": content}, **OK}}})
    members = [one.members for one in result.api.types.values() if isinstance(one, UnionDef)]
    at = "#/paths/~1a/post/requestBody/content/multipart~1form-data/schema/properties/image/anyOf"
    one, several = FileType(TypeId(f"{at}/0")), ListType(FileType(TypeId(f"{at}/2/items")))
    assert members == [(one, STRING, several)]


def test_files_of_a_choice_of_bodies() -> None:
    file = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
    link = {"type": "object", "properties": {"url": {"type": "string"}}}
    content = {"multipart/form-data": {"schema": {"oneOf": [{"$ref": "#/components/schemas/A"}, link]}}}
    result = document({"/a": {"post": {"requestBody": {"content": content}, **OK}}}, {"A": file})
    assert result.fields("#/components/schemas/A") == {
        "file": FileType(TypeId("#/components/schemas/A/properties/file"))
    }


def test_an_answer_to_head_has_no_content() -> None:
    """And one of a status that excludes content has none either, whatever is described (RFC 9110)."""
    content = {"application/json": {"schema": {"type": "string"}}}
    node = {"200": {"description": "", "content": content}, "204": {"description": "", "content": content}}
    result = document({"/a": {"head": {"responses": node}, "get": {"responses": node}}})
    get, head = sorted(result.api.operations, key=lambda one: one.http_method)
    assert [one.contents for one in head.responses] == [(), ()]
    assert [one.has_content for one in get.responses] == [True, False]


@pytest.mark.parametrize(
    ("media_type", "entry", "codes"),
    [
        ("multipart/mixed", {"itemEncoding": {"contentType": "text/csv"}}, []),
        ("multipart/mixed", {"itemEncoding": {"headers": {"X-A": {"schema": {"const": "b"}}}}}, ["part-headers"]),
        ("multipart/mixed", {"prefixEncoding": [{"contentType": "text/csv"}]}, ["part-encoding"]),
        ("multipart/form-data", {"itemEncoding": {"contentType": "text/csv"}}, ["part-encoding"]),
        ("application/json", {"itemEncoding": {"contentType": "text/csv"}}, ["part-encoding"]),
    ],
)
def test_what_is_said_of_parts_is_used_or_warned_of(media_type: str, entry: Any, codes: list[str]) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    if media_type == "multipart/mixed":
        schema = {"type": "array", "items": {"type": "string"}}
    content = {media_type: {"schema": schema, **entry}}
    assert document({"/a": {"post": {"requestBody": {"content": content}, **OK}}}).codes == codes


def test_the_contents_of_a_shared_error_are_the_same_for_all_who_refer_to_it() -> None:
    shared = {"Gone": {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}}
    responses = {"200": {"description": ""}, "410": {"$ref": "#/components/responses/Gone"}}
    result = document(
        {path: {"get": {"responses": responses}} for path in ("/a", "/b")}, components={"responses": shared}
    )
    first, second = (one.responses[1] for one in result.api.operations)
    assert first.is_error
    assert first.contents
    assert first.contents[0] is second.contents[0]
