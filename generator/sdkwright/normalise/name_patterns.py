"""The patterns of operation ids in a document's root-level name overrides, matched in bounded time.

A pattern of the document is never handed to a backtracking engine unchecked: groups cannot be repeated, repetitions are
few and operation ids are cut, so that the cost of a match is bounded by a small polynomial.
"""

from __future__ import annotations

import re
from typing import Final

from sdkwright.frozen import Frozen

_SIMPLE: Final = re.compile(
    r"""(?: \\[.wdsbWDSB\-\\^$*+?()\[\]{}|/]   # an escaped character or a class
          | \[\^?[\w .\-]+\]                    # a set of characters
          | \((?:\?:)?                          # a group, which cannot be repeated (see below)
          | \)
          | [\w\-:/ .^$|]                       # literals, any character, anchors, alternatives
          | [*+?]                               # repetition of a single character
        )*""",
    re.VERBOSE,
)
_REPEATS: Final = 3
_LONGEST: Final = 200


class NamePattern(Frozen):
    """Operation ids that match get this method name."""

    pattern: re.Pattern[str]
    name: str

    def matches(self, operation_id: str) -> bool:
        """Whether the pattern is found in the id; ids of more than 200 characters match nothing."""
        return len(operation_id) <= _LONGEST and self.pattern.search(operation_id) is not None


def name_pattern(pattern: str, name: str) -> NamePattern | None:
    """The pattern, if it is simple enough to be run and valid; else None."""
    bare = re.sub(r"\\.", "", pattern)
    if len(pattern) > _LONGEST or not _SIMPLE.fullmatch(pattern):
        return None
    if sum(bare.count(sign) for sign in "*+") > _REPEATS or re.search(r"\)[*+?]|[*+?][*+]", bare):
        return None
    try:
        return NamePattern(re.compile(pattern), name)
    except re.error:
        return None
