"""Everything that is wrong with a document that could be read: our own checks, then an independent validator."""

from __future__ import annotations

from sdkwright.openapi.checks.semantics import check_semantics
from sdkwright.openapi.document import Document
from sdkwright.openapi.report import Report
from sdkwright.problems import Problem, in_order


def validate(document: Document) -> tuple[Problem, ...]:
    """The problems of the document that `load` had no need to know, errors and warnings."""
    report = Report(document.positions)
    check_semantics(document.root, report)
    if not report.has_errors():
        from sdkwright.openapi.checks.backstop import check_backstop  # A slow import, needed only here.

        found = (*document.problems, *report.problems)
        known = frozenset(problem.pointer for problem in found if problem.pointer is not None)
        check_backstop(document.root, known, report)
    return in_order(report.problems)
