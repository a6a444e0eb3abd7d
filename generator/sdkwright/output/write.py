"""Writing a tree: only what differs, each file by one move, and always a folder that the next run understands.

Everything is written to a staging folder first, so a full disk finds the old output whole.  Then a manifest of both
sides, the old files and the new ones, takes its place, and file by file is replaced in one move: whenever a run ends,
by whatever means, each file is the old or the new one, the ledger is there, and the next run knows all of them as its
own and finishes the work.  A move that fails is taken back.  The staging folder stands inside the output folder, under
a name of ours: only there is a move certain to stay within one file system and one set of permissions.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sdkwright.output.lock import locked
from sdkwright.output.manifest import MANIFEST, Manifest, between, read_manifest, render_manifest
from sdkwright.output.paths import safe_join
from sdkwright.output.survey import STAGING_PREFIX, check_folder, read_regular, survey
from sdkwright.output.tree import Tree


@dataclass(frozen=True, slots=True)
class Written:
    """What a run changed: paths relative to the output folder, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    """How many files were right already."""
    replaced: tuple[str, ...] = ()
    """Those of `changed` that were the work of others, and were given up on request."""


def write(tree: Tree, out: Path, *, overwrite: bool = False, adopt: bool = False) -> Written:
    """Makes the folder `out` hold `tree`.

    Files that the last run's manifest lists and this tree does not make are removed, and folders that this empties.
    A file of the tree's that was edited, or was not made by an earlier run, is an error unless `overwrite`; a folder
    with files of others and no manifest is one unless `adopt`.

    Raises ProblemsError (nothing was changed then) and OSError (what was changed has been changed back).
    """
    check_folder(out)
    with _folder(out), locked(out):
        _sweep(out)
        last = read_manifest(out)
        found = survey(tree, out, last, overwrite=overwrite, adopt=adopt)
        moves = {path: found.content[path] for path in (*found.added, *found.changed)}
        if moves or found.stale or read_regular(out / MANIFEST) != tree.manifest_bytes():
            _apply(out, moves, found.stale, last, tree.manifest())
    unchanged = len(tree.files) - len(found.added) - len(found.changed)
    return Written(found.added, found.changed, found.stale, unchanged, found.strange)


def _sweep(out: Path) -> None:
    """Removes what a run that was killed has left: nobody else is writing now."""
    for left in out.glob(f"{STAGING_PREFIX}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)


class _Moves:
    """Moves that were made, and can be taken back."""

    def __init__(self, out: Path, staging: Path) -> None:
        self.out = out
        self.staging = staging
        self.done: list[tuple[Path, Path | None]] = []
        self.made: list[Path] = []

    def put(self, path: str) -> None:
        """Replaces the file at `path` by the staged one, in one move."""
        target = safe_join(self.out, path)
        self.made += _make_parents(target.parent, self.out)
        if target.is_dir() and not target.is_symlink():
            target.rmdir()  # What was in it is gone already.
        self.done.append((target, self._kept(target, path)))
        (self.staging / "new" / path).replace(target)

    def remove(self, path: str) -> None:
        """Takes the file at `path` away."""
        target = safe_join(self.out, path)
        self.done.append((target, self._kept(target, path)))
        target.unlink()

    def _kept(self, target: Path, path: str) -> Path | None:
        """A second name for what stands there, to take the move back."""
        if not os.path.lexists(target):
            return None
        backup = self.staging / "old" / path
        backup.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(target, backup, follow_symlinks=False)
        except OSError:  # A file system without hard links.
            shutil.copy2(target, backup, follow_symlinks=False)
        return backup

    def undo(self) -> None:
        """The folder as it was."""
        for target, backup in reversed(self.done):
            if backup is not None:
                target.parent.mkdir(parents=True, exist_ok=True)
                backup.replace(target)
            else:
                target.unlink(missing_ok=True)
        for folder in reversed(self.made):
            folder.rmdir()


def _apply(out: Path, moves: dict[str, bytes], stale: Iterable[str], last: Manifest | None, new: Manifest) -> None:
    """Stages `moves`, then makes them and removes `stale`, between a manifest of both sides and the new one."""
    with _staging(out) as staging:
        for path, content in moves.items():
            target = safe_join(staging / "new", path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        made = _Moves(out, staging)
        try:
            _stage_manifest(staging, between(last, new))
            made.put(MANIFEST)
            for path in stale:
                made.remove(path)
            _remove_empty(out, stale)
            for path in moves:
                made.put(path)
            _stage_manifest(staging, new)
            (staging / "new" / MANIFEST).replace(out / MANIFEST)
        except BaseException:  # An interruption, too.
            made.undo()
            raise


def _stage_manifest(staging: Path, manifest: Manifest) -> None:
    path = staging / "new" / MANIFEST
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render_manifest(manifest))


def _make_parents(folder: Path, out: Path) -> list[Path]:
    """Makes the folders from `out` down to `folder`; returns those that were new, outermost first."""
    missing: list[Path] = []
    while folder != out and not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        new.mkdir()
    return missing[::-1]


def _remove_empty(out: Path, removed: Iterable[str]) -> None:
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
    except BaseException:  # An interruption, too.
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
