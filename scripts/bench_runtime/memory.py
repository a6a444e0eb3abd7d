"""What stays after many calls: classes, Python objects, resident memory."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from .live import Function, Live
from .rows import Row
from .subjects import Subject

CALLS = 5_000
WARM_UP = 500
MOST_KIB = 16.0
"""What the interpreter's own caches may take."""


def classes() -> int:
    """How many classes are alive."""
    return sum(isinstance(each, type) for each in gc.get_objects())


def resident_kib() -> float:
    """Resident memory of this process in KiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4.0


def growth(run: Callable[[int], None]) -> tuple[float, float, int]:
    """KiB of resident memory, KiB of Python objects and classes that `CALLS` calls leave behind."""
    run(WARM_UP)
    gc.collect()
    resident, kinds = resident_kib(), classes()
    run(CALLS)
    gc.collect()
    resident, kinds = resident_kib() - resident, classes() - kinds
    tracemalloc.start()
    run(WARM_UP)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    run(CALLS)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] - held
    tracemalloc.stop()
    return resident, held / 1024.0, kinds


def memory_rows(subject: Subject) -> list[Row]:
    """Growth over 5 000 calls, sync and async."""
    live = Live(subject)
    call = subject.call("write") or subject.call("read")
    if call is None:
        return []
    live.nothing.answer(call)
    rows: list[Row] = []
    if call.sync:
        function = live.function(call, live.sdk())

        def run(times: int) -> None:
            for _ in range(times):
                function()

        rows += _rows(subject, f"`{call.label}`, sync", growth(run))
    if call.asynchronous:
        with asyncio.Runner() as runner:
            awaited = live.function(call, live.sdk(), asynchronous=True)
            rows += _rows(subject, f"`{call.label}`, async", growth(lambda times: runner.run(_repeat(awaited, times))))
    return rows


async def _repeat(function: Function, times: int) -> None:
    for _ in range(times):
        await function()


def _rows(subject: Subject, text: str, grown: tuple[float, float, int]) -> list[Row]:
    resident, held, kinds = grown
    title = f"Growth over {CALLS:,} calls"
    return [
        Row(title, subject.name, f"{text}: classes alive", str(kinds), "0", kinds, "classes", 0),
        Row(title, subject.name, f"{text}: Python objects", f"{held:,.1f} KiB", "0", held, "KiB", MOST_KIB),
        Row(title, subject.name, f"{text}: resident memory", f"{resident:,.0f} KiB", "0", resident, "KiB"),
    ]
