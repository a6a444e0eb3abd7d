"""From an answer to a result or an exception.  Reading the body is `transport`'s; everything here is pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..errors import DEFAULT_MESSAGE, SDKError
from .answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Text

if TYPE_CHECKING:
    from ..http import Response
    from ..operation import Operation
    from ..operations.plan import Handler, Prepared
    from ..send.core import Core


def result_of(
    core: Core, operation: Operation[Any, Any], prepared: Prepared, handler: Handler | None, response: Response
) -> Any:
    """The result of an answer that was read whole.

    Raises the SDK's errors: the declared one, the default one, or the validation error.
    """
    if handler is None:
        return _unmatched(core, operation, prepared, response)
    row = handler.row
    if handler.is_error:
        raise error_of(core, handler, response)
    match row:
        case Json():
            return _json(core, operation, handler, response)
        case Text():
            return response.text if response.content or operation.result_required else None
        case Bytes():
            return response.content if response.content or operation.result_required else None
        case Empty():
            return None
        case Download() | Events() | JsonLines() | JsonError() | ApiError():
            raise AssertionError("streams and errors are handled elsewhere")


def _json(core: Core, operation: Operation[Any, Any], handler: Handler, response: Response) -> Any:
    content = response.content
    if not content and not operation.result_required:
        return None
    try:
        return handler.codec.read(content)
    except ValueError as problem:
        raise validation_error(core, response) from problem


def validation_error(core: Core, response: Response | None) -> SDKError:
    """The error for an answer that does not fit; the caller sets its cause."""
    return core.configuration.validation_error()("Response validation failed", response)


def _unmatched(core: Core, operation: Operation[Any, Any], prepared: Prepared, response: Response) -> Any:
    status = response.status_code
    if 200 <= status < 300 and not response.content and prepared.responses.declares(status):
        if not operation.result_required:
            return None
        raise validation_error(core, response)
    raise unexpected(core, response)


def too_large(core: Core, response: Response) -> SDKError:
    """The error for an answer above `max_response_bytes`."""
    return core.configuration.api_error()(
        f"The response is larger than max_response_bytes ({core.max_response_bytes})", response, ""
    )


def unexpected(core: Core, response: Response) -> SDKError:
    """The error for an answer that no row describes."""
    media_type = response.headers.get("content-type") or "application/octet-stream"
    return core.configuration.api_error()(
        f"Unexpected response received (code: {response.status_code}, type: {media_type})", response
    )


def error_of(core: Core, handler: Handler, response: Response) -> SDKError:
    """The exception for a declared error; the default one if the body does not fit its schema."""
    row = handler.row
    if not isinstance(row, JsonError):
        return core.configuration.api_error()(DEFAULT_MESSAGE, response)
    try:
        data = handler.codec.read(response.content)
    except ValueError:
        # A validation problem never hides the server's answer.
        return core.configuration.api_error()(DEFAULT_MESSAGE, response)
    kind = cast("type[SDKError]", row.error())
    return kind(_message(data, row.message), response, None, data)


def _message(data: object, path: tuple[str, ...]) -> str:
    """The message in the data of an error, where it is a text that is not empty."""
    from ..paging import extract

    value = extract(data, path, with_defaults=True)
    return str(value) if isinstance(value, str) and value else DEFAULT_MESSAGE
