"""The runtime library, copied byte for byte below the line that every Python file has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sdkwright.render.marks import GENERATED

_FOLDER = Path(__file__).resolve().parent.parent / "runtime"


@cache
def _sources() -> tuple[tuple[str, bytes], ...]:
    """Name and content of each copy."""
    found = sorted(path for path in _FOLDER.rglob("*.py"))
    return tuple((path.relative_to(_FOLDER).as_posix(), GENERATED.encode() + path.read_bytes()) for path in found)


def runtime_files(folder: str) -> dict[str, bytes]:
    """The files of `_runtime/` inside the folder of the import package."""
    return {f"{folder}/_runtime/{name}": content for name, content in _sources()}
