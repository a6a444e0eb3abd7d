"""Asking a token endpoint (RFC 6749, section 4.4), for the sync and the async transport; only OAuth2 loads this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..adapter.charsets import settle_charset
from ..adapter.library import ACCEPT_ENCODING
from ..adapter.urls import is_loopback
from ..auth.oauth2 import ClientCredentials, Token, read_token, token_request_body

if TYPE_CHECKING:
    from ..http import HeaderItems, Request, Response
    from .call import Call
    from .core import Core

MAXIMUM_TOKEN_BYTES = 1024 * 1024


def token_request(core: Core, call: Call, credentials: ClientCredentials) -> Request:
    """The request for a token.  It carries nothing of the API's: no headers, no cookies, no credentials of the call."""
    url: Any = call.library.url(credentials.token_url)
    if url.scheme not in ("http", "https") or not url.host:
        raise ValueError("the token URL must be an http or https URL")
    if url.scheme == "http" and not is_loopback(url.host) and not core.allow_insecure_http:
        raise ValueError("client credentials are not sent over plain http to another machine")
    content = token_request_body(credentials)
    headers: HeaderItems = [
        (b"Host", url.netloc),
        (b"Accept", b"application/json"),
        ACCEPT_ENCODING,
        core.user_agent,
        (b"Content-Type", b"application/x-www-form-urlencoded"),
        (b"Content-Length", b"%d" % len(content)),
    ]
    phases = call.deadline.start()
    extensions = {} if phases is None else {"timeout": phases}
    stream = call.library.byte_stream(content)
    return call.library.request("POST", url, headers=headers, stream=stream, extensions=extensions)


def token_of(core: Core, response: Response) -> Token:
    """The token of the endpoint's answer.  Raises the SDK's default error if there is none."""
    settle_charset(response, response.headers.get("content-type"))
    if not 200 <= response.status_code < 300:
        raise core.configuration.api_error()("The token endpoint refused the client credentials", response)
    try:
        return read_token(response.content, core.timing.monotonic())
    except ValueError as problem:
        raise core.configuration.api_error()(str(problem).capitalize(), response, "") from None
