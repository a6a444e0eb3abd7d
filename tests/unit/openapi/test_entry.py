"""An edit of one text in YAML that is read by itself says what the whole document says."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.syntax.entry import edit_of
from sdkwright.openapi.syntax.source import Source
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import Position, ProblemsError

TEXT = """\
openapi: 3.1.0
info:
  title: Shop   # a comment
  description: Plain words, all in one line
  version: "1"
tags:
- name: a
  description: |
    Literal: a text

      deeper
    end

- description: >-
    Folded
    text
  # a comment in between
  name: b
-   description: "double

      quoted: \\u00e4 text"
    name: c
- name: kept
  description: |2+
      with blanks

- {name: d, description: flow text}
- {
    name: e,
    description: flow text
  }
- &braced {
    description: named text
  }
- !!map {
    description: typed text
  }
- [
    description: a pair
  ]
- summary: of several
    lines, of which
    this is the last
  "description": in quotes
x:
  - - description: nested 'single'
  - description: 'it''s
      single'
    summary: \u201cquoted\u201d \u2014 and more
  - description:
      on the next line
  - ? description
    : behind a mark
  - description: !!str tagged
  - description: &name anchored
  - description: # below a comment
      &below anchored below
  - summary: *below
  - description: 'true'
last:
  description: the end
"""
PIECES = (
    *("x", " ", "  ", "\n", "\n    ", "\n  ", "\n\n", "\n      x", "\n    x: y", "\n  x: y", "\nx: y"),
    *(":", ": ", " #", "#", "# x\n", "'", '"', "''", "\\", "\\n", "- ", "\n- x", "|", ">", "|\n      x", ">-\n    x"),
    *("&a ", "*name", "!x ", "{", "}", "[", "]", ",", ", b", ", b: c", "\t", "\n\t", "\n---\n", "\n...\n", "\n%x\n"),
    *("? ", "\u00e9", "\u2028", "\x85", "\r\n", "\r", "\ufeff", "\x07", "\U0001f600", "0", "~", "null", "true", "1.5"),
)


def source(text: str) -> Source:
    return Source("openapi.yaml", Path("openapi.yaml"), text)


def ways(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        if isinstance(value, str) and key in ("summary", "description"):
            yield (*way, key)
        yield from ways(value, (*way, key))


def value(node: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        node = node[key]
    return node


def read(text: str) -> tuple[Any, list[tuple[Any, ...]], list[int]]:
    """The data, the ways to its texts, and where their keys stand."""
    tree, positions = read_yaml(source(text)), Positions()
    positions.add(tree)
    found = list(ways(tree.root))
    asked = ((value(tree.root, way[:-1]), way[-1], isinstance((None, *way)[-2], int)) for way in found)
    return tree.root, found, positions.keys(asked)


ROOT, WAYS, KEYS = read(TEXT)
SPANS = st.sampled_from([(max(0, at - 3), min(len(TEXT), at + 70)) for at in KEYS if at >= 0])
PLACES = st.one_of(st.integers(0, len(TEXT)), SPANS.flatmap(lambda span: st.integers(*span)))
EDITS = st.tuples(PLACES, st.integers(0, 12), st.lists(st.sampled_from(PIECES), max_size=3))


@given(st.lists(EDITS, min_size=1, max_size=3))
@settings(max_examples=1500, deadline=None)
def test_random_edits(edits: list[tuple[int, int, list[str]]]) -> None:
    text = TEXT
    for at, gone, pieces in edits:
        text = text[:at] + "".join(pieces) + text[at + gone :]
    found = edit_of(source(TEXT), source(text), KEYS)
    if found is None:
        return
    root, ways_now, keys = read(text)
    edited = ROOT
    for change in found.changes:
        assert value(ROOT, WAYS[change.number]) == change.before
        edited = put(edited, WAYS[change.number], change.after)
    assert root == edited
    assert list(map(type, leaves(root))) == list(map(type, leaves(ROOT)))
    assert ways_now == WAYS
    assert tuple(keys) == found.keys
    before, after = TEXT.split("\n"), text.split("\n")
    for line, written in enumerate(before[:-1], 1):
        moved = found.moved(Position("openapi.yaml", line, 1, written))
        assert moved is None or after[moved.line - 1] == written


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Plain words", "Other words"),
        ("in one line", "in one line, and more"),
        ("Literal: a", "Literal: # no\n\n    comment a"),
        ("    Folded\n", "    Folded, in\n    three lines\n"),
        ("quoted: \\u00e4", "quoted: \\u00e5"),
        ("      with blanks\n\n", "      with blanks\n\n\n"),
        ("this is the last", "this was the last"),
        ("in quotes", "in none"),
        ("nested 'single'", "nested 'twice'"),
        ("it''s", "it''s not"),
        ("and more", "and less"),
        ("'true'", "'false'"),
        ("the end", "the end of it"),
    ],
)
def test_an_edit_of_each_style_is_found(old: str, new: str) -> None:
    text = TEXT.replace(old, new, 1)
    found = edit_of(source(TEXT), source(text), KEYS)
    assert found is not None
    (change,) = found.changes
    assert read(text)[0] == put(ROOT, WAYS[change.number], change.after)


def test_several_edits_are_found() -> None:
    text = (
        TEXT.replace("Plain words", "Other\n    words")
        .replace("    Folded\n", "")
        .replace("the end", "this is the end")
    )
    found = edit_of(source(TEXT), source(text), KEYS)
    assert found is not None
    assert [change.after for change in found.changes] == [
        "Other words, all in one line",
        "text",
        "this is the end",
    ]
    last = Position("openapi.yaml", TEXT[: TEXT.index("last:")].count("\n") + 1, 1)
    assert found.moved(last) == last


def test_a_last_line_without_an_end_is_one_of_the_lines() -> None:
    old = TEXT.rstrip("\n")
    found = edit_of(source(old), source(f"{old} of it"), KEYS)
    assert found is not None
    lines = [Position("openapi.yaml", old.count("\n") + line, 1) for line in (0, 1)]
    assert [found.moved(line) for line in lines] == [lines[0], None]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("flow text}", "flow, text: }"),
        ("description: flow text\n", "description: flow, text\n"),
        ("named text", "named text, more"),
        ("typed text", "typed text, more"),
        ("a pair", "a pair, more"),
        ("title: Shop", "title: Store"),
        ("tagged", "tagged so"),
        ("anchored", "anchored so"),
        ("anchored below", "anchored there"),
        ("Plain words", "\n    &below Plain words"),
        ("behind a mark", "behind marks"),
        ("'true'", "true"),
        ("Plain words, all in one line", "1"),
        ("the end", "the end\nmore: 1"),
        ("the end", "the end\n..."),
        ("words, all", "words\tall"),
        ("openapi: 3.1.0", "openapi: 3.1.0 "),
    ],
)
def test_what_is_not_certain_is_no_edit(old: str, new: str) -> None:
    assert edit_of(source(TEXT), source(TEXT.replace(old, new, 1)), KEYS) is None


def test_what_stands_twice_has_no_place() -> None:
    for text in ("a: &a {description: x}\nb: *a\n", "a: &a\n  description: x\nb:\n  <<: *a\n  c: 1\n"):
        assert read(text)[2] == []


def test_a_fault_outside_of_texts_is_none_of_them() -> None:
    text = TEXT.replace("last:", "last: [")
    with pytest.raises(ProblemsError):
        read(text)
    assert edit_of(source(TEXT), source(text), KEYS) is None


def put(root: Any, way: tuple[Any, ...], text: str) -> Any:
    made = copy.deepcopy(root)
    value(made, way[:-1])[way[-1]] = text
    return made


def leaves(node: Any) -> Iterator[Any]:
    if isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from leaves(child)
    else:
        yield node
