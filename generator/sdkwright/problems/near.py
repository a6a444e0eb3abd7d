"""What was probably meant by a word that means nothing."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The one of `known` that is most like `word`, if one is that much like it (1: the same)."""
    from difflib import get_close_matches  # For those who have mistyped something.

    return next(iter(get_close_matches(word, known, 1, likeness)), None)
