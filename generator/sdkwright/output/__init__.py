"""The output folder: the finished `Tree`, writing it all or nothing, and saying where the folder differs from it."""

from __future__ import annotations

from sdkwright.output.drift import Change, Drift, Kind, Reason, compare, holds
from sdkwright.output.manifest import MANIFEST, Manifest, Stamp, read_manifest
from sdkwright.output.paths import UnsafePathError, safe_join
from sdkwright.output.survey import read_regular
from sdkwright.output.tree import Tree
from sdkwright.output.write import Written, write

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
    "read_regular",
    "safe_join",
    "write",
]
