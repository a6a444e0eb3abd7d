"""Where an output folder differs from the tree that its inputs make now, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from sdkwright.frozen import Frozen
from sdkwright.output.manifest import MANIFEST, Manifest, digest, read_manifest, render_manifest
from sdkwright.output.package import strays
from sdkwright.output.paths import Places, UnsafePathError
from sdkwright.output.predecessor import is_marked
from sdkwright.output.survey import check_folder, is_ours, leftovers
from sdkwright.output.tree import Tree


class Kind(StrEnum):
    """How a file differs."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"


class Reason(StrEnum):
    """Why a file differs; the value is how it is said."""

    DOCUMENT = "the document changed"
    OPTIONS = "the options changed"
    GENERATOR = "another version of sdkwright made it"
    LEDGER = "the ledger of names changed"
    TEMPLATES = "the generator's own code changed"
    EDITED = "edited by hand"
    DELETED = "deleted by hand"
    NEVER = "not generated yet"
    STRAY = "nothing makes it"
    PREDECESSOR = "another generator made it"


class Change(Frozen):
    """One file that differs; `before` is what stands in the folder, `after` what the inputs make."""

    path: str
    kind: Kind
    reasons: tuple[Reason, ...]
    before: bytes | None
    after: bytes | None

    def diff(self) -> str:
        """A unified diff from the folder to what would be generated; empty for content that is no text."""
        from difflib import unified_diff  # For those who look at it.

        try:
            before = (self.before or b"").decode("utf-8").splitlines(keepends=True)
            after = (self.after or b"").decode("utf-8").splitlines(keepends=True)
        except UnicodeDecodeError:
            return ""
        lines = unified_diff(before, after, f"{self.path} (in the folder)", f"{self.path} (generated)")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


class Drift(Frozen):
    """Every difference, sorted by path; `made_by` is the version in the folder's manifest, None without one."""

    changes: tuple[Change, ...]
    made_by: str | None


def compare(tree: Tree, out: Path) -> Drift:
    """Compares the folder `out` with `tree`; reads only.

    Files that no run made are not looked at outside of the package.  A manifest of other inputs is no difference where
    these make the same files.  Raises ProblemsError where something in the folder is unsafe.
    """
    check_folder(out)
    last = read_manifest(out)
    places = Places(out)
    inputs = _input_reasons(tree, last, places)
    changes: list[Change] = []
    for path, content in tree.files.items():
        found = _read(places, path)
        if found is None and path not in tree.once and _stands(places, path):
            changes.append(Change(path, Kind.CHANGED, (Reason.EDITED,), None, content))
        elif found is None:
            listed = last is not None and (path in last.files or path in last.once)
            reasons = (Reason.DELETED,) if listed else inputs
            changes.append(Change(path, Kind.MISSING, reasons, None, content))
        elif found != content and path not in tree.once:
            merged = path in tree.read_back or path in tree.united
            made = last.known.get(path) if last is not None and not merged else None
            edited = made is not None and not is_ours(found, content, made)
            changes.append(Change(path, Kind.CHANGED, (Reason.EDITED,) if edited else inputs, found, content))
    owned = tree.files.keys() | tree.left
    stale = {path: _read(places, path) for path in (last.files if last else ()) if path not in owned}
    changes += [Change(path, Kind.EXTRA, inputs, found, None) for path, found in stale.items() if found is not None]
    lying = (path for path in strays(tree, out) if path not in stale)
    for path in lying:
        found = _read(places, path)
        reason = Reason.PREDECESSOR if is_marked(found) else Reason.STRAY
        changes.append(Change(path, Kind.EXTRA, (reason,), found, None))
    changes += _of_manifest(tree, last, places, inputs, differs=bool(changes))
    return Drift(tuple(sorted(changes, key=lambda change: change.path)), last.stamp.generator if last else None)


def drift_of(files: Mapping[str, bytes], last: Manifest, new: Manifest, out: Path) -> Drift:
    """The same of a folder that is as the run of the manifest `last` has left it, where another document makes `files`
    others."""
    places = Places(out)
    changed = {**files, MANIFEST: render_manifest(new)} if files else {}
    reasons = (Reason.DOCUMENT,)
    changes = (
        Change(path, Kind.CHANGED, reasons, _read(places, path), content) for path, content in sorted(changed.items())
    )
    return Drift(tuple(changes), last.stamp.generator)


def _of_manifest(
    tree: Tree, last: Manifest | None, places: Places, inputs: tuple[Reason, ...], *, differs: bool
) -> Iterator[Change]:
    """The manifest, where it is lost, or is another one although no input changed, or because of what else differs."""
    found, wanted = _read(places, MANIFEST), render_manifest(tree.manifest())
    if last is None:
        if any(_stands(places, path) for path in tree.files):
            yield Change(MANIFEST, Kind.MISSING, (Reason.DELETED,), None, wanted)
    elif found != wanted and (differs or Reason.LEDGER in inputs):
        yield Change(MANIFEST, Kind.CHANGED, inputs, found, wanted)
    elif found != wanted and last.stamp == tree.stamp:
        yield Change(MANIFEST, Kind.CHANGED, (Reason.EDITED,), found, wanted)


def holds(manifest: Manifest, out: Path) -> bool:
    """Whether the folder holds exactly what `manifest` lists, and no run has left its work there; reads only."""
    places = Places(out)
    complete = not leftovers(out) and all(_read(places, path) is not None for path in manifest.once)
    return complete and all(
        (found := _read(places, path)) is not None and digest(found) == listed
        for path, listed in manifest.files.items()
    )


def _input_reasons(tree: Tree, last: Manifest | None, places: Places) -> tuple[Reason, ...]:
    """Which inputs differ from those that the folder was made from."""
    if last is None:
        return (Reason.NEVER,)
    pairs = (
        (Reason.DOCUMENT, last.stamp.document, tree.stamp.document),
        (Reason.OPTIONS, last.stamp.options, tree.stamp.options),
        (Reason.GENERATOR, last.stamp.generator, tree.stamp.generator),
    )
    reasons = [reason for reason, before, now in pairs if before != now]
    if any(_is_changed(path, last, places) for path in tree.read_back):
        reasons.append(Reason.LEDGER)
    return tuple(reasons) or (Reason.TEMPLATES,)


def _is_changed(path: str, last: Manifest, places: Places) -> bool:
    """Whether a file is known not to be what the last run wrote."""
    found, listed = _read(places, path), last.files.get(path)
    return bool(listed) and (found is None or digest(found) != listed)


def _stands(places: Places, path: str) -> bool:
    try:
        return places.stands(path)
    except UnsafePathError:
        return False


def _read(places: Places, path: str) -> bytes | None:
    try:
        return places.read(path)
    except UnsafePathError:
        return None
