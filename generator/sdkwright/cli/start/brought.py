"""What is brought from another generator, as files of a new project: its options and an overlay."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import yaml

from sdkwright.comers import Brought, Note
from sdkwright.problems import Position

OVERLAY = "overlay.yaml"
"""The name of the file beside the options."""

_COMMENTS = re.compile(r"(?:#[^\n]*\n)*")


def with_brought(options: str, brought: Brought) -> str:
    """The text of `gen.yaml` with what is brought in the place of what would be guessed."""
    data = yaml.safe_load(options)
    for key, value in brought.options.items():
        *above, name = key.split(".")
        section: dict[str, Any] = data
        for each in above:
            section = section.setdefault(each, {})
        section[name] = value
    if "python.envVarPrefix" not in brought.options and "python.packageName" in brought.options:
        data["python"]["envVarPrefix"] = _prefix(str(data["python"]["packageName"]))
    if brought.actions:
        data["sdkwright"]["overlays"] = [OVERLAY]
    comments = _COMMENTS.match(options)
    return (comments[0] if comments else "") + _dumped(data)


def overlay_text(brought: Brought) -> str:
    """The overlay that says about the document what the other options said."""
    actions = [{"target": one.target, "update": one.update} for one in brought.actions]
    info = {"title": f"What the options of {brought.tool} said of the document", "version": "1.0.0"}
    return _dumped({"overlay": "1.0.0", "info": info, "actions": actions})


def brought_lines(brought: Brought, origin: Path) -> list[str]:
    """What was read, and a line for each thing that has no counterpart, with its place and the reason."""
    counts = f"{len(brought.options)} options, {len(brought.actions)} steps of an overlay"
    lines = [f"{origin} ({brought.tool}): {counts}, {len(brought.notes)} without a counterpart:"]
    lines += [f"  {_place(note.position)}  {note.key}: {note.why}" for note in brought.notes]
    return lines if brought.notes else [f"{lines[0].removesuffix(':')}."]


def note_json(note: Note) -> dict[str, object]:
    """The same as data."""
    position = note.position
    return {"file": position.file, "line": position.line, "column": position.column, "key": note.key, "why": note.why}


def _place(position: Position) -> str:
    return ":".join(str(part) for part in (position.file, position.line, position.column) if part)


def _prefix(package: str) -> str:
    words = re.sub("[^A-Za-z0-9]+", "_", package).upper()
    return f"_{words}" if words[:1].isdigit() else words


def _dumped(data: Any) -> str:
    data = json.loads(json.dumps(data))  # Numbers know how they were written, which is too much for the writer.
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=math.inf)
