"""Parameters read back, style by style (OpenAPI 3.1, section 4.8.12.4), with other parsers than the client's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, quote, unquote, unquote_plus

from sdkwright.ir.service import Parameter, Style
from werkzeug.datastructures import Headers

from wire.compare import DifferentError, members, same_json, same_pieces, same_text, written, zipped
from wire.data import Json, is_list, is_nested, is_object, is_structure

_RESERVED = ":/?#[]@!$&'()*+,;="
_DELIMITERS = {Style.SPACE_DELIMITED: "%20", Style.PIPE_DELIMITED: "%7C"}


@dataclass(frozen=True)
class Pairs:
    """The pairs of a query, a form or a cookie: decoded, and their values as they stood there."""

    decoded: tuple[tuple[str, str], ...]
    raw: Mapping[str, str]
    """Of several pairs of a name the last; for those that hold several values in one."""
    comma: str = ","
    """What stands between the values where one pair holds several."""
    empty_brackets: bool = False
    """Whether items that are objects or lists are `items[]`, as Rails reads them, and not `items[0]`."""

    @classmethod
    def of(cls, text: str, *, empty_brackets: bool = False) -> Self:
        """The pairs of a query or form."""
        split = [part.partition("=") for part in text.split("&")]
        raw = {unquote_plus(name): value for name, _, value in split}
        return cls(tuple(parse_qsl(text, keep_blank_values=True)), raw, empty_brackets=empty_brackets)

    @classmethod
    def of_cookie(cls, text: str) -> Self:
        """The pairs of a cookie, where what it may not hold is percent-encoded as in a query."""
        split = [part.strip().partition("=") for part in text.split(";") if part.strip()]
        raw = {unquote(name): value for name, _, value in split}
        return cls(tuple((unquote(name), unquote(value)) for name, _, value in split), raw, "%2C")

    @property
    def names(self) -> set[str]:
        """All names."""
        return {name for name, _ in self.decoded}

    def all(self, name: str) -> list[str]:
        """The values of a name."""
        return [value for each, value in self.decoded if each == name]

    def first(self, name: str) -> str | None:
        """The first value of a name."""
        return next(iter(self.all(name)), None)


def same_pairs(
    pairs: Pairs, name: str, value: Json, style: Style, media_type: str | None, *, explode: bool
) -> set[str]:
    """Compares a value with its pairs; the names of those.  Raises `DifferentError`."""
    what = f"the parameter {name!r}"
    if media_type is not None and "json" in media_type:
        same_json(json.loads(pairs.first(name) or "null"), value, what)
    elif (style is Style.DEEP_OBJECT and is_structure(value)) or (is_nested(value) and (is_list(value) or not explode)):
        return _deep(pairs, name, value, what)
    elif is_structure(value) and not explode:
        delimiter = _DELIMITERS.get(style, pairs.comma)
        same_pieces(pairs.raw.get(name), value, delimiter, what, explode=False, decoded=unquote_plus)
    elif is_object(value):
        names: set[str] = set()
        for key, each in members(value):
            if is_object(each) or is_nested(each):
                names |= _deep(pairs, key, each, what)
            else:
                _repeated(pairs, key, each, what)
                names.add(key)
        return names
    else:
        _repeated(pairs, name, value, what)
    return {name}


def same_query(query: str, pairs: Pairs, parameter: Parameter, value: Json) -> set[str]:
    """Compares the value that is all of a query (OpenAPI 3.2, section 4.12.1); the names of its pairs.

    Raises `DifferentError`.
    """
    what = f"the query {parameter.name!r}"
    if parameter.media_type is None and is_object(value):
        return _same_form(pairs, parameter, value)
    if parameter.media_type is None:
        same_text(unquote(query), value, what)
    else:
        same_json(json.loads(unquote(query) or "null"), value, what)
    return pairs.names


def _same_form(pairs: Pairs, parameter: Parameter, value: Json) -> set[str]:
    """Compares a form that is all of a query: each property as its encoding says, else as one of an exploded object."""
    encodings = {encoding.property_name: encoding for encoding in parameter.encodings}
    names: set[str] = set()
    for key, each in members(value):
        one = encodings.get(key)
        if one is None:
            names |= same_pairs(pairs, parameter.name, {key: each}, Style.FORM, None, explode=True)
        else:
            names |= same_pairs(pairs, key, each, one.style, one.content_type, explode=one.explode)
    return names


def _repeated(pairs: Pairs, name: str, value: Json, what: str) -> None:
    """One pair for a scalar and for each item of an array."""
    items = [each for each in value if each is not None] if is_list(value) else [value]
    for text, item in zipped(pairs.all(name), items, what):
        same_text(text, item, what)


def _deep(pairs: Pairs, name: str, value: Json, what: str) -> set[str]:
    expected: dict[str, list[Json]] = {}
    for key, each in _leaves(name, value, pairs.empty_brackets):
        expected.setdefault(key, []).append(each)
    for key, items in expected.items():
        for text, item in zipped(pairs.all(key), items, f"{what}: {key}"):
            same_text(text, item, f"{what}: {key}")
    return set(expected)


def _leaves(name: str, value: Json, empty: bool) -> Iterator[tuple[str, Json]]:
    if is_object(value):
        for key, each in members(value):
            yield from _leaves(f"{name}[{key}]", each, empty)
    elif is_list(value):
        places = (each for each in value if each is not None)
        for number, each in enumerate(places):
            place = f"[{'' if empty else number}]" if is_nested(value) else ""
            yield from _leaves(f"{name}{place}", each, empty)
    elif value is not None:
        yield name, value


def same_header(headers: Headers, parameter: Parameter, value: Json) -> None:
    """Compares a value with its header.  Raises `DifferentError`."""
    text, what = headers.get(parameter.name), f"the header {parameter.name!r}"
    if parameter.media_type is not None and "json" in parameter.media_type:
        same_json(json.loads(text or "null"), value, what)
    elif is_structure(value):
        same_pieces(text, value, ",", what, explode=parameter.explode)
    else:
        same_text(text, value.strip(" \t") if isinstance(value, str) else value, what)


# ------------------------------------------------------------------------------------------------------------- paths


def same_path(path: str, template: str, values: Mapping[str, tuple[Parameter, Json]]) -> None:
    """Compares the path of a URL, as it stood on the request line, with its template.  Raises `DifferentError`."""
    pieces = re.split("(" + "|".join("\\{" + re.escape(name) + "\\}" for name in values) + ")", template)
    pattern = "".join(
        _literal(piece) if number % 2 == 0 else _named(number, values[piece[1:-1]][0])
        for number, piece in enumerate(pieces if values else [template])
    )
    match = re.fullmatch(pattern, path)
    if match is None:
        raise DifferentError(f"the path: {path!r} is none of {template!r}")
    for number, piece in enumerate(pieces if values else []):
        if number % 2:
            parameter, value = values[piece[1:-1]]
            _same_piece(match[f"v{number}"], parameter, value)


def _named(number: int, parameter: Parameter) -> str:
    """A value: no slash, but where reserved characters may stay (3.2, `allowReserved`)."""
    return f"(?P<v{number}>[^?#]*)" if parameter.allow_reserved else f"(?P<v{number}>[^/?#]*)"


def _literal(text: str) -> str:
    """What matches fixed text: what may stand in a URL stands as it is (RFC 3986, section 2)."""
    return re.escape(quote(text, safe=_RESERVED + "%"))


def _same_piece(text: str, parameter: Parameter, value: Json) -> None:
    name, explode, what = parameter.name, parameter.explode, f"the parameter {parameter.name!r}"
    if parameter.media_type is not None:
        same_json(json.loads(unquote(text)), value, what)
        return
    delimiter = ","
    match parameter.style:
        case Style.LABEL:
            text = _without(text, ".", what)
            delimiter = "." if explode else ","
        case Style.MATRIX if explode and is_object(value):
            text, delimiter = _without(text, ";", what), ";"
        case Style.MATRIX if explode and is_list(value):
            text, delimiter = _without(text, f";{quote(name, safe='')}=", what), f";{quote(name, safe='')}="
        case Style.MATRIX:
            text = _without(text, f";{quote(name, safe='')}=", what)
        case _:
            pass
    if is_structure(value):
        same_pieces(text, value, delimiter, what, explode=explode, decoded=unquote)
    else:
        same_text(unquote(text), value, what)


def _without(text: str, prefix: str, what: str) -> str:
    if not text.startswith(prefix):
        raise DifferentError(f"{what}: {prefix!r} is missing before {written(text)[:60]!r}")
    return text.removeprefix(prefix)
