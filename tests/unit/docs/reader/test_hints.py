"""What is seen of a description without reading it is so when it is read."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdkwright.docs.reader.text.blocks import block_lines
from sdkwright.docs.reader.text.hints import may_head, may_link
from sdkwright.docs.reader.text.inline import InlineWriter
from sdkwright.docs.reader.text.sinks import anchors_in
from sdkwright.docs.reader.text.tree import parsed

PIECES = st.sampled_from(
    [
        *(
            "a",
            "b",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\u2028",
            "\x85",
            "\t",
            "#",
            "# ",
            "=",
            "===",
            "-",
            "- ",
            "---",
            "> ",
            "1. ",
        ),
        *("* ", "<h1>", "</h1>", "<br>", "<li>", "<p>", "<!--", "-->", "[", "]", "(", ")", "](", "[a]: ", "<a href=x>"),
        *("</a>", "./x", "#y", "https://x.example", "href", ":", "<x:y>", "a@b.c", "`", "\\", "!", "\ue000", "&#35;"),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
@settings(max_examples=1000)
@example("a\n===\ue000")
def test_headings(text: str) -> None:
    assert may_head(text) or [*anchors_in(text)] == []


@given(TEXTS)
@settings(max_examples=1000)
def test_links(text: str) -> None:
    writer = InlineWriter()
    block_lines(parsed(text), writer, lambda node, said: said)
    assert may_link(text) or not writer.dead


def test_what_has_none() -> None:
    for text in ("A thing.", "* one\n* two", "`code` (and) more", "[there](https://shop.example)"):
        assert not may_head(text)
        assert not may_link(text)
