"""Everything that is wrong with a document that could be read."""

from __future__ import annotations

from generator.problems import Problem
from generator.spec.document import Document


def validate(document: Document) -> tuple[Problem, ...]:
    """The problems of the document."""
    return ()
