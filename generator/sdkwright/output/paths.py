"""The one place where a path inside the output folder is made."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from sdkwright.problems import shown


class UnsafePathError(ValueError):
    """A relative path that would lead out of the output folder.  Its text is fit to be shown."""


def safe_join(root: Path, relative: str) -> Path:
    """The file `relative` (POSIX, such as `src/pets/__init__.py`) below `root`.

    Refused are absolute paths, `..`, backslashes, drive letters, NUL, empty segments, and a folder on the way that is
    a symbolic link out of `root`.  The file itself may be a link: writing replaces the link and never follows it.

    Raises UnsafePathError.
    """
    if not relative or "\\" in relative or "\0" in relative or ":" in relative:
        raise UnsafePathError(f"{shown(relative)} is no path of a generated file")
    if relative != PurePosixPath(relative).as_posix() or relative.startswith("/"):
        raise UnsafePathError(f"{shown(relative)} is no plain relative path")
    parts = relative.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise UnsafePathError(f"{shown(relative)} leads out of the output folder")
    target = root.joinpath(*parts)
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise UnsafePathError(f"{shown(relative)} leads out of the output folder through a symbolic link")
    return target
