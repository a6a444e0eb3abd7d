"""A module that is retold is another in its docstrings alone: what the gate has found of the one is true of both."""

from __future__ import annotations

import ast
import warnings

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sdkwright.problems import ProblemsError
from sdkwright.render.gate import judge_module
from sdkwright.render.retold import retold
from sdkwright.text.escape import docstring, string_literal
from sdkwright.text.kinds import Prose

BITS = st.sampled_from(
    [
        '"""',
        '"',
        "'",
        "'''",
        "#",
        "\\",
        "\n",
        " ",
        "    ",
        "(",
        ")",
        ":",
        ",",
        "a",
        "f",
        "def f():\n",
        "class A:\n    ",
        "é",
    ]
)
TEXTS = st.lists(BITS, max_size=6).map("".join)
STATEMENTS = st.sampled_from(
    [
        "def {name}(a: {text}, b={text}) -> {text}:\n    {inner}\n    return a\n",
        "class {name}(\n    A,\n):\n    {inner}\n\n    a: int\n    {inner}\n\n"
        "    async def {name}(self):\n        {deep}\n",
        "{name} = ({outer}\n{outer})\n",
        "{name} = [\n    {inner}\n]\n",
        "{name}: {outer}\n",
        "{name} = {{\n    {text}:\n    {inner}\n}}\n",
        "{outer}\n",
        "# {comment}\n",
        "if {name}:\n    {inner}\nelse:\n    {name} = r'{name}'\n",
        "{name} = b'' '''\n{name}'''\n",
    ]
)


@st.composite
def modules(draw: st.DrawFn) -> str:
    """What a plan may come to, and more."""
    made = "class A:\n    pass\n"
    for number, statement in enumerate(draw(st.lists(STATEMENTS, min_size=1, max_size=4))):
        made += statement.format(
            name=f"name{number}",
            text=string_literal(draw(TEXTS)),
            comment=draw(TEXTS).replace("\n", " "),
            outer=docstring([Prose(draw(TEXTS))], 0) or '"""a"""',
            inner=docstring([Prose(draw(TEXTS))], 4) or '"""a"""',
            deep=docstring([Prose(draw(TEXTS))], 8) or '"""a"""',
        )
    return made


def found(source: str) -> tuple[str, frozenset[str]] | None:
    """The tree of a module without its docstrings, and the texts that the gate finds; None where it is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Of escapes that no Python knows.
        try:
            judged = judge_module("a.py", source)
        except ProblemsError:
            return None
        tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = ""
    return ast.dump(tree), judged.strings


@given(modules(), st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_what_is_retold_is_the_same_to_the_gate(before: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, min(len(before), start + 8)))
    now = before[:start] + data.draw(TEXTS) + before[end:]
    known = found(before)
    assume(known is not None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = retold(before, now)
    if told is not None:
        assert found(now) == known


@given(modules(), TEXTS)
@settings(max_examples=100, deadline=None)
def test_another_docstring(before: str, text: str) -> None:
    method = "class B:\n    def b(self) -> None:\n        {}\n        return None\n"
    one, other = docstring([Prose("One")], 8), docstring([Prose(f"Two {text}")], 8)
    after = method.format(one) + before
    assert retold(before + method.format(one) + after, before + method.format(other) + after) == [other]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("a = 1\n", "a = 2\n"),
        ('a = "b"\n', 'a = "c"\n'),
        ('a = """b"""\n', 'a = """c"""\n'),
        ('a = (\n    """b"""\n)\n', 'a = (\n    """c"""\n)\n'),
        ('def a(\n    b:\n    """c"""\n): pass\n', 'def a(\n    b:\n    """d"""\n): pass\n'),
        ('"""a"""\n', '"""b""".c\n'),
        ('"""a"""\n', '"""b"""; c\n'),
        ('"""a"""\n', 'f"""b"""\n'),
        ('"""a"""\n', '"""\\N{b}"""\n'),
        ("# a\n", "# b\n"),
        ('"""a"""\n', "'''a'''\n"),
        ('a = \\\n"""b"""\n', 'a = \\\n"""c"""\n'),
        ('"""a""".b\n', '"""c""".b\n'),
        ('"a"; b = """c"""\n', '"a"; b = """d"""\n'),
    ],
)
def test_more_than_a_docstring(before: str, now: str) -> None:
    assert retold(before, now) is None
    assert retold(before, before) == []


def test_many_docstrings_of_a_class_are_judged_with_it() -> None:
    """To parse a class once for each of them takes longer."""

    def fields(text: str, changed: int) -> str:
        told = (text if number < changed else "As it was" for number in range(60))
        return "class A:\n" + "".join(f'    a: int\n    """{one}"""\n\n' for one in told)

    assert retold(fields("Old", 3), fields("New", 3)) == ['"""New"""'] * 3
    assert retold(fields("Old", 60), fields("New", 60)) is None
