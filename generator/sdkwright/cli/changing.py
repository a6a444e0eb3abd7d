"""The files that a run has read, looked at again and again: which folders to wait at, and whether one changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sdkwright.cache import digest_of

State = tuple[int, int, int] | None


class Files:
    """Files by the content that a run has seen, None for one that is not there; a file is read where its state differs
    from when it was read last."""

    def __init__(self, seen: Mapping[str, str | None]) -> None:
        self.seen = dict(seen)
        self._known: dict[str, tuple[State, str | None]] = {}

    def changed(self) -> list[str]:
        """Those with another content than was seen."""
        return [path for path, content in self.seen.items() if self._content(path) != content]

    def folders(self) -> set[Path]:
        """Where to wait for changes: the folders of the files, or of what is there of them."""
        return {_there(Path(path).parent) for path in self.seen}

    def _content(self, path: str) -> str | None:
        state = _state(path)
        known = self._known.get(path)
        if known is None or known[0] != state:
            known = self._known[path] = (state, digest_of(path))
        return known[1]


def now(paths: Iterable[str | Path]) -> dict[str, str | None]:
    """The files as they are now."""
    return {str(path): digest_of(str(path)) for path in paths}


def _state(path: str) -> State:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _there(folder: Path) -> Path:
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path())
