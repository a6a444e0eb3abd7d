"""Whether what went in came out: the values given and the values that independent parsers read from the request.

openapi-core says whether a request is one that the document allows; it does not miss an optional value that got lost
on the way, and it reads some styles not at all.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from werkzeug.datastructures import Headers, MultiDict
from werkzeug.formparser import FormDataParser
from werkzeug.http import parse_cookie, parse_options_header

from generator.api import Content, MediaKind, Parameter, PartEncoding, Style
from generator.api_types import Location

from .data import Json, is_list, is_object, is_structure
from .judge import Request

_DELIMITERS = {Style.FORM: ",", Style.SIMPLE: ",", Style.SPACE_DELIMITED: " ", Style.PIPE_DELIMITED: "|"}


@dataclass(frozen=True)
class Given:
    """The JSON values of one call."""

    parameters: tuple[tuple[Parameter, Json], ...]
    body: tuple[Content, Json | bytes] | None


class DifferentError(ValueError):
    """What was sent is not what was given."""


def check(given: Given, request: Request) -> None:
    """Raises `DifferentError` with the place of the first difference."""
    headers = Headers(list(request.headers))
    query = MultiDict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True))
    # What a cookie may not hold is percent-encoded, as in the query (OpenAPI 3.1, section 4.8.12.2.1, style `form`).
    cookies = MultiDict((key, unquote(value)) for key, value in _cookie_pairs(headers.get("Cookie", "")))
    for parameter, value in given.parameters:
        match parameter.location:
            case Location.QUERY:
                _pairs(query, parameter.name, value, parameter.style, parameter.explode, parameter.media_type)
            case Location.COOKIE:
                _pairs(cookies, parameter.name, value, parameter.style, parameter.explode, parameter.media_type)
            case Location.HEADER:
                _header(headers, parameter, value)
            case Location.PATH:
                pass  # openapi-core judges all of them, since they are required
    if given.body is not None:
        _body(*given.body, request, headers)


def _cookie_pairs(text: str) -> Iterator[tuple[str, str]]:
    yield from parse_cookie(text).items(multi=True)


def _body(content: Content, value: Json | bytes, request: Request, headers: Headers) -> None:
    """Compares a body."""
    if isinstance(value, bytes) or content.kind is MediaKind.TEXT:
        _same(request.body if isinstance(value, bytes) else request.body.decode(), value, "the body")
    elif content.kind is MediaKind.JSON:
        _same(json.loads(request.body), value, "the body")
    elif content.kind is MediaKind.FORM:
        pairs = MultiDict(parse_qsl(request.body.decode("ascii"), keep_blank_values=True))
        encodings = {encoding.property_name: encoding for encoding in content.encodings}
        for name, each in _members(value):
            _form_field(pairs, name, each, encodings.get(name))
    elif content.kind is MediaKind.MULTIPART:
        _multipart(content, value, request, headers)


def _form_field(pairs: MultiDict[str, str], name: str, value: Json, encoding: PartEncoding | None) -> None:
    if encoding is not None:
        _pairs(pairs, name, value, encoding.style, encoding.explode, encoding.content_type)
    elif is_object(value):
        _same(json.loads(pairs.get(name, "null")), value, f"the field {name!r}")
    elif is_list(value) and any(is_structure(each) for each in value):
        read = [json.loads(text) for text in pairs.getlist(name)]
        _same(read, value, f"the field {name!r}")
    else:
        _pairs(pairs, name, value, Style.FORM, True, None)


def _multipart(content: Content, value: Json, request: Request, headers: Headers) -> None:
    kind, options = parse_options_header(headers["Content-Type"])
    parser = FormDataParser(_in_memory)
    _, fields, files = parser.parse(io.BytesIO(request.body), kind, len(request.body), dict(options))
    encodings = {encoding.property_name: encoding for encoding in content.encodings}
    for name, each in _members(value):
        if name in files:
            given = each if is_list(each) else [each]
            _same([file.read().decode("latin-1") for file in files.getlist(name)], given, f"the file {name!r}")
            continue
        stated = (encodings[name].content_type or "") if name in encodings else ""
        read = fields.getlist(name)
        if is_object(each) or "json" in stated:
            _same(json.loads(read[0]) if read else None, each, f"the part {name!r}")
        elif is_list(each):
            if name in encodings and not encodings[name].explode:
                continue
            for text, item in _zipped(read, [item for item in each if item is not None], f"the part {name!r}"):
                is_json = is_structure(item)
                (
                    _same(json.loads(text), item, f"the part {name!r}")
                    if is_json
                    else _text(text, item, f"the part {name!r}")
                )
        else:
            _text(read[0] if read else None, each, f"the part {name!r}")


def _in_memory(*_: object, **__: object) -> IO[bytes]:
    return io.BytesIO()


def _members(value: Json) -> Iterator[tuple[str, Json]]:
    for name, each in value.items():
        if each is not None:
            yield name, each


def _pairs(
    pairs: MultiDict[str, str], name: str, value: Json, style: Style, explode: bool, media_type: str | None
) -> None:
    """Compares a value with the pairs of a query, a form or a cookie."""
    what = f"the parameter {name!r}"
    if value is None:
        return
    if media_type is not None and "json" in media_type:
        _same(json.loads(pairs.get(name, "null")), value, what)
    elif style is Style.DEEP_OBJECT and is_object(value):
        for key, each in _deep(name, value):
            if each not in pairs.getlist(key) and not any(_equal(text, each) for text in pairs.getlist(key)):
                raise DifferentError(f"{what}: {key} is missing")
    elif is_object(value):
        members = dict(_members(value))
        if explode:
            for key, each in members.items():
                _text(pairs.get(key), each, what)
        elif members:
            flat = [part for key, each in members.items() for part in (key, each)]
            _delimited(pairs.get(name), flat, _DELIMITERS.get(style, ","), what)
    elif is_list(value):
        items = [each for each in value if each is not None]
        if explode or style is Style.DEEP_OBJECT:
            for text, item in _zipped(pairs.getlist(name), items, what):
                _text(text, item, what)
        elif items:
            _delimited(pairs.get(name), items, _DELIMITERS[style], what)
    else:
        _text(pairs.get(name), value, what)


def _deep(name: str, value: Json) -> Iterator[tuple[str, Json]]:
    if is_object(value):
        for key, each in _members(value):
            yield from _deep(f"{name}[{key}]", each)
    elif is_list(value):
        for each in value:
            yield from _deep(name, each)
    elif value is not None:
        yield name, value


def _header(headers: Headers, parameter: Parameter, value: Json) -> None:
    text, what = headers.get(parameter.name), f"the header {parameter.name!r}"
    if value is None:
        return
    if parameter.media_type is not None and "json" in parameter.media_type:
        _same(json.loads(text or "null"), value, what)
    elif is_object(value):
        pair = "=" if parameter.explode else ","
        _delimited(text, [f"{key}{pair}{_written(each)}" for key, each in _members(value)], ",", what)
    elif is_list(value):
        _delimited(text, [each for each in value if each is not None], ",", what)
    else:
        _text(text, value.strip(" \t") if isinstance(value, str) else value, what)


def _delimited(text: str | None, items: list[Json], delimiter: str, what: str) -> None:
    written = [_written(item) for item in items]
    if any(delimiter in each for each in written):
        return  # once decoded, the value cannot be told from the delimiter
    read = [] if text is None else text.split(delimiter)
    for piece, item in _zipped(read, items, what):
        _text(piece, item, what)


def _zipped(read: list[str], items: list[Json], what: str) -> Iterator[tuple[str, Json]]:
    if len(read) != len(items):
        raise DifferentError(f"{what}: {len(items)} items were given and {len(read)} sent")
    yield from zip(read, items, strict=True)


def _written(value: Json) -> str:
    """The text of a scalar."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _equal(text: str | None, value: Any) -> bool:
    if text is None:
        return False
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(text) == float(value)
        except ValueError:
            return False
    return text == _written(value)


def _text(text: str | None, value: Json, what: str) -> None:
    if not _equal(text, value):
        raise DifferentError(f"{what}: {_written(value)[:60]!r} was given and {str(text)[:60]!r} sent")


def _same(read: Any, value: Any, what: str) -> None:
    """Compares two JSON values."""
    if is_object(read) and is_object(value):
        if read.keys() != value.keys():
            raise DifferentError(f"{what}: the keys {sorted(read.keys() ^ value.keys())[:5]} are on one side only")
        for key in read:
            _same(read[key], value[key], f"{what}/{key}")
    elif is_list(read) and is_list(value):
        for one, other in _zipped(read, value, what):
            _same(one, other, what)
    elif read != value or isinstance(read, bool) is not isinstance(value, bool):
        raise DifferentError(f"{what}: {str(value)[:60]!r} was given and {str(read)[:60]!r} sent")
