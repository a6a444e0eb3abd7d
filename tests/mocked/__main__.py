"""Serves every document of a folder with `sdkwright mock`, calls every operation with its SDK, and judges the answers.

    make mock CORPUS=FOLDER        which is: PYTHONPATH=tests python -m mocked FOLDER...
    make mock CORPUS=FOLDER MOCK_ARGS="--details CAUSE"     the calls whose cause holds this text, with the answer

Two judges see each answer: the SDK, which must read it to its end with its answers validated, and openapi-core.  An
answer that one of them refuses, or a request of the SDK that the server refuses, makes the exit status 1.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import tempfile
from pathlib import Path

from wire.__main__ import SECONDS, documents_in, examine
from wire.report import by_document, causes, details, sums

from .judge import EXCUSES


def main() -> int:
    """Runs the folder; 0 if nothing was refused and every program came to its end."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=2, help="documents at a time")
    parser.add_argument("--limit", type=float, default=SECONDS, help="seconds for one document")
    parser.add_argument("--every", type=int, default=1, help="take one of so many documents")
    parser.add_argument("--details", help="show the calls whose cause holds this text")
    typed = parser.parse_args()
    documents = documents_in(typed.folders)[:: typed.every]
    if not documents:
        parser.error("no OpenAPI document in these folders")
    with tempfile.TemporaryDirectory(prefix="mock-") as work, concurrent.futures.ThreadPoolExecutor(typed.jobs) as pool:
        waiting = [
            pool.submit(examine, document, Path(work) / f"{number:04}", typed.limit, program="mocked.work")
            for number, document in enumerate(documents)
        ]
        results = [future.result() for future in waiting]
    shown = [*by_document(results), *causes(results, EXCUSES), *sums(results)]
    shown += [] if typed.details is None else details(typed.details, results)
    print("\n".join(shown))
    return 1 if any(result.failure or result.faults for result in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
