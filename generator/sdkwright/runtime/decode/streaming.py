"""From an open answer to the stream that the caller reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..downloads import AsyncDownload
from ..downloads import Download as SyncDownload
from ..streams import PASSED, AsyncEventStream, AsyncJsonLineStream, EventStream, JsonLineStream
from .answer_rows import Download, Events, JsonLines
from .asides import checked, is_suspect, said_in
from .jsonlines import decoder_of
from .responses import validation_error
from .sse import EventDecoder, RawEvent, event_reader

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..http import Response
    from .handlers import Handler


def open_stream(configuration: Configuration, handler: Handler, response: Response, limit: int) -> Any:
    """The stream of a sync call; it owns the response.  `limit`: the most that a download reads at once."""
    row, refuse = handler.row, _refusal(configuration, handler, response)
    match row:
        case Events():
            return EventStream(response, EventDecoder(row.sentinel), _events(handler, row), refuse)
        case JsonLines():
            return JsonLineStream(response, decoder_of(row.media_type), _lines(handler), refuse)
        case Download():
            return SyncDownload(response, limit)
        case _:
            raise AssertionError(f"{row!r} is no stream")


def open_async_stream(configuration: Configuration, handler: Handler, response: Response, limit: int) -> Any:
    """The stream of an async call; it owns the response.  `limit`: the most that a download reads at once."""
    row, refuse = handler.row, _refusal(configuration, handler, response)
    match row:
        case Events():
            return AsyncEventStream(response, EventDecoder(row.sentinel), _events(handler, row), refuse)
        case JsonLines():
            return AsyncJsonLineStream(response, decoder_of(row.media_type), _lines(handler), refuse)
        case Download():
            return AsyncDownload(response, limit)
        case _:
            raise AssertionError(f"{row!r} is no stream")


def _events(handler: Handler, row: Events) -> Callable[[RawEvent], Any]:
    return event_reader(handler.codec, data_only=row.data_only, text=row.text)


def _lines(handler: Handler) -> Callable[[bytes], Any]:
    read = handler.codec.read

    def line(data: bytes) -> Any:
        value = read(data)
        return checked(value) if is_suspect(data) else value

    return line


def _refusal(configuration: Configuration, handler: Handler, response: Response) -> Callable[[ValueError, Any], object]:
    """For a piece that does not fit its type: it is passed by, or the SDK's error with the server's words is raised."""

    def refuse(problem: ValueError, piece: bytes | RawEvent) -> object:
        data, kind = (piece, "") if isinstance(piece, bytes) else piece[:2]
        said = said_in(data, kind)
        if said is PASSED:
            return PASSED
        text = data.decode("utf-8", "replace")
        if isinstance(said, str):
            raise configuration.api_error()(said, response, text, said=True) from problem
        raise validation_error(configuration, handler.operation, response, problem, text) from problem

    return refuse
