"""Problems: ordered by place, located from pointers, and never dangerous to print."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.text.problems import as_github, as_json, as_text
from sdkwright.problems import Position, Problem, Severity, has_errors, in_order, located
from sdkwright.problems.codes.output import SYSTEM

LONGEST = 2000


def problem(file: str = "a.yaml", line: int = 1, column: int = 1, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(severity, SYSTEM, "message", "remedy", Position(file, line, column))


def test_the_order_is_that_of_the_places() -> None:
    nowhere = Problem(Severity.ERROR, SYSTEM, "message", "remedy")
    given_problems = [
        nowhere,
        problem("b.yaml"),
        problem(line=10),
        problem(line=9, column=2),
        problem(line=9),
        problem("b.yaml"),
    ]
    assert in_order(given_problems) == (
        *(problem(line=9), problem(line=9, column=2), problem(line=10), problem("b.yaml"), nowhere),
    )


def test_a_pointer_becomes_a_place() -> None:
    pointed = Problem(Severity.WARNING, SYSTEM, "message", "remedy", pointer="#/a")
    found = located([pointed, problem()], lambda pointer: Position("spec.yaml", len(pointer)))
    assert [each.position for each in found] == [Position("spec.yaml", 3), Position("a.yaml", 1, 1)]


def test_a_warning_is_no_error() -> None:
    warning = problem(severity=Severity.WARNING)
    assert not has_errors([warning])
    assert has_errors([warning, problem()])


def test_two_places_are_the_same_whatever_text_they_carry() -> None:
    assert Position("a", 1, 2, "text") == Position("a", 1, 2)


any_text = st.text(max_size=3000)


@given(any_text, any_text, any_text, st.integers(1, 4000))
def test_no_text_of_a_document_acts_on_a_terminal(message: str, remedy: str, source: str, column: int) -> None:
    place = Position("spec.yaml", 1, column, source.replace("\n", " "))
    made = Problem(Severity.ERROR, SYSTEM, message, remedy, place)
    text = as_text(made)
    assert all(line.isprintable() for line in text.split("\n"))
    assert len(text.encode("utf-8")) <= LONGEST
    annotation = as_github(made)
    assert "\n" not in annotation
    assert "\r" not in annotation
    assert annotation.startswith("::error file=spec.yaml,line=1,col=")
    assert json.loads(json.dumps(as_json(made)))["line"] == 1
