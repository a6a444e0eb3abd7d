"""The manifest: which files the last run wrote, from which inputs, with which generator.

A line-based text rather than JSON, so that git merges it (by union, as `.gitattributes` beside it says) and a conflict
left in it does no harm:

    # sdkwright wrote the files below ...
    generator 0.1.0
    document 3f0c...
    options 9a41...
    once src/pets/_hooks/registration.py
    file 1b8e... README.md
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from sdkwright.frozen import Frozen, field, replace
from sdkwright.output.paths import read_regular

MANIFEST = ".sdkwright-manifest"
"""The name of the file at the top of the output folder."""

HEADER = """\
# sdkwright wrote the files below; `sdkwright generate` writes this list too, and `sdkwright check` compares it.
# After a merge: run `sdkwright generate`.
"""
CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Stamp(Frozen):
    """What an output was made from: the generator's version, and digests of the document and of the options."""

    generator: str
    document: str
    options: str


class Manifest(Frozen):
    """What the last run left: `files` maps a path to the SHA-256 of its bytes, `once` lists write-once files."""

    stamp: Stamp
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    once: frozenset[str] = frozenset()
    others: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Further digests of files: of the other side of a merge, or of a run that was cut short."""

    @property
    def known(self) -> Mapping[str, frozenset[str]]:
        """Every digest that a file of ours may have, by path."""
        paths = {**self.files, **self.others}
        return {path: self.others.get(path, frozenset()) | {self.files.get(path, "")} - {""} for path in paths}


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def render_manifest(manifest: Manifest) -> bytes:
    """The text of the manifest, sorted by path."""
    stamp = manifest.stamp
    lines = [f"generator {stamp.generator}", f"document {stamp.document}", f"options {stamp.options}"]
    lines += [f"once {path}" for path in sorted(manifest.once)]
    known = [*manifest.files.items(), *((path, each) for path, found in manifest.others.items() for each in found)]
    lines += [f"file {each} {path}" for path, each in sorted(set(known)) if each]
    return (HEADER + "\n".join(lines) + "\n").encode()


def parse_manifest(text: str) -> Manifest:
    """Reads a manifest; unknown lines are passed over, so that a newer one and a conflicted one can be read too.

    Of a conflicted or merged manifest, and of one that a run left which was cut short, the files of both sides count:
    all of them are ours, and none is known to be unchanged.
    """
    values = {"generator": "", "document": "", "options": ""}
    files: dict[str, str] = {}
    known: defaultdict[str, set[str]] = defaultdict(set)
    once: set[str] = set()
    conflicted = False
    for line in text.splitlines():
        key, _, rest = line.partition(" ")
        if key in values:
            conflicted = conflicted or values[key] not in ("", rest)
            values[key] = rest
        elif key == "once":
            once.add(rest)
        elif key == "file":
            found, _, path = rest.partition(" ")
            files[path] = found
            known[path].add(found)
        elif line.startswith(CONFLICT_MARKS):
            conflicted = True
    if conflicted:
        values = dict.fromkeys(values, "")
    several = {path: frozenset(found) for path, found in known.items() if conflicted or len(found) > 1}
    return Manifest(Stamp(**values), {**files, **dict.fromkeys(several, "")}, frozenset(once), several)


def between(last: Manifest | None, new: Manifest) -> Manifest:
    """The manifest of a folder that is on its way: the files of both sides, and no inputs that they are made from."""
    if last is None:
        return replace(new, stamp=Stamp("", "", ""))
    known = {path: set(found) for path, found in last.known.items()}
    for path, found in new.known.items():
        known.setdefault(path, set()).update(found)
    return Manifest(
        Stamp("", "", ""), {}, new.once | last.once, {path: frozenset(found) for path, found in known.items()}
    )


def read_manifest(out: Path) -> Manifest | None:
    """The manifest in the folder `out`, or None where there is none."""
    content = read_regular(out / MANIFEST)
    return None if content is None else parse_manifest(content.decode("utf-8", errors="replace"))
