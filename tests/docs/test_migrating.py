"""The guide for users who move over answers every option, as the generator does; `make cases` rewrites its table."""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path
from typing import assert_never

import pytest
from markdown_it import MarkdownIt
from sdkwright.options.keys import KEYS, Always, Ignored, Key, Renamed, Sets

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "migrating.md"
REWRITE = bool(os.environ.get("SDKWRIGHT_REWRITE_CASES"))
HEADER = "| Key | Answer | Why |\n| --- | --- | --- |\n"


def row(name: str, key: Key) -> str:
    """The row of the table that a key must have."""
    match key:
        case Sets():
            return f"| `{name}` | honoured | |"
        case Always(values, why):
            shown = ", ".join(
                f"`{value if isinstance(value, str) and value else json.dumps(value)}`" for value in values
            )
            return f"| `{name}` | always {shown} | {why} |"
        case Ignored(why):
            return f"| `{name}` | no effect | {why} |"
        case Renamed(now):
            return f"| `{name}` | honoured | the older name of `{now}` |"
        case _:
            assert_never(key)


@pytest.mark.cases
def test_every_key_is_answered() -> None:
    text = GUIDE.read_text("utf-8")
    start = text.index(HEADER)
    end = text.index("\n\n", start)
    table = HEADER + "\n".join(row(name, key) for name, key in KEYS.items())
    if REWRITE:
        GUIDE.write_text(text[:start] + table + text[end:], encoding="utf-8", newline="\n")
        text = GUIDE.read_text("utf-8")
    assert table + "\n\n" in text


def test_python_blocks_compile() -> None:
    blocks = [
        t.content for t in MarkdownIt().parse(GUIDE.read_text("utf-8")) if t.type == "fence" and t.info == "python"
    ]
    assert blocks
    for block in blocks:
        ast.parse(block)


def test_options_of_the_example_are_quoted_as_they_are() -> None:
    tokens = MarkdownIt().parse(GUIDE.read_text("utf-8"))
    quoted = next(t.content for t in tokens if t.type == "fence" and t.info == "yaml")
    assert quoted in (ROOT / "spec" / "gen.yaml").read_text("utf-8")
