"""A module that is parsed piece by piece is the one that its whole text says."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.problems import ProblemsError
from sdkwright.render import pieces
from sdkwright.render.gate import judge_module
from sdkwright.render.pieces import parsed

from tests.unit.planning import planned
from tests.unit.render.walking import walked


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces begin wherever they can."""
    monkeypatch.setattr(pieces, "_LENGTH", 1)


ANSWER = {"responses": {"204": {"description": "Done."}}}
RENDERED = planned(
    {f"/{name}": {"get": {"operationId": name, "description": "Do it.", **ANSWER}} for name in ("cut", "dye", "dry")}
).text("sdk.py")


def told(statement: ast.stmt) -> Iterator[str]:
    """What a statement is, and each of a class."""
    if isinstance(statement, ast.ClassDef):
        yield ast.dump(ast.ClassDef(**{**vars(statement), "body": []}))
        yield from map(ast.dump, statement.body)
    else:
        yield ast.dump(statement)


def in_pieces(source: str) -> list[str] | None:
    """The texts of the pieces; None where they do not say what the module is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = list(parsed(source))
        except (SyntaxError, ValueError):
            return None
    return [text for text, _ in found]


def says_the_same_in_pieces(source: str) -> int:
    """Where pieces say what a module is, they say what its text as a whole says; how many they are."""
    texts = in_pieces(source)
    if texts is None:
        return 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        statements: list[str] = []
        for text in texts:
            first, *rest = chain.from_iterable(map(told, ast.parse(text).body)) if text.strip() else ("",)
            statements += rest if text.startswith("class _:\n") else [first, *rest]
        assert [one for one in statements if one] == [*chain.from_iterable(map(told, ast.parse(source).body))]
    return len(texts)


def test_a_rendered_module_is_parsed_in_pieces() -> None:
    found = list(parsed(RENDERED))
    assert len(found) > 6
    judged = judge_module("a.py", RENDERED)
    assert [piece.text for piece in judged.pieces] == [text for text, _ in found]
    assert judged.strings == walked(RENDERED)[0].strings


def test_a_module_is_short_as_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert len(list(parsed(RENDERED))) == 1


CLASS = (
    "class A:\n    x = 1\n\n    def f(self):\n        pass\n\n    def g(self):\n        pass\n\n\nclass B:\n    y = 2\n"
)
"""Of four pieces."""


def test_pieces_go_on_where_the_ones_before_have_ended() -> None:
    assert says_the_same_in_pieces(CLASS) == 4
    assert says_the_same_in_pieces(CLASS + "\n    def h(self):\n        pass\n\n_X = 1\n_Y = 2\n") == 7


OTHERS = {
    "a text": CLASS.replace("x = 1", 'x = """') + '"""\n',
    "a bracket": CLASS.replace("x = 1", "x = (") + ")\n",
    "a line that goes on": "x = \\\n_X\n",
    "a decorator": CLASS.replace("pass\n\n    def g", "pass\n\n    @f\n\n    def g"),
    "a narrower class": CLASS.replace("    x", "  x").replace("    def f", "  def f"),
    "a narrower class of one line": CLASS.replace("    x = 1", "  x;y = 1"),
    "a wider class": CLASS.replace("    x", "        x"),
    "a class of one line that goes on": CLASS.replace("class A:", "class A: \\"),
    "a class of one line whose head has two": CLASS.replace("class A:\n    x", "class A(B\n):  x"),
    "a class of one line": CLASS.replace(":\n    x = 1", ": x = 1"),
    "a condition": CLASS.replace("class A:", "if A:"),
    "no class": CLASS.replace("class A:\n    x = 1", "x = 1"),
    "a class with tabs": CLASS.replace("class A:\n    x = 1", "class A:\n   \tx = 1"),
    "an end of a condition": CLASS.replace("\n\nclass B:", "\n\nclass B:\n    z = 3\nelse:"),
}


@pytest.mark.parametrize("source", OTHERS.values(), ids=OTHERS)
def test_where_a_piece_does_not_go_on_the_whole_text_is_parsed(source: str) -> None:
    assert (in_pieces(source) or [source]) == [source]


def test_what_is_refused_is_refused_with_its_own_line() -> None:
    source = CLASS.replace("pass", "print()", 1)
    assert len(in_pieces(source) or ()) == 4
    with pytest.raises(ProblemsError, match=r"a\.py:5 was refused: it calls print"):
        judge_module("a.py", source)


def test_what_a_later_piece_defines_may_be_called_in_an_earlier_one() -> None:
    source = CLASS.replace("x = 1", "x = B()")
    assert len(judge_module("a.py", source).pieces) == 4


def test_a_future_of_a_later_piece_is_refused() -> None:
    with pytest.raises(ProblemsError, match="does not compile"):
        judge_module("a.py", f"{CLASS}\n\nclass C:\n    z = 3\n\n\nfrom __future__ import annotations\n")


WORDS = ["(", ")", ":", '"""', "'", "\\", "#", "else", "class", "@", ";", "\n", "\n\n", "\n\n\n", " ", "    ", "\t"]


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_other_words_say_the_same_in_pieces(data: st.DataObject) -> None:
    words = re.findall(
        r"\w+| +|\n+|.", data.draw(st.sampled_from([CLASS, CLASS + "\n    def h(self): ...\n\n_X = 1\n"]))
    )
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(words) - 1))
        words[at : at + data.draw(st.integers(0, 2))] = [data.draw(st.sampled_from(WORDS) | st.sampled_from(words))]
    says_the_same_in_pieces("".join(words))
