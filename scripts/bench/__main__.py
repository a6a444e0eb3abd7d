"""Measures what it costs to generate and writes the tables (`make bench`).

    python -m scripts.bench                      spec/, and made documents of 10 to 10,000 operations
        --document spec.yaml [--config gen.yaml] [--of-peer 0.15]
                                                 also this one; what follows belongs to the document before it: its
                                                 options, and what a cold run may cost beside openapi-python-client
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
from .targets import OF_PEER, targets

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
class Wanted:
    """One document to measure."""

    title: str
    document: Path
    config: Path | None = None
    of_peer: float = OF_PEER
    """What a cold run may cost of what the peer's costs."""
    is_made: bool = False
    """By `documents.made`, so that its operations cost what those of others cost that are."""


@dataclass(frozen=True)
class Result:
    """One document with all that was measured."""

    wanted: Wanted
    operations: int
    ours: Ours
    theirs: tuple[Theirs, ...]

    @property
    def name(self) -> str:
        """What its rows begin with."""
        return self.wanted.title


class OfDocument(argparse.Action):
    """What belongs to the `--document` before it."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        """Store the value with the document before it."""
        if not namespace.document:
            parser.error(f"{option} stands after --document")
        setattr(namespace, self.dest, {**getattr(namespace, self.dest), namespace.document[-1]: values})


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    options = argparse.ArgumentParser(prog="bench")
    options.add_argument("--document", action="append", default=[], metavar="FILE")
    options.add_argument("--config", action=OfDocument, default={}, type=Path, metavar="FILE")
    options.add_argument("--of-peer", action=OfDocument, default={}, type=float, metavar="RATIO")
    options.add_argument("--sizes", default=",".join(map(str, SIZES)))
    options.add_argument("--times", type=int, default=3)
    options.add_argument("--write", type=Path)
    return options


def main() -> int:
    """Measure, print, write."""
    typed = parser().parse_args()
    wanted = [Wanted("spec", ROOT / "spec" / "openapi.yaml", ROOT / "spec" / "gen.yaml")]
    for each in typed.document:
        path, config = Path(each).resolve(), typed.config.get(each)
        wanted.append(Wanted(_title(path), path, config and config.resolve(), typed.of_peer.get(each, OF_PEER)))
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in filter(None, typed.sizes.split(",")):
            path = write(folder / f"made-{size}", made(int(size)))
            wanted.append(Wanted(f"made, {int(size):,}", path, is_made=True))
        for index, each in enumerate(wanted):
            sys.stderr.write(f"{each.title}\n")
            results.append(_result(each, folder / str(index), typed.times))
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


def _result(wanted: Wanted, folder: Path, times: int) -> Result:
    count = operations(wanted.document.read_text(encoding="utf-8"))
    ours = measured(wanted.document, wanted.config, folder / "ours", times)
    peers: Sequence[Peer] = [peer for peer in PEERS if peer.is_installed] if count <= LARGEST_FOR_PEERS else []
    theirs = tuple(_theirs(peer, wanted.document, folder / peer.name, count, times) for peer in peers)
    return Result(wanted, count, ours, theirs)


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
