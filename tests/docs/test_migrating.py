"""The guide for users who move over answers every option, as the generator does."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.gen_keys import KEYS, Always, Key, Sets

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "migrating.md").read_text("utf-8")


def row(name: str, key: Key) -> str:
    """The row of the table that a key must have."""
    match key:
        case Sets():
            return f"| `{name}` | honoured | |"
        case Always(values, why):
            shown = ", ".join(f"`{value if isinstance(value, str) else json.dumps(value)}`" for value in values)
            return f"| `{name}` | always {shown} | {why} |"
        case _:
            return f"| `{name}` | no effect | {key.why} |"


@pytest.mark.parametrize("name", KEYS)
def test_every_key_is_answered(name: str) -> None:
    assert row(name, KEYS[name]) in GUIDE.split("\n")


def test_no_key_is_answered_that_does_not_exist() -> None:
    told = re.findall(r"^\| `([\w.]+)` \|", GUIDE[GUIDE.index("## Every key") :], re.MULTILINE)
    assert told == list(KEYS)


def test_python_blocks_compile() -> None:
    blocks = [t.content for t in MarkdownIt().parse(GUIDE) if t.type == "fence" and t.info == "python"]
    assert blocks
    for block in blocks:
        ast.parse(block)


def test_options_of_the_example_are_quoted_as_they_are() -> None:
    quoted = next(t.content for t in MarkdownIt().parse(GUIDE) if t.type == "fence" and t.info == "yaml")
    assert quoted in (ROOT / "spec" / "gen.yaml").read_text("utf-8")
