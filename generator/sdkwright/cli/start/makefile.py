"""The Makefile of a new project, or the targets to add to the one it has."""

from __future__ import annotations

import re
from pathlib import Path

from sdkwright.cli.start.parts import Part, Place
from sdkwright.frozen import Frozen

NAMES = ("GNUmakefile", "makefile", "Makefile")
"""The files that make looks for, in its order."""
TARGETS = ("regenerate", "check")
OTHER_TARGETS = ("sdk-regenerate", "sdk-check")
"""For a Makefile that has one of the others."""

_RULES = """\
SDKWRIGHT ?= sdkwright
SDKWRIGHT_FILES := {arguments}

.PHONY: {regenerate} {check}

{regenerate}: ## Write {place.out}/
\t$(SDKWRIGHT) generate $(SDKWRIGHT_FILES)

{check}: ## Say whether {place.out}/ is up to date (exit 1 if not)
\t$(SDKWRIGHT) check $(SDKWRIGHT_FILES)
"""


class Makefile(Frozen):
    """The part, and the target that makes the SDK."""

    part: Part
    regenerate: str


def makefile(place: Place, folder: Path) -> Makefile:
    """The Makefile of `folder`; of one that is there, the targets that it lacks."""
    here = next((path for name in NAMES if (path := folder / name).exists()), None)
    regenerate, check = TARGETS if here is None or not _has_one(here) else OTHER_TARGETS
    rules = _RULES.format(place=place, arguments=" ".join(place.arguments), regenerate=regenerate, check=check)
    text = f"# The SDK in {place.out}/ is made from {place.spec}; see `sdkwright --help`.\n\n{rules}"
    return Makefile(Part(here or folder / "Makefile", text, rules, taken=here is not None), regenerate)


def _has_one(path: Path) -> bool:
    """Whether the Makefile has a target of these names already."""
    text = path.read_text(encoding="utf-8", errors="replace")
    rules: list[str] = re.findall(r"(?m)^([^\t#:=\n][^#:=\n]*):(?!=)", text)
    return not {target for rule in rules for target in rule.split()}.isdisjoint(TARGETS)
