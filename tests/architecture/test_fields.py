"""Every field of what the stages hand over is read by somebody: nothing is worked out for nobody."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "generator" / "sdkwright"
READERS = [
    *(path for path in ROOM.rglob("*.py") if "runtime" not in path.relative_to(ROOM).parts),
    *(ROOT / "scripts").rglob("*.py"),
]
VALUES = [*(ROOM / "view").glob("*.py"), *(ROOM / "ir").glob("*.py"), ROOM / "names" / "model.py"]


def _fields(path: Path) -> Iterator[tuple[str, str]]:
    """The fields of the classes in a file, with the class."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield node.name, line.target.id


def _read() -> set[str]:
    """All attributes that are read, by dot or by pattern, and all words of the templates behind a dot."""
    found: set[str] = set()
    for path in READERS:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                found.add(node.attr)
            elif isinstance(node, ast.MatchClass):
                found.update(node.kwd_attrs)
    for path in (ROOT / "templates").rglob("*.*"):
        found.update(re.findall(r"\.([a-z_]+)", path.read_text("utf-8")))
    return found


READ = _read()


@pytest.mark.parametrize("path", VALUES, ids=lambda path: path.relative_to(ROOM).as_posix())
def test_every_field_is_read(path: Path) -> None:
    assert [(owner, field) for owner, field in _fields(path) if field not in READ] == []
