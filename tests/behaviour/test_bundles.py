"""Whoever bundles a program follows the import statements of its modules, those inside of functions too."""

from __future__ import annotations

import subprocess
import sys
from modulefinder import ModuleFinder
from pathlib import Path

import pytest
from sdkwright.options.model import Config

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


def test_the_import_runs_none_of_these_statements() -> None:
    code = "import sys, orq_ai_sdk; orq_ai_sdk.Orq; print({'httpx', 'httpx2', 'pydantic'} & sys.modules.keys())"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(SOURCES)}, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "set()\n"
