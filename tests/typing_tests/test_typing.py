"""What strict mypy and strict pyright say about programs that use generated SDKs: exactly the errors that are due."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sdkwright.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
STREAMING = ROOT / "scripts" / "bench_runtime"
SPLIT = ROOT / "tests" / "cases" / "docs_async_split"
USAGE = ("client_usage.py", "pets_usage.py", "sessions_usage.py", "split_usage.py", "streaming_usage.py")
EXPECTED = re.compile(r"# (mypy: (?P<mypy>[\w, -]+))?(; )?(pyright: (?P<pyright>[\w, ]+))?$")

Errors = set[tuple[str, int, str]]
"""File, line, code."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the usage files, and with both SDKs where type checkers look for packages."""
    folder = tmp_path_factory.mktemp("typing")
    document, options = STREAMING / "streaming.openapi.yaml", STREAMING / "streaming.gen.yaml"
    assert main(["generate", "--spec", str(document), "--config", str(options), "--out", str(folder / "out")]) == 0
    assert main(["generate", "--spec", str(Path(__file__).parent / "pets.yaml"), "--out", str(folder / "pets")]) == 0
    split = [f"--{kind}={SPLIT / name}" for kind, name in (("spec", "spec.yaml"), ("config", "gen.yaml"))]
    assert main(["generate", *split, "--out", str(folder / "split")]) == 0
    shutil.copytree(ROOT / "generated" / "src", folder / "packages")
    shutil.copytree(folder / "split" / "src", folder / "packages", dirs_exist_ok=True)
    shutil.copytree(folder / "pets" / "src", folder / "packages", dirs_exist_ok=True)
    shutil.copytree(folder / "out" / "src", folder / "packages", dirs_exist_ok=True)
    (folder / "usage").mkdir()
    for name in USAGE:
        shutil.copy(Path(__file__).parent / name, folder / "usage")
    return folder


def expected(tool: str) -> Errors:
    """The errors that the comments of the usage files name."""
    errors: Errors = set()
    for name in USAGE:
        for number, line in enumerate((Path(__file__).parent / name).read_text(encoding="utf-8").splitlines(), 1):
            found = EXPECTED.search(line)
            if found is not None and found[tool]:
                errors.update((name, number, code.strip()) for code in found[tool].split(","))
    return errors


def test_mypy(project: Path) -> None:
    """Strict mypy."""
    command = [sys.executable, "-m", "mypy", "--config-file=", "--strict", "--python-version=3.11", "--output=json"]
    done = subprocess.run(
        [*command, f"--cache-dir={project / 'cache'}", *USAGE],
        cwd=project / "usage",
        env={**os.environ, "MYPYPATH": str(project / "packages")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    said: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    errors = {(each["file"], each["line"], each["code"]) for each in said if each["severity"] == "error"}
    assert errors == expected("mypy")


def test_pyright(project: Path) -> None:
    """Strict pyright."""
    settings = {
        "include": ["usage"],
        "extraPaths": ["packages"],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "reportDeprecated": False,
    }
    (project / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--project", str(project), "--pythonpath", sys.executable, "--outputjson"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    said: list[dict[str, Any]] = json.loads(done.stdout)["generalDiagnostics"]
    errors = {
        (Path(each["file"]).name, each["range"]["start"]["line"] + 1, each.get("rule", "syntax"))
        for each in said
        if each["severity"] == "error" and not str(each.get("rule")).startswith("reportUnknown")
    }
    assert errors == expected("pyright"), "rules about what is unknown after another error do not count"
