"""Start-up in fresh interpreters: the import, the first call, the constructor.

Each number is the minimum of many runs, the kinds in turn, with compiled bytecode: what a program pays on a quiet
machine.  The result is processor time, which does not grow with what else the machine does; elapsed time stands beside
it.  A child reports nothing of its own but the constructor's time.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from .nothing import body_of
from .rows import Row
from .subjects import Call, Subject

RUNS = 20
PRELOADS = 5
"""Of many validators, which take so long that a few runs are enough."""
IMPORT_TARGET = 2.2
"""Times the start of the bare interpreter."""
FIRST_CALL_TARGET = 1.3
"""Times the import of the libraries that it needs."""
BARE = 10.0
"""Milliseconds that a bare start counts at least: a shorter one would make a ratio of what does not grow with it."""
CONSTRUCTOR_TARGET = 0.2
"""Times the start of the bare interpreter."""
HEAVY = ("pydantic", "pydantic_core", "httpx2", "httpx", "httpcore2", "httpcore", "anyio", "typing_extensions")

TRANSPORTS = {"httpx2": "httpcore2", "httpx": "httpcore"}
"""What each HTTP library sends with.  Its import is put off until a client is made, so it is named here."""

NULL = """
import {library} as h
_body = {body!r}
_headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(_body))]
h.HTTPTransport.handle_request = lambda self, request: h.Response(
    {status}, headers=_headers, stream=h.ByteStream(_body), extensions={{"http_version": b"HTTP/1.1"}})
"""
CONSTRUCT = """
import os, time
import {package} as package
from {package} import {client}
_start = time.process_time()
sdk = package.{client}({arguments})
_took = time.process_time() - _start
"""
PRELOADED = """
if hasattr(sdk, "preload"):
    _start = time.process_time()
    sdk.preload()
    _loaded = time.process_time()
    {call}
    print((_loaded - _start) * 1000.0, (time.process_time() - _loaded) * 1000.0)
"""
BY_HAND = """
import {library}, json
from pydantic import BaseModel
class Answer(BaseModel):
    model_config = {{"extra": "allow"}}
client = {library}.Client()
Answer.model_validate_json(client.post("https://example.com/", json={{"a": 1}}).content)
"""


@dataclass(frozen=True)
class Best:
    """The least of many runs, in milliseconds."""

    elapsed: float
    processor: float

    def __str__(self) -> str:
        return f"{self.processor:,.0f} ms ({self.elapsed:,.0f} ms)"


class Interpreters:
    """Fresh interpreters for one subject."""

    def __init__(self, subject: Subject) -> None:
        self._environment = {
            name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")
        }
        if subject.path is not None:
            self._environment["PYTHONPATH"] = subject.path
            compileall.compile_dir(subject.path, quiet=1)

    def run(self, code: str) -> tuple[float, float, str]:
        """Elapsed and processor time of a whole interpreter in milliseconds, and what it printed."""
        start = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", code], env=self._environment, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            output = child.stdout.read()
            _, status, usage = os.wait4(child.pid, 0)
            elapsed = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"exit status {child.returncode} of: {code}")
        return elapsed * 1000.0, (usage.ru_utime + usage.ru_stime) * 1000.0, output

    def best(self, codes: dict[str, str]) -> dict[str, Best]:
        """The minimum for each code; they run in turn, once before it counts."""
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in codes}
        for turn in range(RUNS + 1):
            for name, code in codes.items():
                elapsed, processor, _ = self.run(code)
                if turn:
                    found[name].append((elapsed, processor))
        return {name: Best(*map(min, zip(*times, strict=True))) for name, times in found.items()}

    def constructor(self, code: str) -> float:
        """The least time that `Sdk()` took in an interpreter of its own, in milliseconds."""
        return min(float(self.run(code + "print(_took * 1000.0)")[2]) for _ in range(RUNS))

    def preloaded(self, code: str) -> list[float]:
        """The least time of `preload()` and of the first call after it, in milliseconds; empty without `preload`."""
        printed = [list(map(float, self.run(code)[2].split())) for _ in range(PRELOADS)]
        return [min(times) for times in zip(*printed, strict=True)]

    def loaded(self, code: str) -> list[str]:
        """Which of the heavy libraries the code loads."""
        printed = self.run(f"{code}\nimport sys\nprint(*(n for n in {HEAVY!r} if n in sys.modules))")[2]
        return printed.split()


def startup_rows(subject: Subject) -> list[Row]:
    """The rows of one subject."""
    interpreters = Interpreters(subject)
    call = subject.call("write") or subject.call("read")
    imported = f"from {subject.package} import {subject.client}"
    construct = CONSTRUCT.format(package=subject.package, client=subject.client, arguments=subject.arguments)
    codes = {
        "bare": "pass",
        "import": imported,
        "libraries": f"import {subject.library}, {TRANSPORTS[subject.library]}\nfrom pydantic import BaseModel, Field",
    }
    if call is not None and call.sync:
        null = NULL.format(library=subject.library, body=body_of(call), status=call.status)
        codes["call"] = null + construct + _call(subject, call)
        codes["hand"] = null + BY_HAND.format(library=subject.library)
    best = interpreters.best(codes)
    heavy = interpreters.loaded(imported)
    title = f"Start-up (least of {RUNS}; processor time, elapsed time in brackets)"

    def row(what: str, value: str, floor: str, target: float | None) -> Row:
        measured, beside = best[value], best[floor]
        ratio = measured.processor / max(beside.processor, BARE)
        return Row(title, subject.name, what, str(measured), str(beside), ratio, target=target)

    rows = [row("import, beside the bare interpreter", "import", "bare", IMPORT_TARGET)]
    loads = " ".join(heavy) or "none"
    rows.append(Row(title, subject.name, "libraries that the import loads", loads, "none", len(heavy), "libraries", 0))
    if "call" in codes:
        rows.append(row("end of the first call, beside the libraries' import", "call", "libraries", FIRST_CALL_TARGET))
        rows.append(row("end of the first call, beside a hand-written one", "call", "hand", None))
    took = interpreters.constructor(construct)
    what, ratio = f"`{subject.client}()`, beside the bare interpreter", took / max(best["bare"].processor, BARE)
    rows.append(Row(title, subject.name, what, f"{took:.2f} ms", str(best["bare"]), ratio, target=CONSTRUCTOR_TARGET))
    if call is not None and call.sync:
        null = NULL.format(library=subject.library, body=body_of(call), status=call.status)
        lines = _call(subject, call).replace("\n", "\n    ")
        for what, took in zip(
            ("`preload()`, with the libraries", "first call after `preload()`"),
            interpreters.preloaded(construct + null + PRELOADED.format(call=lines)),
            strict=False,
        ):
            rows.append(Row(title, subject.name, what, f"{took:,.2f} ms", "", took, "ms"))
    return rows


def _call(subject: Subject, call: Call) -> str:
    models = f"models = getattr({subject.package}, 'models', None)"
    return "\n".join([f"import {subject.package}", *call.imports, models, f"result = {call.sync}", ""])
