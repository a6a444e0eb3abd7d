"""Composed schemas that have classes of their own for what is inside of the schemas that they are composed of.

Published SDKs have them: the inline enum of a base is a class for each component that takes the base over by `allOf`
(docs-rules, section 10: names), and so is a property whose only reference stands in an `allOf` beside more than a
description.  A copy is a `Part` that says where it would stand; what it holds is what was written.
"""

from __future__ import annotations

from typing import Final

from sdkwright.frozen import replace
from sdkwright.normalise.nodes import Node, Part, Site, mapping, sequence

MOST_COPIED: Final = 100_000
"""Schemas in all copies, over the whole document; what is beyond is shared."""
_SILENT: Final = ("allOf", "$ref", "description")
"""What makes no class of its own of an `allOf` of one reference."""


def _has_notes(node: Node) -> bool:
    return any(key not in _SILENT and not key.startswith("x-") for key in node)


class Copies:
    """Tells what is copied; nothing, if the SDK is to share the classes inside of what its schemas are composed of."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted
        self._written: dict[str, str] = {}
        """Where each copy was written, by its place."""

    def taken_over(self, target: Part, site: Site) -> Part:
        """A referred schema as part of the one at `site`, which is composed of it."""
        return replace(target, origin=site.origin, copy=site.pointer) if self._wanted else target

    def keeps(self, node: Node) -> bool:
        """Whether a schema that is an `allOf` of one reference is a class of its own, and not the referred one."""
        if not self._wanted:
            return False
        members = sequence(node.get("allOf"))
        return _has_notes(node) or any(one is True or _has_notes(mapping(one)) for one in members)

    def home(self, site: Site) -> Site:
        """The place of a copy, which is the one part of its site; where the same was copied around it already, as in
        what refers to itself, that place."""
        part = site.parts[0]
        around = site.pointer
        while "/" in around:
            around = around.rpartition("/")[0]
            if self._written.get(around, around) == part.pointer:
                return Site(around, site.parts, site.origin)
        if len(self._written) >= MOST_COPIED:
            return Site(part.pointer, (replace(part, copy=None),), site.origin)
        self._written[site.pointer] = part.pointer
        return site
