"""Running another program: its output is kept, and shown without secrets when it fails."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.code import ProblemCode
from sdkwright.problems.codes.output import PUBLISH_FAILED

SHOWN_LINES = 20
_SECRET_NAMES = re.compile(r"(?i)pass|token|secret|credential|_key$|_pat$")
_USERINFO = re.compile(r"(?<=://)[^/@\s]+@")


def environment_without_secrets() -> dict[str, str]:
    """This process's environment less what looks like a credential; building and trying out need none."""
    return {k: v for k, v in os.environ.items() if not k.startswith("TWINE_") and not _SECRET_NAMES.search(k)}


def redacted(text: str) -> str:
    """`text` without the secrets in this process's environment and without the user part of addresses."""
    for name, value in os.environ.items():
        if _SECRET_NAMES.search(name) and len(value) > 3:
            text = text.replace(value, "***")
    return _USERINFO.sub("***@", text)


def run(
    command: Sequence[str],
    what: str,
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    code: ProblemCode = PUBLISH_FAILED,
) -> str:
    """Runs `command` (never through a shell, with no input) and returns what it printed.

    `what` names the step in the problem, which has the `code`.  Without `environment` the program gets ours less the
    secrets.  Raises ProblemsError when it fails, with the last lines of its output.
    """
    done = subprocess.run(
        list(command),
        cwd=folder,
        env=dict(environment_without_secrets() if environment is None else environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = "\n".join(redacted(done.stdout).strip().splitlines()[-SHOWN_LINES:])
        message = f"{what[0].upper()}{what[1:]} has failed (exit {done.returncode}):\n{last}"
        raise ProblemsError([Problem(Severity.ERROR, code, message)])
    return done.stdout
