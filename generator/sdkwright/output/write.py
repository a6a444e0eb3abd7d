"""Writing a tree: all or nothing, only what differs, and never a file that is not ours.

Everything is written to a staging folder first and moved into place when it is complete, so a full disk or an
interruption finds the old output whole.  The staging folder stands inside the output folder, under a name of ours: only
there is a move certain to stay within one file system and one set of permissions.  A move that fails is taken back.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sdkwright.output.manifest import MANIFEST, read_manifest
from sdkwright.output.paths import UnsafePathError, safe_join
from sdkwright.output.tree import Tree
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import FOREIGN_FILE, UNSAFE_MANIFEST

STAGING_PREFIX = ".sdkwright-staging-"


@dataclass(frozen=True, slots=True)
class Written:
    """What a run changed: paths relative to the output folder, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    """How many files were right already."""


def write(tree: Tree, out: Path, *, overwrite: bool = False) -> Written:
    """Makes the folder `out` hold `tree`.

    Files that the last run's manifest lists and this tree does not make are removed, and folders that this empties.
    A file that stands where the tree has one, but was not made by an earlier run, is an error unless `overwrite`.

    Raises ProblemsError (nothing was changed then) and OSError (what was changed has been changed back).
    """
    last = read_manifest(out)
    ours = frozenset(last.files) | last.once if last else frozenset[str]()
    targets = {path: safe_join(out, path) for path in tree.files}
    wanted = {p: c for p, c in tree.files.items() if not (p in tree.once and _exists(targets[p]))}
    added: list[str] = []
    changed: list[str] = []
    for path, content in sorted(wanted.items()):
        current = _read(targets[path])
        if current is None and not _exists(targets[path]):
            added.append(path)
        elif current != content:
            changed.append(path)
    stale = _stale(tree, last.files if last else (), out)
    in_the_way = [path for path in changed if targets[path].is_dir() and not _emptied(targets[path], out, stale)]
    _refuse(out, in_the_way, "is a folder where a file must be written")
    if not overwrite:
        strangers = [path for path in changed if path not in ours and not targets[path].is_dir()]
        _refuse(out, strangers, "exists and was not made by sdkwright, so it is not overwritten")
    moves = {path: wanted[path] for path in (*added, *changed)}
    manifest = tree.manifest_bytes()
    if _read(out / MANIFEST) != manifest:
        moves[MANIFEST] = manifest
    if moves or stale:
        _apply(out, moves, stale)
    return Written(tuple(added), tuple(changed), tuple(stale), len(tree.files) - len(added) - len(changed))


def _stale(tree: Tree, listed: Iterable[str], out: Path) -> list[str]:
    """What the last run made and this one does not.  A manifest is only a file: its paths are joined safely, too."""
    gone = [path for path in sorted(listed) if path not in tree.files and path != MANIFEST]
    try:
        return [path for path in gone if _exists(safe_join(out, path))]
    except UnsafePathError as error:
        where = Position(str(out / MANIFEST))
        problem = Problem(Severity.ERROR, UNSAFE_MANIFEST, str(error), position=where)
        raise ProblemsError([problem]) from None


def _emptied(folder: Path, out: Path, removed: list[str]) -> bool:
    """Whether `folder` goes when the files `removed` are gone; an empty folder of the user's stays."""
    left = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    return bool(left) and all(path.relative_to(out).as_posix() in removed for path in left)


def _refuse(out: Path, paths: list[str], why: str) -> None:
    """Raises ProblemsError, one problem for each of `paths`, if there are any."""
    if paths:
        raise ProblemsError(
            Problem(Severity.ERROR, FOREIGN_FILE, f"`{path}` {why}", position=Position(str(out / path)))
            for path in paths
        )


def _exists(path: Path) -> bool:
    return os.path.lexists(path)


def _read(path: Path) -> bytes | None:
    """The bytes of a regular file; None for anything else, which is then replaced or is in the way."""
    if path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes()


def _apply(out: Path, moves: dict[str, bytes], stale: list[str]) -> None:
    """Stages `moves`, then moves them into `out` and `stale` out of it; the manifest goes last."""
    with _folder(out), _staging(out) as staging:
        for path, content in moves.items():
            target = safe_join(staging / "new", path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        done: list[tuple[Path, Path | None]] = []
        made: list[Path] = []
        try:
            for path in stale:
                done.append(_set_aside(out, staging, path))  # noqa: PERF401 - what is done must be known when one fails
            _remove_empty(out, stale)
            for path in moves:
                target = safe_join(out, path)
                made += _make_parents(target.parent, out)
                done.append(_set_aside(out, staging, path))
                (staging / "new" / path).replace(target)
        except BaseException:
            _undo(done, made)
            raise


def _set_aside(out: Path, staging: Path, path: str) -> tuple[Path, Path | None]:
    """Moves what stands at `path` into the staging folder; returns both places, to undo it."""
    target = safe_join(out, path)
    if not _exists(target):
        return target, None
    backup = staging / "old" / path
    backup.parent.mkdir(parents=True, exist_ok=True)
    target.replace(backup)
    return target, backup


def _undo(done: list[tuple[Path, Path | None]], made: list[Path]) -> None:
    for target, backup in reversed(done):
        if backup is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            backup.replace(target)
        else:
            target.unlink(missing_ok=True)
    for folder in reversed(made):
        folder.rmdir()


def _make_parents(folder: Path, out: Path) -> list[Path]:
    """Makes the folders from `out` down to `folder`; returns those that were new, outermost first."""
    missing: list[Path] = []
    while folder != out and not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        new.mkdir()
    return missing[::-1]


def _remove_empty(out: Path, removed: list[str]) -> None:
    """Removes folders that held only removed files."""
    parents = {parent for path in removed for parent in Path(path).parents if parent != Path()}
    for parent in sorted(parents, key=lambda p: len(p.parts), reverse=True):
        folder = out / parent
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


@contextmanager
def _folder(out: Path) -> Generator[None]:
    """Makes the output folder, and takes it back when the work inside fails."""
    missing = [p for p in (out, *out.parents) if not p.exists()]
    out.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for folder in missing:
            folder.rmdir()
        raise


@contextmanager
def _staging(out: Path) -> Generator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=out))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
