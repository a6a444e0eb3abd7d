"""The owner's changelog gets an entry, and loses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.changes.changelog import with_entry, with_release
from sdkwright.changes.sections import SECTIONS

OURS = {"Added": ["- one", "- two"], "Removed": ["- three"]}
ENTRY = "## [1.1.0] - 2026-01-02\n\n### Added\n\n- one\n- two\n\n### Removed\n\n- three\n"
LINE_ENDS = re.compile(r"\r\n|\r|\n")


def test_a_new_file_says_what_it_is() -> None:
    text = with_entry("", "1.1.0", "2026-01-02", OURS)
    assert text.startswith("# Changelog\n")
    assert text.endswith(f"## [Unreleased]\n\n{ENTRY}")


def test_without_a_day_there_is_none() -> None:
    assert "## [1.1.0]\n" in with_entry("", "1.1.0", None, OURS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Changelog\n", f"# Changelog\n\n{ENTRY}"),
        ("# Changelog", f"# Changelog\n\n{ENTRY}"),
        ("# Changelog\n\n## 1.0.0\n\n- old\n", f"# Changelog\n\n{ENTRY}\n## 1.0.0\n\n- old\n"),
        ("## [Unreleased]\n## 1.0.0\n", f"## [Unreleased]\n\n{ENTRY}\n## 1.0.0\n"),
        ("Unreleased\n---\n", f"Unreleased\n---\n\n{ENTRY}"),
        ("```\n## [Unreleased]\n```\n", f"```\n## [Unreleased]\n```\n\n{ENTRY}"),
    ],
)
def test_the_entry_stands_before_those_of_earlier_versions(before: str, after: str) -> None:
    assert with_entry(before, "1.1.0", "2026-01-02", OURS) == after


def test_what_was_not_released_belongs_to_the_version() -> None:
    mine = "## [Unreleased]\n\nRead this.\n\n### Removed\n\n- mine\n\n### Fixed\n\n- a bug\n\n## 1.0.0\n"
    assert with_entry(mine, "1.1.0", None, OURS) == (
        "## [Unreleased]\n\n## [1.1.0]\n\nRead this.\n\n### Removed\n\n- mine\n- three\n\n### Fixed\n\n- a bug\n\n"
        "### Added\n\n- one\n- two\n\n## 1.0.0\n"
    )


def test_an_entry_that_is_there_gets_the_lines() -> None:
    mine = "## [Unreleased]\n\n- later\n\n## 1.1.0\n\n### Added\n\n- mine\n"
    assert with_entry(mine, "1.1.0", None, {"Added": ["- one"]}) == f"{mine}- one\n"


PIECES = [
    *("", "text", "- item", "  more", "* other", "> quoted", "# Changelog", "#### deep", "---", "===", "<div>", "\t"),
    *("## [Unreleased]", "## Unreleased", "## [1.0.0] - 2020-01-01", "## 1.1.0", "```", "~~~", "<!--", "-->"),
    *(f"### {name}" for name in SECTIONS),
    *("[1.0.0]: https://example.com", "\udc80", "\ufeff", "été"),
]
TEXTS = st.lists(st.tuples(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), st.sampled_from(["\n", "\r\n"])))


@given(
    TEXTS,
    st.booleans(),
    st.dictionaries(st.sampled_from(SECTIONS), st.lists(st.just("- ours"), min_size=1), min_size=1),
)
def test_no_line_is_lost_or_moved(pieces: list[tuple[str, str]], is_ended: bool, ours: dict[str, list[str]]) -> None:
    text = "".join(line + end for line, end in pieces)
    text = text if is_ended else text.rstrip("\r\n")
    for after in (with_entry(text, "1.1.0", "2026-01-02", ours), with_release(text, ["## 1.1.0", "", "- ours"])):
        rest = iter(LINE_ENDS.split(after))
        assert [line for line in LINE_ENDS.split(text) if line and line not in rest] == []
        assert after.count("- ours") >= text.count("- ours") + 1


@given(TEXTS)
def test_line_ends_stay(pieces: list[tuple[str, str]]) -> None:
    """No line of the owner's ends otherwise than before: each stands there whole, with its end."""
    text = "".join(line + end for line, end in pieces)
    lines = text.splitlines(keepends=True)
    rest = iter(with_entry(text, "1.1.0", None, OURS).splitlines(keepends=True))
    assert [line for line in lines if line not in rest] == []


def test_releases_are_listed_one_after_the_other() -> None:
    first = with_release("", ["## 1.0.0"])
    assert with_release(first, ["## 1.1.0"]) == "# Releases\n\n## 1.0.0\n\n## 1.1.0\n"
    assert with_release("mine\r\n", ["## 1.1.0"]) == "mine\r\n\r\n## 1.1.0\r\n"
