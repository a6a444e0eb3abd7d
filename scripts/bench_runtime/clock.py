"""Timing by paired rounds: the functions that are compared run in turn, many times, and each round gives one ratio.

Each run begins after a full pass of the garbage collector, which is not counted: otherwise it falls by chance on one
function or the other, and pays for what all of them left.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Awaitable, Callable
from statistics import median

ROUNDS = 41
MORE_ROUNDS = 151
"""For what takes longer than a round should: one call a round says little on a busy machine."""
SECONDS = 0.008
"""How long one function runs in one round."""

Clock = Callable[[], int]
PROCESSOR: Clock = time.process_time_ns
WALL: Clock = time.perf_counter_ns


def _calls(nanoseconds: float) -> int:
    return max(1, round(SECONDS * 1e9 / max(nanoseconds, 1.0)))


def _order(count: int, turn: int) -> list[int]:
    """Each function comes first, and after each other, equally often: one leaves its caches to the next."""
    order = [(turn // 2 + step) % count for step in range(count)]
    return order[::-1] if turn % 2 else order


def paired(functions: list[Callable[[], object]], clock: Clock = PROCESSOR, rounds: int = ROUNDS) -> list[list[float]]:
    """Nanoseconds a call of each function, for each round, in the order of `_order`."""

    def run(function: Callable[[], object], calls: int) -> float:
        start = clock()
        for _ in range(calls):
            function()
        return (clock() - start) / calls

    counts = [_calls(min(run(function, 1), run(function, 1), run(function, 10))) for function in functions]
    times: list[list[float]] = []
    for turn in range(rounds):
        found = [0.0] * len(functions)
        for index in _order(len(functions), turn):
            gc.collect()
            found[index] = run(functions[index], counts[index])
        times.append(found)
    return times


async def paired_async(
    functions: list[Callable[[], Awaitable[object]]], clock: Clock = PROCESSOR, rounds: int = ROUNDS
) -> list[list[float]]:
    """The same for coroutine functions."""

    async def run(function: Callable[[], Awaitable[object]], calls: int) -> float:
        start = clock()
        for _ in range(calls):
            await function()
        return (clock() - start) / calls

    counts = [
        _calls(min(await run(function, 1), await run(function, 1), await run(function, 10))) for function in functions
    ]
    times: list[list[float]] = []
    for turn in range(rounds):
        found = [0.0] * len(functions)
        for index in _order(len(functions), turn):
            gc.collect()
            found[index] = await run(functions[index], counts[index])
        times.append(found)
    return times


def ratio(times: list[list[float]], value: int, floor: int) -> float:
    """The median of the rounds' ratios."""
    return median(found[value] / found[floor] for found in times)


def typical(times: list[list[float]], index: int) -> float:
    """The median time of one function in microseconds."""
    return median(found[index] for found in times) / 1000.0
