"""The programs of docs: type-checked, and run against a server on loopback that answers as the docs say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .check import Count
from .pages import read
from .served import routes

_ROOT = Path(__file__).parents[2]
_OPTIONS = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "reportDeprecated": "none"}


def programs(sdk: Path) -> dict[str, str]:
    """The Python of all pages, by page and line."""
    return {
        f"{page.path}:{block.line}": block.text
        for page in read(sdk).values()
        for block in page.blocks
        if block.language == "python"
    }


def typed(sdk: Path) -> Count:
    """Each program as pyright sees it, strictly."""
    found = programs(sdk)
    with tempfile.TemporaryDirectory() as folder:
        names: dict[str, str] = {}
        for number, (where, source) in enumerate(found.items()):
            names[f"program_{number}.py"] = where
            Path(folder, f"program_{number}.py").write_text(source, "utf-8")
        options = {**_OPTIONS, "extraPaths": [str(sdk.resolve() / "src")]}
        Path(folder, "pyrightconfig.json").write_text(json.dumps(options))
        command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson", "-p", folder]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    wrong: dict[str, str] = {}
    for one in json.loads(said)["generalDiagnostics"]:
        if one["severity"] == "error":
            wrong.setdefault(names[Path(one["file"]).name], one["message"].split("\n")[0])
    count = Count()
    count.take(f"{where}: {wrong[where]}" if where in wrong else None for where in found)
    return count


def ran(sdk: Path) -> Count:
    """Each program in one process, which is not this one."""
    given = {"programs": programs(sdk), "routes": routes(read(sdk).values())}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "given.json").write_text(json.dumps(given))
        environment = {**os.environ, "PYTHONPATH": f"{sdk.resolve() / 'src'}{os.pathsep}{_ROOT}"}
        command = [sys.executable, "-m", f"{__package__}.runner", "given.json", "results.json"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        results: dict[str, str | None] = json.loads(Path(folder, "results.json").read_text())
    count = Count()
    count.take(f"{where}: {wrong}" if wrong else None for where, wrong in results.items())
    return count
