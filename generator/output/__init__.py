"""The output folder: the finished `Tree`, writing it all or nothing, and saying where the folder differs from it."""

from __future__ import annotations

from generator.output.drift import Change, Drift, Kind, Reason, compare, holds
from generator.output.manifest import MANIFEST, Manifest, Stamp, read_manifest
from generator.output.paths import UnsafePathError, safe_join
from generator.output.tree import Tree
from generator.output.write import Written, write

__all__ = [
    "MANIFEST",
    "Change",
    "Drift",
    "Kind",
    "Manifest",
    "Reason",
    "Stamp",
    "Tree",
    "UnsafePathError",
    "Written",
    "compare",
    "holds",
    "read_manifest",
    "safe_join",
    "write",
]
