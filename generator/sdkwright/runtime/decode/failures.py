"""The exceptions for answers that are errors, or that nothing can be made of.  Only those load this."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..errors import DEFAULT_MESSAGE, SDKError
from ..logs import redacted_url
from .answer_rows import JsonError
from .misfits import reason_of
from .words import words_in

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..http import Response
    from .handlers import Handler


def validation_error(
    configuration: Configuration, operation: str, response: Response, problem: ValueError, body: str | None = None
) -> SDKError:
    """The error for an answer that does not fit; the caller sets its cause.  `body`: the part that was read."""
    reason = reason_of(problem, response.content if body is None else body)
    return configuration.validation_error()(f"Response validation failed in {operation}: {reason}", response, body)


def too_large(configuration: Configuration, limit: int, response: Response) -> SDKError:
    """The error for an answer above `max_response_bytes`."""
    return configuration.api_error()(f"The response is larger than max_response_bytes ({limit})", response, "")


def unexpected(configuration: Configuration, response: Response) -> SDKError:
    """The error for an answer that no row describes."""
    media_type = response.headers.get("content-type") or "application/octet-stream"
    message = f"Unexpected response received (code: {response.status_code}, type: {media_type})"
    target = response.headers.get("location") if 300 <= response.status_code < 400 else None
    if target is not None:
        message += (
            f"; the server redirects to {redacted_url(target, frozenset())}, "
            "and a client with follow_redirects=True follows within the origin"
        )
    return configuration.api_error()(message, response)


def error_of(configuration: Configuration, handler: Handler, response: Response) -> SDKError:
    """The exception for a declared error; the default one if the body does not fit its schema."""
    row = handler.row
    kind, data, words, unsaid = configuration.api_error(), None, None, DEFAULT_MESSAGE
    if isinstance(row, JsonError):
        try:
            data = handler.codec.read(response.content)
        except ValueError:
            pass  # a validation problem never hides the server's answer
        else:
            kind, words = cast("type[SDKError]", row.error()), _message(data, row.message)
            unsaid = _message(data, row.message, with_defaults=True) or unsaid
    words = words or words_in(response.content)
    return kind(words or unsaid, response, data=data, said=words is not None)


def _message(data: object, path: tuple[str, ...], *, with_defaults: bool = False) -> str | None:
    """The message in the data of an error, where it is a text that is not empty."""
    from ..values.paths import extract

    value = extract(data, path, with_defaults=with_defaults)
    return str(value) if isinstance(value, str) and value.strip() else None
