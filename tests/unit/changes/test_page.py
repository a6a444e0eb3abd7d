"""`docs/breaking-changes.md` is what the table of rules says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sdkwright.changes.rules import RULES, Rule, Shows, Weight

PAGE = Path(__file__).parents[3] / "docs" / "breaking-changes.md"
INTRODUCTION = """\
# What breaks callers

`sdkwright diff` compares what users of two versions of an SDK can name, and knows the changes below. The directions
decide: a caller breaks when less may be given than before, and when an answer can be more than before. A change that
breaks shows in one of two ways: *static*, a type checker refuses the old program; *runtime*, it runs otherwise.

Additions break nobody. A name that is deprecated works on; so does one whose part was renamed, as long as the ledger
keeps the old one ([names.md](names.md)). Not compared are modules inside `models`, which hand their classes on, classes
that only gather the arguments of a method, whose arguments tell, and what options of every call there are.

`sdkwright diff --ignore FILE` lets single changes pass; the file is a list:

```yaml
- rule: response-member-removed   # a code below, or a pattern
  subject: Pet.internal_*         # what the report names, or a pattern
  reason: Nobody was told of these.
  until: 2030-12-31               # the last day on which it counts
```
"""
TITLES = {
    Weight.BREAKING: "Breaking",
    Weight.DEPRECATED: "Deprecated",
    Weight.ADDED: "Added",
    Weight.CHANGED: "Other changes",
}


def page() -> str:
    """The page as the table has it."""
    parts = [INTRODUCTION]
    for weight, title in TITLES.items():
        rows = [_row(rule) for rule in RULES.values() if rule.weight is weight]
        head = "| rule | what | why | shows |" if weight is Weight.BREAKING else "| rule | what | why |"
        parts.append("\n".join([f"## {title}\n", head, "| --- " * (head.count("|") - 1) + "|", *rows, ""]))
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    shows = f" {rule.shows.value} |" if rule.shows else ""
    return f"| `{rule.code}` | {rule.what} | {rule.why} |{shows}"


@pytest.mark.cases
def test_the_page_is_what_the_table_says() -> None:
    if os.environ.get("SDKWRIGHT_REWRITE_CASES"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_what_breaks_says_how_it_shows_and_nothing_else_does() -> None:
    for rule in RULES.values():
        assert (rule.shows is not None) == (rule.weight is Weight.BREAKING), rule.code
        assert rule.shows is None or rule.shows in Shows
