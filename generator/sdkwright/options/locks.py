"""The `gen.lock` of a hosted generator: the format of the docs that it made, and the files that it wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sdkwright.openapi.data import JsonMap
from sdkwright.openapi.syntax.source import read_source
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.options.formats import Format, parse_format

_LOCKS = (".speakeasy/gen.lock", "gen.lock")


def locks(config: Path) -> tuple[Path, ...]:
    """The places of the lock beside an options file, whether or not one is there."""
    return tuple(config.parent / name for name in _LOCKS)


def locked_format(config: Path) -> Format | None:
    """The format that the lock beside an options file names; None without such a file.

    Raises ProblemsError if the file cannot be read.
    """
    lock = _read(config.parent)
    management = lock.get("management") if lock is not None else None
    version = management.get("generationVersion") if isinstance(management, dict) else None
    return parse_format(version) if isinstance(version, str) else None


def locked_files(folder: Path) -> Mapping[str, frozenset[str]]:
    """The files that the lock in the folder of an SDK lists, with the digests (SHA-1, hexadecimal) that it knows.

    `generatedFiles` is a list of paths, `trackedFiles` of later locks a mapping from paths to what is known of each:
    the digest of the bytes that were written, and that of git's object.

    Raises ProblemsError if the file cannot be read.
    """
    lock = _read(folder) or {}
    listed, tracked = lock.get("generatedFiles"), lock.get("trackedFiles")
    files = {path: frozenset[str]() for path in (listed if isinstance(listed, list) else []) if isinstance(path, str)}
    for path, known in tracked.items() if isinstance(tracked, dict) else ():
        files[path] = frozenset(_digests(known)) if isinstance(known, dict) else frozenset()
    return files


def _digests(known: JsonMap) -> Iterator[str]:
    for key in ("last_write_checksum", "pristine_git_object"):
        value = known.get(key)
        if isinstance(value, str):
            yield value.removeprefix("sha1:").lower()


def _read(folder: Path) -> JsonMap | None:
    """The data of the first lock in the folder; None where there is none."""
    for name in _LOCKS:
        lock = folder / name
        if lock.is_file():
            root = read_yaml(read_source(lock, str(lock))).root
            return root if isinstance(root, dict) else {}
    return None
