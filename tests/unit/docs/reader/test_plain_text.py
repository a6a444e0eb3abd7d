"""What is read without the parser is what the parser reads."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sdkwright.docs.reader.text.blocks import block_lines, cell_text, first_sentence, until_full_stop
from sdkwright.docs.reader.text.inline import InlineWriter, lines, seen
from sdkwright.docs.reader.text.pieces import Piece, piece
from sdkwright.docs.reader.text.plain import plain_lines, plain_paragraphs
from sdkwright.docs.reader.text.tree import markdown_of, parsed

PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
PIECES = (
    "a", "Some words", "1", "2026", "b_c", "_", "__", ".", ". ", ", ", " - ", "-", "+", "=", "#", "*", "**", "~", "~~",
    "`", "``", "`code`", "`a\nb`", "` `", "`[a](b)`", "`a` ", "[a](https://a.example)", "[`a`](/b/c.html#d)",
    "[a](<#b>)", "[a](<b c>)", "[a](//b)", "[a](/b?c=d&e=f)", "[a](/b?c&lt;)", "[a](javascript:b)", "[a]: b", "[", "]",
    "](", "(", ")", "<", "< ", ">", "<a@b.c>", "<https://a>", "&", "& ", "&amp;", "&#1", "!", "![", "|", "\n", "\n\n",
    " \n", "  \n", "\n ", "\n    ", "\n- ", "\n1. ", "\n1) ", "\n10 ", "\n> ", "\n# ", "\n---", "\n===", "\n| - |",
    "\n:-", "\n```\n", "\t", "\\", "\\n", "'", '"', "{", "}", "$", "/", ":", ";", "?", "@", "\u00e9",
    "\u2019", "\u00a0", "\u3002", "\ue000", "\u2003", "http://", "A.B", "%20", "/.", "/", "..",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=20)


def read(text: str) -> list[list[Piece]] | None:
    """The paragraphs of a text that holds nothing else, by the parser."""
    tokens = PARSER.parse(text)
    types = [token.type for token in tokens]
    if types != ["paragraph_open", "inline", "paragraph_close"] * (len(tokens) // 3):
        return None
    return [[*map(piece, token.children or ())] for token in tokens if token.type == "inline"]


@given(TEXTS)
@example("a\n \nb")
@example("1234567890. a")
@example("a [b](/c\n)")
@example("a\n===")
@example("`a` \nb")
def test_paragraphs_are_read_as_the_parser_reads_them(text: str) -> None:
    made = plain_paragraphs(seen(text))
    assert made is None or made == read(seen(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Words, and (more) of \"them\": 'a' or b; it's 1 > 0!",
        "\n\nOne\ntwo \nthree.\n\n\nFour\n",
        "Set `a_b` to `{c}` & go on, as [the guide](https://docs.example/a-b/c_d.html?e=f&g=h#i-j) says.",
        "[`a`](</b/c#d>) is some_name. See [b](#section/c).",
        "10 of them, {id} too",
        "\u00c9t\u00e9 \u2013 a b\u2026",
    ],
)
def test_most_texts_need_no_parser(text: str) -> None:
    assert plain_paragraphs(text) is not None


@pytest.mark.parametrize(
    "text",
    ["*a*", "a __b__", "- a", "1. a", "# a", "a\n---", "> a", "    a", "a  \nb", "```\na\n```", "[a]", "![a](/b)"],
)
def test_what_is_anything_else_is_left_to_the_parser(text: str) -> None:
    assert plain_paragraphs(text) is None


@given(TEXTS)
@example("10 of `a_b`: (c).")
@example("`a``b`")
@example("1. a")
@example("import a ")
@example("Two. Sentences \n")
@example("a  \nb\n\nimport c")
@example("a\n 10\n10 b")
def test_plain_lines_are_written_as_they_stand(text: str) -> None:
    made = plain_lines(seen(text))
    if made is None:
        return
    parsed.cache_clear()
    markdown_of.cache_clear()
    blocks = parsed(text)
    assert "<br/><br/>".join(map(" ".join, made)) == cell_text(blocks, InlineWriter())
    said = [lines("\n".join(paragraph)) for paragraph in made]
    assert "\n\n".join(said) == "\n".join(block_lines(blocks, InlineWriter(), lambda node, said: said))
    if made and len(made[0]) == 1 and "`" not in made[0][0]:
        assert until_full_stop(made[0][0]) == first_sentence(blocks, InlineWriter())


@pytest.mark.parametrize("text", ['Words, and "more": it\'s 1 (or `a_b`).\n', "\u00c9t\u00e9 \u2013 a b\u2026 "])
def test_most_lines_are_plain(text: str) -> None:
    assert plain_lines(text) == [[text.rstrip()]]
