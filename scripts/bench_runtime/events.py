"""Server-sent events: the whole way from the bytes to a typed value, beside `validate_json` of the same data."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, cast

from pydantic import BaseModel

from .clock import WALL, paired, paired_async, ratio
from .live import Function, Live, Request, reader
from .loopback import running
from .rows import Row
from .subjects import Call, Subject

TARGET = 2.5
CHUNKS = {0: "a chunk an event", 16384: "chunks of 16 KiB"}
ROUNDS = 15
BESIDE = "loopback: beside the HTTP library and `validate_json`"


def data_type(value: Any, data: Any) -> Any:
    """The type of an event's data: the declared one of the member `data` where the event has an envelope."""
    kind = cast("Any", type(value))
    if not issubclass(kind, BaseModel):
        return kind
    enveloped = "data" in kind.model_fields and not (isinstance(data, dict) and "data" in data)
    return kind.model_fields["data"].annotation if enveloped else kind


def floor_of(value: Any, events: list[Any]) -> Callable[[], None]:
    """`validate_json` of every event's data."""
    read = reader(data_type(value, events[0]))
    texts = [json.dumps(data).encode() for data in events]

    def floor() -> None:
        for text in texts:
            read(text)

    return floor


def library_floor(client: Any, request: Request, url: str, floor: Callable[[], None]) -> Callable[[], None]:
    """The HTTP library reading the same stream and giving it away, then `validate_json`."""

    def run() -> None:
        with client.stream(request.method, url, json=request.data, headers=request.headers) as response:
            for _ in response.iter_bytes():
                pass
        floor()

    return run


def library_floor_async(client: Any, request: Request, url: str, floor: Callable[[], None]) -> Callable[[], Any]:
    """The same with an async client."""

    async def run() -> None:
        async with client.stream(request.method, url, json=request.data, headers=request.headers) as response:
            async for _ in response.aiter_bytes():
                pass
        floor()

    return run


def read_all(function: Function) -> Callable[[], Any]:
    """Open a stream, read it to its end, close it; the last event."""

    def run() -> Any:
        last = None
        with function() as stream:
            for event in stream:
                last = event
        return last

    return run


def read_all_async(function: Function) -> Callable[[], Any]:
    """The same for an async stream."""

    async def run() -> Any:
        last = None
        async with await function() as stream:
            async for event in stream:
                last = event
        return last

    return run


def event_rows(subject: Subject, subject_file: Path) -> list[Row]:
    """The streams of a subject: over a null transport, and from a server on loopback.

    Over loopback the floor is the HTTP library that reads the same stream: several times as much as all the rest.
    """
    live = Live(subject)
    rows: list[Row] = []
    for call in subject.calls:
        if call.events is not None and not isinstance(call.events[0], str):
            request = live.request(call)
            for size, text in CHUNKS.items():
                live.nothing.answer(call, size)
                rows.append(_null(live, call, text))
                if call.asynchronous:
                    rows.append(asyncio.run(_null_async(live, call, text)))
            live.nothing.remove()
            with running(subject_file, subject.calls.index(call)) as url:
                rows.append(_loopback(live, call, request, url))
                if call.asynchronous:
                    rows.append(asyncio.run(_loopback_async(live, call, request, url)))
            live.nothing.install()
    return rows


def _null(live: Live, call: Call, text: str) -> Row:
    run = read_all(live.function(call, live.sdk()))
    floor = floor_of(run(), call.events or [])
    return _row(live, call, f"sync, {text}: beside `validate_json`", paired([run, floor], rounds=ROUNDS), TARGET)


async def _null_async(live: Live, call: Call, text: str) -> Row:
    run = read_all_async(live.function(call, live.sdk(), asynchronous=True))
    floor = floor_of(await run(), call.events or [])

    async def floor_async() -> None:
        floor()

    times = await paired_async([run, floor_async], rounds=ROUNDS)
    return _row(live, call, f"async, {text}: beside `validate_json`", times, TARGET)


def _loopback(live: Live, call: Call, request: Request, url: str) -> Row:
    run = read_all(live.function(call, live.sdk(server_url=url)))
    with live.library.Client() as client:
        floor = library_floor(client, request, request.at(url, live.library), floor_of(run(), call.events or []))
        return _row(live, call, f"sync, {BESIDE}", paired([run, floor], WALL, ROUNDS), None)


async def _loopback_async(live: Live, call: Call, request: Request, url: str) -> Row:
    run = read_all_async(live.function(call, live.sdk(server_url=url), asynchronous=True))
    validate = floor_of(await run(), call.events or [])
    async with live.library.AsyncClient() as client:
        floor = library_floor_async(client, request, request.at(url, live.library), validate)
        return _row(live, call, f"async, {BESIDE}", await paired_async([run, floor], WALL, ROUNDS), None)


def _row(live: Live, call: Call, text: str, times: list[list[float]], target: float | None) -> Row:
    rates = [median(len(call.events or []) / each[index] * 1e9 for each in times) for index in (0, 1)]
    return Row(
        "Server-sent events",
        live.subject.name,
        f"`{call.label}`, {text}",
        f"{rates[0]:,.0f} events/s",
        f"{rates[1]:,.0f} events/s",
        ratio(times, 0, 1),
        target=target,
    )
