"""What an independent validator finds in a document that our own checks have passed."""

from __future__ import annotations

from typing import Final

from sdkwright.openapi.checks.meta_schema import is_as_specified
from sdkwright.openapi.data import Container, Json
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
    level: list[Container] = [root] if isinstance(root, dict | list) else []
    for _ in range(MAX_DEPTH + 1):
        nodes += sum(map(len, level)) + len(level)
        if nodes > MAX_NODES:
            return False
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if type(child) is dict or type(child) is list
        ]
    return not level
