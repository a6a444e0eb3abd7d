"""What the modules of an SDK name in import statements, which bundlers of programs follow, and when these are run."""

from __future__ import annotations

import subprocess
import sys
from modulefinder import ModuleFinder
from pathlib import Path

import pytest
from sdkwright.options.model import Config

from .sessions_api import NOT_FOUND, example_session

SOURCES = Path(__file__).parents[2] / "generated" / "src"
PROGRAM = "from orq_ai_sdk import Orq\nOrq().sessions.get(session_id='1')\n"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> ModuleFinder:
    """What following the imports of a program finds in the SDK alone."""
    program = tmp_path_factory.mktemp("bundle") / "program.py"
    program.write_text(PROGRAM)
    finder = ModuleFinder(path=[str(SOURCES)])
    finder.run_script(str(program))
    return finder


def test_the_libraries_are_found(found: ModuleFinder) -> None:
    """Outside of the SDK, where this does not look, they are missing; they were asked for."""
    assert {Config().http_library, "pydantic", "anyio"} <= found.badmodules.keys()


def test_every_module_of_the_runtime_is_found(found: ModuleFinder) -> None:
    runtime = SOURCES / "orq_ai_sdk" / "_runtime"
    parts = (path.relative_to(SOURCES).with_suffix("").parts for path in runtime.rglob("*.py"))
    modules = {".".join(part for part in names if part != "__init__") for names in parts}
    assert modules - found.modules.keys() == set()


def told_by(code: str) -> list[str]:
    """What a fresh interpreter prints, word by word."""
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(SOURCES)}, capture_output=True, text=True, check=True
    )
    return ran.stdout.split()


SLOW = "{'httpx', 'httpx2', 'pydantic', 'datetime', 'urllib.parse', 'dataclasses', 'logging'}"


def test_the_import_runs_none_of_these_statements() -> None:
    code = f"import sys; slow = {SLOW} - sys.modules.keys(); import orq_ai_sdk; orq_ai_sdk.Orq"
    assert told_by(f"{code}; print(*slow & sys.modules.keys())") == []


def test_what_packages_hand_on_is_loaded_when_it_is_asked_for() -> None:
    code = "from orq_ai_sdk import Orq, types, utils; import sys; print('orq_ai_sdk._runtime.dates' in sys.modules"
    asked = "utils.parse_datetime('2026-01-01').year, utils.RetryConfig.__name__, types.FileInput is not None"
    told = "'orq_ai_sdk._runtime.dates' in sys.modules, 'FileInput' in dir(types), 'to_response' in dir(utils)"
    assert told_by(f"{code}, {asked}, {told})") == ["False", "2026", "RetryConfig", "True", "True", "True", "True"]


CALL = """
import sys, httpx2
from orq_ai_sdk import Orq
answered = httpx2.MockTransport(lambda request: httpx2.Response({status}, json={body}))
with httpx2.Client(transport=answered) as client:
    orq = Orq(client=client)
    try:
        orq.sessions.{call}
    except Exception as problem:
        print(type(problem).__name__)
print(*(name.partition("_runtime.")[2] for name in sys.modules if "_runtime." in name))
"""
SESSION = {"_id": "1", "workspace_id": "w", **example_session()}
RARE = {
    "decode.asides",
    "decode.failures",
    "decode.keeping",
    "decode.misfits",
    "decode.words",
    "encode.bodies",
    "encode.choice",
    "encode.lines",
    "encode.multipart",
    "encode.sources",
    "files",
    "operations.policy",
    "paging",
    "send.extras",
    "send.raw",
    "send.redirects",
    "send.transport_async",
    "streams",
    "values.lenient",
}
"""What most first calls do not need."""


@pytest.mark.parametrize(
    ("call", "status", "needed"),
    [
        ("delete(session_id='1')", 204, set()),
        ("update(session_id='1', tags=['a'])", 200, {"encode.bodies"}),
        ("delete(session_id='1', http_headers={'a': 'b'})", 204, {"send.extras"}),
        ("delete(session_id='1')", 404, {"decode.failures", "decode.misfits", "decode.words"}),
    ],
)
def test_a_first_call_loads_what_it_needs(call: str, status: int, needed: set[str]) -> None:
    told = told_by(CALL.format(call=call, status=status, body=SESSION if status == 200 else NOT_FOUND))
    assert ("HonoAPIError" in told) is (status == 404)
    assert RARE.intersection(told) == needed
