"""One step of measuring one subject, in a process of its own.

python -m scripts.bench_runtime.worker STEP SUBJECT.json RESULT.json
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from .calls import loopback_rows, null_rows
from .events import event_rows, read_all
from .live import Live
from .memory import memory_rows
from .subjects import Call, Subject


def working(subject: Subject) -> Subject:
    """The subject with the first call of each role that works, and the HTTP library that its client uses."""
    live = Live(subject)
    found: list[Call] = []
    for role in dict.fromkeys(call.role for call in subject.calls):
        for call in subject.calls:
            if call.role == role and _works(live, call):
                found.append(call)
                break
    return replace(subject, calls=found, library=live.nothing.library or subject.library)


def _works(live: Live, call: Call) -> bool:
    """Whether a call gives a result; what it says if not goes to standard error."""
    live.nothing.answer(call)
    if not call.sync:
        return True
    try:
        function = live.function(call, live.sdk())
        return (function() if call.events is None else read_all(function)()) is not None
    except Exception as problem:  # of somebody else's code: whatever it is, the next call is tried
        sys.stderr.write(f"{call.label}: {type(problem).__name__}: {str(problem)[:300]}\n")
        return False


def main() -> None:
    """Run the step and write what it found."""
    step, subject_file, result_file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    subject = Subject.from_json(subject_file.read_text(encoding="utf-8"))
    if step == "probe":
        result_file.write_text(working(subject).to_json(), encoding="utf-8")
        return
    match step:
        case "calls":
            rows = null_rows(subject)
        case "loopback":
            rows = loopback_rows(subject, subject_file)
        case "events":
            rows = event_rows(subject, subject_file)
        case "memory":
            rows = memory_rows(subject)
        case _:
            raise SystemExit(f"no such step: {step}")
    result_file.write_text(json.dumps([asdict(row) for row in rows]), encoding="utf-8")


if __name__ == "__main__":
    main()
