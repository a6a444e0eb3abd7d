"""Comments are in no text that readers see; what only looks like one stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sdkwright.docs.markdown import markdown_cell, markdown_item, markdown_rich, markdown_text, markdown_value
from sdkwright.text.comments import without_comments
from sdkwright.text.escape import docstring, raw
from sdkwright.text.kinds import Code, Parameters, Prose
from sdkwright.text.told import is_blank

HTML = MarkdownIt("commonmark", {"html": True})
PIECES = (
    "<!--",
    "-->",
    "<!-->",
    "<!--->",
    "--",
    ">",
    "a",
    "b\n",
    "\n\n",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "    ",
    "\\",
    "<b>",
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("plain", "plain"),
        ("All. <!-- to do -->", "All."),
        ("One <!-- two --> three", "One  three"),
        ("One\n<!-- two\n\nthree -->\nfour", "One\n\nfour"),
        ("<!-- a --><!-- b -->c<!-- d -->", "c"),
        ("a<!-->b<!--->c", "abc"),
        ("a <!-- b", "a <!-- b"),
        ("`<!-- a -->` and ``b ` <!-- c -->``", "`<!-- a -->` and ``b ` <!-- c -->``"),
        ("```html\n<!-- a -->\n```\n<!-- b -->", "```html\n<!-- a -->\n```\n"),
        ("a\n\n    <!-- b -->\n", "a\n\n    <!-- b -->\n"),
        ("a \\<!-- b --> \\\\<!-- c -->d", "a \\<!-- b --> \\\\d"),
        ("<!-- ` -->a`", "a`"),
        ('""<!-- -->"', '"""'),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert without_comments(text) == left


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_character_is_made_up_and_the_words_outside_of_comments_stay(text: str) -> None:
    left = iter(text)
    made = without_comments(text)
    assert all(character in left for character in made), "what is left stands in the text, in its order"
    if "-->" not in text:
        assert made == text


@given(
    st.sampled_from(["", "a", "*a*", "a\n\nb"]), st.text("ab `~<>!-\n", max_size=12), st.sampled_from(["", "c", "`d`"])
)
def test_a_comment_between_texts_goes_whatever_is_in_it(before: str, note: str, after: str) -> None:
    inside = note.replace("-->", "").rstrip("-")
    shown = without_comments(f"{before}<!-- {inside} -->{after}")
    assert shown == (before.rstrip(" ") if after in ("", "\n") else before) + after


def test_nobody_reads_a_comment() -> None:
    text = Prose("All cages. <!-- to do -->")
    assert docstring([text]) == '"""All cages."""'
    assert ":param a: All cages.\n" in raw(docstring([Parameters(((Code("a"), text), (Code("b"), None)))]))
    sinks = [markdown_rich(text), markdown_text(text), markdown_cell(text), markdown_item(Code("- "), text)]
    assert [raw(made).removeprefix("- ") for made in sinks] == ["All cages."] * 4


def test_a_value_is_shown_whole() -> None:
    """As is what the generator itself says: a pattern, say."""
    assert markdown_value(Prose("<!-- a -->")) == "&lt;!-- a -->"
    assert docstring(["pattern: <!-- a -->"]) == '"""pattern: <!-- a -->"""'


def test_a_comment_alone_says_nothing() -> None:
    assert is_blank(" <!-- a -->\n<!-- b -->")
    assert not is_blank("<!-- a")


def test_a_page_has_no_comment_that_a_reader_of_html_would_miss() -> None:
    shown = HTML.render(raw(markdown_rich(Prose("One <!-- two --> three\n\n<!-- four -->\n\n`<!-- five -->`"))))
    assert "two" not in shown
    assert "four" not in shown
    assert "&lt;!-- five --&gt;" in shown
