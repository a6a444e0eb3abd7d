"""The table of problem codes: what each means, what to do, and a small example that really gives it.

A code is a constant of one of the modules here, in the order of a run: whoever reports a problem imports it.
`docs/errors.md` and `sdkwright explain` are made from this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from sdkwright.problems.code import ProblemCode
from sdkwright.problems.codes import (
    changes,
    document,
    names,
    options,
    output,
    overlays,
    references,
    release,
    schemas,
    service,
    site,
    syntax,
)

CHAPTERS: Mapping[str, ModuleType] = {
    "Reading files": syntax,
    "References": references,
    "Overlays": overlays,
    "Documents": document,
    "Schemas": schemas,
    "Operations": service,
    "Options": options,
    "Published names": names,
    "Output": output,
    "Changes": changes,
    "The site": site,
    "Releases": release,
}
"""The parts of the table by their titles."""


def codes_of(chapter: ModuleType) -> tuple[ProblemCode, ...]:
    """The codes of one part, as they are written there."""
    return tuple(value for value in vars(chapter).values() if isinstance(value, ProblemCode))


TABLE: Mapping[str, ProblemCode] = {str(code): code for chapter in CHAPTERS.values() for code in codes_of(chapter)}
"""Every code by its name."""
