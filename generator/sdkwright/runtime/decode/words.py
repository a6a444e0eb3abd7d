"""What a server says in the body of an error: the few places where servers write it, in the order of trust.

`message`, `error.message`, `error`, `detail` (a text, or the list that FastAPI makes), `title` and `detail` of
RFC 9457, the first of `errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from pydantic_core import from_json

__all__ = ["words_in", "words_of"]


def words_in(body: bytes | str) -> str | None:
    """The words in a body of JSON; None where it is none or says nothing."""
    try:
        return words_of(from_json(body))
    except ValueError:
        return None


def words_of(data: object) -> str | None:
    """The words in decoded JSON, or None."""
    if not isinstance(data, Mapping):
        return None
    body = cast("Mapping[str, Any]", data)
    return _text(body.get("message")) or _error(body) or _problem(body) or _first(body.get("errors"))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _error(body: Mapping[str, Any]) -> str | None:
    """`error` as an object, or as a text, which RFC 6749 (section 5.2) explains in `error_description`."""
    error = body.get("error")
    if not isinstance(error, str):
        return words_of(error)
    return _joined(_text(error), _text(body.get("error_description")))


def _problem(body: Mapping[str, Any]) -> str | None:
    """RFC 9457, section 3.1: `title` says what kind of problem it is, `detail` what happened this time."""
    detail = body.get("detail")
    words = _items(cast("list[object]", detail)) if isinstance(detail, list) else _text(detail)
    return _joined(_text(body.get("title")), words)


def _joined(kind: str | None, words: str | None) -> str | None:
    return f"{kind}: {words}" if kind and words else kind or words


def _items(items: list[object]) -> str | None:
    """What does not fit, item by item: `body.limit: field required; query.q: too short`."""
    return "; ".join([told for item in items if (told := _item(item))]) or None


def _item(item: object) -> str | None:
    if not isinstance(item, Mapping):
        return _text(item)
    named = cast("Mapping[str, Any]", item)
    place = named.get("loc")
    words = _text(named.get("msg")) or words_of(named)
    at = ".".join(map(str, cast("list[object]", place))) if isinstance(place, list) else None
    return _joined(at, words) if words else None


def _first(errors: object) -> str | None:
    if not isinstance(errors, list):
        return None
    return next((told for item in cast("list[object]", errors) if (told := _item(item))), None)
