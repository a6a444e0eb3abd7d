"""How the value of a parameter is written in a path, a query, a header or a cookie (OpenAPI 3.1, section 4.8.12.4).

Pure functions, one per style, chosen at generation time.  Values are plain data: None, scalars, lists and mappings with
wire names; `None` members are left out.  Everything but unreserved characters (RFC 3986, section 2.3) is
percent-encoded, in UTF-8.  A value that has no text (NaN) raises `ValueError`, and so does an empty path value.

No specification says how an object or a list within a list or an object stands in a query.  It has brackets there, in
all styles: `items[0][price]=1`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast

from ..unset import is_absent

Value: TypeAlias = object
PathEncoder: TypeAlias = Callable[[str, Value, bool], str]
"""Name, value, allow reserved characters -> the piece of the path."""
QueryEncoder: TypeAlias = Callable[[str, Value, bool], str]
"""Name, value, allow reserved characters -> `a=1&a=2`; empty when there is nothing to say."""
HeaderEncoder: TypeAlias = Callable[[Value], str]
"""Value -> the header's value."""

_ENCODED = re.compile(r"[^A-Za-z0-9\-._~]")
_ENCODED_RESERVED = r"[^A-Za-z0-9\-._~:/?@!$'()*,;=\[\]]"
"""With `allowReserved` the reserved characters stay, but those that would end the value: `#`, `&` and `+`."""
_ENCODED_RESERVED_PATH = r"[^A-Za-z0-9\-._~:/@!$&'()*+,;=]"


def _escape(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def quote(text: str) -> str:
    """Percent-encode everything but unreserved characters.  Raises `ValueError` for a lone surrogate."""
    return _ENCODED.sub(_escape, text)


def _quote_query(text: str, reserved: bool) -> str:
    return re.sub(_ENCODED_RESERVED, _escape, text) if reserved else quote(text)


def _quote_path(text: str, reserved: bool) -> str:
    return re.sub(_ENCODED_RESERVED_PATH, _escape, text) if reserved else quote(text)


# ---------------------------------------------------------------------------------------------------------- scalars


def text_of(value: Value) -> str:
    """The text of a scalar.  Raises `ValueError` for NaN and infinity, `TypeError` for what is no scalar."""
    if isinstance(value, str):
        # The value of a `str` enum member; for a plain string this is the string itself.
        return str.__str__(value) if type(value) is str else str.__str__(getattr(value, "value", value))
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError(f"{value!r} has no representation on the wire")
        return float.__repr__(value)
    return _text_of_other(value)


def _text_of_other(value: Value) -> str:
    from base64 import b64encode
    from datetime import date, datetime, time
    from decimal import Decimal
    from enum import Enum
    from uuid import UUID

    from ..dates import date_text, parameter_text

    if isinstance(value, Enum):
        return text_of(value.value)
    if isinstance(value, datetime):
        return parameter_text(value)
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value!r} has no representation on the wire")
        return str(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | bytearray):
        return b64encode(value).decode("ascii")
    raise TypeError(f"a value of type {type(value).__name__} cannot be written here")


def _items(value: Mapping[Any, Value]) -> Iterator[tuple[str, Value]]:
    for key, item in value.items():
        if not is_absent(item):
            yield (key if isinstance(key, str) else text_of(key)), item


def _members(value: Iterable[Value]) -> list[Value]:
    return [item for item in value if not is_absent(item)]


def _as_mapping(value: Value) -> Mapping[Any, Value] | None:
    return cast("Mapping[Any, Value]", value) if isinstance(value, Mapping) else None


def _as_list(value: Value) -> list[Value] | None:
    if isinstance(value, list | tuple | set | frozenset):
        return _members(cast("Iterable[Value]", value))
    return None


def _pieces(value: Value, quoted: Callable[[str], str], pair: str, delimiter: str) -> str:
    """The common shape of `simple`, `label`, `matrix` and the delimited forms: members and pairs, joined."""
    mapping = _as_mapping(value)
    if mapping is not None:
        return delimiter.join(f"{quoted(key)}{pair}{quoted(text_of(item))}" for key, item in _items(mapping))
    members = _as_list(value)
    if members is not None:
        return delimiter.join([quoted(text_of(item)) for item in members])
    return quoted(text_of(value))


# ------------------------------------------------------------------------------------------------------------- path


def _not_empty(name: str, text: str) -> str:
    if not text:
        raise ValueError(f"the path parameter {name!r} must not be empty")
    return text


def _given(name: str, value: Value) -> Value:
    if is_absent(value):
        raise ValueError(f"the path parameter {name!r} is required")
    return value


def simple(name: str, value: Value, reserved: bool = False) -> str:
    """`blue,black`; objects `R,100,G,200`."""
    if type(value) is str and not reserved:
        return _not_empty(name, _ENCODED.sub(_escape, value))
    return _not_empty(name, _pieces(_given(name, value), lambda text: _quote_path(text, reserved), ",", ","))


def simple_explode(name: str, value: Value, reserved: bool = False) -> str:
    """`blue,black`; objects `R=100,G=200`."""
    return _not_empty(name, _pieces(_given(name, value), lambda text: _quote_path(text, reserved), "=", ","))


def label(name: str, value: Value, reserved: bool = False) -> str:
    """`.blue,black`; objects `.R,100,G,200`."""
    return "." + simple(name, value, reserved)


def label_explode(name: str, value: Value, reserved: bool = False) -> str:
    """`.blue.black`; objects `.R=100.G=200`."""
    return "." + _not_empty(name, _pieces(_given(name, value), lambda text: _quote_path(text, reserved), "=", "."))


def matrix(name: str, value: Value, reserved: bool = False) -> str:
    """`;color=blue,black`; objects `;color=R,100,G,200`."""
    return f";{quote(name)}={simple(name, value, reserved)}"


def matrix_explode(name: str, value: Value, reserved: bool = False) -> str:
    """`;color=blue;color=black`; objects `;R=100;G=200`."""

    def quoted(text: str) -> str:
        return _quote_path(text, reserved)

    given = _given(name, value)
    if _as_mapping(given) is not None:
        return ";" + _not_empty(name, _pieces(given, quoted, "=", ";"))
    members = _as_list(given)
    parts = [quoted(text_of(item)) for item in ([given] if members is None else members)]
    return _not_empty(name, "".join([f";{quote(name)}={_not_empty(name, part)}" for part in parts]))


def path_json(name: str, value: Value, reserved: bool = False) -> str:
    """`content: application/json`."""
    return quote(json_text(_given(name, value)))


# ------------------------------------------------------------------------------------------------------------ query


Index: TypeAlias = Callable[[int], str]
"""How the place of an object in a list is written."""


def indexed(place: int) -> str:
    """`items[0][price]`, as Stripe and PHP read it."""
    return f"[{place}]"


def empty(place: int) -> str:
    """`items[][price]`, as Rack and Rails read it."""
    return "[]"


def form(name: str, value: Value, reserved: bool = False, index: Index = indexed) -> str:
    """`color=blue&color=black`; objects `R=100&G=200` (explode).

    No specification says how objects in a list or in another object stand here; they have brackets, as PHP reads them.
    """
    if type(value) is str and not reserved:
        return f"{quote(name)}={_ENCODED.sub(_escape, value)}"
    if is_absent(value):
        return ""
    mapping = _as_mapping(value)
    if mapping is not None:
        return "&".join([part for key, item in _items(mapping) if (part := _below(key, item, reserved, index))])
    members = _as_list(value)
    key = quote(name)
    if members is not None:
        if any(map(_is_nested, members)):
            return "&".join(_deep(name, value, reserved, index))
        return "&".join([f"{key}={_quote_query(text_of(item), reserved)}" for item in members])
    return f"{key}={_quote_query(text_of(value), reserved)}"


def _below(name: str, value: Value, reserved: bool, index: Index) -> str:
    """A member of an exploded object."""
    if _as_mapping(value) is not None:
        return "&".join(_deep(name, value, reserved, index))
    return form(name, value, reserved, index)


def _is_nested(value: Value) -> bool:
    return _as_mapping(value) is not None or _as_list(value) is not None


def _delimited(name: str, value: Value, reserved: bool, delimiter: str, index: Index) -> str:
    if is_absent(value):
        return ""
    mapping = _as_mapping(value)
    members = _as_list(value) if mapping is None else [item for _, item in _items(mapping)]
    if members == []:
        return ""
    if members is not None and any(map(_is_nested, members)):
        return "&".join(_deep(name, value, reserved, index))
    return f"{quote(name)}={_pieces(value, lambda text: _quote_query(text, reserved), delimiter, delimiter)}"


def form_joined(name: str, value: Value, reserved: bool = False, index: Index = indexed) -> str:
    """`color=blue,black`; objects `color=R,100,G,200` (no explode)."""
    return _delimited(name, value, reserved, ",", index)


def space_delimited(name: str, value: Value, reserved: bool = False, index: Index = indexed) -> str:
    """`color=blue%20black` (no explode)."""
    return _delimited(name, value, reserved, "%20", index)


def pipe_delimited(name: str, value: Value, reserved: bool = False, index: Index = indexed) -> str:
    """`color=blue%7Cblack` (no explode)."""
    return _delimited(name, value, reserved, "%7C", index)


def deep_object(name: str, value: Value, reserved: bool = False, index: Index = indexed) -> str:
    """`color[R]=100&color[G]=200`, brackets encoded; inner objects nest, inner lists repeat the key.

    Objects and lists in a list have their place in brackets: `items[0][price]=1`, and so has each item of a value that
    is a list itself: `expand[0]=owner`.
    """
    if is_absent(value):
        return ""
    members = _as_list(value)
    if members is not None:
        return "&".join(
            [part for at, item in enumerate(members) for part in _deep(name + index(at), item, reserved, index)]
        )
    return "&".join(_deep(name, value, reserved, index))


def _deep(name: str, value: Value, reserved: bool, index: Index) -> Iterator[str]:
    mapping = _as_mapping(value)
    members = _as_list(value)
    if mapping is not None:
        for key, item in _items(mapping):
            yield from _deep(f"{name}[{key}]", item, reserved, index)
    elif members is not None:
        nested = any(map(_is_nested, members))
        for at, item in enumerate(members):
            yield from _deep(f"{name}{index(at)}" if nested else name, item, reserved, index)
    else:
        yield f"{quote(name)}={_quote_query(text_of(value), reserved)}"


def query_json(name: str, value: Value, reserved: bool = False) -> str:
    """`content: application/json`."""
    if is_absent(value):
        return ""
    return f"{quote(name)}={_quote_query(json_text(value), reserved)}"


class WholeForm:
    """A query that is one form (OpenAPI 3.2, section 4.12.1), its properties in styles of their own; `rest` writes the
    others, as those of one exploded object."""

    __slots__ = ("_reserved", "_rest", "_styles")

    def __init__(
        self, styles: Mapping[str, QueryEncoder], reserved: tuple[str, ...] = (), rest: QueryEncoder = form
    ) -> None:
        self._styles = styles
        self._reserved = reserved
        self._rest = rest

    def __call__(self, name: str, value: Value, reserved: bool = False) -> str:
        items = _items(_as_mapping(value) or {})
        parts = (self._part(name, key, item, reserved or key in self._reserved) for key, item in items)
        return "&".join([part for part in parts if part])

    def _part(self, name: str, key: str, item: Value, reserved: bool) -> str:
        style = self._styles.get(key)
        return self._rest(name, {key: item}, reserved) if style is None else style(key, item, reserved)


def whole_json(name: str, value: Value, reserved: bool = False) -> str:
    """All of the query is JSON."""
    return "" if is_absent(value) else _quote_query(json_text(value), reserved)


def whole_text(name: str, value: Value, reserved: bool = False) -> str:
    """All of the query is a text."""
    return "" if is_absent(value) else _quote_query(text_of(value), reserved)


form_empty = functools.partial(form, index=empty)
form_joined_empty = functools.partial(form_joined, index=empty)
space_delimited_empty = functools.partial(space_delimited, index=empty)
pipe_delimited_empty = functools.partial(pipe_delimited, index=empty)
deep_object_empty = functools.partial(deep_object, index=empty)
"""The same with `[]` for the places of objects in a list (`brackets: empty`)."""

# ---------------------------------------------------------------------------------------------------------- headers


def header_simple(value: Value) -> str:
    """`blue,black`; objects `R,100,G,200`.  Nothing is percent-encoded."""
    return value if type(value) is str else _pieces(value, str, ",", ",")


def header_simple_explode(value: Value) -> str:
    """`blue,black`; objects `R=100,G=200`."""
    return value if type(value) is str else _pieces(value, str, "=", ",")


def header_json(value: Value) -> str:
    """`content: application/json`."""
    return json_text(value)


# ---------------------------------------------------------------------------------------------------------- cookies


def cookie_form(name: str, value: Value, reserved: bool = False) -> str:
    """`color=blue; color=black`; objects `R=100; G=200` (explode): pairs as a Cookie header separates them."""
    return form(name, value).replace("&", "; ")


def cookie_form_joined(name: str, value: Value, reserved: bool = False) -> str:
    """`color=blue%2Cblack`: the comma is no cookie octet (RFC 6265, section 4.1.1)."""
    return _delimited(name, value, False, "%2C", indexed).replace("&", "; ")


def cookie_json(name: str, value: Value, reserved: bool = False) -> str:
    """`content: application/json`."""
    return query_json(name, value)


# ------------------------------------------------------------------------------------------------------------- JSON


class JsonText(str):
    """A value that is JSON already."""

    __slots__ = ()


def json_text(value: Value) -> str:
    """Compact JSON.  Raises `ValueError` for NaN and infinity."""
    if isinstance(value, JsonText):
        return value
    import json

    return json.dumps(value, separators=(",", ":"), allow_nan=False, default=text_of)
