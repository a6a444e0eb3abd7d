"""Everything that is wrong with a document that could be read: our own checks, then an independent validator."""

from __future__ import annotations

from generator.problems import Problem, in_order
from generator.spec.document import Document
from generator.spec.report import Report
from generator.spec.semantics import check_semantics


def validate(document: Document) -> tuple[Problem, ...]:
    """The problems of the document that `load` had no need to know, errors and warnings."""
    report = Report(document.positions)
    check_semantics(document.root, report)
    if not report.has_errors():
        from generator.spec.backstop import check_backstop  # A slow import, needed only here.

        found = (*document.problems, *report.problems)
        known = frozenset(problem.pointer for problem in found if problem.pointer is not None)
        check_backstop(document.root, known, report)
    return in_order(report.problems)
