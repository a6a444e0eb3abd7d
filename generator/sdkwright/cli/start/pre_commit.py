"""The hook by which git says before a commit that the SDK is not what its document makes: `init --pre-commit`."""

from __future__ import annotations

import math
import shlex
from pathlib import Path

import yaml

from sdkwright.cli.start.parts import Part, Place

NAME = ".pre-commit-config.yaml"

_ENTRY = """\
  - repo: local
    hooks:
      - id: sdkwright-check
        name: {name}
        entry: {entry}
        language: system
        pass_filenames: false
        always_run: true
"""
"""Of the machine rather than of a repository: the sdkwright that generates is the one that checks."""


def pre_commit(place: Place, folder: Path) -> Part:
    """The file at the top of the repository, where pre-commit looks for it and runs what it says."""
    top = next((one for one in (folder.resolve(), *folder.resolve().parents) if (one / ".git").exists()), None)
    below = "" if top is None else folder.resolve().relative_to(top).as_posix()
    seen = place if below in ("", ".") else place.below(below)
    name, entry = f"{seen.out}/ is what {seen.spec} makes", shlex.join(["sdkwright", "check", *seen.arguments])
    lines = _ENTRY.format(name=_quoted(name), entry=_quoted(entry))
    path = folder / NAME if top is None or seen is place else top / NAME
    text = f"# What git runs before a commit, once `pre-commit install` was typed.\nrepos:\n{lines}"
    return Part(path, text, lines, "below `repos:`", taken=path.exists())


def _quoted(text: str) -> str:
    """The text in the quotes of YAML, on one line, whatever folders are called."""
    return yaml.safe_dump(text, default_style='"', width=math.inf).rstrip("\n")
