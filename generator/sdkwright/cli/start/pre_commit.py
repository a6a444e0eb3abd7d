"""The hook by which git says before a commit that the SDK is not what its document makes: `init --pre-commit`."""

from __future__ import annotations

import shlex
from pathlib import Path

from sdkwright.cli.start.parts import Part, Place, quoted, top_of

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
    top, seen = top_of(place, folder)
    name, entry = f"{seen.out}/ is what {seen.spec} makes", shlex.join(["sdkwright", "check", *seen.arguments])
    lines = _ENTRY.format(name=quoted(name), entry=quoted(entry))
    text = f"# What git runs before a commit, once `pre-commit install` was typed.\nrepos:\n{lines}"
    return Part(top / NAME, text, lines, "below `repos:`", taken=(top / NAME).exists())
