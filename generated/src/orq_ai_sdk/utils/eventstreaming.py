"""The streams that calls return."""

from .._runtime.downloads import AsyncDownload as AsyncDownload
from .._runtime.downloads import Download as Download
from .._runtime.streams import AsyncEventStream as EventStreamAsync
from .._runtime.streams import AsyncJsonLineStream as JsonLineStreamAsync
from .._runtime.streams import EventStream as EventStream
from .._runtime.streams import JsonLineStream as JsonLineStream

__all__ = [
    "AsyncDownload",
    "Download",
    "EventStream",
    "EventStreamAsync",
    "JsonLineStream",
    "JsonLineStreamAsync",
]
