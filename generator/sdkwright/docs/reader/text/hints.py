"""What a description cannot have, seen without reading it: whoever only asks for that waits for no parser."""

from __future__ import annotations

import re

_LIVE = re.compile(r"\]\(https?://|href=\"https?://")
"""What begins a link to another site."""
_MAY_LINK = re.compile(r"\](?=[(<:\ue000])|href|<(?:[^\s<>]*[:@]|<)")
_MAY_HEAD = re.compile(r"[#<]|[=-][ \t\ue000]*$", re.MULTILINE)
"""A sign before the text, a tag, or a line below it (CommonMark 0.31, sections 4.2 and 4.3)."""


def may_link(text: str) -> bool:
    """Whether a description may have a link that leads to no other site; it need not have any."""
    if "]" not in text and "<" not in text and "href" not in text:
        return False  # as most texts, which the pattern would take a hundred times as long to look through
    return _MAY_LINK.search(_LIVE.sub(" ", text)) is not None


def may_head(text: str) -> bool:
    """Whether a description may have a heading; it need not have any."""
    return _MAY_HEAD.search(re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)) is not None
