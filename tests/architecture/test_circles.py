"""No module needs itself, by however many others: every import counts, those in functions and for types alone too."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "generator"


def modules() -> dict[str, Path]:
    """The modules of the generator and of the runtime by their names."""
    return {_name(path): path for path in sorted((SOURCE / "sdkwright").rglob("*.py"))}


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _needed(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """The modules that a file imports, at once or later.  A submodule is meant rather than the package around it."""
    package = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                yield inner if inner in known else origin


def circles(known: Mapping[str, Path]) -> list[str]:
    """The circles among the modules, each written as the way around."""
    graph = {name: sorted({*_needed(name, path, known)} & set(known) - {name}) for name, path in known.items()}
    done: set[str] = set()
    found: list[str] = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            found.append(" -> ".join((*above[above.index(name) :], name)))
        elif name not in done:
            for other in graph[name]:
                visit(other, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())
    return found


def test_there_is_no_circle() -> None:
    """Not even in `normalise/`: schemas contain schemas, but `recursion` is the protocol of the walk over them."""
    assert circles(modules()) == []


@pytest.mark.parametrize(
    "text",
    [
        "from package import second",
        "from package.second import anything",
        "import package.second",
        "from .second import anything",
        "from . import second",
        "def f():\n    from package.second import anything",
        "if TYPE_CHECKING:\n    from .second import anything",
    ],
)
def test_a_circle_is_found(text: str, tmp_path: Path) -> None:
    known = {f"package.{name}": tmp_path / f"{name}.py" for name in ("first", "second", "third")}
    known["package.first"].write_text(text)
    known["package.second"].write_text("from .third import anything")
    known["package.third"].write_text("import json")
    assert circles(known) == []
    known["package.third"].write_text("from package.first import anything")
    assert circles(known) == ["package.first -> package.second -> package.third -> package.first"]
