"""Descriptions on the reader's pages: every tool reads them alike, and nothing in them is live."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sdkwright.docs.reader.text.blocks import block_lines
from sdkwright.docs.reader.text.html import as_markdown
from sdkwright.docs.reader.text.inline import InlineWriter
from sdkwright.docs.reader.text.sinks import address, cell, dead_links, line, rich, sentence, start, title
from sdkwright.docs.reader.text.targets import targets
from sdkwright.docs.reader.text.tree import headings, parsed, words
from sdkwright.docs.reader.where.anchors import Anchors, slug
from sdkwright.docs.table_layout import Padding, table
from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code, Prose

from scripts.docscheck.check import checked
from scripts.docscheck.pages import Page

LIVE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""A reader for which HTML is HTML."""
SINKS: list[Callable[[Prose], str]] = [
    lambda text: rich(text, Anchors()),
    lambda text: f"- {cell(text)}",
    lambda text: f"- {line(text)}",
    start,
    title,
    address,
]
"""Each in a place that it is made for."""
FRAGMENTS = (
    "`", "``", "```", "~~~", "<script>", "</b>", "<!-- ", " -->", "<a href='x'>", "<https://a.example>", "{", "}",
    "[a](javascript:x)", "](", "javascript:", "[a]: https://evil.example", "[a]", "]:", "\n", "\n\n", "- ", "> ", "1. ",
    "  ", "    ", "|", "\\", "# Own", "Own", "\n---\n", "\n===\n", "| a | b |\n| - | - |\n", "x", "&lt;", "&#123;",
    "<p>", "</p>", "<br>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<id>", "<pre>", "</pre>", "<code>", "</code>", "*",
    "**", "_", "~~", "!", "import x", "export y", "\ue000",
)  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join), st.text(max_size=40))
WORDS = st.text(st.sampled_from("ab *_`[]()<>{}#|~&!\\-+=.1:\"'$\n"), max_size=30)


def written(text: str) -> str:
    """A description as a page has it."""
    return raw(rich(Prose(text), Anchors()))


def seen(markdown: str) -> str:
    """The words that a reader sees, each blank once."""
    tokens = [inner for token in LIVE.parse(markdown) for inner in token.children or ()]
    said = (
        " " if one.type in ("softbreak", "hardbreak") else one.content for one in tokens if one.type != "html_inline"
    )
    return " ".join("".join(said).split())


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("plain", "plain"),
        ("a {b} <id>", "a \\{b\\} &lt;id>"),
        ("<!-- note\n\nto us -->Told.", "Told."),
        ("one<br>two", "one<br/>two"),
        ("<p>One</p><p>two <b>three</b> <i>four</i></p>", "One\n\ntwo **three** *four*"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "-   a\n-   b\n\n    -   c"),
        ("<ol><li>a</li></ol>", "1.  a"),
        ("<code>{a}</code> and `{b}`", "`{a}` and `{b}`"),
        ("<pre><code>a &lt; b\n</code></pre>", "```\na < b\n```"),
        ('<a href="https://a.example">b</a>', "[b](https://a.example)"),
        ('<a href="/b">b</a>', "b"),
        ("<https://a.example/{id}>", "[https://a.example/\\{id\\}](https://a.example/%7Bid%7D)"),
        ("[b](c.md) [d](#e) [f](mailto:g@h.example)", "b d [f](mailto:g@h.example)"),
        ("[b](javascript:c)", "\\[b\\]\\(javascript:c)"),
        ("![b](c.png) ![d](https://e.example)", "b ![d](https://e.example)"),
        ("# A\n\n### B\n\n[b](#b)", "### A\n\n##### B\n\n[b](#b)"),
        ("# A\n\n# A", "### A\n\n**A**"),
        ("* a\n  1) b\n\n     c", "-   a\n\n    1.  b\n\n        c"),
        ("    code: <b>", "```\ncode: <b>\n```"),
        ("```json\n{a}\n```", "```text\n{a}\n```"),
        ("```json\n[1]\n```", "```json\n[1]\n```"),
        ("```python\nimport a\n```", "```text\nimport a\n```"),
        ("import a", "&#105;mport a"),
        ("snake_case 2 * 3 [a] a|b", "snake_case 2 \\* 3 \\[a\\] a\\|b"),
        ("1\\. a", "1\\. a"),
        ("&lt;b&gt; &amp;lt;", "&lt;b> &amp;lt;"),
        ("| a | b |\n| - | - |\n| `c` | {d} |", "| a | b |\n| --- | --- |\n| `c` | \\{d\\} |"),
        ("> a\n> > b", "> a\n>\n> > b"),
        ("~~a~~ **b** *c*", "~~a~~ **b** *c*"),
        ("a  \nb", "a<br/>b"),
        ("a\ue000b", "ab"),
        ("\u202eevil", "\\\\u202eevil"),
    ],
)
def test_descriptions(text: str, made: str) -> None:
    assert written(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a\nb", "a b"),
        ("a\n\nb", "a<br/><br/>b"),
        ("- a\n- b\n  - c", "• a<br/>• b<br/>  • c"),
        ("1. a\n2. b", "1\\. a<br/>2\\. b"),
        ("## a\n\nb", "**a**<br/><br/>b"),
        ("```\na\n\nb\n```", "`a`<br/>`b`"),
        ("| a | b |\n| - | - |\n| c | d |", "a \\| b<br/>c \\| d"),
        ("> a", "a"),
        ("snake_case", "snake_case"),
        ("[a](#b)", "a"),
    ],
)
def test_cells(text: str, made: str) -> None:
    assert raw(cell(Prose(text))) == made


def test_a_line_is_the_first_block() -> None:
    assert raw(line(Prose("a\nb\n\nc"))) == "a b"
    assert raw(start(Prose("# a"))) == "**a**"
    assert raw(start(Prose("import a"))) == "&#105;mport a"
    assert raw(title(Prose("*a* {b}"))) == "\\*a\\* \\{b\\}"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One. Two.", "One."),
        ("One\nline. Two", "One line."),
        ("One.\nTwo", "One."),
        ("All e.g. Cats and v1.2 of them, i.e. Dogs! More", "All e.g. Cats and v1.2 of them, i.e. Dogs!"),
        (
            "See **this. And that** [here. There](https://a.example). End.",
            "See **this. And that** [here. There](https://a.example).",
        ),
        ("Takes `a. B`. Then more", "Takes `a. B`."),
        ("# Heading\n\nText. More", "Text."),
        ("- item. Two\n- other", "• item. Two<br/>• other"),
        ("\u732b\u3002\u72ac", "\u732b\u3002"),
        ("No end", "No end"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, made: str) -> None:
    assert raw(sentence(Prose(text))) == made


@pytest.mark.parametrize(
    ("href", "named"),
    [
        ("#operation/createA", ("operation", "createA")),
        ("#tag/Big%20Pets/operation/createA", ("operation", "createA")),
        ("#tag/Big-Pets", ("tag", "big-pets")),
        ("#/Big%20Pets", ("tag", "big-pets")),
        ("#/Pets/createA", ("operation", "createA")),
        ("#/components/schemas/a~1b", ("schema", "a/b")),
        ("#/definitions/A", ("schema", "A")),
        ("#/paths/~1a~1%7Bid%7D/get", ("route", "GET /a/{id}")),
        ("#tag/Pets/paths/~1a/post", ("route", "POST /a")),
        ("#section/First/Rate-limits", ("section", "rate-limits")),
    ],
)
def test_links_name_parts_of_the_document(href: str, named: tuple[str, str]) -> None:
    assert list(targets(href)) == [named]
    assert raw(cell(Prose(f"[a]({href})"), lambda found: "there.md" if found == href else "")) == "[a](there.md)"


@pytest.mark.parametrize("href", ["#a", "a.md#operation/b", "#operation", "#", "#a/b", "https://a.example/#tag/b"])
def test_other_links_name_none(href: str) -> None:
    assert list(targets(href)) == []


@pytest.mark.parametrize("sink", [title, sentence, line, start, cell])
def test_a_link_that_is_none_looks_like_none(sink: Callable[[Prose], str]) -> None:
    """Not even to a reader that takes a backslash before a bracket for text."""
    assert sink(Prose("[docs](javascript:x)")) in ("\\[docs\\]\\(javascript:x)", "docs")


def test_headings_leave_the_anchors_of_the_page_alone() -> None:
    anchors = Anchors()
    assert anchors.heading(Code("errors"), "(method)") == ("errors", "errors")
    assert raw(rich(Prose("## Errors\n\n[here](#errors)"), anchors)) == "**Errors**\n\nhere"
    assert anchors.heading(Code("Errors"), "(type)") == ("Errors (type)", "errors-type")


def test_links_that_lead_nowhere_are_told() -> None:
    text = "# A\n\n[a](#a) [b](#b) [c](./c.md) [b again](#b) [d](https://d.example)\n\n<a href='/e'>e</a> `[f](g)`"
    assert dead_links(text) == ("#b", "./c.md", "/e")
    assert dead_links("nothing here") == ()


LINKING = (
    *FRAGMENTS, "[a](https://a.example)", '<a href="https://a.example">', "</a>", "(", ")", "<", ">", ":", "@",
    "](https://a.example)", '<a href="/a">', "ftp://a", "http", "href", "<a.b@c.d>", "![a](", "#own",
    "mailto:a@b.example",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINKING), max_size=14).map("".join))
def test_a_text_that_is_not_parsed_has_no_link_that_leads_nowhere(text: str) -> None:
    blocks = parsed(text)
    writer = InlineWriter({slug(words(heading.pieces)) for heading in headings(blocks)})
    block_lines(blocks, writer, lambda node, said: said)
    assert dead_links(text) == tuple(dict.fromkeys(writer.dead))


@given(TEXTS)
@example("<b>\n\n</b>")
@example("<p>\n    a\n</p>")
@example("- ```\n- <b>")
def test_nothing_is_live(text: str) -> None:
    for sink in SINKS:
        page = Page("a.md", f"# Own page\n\n{sink(Prose(text))}\n")
        counts = checked({"a.md": page}, {"a.md"}, "a.md")
        for kind in ("mdx", "blocks", "links", "anchors"):
            assert counts[kind].failed == [], (kind, page.text)
        targets = [str(one.attrs.get("href", "")) for token in LIVE.parse(page.text) for one in token.children or ()]
        assert all(re.match(r"$|#|https?:|mailto:", target, re.IGNORECASE) for target in targets)


@given(TEXTS)
def test_a_cell_stays_in_its_row(text: str) -> None:
    made = raw(table([Code("A"), Code("B")], [[cell(Prose(text)), Code("end")]], Padding.NONE))
    (body,) = [token for token in LIVE.parse(made) if token.type == "tbody_open"]
    cells = [token for token in LIVE.parse(made) if token.type == "td_open"]
    assert body.map == [2, 3]
    assert len(cells) == 2


@given(WORDS)
def test_text_that_is_no_markdown_is_seen_as_it_is(text: str) -> None:
    """Whatever a title says, its reader sees that, and no block begins in it."""
    said = " ".join(text.split())
    assert seen(raw(title(Prose(text)))) == said
    assert {token.type for token in LIVE.parse(raw(title(Prose(text))))} <= {
        "paragraph_open",
        "inline",
        "paragraph_close",
    }


@given(TEXTS.filter(lambda text: "<" not in text and "&" not in text))
def test_writing_twice_changes_nothing_that_is_seen(text: str) -> None:
    once = written(text)
    assert seen(written(once)) == seen(once)


def test_html_is_left_alone_where_there_is_none() -> None:
    assert as_markdown("a `<b>` ```<i>``` <id>") == "a `<b>` ```<i>``` <id>"
