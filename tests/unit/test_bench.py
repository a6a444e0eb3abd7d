"""The documents of `make bench`: sound, of the size that was asked for, and with one description changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.openapi import load, validate

from scripts.bench.documents import edited, made, operations
from scripts.bench.report import MARK, put


@pytest.mark.parametrize("count", [1, 25])
def test_made_documents_are_sound(tmp_path: Path, count: int) -> None:
    path = tmp_path / "openapi.yaml"
    for text in (made(count), edited(made(count))):
        path.write_text(text)
        document = load(path)
        assert (*document.problems, *validate(document)) == ()
        paths = document.root["paths"]
        assert isinstance(paths, dict)
        assert len(paths) == operations(text) == count


@pytest.mark.parametrize(
    "line",
    [
        "  description: Some words",
        '  description: "Some: words"',
        "  description: 'Some words'",
        '  "description": "x",',
    ],
)
def test_one_description_changes_and_nothing_else(line: str) -> None:
    text = f"{line}\nother: 1\n"
    changed = edited(text)
    assert changed.count(", as somebody changed it") == 1
    assert changed.replace(", as somebody changed it", "") == text
    assert changed.endswith("\nother: 1\n")


def test_a_document_without_descriptions_cannot_be_edited() -> None:
    with pytest.raises(ValueError, match="no description"):
        edited("description: >-\n  folded\n")


def test_the_part_below_the_mark_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Mine\n")
    for text in ("first\n", "second\n"):
        put(page, text)
        assert page.read_text() == f"# Mine\n\n{MARK}\n\n{text}"
