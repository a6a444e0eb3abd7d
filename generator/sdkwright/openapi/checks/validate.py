"""What an independent validator finds in a document that our own checks have passed."""

from __future__ import annotations

from typing import Final

from sdkwright.openapi.checks.meta_schema import is_as_specified
from sdkwright.openapi.data import Json
from sdkwright.openapi.document import Document
from sdkwright.openapi.report import Report
from sdkwright.problems import Problem, in_order

MAX_DEPTH: Final = 60
"""A document that is deeper would exhaust the validator's recursion; our own checks have to suffice for it."""

MAX_NODES: Final = 100_000
"""A document that is larger would keep the validator busy for many seconds; our own checks have to suffice for it."""


def validate(document: Document, *, thorough: bool = False) -> tuple[Problem, ...]:
    """Warnings at places where `load` has found nothing yet.

    The independent validator is asked where the meta-schemas find something, or, if `thorough`, in any case.
    """
    version = document.root.get("openapi")
    known_as = "3.2" if isinstance(version, str) and version.startswith("3.2") else "3.1"
    if not _is_small(document.root) or (not thorough and is_as_specified(document.root, known_as)):
        return ()
    from sdkwright.openapi.checks.backstop import check_backstop  # A slow import, needed only here.

    report = Report(document.positions)
    known = frozenset(problem.pointer for problem in document.problems if problem.pointer is not None)
    check_backstop(document.root, known_as, known, report)
    return in_order(report.problems)


def _is_small(root: Json) -> bool:
    """Whether the document is within the limits of depth and size for the validator."""
    nodes = 0
    work: list[tuple[Json, int]] = [(root, 0)]
    while work:
        node, depth = work.pop()
        nodes += 1
        if depth > MAX_DEPTH or nodes > MAX_NODES:
            return False
        if isinstance(node, dict):
            nodes += len(node)
            work.extend((child, depth + 1) for child in node.values() if isinstance(child, dict | list))
        elif isinstance(node, list):
            nodes += len(node)
            work.extend((child, depth + 1) for child in node if isinstance(child, dict | list))
    return True
