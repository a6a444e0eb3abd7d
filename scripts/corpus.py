"""Generates an SDK from each document of a folder, compiles and imports it, and prints what became of each.

    python scripts/corpus.py FOLDER...                 (make corpus CORPUS=FOLDER)
    python scripts/corpus.py FOLDER... --types         strict mypy and pyright on some of the trees as well

A document may do two things: generate, so that every module compiles and imports in a clean interpreter, or end in a
clean error.  Anything else is a failure of ours, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = re.compile(rb"""(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:""", re.MULTILINE)
SECONDS = 120
MEMORY = 8 * 2**30
"""Bytes of address space for one program."""
TREES = 60
SEED = 20250401
MOST_LINES = 100_000

IMPORTER = """\
import importlib, pathlib, sys, warnings
warnings.simplefilter("error")
root = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(root))
for path in sorted(root.rglob("*.py")):
    parts = path.relative_to(root).with_suffix("").parts
    compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
"""


@dataclass
class Result:
    """What became of one document: `outcome` is `generated`, `clean error` or the name of a failure."""

    document: Path
    outcome: str
    seconds: float
    detail: str = ""
    lines: int = 0
    operations: int = 0
    skipped: list[str] = field(default_factory=list[str])


def run(command: list[str], seconds: float, folder: Path) -> tuple[int | None, str]:
    """Exit status (None: out of time) and output of a program that may use so much time and memory."""

    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return None, ""
    return process.returncode, output.decode("utf-8", "replace")


def first_line(output: str, *beginnings: str) -> str:
    """The first line that begins with one of `beginnings`, else the last line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return next((line for line in lines if line.startswith(beginnings)), lines[-1] if lines else "")[:200]


def generate(document: Path, out: Path, seconds: float) -> Result:
    """Generates and tries one document."""
    start = time.monotonic()
    report = out.with_suffix(".json")
    command = [sys.executable, "-m", "sdkwright", "generate", "--debug", "--spec", str(document), "--out", str(out)]
    status, output = run([*command, "--report", str(report)], seconds, out.parent)
    took = time.monotonic() - start
    if status is None:
        return Result(document, "TIME-OUT", took)
    if "Traceback (most recent call last)" in output or status not in (0, 1):
        return Result(document, "TRACEBACK", took, first_line(output, "error: Internal") + " | " + output[-300:])
    if status == 1:
        where = first_line(output[output.find("error:") :], "-->")
        clean = output.lstrip().startswith(("error:", "warning:")) and not out.exists()
        detail = f"{first_line(output, 'error:')}  {where if where.startswith('-->') else ''}"
        return Result(document, "clean error" if clean else "UNCLEAN ERROR", took, detail)
    entries = json.loads(report.read_text())["entries"]
    operations = [entry for entry in entries if entry["kind"] == "operation"]
    skipped = [f"{entry['id']}: {entry['reason']}" for entry in operations if entry["outcome"] == "skipped"]
    lines = sum(path.read_bytes().count(b"\n") for path in out.rglob("*.py"))
    status, output = run([sys.executable, "-I", "-c", IMPORTER, str(out / "src")], seconds, out.parent)
    outcome = "generated" if status == 0 else "IMPORT TIME-OUT" if status is None else "IMPORT ERROR"
    detail = "" if status == 0 else output.strip().splitlines()[-1][:200] if output.strip() else ""
    return Result(document, outcome, took, detail, lines, len(operations), skipped)


def check_types(tree: Path, seconds: float) -> list[str]:
    """The first errors of strict mypy and strict pyright for one tree."""
    settings = {"include": ["src"], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (tree / "pyrightconfig.json").write_text(json.dumps(settings))
    programs = {
        "mypy": ["-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tree.parent / 'mypy'}", str(tree / "src")],
        "pyright": ["-m", "pyright", "--pythonpath", sys.executable, "--project", str(tree)],
    }
    found: list[str] = []
    for name, arguments in programs.items():
        status, output = run([sys.executable, *arguments], seconds, tree)
        if status != 0:
            errors = [line.strip() for line in output.splitlines() if "error" in line]
            found += [f"{name}: {line[:200]}" for line in errors[:3]] or [
                f"{name}: {'time-out' if status is None else status}"
            ]
    return found


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


def print_table(results: list[Result]) -> None:
    """The failures one by one, then the counts."""
    for result in results:
        if result.outcome != "generated" or result.skipped:
            print(f"{result.outcome:<15} {result.seconds:6.1f} s  {result.document.name}  {result.detail}")
        for reason in result.skipped[:5]:
            print(f"    skipped {reason[:200]}")
    counts = Counter(result.outcome for result in results)
    print("\n| outcome | documents |\n| --- | ---: |")
    for outcome, number in counts.most_common():
        print(f"| {outcome} | {number} |")
    generated = [result for result in results if result.outcome == "generated"]
    skipped = sum(len(result.skipped) for result in generated)
    slowest = max(results, key=lambda result: result.seconds)
    print(f"\n{sum(r.operations for r in generated)} operations generated, {skipped} skipped;", end=" ")
    print(f"{sum(r.lines for r in generated)} lines; slowest {slowest.document.name}: {slowest.seconds:.1f} s")


def main() -> int:
    """Runs the corpus; 0 if every document did one of the two things it may do."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=2, help="documents at a time")
    parser.add_argument("--limit", type=float, default=SECONDS, help="seconds for one program")
    parser.add_argument("--types", action="store_true", help="check the types of some trees strictly")
    parser.add_argument("--trees", type=int, default=TREES, help="how many trees")
    parser.add_argument("--seed", type=int, default=SEED, help="which trees")
    parser.add_argument("--keep", type=Path, help="leave the trees in this folder")
    parser.add_argument("--json", type=Path, help="write the results there, too")
    typed = parser.parse_args()
    documents = documents_in(typed.folders)
    if not documents:
        parser.error("no OpenAPI document in these folders")
    work = typed.keep or Path(tempfile.mkdtemp(prefix="corpus-"))
    work.mkdir(parents=True, exist_ok=True)
    work = work.resolve()
    try:
        return examine(documents, work, typed)
    finally:
        if typed.keep is None:
            shutil.rmtree(work)


def examine(documents: list[Path], work: Path, typed: argparse.Namespace) -> int:
    """Generates all, checks the types of some, prints; returns the exit status."""
    trees = {document: work / f"{number:04}-{document.stem}" for number, document in enumerate(documents)}
    with concurrent.futures.ThreadPoolExecutor(typed.jobs) as pool:
        waiting = [pool.submit(generate, document, trees[document], typed.limit) for document in documents]
        results = [future.result() for future in waiting]
        print_table(results)
        if typed.json:
            values = [{**vars(result), "document": str(result.document)} for result in results]
            typed.json.write_text(json.dumps(values, indent=1))
        bad = [result for result in results if result.outcome not in ("generated", "clean error")]
        if typed.types:
            bad += examine_types([r for r in results if r.outcome == "generated"], trees, typed, pool)
    return 1 if bad else 0


def examine_types(
    generated: list[Result],
    trees: dict[Path, Path],
    typed: argparse.Namespace,
    pool: concurrent.futures.ThreadPoolExecutor,
) -> list[Result]:
    """Checks a sample of the trees and prints the errors; returns those that have some."""
    too_long = [result for result in generated if result.lines > MOST_LINES]
    for result in too_long:
        print(f"left out, over {MOST_LINES} lines: {result.document.name} ({result.lines})")
    rest = [result for result in generated if result.lines <= MOST_LINES]
    sample = random.Random(typed.seed).sample(rest, min(typed.trees, len(rest)))
    print(f"\nstrict types of {len(sample)} trees drawn with --seed {typed.seed}")
    bad: list[Result] = []
    waiting = [pool.submit(check_types, trees[result.document], typed.limit * 5) for result in sample]
    for result, future in zip(sample, waiting, strict=True):
        if errors := future.result():
            bad.append(result)
            print(f"  {result.document.name}", *errors, sep="\n    ")
    print(f"{len(sample) - len(bad)} of {len(sample)} without an error")
    return bad


if __name__ == "__main__":
    raise SystemExit(main())
