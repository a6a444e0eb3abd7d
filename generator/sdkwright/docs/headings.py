"""The contents of a page: its headings, linked."""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.text.kinds import Code


def linked_headings(headings: Iterable[str]) -> Code:
    """A list of plain headings, each leading to its own."""
    return Code("\n".join(f"* [{heading}](#{_anchor(heading)})" for heading in headings))


def _anchor(heading: str) -> str:
    """The anchor that GitHub makes of a plain heading."""
    return heading.lower().replace(" ", "-")
