"""`make inject`: many faults, each in a random place of a sound document.  Exit 1 if one of them is taken wrongly."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from .judge import broken, findings


def main() -> int:
    parser = argparse.ArgumentParser(prog="inject", description=__doc__)
    parser.add_argument("--runs", type=int, default=2000, help="how many faults (2000)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed; each run has the next one (0)")
    typed = parser.parse_args()
    kinds: Counter[str] = Counter()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(typed.seed, typed.seed + typed.runs):
            fault = broken(Random(seed))
            kinds[fault.kind.name] += 1
            for each in findings(fault, folder):
                wrong += 1
                print(
                    f"seed {seed}, {fault.layout.name}, {fault.kind.name} at {fault.file}{fault.pointer}: {each}",
                    flush=True,
                )
    print(f"{typed.runs} faults of {len(kinds)} kinds, {wrong} findings.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
