"""Code is put together and never taken apart: the type refuses what it can, and this test what a type cannot refuse."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "generator" / "sdkwright"
MAKERS = ("view", "examples", "plan", "docs", "render")
"""The rooms that have code in their hands."""
PATTERNS = {
    "docs/markdown.py": "text of the document, made safe",
    "docs/reader/text/blocks.py": "code of the document, between whose fences it goes",
    "docs/reader/text/hints.py": "text of the document, of which is asked what it cannot have",
    "docs/reader/text/html.py": "text of the document, its tags in the words of Markdown",
    "docs/reader/text/inline.py": "text of the document, made safe",
    "docs/reader/text/plain.py": "text of the document, of words, code and links",
    "docs/reader/where/anchors.py": "headings, of which readers' tools make anchors",
    "docs/reader/where/chapters.py": "paths of the document, of which folders are called",
    "docs/table_layout.py": "the cells of a table, whose pipes are escaped",
    "examples/patterns.py": "the patterns of the document",
    "examples/sendable.py": "examples of the document",
    "plan/client.py": "addresses of the document",
    "plan/project.py": "versions and licences of the document",
    "render/formatting.py": "lines that may be too wide, of a whole file",
    "render/gate.py": "a whole file, judged before it is written",
    "render/names.py": "a whole module, which lists names",
    "render/pieces.py": "a whole module, which is cut",
    "render/plain.py": "a whole page of plain text",
    "render/retold.py": "a whole module, before and after the edit of a text",
    "render/twins.py": "a whole module, in which methods stand twice",
}
"""Who may use `re`, and on what: a pattern takes a `Code` for the text that it is."""
RAW = {
    "docs/markdown.py": "values in Python syntax, made safe for pages as text",
    "docs/reader/lists.py": "names of models, which stand below their first letters",
    "docs/reader/where/anchors.py": "a page knows the anchors that tools make of its headings",
    "docs/table_layout.py": "a table fills up its cells and breaks them",
}
"""Who may ask for the text behind code, beside the sinks in `text/`."""
BUILDING = frozenset(
    {
        *("__add__", "__format__", "__len__", "__mul__", "__repr__", "__rmul__", "__sizeof__", "__str__", "join"),
        *("__eq__", "__ge__", "__gt__", "__hash__", "__le__", "__lt__", "__ne__"),
        *("__doc__", "__getattribute__", "__getnewargs__", "__new__"),
    }
)
MODULES = [path for room in MAKERS for path in sorted((SOURCE / room).rglob("*.py"))]
LOOKING: list[Callable[[Code], object]] = [
    lambda code: "a" in code,
    lambda code: code[0],
    lambda code: code[:1],
    list,
    lambda code: code.split("\n"),
    lambda code: code.startswith("a"),
    lambda code: code.replace("a", "b"),
    lambda code: code % (),
]


@pytest.mark.parametrize("look", LOOKING)
def test_code_is_not_looked_into(look: Callable[[Code], object]) -> None:
    with pytest.raises(TypeError, match="ask what it was made from"):
        look(Code("a\nb"))


@pytest.mark.parametrize("name", sorted(vars(str).keys() - BUILDING))
def test_all_that_a_text_can_be_asked_is_refused(name: str) -> None:
    """Also what a newer Python adds."""
    with pytest.raises(TypeError, match="ask what it was made from"):
        getattr(Code("a"), name)()


@given(st.text(), st.text())
def test_code_is_put_together_like_text(first: str, second: str) -> None:
    one, two = Code(first), Code(second)
    assert f"{one}{two:>3}" == f"{first}{second:>3}"
    assert one + two == first + second
    assert one.join([two, one]) == first.join([second, first])
    assert (len(one), hash(one), one < two, bool(one)) == (len(first), hash(first), first < second, bool(first))
    assert type(raw(one)) is str


def _uses(path: Path, wanted: Callable[[ast.AST], bool]) -> bool:
    return any(wanted(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def _imports(module: str, name: str | None = None) -> Callable[[ast.AST], bool]:
    def found(node: ast.AST) -> bool:
        if isinstance(node, ast.Import):
            return name is None and any(alias.name == module for alias in node.names)
        named = isinstance(node, ast.ImportFrom) and node.module == module
        return named and (name is None or any(alias.name == name for alias in node.names))

    return found


@pytest.mark.parametrize(
    ("wanted", "users"),
    [(_imports("re"), PATTERNS), (_imports("sdkwright.text.escape", "raw"), RAW)],
    ids=["patterns", "raw"],
)
def test_only_these_read_text(wanted: Callable[[ast.AST], bool], users: dict[str, str]) -> None:
    found = {path.relative_to(SOURCE).as_posix() for path in MODULES if _uses(path, wanted)}
    assert found == users.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nobody_goes_round_the_refusal(path: Path) -> None:
    """`str.split(code)` would."""
    assert not _uses(
        path, lambda n: isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name) and n.value.id == "str"
    )
