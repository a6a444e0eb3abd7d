"""YAML and JSON are read strictly, by the same rules, and every part can be traced to its line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.openapi.data import Json
from sdkwright.openapi.limits import MAX_DEPTH
from sdkwright.openapi.pointer import make
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.syntax.json_text import read_json
from sdkwright.openapi.syntax.scalars import WrittenFloat, resolve
from sdkwright.openapi.syntax.source import Marks, Source, Tree, decode
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import Position, Problem, ProblemsError


def source(text: str, name: str = "spec.yaml") -> Source:
    return Source(name, Path(name), text)


def read(text: str, *, pure: bool = False) -> Json:
    return read_yaml(source(text), pure=pure).root


def refused(text: str) -> Problem:
    with pytest.raises(ProblemsError) as caught:
        read_yaml(source(text))
    return caught.value.problems[0]


def outcome(reader: Callable[[Source], Tree], text: Source) -> tuple[str, Tree]:
    """The code of the first problem (empty if there is none), and what was read."""
    try:
        return "", reader(text)
    except ProblemsError as error:
        return error.problems[0].code, Tree(text, None, [], lambda _: Marks(0, ()))


def marks(tree: Tree) -> list[Marks]:
    """The places of all mappings and lists, in the order in which they begin."""
    found = [tree.marks(number) for number in range(len(tree.containers))]
    return sorted(found, key=lambda each: each.start)


def place(text: str, *tokens: str) -> tuple[int, int]:
    tree = read_yaml(source(text))
    positions = Positions()
    positions.add(tree)
    found = positions.find(tree.root, make(tokens))
    assert found is not None
    return found.line, found.column


@pytest.mark.parametrize("pure", [False, True])
def test_words_of_yaml_1_1_stay_text(pure: bool) -> None:
    text = "[yes, no, on, off, y, n, Yes, 012, 0o14, 0x1F, 1_000, 12:30:45, 2020-01-01, .inf, .nan, 1.2.3]"
    assert read(text, pure=pure) == text[1:-1].split(", ")


@pytest.mark.parametrize("pure", [False, True])
def test_tabs_before_comments_are_no_indentation(pure: bool) -> None:
    text = "a:\n\t\t# one\n  b: x\n\t# two\n  \t \n  c: [1, 2]\n\t# three\n"
    assert read(text, pure=pure) == {"a": {"b": "x", "c": [1, 2]}}
    kept = "a: |\n  x\n  \t# text\nb:\n\t# comment\n  - 1\n"
    assert read(kept, pure=pure) == {"a": "x\n\t# text\n", "b": [1]}


@pytest.mark.parametrize(
    ("text", "said", "where"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n", "merge conflict", (2, 1)),
        ("a: Pets: the API\n", '": " in it must be quoted', (1, 4)),
        ("a:\n  - b: Pets: more\n", '": " in it must be quoted', (2, 8)),
        ("a: {name} of pets\n", "begins with { must be quoted", (1, 4)),
        ("a: [x] y\nb: 1\n", "begins with [ must be quoted", (1, 4)),
        ("a: @pets\n", "cannot begin with @", (1, 4)),
        ("a: `pets`\n", "cannot begin with `", (1, 4)),
        ("a: *bold* text\n", "cannot begin with *", (1, 4)),
        ('a: "pets\nb: 1\n', "opened here and not closed", (1, 4)),
        ("a: 'it's'\nb: 1\n", "quote ends here", (1, 8)),
        ("a:\n\tb: 1\n", "A tab indents", (2, 1)),
        ("a: {b: 1\nc: {}\n", "not closed, or lacks a comma", (1, 4)),
        ("a:\n  b: 1\n c: 1\n", "indented otherwise", (3, 2)),
        ("a: x\n  b: 1\n", "indented otherwise", (2, 3)),
        ("a:\n  - x: 1\n   y: 2\n", "indented otherwise", (3, 4)),
        ("a: 1\nb\nc: 1\n", "no colon", (2, 1)),
    ],
)
@pytest.mark.parametrize("pure", [False, True])
def test_the_mistake_is_named_and_not_the_state_of_the_parser(
    text: str, said: str, where: tuple[int, int], pure: bool
) -> None:
    with pytest.raises(ProblemsError) as caught:
        read(text, pure=pure)
    (found,) = caught.value.problems
    assert said in found.message
    assert found.position is not None
    assert (found.position.line, found.position.column) == where


def test_words_of_json_mean_what_json_says() -> None:
    assert read("[null, ~, '', true, false, 0, -5, 1.5, +1, '7', \"true\"]") == [
        *(None, None, "", True, False, 0, -5, 1.5, 1, "7", "true"),
    ]


@pytest.mark.parametrize("written", ["1.10", "3.0", "1e3", "-2.50E-3", ".5", "5."])
def test_numbers_remember_how_they_were_written(written: str) -> None:
    value = resolve(written)
    assert isinstance(value, WrittenFloat)
    assert (value.text, float(value)) == (written, float(written))


def test_integers_of_any_size_are_exact() -> None:
    numbers = [9007199254740993, 123456789012345678901234567890]
    assert read(str(numbers)) == numbers


def test_keys_are_text_as_written() -> None:
    assert read("{200: a, 012: b, true: c, null: d, ~: e, 1.10: f, on: g}") == {
        **{"200": "a", "012": "b", "true": "c", "null": "d", "~": "e", "1.10": "f", "on": "g"},
    }


def test_merge_keys_fill_in_where_they_stand_and_own_keys_win() -> None:
    text = "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\nmade:\n  w: 0\n  <<: [*b, *m]\n  y: 5\n"
    root = read(text)
    assert isinstance(root, dict)
    made = root["made"]
    assert isinstance(made, dict)
    assert list(made.items()) == [("w", 0), ("x", 1), ("z", 4), ("y", 5)]


def test_a_quoted_merge_key_is_a_key() -> None:
    assert read("{'<<': 1}") == {"<<": 1}


def test_aliases_share_nothing() -> None:
    root = read("a: &a {x: [1]}\nb: *a\n")
    assert isinstance(root, dict)
    assert root["a"] == root["b"]
    assert root["a"] is not root["b"]


def test_a_key_in_a_repeated_part_knows_where_it_was_written() -> None:
    text = "a: &a\n  x:\n    y: 1\nb: *a\nc:\n  <<: *a\n"
    assert place(text, "b", "x", "y") == (3, 5)
    assert place(text, "c", "x") == (2, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "duplicate-key"),
        ("200: 1\n'200': 2\n", "duplicate-key"),
        ("? [a]\n: 1\n", "complex-key"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("a: &a [*a]\n", "recursive-alias"),
        ("a: *b\n", "unknown-alias"),
        ("<<: 1\n", "merge-key"),
        ("a: !!set {b}\n", "yaml-tag"),
        ("a: !local b\n", "yaml-tag"),
        ("a: !!int x\n", "yaml-tag"),
        ("", "empty-document"),
        ("# nothing\n", "empty-document"),
        ("a: [\n", "yaml"),
        ("a: \x07\n", "yaml"),
        ("a: 1e999\n", "number"),
        ("a: " + "1" * 401, "number"),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "too-deep"),
        ("a: &a " + "[" * 300 + "]" * 300 + "\nb: " + "[" * 300 + "*a" + "]" * 300, "too-deep"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    assert refused(text).code == code


def test_a_document_may_be_as_deep_as_the_limit() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None


def test_expanded_merge_keys_count_though_they_add_nothing() -> None:
    text = "m0: &m0 {k: 1}\n" + "".join(
        f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 30)}]}}\n" for n in range(1, 9)
    )
    assert refused(text).code == "too-many-nodes"


def test_tags_of_the_core_schema_are_honoured() -> None:
    assert read("[!!str 1, !!int '2', !!float '3', !!bool 'true', !!null '', !!map {}, !!seq []]") == [
        *("1", 2, 3.0, True, None, {}, []),
    ]


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfa: 1\n", b"a: 1\n"])
def test_a_byte_order_mark_is_no_text(raw: bytes) -> None:
    assert decode(raw, Path("x"), "x").text == "a: 1\n"


def test_the_byte_that_is_not_utf8_is_named() -> None:
    with pytest.raises(ProblemsError) as caught:
        decode("é: ü\nb: ".encode() + b"\xff", Path("x"), "x")
    assert caught.value.problems[0].position == Position("x", 2, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_files_do(end: str) -> None:
    text = end.join(["a: 1", "b:", "  - x", '  - "\u2028y"', "c: 2", ""])
    assert place(text, "c") == (5, 1)
    assert place(text, "b", "1") == (4, 5)


@given(st.text(alphabet="ab\n", max_size=12) | st.text(alphabet="ab\n\r", max_size=12), st.integers(1, 5))
def test_each_character_stands_in_the_line_that_has_it(text: str, block: int) -> None:
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$|$", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sdkwright.openapi.syntax.source._BLOCK", block)
        whole = source(text)
        index = 0
        for number, line in enumerate(lines, 1):
            for column in range(1, len(line) + 1):
                found = whole.position(index)
                assert (found.line, found.column, found.text) == (number, column, line.rstrip("\r\n"))
                index += 1
    assert index == len(text)


def test_positions_count_characters_beyond_the_basic_plane() -> None:
    assert place("{😀: {é: 1}, b: 2}", "b") == (1, 13)


plain: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(plain, st.sampled_from([None, 1, "\t"]))
def test_json_round_trips(value: Any, indent: int | str | None) -> None:
    tree = read_json(source(json.dumps(value, indent=indent), "x.json"))
    assert tree.root == value
    _check_marks(tree)


@given(plain)
def test_yaml_agrees_with_json(value: Any) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, version=None, default_style='"')
    tree = read_yaml(source(text))
    _check_marks(tree)
    assert _texts(tree.root) == _texts(value)


def _texts(value: Any) -> Any:
    """Every scalar as text, since the dump above quotes and tags them all."""
    if isinstance(value, dict):
        return {key: _texts(child) for key, child in value.items()}
    return [_texts(child) for child in value] if isinstance(value, list) else isinstance(value, str) and value


@given(st.text(alphabet='{}[]:,"a1 \n\\-e.', max_size=20))
def test_any_text_is_read_or_refused_as_json(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError):
        with pytest.raises(ProblemsError):
            read_json(source(text, "x.json"))
    else:
        code, tree = outcome(read_json, source(text, "x.json"))
        assert code in ("", "duplicate-key", "number")
        assert code or tree.root == expected


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_as_yaml(text: str) -> None:
    for pure in (False, True):
        clean = source(text.encode("utf-8", "replace").decode())
        code, tree = outcome(partial(read_yaml, pure=pure), clean)
        assert code or len(marks(tree)) == len(tree.containers)


def _check_marks(tree: Tree) -> None:
    for number, container in enumerate(tree.containers):
        keys = list(container) if isinstance(container, dict) else [str(each) for each in range(len(container))]
        assert [key for key, _ in tree.marks(number).entries] == keys


short = st.text("ab: '\"\n{é", max_size=8)


@given(st.recursive(short, lambda inner: st.lists(inner) | st.dictionaries(short, inner)), st.sampled_from([None, 1]))
def test_json_has_the_same_places_when_it_is_read_as_yaml(value: Any, indent: int | None) -> None:
    text = source(json.dumps(value, indent=indent, ensure_ascii=False))
    assert marks(read_yaml(text)) == marks(read_json(text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 1\nb: {c: 1, d: 2, c: 3, d: 4}\na: 2\n", [(3, 1), (2, 17), (2, 23)]),
        ("a: [{b: 1, b: {c: 1, c: 2}, b: 3}]", [(1, 12), (1, 29), (1, 22)]),
        ("{&a k: 1, *a : 2}", [(1, 11)]),
    ],
)
def test_each_key_that_stands_again_is_told_of(text: str, places: list[tuple[int, int]]) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_yaml(source(text))
    positions = [problem.position for problem in caught.value.problems]
    assert [(at.line, at.column) for at in positions if at is not None] == places
    assert {problem.code for problem in caught.value.problems} == {"duplicate-key"}


def test_json_has_the_limits_of_yaml() -> None:
    for text, code in [
        ('{"a": 1, "a": 2}', "duplicate-key"),
        ('{"a": NaN}', "number"),
        ('{"a": -Infinity}', "number"),
        ('{"a": 1e400}', "number"),
        ('{"a": ' + "9" * 500 + "}", "number"),
        ('{"a": "\\ud800"}', "lone-surrogate"),
        ("[" * 401 + "]" * 401, "too-deep"),
        ("[" * 100_000, "too-deep"),
        ("[" + "1," * 2_000_001 + "1]", "too-many-nodes"),
        ('{"a": 1,}', "json"),
        ("{'a': 1}", "json"),
        ('{"a": 1} x', "json"),
    ]:
        with pytest.raises(ProblemsError) as caught:
            read_json(source(text, "x.json"))
        problem = caught.value.problems[0]
        assert problem.code == code, text[:40]
        assert problem.position is not None
        assert problem.position.line == 1
