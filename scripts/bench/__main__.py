"""Measures what it costs to generate and writes the tables (`make bench`).

    python -m scripts.bench                      spec/, and made documents of 10 to 10,000 operations
        --document spec.yaml [--config gen.yaml]     also this one; the options belong to the document before them
        --sizes 10,100                           other made documents; an empty text: none
        --times 3                                each number is the least of so many runs
        --write docs/benchmarks.md               where the part of `make bench` goes; without it, nowhere

Peers that `make bench-peers` has installed run on the same documents in the same run, up to 1,000 operations.  Exit
status 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .documents import made, operations, write
from .measure import Cost, least, run, turns
from .ours import Ours, measured
from .peers import PEERS, Peer, importable
from .report import put, tables
from .targets import targets

ROOT = Path(__file__).absolute().parent.parent.parent
SIZES = (10, 100, 1_000, 4_000, 10_000)
LARGEST_FOR_PEERS = 1_000


@dataclass(frozen=True)
class Theirs:
    """What a peer made of a document."""

    peer: str
    cost: Cost
    operations: str
    modules: str


@dataclass(frozen=True)
class Result:
    """One document with all that was measured."""

    name: str
    operations: int
    ours: Ours
    theirs: tuple[Theirs, ...]
    is_made: bool
    """By `documents.made`, so that its operations cost what those of others cost that are."""


class Config(argparse.Action):
    """`--config`, which belongs to the `--document` before it."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        """Store the path with the document before it."""
        if not namespace.document:
            parser.error(f"{option} stands after --document")
        namespace.configs[namespace.document[-1]] = Path(values).resolve()


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.set_defaults(configs={})
    parser.add_argument("--document", action="append", default=[], metavar="FILE")
    parser.add_argument("--config", action=Config, metavar="FILE")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--write", type=Path)
    typed = parser.parse_args()
    wanted: list[tuple[str, Path, Path | None]]
    wanted = [("spec", ROOT / "spec" / "openapi.yaml", ROOT / "spec" / "gen.yaml")]
    wanted += [(_title(Path(each)), Path(each).resolve(), typed.configs.get(each)) for each in typed.document]
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in filter(None, typed.sizes.split(",")):
            wanted.append((f"made, {int(size):,}", write(folder / f"made-{size}", made(int(size))), None))
        for index, (title, document, config) in enumerate(wanted):
            sys.stderr.write(f"{title}\n")
            results.append(_result(title, document, config, folder / str(index), typed.times))
        sys.stderr.write("deleting what was made\n")
    found = list(targets(results))
    text = tables(results, found)
    sys.stdout.write(text)
    if typed.write is not None:
        put(typed.write, text)
    return int(not all(one.is_met for one in found))


def _title(path: Path) -> str:
    """The name of a document, or of its folder where all documents have that name."""
    return path.parent.name if path.stem in ("spec", "openapi", "swagger") else path.stem


def _result(title: str, document: Path, config: Path | None, folder: Path, times: int) -> Result:
    count = operations(document.read_text(encoding="utf-8"))
    ours = measured(document, config, folder / "ours", times)
    peers: Sequence[Peer] = [peer for peer in PEERS if peer.is_installed] if count <= LARGEST_FOR_PEERS else []
    theirs = tuple(_theirs(peer, document, folder / peer.name, count, times) for peer in peers)
    return Result(title, count, ours, theirs, config is None and title.startswith("made, "))


def _theirs(peer: Peer, document: Path, folder: Path, count: int, times: int) -> Theirs:
    costs: list[Cost] = []
    out = folder
    for turn in turns(times):
        place = folder / str(turn)
        place.mkdir(parents=True)
        out = place / "out"
        program, *rest = peer.typed(document, out)
        costs.append(run([str(peer.folder / "bin" / program), *rest], place / "log.txt", peer.environment))
    made_of_them = "-" if peer.operations is None else f"{peer.operations(out)} of {count}"
    return Theirs(peer.name, least(costs), made_of_them, importable(peer, out))


if __name__ == "__main__":
    raise SystemExit(main())
