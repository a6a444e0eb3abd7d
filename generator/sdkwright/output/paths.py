"""The one place where a path inside the output folder is made, and how what may be there is read.

There may be ten thousand files, so each folder is looked at once, and paths are texts: an object for each would take
longer than the file itself.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sdkwright.problems import shown

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class UnsafePathError(ValueError):
    """A relative path that would lead out of the output folder.  Its text is fit to be shown."""


class Places:
    """The files below one folder, as they are for as long as nobody adds or removes any."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._real = os.path.realpath(root)
        self._folders: dict[str, str] = {}
        self._entries: dict[str, dict[str, os.DirEntry[str]]] = {}

    def join(self, relative: str) -> str:
        """The file `relative` (POSIX, such as `src/pets/__init__.py`).

        Refused are absolute paths, `..`, backslashes, drive letters, NUL, empty segments, and a folder on the way that
        is a symbolic link out of the root.  The file itself may be a link: writing replaces the link and never follows
        it.

        Raises UnsafePathError.
        """
        above, _, name = relative.rpartition("/")
        folder = self._folders.get(above)
        if folder is None or name in ("", ".", "..") or "\\" in name or "\0" in name or ":" in name:
            folder = self._folders[above] = os.path.join(self._folder(relative), "")
        return folder + name

    def stands(self, relative: str) -> bool:
        """Whether anything is there, a link that leads nowhere included.  Raises UnsafePathError."""
        return self._entry(relative) is not None

    def is_folder(self, relative: str) -> bool:
        """Whether a folder is there, which no link is.  Raises UnsafePathError."""
        entry = self._entry(relative)
        return entry is not None and entry.is_dir(follow_symlinks=False)

    def read(self, relative: str) -> bytes | None:
        """The bytes of a regular file; None for what is none.  Raises UnsafePathError."""
        entry = self._entry(relative)
        return read_bytes(entry.path) if entry is not None and entry.is_file(follow_symlinks=False) else None

    def _entry(self, relative: str) -> os.DirEntry[str] | None:
        self.join(relative)
        above, _, name = relative.rpartition("/")
        if above not in self._entries:
            self._entries[above] = self._listed(above)
        return self._entries[above].get(name)

    def _listed(self, above: str) -> dict[str, os.DirEntry[str]]:
        """What is in a folder; nothing where there is none."""
        try:
            with os.scandir(self._folders[above]) as found:
                return {entry.name: entry for entry in found}
        except (FileNotFoundError, NotADirectoryError):
            return {}

    def _folder(self, relative: str) -> str:
        """The folder of the file `relative`, looked at and found safe."""
        if not relative or "\\" in relative or "\0" in relative or ":" in relative:
            raise UnsafePathError(f"{shown(relative)} is no path of a generated file")
        parts = relative.split("/")
        if ".." not in parts and relative != "." and ("" in parts or "." in parts):
            raise UnsafePathError(f"{shown(relative)} is no plain relative path")
        if any(part in ("", ".", "..") for part in parts):
            raise UnsafePathError(f"{shown(relative)} leads out of the output folder")
        folder = os.path.join(self._root, *parts[:-1])
        if not Path(os.path.realpath(folder)).is_relative_to(self._real):
            raise UnsafePathError(f"{shown(relative)} leads out of the output folder through a symbolic link")
        return folder


def safe_join(root: Path, relative: str) -> Path:
    """One file below `root`, where `Places.join` finds it.  Raises UnsafePathError."""
    return Path(Places(root).join(relative))


def read_regular(path: Path | str) -> bytes | None:
    """The bytes of a regular file; None for a link, a folder, a pipe or a device, none of which is opened."""
    try:
        mode = os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    return read_bytes(path) if stat.S_ISREG(mode) else None


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a file."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def write_new(path: str, content: bytes) -> None:
    """Writes a file that is not there yet; raises OSError if one is."""
    handle = os.open(path, _NEW, 0o666)
    try:
        done = os.write(handle, content)
        while done < len(content):
            done += os.write(handle, memoryview(content)[done:])
    finally:
        os.close(handle)


def exists(path: Path | str) -> bool:
    """Whether anything is there, a link that leads nowhere included."""
    return os.path.lexists(path)
