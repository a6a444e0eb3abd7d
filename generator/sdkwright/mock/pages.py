"""Listings that end: two pages, the first of which leads to the second.

Nothing is remembered between requests: which page is asked for stands in the request.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from sdkwright.ir.service import Api, Operation, Pagination, PagingKind
from sdkwright.ir.types import Json, ObjectDef, RefType, Type
from sdkwright.ir.values import fits
from sdkwright.mock.incoming import Incoming

Steps: TypeAlias = Sequence[str | int]

_MARK: Final = "mock-page"
"""The query of the URL of the second page."""
_CURSOR: Final = "page-2"
_PAGES: Final = 2
_MOST: Final = 100
"""Items on a page, whatever limit is asked for."""


def paged(api: Api, operation: Operation, paging: Pagination, shape: Type, incoming: Incoming, value: Json) -> Json:
    """The value as the page that is asked for: the first, or the one that ends the listing."""
    told = copy.deepcopy(value)
    if _is_later(paging, incoming):
        return next((one for one in _ends(paging, told) if fits(api.types, shape, one)), told)
    limit = _number(_given(paging, incoming, "limit"))
    limit = _number(_default(api, operation, paging, "limit")) if limit is None else limit
    items = at(told, paging.results) if paging.results is not None else None
    if isinstance(items, list) and items and limit is not None:
        items[:] = [items[n % len(items)] for n in range(max(0, min(limit, _MOST)))]
    for steps, mark in ((paging.next_cursor, _CURSOR), (paging.next_url, _url(incoming)), (paging.num_pages, _PAGES)):
        if steps and type(at(told, steps)) is type(mark):
            _put(told, steps, mark)
    return told


def _url(incoming: Incoming) -> str:
    """Where the second page is: the same place, with a mark."""
    parts = urlsplit(incoming.target)
    query = f"{parts.query}&{_MARK}=2" if parts.query else f"{_MARK}=2"
    return f"http://{incoming.headers.get('Host', '127.0.0.1')}{parts.path}?{query}"


def _is_later(paging: Pagination, incoming: Incoming) -> bool:
    match paging.kind:
        case PagingKind.URL:
            return any(key == _MARK for key, _ in incoming.query)
        case PagingKind.CURSOR:
            return _given(paging, incoming, "cursor") not in (None, "", 0, "0")
        case PagingKind.OFFSET_LIMIT:
            page, offset = (_number(_given(paging, incoming, role)) for role in ("page", "offset"))
            return (page is not None and page > 1) or (offset is not None and offset > 0)


def _given(paging: Pagination, incoming: Incoming, role: str) -> Json:
    """What was sent for an input of paging; None where nothing was."""
    for one in paging.inputs:
        if one.role != role:
            continue
        if one.where == "parameters":
            return next((value for key, value in incoming.query if key == one.name), None)
        body = incoming.json if incoming.body else None
        return body.get(one.name) if isinstance(body, dict) else None
    return None


def _default(api: Api, operation: Operation, paging: Pagination, role: str) -> Json:
    """What the document says of an input that was not sent."""
    name = next((one.name for one in paging.inputs if one.role == role), None)
    found = [one.default for one in operation.parameters if one.name == name]
    for content in operation.body.contents if operation.body is not None else ():
        definition = api.types[content.type.id] if isinstance(content.type, RefType) else None
        properties = definition.properties if isinstance(definition, ObjectDef) else ()
        found += [one.default for one in properties if one.name == name]
    return next((default.value for default in found if default is not None), None)


def _number(given: Json) -> int | None:
    if isinstance(given, str) and given.isascii() and given.isdecimal() and len(given) < 20:
        return int(given)
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _ends(paging: Pagination, value: Json) -> Iterator[Json]:
    """The page in every way that ends a listing: it says of nothing more, or holds nothing."""
    for steps in (paging.next_cursor, paging.next_url):
        if steps and isinstance(steps[-1], str) and at(value, steps) is not None:
            less = copy.deepcopy(value)
            holder = at(less, steps[:-1])
            if isinstance(holder, dict):
                del holder[steps[-1]]
                yield less
            for nothing in (None, ""):
                less = copy.deepcopy(value)
                _put(less, steps, nothing)
                yield less
    if paging.results is not None and isinstance(at(value, paging.results), list):
        less = copy.deepcopy(value)
        _put(less, paging.results, [])
        yield less
    for steps in (paging.next_cursor, paging.next_url):
        place = next((n for n, step in enumerate(steps or ()) if isinstance(step, int)), None)
        if steps and place is not None:
            less = copy.deepcopy(value)
            _put(less, steps[:place], [])
            yield less


def at(value: Json, steps: Steps) -> Json:
    """What stands at the end of a path, None if nothing does."""
    for step in steps:
        if isinstance(step, str) and isinstance(value, dict):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def _put(value: Json, steps: Steps, new: Json) -> None:
    """Puts something else at the end of a path that is there.  A list stays the one that it was."""
    if not steps:
        if isinstance(value, list) and isinstance(new, list):
            value[:] = new
        return
    holder, last = at(value, steps[:-1]), steps[-1]
    if (isinstance(holder, dict) and isinstance(last, str)) or (isinstance(holder, list) and isinstance(last, int)):
        holder[last] = new  # type: ignore[index]  # the two belong together
