"""What is wrong, where, and how to mend it; `codes/` is the table of everything that can be wrong."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode
from sdkwright.problems.near import nearest
from sdkwright.problems.problem import (
    LeftOut,
    Position,
    Problem,
    ProblemsError,
    Severity,
    has_errors,
    in_order,
    located,
)
from sdkwright.problems.shown import shown

__all__ = [
    "LeftOut",
    "Position",
    "Problem",
    "ProblemCode",
    "ProblemsError",
    "Severity",
    "has_errors",
    "in_order",
    "located",
    "nearest",
    "shown",
]
