"""Generates the docs of published APIs and prints how much of them comes out: `make golden GOLDEN=folder`.

A case is a folder with a document (`spec.*`), its `gen.yaml`, and `facts.json`: what its published pages say, as
`facts.py export` of the folder above wrote it.  The scores are hits of expected; what nobody expects is no score.
`surface.py` beside this compares the Python with the same pages.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from surface import compare


@dataclass(frozen=True)
class Score:
    """What came out for one case: hits and expected by metric, pages that were never published, what went wrong."""

    name: str
    metrics: Mapping[str, tuple[int, int]]
    extra: Sequence[str] = ()
    worst: Sequence[tuple[int, str, Sequence[str]]] = ()
    refused: str = ""


def score(case: Path, keep: Path, worst: int) -> Score:
    """Generates one case into `keep` and compares."""
    out = keep / case.name
    shutil.rmtree(out, ignore_errors=True)  # by the rules alone, not by the names of an earlier run
    spec = next(path for path in sorted(case.glob("spec.*")))
    options = ["--spec", str(spec), "--config", str(case / "gen.yaml"), "--out", str(out)]
    made = subprocess.run(
        [sys.executable, "-m", "sdkwright", "generate", *options], capture_output=True, text=True, check=False
    )
    if made.returncode:
        errors = [line for line in made.stderr.splitlines() if line.startswith("error")]
        return Score(case.name, {}, refused=" | ".join(errors[:5]) or made.stderr[-300:])
    asked = [str(case.parent / "facts.py"), "score", str(out / "docs"), str(case / "facts.json")]
    judged = subprocess.run(
        [sys.executable, *asked, "--json", "--worst", str(worst)], capture_output=True, text=True, check=True
    )
    found = json.loads(judged.stdout)
    metrics = {name: (one["hit"], one["expected"]) for name, one in found["metrics"].items()}
    python = compare(out, json.loads((case / "facts.json").read_text(encoding="utf-8")))
    return Score(case.name, {**metrics, **python.counts}, found["extra_pages"], found["worst"])


def table(scores: Sequence[Score]) -> str:
    """One column a case, one line a metric, the whole at the end."""
    names = [one.name for one in scores]
    metrics = list(dict.fromkeys(metric for one in scores for metric in one.metrics))
    lines = [["metric", *names, "all"], ["---", *("---:" for _ in (*names, ""))]]
    for metric in metrics:
        counts = [one.metrics.get(metric, (0, 0)) for one in scores]
        whole = (sum(hit for hit, _ in counts), sum(expected for _, expected in counts))
        lines.append([metric, *(_percent(*count) for count in (*counts, whole))])
    lines.append(["extra pages", *(str(len(one.extra)) for one in scores), str(sum(len(one.extra) for one in scores))])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _percent(hit: int, expected: int) -> str:
    """Cut off and not rounded, so that 100 means all."""
    return f"{int(hit * 1000 / expected) / 10:g}" if expected else ""


def main() -> int:
    """Prints the table; 1 if a case is refused."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="holds the cases, and facts.py, which compares")
    parser.add_argument("--only", nargs="*", default=[], help="names of cases")
    parser.add_argument("--worst", type=int, default=0, help="pages to list for each case")
    parser.add_argument("--keep", type=Path, help="leave the SDKs in this folder")
    parser.add_argument("--jobs", type=int, default=2, help="cases at a time")
    typed = parser.parse_args()
    folder: Path = typed.folder
    cases = sorted(path.parent for path in folder.glob("*/facts.json"))
    cases = [case for case in cases if not typed.only or case.name in typed.only]
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(typed.jobs) as pool:
        keep: Path = (typed.keep or Path(work)).resolve()
        scores = [one.result() for one in [pool.submit(score, case.resolve(), keep, typed.worst) for case in cases]]
    print(table(scores))
    for one in scores:
        if one.refused:
            print(f"\n{one.name} is refused: {one.refused}")
        for misses, page, notes in one.worst:
            print(f"{one.name}: {misses:5} misses  {page}  {'; '.join(notes)}")
    return 1 if any(one.refused for one in scores) else 0


if __name__ == "__main__":
    raise SystemExit(main())
