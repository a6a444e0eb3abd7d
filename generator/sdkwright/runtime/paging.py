"""Paging: which request asks for the next page, and the pages themselves.

`next_request` decides and is a pure function; the transports only carry out what it says.

    page = sdk.items.list(limit=50)
    while page is not None:                      # or: for page in page.pages()  /  for item in page.items()
        ...
        page = page.next()                       # await page.next() with an async method
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast
from urllib.parse import urljoin, urlsplit

from .http import header_values
from .unset import UNSET
from .values.paths import extract

if TYPE_CHECKING:
    from .operation import Paging, PagingInput

__all__ = ["AsyncPage", "NextRequest", "Page", "PagingError", "Position", "items_of", "next_request"]

B = TypeVar("B")
I = TypeVar("I")  # noqa: E741 - an item


class PagingError(ValueError):
    """The server's paging goes in circles, or leads to another server."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page stands: the arguments and the URL that asked for it, and the cursors that led here.

    `seen` is shared by all pages of one listing: cursor or URL -> number of the page that it leads to.
    """

    arguments: Mapping[str, Any]
    url: str
    number: int = 0
    seen: dict[Any, int] = field(default_factory=dict[Any, int])
    previous: Sequence[Any] = ()
    """The results of the page before, where pages are counted."""


@dataclass(frozen=True, slots=True)
class NextRequest:
    """What asks for the next page: the operation's arguments, and a complete URL where the server gave one."""

    arguments: Mapping[str, Any]
    url: str | None
    number: int
    seen: dict[Any, int]
    previous: Sequence[Any] = ()

    def position(self, url: str) -> Position:
        """The position of the page that this request fetched."""
        return Position(self.arguments, url, self.number, self.seen, self.previous)


# --------------------------------------------------------------------------------------------------------- deciding


def next_request(paging: Paging, position: Position, body: object) -> NextRequest | None:
    """The request for the page after `body`, or None where the listing ends.

    It ends at a missing or blank cursor or URL, at empty results, at fewer results than the limit, and at the last of
    the pages that the server counts.  Raises PagingError if a cursor or URL comes back, if counting on brings the same
    results again, or if a URL has another origin than the request.
    """
    if body is None or _is_last(paging, position, body):
        return None
    match paging.kind:
        case "url":
            return _by_url(paging, position, body)
        case "cursor":
            return _by_cursor(paging, position, body)
        case _:
            return _by_number(paging, position, body)


def _is_last(paging: Paging, position: Position, body: object) -> bool:
    if paging.results is None:
        return False
    count = len(items_of(paging, body))
    limit = _number(_input(paging, "limit"), position, None)
    return count == 0 or (limit is not None and count < limit)


def _by_url(paging: Paging, position: Position, body: object) -> NextRequest | None:
    given = extract(body, paging.next_url or ())
    if not isinstance(given, str) or not given.strip():
        return None
    try:
        url = urljoin(position.url, given.strip())
        elsewhere = _origin(url) != _origin(position.url)
    except ValueError:
        raise PagingError("the URL of the next page is no URL") from None
    if elsewhere:
        raise PagingError("the URL of the next page leads to another server; it was not followed")
    _remember(position, url)
    return NextRequest(position.arguments, url, position.number + 1, position.seen)


def _by_cursor(paging: Paging, position: Position, body: object) -> NextRequest | None:
    cursor = extract(body, paging.next_cursor or ())
    if cursor is None or cursor is UNSET or (isinstance(cursor, str) and not cursor.strip()):
        return None
    if not isinstance(cursor, Hashable):
        raise PagingError("the cursor of the next page is no plain value")
    current = _value(_input(paging, "cursor"), position)
    if isinstance(current, str | int):
        position.seen.setdefault(current, position.number)
    _remember(position, cursor)
    return _with(paging, position, {"cursor": cursor})


def _by_number(paging: Paging, position: Position, body: object) -> NextRequest | None:
    items = items_of(paging, body)
    if items and items == position.previous and not _is_one_scalar(items):
        raise PagingError("the server answers with the same page again")
    page = _input(paging, "page")
    if page is not None:
        number = cast(int, _number(page, position, 1))
        pages = extract(body, paging.num_pages) if paging.num_pages is not None else None
        if isinstance(pages, int | float) and number >= pages:
            return None
        if paging.results is None and pages is None:
            return None
        return _with(paging, position, {"page": number + 1}, items)
    if not items:
        return None
    offset = cast(int, _number(_input(paging, "offset"), position, 0))
    return _with(paging, position, {"offset": offset + len(items)}, items)


def _is_one_scalar(items: Sequence[Any]) -> bool:
    """Whether a page says one plain value over and over: such pages may be alike."""
    first = items[0]
    return isinstance(first, str | int | float | bool | None) and all(item == first for item in items)


def _with(
    paging: Paging, position: Position, values: Mapping[str, Any], items: Sequence[Any] = ()
) -> NextRequest | None:
    arguments = dict(position.arguments)
    changed = False
    for given in paging.inputs:
        if given.role in values:
            changed = True
            old = arguments.get(given.argument)
            arguments[given.argument] = _replaced(old, given.path, values[given.role])
    # Without an input that takes the value, the next request would be this one again.
    return NextRequest(arguments, None, position.number + 1, position.seen, items) if changed else None


def _replaced(value: object, path: Sequence[str], new: object) -> object:
    """A copy of a value with something else at a path of wire names; a model becomes a dictionary of what was set."""
    if not path:
        return new
    dump = getattr(value, "model_dump", None)
    if dump is not None:
        value = dump(by_alias=True, exclude_unset=True)
    mapping = dict(cast(Mapping[str, Any], value)) if isinstance(value, Mapping) else {}
    mapping[path[0]] = _replaced(mapping.get(path[0]), path[1:], new)
    return mapping


def _remember(position: Position, mark: Any) -> None:
    known = position.seen.setdefault(mark, position.number + 1)
    if known != position.number + 1:
        raise PagingError("the server answers with the same next page again")


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme)


_PORTS: Final = {"http": 80, "https": 443}


# ---------------------------------------------------------------------------------------------------------- looking


def _input(paging: Paging, role: str) -> PagingInput | None:
    return next((given for given in paging.inputs if given.role == role), None)


def _number(given: PagingInput | None, position: Position, absent: int | None) -> int | None:
    """The number that an input had, its default in the document, or `absent`."""
    if given is None:
        return absent
    value = _value(given, position)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value)
    return absent if given.default is None else given.default


def _value(given: PagingInput | None, position: Position) -> object:
    """What the caller (or the page before) gave for an input."""
    return None if given is None else extract(position.arguments.get(given.argument), given.path)


def items_of(paging: Paging, body: object) -> Sequence[Any]:
    """The results of one page."""
    found = extract(body, paging.results) if paging.results is not None else None
    return cast(Sequence[Any], found) if isinstance(found, list | tuple) else ()


# ------------------------------------------------------------------------------------------------------------ pages


class Page(Generic[B, I]):
    """One page of a listing: the answer itself, and the way to the next one."""

    def __init__(
        self,
        result: B,
        items: Sequence[I],
        fetch_next: Callable[[], Page[B, I] | None],
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.result = result
        """The decoded body."""
        self._items = items
        self._fetch_next = fetch_next
        self._headers = headers

    @property
    def headers(self) -> dict[str, list[str]]:
        """The values of each header of the answer, by its name in lower case."""
        return {} if self._headers is None else header_values(self._headers)

    def next(self) -> Page[B, I] | None:
        """The next page, or None after the last.  Raises PagingError if the server goes in circles."""
        return self._fetch_next()

    def pages(self) -> Iterator[Page[B, I]]:
        """This page and all that follow; each is fetched when it is asked for."""
        page: Page[B, I] | None = self
        while page is not None:
            yield page
            page = page.next()

    def __iter__(self) -> Iterator[Page[B, I]]:
        return self.pages()

    def items(self) -> Iterator[I]:
        """The results of this page and of all that follow."""
        for page in self.pages():
            yield from page._items

    def __repr__(self) -> str:
        return f"Page(result={self.result!r})"


class AsyncPage(Generic[B, I]):
    """One page of a listing: the answer itself, and the way to the next one."""

    def __init__(
        self,
        result: B,
        items: Sequence[I],
        fetch_next: Callable[[], Awaitable[AsyncPage[B, I] | None]],
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.result = result
        """The decoded body."""
        self._items = items
        self._fetch_next = fetch_next
        self._headers = headers

    @property
    def headers(self) -> dict[str, list[str]]:
        """The values of each header of the answer, by its name in lower case."""
        return {} if self._headers is None else header_values(self._headers)

    async def next(self) -> AsyncPage[B, I] | None:
        """The next page, or None after the last.  Raises PagingError if the server goes in circles."""
        return await self._fetch_next()

    def pages(self) -> AsyncIterator[AsyncPage[B, I]]:
        """This page and all that follow; each is fetched when it is asked for."""
        return _AsyncPages(self)

    def __aiter__(self) -> AsyncIterator[AsyncPage[B, I]]:
        return self.pages()

    def items(self) -> AsyncIterator[I]:
        """The results of this page and of all that follow."""
        return _AsyncItems(self)

    def __repr__(self) -> str:
        return f"AsyncPage(result={self.result!r})"


class _AsyncPages(Generic[B, I]):
    """Plain iterators and no asynchronous generators: a dropped one leaves nothing to the event loop."""

    def __init__(self, first: AsyncPage[B, I]) -> None:
        self._page: AsyncPage[B, I] = first
        self._started = False

    def __aiter__(self) -> _AsyncPages[B, I]:
        return self

    async def __anext__(self) -> AsyncPage[B, I]:
        if self._started:
            page = await self._page.next()
            if page is None:
                raise StopAsyncIteration
            self._page = page
        self._started = True
        return self._page


class _AsyncItems(Generic[B, I]):
    def __init__(self, first: AsyncPage[B, I]) -> None:
        self._pages = _AsyncPages(first)
        self._items: Iterator[I] = iter(())

    def __aiter__(self) -> _AsyncItems[B, I]:
        return self

    async def __anext__(self) -> I:
        while True:
            for item in self._items:
                return item
            page = await anext(self._pages)
            self._items = page_items(page)


def page_items(page: AsyncPage[B, I]) -> Iterator[I]:
    """The results of one page."""
    return iter(page._items)  # pyright: ignore[reportPrivateUsage]  # of the class above
