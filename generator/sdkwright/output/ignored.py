"""`.genignore` of the hosted generator: which files of the output their owner keeps, in patterns as of `.gitignore`."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from sdkwright.frozen import Frozen
from sdkwright.output.paths import read_regular

GENIGNORE = ".genignore"
"""The name of the file at the top of the output folder."""
_ANY_DEPTH = "**"


class _Rule(Frozen):
    """One line: the patterns of the folders on the way and of the last name."""

    segments: tuple[str, ...]
    takes_back: bool
    is_folder: bool


def read_ignored(out: Path) -> str:
    """The text of the file in the output folder `out`; empty where there is none."""
    return (read_regular(out / GENIGNORE) or b"").decode("utf-8", errors="replace")


def ignored(text: str, paths: Iterable[str]) -> frozenset[str]:
    """Those of `paths` that the file covers; as in git the last line that fits decides."""
    rules = [rule for line in text.splitlines() if (rule := _rule(line)) is not None]
    found: set[str] = set()
    for path in paths:
        deciding = next((rule for rule in reversed(rules) if _covers(rule, path)), None)
        if deciding is not None and not deciding.takes_back:
            found.add(path)
    return frozenset(found)


def _rule(line: str) -> _Rule | None:
    """What a line asks for; None for a comment and an empty one."""
    line = line.rstrip()
    if not line or line.startswith("#"):
        return None
    takes_back = line.startswith("!")
    pattern = line.removeprefix("!").removeprefix("\\")
    is_anchored = "/" in pattern.rstrip("/")
    segments = tuple(segment for segment in pattern.split("/") if segment)
    if not segments:
        return None
    return _Rule(segments if is_anchored else (_ANY_DEPTH, *segments), takes_back, pattern.endswith("/"))


def _covers(rule: _Rule, path: str) -> bool:
    """Whether the pattern fits the path or a folder on its way."""
    places = _opened({0}, rule.segments)
    parts = path.split("/")
    for depth, part in enumerate(parts, 1):
        reached = (place for place in places if place < len(rule.segments) and _fits(rule.segments[place], part))
        places = _opened({at if rule.segments[at] == _ANY_DEPTH else at + 1 for at in reached}, rule.segments)
        if len(rule.segments) in places and (depth < len(parts) or not rule.is_folder):
            return True
    return False


def _fits(segment: str, part: str) -> bool:
    return segment == _ANY_DEPTH or fnmatchcase(part, segment)


def _opened(places: set[int], segments: tuple[str, ...]) -> set[int]:
    """The places in the pattern, and those behind them that any depth, also none, leads to."""
    found = set(places)
    for place, segment in enumerate(segments):
        if place in found and segment == _ANY_DEPTH:
            found.add(place + 1)
    return found
