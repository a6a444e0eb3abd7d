"""One document: generate, import, call every method, have every request judged; a line of JSON for each."""

from __future__ import annotations

import json
import socket
import sys
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from sdkwright.inputs import Inputs
from sdkwright.ir.service import Operation
from sdkwright.normalise import within
from sdkwright.output import write
from sdkwright.pipeline import analyse, build, load_inputs, named, validated
from sdkwright.problems import ProblemsError
from sdkwright.stages import Stages

from .calls import VARIANTS, Caller, Plan, Target
from .compare import DifferentError
from .hosts import base_url
from .judge import Judge, Verdict
from .limits import READ_ONLY_AND_REQUIRED
from .made.schemas import UnmakeableError
from .sent.request import check

ACCEPTED, REFUSED, EXCUSED = "accepted", "refused", "excused"
NOT_CONSTRUCTIBLE, NOT_GENERATED = "not constructible", "not generated"
OUTCOMES = (ACCEPTED, REFUSED, EXCUSED, NOT_CONSTRUCTIBLE, NOT_GENERATED)


@dataclass(frozen=True)
class Line:
    """What became of one call."""

    operation: str
    variant: str
    outcome: str
    """One of `OUTCOMES`."""
    cause: str = ""
    detail: str = ""
    values: object = None
    request: object = None


def work(document: Path, folder: Path, seed: int = 0, config: Path | None = None) -> Iterator[Line]:
    """All calls of one document; the SDK is written to `folder`."""
    try:
        target = generated(document, folder, config)
    except ProblemsError as error:
        yield Line("", "", NOT_GENERATED, "a clean error", "; ".join(p.message for p in error.problems)[:300])
        return
    sys.path.insert(0, str(folder / "src"))
    sys.dont_write_bytecode = True
    judge = Judge(document, base_url(target.api.servers))
    for variant in VARIANTS:
        caller = Caller(target, variant, seed)
        try:
            caller.open()
        except UnmakeableError as error:
            yield Line("", variant.name, NOT_CONSTRUCTIBLE, f"a global: {error}")
            continue
        for operation in target.api.operations:
            for plan in caller.plans(operation):
                label = f"{operation.http_method} {operation.path}"
                if isinstance(plan, UnmakeableError):
                    yield Line(label, variant.name, NOT_CONSTRUCTIBLE, str(plan))
                else:
                    try:
                        yield called(caller, judge, operation, plan, label, variant.name)
                    except UnmakeableError as error:
                        yield Line(label, variant.name, NOT_CONSTRUCTIBLE, str(error))
        caller.close()


def called(caller: Caller, judge: Judge, operation: Operation, plan: Plan, label: str, variant: str) -> Line:
    """Calls and judges."""
    try:
        request = caller.call(operation, plan)
    except UnmakeableError:
        raise
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{str(error)[:400]} ({Path(place.filename).name}:{place.lineno})"
        return Line(label, variant, REFUSED, f"the client raises {type(error).__name__}", detail, plan.values)
    verdict = judge.verdict(request, operation.path)
    if verdict.outcome != REFUSED or verdict.cause == READ_ONLY_AND_REQUIRED:
        try:
            check(plan.given, request)
        except Exception as error:
            cause = (
                "what was sent is not what was given" if isinstance(error, DifferentError) else "it cannot be read back"
            )
            verdict = Verdict(REFUSED, cause, f"{type(error).__name__}: {error}"[:300])
    if verdict.outcome == ACCEPTED:
        return Line(label, variant, ACCEPTED)
    sent = {"url": request.url, "headers": request.headers, "body": request.body.decode("utf-8", "replace")[:2000]}
    return Line(label, variant, verdict.outcome, verdict.cause, verdict.detail, plan.values, sent)


def generated(document: Path, folder: Path, config: Path | None = None) -> Target:
    """The SDK of a document, written to `folder`.  Raises `ProblemsError`."""
    stages = Stages()
    loaded = validated(load_inputs(Inputs(document, folder, config), stages), stages)
    write(build(loaded, stages).tree, folder)
    api, _ = analyse(loaded, stages)
    names = named(api, loaded, stages)
    return Target(loaded.document, within(api), names, loaded.options.config)


def _refuse(*_: object, **__: object) -> NoReturn:
    raise OSError("nothing here may use the network")


def main() -> None:
    """`python -m wire.work DOCUMENT FOLDER SEED [CONFIG]`: prints the lines."""
    warnings.simplefilter("ignore", DeprecationWarning)  # methods that the document says are deprecated
    socket.socket.connect = _refuse  # type: ignore[method-assign]  # neither we nor openapi-core may
    document, folder, seed, *config = sys.argv[1:]
    for line in work(Path(document), Path(folder), int(seed), Path(config[0]) if config else None):
        print(json.dumps(asdict(line), default=str), flush=True)


if __name__ == "__main__":
    main()
