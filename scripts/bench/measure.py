"""One command: elapsed time, processor time with that of its children, and peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30.0
"""Seconds after which what is measured is not measured again: chance is a small part of what takes long."""


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds and megabytes."""

    elapsed: float
    processor: float
    memory: float
    status: int

    def __str__(self) -> str:
        return f"{self.processor:.2f} s ({self.elapsed:.2f} s), {self.memory:.0f} MB"


def environment() -> dict[str, str]:
    """The environment of every program that is measured: compiled bytecode may be kept, and nothing is looked up."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONUNBUFFERED")
    return {name: value for name, value in os.environ.items() if name not in left_out}


def run(command: Sequence[str], log: Path, extra: Mapping[str, str] | None = None) -> Cost:
    """Runs a command to its end; what it prints goes to `log`."""
    start = time.perf_counter()
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command, env={**environment(), **(extra or {})}, stdout=out, stderr=subprocess.STDOUT
        ) as child,
    ):
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    elapsed = time.perf_counter() - start
    return Cost(elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode)


def turns(times: int) -> Iterator[int]:
    """The numbers of the turns, from 0 on: so many, or fewer where they take long."""
    start = time.perf_counter()
    for turn in range(times):
        if turn and time.perf_counter() - start > PATIENCE:
            return
        yield turn


def least(costs: Sequence[Cost]) -> Cost:
    """The one that took the least processor time, as on a quiet machine; one that failed counts before all."""
    return min(costs, key=lambda cost: (cost.status == 0, cost.processor))
