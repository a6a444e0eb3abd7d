"""`sdkwright explain`, and how values look in messages."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.main import main
from sdkwright.openapi.data import Json
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.problems import codes, shown

data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=12,
)


def test_one_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "dangling-ref"]) == 0
    assert capsys.readouterr().out == (
        "dangling-ref\n\nA reference leads to nothing.\n\nWhat to do: Add what it names, or mend the reference.\n\n"
        "A schema:\n\n    $ref: '#/components/schemas/Missing'\n"
    )


def test_a_code_without_a_text_that_gives_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "not-utf8"]) == 0
    assert "\n\nIt happens when an editor has saved" in capsys.readouterr().out


def test_all_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(codes.TABLE)


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "yaml", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["code"], told["what"]) == ("yaml", codes.TABLE["yaml"].what)


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [("dangling", "Did you mean dangling-ref?"), ("zzz", "Type `sdkwright explain` alone"), ("\x1b[2J", "Type")],
)
def test_an_unknown_code(capsys: pytest.CaptureFixture[str], typed: str, remedy: str) -> None:
    assert main(["explain", typed]) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: There is no problem code ")
    assert "[unknown-code]" in err
    assert remedy in err
    assert "\x1b" not in err


@given(data, st.integers(8, 100))
def test_a_value_in_a_message_is_short_and_acts_on_nothing(value: Json, limit: int) -> None:
    text = shown(value, limit)
    assert text.isprintable()
    assert 0 < len(text) <= limit
    if "…" not in text:
        assert json.loads(text) == value
    if isinstance(value, str):
        assert (text[0], text[-1]) == ('"', '"')


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (None, "null"),
        ({"a": None, "b": ["x", 1]}, '{"a": null, "b": ["x", 1]}'),
        (WrittenFloat("1.10"), "1.10"),
        ("é\n\u202e", '"é\\n\\u202e"'),
        ("x" * 100, '"' + "x" * 57 + '…"'),
        ([["x" * 100] * 100] * 100, '[["' + "x" * 56 + "…"),
    ],
)
def test_values_are_json(value: Json, text: str) -> None:
    assert shown(value) == text
