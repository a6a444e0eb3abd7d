"""`make fuzz`: tries of every kind until the time is over, counted.  Exit 1 if one of them has found something.

The time is shared out by weight, a try a time, so that a short run does some of everything.  A try depends on the seed
and its number alone: `--only strings --first 17 --tries 1 --seed 5` does the same again.  Folders of findings are kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from . import documents, metamorphic, mutants, runs, strings

Try = Callable[[int, Random, Path], str | list[str]]
"""From a number, a source of chance and an empty folder to what came out, once or several times."""
FUZZERS: Mapping[str, tuple[float, Try]] = {
    "strings": (4, strings.in_documents),
    "documents": (4, documents.of_any_parts),
    "options": (2, strings.in_options),
    "overlays": (1, strings.in_overlays),
    "folder": (2, strings.in_folder),
    "metamorphic": (3, metamorphic.one_of_them),
    "sinks": (1, mutants.of_sinks),
    "templates": (4, mutants.of_templates),
    "killed": (3, runs.killed),
    "at-once": (4, runs.at_once),
}
"""What is tried, and its share of the time."""
SHOWN = 1500
"""Characters of a finding; the rest is in its folder."""


@dataclass(slots=True)
class Told:
    """What became of the tries of one kind."""

    tries: int = 0
    seconds: float = 0.0
    results: Counter[str] = field(default_factory=Counter[str])
    findings: list[str] = field(default_factory=list[str])


def one(name: str, number: int, seed: int, kept: Path, told: Told) -> None:
    """One try, in a folder of its own that stays if there is a finding."""
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    try:
        found = FUZZERS[name][1](number, Random(f"{seed} {name} {number}"), folder)
        told.results.update([found] if isinstance(found, str) else found)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        said = "".join(traceback.format_exception(error))
        told.findings.append(f"{name} {number} (seed {seed}): {type(error).__name__}: {error!s:.{SHOWN}}")
        print(f"FOUND {told.findings[-1]}", flush=True)
        (folder / "finding.txt").write_text(said, encoding="utf-8", errors="backslashreplace")
        shutil.copytree(folder, kept / f"{name}-{number}", symlinks=True, dirs_exist_ok=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    told.tries += 1
    told.seconds += time.monotonic() - started


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=1200, help="how long (1200)")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"), help="(a random one)")
    parser.add_argument("--only", choices=FUZZERS, help="tries of one kind alone")
    parser.add_argument("--first", type=int, default=0, help="the number of the first try (0)")
    parser.add_argument("--tries", type=int, default=sys.maxsize, help="at most so many of each kind")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"), help="where findings are kept")
    typed = parser.parse_args()
    names = [typed.only] if typed.only else list(FUZZERS)
    told = {name: Told() for name in names}
    print(f"seed {typed.seed}, {typed.seconds:.0f} seconds", flush=True)
    end = time.monotonic() + typed.seconds
    while time.monotonic() < end:
        waiting = [name for name in names if told[name].tries < typed.tries]
        if not waiting:
            break
        name = min(waiting, key=lambda each: told[each].seconds / FUZZERS[each][0])
        one(name, typed.first + told[name].tries, typed.seed, typed.keep, told[name])
    for name, each in told.items():
        results = ", ".join(f"{count} {result}" for result, count in sorted(each.results.items()))
        print(f"{name:<12} {each.tries:6} tries {each.seconds:6.0f} s  {len(each.findings)} findings  {results:.300}")
    found = sum(len(each.findings) for each in told.values())
    print(f"{sum(each.tries for each in told.values())} tries, {found} findings, seed {typed.seed}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
