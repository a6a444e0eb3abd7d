"""Judges the requests of every operation of every document of a folder.

    python -m scripts.wire FOLDER...             (make wire CORPUS=FOLDER)
    python -m scripts.wire FOLDER... --details CAUSE      the calls whose cause holds this text, with what was sent

Three things may become of a call: openapi-core accepts its request, openapi-core cannot judge it (each reason is in
`limits`), or no arguments could be made from the schemas.  A request that is refused, or a client that refuses
arguments which its document allows, is a fault of ours, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .limits import CRASHES, LIMITS, READ_ONLY_AND_REQUIRED

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENT = re.compile(rb"""(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:""", re.MULTILINE)
SECONDS = 300
MEMORY = 8 * 2**30
"""Bytes of address space for one program."""
OUTCOMES = ("accepted", "refused", "unjudged", "not made", "not generated")


@dataclass
class Result:
    """The calls of one document."""

    document: Path
    seconds: float = 0.0
    lines: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    failure: str = ""
    """The program did not come to its end; the calls are those before."""

    @property
    def faults(self) -> int:
        """How many calls were refused, but for the one reason that stands."""
        return sum(line["outcome"] == "refused" and line["cause"] != READ_ONLY_AND_REQUIRED for line in self.lines)

    def count(self, outcome: str) -> int:
        """How many calls ended so."""
        return sum(line["outcome"] == outcome for line in self.lines)


def examine(document: Path, folder: Path, seconds: float, seed: int = 0, config: Path | None = None) -> Result:
    """Runs one document in a program of its own."""
    start = time.monotonic()
    result = Result(document)
    folder.mkdir(parents=True)
    output = folder / "lines.jsonl"
    errors = folder / "errors.txt"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "scripts.wire.work", str(document), str(folder / "sdk"), str(seed)]
    command += [] if config is None else [str(config.resolve())]
    with output.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            result.failure = f"out of time after {seconds:.0f} s"
        else:
            if status != 0:
                said = errors.read_text(errors="replace").strip().splitlines()
                result.failure = said[-1][:300] if said else f"status {status}"
    written = output.read_text(errors="replace").splitlines()
    result.lines = [json.loads(line) for line in written if line.endswith("}")]
    result.seconds = time.monotonic() - start
    shutil.rmtree(folder)
    return result


def documents_in(folders: list[Path]) -> list[Path]:
    """Every OpenAPI document in the folders, sorted; a file named on the command line is taken as it is."""
    found: list[Path] = []
    for folder in folders:
        files = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        found += [
            path.resolve()
            for path in files
            if path.suffix.lower() in (".yaml", ".yml", ".json")
            and path.is_file()
            and (path == folder or DOCUMENT.search(path.read_bytes()))
        ]
    return found


def print_table(results: list[Result], details: str | None) -> None:
    """One row for each document, then the causes, then the sums."""
    print(f"| document | calls | {' | '.join(OUTCOMES[:4])} | seconds |\n| --- |{' ---: |' * 6}")
    for result in results:
        counts = " | ".join(str(result.count(outcome)) for outcome in OUTCOMES[:4])
        print(f"| {result.document.name} | {len(result.lines)} | {counts} | {result.seconds:.0f} |")
    for result in results:
        if result.failure:
            print(f"\nFAILED {result.document.name}: {result.failure}")
    for outcome in OUTCOMES[1:]:
        _print_causes(outcome, results)
    known = [(limit.cause, limit.reason) for limit in LIMITS] + list(CRASHES.values())
    reasons = [f"- {cause}: {reason}" for cause, reason in known if _occurs(cause, results)]
    if reasons:
        print("\nWhy openapi-core cannot judge these:\n" + "\n".join(reasons))
    if details is not None:
        _print_details(details, results)
    _print_sums(results)


def _occurs(cause: str, results: Iterable[Result]) -> bool:
    return any(line["cause"] == cause for result in results for line in result.lines)


def _print_causes(outcome: str, results: Iterable[Result]) -> None:
    causes: dict[str, list[tuple[Result, dict[str, Any]]]] = {}
    for result in results:
        for line in result.lines:
            if line["outcome"] == outcome:
                causes.setdefault(line["cause"], []).append((result, line))
    if not causes:
        return
    print(f"\n| {outcome}, by cause | calls | documents | for example |\n| --- | ---: | ---: | --- |")
    for cause, found in sorted(causes.items(), key=lambda item: -len(item[1])):
        result, line = found[0]
        documents = len({id(each) for each, _ in found})
        example = f"{result.document.name} {line['operation']} {line['detail'][:160]}".replace("|", "\\|").replace(
            "\n", " "
        )
        print(f"| {cause} | {len(found)} | {documents} | {example} |")


def _print_details(wanted: str, results: Iterable[Result]) -> None:
    for result in results:
        for line in result.lines:
            if line["outcome"] != "accepted" and wanted in line["cause"]:
                print(f"\n{result.document.name} {line['operation']} ({line['variant']}): {line['cause']}")
                print(f"    {line['detail']}")
                for key in ("values", "request"):
                    print(f"    {key}: {json.dumps(line[key])[:1500]}")


def _print_sums(results: list[Result]) -> None:
    total = Counter(line["outcome"] for result in results for line in result.lines)
    judged = {(result.document, line["operation"]) for result in results for line in result.lines if line["operation"]}
    good = {
        (result.document, line["operation"])
        for result in results
        for line in result.lines
        if line["outcome"] == "accepted"
    }
    print(
        f"\n{len(results)} documents, {len(judged)} operations, of which {len(good)} have an accepted request;", end=" "
    )
    print(f"{sum(total.values())} calls: " + ", ".join(f"{total[outcome]} {outcome}" for outcome in OUTCOMES))


def main() -> int:
    """Runs the folder; 0 if nothing was refused and every program came to its end."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=2, help="documents at a time")
    parser.add_argument("--limit", type=float, default=SECONDS, help="seconds for one document")
    parser.add_argument("--seed", type=int, default=0, help="other values than those of 0")
    parser.add_argument("--config", type=Path, help="a gen.yaml for all of them")
    parser.add_argument("--details", help="show the calls whose cause holds this text")
    parser.add_argument("--json", type=Path, help="write the results there, too")
    typed = parser.parse_args()
    documents = documents_in(typed.folders)
    if not documents:
        parser.error("no OpenAPI document in these folders")
    with tempfile.TemporaryDirectory(prefix="wire-") as work, concurrent.futures.ThreadPoolExecutor(typed.jobs) as pool:
        waiting = [
            pool.submit(examine, document, Path(work) / f"{number:04}", typed.limit, typed.seed, typed.config)
            for number, document in enumerate(documents)
        ]
        results = [future.result() for future in waiting]
    print_table(results, typed.details)
    if typed.json:
        typed.json.write_text(json.dumps([{**vars(result), "document": str(result.document)} for result in results]))
    return 1 if any(result.failure or result.faults for result in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
