"""From an answer to a result or an exception.  Reading the body is the transports'; everything here is pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..errors import DEFAULT_MESSAGE, SDKError
from ..logs import redacted_url
from .answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Text
from .keeping import Keeper, kept_of
from .misfits import reason_of
from .words import words_in

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..http import Response
    from .handlers import Handler, Handlers


def result_of(
    configuration: Configuration,
    handlers: Handlers,
    handler: Handler | None,
    response: Response,
    required: bool,
    keeper: Keeper | None,
) -> Any:
    """The result of an answer that was read whole.  `required`: an empty body is none.

    `keeper` reads what does not fit; None: nothing does.

    Raises the SDK's errors: the declared one, the default one, or the validation error.
    """
    if handler is None:
        return _unmatched(configuration, handlers, response, required)
    row = handler.row
    if handler.is_error:
        raise error_of(configuration, handler, response)
    match row:
        case Json():
            return _json(configuration, handler, response, required, keeper)
        case Text():
            return response.text if response.content or required else None
        case Bytes():
            return response.content if response.content or required else None
        case Empty():
            return None
        case Download() | Events() | JsonLines() | JsonError() | ApiError():
            raise AssertionError("streams and errors are handled elsewhere")


def _json(
    configuration: Configuration, handler: Handler, response: Response, required: bool, keeper: Keeper | None
) -> Any:
    content = response.content
    if not content:
        return _empty(configuration, handler.operation, response, required)
    try:
        return handler.codec.read(content)
    except ValueError as problem:
        if handler.presumed:
            raise _otherwise(configuration, handler, response) from None
        if keeper is not None:
            kept = kept_of(handler, content)
            if kept is not None:
                return keeper.value(handler, response, kept)
        raise validation_error(configuration, handler.operation, response, problem) from problem


def _otherwise(configuration: Configuration, handler: Handler, response: Response) -> SDKError:
    """The error for an answer that is not what it was presumed to be."""
    other = handler.otherwise
    return unexpected(configuration, response) if other is None else error_of(configuration, other, response)


def validation_error(
    configuration: Configuration, operation: str, response: Response, problem: ValueError, body: str | None = None
) -> SDKError:
    """The error for an answer that does not fit; the caller sets its cause.  `body`: the part that was read."""
    reason = reason_of(problem, response.content if body is None else body)
    return configuration.validation_error()(f"Response validation failed in {operation}: {reason}", response, body)


def _unmatched(configuration: Configuration, handlers: Handlers, response: Response, required: bool) -> Any:
    if 200 <= response.status_code < 300 and not response.content and handlers.has_results:
        return _empty(configuration, handlers.operation, response, required)
    raise unexpected(configuration, response)


def _empty(configuration: Configuration, operation: str, response: Response, required: bool) -> None:
    """The result of an answer without a body.  Raises the validation error where one is required."""
    if required:
        problem = ValueError("the answer has no body")
        raise validation_error(configuration, operation, response, problem) from problem


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
