"""Everything that is wrong with a document that could be read: our own checks, then an independent validator."""

from __future__ import annotations

from generator.problems import Problem
from generator.spec.document import Document
from generator.spec.report import Report
from generator.spec.semantics import check_semantics


def validate(document: Document) -> tuple[Problem, ...]:
    """The problems of the document that `load` had no need to know, errors and warnings."""
    report = Report(document.positions)
    check_semantics(document.root, report)
    return tuple(report.problems)
