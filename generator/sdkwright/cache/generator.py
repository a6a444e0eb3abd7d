"""Which generator this is: its version says it to users, and its files say it to those who change them."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sdkwright import __version__

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def generator_digest() -> str:
    """SHA-256 over the version, the interpreter, and size and time of each file of the generator and its templates.

    Of the packages that it needs the folder counts in which they are installed: it changes with each of them.
    """
    running = hashlib.sha256(f"{__version__} {sys.version}\n".encode())
    for root in _roots():
        for line in sorted(_lines(str(root))):
            running.update(line.encode("utf-8", "surrogateescape"))
    for folder in _installed():
        running.update(f"{folder} {os.stat(folder).st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return running.hexdigest()


def generator_changed() -> int:
    """When a file of the generator, its templates included, was last changed; nanoseconds."""
    files = (path for root in _roots() for path in root.rglob("*") if "__pycache__" not in path.parts)
    # Not the folders: Python changes theirs when it makes a `__pycache__` in them.
    return max(path.stat().st_mtime_ns for path in files if path.is_file())


def _roots() -> list[Path]:
    """The folders of the package and of its templates, which are in the package once it is installed."""
    templates = _PACKAGE.parent.parent / "templates"
    return [_PACKAGE, templates] if templates.is_dir() else [_PACKAGE]


def _lines(folder: str) -> Iterator[str]:
    """A line for each file; Python's caches are none."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _lines(entry.path)
            else:
                seen = entry.stat()
                yield f"{entry.path} {seen.st_size} {seen.st_mtime_ns}\n"


def _installed() -> list[str]:
    """The folders in which packages are installed, as the interpreter looks for them."""
    return [
        folder for folder in sys.path if folder.endswith(("site-packages", "dist-packages")) and Path(folder).is_dir()
    ]
