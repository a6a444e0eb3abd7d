"""What is read line by line is what a whole parser reads, to the last place; or that parser reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.openapi.syntax.source import Marks, Source, Tree
from sdkwright.openapi.syntax.yaml_events import read_apart, read_events
from sdkwright.openapi.syntax.yaml_lines import Apart, LineReader, OddError
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import Problem, ProblemsError

USUAL = [
    "a: 1\n",
    "---\na: b\n",
    "# what it is\na: b\n\n# more\nb: c\n",
    "a:\n  b:\n    c: d\n  e: f\ng: h\n",
    "a:\n- b\n- c: d\n  e: f\n-\ng: h\n",
    "a:\n  - b\n  -   c: d\n      e:\n      - f\n  - - g\n",
    "- - - a\n    - b: c\n      d: e\n  -   - f\n",
    "a:\nb:\n  -\n  -\n",
    "  a: 1\n  b: 2\n",
    "- a\n- 'b'\n- 1.50\n- ~\n",
    "a: {}\nb: []\nc:\n- {}\n- []\n",
    "a: |\n  one\n    two\n\n  three\nb: |-\n  x\n\n\nc: |+\n  y\n\n\nd: z\n",
    "a: >\n  one\n  two\n\n  three\n\n\n  four\nb: >-\n  x\nc: >+\n  y\n\n",
    "a:\n- |\n  one\n- b: >-\n    two\n    three\n",
    "'a b': \"it: is # so\"\n\"200\": ''\n/pets/{id}: x:y#z\n-1: -2\n",
    "a: no\nb: Null\nc: 0x1F\nd: 1e3\ne: -0\nf: +.5\n",
    "é: ü — 😀\n",
    "a: |\n  b\n   c: [d\n     \n# e\n",
    'a: {"b": [1, {"c": null}], "d": [], "e":-1.50}\nf:\n- ["g", true]\n- h: [{}]\n',
    "a: # what it is\n  b: c\n",
    "a: 'it''s'\nb: \"\\t\\u00e9 \\\"\\\\ \\/\"\nc: ::/0\nd: ?e\n",
    "a: >\n\n\n  b\n   c\n\n   d\n  \te\n  f\n\n    g\n\n\n  h\n\n  i\n",
]
"""Read line by line."""

APART = [
    "a: [b, c]\nd: {e: f}\n",
    "a: b\n  c\n\n  d\ne: f\n",
    "a:\n  b\n  c\n",
    'a: "b\n  c"\nd: "\\t\\u00e9"\n',
    "a: it's # so\nb: 'it''s'\n",
    "a: |2\n   b\n",
    "a: !!str 5\nb: &x c\n",
    "- a\n  b\n- [c]\n- # d\n  e: f\n",
    "- ? a\n  : b\n",
]
"""Some of the values are read by a whole parser."""

WHOLE = [
    "",
    "a",
    "{a: b}\n",
    "a: b\r\n",
    "a: 1\na: 2\n",
    "a: &x {b: c}\nd: *x\n",
    "a: &x\n  b: c\nd:\n  <<: *x\n",
    "? a\n: b\n",
    "a: b\n---\nc: d\n",
    "a: b\n...\n",
    "%YAML 1.2\n---\na: b\n",
    "a: b\n  c: d\n",
    "a: |\n\tb\n",
    "a: |\n  b\n c\n",
    "a:\n    b: c\n  d: e\n",
    "a: 'b\nc'\n",
    'a: "\\ud83d\\ude00"\n',
    "a: \u2028b\n",
    "a: \x07\n",
    "a: b\n- c\n",
    "a: " + "1" * 500 + "\n",
    "x" * 2000 + ": a\n",
]
"""Only a whole parser reads it, or refuses it."""


def source(text: str) -> Source:
    return Source("spec.yaml", Path("spec.yaml"), text)


def by_lines(text: str) -> LineReader | None:
    try:
        return LineReader(text, lambda part, depth: read_apart(source(text), part, depth))
    except OddError:
        return None


def not_apart(text: str, depth: int) -> Apart:
    raise AssertionError(text)


def known(tree: Tree) -> tuple[Any, list[Any], list[Marks]]:
    """All that a tree says: also types, the order of keys and how numbers were written."""
    places = [tree.marks(number) for number in range(len(tree.containers))]
    return written(tree.root), [written(each) for each in tree.containers], places


def written(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, written(child)) for key, child in value.items()]
    if isinstance(value, list):
        return [[written(child)] for child in value]
    return type(value), value.text if isinstance(value, WrittenFloat) else value


def outcome(text: str, *, whole: bool) -> tuple[Any, list[Any], list[Marks]] | tuple[Problem, ...]:
    try:
        return known(read_events(source(text)) if whole else read_yaml(source(text)))
    except ProblemsError as error:
        return error.problems


@pytest.mark.parametrize("text", USUAL)
def test_usual_lines_need_no_parser(text: str) -> None:
    assert LineReader(text, not_apart).root
    assert outcome(text, whole=False) == outcome(text, whole=True)


@pytest.mark.parametrize("text", [text.removesuffix("\n") for text in USUAL])
def test_the_last_line_need_not_end(text: str) -> None:
    assert by_lines(text) is not None
    assert outcome(text, whole=False) == outcome(text, whole=True)


@pytest.mark.parametrize("text", APART)
def test_an_odd_value_is_read_by_itself(text: str) -> None:
    with pytest.raises(AssertionError):
        LineReader(text, not_apart)
    assert by_lines(text) is not None
    assert outcome(text, whole=False) == outcome(text, whole=True)


@pytest.mark.parametrize("text", WHOLE)
def test_an_odd_text_is_read_as_a_whole(text: str) -> None:
    assert by_lines(text) is None
    assert outcome(text, whole=False) == outcome(text, whole=True)


@pytest.mark.parametrize("step", ["- ", "-\n", "- - -\n", "- - a:\n", "a:\n", "- a:\n", "a: [[[]]]\nb:\n"])
@pytest.mark.parametrize("levels", range(1, 11))
def test_depth_has_one_limit(step: str, levels: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("yaml_lines", "yaml_tree"):
        monkeypatch.setattr(f"sdkwright.openapi.syntax.{name}.MAX_DEPTH", 8)
    lines = [line for line in step.split("\n") if line]
    text = "".join("    " * level + line + "\n" for level in range(levels) for line in lines)
    for end in ("", "a: b\n", "a: {}\n", "- a: {}\n", "a: [[[b]]]\n"):
        assert outcome(text + "    " * levels + end, whole=False) == outcome(text + "    " * levels + end, whole=True)


@pytest.mark.parametrize(
    "text", ["a: b\nc: d\ne: f\n", "- - - - - - - - - - a\n", "a: [1, 2, 3, 4, 5, 6]\n", "a: [b, c, d, e]\n"]
)
def test_the_number_of_nodes_has_one_limit(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert by_lines(text) is not None
    monkeypatch.setattr("sdkwright.openapi.syntax.yaml_lines.MAX_NODES", 13)
    assert by_lines(text) is None


PIECES = [
    *("- ", "a: ", "d e", " ", "  ", ": ", " #", "&x ", "!t ", "!!str ", "? ", "<<: ", "\t", "\u00a0", "\u2028", "b:"),
    *(
        "c",
        "'",
        '"',
        "|",
        ">-",
        "|+",
        "|2",
        "{}",
        "[]",
        "[c]",
        "{a: b}",
        '["c", {"d": 1}]',
        "~",
        "*x",
        "---",
        "...",
        "?",
        ":",
        "-",
        "é",
    ),
    *("null", "1", "1e3", "\\", "%", "@", ","),
]
odd_lines = st.builds(
    lambda margin, pieces: " " * margin + "".join(pieces),
    st.integers(0, 6),
    st.lists(st.sampled_from(PIECES), max_size=4),
)
usual_lines = st.builds(
    lambda margin, dash, said: " " * 2 * margin + dash + said,
    st.integers(0, 3),
    st.sampled_from(["", "", "", "- "]),
    st.sampled_from(["a: b", "b:", "c: |", "d: >-", "e: 'x'", "f", "g: {}", "h: 1.0", "i: j", "", "# k", "l: [m]"]),
)


@given(st.lists(usual_lines | usual_lines | odd_lines, max_size=9), st.sampled_from(["", "\n"]))
def test_whatever_stands_there_both_say_the_same(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    assert outcome(text, whole=False) == outcome(text, whole=True)


escapes = st.text(st.sampled_from("\\\\\\\"'/abefnrtuxUN0d8 19é\t"), max_size=10)
letters = st.builds(lambda digits: "\\u" + digits, st.text("0d8Fa9", min_size=4, max_size=4))


@given(escapes | letters, st.sampled_from("'\""))
def test_escapes_are_those_of_both(said: str, quote: str) -> None:
    for text in (f"a: {quote}{said}{quote}\n", f"- {quote}{said}{quote}\n", f"{quote}{said}{quote}: b\n"):
        assert outcome(text, whole=False) == outcome(text, whole=True)


@given(
    st.recursive(
        escapes | st.integers() | st.booleans() | st.floats() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(escapes, inner),
    ),
    st.sampled_from([(", ", ": "), (",", ":"), (" , ", " :  ")]),
    st.booleans(),
    st.text(st.sampled_from("#, ]}a"), max_size=2),
)
def test_what_is_json_in_a_line_is_read_as_such(value: Any, signs: tuple[str, str], escaped: bool, end: str) -> None:
    said = json.dumps([value], separators=signs, ensure_ascii=escaped)
    for text in (f"a: {said}{end}\n", f"- {said}\n- b: {said}\n", f"a:\n  {said}\n"):
        assert outcome(text, whole=False) == outcome(text, whole=True)


texts = st.text(st.sampled_from("ab1 \n:#-'\"é{[.,|>&~"), max_size=30)
data = st.recursive(
    texts | st.none() | st.booleans() | st.integers(-9, 99) | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(texts, data, min_size=1, max_size=4), st.sampled_from(["", "|", ">"]), st.integers(20, 80))
def test_what_a_program_writes_is_read_alike(value: dict[str, Any], style: str, width: int) -> None:
    text = yaml.safe_dump(value, default_flow_style=False, width=width, default_style=style or None, sort_keys=False)
    assert outcome(text, whole=False) == outcome(text, whole=True)
