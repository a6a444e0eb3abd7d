"""The anchors of one page: those that readers' tools make of headings, each of one heading alone."""

from __future__ import annotations

import re

from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code

_LEFT_OUT = re.compile(r"[^\w\- ]")


def slug(heading: str) -> str:
    """The anchor that GitHub makes of the text of a heading; other tools make the same of plain names."""
    said = raw(heading)
    if said.isascii() and said.isidentifier():
        return said.lower()
    return _LEFT_OUT.sub("", said.strip().lower()).replace(" ", "-")


class Anchors:
    """What is taken on one page."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, heading: str) -> bool:
        """Whether a heading can have its anchor; it has it from then on."""
        anchor = slug(heading)
        if not anchor or anchor in self._taken:
            return False
        self._taken.add(anchor)
        return True

    def heading(self, name: Code, otherwise: str) -> tuple[Code, str]:
        """A heading of the page's own and its anchor; `otherwise` stands behind the name if that is taken."""
        said = raw(name)
        anchor = slug(said)
        while not anchor or anchor in self._taken:
            said = f"{said} {otherwise}"
            anchor = slug(said)
        self._taken.add(anchor)
        return Code(said), anchor
