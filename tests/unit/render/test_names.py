"""Of what is read as a list of names nobody need ask the parser, the walk or the formatter."""

from __future__ import annotations

import ast
import re
import warnings

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdkwright.render.environment import render_template
from sdkwright.render.formatting import Source, needs_black
from sdkwright.render.gate import judge_module, judge_text
from sdkwright.render.marks import GENERATED
from sdkwright.render.names import is_list_of_names
from sdkwright.render.package import exports_view
from sdkwright.render.walk import Walk

from tests.unit.planning import model


def listed(modules: list[tuple[str, list[str]]], packages: tuple[str, ...] = (), said: str = "Names.") -> str:
    """A module that gives names of others."""
    view = exports_view(said, modules, packages=packages)
    return GENERATED + render_template("package/exports.py", page=view)


def holds_nothing_else(source: str) -> bool:
    """Whether a text is read as a list; then it says what one may say, and is as it should be."""
    if not is_list_of_names(source):
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compile(source, "a.py", "exec", dont_inherit=True)
    tree = ast.parse(source)
    walk = Walk("a.py", source)
    judged = walk.through(tree)
    assert walk.is_plain
    assert not needs_black(Source("a.py", source, judged))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [ast.unparse(one) for one in called] == ["exports"]
    assert not any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.While) for node in ast.walk(tree))
    return True


SHOP = model({"id": {"type": "integer"}}).text("models/__init__.py")


def test_the_list_of_all_classes_is_one() -> None:
    assert holds_nothing_else(SHOP)
    assert judge_module("a.py", SHOP).strings == frozenset()


@pytest.mark.parametrize("length", [1, 12, 16, 40, 100])
def test_lists_of_any_width_are_some(length: int) -> None:
    names = [f"{letter * length}Pet" for letter in "ABC"]
    assert holds_nothing_else(listed([("pets", names), ("pets_typed", names[:1]), ("._runtime.x", names[:2])]))
    assert holds_nothing_else(listed([("pets", names)], ("components", "errors")))


OTHERS = {
    "a word of the language": listed([("pets", ["class"])]),
    "a name that is none": listed([("pets", ["__debug__"])]),
    "a module that is none": listed([("class", ["Pet"])]),
    "a feature of the language": listed([("__future__", ["Pet"])]),
    "letters that are others when they are read": listed([("pets", ["\uff43lass"])]),
    "a docstring that ends": listed([("pets", ["Pet"])], said='Names."""\nprint()\n"""'),
    "no names": listed([]),
    "a list of the user's": SHOP.removeprefix(GENERATED),
    "a wide line": SHOP.replace(
        "    from .pet import Pet as Pet\n",
        f"    from .pet import {'P' * 40} as {'P' * 40}, Pet as Pet\n",
    ),
    "another call": SHOP.replace("= exports(", "= print("),
    "another call beside it": SHOP.replace("        __name__,\n", "        __name__,\n        print(),\n"),
    "a call in the table": SHOP.replace('("Pet",)', "print()"),
    "an import of another package": SHOP.replace("from .pet import", "from pet import"),
    "more": SHOP + "print()\n",
    "less": SHOP.rstrip("\n"),
}


@pytest.mark.parametrize("source", OTHERS.values(), ids=OTHERS)
def test_anything_else_is_parsed(source: str) -> None:
    assert source != SHOP
    assert not is_list_of_names(source)


WORDS = ["__debug__", "return", "as", "import", "from", "*", ".", "..", "1", "'a'", '"', "(", ")", ",", ":", *"\n _#\\"]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_list_with_other_words_in_it_that_is_read_as_one_is_one(data: st.DataObject) -> None:
    words = re.findall(r"\w+|\s+|.", SHOP)
    for _ in range(data.draw(st.integers(1, 3))):
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(WORDS) | st.sampled_from(words))
    holds_nothing_else("".join(words))


NAMES = st.sampled_from(["Pet", "exports", "print", "class", "match", "_", "__name__", "A" * 50]) | st.from_regex(
    r"[A-Za-z_]\w{0,50}", fullmatch=True
)
MODULES = st.lists(st.tuples(NAMES, st.lists(NAMES, min_size=1, max_size=3)), min_size=1, max_size=3)


@settings(deadline=None)
@given(MODULES, st.lists(NAMES, max_size=2), st.text(st.sampled_from('a"\\\n é')))
@example([("pets", ["Pet"])], ["errors"], "")
def test_random_lists_that_are_read_as_one_are_one(
    modules: list[tuple[str, list[str]]], packages: list[str], said: str
) -> None:
    source = listed(modules, tuple(packages), said)
    judge_text("a.py", source)
    holds_nothing_else(source)
