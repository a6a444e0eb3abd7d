"""Nothing of a document runs, breaks or imitates a page, and everything harmless stays as it was written."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sdkwright.docs.markdown import (
    autolink,
    code_span,
    comment_value,
    markdown_cell,
    markdown_item,
    markdown_link_literal,
    markdown_literal,
    markdown_rich,
    markdown_start,
    markdown_text,
    readable,
)
from sdkwright.docs.table_layout import table
from sdkwright.text.escape import literal, raw
from sdkwright.text.kinds import Code, Prose

LIVE = MarkdownIt("commonmark", {"html": True}).enable(["table"])
"""A reader for which HTML is HTML, with GitHub's tables."""
BLOCKS = MarkdownIt("commonmark", {"html": True})
"""The same without tables: this library finds a table where GitHub finds a fence."""
FRAGMENTS = (
    "`", "``", "```", "~~~", "<script>", "</b>", "<!-- ", "<a onclick=x>", "<javascript:x>", "<https://a.example>",
    "[a](javascript:x)", "](", "javascript:", "[a]: https://evil.example", "[a]", "]:", "\n", "\n\n", "- ", "> ", "1. ",
    "  ", "    ", "|", "\\", "# Own", "## Own", "Own", "\n---\n", "\n===\n", "| a | b |\n| - | - |\n", "x", "&lt;",
    "<p>", "<br>", "<b>", "<details>", "</details>", "<LI>", "</table>", "<table>", "<code>",
)  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join), st.text(max_size=40))
OWN = ((2, "Own"), (1, "Own"))


HARMLESS = re.compile(r"</?(b|br|code|details|li|p|table|sup|ul|i)[ ]*/?>", re.IGNORECASE)


def running(html: str) -> list[str]:
    """A piece of HTML, unless nothing but harmless tags is in it."""
    return [html] if re.search("<[A-Za-z/!?]", HARMLESS.sub("", html)) else []


def tags(markdown: str) -> list[str]:
    """The tags that a browser sees, as `b` and `/b`."""
    seen = [child for token in LIVE.parse(markdown) for child in (token, *(token.children or ()))]
    return re.findall(
        r"<(/?[a-z]+)>", "".join(t.content for t in seen if t.type in ("html_block", "html_inline")).lower()
    )


def live_parts(markdown: str) -> list[str]:
    """Every piece of a page that a browser would run, or that leads where it should not."""
    env: dict[str, dict[str, object]] = {}
    found = [f"reference {name}" for name in env.get("references", {})]
    for token in LIVE.parse(markdown, env):
        found += running(token.content) if token.type == "html_block" else []
        for child in token.children or ():
            found += running(child.content) if child.type == "html_inline" else []
            if child.type in ("link_open", "image"):
                target = str(child.attrs.get("href") or child.attrs.get("src") or "")
                found += [target] if re.match(r"(?i)\s*(javascript|vbscript|data|file):", target) else []
    return found + [f"reference {name}" for name in env.get("references", {})]


@given(TEXTS)
@example("- a\n  ```\n  <b>\n<script>")
@example("| ` | ` `<script>` |\n| - | - |")
@example("a `\nb `<script>`")
@example("\\<script> \\\\<script>")
def test_rich_text_runs_nothing(text: str) -> None:
    page = f"# Page\n\n{markdown_rich(Prose(text), OWN)}\n\n## Next\n"
    assert live_parts(page) == []


@given(TEXTS)
@example("`</table>` <table>")
@example("```</b>`")
@example("<b>\\</b>")
def test_what_tags_begin_they_end(text: str) -> None:
    seen = tags(raw(table([Code("A")], [[markdown_cell(Prose(text))]])))
    for name in ("b", "code", "details", "table"):
        depths = list(itertools.accumulate((tag == name) - (tag == f"/{name}") for tag in seen))
        assert min(depths, default=0) >= 0
        assert not depths or depths[-1] == 0


@given(TEXTS)
def test_rich_text_does_not_swallow_the_page(text: str) -> None:
    tokens = BLOCKS.parse(f"{markdown_rich(Prose(text), OWN)}\n\n## Next\n")
    assert [t.type for t in tokens[-3:]] == ["heading_open", "inline", "heading_close"]
    assert tokens[-2].content == "Next"
    assert tokens[-1].level == 0


@given(TEXTS)
def test_rich_text_has_no_heading_of_the_page(text: str) -> None:
    tokens = LIVE.parse(markdown_rich(Prose(text), OWN))
    headings = [(int(t.tag[1]), tokens[i + 1].content) for i, t in enumerate(tokens) if t.type == "heading_open"]
    assert not set(headings) & set(OWN)


@given(TEXTS)
def test_one_line_runs_nothing_and_stays_one(text: str) -> None:
    made = raw(markdown_text(Prose(text)))
    assert "\n" not in made
    assert live_parts(f"* item - {made}\n") == []


@given(TEXTS)
@example("```")
@example("~~~ x")
@example("[Next]")
@example("[Next]\n")
@example("# Next")
@example("1) a")
@example("- ")
@example("***")
@example("> a")
def test_a_line_at_the_beginning_of_a_paragraph_is_one(text: str) -> None:
    """Also with an address behind it."""
    made = raw(markdown_start(Prose(text)))
    for line in (made, f"{made}: <https://a.example>"):
        env: dict[str, object] = {}
        tokens = BLOCKS.parse(f"{line}\n\n## Next\n", env)
        assert [token.type for token in tokens if token.level == 0 and token.nesting == 1][-1] == "heading_open"
        assert {token.type for token in tokens[:-3] if token.level == 0} <= {"paragraph_open", "paragraph_close"}
        assert not env.get("references")
        assert live_parts(line) == []


@given(st.lists(TEXTS, min_size=2, max_size=2))
def test_cells_run_nothing_and_stay_apart(texts: list[str]) -> None:
    page = raw(table([Code("A"), Code("B")], [[markdown_cell(Prose(text)) for text in texts]]))
    assert [part for part in live_parts(page) if part != "<br/>"] == []
    assert len(page.split("\n")) == 3
    assert sum(token.type == "td_open" for token in LIVE.parse(page)) == 2


@given(st.lists(TEXTS, min_size=1, max_size=2))
@example(["<script>"])
@example(["a](javascript:x)"])
@example(["`", "`<b>"])
@example(["a|b\\"])
def test_values_of_types_are_text_of_their_cell(texts: list[str]) -> None:
    values = ", ".join(f"Literal[{markdown_literal(literal(text))}]" for text in texts)
    page = raw(table([Code("A"), Code("B")], [[Code(f"*Union[{values}]*"), Code("x")]]))
    assert live_parts(page) == []
    assert tags(page) == []
    tokens = LIVE.parse(page)
    assert sum(token.type == "td_open" for token in tokens) == 2
    assert not [child for token in tokens for child in token.children or () if child.type == "link_open"]


@given(TEXTS)
@example("]")
@example("[x](https://evil.example)")
def test_values_in_the_text_of_a_link_leave_it_whole(text: str) -> None:
    line = f"[Union[Literal[{markdown_link_literal(literal(text))}], str]](page.md)"
    (children,) = [token.children or [] for token in LIVE.parse(line) if token.type == "inline"]
    assert live_parts(line) == []
    assert (children[0].type, children[-1].type) == ("link_open", "link_close")
    assert [child.attrs["href"] for child in children if child.type == "link_open"] == ["page.md"]


@given(st.text(max_size=30) | st.text(" `a~\n", max_size=8))
def test_code_span_shows_the_text(text: str) -> None:
    made = code_span(text)
    assert live_parts(f"a {made} b") == []
    (inline,) = [token for token in LIVE.parse(f"a{made}b") if token.type == "inline"]
    (code,) = [token.content for token in inline.children or () if token.type == "code_inline"]
    assert code.strip() == readable(text).replace("\n", " ").strip()


@given(st.text(max_size=30) | st.text(alphabet="->\"<!&'\n a", max_size=12))
def test_a_value_in_a_comment_ends_neither_its_quotes_nor_the_comment(text: str) -> None:
    made = raw(comment_value(Prose(text)))
    assert re.fullmatch(r'"[^"<>\n]*"', made)
    (part,) = live_parts(f"<!-- a={made} -->\n\nb")
    assert part.strip() == f"<!-- a={made} -->"


@pytest.mark.parametrize(
    "text",
    [
        "plain *emphasis* _and_ `code` and [a link](https://a.example) and [another](#anchor) [not a link]",
        "# A heading\n\ntext\n\n- a\n- b\n\n1. c",
        "`<b>` in code, a < b, 1<2, <https://a.example>, <mailto:a@b.example>",
        "```xml\n<b>code</b>\n```\nafter",
        "<p>One<br>two<BR/> and<sup>2</sup></p>\n<ul>\n<li>`code`</ul>",
        '1. Do this:\n   ```json\n   {"a": "<b>"}\n   ```\n2. And that',
        "| a | b |\n| - | - |\n| 1 | 2 |",
        "emoji 👩‍👩‍👧 日本語 é",
    ],
)
def test_harmless_text_stays(text: str) -> None:
    assert markdown_rich(Prose(text), OWN) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("<b class=x>", "&lt;b class=x>"),
        ("</details> <b>open <i>closed</i>", "&lt;/details> &lt;b>open <i>closed</i>"),
        ("a<br>\n<p>`<script>`", "a<br>\n&lt;p>`<script>`"),
        ("- <p>\n  <https://a.example/onclick=x>", "- &lt;p>\n  <https://a.example/onclick=x>"),
        ("<hr>\n```\n<br>\n```", "&lt;hr>\n```\n<br>\n```"),
        ("[a](javascript:x)", "[a]\\(javascript:x)"),
        ("[a](java&#115;cript:x)", "[a]\\(java&#115;cript:x)"),
        ("[a](<vbscript:x>)", "[a]\\(&lt;vbscript:x>)"),
        ("[a]: https://evil.example\n\ntext", "\\[a]: https://evil.example\n\ntext"),
        ("```\nopen", "```\nopen\n```"),
        ("~~~~\nopen\n~~~", "~~~~\nopen\n~~~\n~~~~"),
        ("## Own\n\ntext", "### Own\n\ntext"),
        ("Own\n---\n\ntext", "### Own\n\ntext"),
        ("### Own", "### Own"),
        ("a|b\n| forged | row |", "a|b\n\\| forged | row |"),
        ("a\u202eb\x07c\x00", "a\\u202eb\\u0007c\\u0000"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("    trimmed \n", "trimmed"),
        ("\n  not code \n", "  not code"),
    ],
)
def test_what_is_escaped(text: str, expected: str) -> None:
    assert markdown_rich(Prose(text), OWN) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "<https://a.example/x>"),
        ("javascript:x", "javascript:x"),
        ("https://a.example/<b>", "https://a.example/&lt;b>"),
        ("https://a.example/ b", "https://a.example/ b"),
    ],
)
def test_autolink(url: str, expected: str) -> None:
    assert autolink(Prose(url)) == expected


def test_code_of_a_span_may_hold_backticks() -> None:
    assert code_span("a`b``c") == "```a`b``c```"
    assert code_span("`") == "`` ` ``"
    assert literal("`") == '"`"'


def test_the_text_of_a_list_item_is_read_behind_its_bullet() -> None:
    head = Code("* [get](#get) - ")
    for text in ("```\n<script>\n", "a\n\n\n    <script>x</script>", "-\n<script>x</script>"):
        said = markdown_item(head, Prose(text))
        assert raw(said).startswith(raw(head))
        assert not live_parts(said), said


def test_indented_code_with_tags_is_fenced() -> None:
    assert markdown_rich(Prose("a\n\n    <b> ```\n\nc")) == "a\n\n````\n<b> ```\n````\n\nc"
    assert markdown_rich(Prose("a\n\n    b <\n\nc")) == "a\n\n    b <\n\nc"
