"""An edit of one text in JSON that is read by itself says what the whole document says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.syntax.edit import Edit
from sdkwright.openapi.syntax.json_entry import edit_in_json
from sdkwright.openapi.syntax.json_text import json_marks, read_json
from sdkwright.openapi.syntax.source import Source

from tests.unit.openapi.test_entry import leaves, put, value, ways

NAMES = ("summary", "description", 'a "description', "description\\", "x", "{", "")
SAID = ("x", "y", " ", '"', "\\", "\n", "{", "}", "[", ",", ":", '"description":', "\u00e4", "\U0001f600")
BLANKS = ("", "", "", " ", "\n", "\r\n", "\t", "\n  ", "\r")
PIECES = (
    *(
        "x",
        '"',
        '\\"',
        "\\",
        "\\\\",
        "\\n",
        "\n",
        "\r\n",
        "\t",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "1",
        "null",
        "\ufeff",
    ),
    *('"description": "x"', '", "', '": "', "\\ud83d", "\\ude00", "\\u00e4", "\\u", "\u2028", "\U0001f600", "//", "#"),
)
RANDOM = st.randoms(use_true_random=True)
"""Documents are made by the hundred, which hypothesis is slow to draw choice by choice."""


def quoted(random: Random, said: str | None = None) -> str:
    """A text as JSON has it, in one of the ways in which it can."""
    if said is None:
        said = "".join(random.choices(SAID, k=random.randrange(6)))
    written = json.dumps(said, ensure_ascii=random.random() < 0.5)
    return written.replace("x", "\\u0078", random.randrange(2))


def mapping(random: Random, depth: int = 0) -> str:
    """A mapping as it is written, with blanks where they may be."""
    entries: list[str] = []
    for name in random.sample(NAMES, random.randint(1, 5)):
        kind = random.randrange(4 if depth < 3 else 2)
        if kind == 0:
            written = random.choice(("1", "1.50", "null", "[]", "{}", '["description", "x"]'))
        elif kind == 1:
            written = quoted(random)
        elif kind == 2:
            written = mapping(random, depth + 1)
        else:
            written = f"[{random.choice(BLANKS)}{mapping(random, depth + 1)},{mapping(random, depth + 1)}]"
        blanks = random.choices(BLANKS, k=4)
        entries.append(f"{blanks[0]}{quoted(random, name)}{blanks[1]}:{blanks[2]}{written}{blanks[3]}")
    return f"{{{','.join(entries)}}}"


def source(text: str) -> Source:
    return Source("openapi.json", Path("openapi.json"), text)


def read(text: str) -> tuple[Any, list[tuple[Any, ...]], list[int]]:
    """The data, the ways to its texts, and which mappings have them."""
    tree, positions = read_json(source(text)), Positions()
    positions.add(tree)
    found = list(ways(tree.root))
    return tree.root, found, positions.keys([(value(tree.root, way[:-1]), way[-1], False) for way in found])


def edited(old: str, new: str) -> Edit | None:
    """What is found, compared with what both documents say."""
    root, found, keys = read(old)
    edit = edit_in_json(source(old), source(new), keys, [str(way[-1]) for way in found])
    if edit is None:
        return None
    now, found_now, keys_now = read(new)
    wanted = root
    for change in edit.changes:
        way = found[change.number]
        assert value(root, way) == change.before
        wanted = put(wanted, way, change.after)
    assert json.dumps(now) == json.dumps(wanted)
    assert list(map(type, leaves(now))) == list(map(type, leaves(root)))
    assert (found_now, tuple(keys_now)) == (found, edit.keys)
    within = 0
    for before, after in zip(places(old), places(new), strict=True):
        moved = edit.moved(source(old).position(before))
        within += moved is None
        if moved is not None:
            there = source(new).position(after)
            assert (moved, moved.text, moved.skipped) == (there, there.text, there.skipped)
    assert within == len(edit.changes)
    return edit


def places(text: str) -> list[int]:
    """Where mappings, lists, and their keys and items begin."""
    return [place for mark in json_marks(source(text)) for place in (mark.start, *(at for _, at in mark.entries))]


@given(RANDOM)
@settings(max_examples=400, deadline=None)
def test_a_text_in_quotes_is_found(random: Random) -> None:
    """Whatever the other is, and however both are written; and several of them."""
    old = text = mapping(random)
    values = list(re.finditer(r'(?<=[:\s])"(?:[^"\\]|\\.)*"', text, re.DOTALL))
    assume(values)
    are_texts, count = True, 0
    chosen = random.sample(values, random.randint(1, min(3, len(values))))
    for at in sorted(chosen, key=re.Match.start, reverse=True):
        other = quoted(random)
        key = re.search(r'(?<!\\)"(summary|description)"\s*:\s*$', old[: at.start()])
        are_texts = are_texts and (key is not None or other == at[0])
        count += other != at[0]
        text = text[: at.start()] + other + text[at.end() :]
    edit = edited(old, text)
    assert (edit is not None) == (are_texts and count > 0)
    assert edit is None or len(edit.changes) == count


@given(RANDOM, st.floats(0, 1), st.integers(0, 6), st.lists(st.sampled_from(PIECES), max_size=3))
@settings(max_examples=600, deadline=None)
def test_random_edits(random: Random, where: float, gone: int, pieces: list[str]) -> None:
    text = mapping(random)
    at = int(where * len(text))
    edited(text, text[:at] + "".join(pieces) + text[at + gone :])


SHOP = """\
{
  "info": {"title": "Shop", "description": "Sells \\u00e4ll"},
  "tags": [{"description": "One"}, {"description": "One", "summary": ""}],
  "x": {"descriptio\\u006e": "In other letters", "a \\"description": "In quotes", "\\\\": {"summary": "Behind"}},
  "y": ["description", "Listed"]
}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sells", "Buys"),
        ("Sells", 'Sells \\"this\\" and \\\\'),
        ("\\u00e4ll", "\u00e4ll"),
        ('"Sells', '"'),
        ('"One"}', '"One and more"}'),
        ('"One", "s', '"", "s'),
        ('"summary": ""', '"summary": "Now"'),
        ("Behind", '\\", \\"x'),
        ("Sells", "\\ud83d\\ude00"),
        ('"One"}, {"description": "One"', '"Two"}, {"description": "Three"'),
    ],
)
def test_an_edit_of_each_kind_is_found(old: str, new: str) -> None:
    assert edited(SHOP, SHOP.replace(old, new, 1)) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Shop", "Store"),
        ('"One"}', '"One", "summary": "x"}'),
        ('"One"}', "1}"),
        ('"One"}', '["One"]}'),
        ("In other letters", "In others"),
        ("In quotes", "In none"),
        ("Listed", "On a list"),
        ('"description", "L', '"summary", "L'),
        ("Sells", "\\ud83d"),
        ("Sells", "Sells\n"),
        ("Sells", "Sells\t"),
        ("Sells", "\\x"),
        ("Sells", "\\"),
        ('"info"', ' "info"'),
        ("}\n", "}\n\n"),
        ("}\n", ""),
    ],
)
def test_what_is_not_certain_is_no_edit(old: str, new: str) -> None:
    _, found, keys = read(SHOP)
    text = SHOP.replace(old, new, 1) if old != "}\n" else SHOP.removesuffix(old) + new
    assert text != SHOP
    assert edit_in_json(source(SHOP), source(text), keys, [str(way[-1]) for way in found]) is None


def test_of_a_document_of_which_nothing_is_known_nothing_is_found() -> None:
    assert edit_in_json(source(SHOP), source(SHOP.replace("Sells", "Buys")), [], []) is None
