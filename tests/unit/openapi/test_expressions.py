"""Regular expressions and JSONPaths of overlays: they mean what they always mean, and end whatever they ask for."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sdkwright.openapi import selecting
from sdkwright.openapi.data import JsonMap
from sdkwright.openapi.expressions import DEEPEST, MOST_STEPS, Expression, NoExpressionError
from sdkwright.openapi.selecting import NoPathError, Parts, select

ATOMS = st.sampled_from(
    ["a", "b", ".", "[ab]", "[^a]", "[a-c-]", r"\d", r"\.", r"\w", "", "^", "$", "é", r"[\]\d]", r"\-"]
)
SOURCES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda both: f"(?:{both[0]}|{both[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "*?", "{2}", "{1,3}", "{1,}", "{0}"])).map(
            lambda both: f"({both[0]}){both[1]}"
        ),
    ),
    max_leaves=8,
)


def spent(_: int) -> None:
    """Nobody counts."""


@given(SOURCES, st.text(alphabet="abc.1-]é", max_size=8))
@example("(a*)*b|", "aab")
@example("(^)*a($)+", "a")
@example("(a|){0}b", "b")
def test_an_expression_means_what_the_library_says(source: str, text: str) -> None:
    known, own = re.compile(source), Expression(source)
    assert own.matches(text, spent) is bool(known.fullmatch(text))
    assert own.matches(text, spent, anywhere=True) is bool(known.search(text))


@pytest.mark.parametrize("source", ["(a+)+$", "(a|a)*b", "(a|aa)+c", "(.*)*x", "(((a?)*)*)*b", "(a{0,30}){0,30}b"])
def test_the_time_is_that_of_the_text(source: str) -> None:
    """As many steps as the expression has are the most for each character."""
    told: list[int] = []
    assert not Expression(source).matches("a" * 1000 + "!", told.append)
    assert len(told) <= 1001
    assert max(told) <= MOST_STEPS


@given(st.text(alphabet="ab()[]{}|*+?^$\\.,1-pP{L", max_size=20))
@example("(" * 2000)
@example("(a{99}){99}")
@example("a{9999}{9999}")
def test_any_text_is_an_expression_or_is_refused(source: str) -> None:
    with suppress(NoExpressionError):
        Expression(source).matches("ab" * 10, spent)


@pytest.mark.parametrize(
    ("source", "text"), [(r"\p{Lu}\p{L}*", "Éa"), (r"\P{N}+", "ab"), (r"\p{Nd}", "7"), ("[--]", "-"), (r"\/", "/")]
)
def test_what_rfc_9485_adds(source: str, text: str) -> None:
    if source == "[--]":
        with pytest.raises(NoExpressionError, match="not understood"):
            Expression(source)
    else:
        assert Expression(source).matches(text, spent)


@pytest.mark.parametrize("source", ["(a", "a)", "*a", "a{3,1}", "[b-a]", r"\1", "(?=a)", r"(?P<n>a)", "[a", r"\q"])
def test_what_is_refused(source: str) -> None:
    with pytest.raises(NoExpressionError):
        Expression(source)


def test_groups_have_an_end() -> None:
    Expression("(" * DEEPEST + ")" * DEEPEST)
    with pytest.raises(NoExpressionError, match="deep"):
        Expression("(" * (DEEPEST + 1) + ")" * (DEEPEST + 1))


PEOPLE: JsonMap = {
    "people": [{"name": "Ann"}, {"name": "Bob"}, {"name": 3}],
    "words": ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"] * 50,
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("$.people[?match(@.name, 'A.*')].name", [("people", 0, "name")]),
        ("$.people[?search(@.name, 'o')]", [("people", 1)]),
        ("$.words[?search(@, '(a+)+$')]", []),
        ("$.people[?match(@.name, 'A')]", []),
    ],
)
def test_paths_with_expressions(query: str, found: list[Parts]) -> None:
    assert select(PEOPLE, query, 70) == found


@pytest.mark.parametrize(
    "query",
    ["", "  ", "$.a[?match(@.b, '(')]", "$[", "paths", "$..[?count(@..*) >", "$[?@ =~ /a/]", "$.a | $.b", "$.a[" * 900],
)
def test_what_is_no_path(query: str) -> None:
    with pytest.raises(NoPathError):
        select({"a": [{"b": "c"}]}, query, 4)


@pytest.mark.parametrize(
    "query",
    [
        "$..*..*..*..*..*",
        "$..[?@..[?@..[?@..[?@..*]]]]",
        "$..[?count($..*..*) > 1]",
        "$..[*,*,*,*][*,*,*,*][*,*,*,*][*,*,*,*][*,*,*,*][*,*,*,*]",
        "$..[?@[*,*,*,*][*,*,*,*][*,*,*,*][*,*,*,*][*,*,*,*][*,*,*,*]]",
        "$..[?search(@.d, '(a?){60}b')]",
    ],
)
def test_work_has_an_end(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selecting, "LEAST_WORK", 5000)
    deep: JsonMap = {"a": 1}
    for number in range(60):
        deep = {"a": deep, "b": {"c": number}, "d": "a" * 60}
    with pytest.raises(NoPathError, match="more than 10,000 steps"):
        select(deep, query, 250)
    assert len(select(deep, "$..c", 250)) == 60
