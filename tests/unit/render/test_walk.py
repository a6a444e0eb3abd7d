"""What the walk calls plain compiles: nobody need ask the compiler."""

from __future__ import annotations

import ast
import re
import warnings

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from sdkwright.problems import ProblemsError
from sdkwright.render.gate import judge_module

from tests.unit.planning import model
from tests.unit.render.walking import walked


def is_plain(source: str) -> bool:
    """Whether the compiler would not be asked of a module; of one that is refused nobody asks."""
    try:
        return walked(source)[1]
    except ProblemsError:
        return False


def compiled(source: str) -> None:
    """Raises what a compiler finds, its warnings as well."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compile(source, "a.py", "exec", dont_inherit=True, optimize=2)


def test_a_node_that_is_asked_for_first_holds_nothing_else() -> None:
    """What the walk takes by name is all there is; another Python might have more."""
    held: dict[type[ast.AST], tuple[str, ...]] = {
        ast.AnnAssign: ("target", "annotation", "value", "simple"),
        ast.Attribute: ("value", "attr", "ctx"),
        ast.Call: ("func", "args", "keywords"),
        ast.Constant: ("value", "kind"),
        ast.Expr: ("value",),
        ast.ImportFrom: ("module", "names", "level"),
        ast.Name: ("id", "ctx"),
        ast.Subscript: ("value", "slice", "ctx"),
        ast.Tuple: ("elts", "ctx"),
        ast.alias: ("name", "asname"),
        ast.arg: ("arg", "annotation", "type_comment"),
        ast.arguments: ("posonlyargs", "args", "vararg", "kwonlyargs", "kw_defaults", "kwarg", "defaults"),
        ast.keyword: ("arg", "value"),
    }
    assert {kind: kind._fields for kind in held} == held


UNSOUND = {
    # https://docs.python.org/3/reference/simple_stmts.html
    "return": "return 1",
    "return in a class": "class A:\n    return 1",
    "return in a class of a function": "def f():\n    class A:\n        return 1",
    "yield": "x = yield",
    "yield in a class": "class A:\n    x = yield",
    "break": "break",
    "continue": "if x:\n    continue",
    "break in a function": "def f():\n    break",
    "global after use": "def f():\n    x = 1\n    global x",
    "global of a parameter": "def f(x):\n    global x",
    "global of what is annotated": "def f():\n    x: int\n    global x",
    "nonlocal": "nonlocal x",
    "nonlocal of nothing": "def f():\n    nonlocal x",
    "nonlocal of a parameter": "def f(x):\n    nonlocal x",
    "import * in a function": "def f():\n    from .a import *",
    "import * in a class": "class A:\n    from .a import *",
    "late __future__": "from .a import b\nfrom __future__ import annotations",
    "__future__ behind a text and more": "'a'\nx = 1\nfrom __future__ import annotations",
    "__future__ in a class": "class A:\n    from __future__ import annotations",
    "unknown __future__": "from __future__ import canary",
    "unknown __future__ beside a known one": "from __future__ import annotations, canary",
    "braces": "from __future__ import braces",
    # https://docs.python.org/3/library/constants.html#debug__
    "__debug__ assigned": "__debug__ = 1",
    "__debug__ among others": "a, __debug__ = 1, 2",
    "__debug__ annotated": "__debug__: int = 1",
    "__debug__ annotated in a class": "class A:\n    __debug__: int",
    "__debug__ of something": "a.__debug__ = 1",
    "__debug__ of something among others": "a, b.__debug__ = 1, 2",
    "__debug__ of something annotated": "a.__debug__: int = 1",
    "__debug__ as a parameter": "def f(__debug__): ...",
    "__debug__ as a parameter by name": "def f(*, __debug__): ...",
    "__debug__ as the rest": "def f(*__debug__): ...",
    "__debug__ of a lambda": "x = lambda __debug__: 1",
    "__debug__ as a keyword": "class A: ...\nx = A(__debug__=1)",
    "__debug__ as a keyword of a class": "class A(B, __debug__=1): ...",
    "__debug__ as a class": "class __debug__: ...",
    "__debug__ as a function": "def __debug__(): ...",
    "__debug__ as a coroutine": "async def __debug__(): ...",
    "__debug__ imported": "from .a import __debug__",
    "__debug__ imported as such": "from .a import b as __debug__",
    "__debug__ as a module": "import typing as __debug__",
    "__debug__ in other letters": "__\uff44ebug__ = 1",
    "__debug__ deleted": "del __debug__",
    "__debug__ counted up": "__debug__ += 1",
    "__debug__ in a loop": "for __debug__ in x: ...",
    "__debug__ named": "(__debug__ := 1)",
    # https://docs.python.org/3/reference/compound_stmts.html#function-definitions
    "a parameter twice": "def f(a, a): ...",
    "a parameter twice in kinds": "def f(a, /, b, *, a): ...",
    "a parameter twice as the rest": "def f(a, *a): ...",
    "a parameter twice as the keywords": "def f(a, **a): ...",
    "a parameter twice in a coroutine": "async def f(a, a): ...",
    "a parameter of a lambda twice": "x = lambda a, a: 1",
    "a parameter twice within its class": "class A:\n    def f(self, __a, _A__a): ...",
    "a keyword twice": "class A: ...\nx = A(a=1, a=2)",
    "a keyword twice in a class": "class A(B, a=1, a=2): ...",
    "a keyword twice in a decorator": "@property(a=1, a=2)\ndef f(): ...",
    # https://docs.python.org/3/reference/expressions.html#await-expression
    "await": "await x",
    "await in a function": "def f():\n    return await x",
    "await in a lambda": "async def f():\n    return lambda: await x",
    "await in a lambda that is waited for": "async def f():\n    return await (lambda: await x)",
    "await in an annotation": "from __future__ import annotations\nasync def f():\n    x: (await y) = 1",
    "await in a default": "async def f(a=await x): ...",
    "async for in a function": "def f():\n    async for x in y: ...",
    "async with in a function": "def f():\n    async with x: ...",
    "async comprehension": "x = [y async for y in z]",
    "return of a value beside yield": "async def f():\n    yield 1\n    return 2",
    "yield from in a coroutine": "async def f():\n    yield from x",
    "yield in a comprehension": "def f():\n    return [(yield) for x in y]",
    "a name in a comprehension": "x = [(y := 1) for y in z]",
    "a name in a comprehension of a class": "class A:\n    x = [(y := 1) for z in w]",
    "a name where a comprehension begins": "x = [1 for y in (z := w)]",
    "an annotation that names": "from __future__ import annotations\nx: (y := 1) = 1",
    # https://docs.python.org/3/reference/simple_stmts.html#assignment-statements
    "a star": "x = *a",
    "a star alone": "*a",
    "a star as a target": "*a = x",
    "two stars": "*a, *b = x",
    "except before others": "try: ...\nexcept: ...\nexcept A: ...",
    "a pattern that takes all": "match x:\n    case y: ...\n    case z: ...",
    "a pattern that names twice": "match x:\n    case [y, y]: ...",
    "a pattern of other names": "match x:\n    case [y] | [z]: ...",
    "a pattern with a keyword twice": "match x:\n    case A(a=1, a=2): ...",
    "a pattern with a key twice": "match x:\n    case {'a': 1, 'a': 2}: ...",
    # What is only warned of.
    "a text that is called": "x = 'a'(1)",
    "a number with items": "x = 1[2]",
    "a list with a text as its index": "x = [1]['a']",
    "a text with a text as its index": "x = 'a'['b']",
    "a text that is compared by identity": "x = y is 'a'",
    "a claim that is always true": "assert (x, 'y')",
}


@pytest.mark.parametrize("source", UNSOUND.values(), ids=UNSOUND)
def test_what_parses_and_does_not_compile_is_not_plain(source: str) -> None:
    ast.parse(source)
    with pytest.raises((SyntaxError, Warning)):
        compiled(source)
    assert not is_plain(source)


IN_SOME_PYTHONS = {
    "late __future__ of here": "x = 1\nfrom .__future__ import annotations",
    "too many blocks": "".join(f"{' ' * n}while x:\n" for n in range(21)) + " " * 21 + "pass",
}


@pytest.mark.parametrize("source", IN_SOME_PYTHONS.values(), ids=IN_SOME_PYTHONS)
def test_what_some_pythons_do_not_compile_is_not_plain(source: str) -> None:
    assert not is_plain(source)


DEEP = {
    "attributes": "x = a" + ".b" * 5000,
    "items": "x = a" + "[b]" * 5000,
    "calls": "x = tuple" + "()" * 5000,
    "signs": "x = " + "-" * 5000 + "a",
    "lists": "x = " + "[" * 90 + "]" * 90,
    "branches": "if x: ...\n" + "elif x: ...\n" * 400,
    "lambdas": "x = " + "lambda: " * 400 + "a",
}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_what_is_deep_is_left_to_the_compiler(source: str) -> None:
    try:
        assert not is_plain(source)
    except (RecursionError, MemoryError):  # The parser has given up, as it may: another Python does not.
        with pytest.raises(ProblemsError):
            judge_module("a.py", source)


# ------------------------------------------------------------------------------------------------- random programs

NAMES = st.sampled_from(["a", "b", "tuple", "__debug__"])


def _listed(items: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=most).map(", ".join)


def _arguments(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    by_name = st.tuples(NAMES, inner).map("=".join)
    return st.tuples(_listed(inner), _listed(by_name)).map(lambda both: ", ".join(filter(None, both)))


def _parameters(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    by_name = st.tuples(NAMES, st.just("=") | st.just(": a ="), inner).map("".join)
    rest = st.sampled_from(["", "*", "*b", "**a"])
    return st.tuples(_listed(NAMES, 2), rest, _listed(by_name, 2)).map(lambda all_: ", ".join(filter(None, all_)))


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = _listed(st.tuples(inner, inner).map(": ".join))
    plain = (
        st.tuples(inner, NAMES).map(".".join)
        | st.tuples(inner, inner).map(lambda two: f"{two[0]}[{two[1]}]")
        | st.tuples(inner, _arguments(inner)).map(lambda two: f"{two[0]}({two[1]})")
        | _listed(inner).map("({},)".format)
        | _listed(inner).map("[{}]".format)
        | pairs.map("{{{}}}".format)
        | inner.map("(not {})".format)
        | inner.map("(-{})".format)
        | st.tuples(_listed(NAMES, 2), inner).map(lambda two: f"(lambda {two[0]}: {two[1]})")
    )
    odd = st.sampled_from(["(await {})", "(yield {})", "(a := {})", "(*{},)", "(a is {})", "[{} for a in b]", "(~{})"])
    return plain | plain | st.tuples(odd, inner).map(lambda two: two[0].format(two[1]))


EXPRESSIONS = st.recursive(NAMES | st.sampled_from(["1", "'a'", "None", "...", "-1", "True"]), _larger, max_leaves=5)
TARGETS = NAMES | st.sampled_from(["a, b", "a, __debug__", "(a, (b, a))", "a.b", "a.__debug__", "a[b]", "*a, b", "[a]"])
SIMPLE = (
    st.tuples(TARGETS, EXPRESSIONS).map(" = ".join)
    | st.tuples(NAMES | st.sampled_from(["a.__debug__", "a[b]", "(a)"]), EXPRESSIONS).map(": ".join)
    | st.tuples(NAMES, EXPRESSIONS, EXPRESSIONS).map(lambda three: f"{three[0]}: {three[1]} = {three[2]}")
    | EXPRESSIONS
    | EXPRESSIONS.map("return {}".format)
    | EXPRESSIONS.map("return await {}".format)
    | st.tuples(NAMES, NAMES).map(lambda two: f"from .{two[0]} import {two[1]}")
    | st.tuples(NAMES, NAMES).map(lambda two: f"from typing import {two[0]} as {two[1]}")
    | NAMES.map("import typing as {}".format)
    | st.sampled_from(["pass", "break", "from . import *", "global a", "nonlocal a", "del a", "'text'"])
    | st.sampled_from(["from __future__ import annotations", "from .__future__ import a"])
)


def _block(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    heads = (
        EXPRESSIONS.map("if {}:".format)
        | st.tuples(NAMES, _arguments(EXPRESSIONS)).map(lambda two: f"class {two[0]}({two[1]}):")
        | st.tuples(st.sampled_from(["def", "async def"]), NAMES, _parameters(EXPRESSIONS)).map(
            lambda three: f"{three[0]} {three[1]}({three[2]}) -> a:"
        )
    )
    blocks = st.tuples(heads, inner).map(lambda two: [two[0], *(f"    {line}" for line in two[1])])
    return st.lists(blocks | inner, min_size=1, max_size=3).map(lambda parts: [line for part in parts for line in part])


PROGRAMS = st.recursive(st.lists(SIMPLE, min_size=1, max_size=2), _block, max_leaves=4).map("\n".join)


def compiles_if_plain(source: str) -> None:
    """Of what parses, what is called plain compiles."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source)
    except SyntaxError:
        assume(False)
    if is_plain(source):
        compiled(source)


@settings(max_examples=400, deadline=None)
@given(PROGRAMS)
@example("a: a = 1\nasync def a(b):\n    return await b.a(a=-1, b=(lambda: a))")
def test_random_programs_that_are_plain_compile(source: str) -> None:
    compiles_if_plain(source)


# ------------------------------------------------------------------------------------------------- rendered modules

PROPERTIES: dict[str, object] = {
    "id": {"type": "integer", "default": -1},
    "class": {"type": "string", "enum": ["a", "b"], "description": "One of them."},
    "of": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "number"}}]},
    "inner": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}},
}
MODULES = sorted(
    content.decode()
    for path, content in model(PROPERTIES, required=("id",)).files.items()
    if path.endswith(".py") and "/_runtime/" not in path
)
WORDS = ["__debug__", "return", "await", "yield", "*", "break", "class", "async", "1", "'a'", "[", "(", ":", *"\n "]


def test_rendered_modules_are_plain() -> None:
    """All but those that hand on whatever another one has."""
    assert [source for source in MODULES if not is_plain(source)] == [one for one in MODULES if "import *" in one]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_rendered_modules_with_other_words_in_them_compile_if_they_are_plain(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(MODULES))
    words = re.findall(r"\w+|\s+|.", source)
    for _ in range(data.draw(st.integers(1, 3))):
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(WORDS) | st.sampled_from(words))
    compiles_if_plain("".join(words))
