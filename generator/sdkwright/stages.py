"""How long each stage took, for `--timings`; and telling a person at a terminal which one is running."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sdkwright.frozen import Frozen


class Timing(Frozen):
    """One stage: seconds by the clock, and seconds of this process's CPU."""

    name: str
    seconds: float
    cpu_seconds: float


def _nobody(name: str) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class Stages:
    """Collects timings; `on_start` is told the name of each stage as it begins."""

    on_start: Callable[[str], None] = _nobody
    timings: list[Timing] = field(default_factory=list[Timing])

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Measures what runs inside."""
        self.on_start(name)
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.timings.append(Timing(name, time.perf_counter() - wall, time.process_time() - cpu))

    def table(self) -> str:
        """The stages as lines of text, in milliseconds, with their sum."""
        total = Timing("total", sum(t.seconds for t in self.timings), sum(t.cpu_seconds for t in self.timings))
        rows = [*self.timings, total]
        width = max(len(row.name) for row in rows)
        lines = [f"{'stage':<{width}}      ms  CPU ms"]
        lines += [f"{row.name:<{width}}  {row.seconds * 1000:6.0f}  {row.cpu_seconds * 1000:6.0f}" for row in rows]
        return "\n".join(lines)
