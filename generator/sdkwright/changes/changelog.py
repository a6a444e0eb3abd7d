"""The owner's CHANGELOG.md with an entry more; every line that stands there stays, in its order.

What the owner has written under "Unreleased" belongs to the new version, so the entry begins below that heading, and
our lines go to the sections that are there already (Keep a Changelog 1.1.0).  Headings are those of Markdown: what
looks like one in a block of code is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt

from sdkwright.changes.sections import SECTIONS
from sdkwright.frozen import Frozen

_NEW = """\
# Changelog

What changed for users of this package. The format is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),
and versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

## [Unreleased]
"""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_UNRELEASED = re.compile(r"\[?unreleased\b", re.IGNORECASE)
_ITEM = re.compile(r" {0,3}[-*+] ")
_VERSION = re.compile(r"\[?v?([0-9][^\s\]]*)")


class _Heading(Frozen):
    """A heading: its text, its first line and the line after it, from 0."""

    text: str
    start: int
    end: int


def with_entry(text: str, version: str, date: str | None, sections: Mapping[str, Sequence[str]]) -> str:
    """The text of a changelog in which `version` has an entry with these lines; "" is a changelog that is not there.

    An entry that is there already gets the lines.
    """
    text = text or _NEW
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    lines: list[str] = _LINE.findall(text)
    headings = _headings(text, "h2")
    ends = [*(heading.start for heading in headings[1:]), len(lines)]
    entry = [f"## [{version}] - {date}" if date else f"## [{version}]"]
    places = list(zip(headings, ends if headings else (), strict=True))
    for heading, end in places:
        if (found := _VERSION.match(heading.text)) and found[1] == version:
            return _joined(lines, heading.end, end, [], sections, end_of_line)
    for heading, end in places:
        if _UNRELEASED.match(heading.text):
            return _joined(lines, heading.end, end, entry, sections, end_of_line)
    at = headings[0].start if headings else len(lines)
    return _joined(lines, at, at, entry, sections, end_of_line)


def with_release(text: str, entry: Sequence[str]) -> str:
    """The text of RELEASES.md with an entry at its end; "" is a file that is not there."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    before = text or f"# Releases{end_of_line}"
    ended = before if before.endswith(("\n", "\r")) else f"{before}{end_of_line}"
    return ended + "".join(f"{line}{end_of_line}" for line in ("", *entry))


def _headings(text: str, tag: str) -> list[_Heading]:
    """The headings of one level that stand in no list or quotation."""
    tokens = MarkdownIt("commonmark").parse(text)
    return [
        _Heading(inline.content, *token.map)
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.tag == tag and token.level == 0 and token.map is not None
    ]


def _joined(
    lines: list[str], start: int, end: int, heading: Sequence[str], sections: Mapping[str, Sequence[str]], ending: str
) -> str:
    """All lines, with a new heading before those from `start` to `end`, and in these the lines of the sections."""
    before, after = _ended(lines[:start], ending), lines[end:]
    filled = _filled(_ended(lines[start:end], ending), sections, ending)
    head = [f"{line}{ending}" for line in heading]
    for one, other in ((before, head), (head, filled), (filled, after)):
        if one and other and one[-1].strip() and other[0].strip():
            one.append(ending)
    return "".join([*before, *head, *filled, *after])


def _ended(lines: list[str], ending: str) -> list[str]:
    """The same lines, of which the last one has an end, too."""
    if lines and not lines[-1].endswith(("\n", "\r")):
        return [*lines[:-1], lines[-1] + ending]
    return list(lines)


def _filled(body: list[str], sections: Mapping[str, Sequence[str]], ending: str) -> list[str]:
    """The lines of one entry with ours in their sections, those that it lacks at its end."""
    headings = _headings("".join(body), "h3")
    ends = [*(heading.start for heading in headings[1:]), len(body)]
    there = {heading.text.strip().lower(): end for heading, end in zip(headings, ends, strict=False)}
    inserted: defaultdict[int, list[str]] = defaultdict(list)
    for name in (name for name in sections if name.lower() in there):
        at = _last(body, there[name.lower()])
        inserted[at] += sections[name] if _ITEM.match(body[at - 1]) else ["", *sections[name]]
    for name in (name for name in SECTIONS if name in sections and name.lower() not in there):
        inserted[_last(body, len(body))] += ["", f"### {name}", "", *sections[name]]
    return [
        line
        for at in range(len(body) + 1)
        for line in (*(f"{new}{ending}" for new in inserted[at]), *body[at : at + 1])
    ]


def _last(body: list[str], end: int) -> int:
    """The line after the last one before `end` that is not blank."""
    while end and not body[end - 1].strip():
        end -= 1
    return end
