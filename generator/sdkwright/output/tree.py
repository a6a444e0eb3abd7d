"""The finished output, in memory."""

from __future__ import annotations

from collections.abc import Mapping

from sdkwright.frozen import Frozen, field
from sdkwright.output.manifest import Manifest, Stamp, digest


class Tree(Frozen):
    """Every file of an output, complete: relative POSIX path -> bytes.

    Files in `once` are written when they are missing and belong to the user from then on.
    """

    files: Mapping[str, bytes]
    stamp: Stamp
    once: frozenset[str] = frozenset()
    read_back: Mapping[str, str | None] = field(default_factory=dict[str, str | None])
    """What runs read as well as write, so that an edit of it changes others, with the digest of what this one has read;
    None where there was nothing."""
    united: frozenset[str] = frozenset()
    """What git merges by keeping the lines of both sides: nobody has edited it where these are not what a run wrote."""
    left: frozenset[str] = frozenset()
    """What would be a file of the tree but for its owner, who keeps it (`.genignore`)."""
    package: str = ""
    """The folder of the import package, in which nothing else should lie; empty: not known."""
    include: tuple[str, ...] = ()
    """Files and folders of the user's that belong to the SDK (`sdkwright.include`)."""

    def manifest(self) -> Manifest:
        """What this tree will leave in the output folder."""
        owned = {path: digest(content) for path, content in self.files.items() if path not in self.once}
        return Manifest(self.stamp, owned, self.once & self.files.keys())
