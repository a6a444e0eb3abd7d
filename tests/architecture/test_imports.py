"""The direction of the arrows: imports run one way, read from the source with `ast`."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.rooms import RANK, ROOMS, arrows, table

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "generator"
GENERATOR = SOURCE / "sdkwright"
RUNTIME = GENERATOR / "runtime"

RUNTIME_PACKAGES = {"anyio", "pydantic", "pydantic_core", "typing_extensions"}


def _modules(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, `from package import module` spelt out for our own package."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            assert node.module is not None
            if node.module == "sdkwright":
                yield from (f"sdkwright.{alias.name}" for alias in node.names)
            else:
                yield node.module


def _rooms_of(path: Path) -> set[str]:
    names = (name.split(".") for name in _imported(path))
    return {[*parts, "__init__"][1] for parts in names if parts[0] == "sdkwright"}


def _generator_modules() -> list[Path]:
    return [path for path in _modules(GENERATOR) if RUNTIME not in path.parents]


def test_every_room_has_a_layer() -> None:
    rooms = {_room(path) for path in _generator_modules()}
    assert rooms - set(RANK) == set()


@pytest.mark.parametrize("path", _generator_modules(), ids=lambda path: str(path.relative_to(GENERATOR)))
def test_imports_lead_down(path: Path) -> None:
    room = _room(path)
    wrong = {
        other
        for other in _rooms_of(path) - {room, "__version__"}
        if RANK[other] <= RANK[room] or other in ROOMS[room].blind_to
    }
    assert wrong == set()


def test_nobody_imports_the_runtime() -> None:
    users = [path for path in _generator_modules() if "runtime" in _rooms_of(path)]
    assert users == []


def test_the_docs_see_the_view_alone() -> None:
    seen = {room for path in _modules(GENERATOR / "docs") for room in _rooms_of(path)}
    assert seen == {"docs", "frozen", "text", "view"}


@pytest.mark.parametrize("text", [table(), arrows()], ids=["rooms", "arrows"])
def test_the_page_says_what_this_test_checks(text: str) -> None:
    assert text in (ROOT / "docs" / "architecture.md").read_text("utf-8")


@pytest.mark.parametrize("path", _modules(RUNTIME), ids=lambda path: str(path.relative_to(RUNTIME)))
def test_the_runtime_stands_alone(path: Path) -> None:
    """Relative imports that stay inside, the standard library, and few packages; the HTTP library is loaded by name."""

    tops = {name.split(".")[0] for name in _imported(path)}
    assert tops - set(sys.stdlib_module_names) - RUNTIME_PACKAGES == set()
    depth = len(path.relative_to(RUNTIME).parts)
    levels = [n.level for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ImportFrom)]
    assert all(level <= depth for level in levels)
