"""Judges the requests of every operation of every document of a folder.

    make wire CORPUS=FOLDER        which is: PYTHONPATH=tests python -m wire FOLDER...
    make wire CORPUS=FOLDER WIRE_ARGS="--details CAUSE"     the calls whose cause holds this text, with what was sent

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
from pathlib import Path

from .report import Result, by_document, causes, details, page, sums

TESTS = Path(__file__).resolve().parents[1]
DOCUMENT = re.compile(rb"""(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:""", re.MULTILINE)
SECONDS = 300
MEMORY = 8 * 2**30
"""Bytes of address space for one program."""


def examine(
    document: Path,
    folder: Path,
    seconds: float,
    seed: int = 0,
    config: Path | None = None,
    program: str = "wire.work",
) -> Result:
    """Runs one document in a program of its own, which prints a line of JSON for everything it finds."""
    start = time.monotonic()
    result = Result(document)
    folder.mkdir(parents=True)
    output = folder / "lines.jsonl"
    errors = folder / "errors.txt"
    environment = {**os.environ, "PYTHONPATH": str(TESTS), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", program, str(document), str(folder / "sdk"), str(seed)]
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
    parser.add_argument("--write", type=Path, help="write the sums and causes there, with an introduction")
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
    shown = [*by_document(results), *causes(results), *sums(results)]
    shown += [] if typed.details is None else details(typed.details, results)
    print("\n".join(shown))
    if typed.write:
        typed.write.write_text(page(results), encoding="utf-8")
    if typed.json:
        typed.json.write_text(json.dumps([{**vars(result), "document": str(result.document)} for result in results]))
    return 1 if any(result.failure or result.faults for result in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
