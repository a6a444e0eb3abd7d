"""A maintainer's machine: a repository and what it pushes to, an index on loopback, and an environment for users."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from loopback_index import Index
from sdkwright.publish.index import index_url

ROOT = Path(__file__).parents[2]
DOCUMENT = """\
openapi: 3.1.0
info: {title: Zoological Garden, version: "1"}
servers: [{url: https://zoo.example}]
paths:
  /animals/{animal_id}:
    get:
      operationId: getAnimal
      tags: [animals]
      parameters:
        - {name: animal_id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: One
          content: {application/json: {schema: {$ref: "#/components/schemas/Animal"}}}
components:
  schemas:
    Animal:
      type: object
      required: [name]
      properties: {name: {type: string}, age: {type: integer}}
"""
WRAPPER = '#!/bin/sh\nexec "{python}" -m sdkwright "$@"\n'
ACCOUNT = """\
[pypi]
repository = {url}/
username = somebody
password = s3cret-s3cret
"""


@dataclass(frozen=True)
class Maintainer:
    """The folder of the project, and the variables of its shell."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str | Path, **environment: str) -> str:
        """What the program prints; fails with it when the program does."""
        done = subprocess.run(
            list(command),
            cwd=self.folder,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def sdkwright(self, *typed: str | Path, **environment: str) -> str:
        return self.run(sys.executable, "-m", "sdkwright", *typed, **environment)


def maintainer(around: Path, index: Index) -> Maintainer:
    """Sets the machine up: everything that is installed or uploaded goes by the index, what else is needed by the usual
    one.  The programs of the users' environment come first in the path."""
    for name in ("project", "bin", "home"):
        (around / name).mkdir()
    users = around / "users"
    venv.create(users, with_pip=True)
    (around / "bin" / "sdkwright").write_text(WRAPPER.format(python=sys.executable))
    (around / "bin" / "sdkwright").chmod(0o755)
    (around / "home" / ".pypirc").write_text(ACCOUNT.format(url=index.url))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TWINE_", "PYTEST_", "GIT_"))}
    elsewhere = [index_url(None), *os.environ.get("PIP_EXTRA_INDEX_URL", "").split()]
    environment = kept | {
        "PATH": os.pathsep.join([str(around / "bin"), str(users / "bin"), os.environ["PATH"]]),
        "HOME": str(around / "home"),
        "XDG_CACHE_HOME": str(around / "caches"),
        "PIP_CACHE_DIR": str(around / "caches" / "pip"),
        "PIP_INDEX_URL": index.simple,
        "PIP_EXTRA_INDEX_URL": " ".join(elsewhere),
        "PYTHONPATH": str(ROOT / "generator"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "Somebody" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "somebody@example.com" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_DATE": "1700000000 +0900" for who in ("AUTHOR", "COMMITTER")},
    }
    found = Maintainer(around / "project", environment)
    found.run("git", "init", "--quiet", "--initial-branch", "main")
    found.run("git", "init", "--quiet", "--bare", around / "remote")
    found.run("git", "remote", "add", "origin", around / "remote")
    return found
