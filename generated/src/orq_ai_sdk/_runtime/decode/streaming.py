"""From an open answer to the stream that the caller reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from ..downloads import AsyncDownload
from ..downloads import Download as SyncDownload
from ..streams import AsyncEventStream, AsyncJsonLineStream, EventStream, JsonLineStream
from .answer_rows import Download, Events, JsonLines
from .jsonlines import LineDecoder
from .responses import validation_error
from .sse import EventDecoder, event_reader

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..http import Response
    from .handlers import Handler


def open_stream(configuration: Configuration, handler: Handler, response: Response, limit: int) -> Any:
    """The stream of a sync call; it owns the response.  `limit`: the most that a download reads at once."""
    row, refuse = handler.row, _refusal(configuration, response)
    match row:
        case Events():
            return EventStream(response, EventDecoder(row.sentinel), _reader(handler, row), refuse)
        case JsonLines():
            return JsonLineStream(response, LineDecoder(), handler.codec.read, refuse)
        case Download():
            return SyncDownload(response, limit)
        case _:
            raise AssertionError(f"{row!r} is no stream")


def open_async_stream(configuration: Configuration, handler: Handler, response: Response, limit: int) -> Any:
    """The stream of an async call; it owns the response.  `limit`: the most that a download reads at once."""
    row, refuse = handler.row, _refusal(configuration, response)
    match row:
        case Events():
            return AsyncEventStream(response, EventDecoder(row.sentinel), _reader(handler, row), refuse)
        case JsonLines():
            return AsyncJsonLineStream(response, LineDecoder(), handler.codec.read, refuse)
        case Download():
            return AsyncDownload(response, limit)
        case _:
            raise AssertionError(f"{row!r} is no stream")


def _reader(handler: Handler, row: Events) -> Callable[[Any], Any]:
    return event_reader(handler.codec, data_only=row.data_only, text=row.text)


def _refusal(configuration: Configuration, response: Response) -> Callable[[ValueError], NoReturn]:
    """A piece that does not fit its type raises the SDK's validation error."""

    def refuse(problem: ValueError) -> NoReturn:
        raise validation_error(configuration, response) from problem

    return refuse
