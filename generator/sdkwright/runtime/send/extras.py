"""What a caller adds to a call besides its arguments: headers, query parameters, members of the body.

Whatever has the name of something that is sent anyway takes its place.  Only calls that add something load this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..auth.security import header_value
from ..encode.parameters import form
from ..encode.payload import Payload
from ..encode.properties import json_of
from ..values.codec import codec

if TYPE_CHECKING:
    from ..http import HeaderItems

_FRAMING = frozenset({b"content-length", b"transfer-encoding"})


# ---------------------------------------------------------------------------------------------------------- headers


def merged(client: Mapping[str, str] | None, call: Mapping[str, str] | None) -> Mapping[str, str]:
    """The headers of every call with those of one, which take the place of others of their names."""
    if not client or not call:
        return client or call or {}
    own = {name.lower() for name in call}
    return {**{name: value for name, value in client.items() if name.lower() not in own}, **call}


def header_items(http_headers: Mapping[str, str]) -> HeaderItems:
    """The caller's headers.  Raises `ValueError` for line breaks."""
    items: HeaderItems = []
    for name, value in http_headers.items():
        if not name or any(ord(character) <= 0x20 or character in ":\x7f" for character in name):
            raise ValueError(f"{name!r} is no header name")
        items.append((name.encode("ascii"), header_value(value, f"the header {name!r}")))
    return items


def without_type_of(extra: HeaderItems, payload: Payload) -> HeaderItems:
    """The caller's headers without a Content-Type that names the body's own: ours has the boundary or the charset."""
    own = payload.content_type.partition(b";")[0].lower()
    return [
        header
        for header in extra
        if header[0].lower() != b"content-type" or header[1].partition(b";")[0].strip().lower() != own
    ]


def overridden(headers: HeaderItems, extra: HeaderItems) -> HeaderItems:
    """Our headers with the caller's in their place; the length of the body stays ours."""
    names = {name.lower() for name, _ in extra}
    kept = [header for header in headers if header[0].lower() not in names]
    return kept + [header for header in extra if header[0].lower() not in _FRAMING]


# ------------------------------------------------------------------------------------------------------------ query


def pairs_of(extra_query: Mapping[str, Any]) -> tuple[str, ...]:
    """The encoded pairs of `extra_query`, as the style `form` has them.

    Raises `ValueError` or `TypeError`, which name it, for a value that has no text.
    """
    pairs: list[str] = []
    for name, value in extra_query.items():
        try:
            text = form(name, codec(Any).plain(value))
        except (TypeError, ValueError) as problem:
            raise type(problem)(f"extra_query[{name!r}]: {problem}") from None
        pairs += [pair for pair in text.split("&") if pair]
    return tuple(pairs)


def replaced(query: list[str], extra_query: Mapping[str, Any], pairs: tuple[str, ...]) -> list[str]:
    """The pairs of a query with those of `extra_query`; None there takes a name out."""
    names = {form(name, "").partition("=")[0] for name in extra_query} | {_name(pair) for pair in pairs}
    kept = [pair for part in query for pair in part.split("&") if _name(pair) not in names]
    return [*kept, *pairs]


def with_query(url: Any, pairs: tuple[str, ...]) -> Any:
    """A URL that the server gave, with the pairs of an API key or the caller's that it does not hold already."""
    raw_path: bytes = url.raw_path
    path, _, query = raw_path.decode("ascii").partition("?")
    held = query.split("&") if query else []
    names = set(map(_name, held))
    parts = [*held, *(pair for pair in pairs if _name(pair) not in names)]
    return url.copy_with(raw_path=f"{path}?{'&'.join(parts)}".encode("ascii")) if parts else url


def _name(pair: str) -> str:
    return pair.partition("=")[0]


# ------------------------------------------------------------------------------------------------------------- body


def body_of(extra_body: Mapping[str, Any]) -> Payload:
    """The body of an operation that has none of its own."""
    return Payload(b"application/json", json_of(dict(extra_body)))
