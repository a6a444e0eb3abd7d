"""Bodies read back with other parsers: what went in must come out, and nothing else."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import IO, Any

from sdkwright.ir.service import Content, MediaKind, PartEncoding, Style
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.formparser import FormDataParser
from werkzeug.http import parse_options_header

from wire.compare import DifferentError, members, same_json, same_pieces, same_text, zipped
from wire.data import Json, is_list, is_object, is_structure

from .items import essence_of, items_of
from .parameters import Pairs, same_pairs


@dataclass(frozen=True)
class Brackets:
    """Where the options put brackets behind names."""

    empty: bool = False
    """Objects in a list of a form (`Pairs.empty_brackets`)."""
    of_parts: bool = False
    """The parts of a list in a multipart body are called `name[]`."""


def check_body(
    content: Content, value: Json | bytes, body: bytes, content_type: str, brackets: Brackets = Brackets()
) -> None:
    """Compares a body with the value it was made from; of JSON lines, events and parts that is the list of items.

    Raises `DifferentError`.
    """
    essence, asked = essence_of(content_type), essence_of(content.media_type)
    unknown = "*" in asked and content.kind is MediaKind.BINARY and essence == "application/octet-stream"
    if not (unknown or fnmatchcase(essence, asked)):
        raise DifferentError(f"the media type: {content.media_type!r} was asked for and {content_type!r} sent")
    if isinstance(value, bytes) or content.kind is MediaKind.TEXT:
        same_json(body if isinstance(value, bytes) else body.decode(), value, "the body")
    elif content.kind is MediaKind.JSON:
        same_json(json.loads(body), value, "the body")
    elif content.kind is MediaKind.JSON_LINES:
        same_json(items_of(content, value, body, content_type), value, "the body")
    elif content.kind is MediaKind.FORM:
        _form(content, value, Pairs.of(body.decode("ascii"), empty_brackets=brackets.empty))
    elif content.kind is MediaKind.MULTIPART:
        _multipart(content, value, body, content_type, brackets.of_parts)


def _form(content: Content, value: Json, pairs: Pairs) -> None:
    encodings = {encoding.property_name: encoding for encoding in content.encodings}
    used: set[str] = set()
    for name, each in members(value):
        used |= _field(pairs, name, each, encodings.get(name))
    _nothing_else(pairs.names, used, "fields")


def _field(pairs: Pairs, name: str, value: Json, encoding: PartEncoding | None) -> set[str]:
    """Compares one property of a form; the names of its pairs."""
    if encoding is not None:
        return same_pairs(pairs, name, value, encoding.style, encoding.content_type, explode=encoding.explode)
    if is_object(value):
        same_json(json.loads(pairs.first(name) or "null"), value, f"the field {name!r}")
    elif is_list(value) and any(is_structure(each) for each in value):
        given = [each for each in value if each is not None]
        same_json([json.loads(text) for text in pairs.all(name)], given, f"the field {name!r}")
    else:
        return same_pairs(pairs, name, value, Style.FORM, None, explode=True)
    return {name}


def _multipart(content: Content, value: Json, body: bytes, content_type: str, brackets: bool) -> None:
    _, options = parse_options_header(content_type)
    kind = "multipart/form-data"  # the parser knows no other one, and the parts of all are the same (RFC 2046)
    _, fields, files = FormDataParser(_in_memory).parse(io.BytesIO(body), kind, len(body), dict(options))
    encodings = {encoding.property_name: encoding for encoding in content.encodings}
    given: set[str] = set()
    for key, each in members(value):
        encoding = encodings.get(key)
        name = f"{key}[]" if brackets and _is_repeated(each, encoding) else key
        given.add(name)
        if name in files:
            _files(files.getlist(name), each, f"the file {name!r}")
        else:
            _part(fields, name, each, encoding)
    _nothing_else({*fields, *files}, given, "parts")


def _is_repeated(value: Json, encoding: PartEncoding | None) -> bool:
    """Whether each item of a list is a part: the list is no JSON and not joined in one text."""
    if not is_list(value) or encoding is None:
        return is_list(value)
    return "json" not in (encoding.content_type or "") and encoding.explode


def _files(read: Iterable[FileStorage], value: Json, what: str) -> None:
    same_json([file.read().decode() for file in read], value if is_list(value) else [value], what)


def _part(fields: MultiDict[str, str], name: str, value: Json, encoding: PartEncoding | None) -> None:
    what, read = f"the part {name!r}", fields.getlist(name)
    stated = (encoding.content_type or "") if encoding is not None else ""
    if is_object(value) or "json" in stated:
        same_json(json.loads(read[0]) if read else None, value, what)
    elif not is_list(value):
        same_text(read[0] if read else None, value, what)
    elif encoding is not None and not encoding.explode:
        same_pieces(read[0] if read else None, value, ",", what, explode=False)
    else:
        for text, item in zipped(read, [item for item in value if item is not None], what):
            if is_structure(item):
                same_json(json.loads(text), item, what)
            else:
                same_text(text, item, what)


def _nothing_else(read: Iterable[str], given: Iterable[str], what: str) -> None:
    more = set(read) - set(given)
    if more:
        raise DifferentError(f"the {what} {sorted(more)[:5]} were not given")


def _in_memory(*_: Any, **__: Any) -> IO[bytes]:
    return io.BytesIO()
