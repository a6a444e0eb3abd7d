"""The finished output, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdkwright.output.manifest import Manifest, Stamp, digest, render_manifest


@dataclass(frozen=True, slots=True)
class Tree:
    """Every file of an output, complete: relative POSIX path -> bytes.

    Files in `once` are written when they are missing and belong to the user from then on.  Files in `read_back` are
    what the next run reads: an edit of one of them changes others.
    """

    files: Mapping[str, bytes]
    stamp: Stamp
    once: frozenset[str] = frozenset()
    read_back: frozenset[str] = frozenset()

    def manifest(self) -> Manifest:
        """What this tree will leave in the output folder."""
        owned = {path: digest(content) for path, content in self.files.items() if path not in self.once}
        return Manifest(self.stamp, owned, self.once & self.files.keys())

    def manifest_bytes(self) -> bytes:
        """The text of `manifest()`, the one file that is not in `files`."""
        return render_manifest(self.manifest())
