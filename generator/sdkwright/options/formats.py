"""The format of the published docs: they changed with the versions of the generator that made them.

A version is that of `management.generationVersion` in the `gen.lock` of a project.  What differs is told by the first
version that has it; whoever writes a page asks `Config.format` and compares.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Format = tuple[int, int]
"""The first two numbers of a generation version."""

APRIL_2025: Format = (2, 666)
"""The format of a project that tells none: the last before that of summer."""
ERRORS_BY_SIDE: Format = (2, 493)
"""An error of both 4XX and 5XX has two rows; before, it had one."""
TWO_LINES_AFTER_IMPORTS: Format = (2, 555)
"""Two blank lines follow the imports of a sample; before, it was one."""
DOCUMENT_ORDER: Format = (2, 556)
"""Fields stand in the order of the document; before, required ones stood first."""
ONE_SIDE_BARE: Format = (2, 556)
"""What requests alone have is never called `...Input`; before, it was where it holds what only answers have and where
its name is taken."""
REQUIRED_BODIES_FLAT: Format = (2, 592)
"""A required body alone is flattened also where none of its properties is required."""
USAGE_LINES: Format = (2, 667)
"""A comment above each sample says which operation it calls."""
MARKED_SECTIONS: Format = (2, 667)
"""README and USAGE have the sections of published ones, with comments around them."""
EXAMPLES_OF_SCHEMAS: Format = (2, 667)
"""The row of a body has the example of its schema alone; before, that of the media type, too."""
SINGLE_CHOICES: Format = (2, 667)
"""A `oneOf` of one class stays a union; before, it was that class."""
MEMBERS_BY_TAG: Format = (2, 667)
"""The inline members of a union are called by the values that tell them apart, and not by numbers."""
SUFFIX_BESIDE_MODEL: Format = (2, 667)
"""An error is `...Error` also where a model has the name without."""
OPTIONAL_BODIES_FLAT: Format = (2, 722)
"""An optional body that is a component is flattened beside parameters as an inline one is."""
NO_EMPTY_PAGES: Format = (2, 723)
"""A class without operations has no page."""
DOTTED_TITLES: Format = (2, 772)
"""The title of a page is the accessor; before, the accessor stood in a line below the name of the class."""
ALL_EXAMPLES: Format = (2, 772)
"""A row has every example of its schema, numbered; before, the first."""
NAMED_EXAMPLES: Format = (2, 811)
"""There is a sample for each name that the examples of the document have."""
TITLED_FILES: Format = (2, 849)
"""The link of an answer that is a file leads to the title of its schema."""
MEMBERS_BY_VALUE: Format = (2, 849)
"""A union that values tell apart, which no document says, lists a member for each of its values."""
DEPRECATED_GROUPS: Format = (2, 849)
"""The page of a class of deprecated operations alone is struck."""
ENUM_SAMPLES: Format = (2, 849)
"""The pages of enums have a sample, and list literals."""

DATES: Mapping[str, Format] = {
    "2025-01": (2, 493),
    "2025-02": (2, 506),
    "2025-03": (2, 555),
    "2025-04": (2, 585),
    "2025-07": (2, 667),
    "2025-09": (2, 716),
    "2025-10": OPTIONAL_BODIES_FLAT,
    "2025-12": (2, 788),
    "2026-04": (2, 881),
    "2026-07": (2, 918),
}
"""The version of a month; a month between two has that of the earlier one."""
PROOFS: Mapping[str, Format] = {
    "generation.usageSnippets.sdkInitStyle": (2, 667),
    "python.baseErrorName": (2, 667),
    "python.packageManager": (2, 667),
    "generation.requestBodyFieldName": (2, 772),
    "generation.persistentEdits": (2, 772),
    "generation.versioningStrategy": (2, 849),
}
"""Keys of `gen.yaml` that no earlier generator wrote."""

_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
_VERSION = re.compile(r"([0-9]{1,4})\.([0-9]{1,6})(\..*)?")


def parse_format(text: str) -> Format | None:
    """The format of a month such as `2025-04` or of a version such as `2.585`; None for any other text."""
    if _MONTH.fullmatch(text):
        return max((version for month, version in DATES.items() if month <= text), default=min(DATES.values()))
    found = _VERSION.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None
