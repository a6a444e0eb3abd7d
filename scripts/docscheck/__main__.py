"""Counts what docs hold and what of it fails: `python -m scripts.docscheck SDK [--run]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .check import Counts, checked_folder
from .programs import ran, typed

_SHOWN = 10


def main(arguments: list[str]) -> int:
    """Prints a line a kind; 1 if something failed."""
    parser = argparse.ArgumentParser(prog="python -m scripts.docscheck", description=__doc__)
    parser.add_argument("sdk", type=Path, help="the folder of the SDK, which holds README.md and docs/")
    parser.add_argument("--run", action="store_true", help="run each program against a server that answers by the docs")
    parser.add_argument("--types", action="store_true", help="type-check each program with pyright")
    parser.add_argument("--all", action="store_true", help="print all failures")
    given = parser.parse_args(arguments)
    counts = checked_folder(given.sdk)
    if given.types:
        counts["types"] = typed(given.sdk)
    if given.run:
        counts["runs"] = ran(given.sdk)
    _print(counts, None if given.all else _SHOWN)
    size = sum(path.stat().st_size for path in (given.sdk / "docs").rglob("*.md"))
    print(f"{len(list((given.sdk / 'docs').rglob('*.md')))} pages, {size:,} bytes")
    return 1 if any(count.failed for count in counts.values()) else 0


def _print(counts: Counts, most: int | None) -> None:
    for kind, count in counts.items():
        print(f"{kind}: {count.tried} tried, {len(count.failed)} failed")
        for failure in count.failed[:most]:
            print(f"  {failure}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
