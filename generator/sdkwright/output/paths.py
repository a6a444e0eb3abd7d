"""The one place where a path inside the output folder is made, and how what may be there is read."""

from __future__ import annotations

import os
import stat
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


def read_regular(path: Path) -> bytes | None:
    """The bytes of a regular file; None for a link, a folder, a pipe or a device, none of which is opened."""
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    return path.read_bytes() if stat.S_ISREG(mode) else None


def exists(path: Path) -> bool:
    """Whether anything is there, a link that leads nowhere included."""
    return os.path.lexists(path)
