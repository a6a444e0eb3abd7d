"""Rooms that one can see: no long files, no full folders."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator" / "sdkwright"
LINES = 400
FILES = 15
FACE = {GENERATOR / "runtime": 22}
"""The modules of the runtime that rendered code imports stand side by side."""


def sources() -> list[Path]:
    """Every file that is written by hand in Python; not what cases expect, which is generated."""
    folders = (ROOT / "generator", ROOT / "scripts", ROOT / "tests")
    found = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    return [path for path in found if "cases" not in path.relative_to(ROOT).parts]


def test_no_file_is_long() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text("utf-8").count("\n") for path in sources()}
    assert {name: lines for name, lines in lengths.items() if lines > LINES} == {}


@pytest.mark.parametrize(
    "folder",
    sorted({path.parent for path in sources() if GENERATOR in path.parents}),
    ids=lambda folder: str(folder.relative_to(GENERATOR)),
)
def test_a_folder_holds_few_files(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= FACE.get(folder, FILES)
