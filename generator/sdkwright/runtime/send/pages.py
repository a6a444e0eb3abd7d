"""From the result of a paged operation to its page, and from a page to the call for the next one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from ..adapter.urls import origin
from ..paging import AsyncPage, NextRequest, Page, PagingError, Position, items_of, next_request

if TYPE_CHECKING:
    from ..adapter.library import Library
    from ..http import Response
    from ..operation import Operation, Options, Paging
    from .core import Core


def page(
    core: Core,
    operation: Operation[Any, Any],
    result: Any,
    response: Response,
    arguments: Mapping[str, object],
    options: Options,
) -> Page[Any, Any] | None:
    """The first page of a sync call; None where the result is."""
    return _page(core, operation, result, Position(arguments, _url(response)), options, response.headers)


def async_page(
    core: Core,
    operation: Operation[Any, Any],
    result: Any,
    response: Response,
    arguments: Mapping[str, object],
    options: Options,
) -> AsyncPage[Any, Any] | None:
    """The first page of an async call; None where the result is."""
    return _async_page(core, operation, result, Position(arguments, _url(response)), options, response.headers)


def _url(response: Response) -> str:
    """Without the query, which may hold a key; a relative reference needs the path alone."""
    return str(response.request.url).partition("?")[0]


def _check(library: Library, position: Position, following: NextRequest) -> None:
    """Raises PagingError if the HTTP library sees another server in the URL than `next_request` did, or credentials,
    which it would send in place of ours."""
    if following.url is None:
        return
    try:
        url, before = library.url(following.url), library.url(position.url)
    except library.invalid_url:
        raise PagingError("the URL of the next page is no URL") from None
    if origin(url) != origin(before):
        raise PagingError("the URL of the next page leads to another server; it was not followed")
    if url.userinfo not in (b"", before.userinfo):
        raise PagingError("the URL of the next page holds credentials; it was not followed")


def _page(
    core: Core,
    operation: Operation[Any, Any],
    result: Any,
    position: Position,
    options: Options,
    headers: Mapping[str, str],
) -> Page[Any, Any] | None:
    paging = cast("Paging", operation.paging)
    if result is None:
        return None

    def fetch() -> Page[Any, Any] | None:
        from .transport import run

        following = next_request(paging, position, result)
        if following is None:
            return None
        _check(core.client_library, position, following)
        after, response = run(core, operation, following.arguments, options, following.url)
        at = following.position(_url(response))
        return _page(core, operation, after, at, options, response.headers)

    return Page(result, items_of(paging, result), fetch, headers)


def _async_page(
    core: Core,
    operation: Operation[Any, Any],
    result: Any,
    position: Position,
    options: Options,
    headers: Mapping[str, str],
) -> AsyncPage[Any, Any] | None:
    paging = cast("Paging", operation.paging)
    if result is None:
        return None

    async def fetch() -> AsyncPage[Any, Any] | None:
        from .transport_async import run_async

        following = next_request(paging, position, result)
        if following is None:
            return None
        _check(core.async_client_library, position, following)
        after, response = await run_async(core, operation, following.arguments, options, following.url)
        at = following.position(_url(response))
        return _async_page(core, operation, after, at, options, response.headers)

    return AsyncPage(result, items_of(paging, result), fetch, headers)
