"""How the judge of round trips compares: it finds every difference, and excuses what a specification explains."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roundtrip.differences import ABSENT, Difference, differences
from roundtrip.explained import EXPLANATIONS, explanation

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_a_value_is_no_other_than_itself(value: Any) -> None:
    assert list(differences(value, json.loads(json.dumps(value)))) == []


@given(JSON, JSON)
def test_two_values_that_differ_are_told_apart(one: Any, other: Any) -> None:
    same = _exactly(one) == _exactly(other)
    assert (not list(differences(one, other))) is same


def _exactly(value: Any) -> Any:
    """What is equal if two JSON values are: in Python `True` is 1."""
    if isinstance(value, dict):
        return {name: _exactly(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_exactly(each) for each in value]
    return (value, isinstance(value, bool))


@given(JSON, st.data())
def test_a_member_that_is_lost_is_named(value: Any, data: st.DataObject) -> None:
    whole = {"a": [value, {"b": value}]}
    damaged = copy.deepcopy(whole)
    del damaged["a"][1]["b"]
    (found,) = differences(whole, damaged)
    assert (found.path, found.kind, found.got) == (("a", 1, "b"), "lost", ABSENT)


@pytest.mark.parametrize(
    ("given_", "got", "named"),
    [
        ("2025-04-20t01:02:03z", "2025-04-20T01:02:03Z", 0),
        ("2025-04-20T01:02:03.120Z", "2025-04-20T01:02:03.12Z", 0),
        ("2025-04-20T01:02:03-00:00", "2025-04-20T01:02:03Z", 0),
        (2**53 + 1, float(2**53 + 1), 1),
    ],
)
def test_what_a_specification_explains_is_named(given_: Any, got: Any, named: int) -> None:
    assert explanation(Difference((), "changed", given_, got)) is EXPLANATIONS[named]


def test_every_class_that_is_explained_has_a_row_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "openapi-support.md").read_text()
    rows = page.partition("## Round trips")[2].partition("| --- | --- |\n")[2]
    assert rows == "".join(f"| {each.name} | {each.why} |\n" for each in EXPLANATIONS)


@pytest.mark.parametrize(
    ("given_", "got"),
    [
        ("2025-04-20T01:02:03+05:30", "2025-04-19T19:32:03Z"),
        ("2025-04-20T01:02:03.123456789Z", "2025-04-20T01:02:03.123456Z"),
        ("2025-04-20T01:02:03.12Z", "2025-04-20T01:02:03Z"),
        ("2025-04-20T01:02:03Z", "2025-04-20"),
        (2**53 + 1, 2**53 + 2),
        (1, True),
        (2**53 + 1, str(2**53 + 1)),
        (None, ABSENT),
    ],
)
def test_what_no_specification_explains_is_not(given_: Any, got: Any) -> None:
    assert explanation(Difference((), "changed", given_, got)) is None
