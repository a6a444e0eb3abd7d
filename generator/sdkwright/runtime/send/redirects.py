"""Redirects: followed only when the constructor allowed it, and only within the origin.

The HTTP library strips `Authorization` when it leaves an origin, but not key headers, so leaving it is refused here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..adapter.urls import origin

if TYPE_CHECKING:
    from ..http import Request, Response
    from .call import Call

MAXIMUM_REDIRECTS = 20


def next_hop(call: Call, response: Response, asynchronous: bool) -> Request | None:
    """The request that follows a redirect.

    None if it is no redirect, if it leads to another origin or brings credentials, which the library would send in
    place of ours, or if it wants a body again that cannot be sent twice.
    """
    request: Request | None = response.next_request
    if request is None or origin(request.url) != origin(response.url):
        return None
    if request.url.userinfo not in (b"", response.url.userinfo):
        return None
    payload = call.payload
    if payload is not None and payload.content is None and request.method == response.request.method:
        if not payload.replayable:
            return None
        chunks = payload.stream(asynchronous)
        request = call.library.request(
            request.method, request.url, headers=request.headers, content=chunks, extensions=request.extensions
        )
    call.hide_secrets(request)  # a server may repeat the query that it was asked with
    cookie = response.request.headers.get("cookie")
    if cookie is not None:
        request.headers["Cookie"] = cookie  # the library drops it; within the origin it stays
    return request
