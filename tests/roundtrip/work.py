"""One document: generate, import, judge; a line of JSON for each finding that is no equality, and the counts."""

from __future__ import annotations

import json
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sdkwright.problems import ProblemsError
from wire.made.variety import Variety
from wire.work import generated

from .findings import EQUAL, Finding
from .judge import judge
from .loopback import serve

LONG = 5000
"""Characters of a value that is shown."""


def work(document: Path, folder: Path, seed: int, variety: tuple[Variety, Variety]) -> Iterator[Finding]:
    """All findings of one document; the SDK is written to `folder`."""
    try:
        target = generated(document, folder)
    except ProblemsError as error:
        yield Finding("client", "not generated", "", ("; ".join(p.message for p in error.problems)[:300],))
        return
    sys.path.insert(0, str(folder / "src"))
    sys.dont_write_bytecode = True
    with serve() as loopback:
        yield from judge(target, loopback, seed, variety=variety)


def _short(value: object) -> object:
    """A value as it is, or the beginning of its text where it is a long one."""
    text = json.dumps(value, default=str)
    return json.loads(text) if len(text) < LONG else text[:LONG]


def main() -> None:
    """`python -m roundtrip.work DOCUMENT FOLDER SEED`: prints the findings."""
    warnings.simplefilter("ignore")  # deprecated methods
    document, folder, seed = sys.argv[1:]
    counts: Counter[tuple[str, str]] = Counter()
    places: set[tuple[str, str]] = set()
    variety = Variety(), Variety()
    for finding in work(Path(document), Path(folder), int(seed), variety):
        counts[finding.side, finding.outcome] += 1
        places.add((finding.side, finding.place))
        if finding.outcome != EQUAL:
            print(
                json.dumps(asdict(finding) | {"given": _short(finding.given), "got": _short(finding.got)}), flush=True
            )
    schemas = Counter(side for side, _ in places)
    reached = [sum(pair) for pair in zip(*(each.reached() for each in variety), strict=True)]
    print(
        json.dumps({"counts": [[*key, count] for key, count in counts.items()], "schemas": schemas, "reached": reached})
    )


if __name__ == "__main__":
    main()
