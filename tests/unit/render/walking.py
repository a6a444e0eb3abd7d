"""The walk over a module as a whole, with which what is said piece by piece is compared."""

from __future__ import annotations

import ast

from sdkwright.render.walk import Judged, Walk


def walked(source: str) -> tuple[Judged, bool]:
    """What is found in a module, and whether nobody would ask the compiler of it."""
    walk = Walk("a.py")
    walk.through(source, ast.parse(source).body)
    return walk.judged(), walk.is_plain
