"""The library inside every SDK: its flat face, its folders, and the direction of the imports between them.

Imports inside of functions and for type checkers alone count as well: a module that names another is bound to it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.architecture.rooms import RUNTIME_LAYERS, Part, runtime_table

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator" / "sdkwright"
RUNTIME = GENERATOR / "runtime"

RANK = {part: rank for rank, layer in enumerate(RUNTIME_LAYERS) for part in layer}
FOLDERS = {part.folder: part for part in RANK if part.folder is not None}
FACE = {name: part for part in RANK for name in part.face}


def _modules() -> list[str]:
    """Every module, `send.core` for `send/core.py`; packages have nothing to import."""
    paths = (path.relative_to(RUNTIME).with_suffix("") for path in sorted(RUNTIME.rglob("*.py")))
    return [".".join(path.parts) for path in paths if path.name != "__init__"]


def _imports(module: str) -> Iterator[str]:
    """The modules that a module imports, wherever it does."""
    path = RUNTIME.joinpath(*module.split(".")).with_suffix(".py")
    above = module.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            package = [*above[: len(above) - node.level + 1], *(node.module or "").split(".")]
            for alias in node.names:
                whole = ".".join(name for name in (*package, alias.name) if name)
                yield whole if whole in MODULES else ".".join(name for name in package if name)


MODULES = set(_modules())
GRAPH = {module: set(_imports(module)) for module in sorted(MODULES)}


def _rendered() -> set[str]:
    """The modules of the runtime that templates and the strings of the generator import."""
    found: set[str] = set()
    for path in (ROOT / "templates" / "package").rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            found.update(re.findall(r"_runtime\.([a-z_0-9]+)", text))
            found.update(re.findall(r"_runtime import ([a-z_0-9]+)", text))
    for path in GENERATOR.rglob("*.py"):
        if RUNTIME not in path.parents:
            found.update(_in_strings(ast.parse(path.read_text("utf-8"))))
    return found


def _in_strings(tree: ast.AST) -> Iterator[str]:
    """`"._runtime.files"` names a module; `use("._runtime", "streams")` names it in the next argument."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            named = re.fullmatch(r"\.*_runtime\.([a-z_0-9]+)", node.value)
            if named is not None:
                yield named[1]
        elif isinstance(node, ast.Call) and len(node.args) > 1:
            package, name = node.args[:2]
            if isinstance(package, ast.Constant) and package.value == "._runtime":
                assert isinstance(name, ast.Constant)
                yield str(name.value)


def test_the_face_is_what_rendered_code_imports() -> None:
    flat = {module for module in MODULES if "." not in module}
    assert flat == _rendered()


def test_every_module_has_its_part() -> None:
    assert {module for module in MODULES if "." not in module} == set(FACE)
    assert {module.split(".")[0] for module in MODULES if "." in module} == set(FOLDERS)


def _part(module: str) -> Part:
    return FACE.get(module) or FOLDERS[module.split(".", maxsplit=1)[0]]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_lead_down(module: str) -> None:
    own = _part(module)
    elsewhere = {other for other in GRAPH[module] if _part(other) != own}
    assert {other for other in elsewhere if RANK[_part(other)] <= RANK[own]} == set()


def test_the_page_says_what_this_test_checks() -> None:
    assert runtime_table() in (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_the_contract_names_what_is_there() -> None:
    """Its table has a row for each module of the face, and the names in it are those of the modules."""
    page = (ROOT / "docs" / "runtime-contract.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[a-z`, ]+`[^|]*) \| ([^|]*) \|", page.split("\n## ")[0], re.MULTILINE)
    told = [(re.findall(r"`([a-z]+)`(?! as)", modules), re.findall(r"`(\w+)`", names)) for modules, names in rows]
    assert sorted(name for modules, _ in told for name in modules) == sorted(FACE)
    for modules, names in told:
        exported = {name for module in modules for name in dir(import_module(f"sdkwright.runtime.{module}"))}
        assert {*names} - {"types", "utils"} <= exported
