"""Replacing files that no manifest lists, several as one: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sdkwright.output.paths import exists, write_new


@contextmanager
def replaced(files: Mapping[Path, bytes]) -> Generator[None]:
    """Replaces the files, each in one move, for the work inside; when that fails, all of them are as they were.

    What takes room is done before the first move.  A link stays, and the file that it leads to is replaced.

    Raises OSError; nothing was changed then.
    """
    extra: list[str] = []
    done: list[tuple[str, str | None]] = []
    try:
        moves = [_staged(os.path.realpath(path), content, extra) for path, content in files.items()]
        for target, new, old in moves:
            done.append((target, old))
            os.replace(new, target)
        yield
    except BaseException:  # An interruption, too.
        for target, old in reversed(done):
            if old is not None:
                os.replace(old, target)
            else:
                with suppress(FileNotFoundError):  # Its move was the one that failed.
                    os.unlink(target)
        raise
    finally:
        for path in extra:
            with suppress(FileNotFoundError):
                os.unlink(path)


def _staged(target: str, content: bytes, extra: list[str]) -> tuple[str, str, str | None]:
    """The new file beside its place, and a second name for the old one; `extra` gets what is to go in the end."""
    folder, name = os.path.split(target)
    new, old = (os.path.join(folder, f".sdkwright-{word}-{os.getpid()}-{name}") for word in ("new", "old"))
    extra += [new, old]
    write_new(new, content)
    if not exists(target):
        return target, new, None
    shutil.copymode(target, new)
    shutil.copy2(target, old)
    return target, new, old
