"""From an open answer to the stream that the caller reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ..downloads import AsyncDownload
from ..downloads import Download as SyncDownload
from ..streams import PASSED, AsyncEventStream, AsyncJsonLineStream, EventStream, JsonLineStream
from ..values.lenient import knows_nothing
from .answer_rows import Download, Events, JsonLines
from .asides import AsideError, checked, is_suspect
from .failures import validation_error
from .jsonlines import decoder_of
from .keeping import Keeper, kept_of
from .sse import EventDecoder, RawEvent, event_json, event_reader, is_plain_text
from .words import words_in

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..http import Response
    from .handlers import Handler


def open_stream(
    configuration: Configuration, handler: Handler, response: Response, limit: int, keeper: Keeper | None
) -> Any:
    """The stream of a sync call; it owns the response.  `limit`: the most that a download reads at once."""
    row, refuse = handler.row, _refusal(configuration, handler, response, keeper)
    match row:
        case Events():
            return EventStream(response, EventDecoder(row.sentinel), _events(handler, row), refuse)
        case JsonLines():
            return JsonLineStream(response, decoder_of(row.media_type), _lines(handler), refuse)
        case Download():
            return SyncDownload(response, limit)
        case _:
            raise AssertionError(f"{row!r} is no stream")


def open_async_stream(
    configuration: Configuration, handler: Handler, response: Response, limit: int, keeper: Keeper | None
) -> Any:
    """The stream of an async call; it owns the response.  `limit`: the most that a download reads at once."""
    row, refuse = handler.row, _refusal(configuration, handler, response, keeper)
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


def _refusal(
    configuration: Configuration, handler: Handler, response: Response, keeper: Keeper | None
) -> Callable[[ValueError, Any], object]:
    """For a piece that does not fit its type: what is kept of it, `PASSED`, or the SDK's error is raised."""

    def refuse(problem: ValueError, piece: bytes | RawEvent) -> object:
        data, kind = (piece, "") if isinstance(piece, bytes) else piece[:2]
        text = data.decode("utf-8", "replace")
        if kind == "ping" or not text.strip():
            return PASSED
        if isinstance(handler.row, Events) and kind != "error" and is_plain_text(data):
            try:
                return event_reader(handler.codec, data_only=handler.row.data_only, text=True)(cast("RawEvent", piece))
            except ValueError:
                pass  # no text is among the values
        kept = None if kind == "error" or isinstance(problem, AsideError) else kept_of(handler, _whole(handler, piece))
        if kept is not None and knows_nothing(getattr(kept.value, "data", kept.value)):
            kept = None
        if kept is not None and keeper is not None:
            return keeper.value(handler, response, kept)
        words = None if kept is not None else words_in(text)
        if words is None and kind == "error":
            words = text.strip()
        if words is not None:
            raise configuration.api_error()(words, response, text, said=True) from problem
        raise validation_error(configuration, handler.operation, response, problem, text) from problem

    return refuse


def _whole(handler: Handler, piece: bytes | RawEvent) -> bytes | str:
    """The JSON of a piece as its type is, or text that is none: of an event perhaps an object around the data."""
    row = handler.row
    if isinstance(piece, bytes):
        return piece
    if isinstance(row, Events) and not row.data_only:
        try:
            return event_json(piece, text=row.text)
        except ValueError:
            pass  # the data is no JSON
    return piece[0].decode("utf-8", "replace")
