"""Of what is read as a list of names nobody need ask the parser, the walk or the formatter, whatever is before it."""

from __future__ import annotations

import ast
import re
import warnings

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdkwright.problems import ProblemsError
from sdkwright.render.environment import render_template
from sdkwright.render.formatting import Source, needs_black
from sdkwright.render.gate import judge_module, judge_text
from sdkwright.render.names import without_list
from sdkwright.render.package import exports_view
from sdkwright.render.runtime import GENERATED

from tests.unit.planning import model
from tests.unit.render.walking import walked


def listed(modules: list[tuple[str, list[str]]], packages: tuple[str, ...] = (), said: str = "Names.") -> str:
    """A module that gives names of others."""
    view = exports_view(said, modules, packages=packages)
    return GENERATED + render_template("package/exports.py", page=view)


def is_spared(source: str) -> bool:
    """Whether a list is not parsed; then it says what one may say, and is as it should be."""
    rest = without_list(source)
    if rest == source:
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            before, is_plain = walked(rest)
        except (SyntaxError, ProblemsError):
            return False
        if not is_plain:
            return False
        compile(source, "a.py", "exec", dont_inherit=True)
    whole, is_plain = walked(source)
    assert is_plain or '"__debug__"' in source, "the walk does not tell a text from a field"
    assert needs_black(Source("a.py", source, whole)) == needs_black(Source("a.py", source, before))
    *body, added = ast.parse(source).body
    assert list(map(ast.dump, body)) == list(map(ast.dump, ast.parse(rest).body))
    called = [ast.unparse(node.func) for node in ast.walk(added) if isinstance(node, ast.Call)]
    assert called == ["exports"]
    assert not any(
        isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.While) for node in ast.walk(added)
    )
    return True


SHOP = model({"id": {"type": "integer"}}).text("models/__init__.py")
HEAD = SHOP[: SHOP.index("if TYPE_CHECKING")]


def test_the_list_of_all_classes_is_one() -> None:
    assert without_list(SHOP) == HEAD
    assert is_spared(SHOP)
    assert [piece.text for piece in judge_module("a.py", SHOP).pieces] == [HEAD]


def test_a_list_stands_at_the_end() -> None:
    assert is_spared(SHOP.replace("if TYPE", 'class A:\n    x: int\n    """One."""\n\n\nif TYPE'))
    assert without_list(SHOP + "\n") == SHOP + "\n"


@pytest.mark.parametrize("length", [1, 12, 16, 40, 100])
def test_lists_of_any_width_are_some(length: int) -> None:
    names = [f"{letter * length}Pet" for letter in "ABC"]
    assert is_spared(listed([("pets", names), ("pets_typed", names[:1]), ("._runtime.x", names[:2])]))
    assert is_spared(listed([("pets", names)], ("components", "errors")))


OTHERS = {
    "a word of the language": listed([("pets", ["class"])]),
    "a name that is none": listed([("pets", ["__debug__"])]),
    "a module that is none": listed([("class", ["Pet"])]),
    "a feature of the language": listed([("__future__", ["Pet"])]),
    "letters that are others when they are read": listed([("pets", ["\uff43lass"])]),
    "no names": listed([]),
    "a list in a text": SHOP.replace("if TYPE", '"""\n\nif TYPE') + '"""\n',
    "a list behind what is open": SHOP.replace("if TYPE", "x = (\n\nif TYPE"),
    "a list behind what goes on": SHOP.replace("if TYPE", "x = \\\n\nif TYPE"),
    "a list in a block": SHOP.replace("if TYPE", "class A:\n\nif TYPE"),
    "a list behind all names of a module": SHOP.replace("if TYPE", "from .a import *\n\nif TYPE"),
    "a list behind what must not be": SHOP.replace("if TYPE", "print()\n\nif TYPE"),
    "a wide line": SHOP.replace(
        "    from .pet import Pet as Pet\n",
        f"    from .pet import {'P' * 40} as {'P' * 40}, Pet as Pet\n",
    ),
    "a list whose first line is a comment": SHOP.replace(HEAD, "#"),
    "a comma at the end": SHOP.replace("import Pet as Pet\n", "import Pet as Pet, \n"),
    "two names in one": SHOP.replace("import Pet as Pet\n", "import Pet as Pet Pet as Pet\n"),
    "a dot at the end": SHOP.replace("from .pet import", "from .pet. import"),
    "another name": SHOP.replace("import Pet as Pet\n", "import Pet as print\n"),
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
    assert not is_spared(source)


WORDS = ["__debug__", "return", "as", "import", "from", "*", ".", "..", "1", "'a'", '"', "(", ")", ",", ":", *"\n _#\\"]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_list_with_other_words_in_it_that_is_read_as_one_is_one(data: st.DataObject) -> None:
    words = re.findall(r"\w+|\s+|.", SHOP)
    for _ in range(data.draw(st.integers(1, 3))):
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(WORDS) | st.sampled_from(words))
    is_spared("".join(words))


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
    is_spared(source)
