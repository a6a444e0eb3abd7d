"""Which version comes next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import InvalidVersion, Version
from sdkwright.changes import rules
from sdkwright.changes.found import Change
from sdkwright.changes.report import Placed
from sdkwright.changes.rules import Rule
from sdkwright.changes.version import next_version

BREAKS, ADDS, OTHER = rules.OPERATION_REMOVED, rules.OPERATION_ADDED, rules.OPERATION_MOVED


@pytest.mark.parametrize(
    ("last", "changed", "expected"),
    [
        ("1.2.3", [BREAKS, ADDS], "2.0.0"),
        ("1.2.3", [ADDS, OTHER], "1.3.0"),
        ("1.2.3", [rules.OPERATION_DEPRECATED], "1.3.0"),
        ("1.2.3", [OTHER], "1.2.4"),
        ("1.2.3", [], "1.2.4"),
        ("0.2.3", [BREAKS], "0.3.0"),
        ("0.2.3", [ADDS], "0.2.4"),
        ("2", [BREAKS], "3.0.0"),
        ("1.2", [OTHER], "1.2.1"),
        ("1.2.0rc1", [BREAKS], "1.2.0rc2"),
        ("1.2.0-beta.4", [], "1.2.0b5"),
    ],
)
def test_the_next_version_says_what_changed(last: str, changed: list[Rule], expected: str) -> None:
    assert next_version(last, [Placed(Change(rule, "x")) for rule in changed]) == expected
    assert Version(expected) > Version(last)


CORE = st.lists(st.integers(0, 30), min_size=1, max_size=4).map(lambda parts: ".".join(map(str, parts)))
SPELT = st.tuples(
    st.sampled_from(["", "1!"]),
    CORE,
    st.sampled_from(["", "a1", "-beta.2", "rc9"]),
    st.sampled_from(["", ".post1", ".dev3"]),
).map("".join)


@given(SPELT, st.lists(st.sampled_from([BREAKS, ADDS, OTHER])))
def test_the_next_version_comes_after_any(last: str, changed: list[Rule]) -> None:
    assert Version(next_version(last, [Placed(Change(rule, "x")) for rule in changed])) > Version(last)


def test_what_is_excused_does_not_count() -> None:
    assert next_version("1.2.3", [Placed(Change(BREAKS, "x"), excuse="Nobody was told of it.")]) == "1.2.4"


def test_what_is_no_version_is_refused() -> None:
    with pytest.raises(InvalidVersion):
        next_version("one", [])
