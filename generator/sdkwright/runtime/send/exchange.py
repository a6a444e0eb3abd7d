"""What the sync and the async transport share: decisions about one answer, token requests, log lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..adapter.library import ACCEPT_ENCODING
from ..auth.oauth2 import ClientCredentials, Token, read_token, token_request_body
from ..logs import redacted_headers, redacted_url
from .servers import is_loopback

if TYPE_CHECKING:
    from ..adapter.library import Framing
    from ..http import HeaderItems, Request, Response
    from .call import Call
    from .core import Core

MAXIMUM_TOKEN_BYTES = 1024 * 1024


def fits(frame: Framing, limit: int) -> bool:
    """Whether the body is known to stay within the limit: its length is given and it is not compressed."""
    return frame.length is not None and frame.length <= limit and not frame.encoded


def exceeds(call: Call, frame: Framing, limit: int) -> bool:
    """Whether the body is known to be too large before it is read."""
    return frame.length is not None and frame.length > limit and call.operation.method != "HEAD"


def is_success(response: Response) -> bool:
    """Whether an answer is a 2xx."""
    return 200 <= response.status_code < 300


# ----------------------------------------------------------------------------------------------------------- tokens


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
    extensions = {} if call.timeout is None else {"timeout": call.timeout}
    stream = call.library.byte_stream(content)
    return call.library.request("POST", url, headers=headers, stream=stream, extensions=extensions)


def token_of(core: Core, response: Response) -> Token:
    """The token of the endpoint's answer.  Raises the SDK's default error if there is none."""
    if not is_success(response):
        raise core.configuration.api_error()("The token endpoint refused the client credentials", response)
    try:
        return read_token(response.content, core.timing.monotonic())
    except ValueError as problem:
        raise core.configuration.api_error()(str(problem).capitalize(), response, "") from None


# ------------------------------------------------------------------------------------------------------------- logs


def log_request(core: Core, request: Request) -> None:
    """One line for a request about to be sent."""
    if core.logger is not None:
        names = core.security.secret_names
        core.logger.debug(
            "request %s %s headers=%r",
            request.method,
            redacted_url(str(request.url), names),
            redacted_headers(request.headers.multi_items(), names),
        )


def log_response(core: Core, response: Response) -> None:
    """One line for an answer."""
    if core.logger is not None:
        names = core.security.secret_names
        headers = cast("Any", response.headers).multi_items()
        core.logger.debug("response %d headers=%r", response.status_code, redacted_headers(headers, names))


def log_retry(core: Core, call: Call, attempt: int, wait_ms: float) -> None:
    """One line for an attempt that is given up."""
    if core.logger is not None:
        core.logger.debug("attempt %d of %s failed; again in %.0f ms", attempt + 1, call.operation.id, wait_ms)
