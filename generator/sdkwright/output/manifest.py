"""The manifest: which files the last run wrote, from which inputs, with which generator.

A line-based text rather than JSON, so that git merges it and a conflict left in it does no harm:

    # sdkwright wrote the files below. ...
    generator 0.1.0
    document 3f0c...
    options 9a41...
    once src/pets/_hooks/registration.py
    file 1b8e... README.md
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MANIFEST = ".sdkwright-manifest"
"""The name of the file at the top of the output folder."""

HEADER = """\
# sdkwright wrote the files below; `sdkwright generate` writes this list too, and `sdkwright check` compares it.
# Edits are overwritten. After a merge conflict in here: run `sdkwright generate`.
"""
CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an output was made from: the generator's version, and digests of the document and of the options."""

    generator: str
    document: str
    options: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last run left: `files` maps a path to the SHA-256 of its bytes, `once` lists write-once files."""

    stamp: Stamp
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    once: frozenset[str] = frozenset()


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def render_manifest(manifest: Manifest) -> bytes:
    """The text of the manifest, sorted by path."""
    stamp = manifest.stamp
    lines = [f"generator {stamp.generator}", f"document {stamp.document}", f"options {stamp.options}"]
    lines += [f"once {path}" for path in sorted(manifest.once)]
    lines += [f"file {manifest.files[path]} {path}" for path in sorted(manifest.files)]
    return (HEADER + "\n".join(lines) + "\n").encode()


def parse_manifest(text: str) -> Manifest:
    """Reads a manifest; unknown lines are passed over, so that a newer one and a conflicted one can be read too.

    Of a conflicted manifest the paths of both sides count, with no usable digests: their files are ours, and none of
    them is known to be unchanged.
    """
    values = {"generator": "", "document": "", "options": ""}
    files: dict[str, str] = {}
    once: set[str] = set()
    conflicted = False
    for line in text.splitlines():
        key, _, rest = line.partition(" ")
        if key in values:
            values[key] = rest
        elif key == "once":
            once.add(rest)
        elif key == "file":
            found, _, path = rest.partition(" ")
            files[path] = found
        elif line.startswith(CONFLICT_MARKS):
            conflicted = True
    if conflicted:
        values = dict.fromkeys(values, "")
        files = dict.fromkeys(files, "")
    return Manifest(Stamp(**values), files, frozenset(once))


def read_manifest(out: Path) -> Manifest | None:
    """The manifest in the folder `out`, or None where there is none."""
    try:
        return parse_manifest((out / MANIFEST).read_text(encoding="utf-8", errors="replace"))
    except (FileNotFoundError, NotADirectoryError):
        return None
