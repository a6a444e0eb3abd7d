"""What the sync and the async transport share: decisions about one answer, log lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..logs import one_line, redacted_headers, redacted_url

if TYPE_CHECKING:
    from ..adapter.library import Framing
    from ..http import Request, Response
    from .call import Call
    from .core import Core


def fits(frame: Framing, limit: int) -> bool:
    """Whether the body is known to stay within the limit: its length is given and it is not compressed."""
    return frame.length is not None and frame.length <= limit and not frame.encoded


def exceeds(call: Call, frame: Framing, limit: int) -> bool:
    """Whether the body is known to be too large before it is read."""
    return frame.length is not None and frame.length > limit and call.operation.method != "HEAD"


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
        name = one_line(call.operation.id)
        core.logger.debug("attempt %d of %s failed; again in %.0f ms", attempt + 1, name, wait_ms)
