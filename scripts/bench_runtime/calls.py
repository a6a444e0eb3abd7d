"""Calls: the SDK beside the HTTP library alone, hand-written code, and `validate_json` of a large answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .clock import MORE_ROUNDS, PROCESSOR, ROUNDS, WALL, Clock, paired, paired_async, ratio, typical
from .live import Function, Live, Request, reader
from .loopback import running
from .nothing import body_of
from .rows import Row
from .subjects import Call, Subject

Functions = dict[str, Function]


@dataclass(frozen=True)
class Comparison:
    """Two of the functions below, and what is asked of their ratio."""

    text: str
    value: str
    floor: str
    target: float | None = None


SMALL = [
    Comparison("own client, beside the HTTP library and `.json()`", "own", "raw", 0.8),
    Comparison("supplied client, beside hand-written code on it", "supplied", "hand", 1.05),
    Comparison("own client, beside hand-written code", "own", "hand"),
]
LARGE = [
    Comparison("large answer, beside `validate_json` of its type", "own", "validate", 1.02),
    Comparison("large answer, beside hand-written code", "own", "hand"),
]


def _rounds(call: Call) -> int:
    return MORE_ROUNDS if call.role == "large" else ROUNDS


@dataclass(frozen=True)
class Bench:
    """One way to measure: over a transport that answers at once, or against the server at a URL."""

    live: Live
    title: str
    clock: Clock
    server: str | None = None

    def rows(self, call: Call) -> list[Row]:
        """The comparisons of one call, sync and async."""
        rows: list[Row] = []
        if call.sync:
            request = self._request(self.live.request(call))
            functions = self._sync(call, request)
            names = self._needed(call)
            rows += self._made(
                call, "sync", names, paired([functions[name] for name in names], self.clock, _rounds(call))
            )
        if call.asynchronous:
            rows += asyncio.run(self._async_rows(call))
        return rows

    def _request(self, request: Request) -> Request:
        """Only the requests themselves are looked at without a server."""
        if self.server is not None:
            self.live.nothing.remove()
        return request

    def _sdk(self, **options: Any) -> Any:
        return self.live.sdk(**options) if self.server is None else self.live.sdk(server_url=self.server, **options)

    def _url(self, request: Request) -> str:
        return str(request.url) if self.server is None else request.at(self.server, self.live.library)

    def _sync(self, call: Call, request: Request) -> Functions:
        live, url = self.live, self._url(request)
        shared = live.library.Client()
        sdk = self._sdk()
        functions = {
            "own": live.function(call, sdk),
            "raw": request.raw(live.library.Client(headers=request.authorization), url),
            "hand": request.by_hand(shared, url, call.answer),
            "supplied": live.function(call, self._sdk(client=shared)),
        }
        if call.role == "large":
            read, body = reader(live.result_type(call, sdk, functions["own"]())), body_of(call)
            functions["validate"] = lambda: read(body)
        return functions

    async def _async_rows(self, call: Call) -> list[Row]:
        live = self.live
        live.nothing.install()
        request = self._request(await live.request_async(call))
        url, sdk = self._url(request), self._sdk()
        async with (
            live.library.AsyncClient(headers=request.authorization) as own,
            live.library.AsyncClient() as shared,
        ):
            functions: Functions = {
                "own": live.function(call, sdk, asynchronous=True),
                "raw": request.raw_async(own, url),
                "hand": request.by_hand_async(shared, url, call.answer),
                "supplied": live.function(call, self._sdk(async_client=shared), asynchronous=True),
            }
            if call.role == "large":
                read, body = reader(live.result_type(call, sdk, await functions["own"]())), body_of(call)

                async def validate() -> Any:
                    return read(body)

                functions["validate"] = validate
            names = self._needed(call)
            times = await paired_async([functions[name] for name in names], self.clock, _rounds(call))
        return self._made(call, "async", names, times)

    def _comparisons(self, call: Call) -> list[Comparison]:
        return LARGE if call.role == "large" else SMALL

    def _needed(self, call: Call) -> list[str]:
        return list(dict.fromkeys(name for one in self._comparisons(call) for name in (one.value, one.floor)))

    def _made(self, call: Call, mode: str, names: list[str], times: list[list[float]]) -> list[Row]:
        rows: list[Row] = []
        for one in self._comparisons(call):
            value, floor = names.index(one.value), names.index(one.floor)
            rows.append(
                Row(
                    self.title,
                    self.live.subject.name,
                    f"`{call.label}`, {mode}: {one.text}",
                    f"{typical(times, value):,.0f} µs",
                    f"{typical(times, floor):,.0f} µs",
                    ratio(times, value, floor),
                    target=one.target if self.server is None else None,
                )
            )
        return rows


def null_rows(subject: Subject) -> list[Row]:
    """Calls over a transport that answers at once; processor time."""
    live = Live(subject)
    return [
        row
        for call in subject.plain_calls
        for row in Bench(live, "Calls over a null transport (processor time)", PROCESSOR).rows(call)
    ]


def loopback_rows(subject: Subject, subject_file: Path) -> list[Row]:
    """The same against a server on loopback; elapsed time.  No targets: most of the time is the system's."""
    live = Live(subject)
    rows: list[Row] = []
    for call in subject.plain_calls:
        live.nothing.install()
        with running(subject_file, subject.calls.index(call)) as url:
            rows += Bench(live, "Calls to a server on loopback (elapsed time)", WALL, url).rows(call)
    return rows
