"""How long each stage took, for `--timings`; and telling a person at a terminal which one is running."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

from sdkwright.frozen import Frozen


class Timing(Frozen):
    """One stage: seconds by the clock, and seconds of this process's CPU."""

    name: str
    seconds: float
    cpu_seconds: float


_EACH = 64
"""A person sees every so many of what is counted."""


def _nobody(name: str) -> None:
    """Tells nobody."""


class Stages:
    """Collects timings; `on_start` is told the name of each stage as it begins, with how much there is to do or is done
    where that is known."""

    def __init__(self, on_start: Callable[[str], None] = _nobody) -> None:
        self.on_start = on_start
        self.timings: list[Timing] = []

    @contextmanager
    def stage(self, name: str, amount: str = "") -> Generator[None]:
        """Measures what runs inside; `amount` is what it has to do, in words."""
        self.on_start(f"{name}: {amount}" if amount else name)
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.timings.append(Timing(name, time.perf_counter() - wall, time.process_time() - cpu))

    def counter(self, name: str, what: str) -> Callable[[int], None]:
        """To be told how many of `what` the running stage `name` has done."""

        def tell(done: int) -> None:
            if done % _EACH == 0:
                self.on_start(f"{name}: {done:,} {what}")

        return tell

    def table(self) -> str:
        """The stages as lines of text, in milliseconds, with their sum."""
        total = Timing("total", sum(t.seconds for t in self.timings), sum(t.cpu_seconds for t in self.timings))
        rows = [*self.timings, total]
        width = max(len(row.name) for row in rows)
        lines = [f"{'stage':<{width}}      ms  CPU ms"]
        lines += [f"{row.name:<{width}}  {row.seconds * 1000:6.0f}  {row.cpu_seconds * 1000:6.0f}" for row in rows]
        return "\n".join(lines)
