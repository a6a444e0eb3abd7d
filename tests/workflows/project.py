"""A project and its code host in a folder: the repository, the one it pushes to, and a command that notes calls."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from sdkwright.cli.main import main

from tests.unit.cli import typed

ROOT = Path(__file__).parents[2]
PETS = typed.PETS.replace("description: What it is called.}", "description: What it is called.}, age: {type: integer}")
ADDED = PETS.replace("age: {type: integer}", "age: {type: integer}, colour: {type: string}")
BROKEN = PETS.replace(", age: {type: integer}", "")
SDKWRIGHT = """\
#!/bin/sh
exec "{python}" -m sdkwright "$@"
"""
HOST = """\
#!{python}
import json, pathlib, sys

here = pathlib.Path(__file__).parents[1]
typed = sys.argv[1:]
if "--body-file" in typed:
    (here / "notes.md").write_bytes(pathlib.Path(typed.pop(typed.index("--body-file") + 1)).read_bytes())
with (here / "calls").open("a") as calls:
    calls.write(json.dumps(typed) + "\\n")
if typed[:2] == ["pr", "list"]:
    print((here / "open").read_text())
"""
"""Stands for the command of the code host: writes down what it is told."""


@dataclass(frozen=True)
class Project:
    """The folder of a project, and what stands around it."""

    folder: Path
    around: Path
    environment: dict[str, str] = field(default_factory=dict[str, str])

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def run(self, part: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """One part of the script, as a workflow runs it."""
        return subprocess.run(
            ["bash", ".github/sdk.sh", part],
            cwd=self.folder,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def calls(self) -> list[list[str]]:
        """What the code host was told."""
        path = self.around / "calls"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def notes(self) -> str:
        """The last text of a pull request."""
        return (self.around / "notes.md").read_text()

    def opened(self, number: int) -> None:
        """So many pull requests are open from now on."""
        (self.around / "open").write_text(str(number))

    def program(self, name: str, text: str) -> None:
        """Puts a program before those of the machine."""
        path = self.around / "bin" / name
        path.write_text(text.format(python=sys.executable))
        path.chmod(0o755)


def started(around: Path) -> Project:
    """A project as `init --github` starts it, generated, committed and pushed."""
    for name in ("project", "bin"):
        (around / name).mkdir()
    git = shutil.which("git")
    assert git is not None, "these tests need git"
    environment = {
        "PATH": os.pathsep.join([str(around / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "HOME": str(around),
        "XDG_CACHE_HOME": str(around / "caches"),
        "PYTHONPATH": str(ROOT / "generator"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "Somebody" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "somebody@example.com" for who in ("AUTHOR", "COMMITTER")},
    }
    project = Project(around / "project", around, environment)
    project.program("sdkwright", SDKWRIGHT)
    project.program("gh", HOST)
    project.opened(0)
    (project.folder / "pets.yaml").write_text(PETS)
    project.git("init", "--quiet", "--initial-branch", "main")
    subprocess.run(["git", "init", "--quiet", "--bare", str(around / "remote")], env=environment, check=True)
    project.git("remote", "add", "origin", str(around / "remote"))
    before = Path.cwd()
    os.chdir(project.folder)
    try:
        assert main(["init", "pets.yaml", "--github"]) == 0
        assert main(["generate"]) == 0
    finally:
        os.chdir(before)
    project.commit("Start")
    project.git("push", "--quiet", "origin", "main")
    return project
