"""From an answer to a result or an exception.  Reading the body is the transports'; everything here is pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Text

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..errors import SDKError
    from ..http import Response
    from .handlers import Handler, Handlers
    from .keeping import Keeper


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
        from .failures import error_of

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
            from .keeping import kept_of

            kept = kept_of(handler, content)
            if kept is not None:
                return keeper.value(handler, response, kept)
        from .failures import validation_error

        raise validation_error(configuration, handler.operation, response, problem) from problem


def _otherwise(configuration: Configuration, handler: Handler, response: Response) -> SDKError:
    """The error for an answer that is not what it was presumed to be."""
    from .failures import error_of, unexpected

    other = handler.otherwise
    return unexpected(configuration, response) if other is None else error_of(configuration, other, response)


def _unmatched(configuration: Configuration, handlers: Handlers, response: Response, required: bool) -> Any:
    if 200 <= response.status_code < 300 and not response.content and handlers.has_results:
        return _empty(configuration, handlers.operation, response, required)
    from .failures import unexpected

    raise unexpected(configuration, response)


def _empty(configuration: Configuration, operation: str, response: Response, required: bool) -> None:
    """The result of an answer without a body.  Raises the validation error where one is required."""
    if required:
        from .failures import validation_error

        problem = ValueError("the answer has no body")
        raise validation_error(configuration, operation, response, problem) from problem
