"""mypy and pyright, both strict, read `sessions.py`: an error on every line marked `# error`, and on no other."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SUBJECT = Path(__file__).with_name("sessions.py")
SOURCES = ROOT / "generated" / "src"


def expected() -> list[int]:
    lines = SUBJECT.read_text().splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# error")]


def test_mypy(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}", str(SUBJECT)]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=tmp_path, env=_environment({"MYPYPATH": str(SOURCES)})
    )
    found = re.findall(r"sessions\.py:(\d+): error", ran.stdout)
    assert sorted({int(line) for line in found}) == expected(), ran.stdout


def test_pyright(tmp_path: Path) -> None:
    pytest.importorskip("pyright")
    shutil.copy(SUBJECT, tmp_path)
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(SOURCES)], "reportDeprecated": False}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=_environment({}))
    told = json.loads(ran.stdout)["generalDiagnostics"]
    found = {each["range"]["start"]["line"] + 1 for each in told if each["severity"] == "error"}
    assert sorted(found) == expected(), json.dumps(told, indent=1)


def _environment(more: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **more}
