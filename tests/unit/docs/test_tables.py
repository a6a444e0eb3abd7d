"""The padding of tables, rule by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.docs.table_layout import Padding, table
from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code
from sdkwright.text.widths import character_width, display_width


def made(rows: list[list[str]], padding: Padding = Padding.UNIFORM) -> list[str]:
    cells = [[Code(cell) for cell in row] for row in rows]
    return raw(table(cells[0], cells[1:], padding)).split("\n")


def test_every_column_has_the_width_of_the_widest_cell() -> None:
    assert made([["A", "Bcd"], ["x", "12345"]]) == [
        "| A     | Bcd   |",
        "| ----- | ----- |",
        "| x     | 12345 |",
    ]


def test_columns_of_their_own_width() -> None:
    assert made([["Abcd", "B"], ["x", "12345"]], Padding.COLUMNS) == [
        "| Abcd | B     |",
        "| ---- | ----- |",
        "| x    | 12345 |",
    ]


def test_compact_tables_do_not_depend_on_their_cells() -> None:
    assert made([["A", "B"], ["x", ""]], Padding.NONE) == ["| A | B |", "| --- | --- |", "| x |  |"]


def test_newline_counts_one_when_measured_and_five_when_filled() -> None:
    assert made([["A", "Head"], ["1\n2\n3", "b"]]) == [
        "| A     | Head  |",
        "| ----- | ----- |",
        "| 1<br/>2<br/>3 | b     |",
    ]


def test_pipes_are_escaped_after_padding() -> None:
    assert made([["Head", "Ab"], ["a|b", "c"]]) == ["| Head | Ab   |", "| ---- | ---- |", "| a\\|b  | c    |"]


def test_escaped_pipe_is_not_escaped_again() -> None:
    assert made([["Abcdefg"], [r"a\|b\\|"]])[2] == r"| a\|b\\\| |"


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("日本", 4), ("é", 1), ("e\u0301", 1), ("🎉", 2), ("ｱ", 1), ("\n", 1)]
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@given(st.text())
def test_width_is_the_sum_of_its_characters(text: str) -> None:
    assert display_width(text) == sum(map(character_width, text))


@given(st.lists(st.lists(st.text("ab日é|", max_size=6), min_size=3, max_size=3), max_size=5))
def test_lines_of_one_width_before_pipes_are_escaped(rows: list[list[str]]) -> None:
    lines = [line.replace("\\|", "!") for line in made([["Head"] * 3, *rows])]
    assert len({display_width(line) for line in lines}) == 1


@given(st.lists(st.lists(st.text("ab |\\\n", max_size=5), min_size=2, max_size=2), max_size=5))
def test_a_compact_table_says_what_a_padded_one_does(rows: list[list[str]]) -> None:
    compact, padded = (made([["A", "B"], *rows], padding)[2:] for padding in (Padding.NONE, Padding.COLUMNS))
    assert ["".join(line.split()) for line in compact] == ["".join(line.split()) for line in padded]
    assert all(line.startswith("| ") and line.endswith(" |") for line in compact)
