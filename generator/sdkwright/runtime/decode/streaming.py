"""From an open answer to the stream that the caller reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from ..downloads import AsyncDownload
from ..downloads import Download as SyncDownload
from ..operation import Download, Events, JsonLines
from ..streams import AsyncEventStream, AsyncJsonLineStream, EventStream, JsonLineStream
from .jsonlines import LineDecoder
from .responses import validation_error
from .sse import EventDecoder, event_reader

if TYPE_CHECKING:
    from ..http import Response
    from ..operations.plan import Handler
    from ..send.core import Core


def open_stream(core: Core, handler: Handler, response: Response) -> Any:
    """The stream of a sync call; it owns the response."""
    row = handler.row
    match row:
        case Events():
            return EventStream(response, EventDecoder(row.sentinel), _reader(handler, row), _refuse(core, response))
        case JsonLines():
            return JsonLineStream(response, LineDecoder(), handler.codec.read, _refuse(core, response))
        case Download():
            return SyncDownload(response, core.max_response_bytes)
        case _:
            raise AssertionError(f"{row!r} is no stream")


def open_async_stream(core: Core, handler: Handler, response: Response) -> Any:
    """The stream of an async call; it owns the response."""
    row = handler.row
    match row:
        case Events():
            return AsyncEventStream(
                response, EventDecoder(row.sentinel), _reader(handler, row), _refuse(core, response)
            )
        case JsonLines():
            return AsyncJsonLineStream(response, LineDecoder(), handler.codec.read, _refuse(core, response))
        case Download():
            return AsyncDownload(response, core.max_response_bytes)
        case _:
            raise AssertionError(f"{row!r} is no stream")


def _reader(handler: Handler, row: Events) -> Callable[[Any], Any]:
    return event_reader(handler.codec, data_only=row.data_only, text=row.text)


def _refuse(core: Core, response: Response) -> Callable[[ValueError], NoReturn]:
    """A piece that does not fit its type raises the SDK's validation error."""

    def refuse(problem: ValueError) -> NoReturn:
        raise validation_error(core, response) from problem

    return refuse
