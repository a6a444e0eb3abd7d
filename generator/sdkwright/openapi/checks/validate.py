"""What an independent validator finds in a document that our own checks have passed."""

from __future__ import annotations

from sdkwright.openapi.document import Document
from sdkwright.openapi.report import Report
from sdkwright.problems import Problem, in_order


def validate(document: Document) -> tuple[Problem, ...]:
    """Warnings at places where `load` has found nothing yet."""
    from sdkwright.openapi.checks.backstop import check_backstop  # A slow import, needed only here.

    report = Report(document.positions)
    known = frozenset(problem.pointer for problem in document.problems if problem.pointer is not None)
    check_backstop(document.root, known, report)
    return in_order(report.problems)
