"""From an answer to a result or an exception.  Reading the body is the transports'; everything here is pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..errors import DEFAULT_MESSAGE, SDKError
from .answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Text

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..http import Response
    from .handlers import Handler, Handlers


def result_of(
    configuration: Configuration, handlers: Handlers, handler: Handler | None, response: Response, required: bool
) -> Any:
    """The result of an answer that was read whole.  `required`: an empty body is none.

    Raises the SDK's errors: the declared one, the default one, or the validation error.
    """
    if handler is None:
        return _unmatched(configuration, handlers, response, required)
    row = handler.row
    if handler.is_error:
        raise error_of(configuration, handler, response)
    match row:
        case Json():
            return _json(configuration, handler, response, required)
        case Text():
            return response.text if response.content or required else None
        case Bytes():
            return response.content if response.content or required else None
        case Empty():
            return None
        case Download() | Events() | JsonLines() | JsonError() | ApiError():
            raise AssertionError("streams and errors are handled elsewhere")


def _json(configuration: Configuration, handler: Handler, response: Response, required: bool) -> Any:
    content = response.content
    if not content and not required:
        return None
    try:
        return handler.codec.read(content)
    except ValueError as problem:
        raise validation_error(configuration, response) from problem


def validation_error(configuration: Configuration, response: Response | None) -> SDKError:
    """The error for an answer that does not fit; the caller sets its cause."""
    return configuration.validation_error()("Response validation failed", response)


def _unmatched(configuration: Configuration, handlers: Handlers, response: Response, required: bool) -> Any:
    status = response.status_code
    if 200 <= status < 300 and not response.content and handlers.declares(status):
        if not required:
            return None
        raise validation_error(configuration, response)
    raise unexpected(configuration, response)


def too_large(configuration: Configuration, limit: int, response: Response) -> SDKError:
    """The error for an answer above `max_response_bytes`."""
    return configuration.api_error()(f"The response is larger than max_response_bytes ({limit})", response, "")


def unexpected(configuration: Configuration, response: Response) -> SDKError:
    """The error for an answer that no row describes."""
    media_type = response.headers.get("content-type") or "application/octet-stream"
    return configuration.api_error()(
        f"Unexpected response received (code: {response.status_code}, type: {media_type})", response
    )


def error_of(configuration: Configuration, handler: Handler, response: Response) -> SDKError:
    """The exception for a declared error; the default one if the body does not fit its schema."""
    row = handler.row
    if not isinstance(row, JsonError):
        return configuration.api_error()(DEFAULT_MESSAGE, response)
    try:
        data = handler.codec.read(response.content)
    except ValueError:
        # A validation problem never hides the server's answer.
        return configuration.api_error()(DEFAULT_MESSAGE, response)
    kind = cast("type[SDKError]", row.error())
    return kind(_message(data, row.message), response, None, data)


def _message(data: object, path: tuple[str, ...]) -> str:
    """The message in the data of an error, where it is a text that is not empty."""
    from ..values.extract import extract

    value = extract(data, path, with_defaults=True)
    return str(value) if isinstance(value, str) and value else DEFAULT_MESSAGE
