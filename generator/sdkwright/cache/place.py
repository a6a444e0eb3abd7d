"""The folder for what is kept about one output folder: the user's, and nobody else may write there."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_ABOUT = "about.txt"
"""The path of the output folder."""
_SEAL = 32
_BUFFER = 1 << 18
"""Bytes that are written together: thousands of parts are of a few kilobytes."""


def cache_folder(out: Path) -> Path | None:
    """Where things about the output folder `out` are kept; None where the user has no place for caches."""
    base = _caches()
    return None if base is None else base / "sdkwright" / _name(_real(out))


def _real(out: Path) -> bytes:
    return os.fsencode(os.path.realpath(out))


def _name(real: bytes) -> str:
    """What the folder is called in which things about the output folder at that path are kept."""
    return hashlib.sha256(real).hexdigest()[:32]


def read_kept(out: Path, name: str) -> bytes | None:
    """What was kept under `name`; None where nothing is, or where others than the user could have written it."""
    folder = cache_folder(out)
    if folder is None or not _is_private(folder):
        return None
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def keep(out: Path, name: str, parts: Iterable[bytes | memoryview]) -> None:
    """Keeps `parts`, one behind the other, under `name`, in one move.

    Where that cannot be done, the next run does its work again.
    """
    folder = cache_folder(out)
    if folder is None:
        return
    with suppress(OSError):
        if not folder.is_dir():
            _begin(folder, _real(out))
        if _is_private(folder):
            staged = folder / f"{name}.{os.getpid()}"
            with staged.open("wb", _BUFFER) as file:
                file.writelines(parts)
            staged.replace(folder / name)


def _begin(folder: Path, real: bytes) -> None:
    """Makes the folder, which says what it is about, and removes those about output folders that are gone."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    for other in [*folder.parent.iterdir()]:
        with suppress(OSError):
            about = (other / _ABOUT).read_bytes()
            if _name(about) == other.name and _is_private(other) and not os.path.lexists(about):
                shutil.rmtree(other)
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / _ABOUT).write_bytes(real)


def keep_sealed(out: Path, name: str, owner: str, parts: Iterable[bytes | memoryview]) -> None:
    """Keeps `parts`, each of which is written before the next is asked for, so that `owner` alone finds them, and only
    whole."""
    keep(out, name, _sealed(owner, parts))


def read_sealed(out: Path, name: str, owner: str) -> memoryview | None:
    """What `owner` has kept under `name`; None where there is none, or it was cut short, or another has kept it."""
    found = read_kept(out, name)
    if found is None:
        return None
    content = memoryview(found)[:-_SEAL]
    *_, seal = _sealed(owner, (content,))
    return content if found[-_SEAL:] == seal else None


def _sealed(owner: str, parts: Iterable[bytes | memoryview]) -> Iterator[bytes | memoryview]:
    """The parts, and a digest of them and their owner at the end."""
    made = hashlib.sha256(owner.encode())
    for part in parts:
        made.update(part)
        yield part
    yield made.digest()


def _caches() -> Path | None:
    """The user's folder of caches, as the system names it (XDG Base Directory Specification, 0.8, and its like)."""
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    if chosen and Path(chosen).is_absolute():
        return Path(chosen)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    home = os.path.expanduser("~")
    if not Path(home).is_absolute():
        return None
    return Path(home, "Library", "Caches") if sys.platform == "darwin" else Path(home, ".cache")


def _is_private(folder: Path) -> bool:
    """Whether the folder is one, and the user alone may write to it; Windows keeps others out of the profile."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)
