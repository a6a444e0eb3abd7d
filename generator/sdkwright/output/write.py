"""Writing a tree: only what differs, each file by one move, and always a folder that the next run understands.

Everything is written to a staging folder first, so a full disk finds the old output whole.  Then a manifest of both
sides, the old files and the new ones, takes its place, and file by file is replaced in one move: whenever a run ends,
by whatever means, each file is the old or the new one, the ledger is there, and the next run knows all of them as its
own and finishes the work.  A move that fails is taken back, and a folder that is new takes a single one.  The staging
folder stands inside the output folder, under a name of ours: only there is a move certain to stay within one file
system and one set of permissions.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from sdkwright.frozen import Frozen
from sdkwright.output.lock import locked
from sdkwright.output.manifest import MANIFEST, Manifest, between, digest, read_manifest, render_manifest
from sdkwright.output.paths import Places, exists, read_regular, safe_join, write_new
from sdkwright.output.predecessor import LeftBehind, Listed
from sdkwright.output.survey import STAGING_PREFIX, Survey, check_folder, leftovers, survey
from sdkwright.output.tree import Tree
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import BUSY


class Written(Frozen):
    """What a run changed: paths relative to the output folder, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    """How many files were right already."""
    replaced: tuple[str, ...] = ()
    """Those of `changed` that were the work of others, and were given up on request."""
    moved: tuple[str, ...] = ()
    """The user's files that went with the package when it was renamed, by their old names."""


def write(
    tree: Tree,
    out: Path,
    *,
    overwrite: bool = False,
    adopt: bool = False,
    listed: Listed | None = None,
    tell: Callable[[Survey], None] = lambda found: None,
) -> Written:
    """Makes the folder `out` hold `tree`.

    Files that the last run's manifest lists and this tree does not make are removed, and folders that this empties.
    A file of the tree's that was edited, or was not made by an earlier run, is an error unless `overwrite`; a folder
    with files of others and no manifest is one unless `adopt`, which also removes what another generator made: the
    files that say so in the package, and those of `listed`.

    `tell` is told what the run will do before it does anything.

    Raises ProblemsError (nothing was changed then) and OSError (what was changed has been changed back).
    """
    check_folder(out)
    with _folder(out), locked(out):
        _sweep(out)
        _check_read_back(tree, out)
        last = read_manifest(out)
        found = survey(tree, out, last, overwrite=overwrite, adopt=adopt, listed=listed)
        moves = {path: found.content[path] for path in (*found.added, *found.changed)}
        tell(found)
        new = tree.manifest()
        if moves or found.stale or found.moved or read_regular(out / MANIFEST) != render_manifest(new):
            _apply(out, moves, found, last, new)
    unchanged = len(tree.files) - len(found.added) - len(found.changed)
    return Written(found.added, found.changed, found.stale, unchanged, found.strange, found.moved)


def patch(files: Mapping[str, bytes], last: Manifest, new: Manifest, out: Path) -> Written:
    """Replaces `files` in a folder that is as the run of the manifest `last` has left it, and makes `new` its manifest.

    Raises ProblemsError where another run has been here in the meantime, and OSError (what was changed has been changed
    back).
    """
    check_folder(out)
    with locked(out):
        _sweep(out)
        if read_regular(out / MANIFEST) != render_manifest(last):
            message = f"`{MANIFEST}` changed while this run was at work"
            raise ProblemsError([Problem(Severity.ERROR, BUSY, message, position=Position(str(out / MANIFEST)))])
        changed = tuple(sorted(files))
        found = Survey(dict(files), (), changed, (), (), (), LeftBehind())
        _apply(out, dict(files), found, last, new)
    return Written((), changed, (), len(new.files) + len(new.once) - len(changed))


def settle(out: Path) -> None:
    """Marks the output as current now, also when no file had to be written."""
    with suppress(PermissionError):  # In a folder of somebody else's the next run does its work again.
        os.utime(out / MANIFEST)


def _sweep(out: Path) -> None:
    """Removes what a run that was killed has left: nobody else is writing now."""
    for left in leftovers(out):
        shutil.rmtree(left)


def _check_read_back(tree: Tree, out: Path) -> None:
    """Refuses to write names that were made without those which another run has published in the meantime.

    Raises ProblemsError.
    """
    for path, read in tree.read_back.items():
        found = read_regular(safe_join(out, path))
        if (None if found is None else digest(found)) != read and found != tree.files[path]:
            message = f"`{path}` changed while this run was at work"
            raise ProblemsError([Problem(Severity.ERROR, BUSY, message, position=Position(str(out / path)))])


class _Moves:
    """Moves that were made, and can be taken back."""

    def __init__(self, out: Path, staging: Path) -> None:
        self.out = out
        self.staging = staging
        self.done: list[tuple[str, str | None]] = []
        self.made: list[str] = []
        self._places = Places(out)
        self._there: set[str] = {""}

    def put(self, path: str) -> None:
        """Replaces what stands at `path` by the staged file or folder, in one move."""
        target = self._places.join(path)
        self._make(path.rpartition("/")[0])
        if os.path.isdir(target) and not os.path.islink(target):  # What was in it is gone already.
            aside = os.path.join(self.staging, f"folder-{len(self.done)}")
            os.replace(target, aside)
            self.done.append((target, aside))
        else:
            self.done.append((target, self._kept(target, path)))
        os.replace(os.path.join(self.staging, "new", path), target)

    def remove(self, path: str) -> None:
        """Takes the file at `path` away."""
        target = self._places.join(path)
        self.done.append((target, self._kept(target, path)))
        os.unlink(target)

    def _make(self, folder: str) -> None:
        """Makes the folders from the output folder down to `folder` that are not there."""
        if folder in self._there:
            return
        self._make(folder.rpartition("/")[0])
        place = os.path.join(self.out, folder)
        if not os.path.isdir(place):
            os.mkdir(place)
            self.made.append(place)
        self._there.add(folder)

    def _kept(self, target: str, path: str) -> str | None:
        """A second name for what stands there, to take the move back."""
        if not exists(target):
            return None
        backup = os.path.join(self.staging, "old", path)
        os.makedirs(os.path.dirname(backup), exist_ok=True)
        try:
            os.link(target, backup, follow_symlinks=False)
        except OSError:  # A file system without hard links.
            shutil.copy2(target, backup, follow_symlinks=False)
        return backup

    def undo(self) -> None:
        """The folder as it was."""
        for number, (target, backup) in enumerate(reversed(self.done)):
            if exists(target) and (backup is None or os.path.isdir(backup)):
                os.replace(target, os.path.join(self.staging, f"undone-{number}"))
            if backup is not None:
                os.replace(backup, target)
        for folder in reversed(self.made):
            os.rmdir(folder)


def _apply(out: Path, moves: dict[str, bytes], found: Survey, last: Manifest | None, new: Manifest) -> None:
    """Stages `moves`, then makes them and removes what goes, between a manifest of both sides and the new one."""
    with _staging(out) as staging:
        # All that takes room is done first, so that taking back what follows needs none.
        _stage({**moves, MANIFEST: render_manifest(between(last, new))}, staging / "new")
        _stage({MANIFEST: render_manifest(new)}, staging / "last")
        made = _Moves(out, staging)
        try:
            made.put(MANIFEST)
            whole = _whole_folders(out)
            for path in found.stale:
                made.remove(path)
            for path in dict.fromkeys(map(whole, moves)):
                made.put(path)
            for path in found.moved:  # Not before the other one is there.
                made.remove(path)
            (staging / "last" / MANIFEST).replace(out / MANIFEST)
        except BaseException:  # An interruption, too.
            made.undo()
            raise
        _remove_emptied(out, (*found.stale, *found.moved))


def _stage(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes new files below `folder`, which is not there yet."""
    folder.mkdir()
    places, there = Places(folder), {""}
    for path, content in files.items():
        target = places.join(path)
        above = path.rpartition("/")[0]
        if above not in there:
            os.makedirs(os.path.join(folder, above), exist_ok=True)
            there.add(above)
        write_new(target, content)


def _whole_folders(out: Path) -> Callable[[str], str]:
    """Which move brings a file: its own, or that of the outermost folder on the way that is not there yet."""
    places = Places(out)

    @cache
    def outermost(folder: str) -> str | None:
        above = folder.rpartition("/")[0]
        known = outermost(above) if above else None
        return known or (None if places.stands(folder) else folder)

    return lambda path: outermost(path.rpartition("/")[0]) or path if "/" in path else path


def _remove_emptied(out: Path, removed: Iterable[str]) -> None:
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
    try:
        out.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:  # An interruption, too.
        for folder in missing:
            with suppress(OSError):  # It was not made after all, or another run has begun to fill it.
                folder.rmdir()
        raise


@contextmanager
def _staging(out: Path) -> Generator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=out))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
