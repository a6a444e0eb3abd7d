"""The output folder: the finished `Tree`, writing it all or nothing, and saying where the folder differs from it."""

from __future__ import annotations

from sdkwright.output.drift import Change, Drift, Kind, Reason, compare, drift_of, holds
from sdkwright.output.ignored import GENIGNORE, ignored, read_ignored
from sdkwright.output.lock import locked
from sdkwright.output.manifest import MANIFEST, Manifest, Stamp, digest, parse_manifest, read_manifest, render_manifest
from sdkwright.output.package import NOTES, packed
from sdkwright.output.paths import UnsafePathError, read_regular, safe_join
from sdkwright.output.predecessor import Listed, digests_of
from sdkwright.output.survey import Survey, leftovers
from sdkwright.output.together import replaced
from sdkwright.output.tree import Tree
from sdkwright.output.write import Written, patch, settle, write

__all__ = [
    "GENIGNORE",
    "MANIFEST",
    "NOTES",
    "Change",
    "Drift",
    "Kind",
    "Listed",
    "Manifest",
    "Reason",
    "Stamp",
    "Survey",
    "Tree",
    "UnsafePathError",
    "Written",
    "compare",
    "digest",
    "digests_of",
    "drift_of",
    "holds",
    "ignored",
    "leftovers",
    "locked",
    "packed",
    "parse_manifest",
    "patch",
    "read_ignored",
    "read_manifest",
    "read_regular",
    "render_manifest",
    "replaced",
    "safe_join",
    "settle",
    "write",
]
