"""Displays are laid out as the formatter leaves them."""

from __future__ import annotations

import ast

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import (
    Doc,
    Group,
    assigned,
    call,
    data,
    flat,
    group,
    import_line,
    keyword,
    lay,
    lay_open,
    mapping,
    subscript,
    tuple_of,
)
from sdkwright.render.formatting import Source, needs_black
from sdkwright.render.gate import judge_module

from tests.unit.planning import answering

MODE = black.Mode()
NAMES = st.sampled_from(["a", "models.Pet", "Optional_", "x" * 30, '"text"', "12", "None"])


def _grown(inner: st.SearchStrategy[Doc]) -> st.SearchStrategy[Doc]:
    items = st.lists(inner, min_size=1, max_size=5)
    calls = st.builds(lambda name, args: call(name, *args), st.sampled_from(["op.Json", "f"]), items)
    subscripts = st.builds(lambda args: subscript("Union", args), items)
    tuples = st.builds(tuple_of, items)
    lists = st.builds(lambda args: group("[", tuple(args), "]"), items)
    mappings = st.builds(lambda args: mapping(('"key"', arg) for arg in args), items)
    return st.one_of(calls, subscripts, tuples, lists, mappings)


DOCS: st.SearchStrategy[Doc] = st.recursive(NAMES, _grown, max_leaves=14)


@given(st.lists(DOCS, min_size=1, max_size=4), st.sampled_from([0, 4, 8]))
def test_the_formatter_leaves_a_call_alone(items: list[Doc], indent: int) -> None:
    """All but lines that hold nothing to break, which the whole-package tests judge."""
    laid = lay(call("f", *items), indent)
    source = "".join(f"{' ' * i}class A:\n" for i in range(0, indent, 4)) + f"{' ' * indent}{laid}\n"
    assert max(map(len, source.split("\n"))) <= 88
    assert black.format_str(source, mode=MODE) == source


@given(DOCS)
def test_laying_out_changes_no_meaning(doc: Doc) -> None:
    assert ast.dump(ast.parse(lay(doc))) == ast.dump(ast.parse(flat(doc)))
    if isinstance(doc, Group):
        assert ast.dump(ast.parse(lay_open(doc))) == ast.dump(ast.parse(flat(doc)))


@given(st.integers(1, 100), st.integers(1, 60))
def test_the_formatter_leaves_an_alias_alone(name: int, member: int) -> None:
    doc = subscript("Union", ["A" * member, "B" * member])
    source = f"{'x' * name} = {assigned('x' * name, doc)}\n"
    assert black.format_str(source, mode=MODE) == source


@given(st.integers(40, 100))
def test_the_formatter_is_spared_for_dictionaries_that_take_any_key(length: int) -> None:
    schemas = {
        "X" * length: {"type": "object"},
        "Pet": {"properties": {"a": {"$ref": "#/components/schemas/" + "X" * length}}},
    }
    made = answering({"$ref": "#/components/schemas/Pet"}, schemas)
    source = next(text for path, text in made.files.items() if path.endswith("x_typed.py")).decode()
    assert "str, Any" in source
    assert not needs_black(Source("a.py", source, judge_module("a.py", source)))
    assert black.format_str(source, mode=MODE) == source


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        (tuple_of(["a"]), "(a,)"),
        (tuple_of([]), "()"),
        (call("f"), "f()"),
        (call("f", None, "a"), "f(a)"),
        (keyword("k", call("f", "a")), "k=f(a)"),
        (keyword("k", "1"), "k=1"),
        (data({"a": [1, ("b",)]}), '{"a": [1, ("b",)]}'),
    ],
)
def test_what_fits_stays_on_a_line(doc: Doc, expected: str) -> None:
    assert lay(doc) == expected


def test_a_subscript_of_one_gets_no_comma() -> None:
    laid = lay_open(subscript("Optional", ["x"]))
    assert laid == "Optional[\n    x\n]"


def test_imports_are_broken_where_they_are_too_wide() -> None:
    assert import_line("a", ["b", "c"]) == "from a import b, c"
    broken = import_line("a", ["b" * 50, "c" * 50])
    assert broken == f"from a import (\n    {'b' * 50},\n    {'c' * 50},\n)"


def test_helpers_give_way_to_names_of_the_document() -> None:
    scope = Scope({"List", "datetime"}, {"str"})
    assert scope.typing("List") == "_List"
    assert scope.typing("Optional") == "Optional"
    assert scope.use("datetime", "datetime") == "_datetime"
    assert scope.builtin("str") == "_str"
    assert scope.builtin("int") == "int"
    assert scope.lines() == (
        "from builtins import str as _str",
        "from datetime import datetime as _datetime",
        "from typing import Optional",
        "from typing import List as _List",
    )


def test_imports_stand_in_three_blocks() -> None:
    scope = Scope(())
    scope.use("._runtime", "operation", "op")
    scope.use("pydantic", "Field")
    scope.typing("Any")
    scope.use("..types", "UNSET")
    assert scope.lines() == (
        "from typing import Any",
        "",
        "from pydantic import Field",
        "",
        "from ..types import UNSET",
        "from ._runtime import operation as op",
    )


def test_a_class_that_a_field_shadows_gets_a_second_name() -> None:
    scope = Scope({"Pet"}, {"Pet"})
    assert scope.own("Pet") == "_Pet"
    assert scope.own("Toy") == "Toy"
    assert scope.aliases() == ("_Pet = Pet",)
