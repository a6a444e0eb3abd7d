"""The page says which files a change touches: those files are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator" / "sdkwright"
HEADING = "## Which files a change touches"


def rows() -> dict[str, tuple[str, list[str]]]:
    """By change: how many files, and the paths that the row names."""
    section = (ROOT / "docs" / "architecture.md").read_text("utf-8").split(HEADING)[1].split("\n## ")[0]
    cells = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    return {row[0].strip(): (row[1].strip(), re.findall(r"`([\w./-]+/[\w./-]*)`", row[2])) for row in cells[2:]}


def test_every_file_is_there() -> None:
    named = [path for _, paths in rows().values() for path in paths]
    assert len(rows()) == 12
    assert [path for path in named if not (GENERATOR / path).exists() and not (ROOT / path).exists()] == []


def test_the_count_is_of_files_that_are_named() -> None:
    for change, (count, paths) in rows().items():
        assert change == "another language" or 1 <= int(count) <= len(paths), change
