"""Clock, sleep and randomness of one client: injected, so that tests wait for nothing."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable


def _random() -> float:
    from random import random

    return random()


async def _sleep_async(seconds: float) -> None:
    from anyio import sleep

    await sleep(seconds)


class Timing:
    """Seconds everywhere; `random` is uniform in [0, 1)."""

    __slots__ = ("monotonic", "random", "sleep", "sleep_async", "wall")

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        sleep_async: Callable[[float], Awaitable[None]] = _sleep_async,
        random: Callable[[], float] = _random,
    ) -> None:
        self.monotonic = monotonic
        self.wall = wall
        self.sleep = sleep
        self.sleep_async = sleep_async
        self.random = random


SYSTEM = Timing()
