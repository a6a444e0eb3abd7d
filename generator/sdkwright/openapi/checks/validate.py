"""What an independent validator finds in a document that our own checks have passed."""

from __future__ import annotations

from sdkwright.openapi.checks.meta_schema import is_as_specified
from sdkwright.openapi.document import Document
from sdkwright.openapi.report import Report
from sdkwright.problems import Problem, in_order


def validate(document: Document, *, thorough: bool = False) -> tuple[Problem, ...]:
    """Warnings at places where `load` has found nothing yet.

    The independent validator is asked where the meta-schemas find something, or, if `thorough`, in any case.
    """
    version = document.root.get("openapi")
    known_as = "3.2" if isinstance(version, str) and version.startswith("3.2") else "3.1"
    if not thorough and is_as_specified(document.root, known_as):
        return ()
    from sdkwright.openapi.checks.backstop import check_backstop  # A slow import, needed only here.

    report = Report(document.positions)
    known = frozenset(problem.pointer for problem in document.problems if problem.pointer is not None)
    check_backstop(document.root, known_as, known, report)
    return in_order(report.problems)
