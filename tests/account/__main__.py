"""`make account CORPUS=folder`: whether the reports of all documents of a folder account for all of their parts."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from sdkwright.problems import ProblemsError

from .compare import unaccounted
from .count import parts


def main() -> int:
    parser = argparse.ArgumentParser(prog="account", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder of documents")
    parser.add_argument("--every", type=int, default=1, help="only each n-th document")
    typed = parser.parse_args()
    counted: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    documents = sorted(path for path in typed.corpus.iterdir() if path.suffix in (".yaml", ".yml", ".json"))
    for path in documents[:: typed.every]:
        try:
            found = unaccounted(path)
        except ProblemsError as error:
            print(f"{path.name}: refused, {error.problems[0].message}", flush=True)
            continue
        counted.update(kind for kind, _ in parts(path))
        lost.update(kind for kind, _ in found)
        for kind, pointer in found:
            print(f"{path.name}: {kind} {pointer}", flush=True)
    print(f"{len(documents[:: typed.every])} documents: {dict(counted)}; not accounted for: {dict(lost) or 'nothing'}.")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
