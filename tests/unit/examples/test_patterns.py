"""Texts made from regular expressions; Python's own engine says whether they match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.examples.patterns import matching

ATOMS = st.sampled_from(
    ["a", "Z", "7", "-", r"\.", r"\/", r"\d", r"\w", r"\S", ".", "[a-z]", "[^0-9<>]", r"[\w.-]", "[_]"]
)
QUANTIFIERS = st.sampled_from(["", "", "", "*", "+", "?", "{3}", "{2,}", "{0,4}", "+?"])


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sequences = st.lists(inner, min_size=1, max_size=4).map("".join)
    choices = st.lists(sequences, min_size=1, max_size=3).map("|".join)
    return st.builds("({}{}){}".format, st.sampled_from(["", "?:"]), choices, QUANTIFIERS)


EXPRESSIONS = st.lists(
    st.recursive(st.builds("{}{}".format, ATOMS, QUANTIFIERS), _grown, max_leaves=8), min_size=1, max_size=4
).map("".join)


@given(st.sampled_from(["", "^"]), EXPRESSIONS, st.sampled_from(["", "$"]), st.integers(0, 12), st.integers(8, 40))
def test_what_is_made_matches(start: str, middle: str, end: str, shortest: int, longest: int) -> None:
    text = matching(start + middle + end, "<value>", shortest, longest)
    if text is not None:
        assert re.search(start + middle + end, text)
        assert max(shortest, 1) <= len(text) <= longest


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^BU[0-9a-fA-F]{8}$", "BU12345678"),
        ("^[A-Z]{3}$", "ABC"),
        ("^[a-z_]+$", "id"),
        ("^.+$", "<id>"),
        ("^ALL$|^20[0-9]{2}$", "ALL"),
        (r"^https:\/\/\w+\.example$", "https://id.example"),
        (r"\x41\u0042", "AB"),
        ("[]a]", None),
        ("^(a)?$", "a"),
        ("^([A-Z]{2}-[0-9]{3})?$", "AB-123"),
        ("^x(-y)?$", "x"),
        (r"^(?!a)b$", None),
        (r"(a)\1", None),
        (r"\p{L}", None),
        ("a$b", None),
        ("(", None),
        ("a{201}", None),
        ("(" * 30 + "a" + ")" * 30, None),
    ],
)
def test_patterns(pattern: str, expected: str | None) -> None:
    assert matching(pattern, "<id>") == expected


def test_what_may_repeat_without_end_fills_the_least_length() -> None:
    assert matching("^x[0-9]+$", "<id>", 6) == "x123456"
    assert matching("^x[0-9]$", "<id>", 6) is None
