"""The guide for users who move over answers every option, as the generator does; `make cases` rewrites its table."""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import assert_never

import pytest
import yaml
from markdown_it import MarkdownIt
from sdkwright.options.keys import KEYS, Always, Ignored, Key, Renamed, Sets

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "migrating.md"
REWRITE = bool(os.environ.get("SDKWRIGHT_REWRITE_CASES"))
HEADER = "| Key | Answer | Case, or why |\n| --- | --- | --- |\n"
ELSEWHERE = {
    "sdkwright.docs.style": "unit/cli/test_docs_style.py",
    "sdkwright.ledger": "unit/cli/test_writing.py",
    "sdkwright.names.draft": "unit/cli/test_names_written.py",
    "sdkwright.include": "unit/output/test_package.py",
    "sdkwright.requires": "unit/options/test_requires.py",
    "sdkwright.refRoot": "unit/openapi/test_refs.py",
    "sdkwright.overlays": "unit/cli/test_init.py",
    "sdkwright.includeTags": "unit/cli/test_parts_of_documents.py",
    "sdkwright.includePaths": "unit/cli/test_parts_of_documents.py",
    "sdkwright.excludeTags": "unit/cli/test_parts_of_documents.py",
    "sdkwright.excludePaths": "unit/cli/test_parts_of_documents.py",
    "sdkwright.otherExtensions": "unit/normalise/test_others.py",
    "sdkwright.excludeInternal": "unit/normalise/test_others.py",
    "sdkwright.strict": "unit/cli/test_cli.py",
}
"""Honoured keys that a case cannot show, and who tests them."""


def written(node: object, above: str = "") -> Iterator[str]:
    """The known keys of an options file."""
    for name, value in node.items() if isinstance(node, dict) else ():
        path = f"{above}{name}"
        if path in KEYS:
            yield path
        else:
            yield from written(value, f"{path}.")


@cache
def cases() -> dict[str, str]:
    """The case that shows each key: of all that have it, the one that has the fewest."""
    found: dict[str, tuple[int, str]] = {}
    for config in (ROOT / "tests" / "cases").glob("*/gen.yaml"):
        keys = list(written(yaml.safe_load(config.read_text("utf-8"))))
        for key in keys:
            found[key] = min(found.get(key, (len(KEYS), "")), (len(keys), config.parent.name))
    return {key: name for key, (_, name) in found.items()}


def shown_by(name: str) -> str:
    """A link to what tests a key that is honoured."""
    if name not in ELSEWHERE:
        return f"[{cases()[name]}](../tests/cases/{cases()[name]})"
    test = ROOT / "tests" / ELSEWHERE[name]
    assert name.rpartition(".")[2].lower() in test.read_text("utf-8").replace("_", "").lower()
    return f"[{test.name}](../tests/{ELSEWHERE[name]})"


def row(name: str, key: Key) -> str:
    """The row of the table that a key must have."""
    match key:
        case Sets():
            return f"| `{name}` | honoured | {shown_by(name)} |"
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
