"""The trial: a wheel installed into an empty environment, imported whole and called."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sdkwright.publish.programs import run

CALL = """\
import importlib, importlib.metadata, pkgutil, sys
package, client = sys.argv[1:]
module = importlib.import_module(package)
for found in pkgutil.walk_packages(module.__path__, package + "."):
    importlib.import_module(found.name)
sdk = getattr(module, client)(server_url="https://localhost")
with sdk:
    sdk.preload()
"""
"""What is run with the name of the import package and of the client class: no request leaves the machine."""


def try_out(wheel: Path, module: str, client: str, requirements: Path | None, work: Path) -> None:
    """Installs `wheel` below `work` and calls it.  Raises ProblemsError."""
    folder = work / "trial"
    run([sys.executable, "-m", "venv", str(folder)], "making an environment")
    python = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    if requirements is not None:
        run([*pip, "--require-hashes", "-r", str(requirements)], "installing the requirements")
    run([*pip, *(["--no-deps"] if requirements else []), str(wheel)], "installing the wheel")
    run([python, "-m", "pip", "check"], "checking the installed dependencies")
    run([python, "-I", "-W", "error", "-c", CALL, module, client], "calling the installed SDK", folder=work)
