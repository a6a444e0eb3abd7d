"""The workflows of a new project and the script that they run: `init --github`."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from sdkwright.cli.start.parts import Part, Place, quoted, top_of

SCRIPT = "sdk.sh"
WORKFLOWS = ("regenerate.yml", "ci.yml", "publish.yml")
_TEXTS = Path(__file__).parent / "workflows"


def github(place: Place, folder: Path) -> list[Part]:
    """The files at the top of the repository, where they are looked for; a workflow of a name that is taken has
    another one."""
    top, seen = top_of(place, folder)
    root = top / ".github"
    script = root / SCRIPT
    parts = [Part(script, script_text(seen), script_text(seen), "all of this", taken=script.exists())]
    for name in WORKFLOWS:
        path = root / "workflows" / name
        if path.exists():
            path = path.with_name(f"sdk-{name}")
        text = workflow_text(name, seen)
        parts.append(Part(path, text, text, "all of this", taken=path.exists()))
    return parts


def script_text(place: Place) -> str:
    """The script for the files of a project."""
    return _filled(SCRIPT, shlex.quote, place)


def workflow_text(name: str, place: Place) -> str:
    """The workflow for the files of a project."""
    return _filled(name, quoted, place)


def _filled(name: str, quote: Callable[[str], str], place: Place) -> str:
    """The text of one file, with the paths of the project in the places of `@spec@`, `@config@` and `@out@`."""
    paths = {"spec": place.spec, "config": place.config, "out": place.out}
    text = (_TEXTS / name).read_text("utf-8")
    return re.sub("@(spec|config|out)@", lambda found: quote(paths[found[1]]), text)
