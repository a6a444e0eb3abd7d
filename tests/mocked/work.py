"""One document: generate, serve, call every method, judge every answer; a line of JSON for each call."""

from __future__ import annotations

import json
import shutil
import sys
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sdkwright.ir.service import Operation
from sdkwright.problems import ProblemsError
from wire.calls import Plan, Target
from wire.made.schemas import UnmakeableError
from wire.work import ACCEPTED, EXCUSED, NOT_CONSTRUCTIBLE, NOT_GENERATED, REFUSED, Line, generated

from .caller import MockCaller
from .judge import AnswerJudge
from .server import mocking


def work(document: Path, folder: Path, seed: int = 0) -> Iterator[Line]:
    """All calls of one document; the SDK is written to `folder`."""
    try:
        target = generated(document, folder)
    except ProblemsError as error:
        yield Line("", "", NOT_GENERATED, "a clean error", "; ".join(p.message for p in error.problems)[:300])
        return
    sys.path.insert(0, str(folder / "src"))
    sys.dont_write_bytecode = True
    with mocking(document) as mock:
        yield from calls(target, AnswerJudge(document, target), mock.url, seed)


def calls(target: Target, judge: AnswerJudge, url: str, seed: int = 0) -> Iterator[Line]:
    """A line for each operation."""
    caller = MockCaller(target, url, seed)
    try:
        caller.open()
    except UnmakeableError as error:
        yield Line("", "", NOT_CONSTRUCTIBLE, f"a global: {error}")
        return
    try:
        for operation in target.api.operations:
            if not operation.is_left_out:
                yield _called(caller, judge, operation)
    finally:
        caller.close()


def _called(caller: MockCaller, judge: AnswerJudge, operation: Operation) -> Line:
    """Calls with the first arguments that can be made, and judges."""
    label = f"{operation.http_method} {operation.path}"
    plans = list(caller.plans(operation))
    plan = next((one for one in plans if isinstance(one, Plan)), None)
    if plan is None:
        return Line(label, "", NOT_CONSTRUCTIBLE, str(plans[0]) if plans else "no media type of the body")
    try:
        caller.ask(operation, plan)
    except UnmakeableError as error:
        return Line(label, "", NOT_CONSTRUCTIBLE, str(error))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        said = "; ".join(f"{one.status} {one.body[:500].decode('utf-8', 'replace')}" for one in caller.replies)
        detail = f"{str(error)[:400]} ({Path(place.filename).name}:{place.lineno}) {said}"
        return Line(label, "", REFUSED, f"the SDK raises {type(error).__name__}", detail, plan.values)
    verdicts = [(judge.verdict_of(one, operation), one) for one in caller.replies]
    worst, reply = max(verdicts, key=lambda one: (ACCEPTED, EXCUSED, REFUSED).index(one[0].outcome))
    if worst.outcome == ACCEPTED:
        return Line(label, "", ACCEPTED)
    body = reply.body.decode("utf-8", "replace")[:2000]
    return Line(
        label, "", worst.outcome, worst.cause, worst.detail, plan.values, {"status": reply.status, "body": body}
    )


def main() -> None:
    """`python -m mocked.work DOCUMENT FOLDER SEED`: prints the lines."""
    warnings.simplefilter("ignore", DeprecationWarning)  # methods that the document says are deprecated
    document, folder, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    for line in work(document, folder, seed):
        print(json.dumps(asdict(line), default=str), flush=True)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
