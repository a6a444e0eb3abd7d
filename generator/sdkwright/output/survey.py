"""What stands in the output folder where a tree is to be written: what is ours, what was edited, what is a stranger's.

Ours is a file whose bytes the manifest lists, on either side of a merge or of a run that was cut short; a difference in
the ends of lines alone is none.  What is not ours is neither replaced nor removed without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sdkwright.frozen import Frozen
from sdkwright.output.manifest import MANIFEST, Manifest, digest
from sdkwright.output.paths import Places, UnsafePathError, exists, read_regular
from sdkwright.output.predecessor import LeftBehind, Listed, left_behind
from sdkwright.output.tree import Tree
from sdkwright.problems import Position, Problem, ProblemCode, ProblemsError, Severity
from sdkwright.problems.codes.output import EDITED_FILE, FOREIGN_FILE, FOREIGN_FOLDER, UNSAFE_FOLDER, UNSAFE_MANIFEST

STAGING_PREFIX = ".sdkwright-staging-"
_GIT = ".git"
"""The folder of which no manifest can speak, and in which there is no output folder."""


class Survey(Frozen):
    """What writing a tree would do; paths relative to the output folder, sorted."""

    content: dict[str, bytes]
    """What is to be written, but for files that are the user's by now."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]
    """What the last run made and this one does not."""
    moved: tuple[str, ...]
    """The user's files that stand under another name when `content` is written, so that this one can go."""
    strange: tuple[str, ...]
    """Those of `changed` that no run made as they are."""
    left_behind: LeftBehind
    """What another generator made, when the folder is taken from it; what goes of it is among `stale`, too."""


def survey(
    tree: Tree, out: Path, last: Manifest | None, *, overwrite: bool, adopt: bool, listed: Listed | None = None
) -> Survey:
    """Looks at the folder `out`, reads only.  Raises ProblemsError where something in it is in the way."""
    check_folder(out)
    if last is None and not (adopt or overwrite):
        _refuse_foreign(out)
    known = last.known if last else dict[str, frozenset[str]]()
    places = _Places(out)
    content = {p: c for p, c in tree.files.items() if not (p in tree.once and places.stands(p))}
    before, after = _moved_hooks(tree, places, last)
    content |= after
    added: list[str] = []
    changed: list[str] = []
    strange: dict[str, Problem] = {}
    ways: set[str] = set()
    others = left_behind(tree, out, listed or {}) if adopt else LeftBehind()
    stale = tuple(sorted({*_stale(tree, places, last), *others.removed} - set(before)))
    for path, wanted in sorted(content.items()):
        if not places.stands(path):
            if (folder := path.rpartition("/")[0]) not in ways:
                _check_way(folder, out, places, stale)
                ways.add(folder)
            added.append(path)
            continue
        if places.is_folder(path):
            if not _emptied(out / path, out, stale, known):
                raise ProblemsError([_problem(FOREIGN_FILE, out, path, "is a folder where a file must be written")])
            changed.append(path)
            continue
        current = places.read(path)
        if current != wanted:
            changed.append(path)
            merged = path in tree.read_back or path in tree.united
            if not merged and not (path in known and is_ours(current, wanted, known[path])):
                code, what = (
                    (EDITED_FILE, "was edited, and the edit would be lost")
                    if path in known
                    else (FOREIGN_FILE, "exists and was not made by sdkwright, so it is not overwritten")
                )
                strange[path] = _problem(code, out, path, what)
    if strange and not (overwrite or (adopt and all(one.code != EDITED_FILE for one in strange.values()))):
        raise ProblemsError(strange.values())
    return Survey(content, tuple(added), tuple(changed), stale, before, tuple(strange), others)


def _check_way(folder: str, out: Path, places: _Places, stale: tuple[str, ...]) -> None:
    """Refuses a file where there must be a folder on the way down to `folder`, if it is not one that goes."""
    while folder:
        if places.stands(folder):
            if not (out / folder).is_dir() and folder not in stale:
                raise ProblemsError([_problem(FOREIGN_FILE, out, folder, "is a file where a folder must be made")])
            return
        folder = folder.rpartition("/")[0]


def leftovers(out: Path) -> list[Path]:
    """The staging folders in the output folder: of a run that was killed, or of one that is at work."""
    return [left for left in out.glob(f"{STAGING_PREFIX}*") if left.is_dir() and not left.is_symlink()]


def is_ours(current: bytes | None, wanted: bytes, known: frozenset[str]) -> bool:
    """Whether a run wrote these bytes, or they differ from those only in the ends of lines."""
    if current is None:
        return False
    unix = current.replace(b"\r\n", b"\n")
    return bool({digest(current), digest(unix)} & known) or unix == wanted


def check_folder(out: Path) -> None:
    """Refuses what no output folder can be.  Raises ProblemsError."""
    if exists(out) and not out.is_dir():
        raise ProblemsError([_problem(UNSAFE_FOLDER, out, None, "is no folder")])
    try:
        real = out.resolve()
    except (OSError, RuntimeError) as error:
        raise ProblemsError([_problem(UNSAFE_FOLDER, out, None, "is a link that leads in a circle")]) from error
    if real == Path(real.anchor):
        raise ProblemsError([_problem(UNSAFE_FOLDER, out, None, "is the whole file system")])
    if Path.home().resolve().is_relative_to(real):
        raise ProblemsError([_problem(UNSAFE_FOLDER, out, None, "is or holds your home folder")])
    if _GIT in real.parts:
        raise ProblemsError([_problem(UNSAFE_FOLDER, out, None, "is git's own")])
    if exists(out / MANIFEST) and read_regular(out / MANIFEST) is None:
        raise ProblemsError([_problem(UNSAFE_MANIFEST, out, MANIFEST, "is no plain file")])


def _refuse_foreign(out: Path) -> None:
    """A folder with files of others is no output folder until somebody says so."""
    if not out.is_dir():
        return
    others = sorted(each.name for each in out.iterdir() if not each.name.startswith((STAGING_PREFIX, ".gitkeep")))
    if others:
        message = f"The folder holds files that sdkwright did not make, `{others[0]}` among them"
        raise ProblemsError([Problem(Severity.ERROR, FOREIGN_FOLDER, message, position=Position(str(out)))])


def _moved_hooks(tree: Tree, places: _Places, last: Manifest | None) -> tuple[tuple[str, ...], dict[str, bytes]]:
    """The user's hooks, where the package was renamed: the file that can go, and the same under its new name."""
    before = sorted(last.once - tree.once) if last else []
    if len(before) != 1 or len(tree.once) != 1:
        return (), {}
    old, (new,) = before[0], tree.once
    if old.split("/")[-2:] != new.split("/")[-2:]:
        return (), {}
    written = places.listed(old).read(old)
    if written is None or (places.stands(new) and places.read(new) != written):
        return (), {}
    return (old,), {} if places.stands(new) else {new: written}


def _stale(tree: Tree, places: _Places, last: Manifest | None) -> Iterator[str]:
    """What only the last run made, as long as it is what that run wrote.  A manifest is only a file of the folder."""
    known = last.known if last else dict[str, frozenset[str]]()
    for path in sorted(known):
        if path in tree.files or path in tree.left or path == MANIFEST:
            continue
        listed = places.listed(path)
        if path.split("/")[0].lower() == _GIT:
            what = "is listed in the manifest, and is git's own"
            raise ProblemsError([_problem(UNSAFE_MANIFEST, places.out, path, what)])
        if not listed.stands(path):
            continue
        current = listed.read(path)
        if current is None:
            what = "is listed in the manifest, and is no plain file"
            raise ProblemsError([_problem(UNSAFE_MANIFEST, places.out, path, what)])
        if is_ours(current, b"", known[path]):
            yield path


def _emptied(folder: Path, out: Path, removed: tuple[str, ...], known: Mapping[str, frozenset[str]]) -> bool:
    """Whether `folder` is of ours and goes when the files `removed` are gone; an empty folder of the user's stays."""
    left = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    is_ours = any(path.startswith(f"{folder.relative_to(out).as_posix()}/") for path in known)
    return is_ours and all(path.relative_to(out).as_posix() in removed for path in left)


class _Places(Places):
    """Where the files are, or the problem with the tree or the manifest that speaks of another place."""

    def __init__(self, out: Path) -> None:
        super().__init__(out)
        self.out = out

    def join(self, relative: str) -> str:
        """The same.  Raises ProblemsError."""
        try:
            return super().join(relative)
        except UnsafePathError as error:
            raise ProblemsError([self._unsafe(FOREIGN_FILE, self.out, error)]) from None

    def listed(self, relative: str) -> Places:
        """The same for a file that the manifest speaks of.  Raises ProblemsError."""
        try:
            super().join(relative)
        except UnsafePathError as error:
            raise ProblemsError([self._unsafe(UNSAFE_MANIFEST, self.out / MANIFEST, error)]) from None
        return self

    @staticmethod
    def _unsafe(code: ProblemCode, place: Path, error: UnsafePathError) -> Problem:
        return Problem(Severity.ERROR, code, str(error), position=Position(str(place)))


def _problem(code: ProblemCode, out: Path, path: str | None, what: str) -> Problem:
    place = out if path is None else out / path
    return Problem(Severity.ERROR, code, f"`{path or out}` {what}", position=Position(str(place)))
