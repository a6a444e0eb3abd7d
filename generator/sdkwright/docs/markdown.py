"""The Markdown sinks: text of a document made safe for one place of a page, escaping only what runs or breaks it.

* `markdown_text`: one line of running text (a list item, a title).
* `markdown_start`: the same where a paragraph begins.
* `markdown_cell`: a table cell; newlines stay, the table turns them into `<br/>`.
* `markdown_value`: the same for a value, in which nothing is a comment.
* `markdown_example`, `markdown_media_type`: cells of what their names say.
* `markdown_rich`: a description of several blocks.
* `markdown_item`: the same behind the beginning of a list item, which decides what its blocks are.
* `markdown_literal`, `markdown_link_literal`: values in Python syntax, in a line and in the text of a link.
* `code_span`, `autolink`, `comment_value`, `link_base`: as their names say.

Emphasis, code and links of a description stay what they are.  Raw HTML, links that run code, definitions that would
hijack links of the page, fences that would swallow it and headings that imitate its own do not.  Blocks are found as
CommonMark finds them (0.31, sections 4 and 5), by a library; where GitHub's tables would read a line otherwise, the
stricter of the two readings counts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from sdkwright.frozen import Frozen, replace
from sdkwright.text.comments import without_comments
from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code, Prose
from sdkwright.text.told import plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Heading = tuple[int, str]
"""Level and text of a heading."""

_LINE_ENDS = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]|(?!\\A)\ufeff"
)
"""Controls, bidirectional marks, invisible characters, lone surrogates.  Joiners stay: scripts and emoji need them; so
does a mark of the byte order at the beginning of a text, as on published pages."""
_NO_TICKS = re.compile(r" *[!-_a-~][ -_a-~]*").fullmatch
"""Of all that is ASCII and one line without a backtick, and not blank, as nearly all code is."""
_SUSPECT = re.compile(r"[<#\[]|```|~~~|^[ \t>]*\||^[ >]*(?:=+|-+)[ ]*$", re.MULTILINE)
_HAZARD = re.compile(r"\\[!-/:-@\[-`{-~]|(?P<ticks>`+)|(?P<open><)(?=[A-Za-z/!?])|(?P<link>\]\()")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_STARTS_A_BLOCK = re.compile(r"^(\d*)(?:(?<=\d)(?=[.)])|(?<!\d)(?=```|~~~|\[|>|#|\||[-+*_=](?:[-+*_= \t]|$)))")
_BRACKET = re.compile(r"[\[\]]")
_ENDLESS = frozenset({"br", "hr", "li", "p"})
_PAIRED = frozenset(
    re.findall(r"\w+", "b code details em i ol strong sub summary sup table tbody td tfoot th thead tr ul")
)
_HARMLESS = re.compile(rf"<(?P<end>/?)(?P<name>{'|'.join(sorted(_ENDLESS | _PAIRED))})[ ]*/?>", re.IGNORECASE)
"""The tags that stay what they are: they have no attributes, run nothing and load nothing."""
_BEFORE_A_BLOCK = re.compile(r"[ \t>*+\-\d.)]*")
_FENCE = re.compile(r"```|~~~")
_NO_TAGS = re.compile(r"\\[!-/:-@\[-`{-~]|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
"""Where a tag is none: after a backslash, and in code."""
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>\x00-\x1f]*>", re.IGNORECASE)
_TARGET = re.compile(r"\s*(?:<(?P<angled>[^<>\n]*)|(?P<bare>(?:\\.|[^\s\\])*))", re.DOTALL)
_SCHEME_CHARACTERS_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\ufeff]")
_BACKSLASH_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
_BARELY_INDENTED = re.compile(r" {1,3}\S")
_DEFINITION = re.compile(r"^(?P<prefix>[ \t>*+\-\d.)]*)(?=\[(?:[^\[\]\\]|\\.)*\]:)", re.MULTILINE | re.DOTALL)
_ATX = re.compile(r"^(?P<prefix>[ \t>*+\-\d.)]*)#{1,6}")
_DELIMITER_ROW = re.compile(r"^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?$", re.MULTILINE)
"""What makes a table of the line above it (GitHub Flavored Markdown, 4.10)."""
_ROW_START = re.compile(r"^([ \t>]*)\|", re.MULTILINE)
_INDENTED = re.compile(r"\n[ \t]+")
_CLOSING_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*")


@cache
def _parser() -> MarkdownIt:
    """Imported by the first text that has blocks, which few edits of one text show."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def readable(text: str) -> str:
    """`text` with plain newlines, and what cannot be seen in an editor spelt out as `\\u202e`."""
    said = plain(text)
    if said.isascii() and said.replace("\n", "").isprintable():  # as nearly all are
        return said
    value = _LINE_ENDS.sub("\n", said)
    return _UNREADABLE.sub(lambda m: _spelt(ord(m.group())), value)


def _spelt(code: int) -> str:
    """The visible spelling of one character."""
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


# ------------------------------------------------------------------------------------------------------------ inline


def _link_is_safe(target: str) -> bool:
    """Whether the destination of a link has no scheme, or an allowed one, after every decoding a browser does."""
    decoded = html.unescape(_BACKSLASH_ESCAPE.sub(r"\1", target))
    bare = _SCHEME_CHARACTERS_IGNORED.sub("", decoded)
    before_path = re.split(r"[/?#]", bare, maxsplit=1)[0]
    return ":" not in before_path or before_path.split(":", 1)[0].lower() in _ALLOWED_SCHEMES


class _Tags(Frozen):
    """Which tags of a text stay."""

    names: frozenset[str]
    at_line_starts: bool = True
    """There they may begin a block of HTML, up to the next blank line (CommonMark 4.6), in which nothing is code."""

    @classmethod
    def of(cls, text: str) -> _Tags:
        """The harmless tags of a text: those that need an end have one, and none ends what the page began."""
        if "<" not in text:
            return _NONE_BROKEN
        depths = dict.fromkeys(_PAIRED, 0)
        broken: set[str] = set()
        for tag in _HARMLESS.finditer(_NO_TAGS.sub("", text)):
            name = tag["name"].lower()
            if name in depths:
                depths[name] += -1 if tag["end"] else 1
                if depths[name] < 0:
                    broken.add(name)
        return cls(_ENDLESS | {name for name, depth in depths.items() if depth == 0 and name not in broken})

    def kept(self, text: str, start: int) -> re.Match[str] | None:
        """The tag at `start`, if it stays."""
        tag = _HARMLESS.match(text, start)
        if tag is None or tag["name"].lower() not in self.names:
            return None
        before = text[text.rfind("\n", 0, start) + 1 : start]
        return tag if self.at_line_starts or not _BEFORE_A_BLOCK.fullmatch(before) else None


_NONE_BROKEN = _Tags(_ENDLESS | _PAIRED)


def _inline(text: str, tags: _Tags, *, trust_code: bool) -> str:
    """Escape one inline segment (a paragraph, a cell): text between whose ends code spans can pair.

    With `trust_code` the content of code spans is left as it is, on one line that is: the beginning of a line can be
    that of a block of HTML, whatever stands around it."""
    if "`" not in text and "<" not in text and "\\" not in text and "](" not in text:  # Where each hazard begins.
        return text
    out: list[str] = []
    position = 0
    while match := _HAZARD.search(text, position):
        out.append(text[position : match.start()])
        piece, position = _escaped(text, match, tags, trust_code)
        out.append(piece)
    out.append(text[position:])
    return "".join(out)


def _escaped(text: str, match: re.Match[str], tags: _Tags, trust_code: bool) -> tuple[str, int]:
    """What one hazard becomes, and where to go on."""
    if ticks := match["ticks"]:
        end = _code_end(text, match.end(), ticks) if trust_code else None
        if end is None:
            return ticks, match.end()
        code = text[match.start() : end]
        return (_TAG.sub("&lt;", code) if "\n" in code else code), end
    if match["open"]:
        kept = _AUTOLINK.match(text, match.start()) or tags.kept(text, match.start())
        return (kept.group(), kept.end()) if kept else ("&lt;", match.end())
    if match["link"]:
        target = _TARGET.match(text, match.end())
        destination = (target["angled"] or target["bare"] or "") if target else ""
        return ("](" if _link_is_safe(destination) else "]\\(", match.end())
    return match.group(), match.end()


def _code_end(text: str, start: int, ticks: str) -> int | None:
    """The end of the code span that `ticks` opens before `start`; None when nothing closes it (CommonMark 6.1)."""
    closing = re.compile(rf"(?<!`){ticks}(?!`)").search(text, start)
    return closing.end() if closing else None


def _segment(text: str, tags: _Tags) -> str:
    """An inline segment of a description.

    A line with `|` may be a table row for GitHub, whose cells end code; one that looks like a row and is none is kept
    from becoming one."""
    if "|" not in text:
        return _inline(text, tags, trust_code=True)
    escaped = _inline(text, tags, trust_code=False)
    return escaped if _DELIMITER_ROW.search(text) else _ROW_START.sub(r"\1\\|", escaped)


# ------------------------------------------------------------------------------------------------------------ blocks


def _rich(text: str, own: frozenset[Heading]) -> str:
    """Escape a description, if it holds something suspect.

    What is left as it is in code and in autolinks would be live in a block of HTML, and a fence there is none: then no
    tag may begin such a block."""
    if not _SUSPECT.search(text):
        return text
    tags = _Tags.of(text)
    made = _blocks(text, own, tags)
    trusted = any(_HARMLESS.match(made, tag.start()) is None for tag in _TAG.finditer(made))
    return _blocks(text, own, replace(tags, at_line_starts=False)) if trusted or _FENCE.search(text) else made


def _blocks(text: str, own: frozenset[Heading], tags: _Tags) -> str:
    """Escape the blocks of a description, each as what it is."""
    lines = text.split("\n")
    out: list[str] = []
    done = 0
    closing = ""
    tokens = _parser().parse(text)
    for number, token in enumerate(tokens):
        if token.map is None or token.map[0] < done:
            continue
        start, end = token.map
        if token.type in ("fence", "code_block"):
            out.extend(_loose(lines[done:start], tags))
            out.extend(_code_lines(token, lines[start:end]))
            closing = _missing_fence(token, lines[start:end])
            done = end
        elif token.type == "heading_open" and (int(token.tag[1]), tokens[number + 1].content.strip()) in own:
            out.extend(_loose(lines[done:start], tags))
            out.extend(_demoted(token, lines[start:end], tokens[number + 1].content.strip(), own, tags))
            done = end
        elif token.type == "inline":
            out.extend(_loose(lines[done:start], tags))
            out.append(_DEFINITION.sub(r"\g<prefix>\\", _segment("\n".join(lines[start:end]), tags)))
            done = end
    out.extend(_loose(lines[done:], tags))
    return "\n".join(out) + closing


def _loose(lines: list[str], tags: _Tags) -> list[str]:
    """Lines that belong to no paragraph: blank ones, rulers, link definitions."""
    return [_DEFINITION.sub(r"\g<prefix>\\", _inline("\n".join(lines), tags, trust_code=False))] if lines else []


def _code_lines(token: Token, lines: list[str]) -> list[str]:
    """A code block as it is; the first line of a fence must be nothing else to any reader, a row of a table say.

    What is code by its indentation alone is fenced where it holds a tag: not every reader of Markdown has such code."""
    if token.type != "fence":
        return _fenced(token, lines) if _TAG.search(token.content) else lines
    return [_TAG.sub("&lt;", lines[0]).replace("|", "&#124;"), *lines[1:]]


def _fenced(token: Token, lines: list[str]) -> list[str]:
    """Indented code between fences; inside lists and quotes, whose own indentation has to stay, tags are escaped."""
    if token.level > 0:
        return [_TAG.sub("&lt;", line) for line in lines]
    marks = "`" * max((len(run) + 1 for run in re.findall(r"`{3,}", token.content)), default=3)
    return [marks, *token.content.rstrip("\n").split("\n"), marks]


def _missing_fence(token: Token, lines: list[str]) -> str:
    """What closes a fence that is open at the end; a fence inside a list or quote ends with that."""
    if token.type != "fence" or token.level > 0:
        return ""
    closing = _CLOSING_FENCE.fullmatch(lines[-1]) if len(lines) > 1 else None
    marks = token.markup
    return "" if closing and closing[1].startswith(marks) else "\n" + marks


def _demoted(token: Token, lines: list[str], content: str, own: frozenset[Heading], tags: _Tags) -> list[str]:
    """A heading that imitates one of the page, at the next level that the page does not use for this text."""
    level = next((n for n in range(int(token.tag[1]) + 1, 7) if (n, content) not in own), 6)
    marks = "#" * level
    if token.markup.startswith("#"):
        first = _ATX.sub(rf"\g<prefix>{marks}", lines[0], count=1)
        return [_segment("\n".join([first, *lines[1:]]), tags)]
    prefix = re.match(r"[ \t>]*", lines[0])
    return [_segment(f"{prefix.group() if prefix else ''}{marks} {content}", tags)]


# ------------------------------------------------------------------------------------------------------------- sinks


def _said(text: Prose) -> str:
    """What a text says to its readers."""
    return without_comments(readable(text.raw))


def markdown_rich(text: Prose, own: Iterable[Heading] = ()) -> Code:
    """A description of several blocks, trimmed but for an indentation that makes no code.  `own` are the headings that
    the page itself has."""
    value = _said(text).strip("\n").rstrip()
    indented = _BARELY_INDENTED.match(value)
    return Code(_rich(value if indented else value.strip(), frozenset(own)))


def markdown_item(head: Code, text: Prose, own: Iterable[Heading] = ()) -> Code:
    """A description behind `head`, which begins a list item.

    Blocks are found in both together: in a list four spaces need not make code, nor three backticks a fence."""
    value = _said(text).strip()
    return Code(_rich(head + value, frozenset(own)))


def _line(text: str) -> str:
    """One segment by itself: a cell, a line."""
    return _inline(text, _Tags.of(text), trust_code=True)


def markdown_text(text: Prose) -> Code:
    """One line of running text: newlines become spaces."""
    return Code(_line(" ".join(_said(text).split("\n")).strip()))


def markdown_start(text: Prose) -> Code:
    """The same at the beginning of a paragraph: nothing there begins a fence, a list, a heading or a definition."""
    value = " ".join(_said(text).split("\n")).strip()
    line = _inline(value, replace(_Tags.of(value), at_line_starts=False), trust_code=True)
    return Code(_STARTS_A_BLOCK.sub(r"\1\\", line, count=1))


def markdown_cell(text: Prose) -> Code:
    """The text of a table cell as it stands, newlines and pipes too, which are the table's business."""
    return Code(_line(_said(text)))


def markdown_value(text: Prose) -> Code:
    """The same for a value."""
    return Code(_line(readable(text.raw)))


def markdown_example(text: Prose) -> Code:
    """An example in a table cell; JSON loses its indentation."""
    value = readable(text.raw).strip()
    return Code(_line(_INDENTED.sub("\n", value) if value.startswith(("{", "[")) else value))


def markdown_media_type(text: Prose) -> Code:
    """A media type in a table cell, whose stars would be emphasis."""
    return Code(_line(readable(text.raw).strip()).replace("*", "\\*"))


def markdown_literal(value: Code) -> Code:
    """A Python literal that stands in a line as plain text: no tag in it is one, and no link."""
    return Code(_TAG.sub("&lt;", raw(value).replace("](", "]\\(")))


def markdown_link_literal(value: Code) -> Code:
    """The same in the text of a link, which a bracket would end."""
    return Code(_BRACKET.sub(r"\\\g<0>", raw(markdown_literal(value))))


def code_span(text: str | Prose) -> Code:
    """`text` between as many backticks as it takes (CommonMark 6.1); one line."""
    said = raw(text)
    if _NO_TICKS(said):
        return Code(f"`{said}`")
    value = " ".join(readable(said).split("\n"))
    longest = max((len(run) for run in re.findall(r"`+", value)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if value.startswith("`") or value.endswith("`") or not value.strip() else ""
    return Code(f"{ticks}{space}{value}{space}{ticks}")


def code_spans(texts: Iterable[str]) -> list[Code]:
    """The same of many, of which nearly all are plain."""
    said = list(map(raw, texts))
    return [Code(f"`{one}`") for one in said] if all(map(_NO_TICKS, said)) else list(map(code_span, said))


def link_base(url: Prose) -> Code:
    """A web address as the beginning of link targets: what would end the target is percent-encoded (CommonMark 6.3)."""
    return Code(quote(readable(url.raw), safe="%/:?#@!$&'*+,;=~"))


def comment_value(text: Prose) -> Code:
    """The value of an attribute in a comment, in its quotes; what would end either is escaped."""
    value = " ".join(readable(text.raw).split("\n"))
    for sign, written in (('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        value = value.replace(sign, written)
    return Code(f'"{value}"')


def autolink(url: Prose) -> Code:
    """`<url>` for a web address, else its text."""
    value = f"<{readable(url.raw).strip()}>"
    return Code(value) if _AUTOLINK.fullmatch(value) else markdown_text(url)
