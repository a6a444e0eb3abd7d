"""The state of an output folder in two digests: by the names that stand there, and by size, times and inode of each.

A file whose size, times of change and inode are as they were has the bytes it had: whoever writes to a file changes
its `ctime`, which no program can set.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from sdkwright.frozen import Frozen


class Outputs(Frozen):
    """Digests of what stands in an output folder."""

    names: str
    states: str
    others: int = 0
    """How many files and folders lie in the package that no run made."""


def look(out: Path, paths: Iterable[str], package: str) -> Outputs:
    """The files `paths`, which are relative to `out`, and whatever else lies in the folder of the `package`."""
    names, states = hashlib.sha256(), hashlib.sha256()
    by_folder: dict[str, set[str]] = {}
    for path in paths:
        above, _, name = path.rpartition("/")
        by_folder.setdefault(above, set()).add(name)
    others = 0
    ours = {folder[:end] for folder in by_folder for end in (*_slashes(folder), len(folder))}
    for folder in sorted(by_folder):
        listed = by_folder[folder]
        is_ours = bool(package) and (folder == package or folder.startswith(f"{package}/"))
        for entry in _entries(os.path.join(out, folder)):
            if entry.name not in listed and not (is_ours and _counts(entry, f"{folder}/{entry.name}" in ours)):
                continue
            line = f"{folder}/{entry.name}\n".encode("utf-8", "surrogateescape")
            names.update(line)
            states.update(line)
            if entry.name in listed:
                seen = entry.stat(follow_symlinks=False)
                state = f"{seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}\n"
                states.update(state.encode())
            else:
                others += 1
    return Outputs(names.hexdigest(), states.hexdigest(), others)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _slashes(path: str) -> list[int]:
    return [index for index, character in enumerate(path) if character == "/"]


def _counts(entry: os.DirEntry[str], is_ours: bool) -> bool:
    """Whether something in the package that no run made is more than a folder of ours or a cache of Python's."""
    if entry.is_dir(follow_symlinks=False):
        return entry.name != "__pycache__" and not is_ours
    return not entry.name.endswith(".pyc")
