"""Sends values through generated SDKs and back, for every document of a folder.

    python -m roundtrip FOLDER...             (make roundtrip CORPUS=FOLDER)

The exit status is 1 if a value came out as another one and no section of a specification explains it, or if one
explains more than a hundredth of all values.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import tempfile
import time
from pathlib import Path

from wire.__main__ import documents_in, examine

from .report import Summary, table, unexplained

SECONDS = 600


def main() -> int:
    """Runs the folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=2, help="documents at a time")
    parser.add_argument("--limit", type=float, default=SECONDS, help="seconds for one document")
    parser.add_argument("--seed", type=int, default=0, help="other values than those of 0, and other documents")
    parser.add_argument("--every", type=int, default=1, help="take one of so many documents")
    typed = parser.parse_args()
    documents = documents_in(typed.folders)[typed.seed % typed.every :: typed.every]
    if not documents:
        parser.error("no OpenAPI document in these folders")
    start = time.monotonic()
    summary = Summary()
    with (
        tempfile.TemporaryDirectory(prefix="roundtrip-") as work,
        concurrent.futures.ThreadPoolExecutor(typed.jobs) as pool,
    ):
        waiting = [
            pool.submit(examine, document, Path(work) / f"{n:04}", typed.limit, typed.seed, program="roundtrip.work")
            for n, document in enumerate(documents)
        ]
        for future in waiting:
            result = future.result()
            summary.add(result.document, result.lines, result.failure)
    print(f"seed {typed.seed}, {len(documents)} documents, {time.monotonic() - start:.0f} s")
    print("\n".join([*table(summary), *unexplained(summary)]))
    return 1 if summary.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
