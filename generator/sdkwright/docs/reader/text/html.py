"""HTML in descriptions, in the words of Markdown: what has a counterpart becomes that, what has none is left out.

Tags that HTML does not know (`<id>`) are text.  Comments go.  Code is left as it is.
"""

from __future__ import annotations

import html
import re

from sdkwright.text.comments import CODE, without_comments

BREAK = "\ue000"
"""Stands for a line break until the writer writes one; a document's own is removed before."""

_ATTRIBUTES = r"(?:\s[^<>]*)?"
_TAG = (
    rf"<(?:pre{_ATTRIBUTES}>(?P<pre>(?:(?!<pre).)*?)</pre>"
    rf"|(?P<span>code|tt|kbd|samp){_ATTRIBUTES}>(?P<spanned>(?:(?!<(?P=span)).)*?)</(?P=span)>"
    r"|a\s[^<>]*?href\s*=\s*(?:\"(?P<double>[^\"<>]*)\"|'(?P<single>[^'<>]*)')[^<>]*>"
    r"(?P<linked>(?:(?!<a\s).)*?)</a>"
    rf"|(?P<mark>b|strong|i|em){_ATTRIBUTES}>(?P<marked>(?:(?!<(?P=mark)[\s>]).)*?)</(?P=mark)>"
    rf"|(?P<tag>/?(?P<name>[A-Za-z][A-Za-z0-9]*){_ATTRIBUTES}/?>))"
)
_FLAGS = re.DOTALL | re.MULTILINE | re.IGNORECASE
_PIECE = re.compile(f"{CODE}|{_TAG}", _FLAGS)
_TAGS = re.compile(_TAG, _FLAGS)
"""The same where there is no code of Markdown: a search for one sign takes a tenth of the time."""
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote center dd details div dl dt figure footer form header main nav p section "
        "summary table tbody tfoot thead tr",
    )
)
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo big caption cite code col colgroup data del dfn em figcaption font i img ins kbd label mark "
        "pre q s samp small span strike strong sub sup td th time tt u var wbr",
    )
)
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_LISTS = {"ul": "-", "ol": "1."}
_STARTS_WITH_A_BLOCK = re.compile(r"\s*<(?:p|div|ul|ol|h[1-6]|table)\b", re.IGNORECASE)
_MARGIN = re.compile(r"^[ \t]+", re.MULTILINE)


def as_markdown(text: str) -> str:
    """`text` without comments, and without tags that HTML knows."""
    text = without_comments(text)
    if "<" not in text:
        return text
    return _Writer().all(_MARGIN.sub("", text) if _STARTS_WITH_A_BLOCK.match(text) else text)


class _Writer:
    """Goes through a text once, and remembers the lists that are open."""

    def __init__(self) -> None:
        self._lists: list[str] = []

    def all(self, text: str) -> str:
        """The whole text, or what stands between two tags."""
        may_have_code = "`" in text or "~~~" in text or "    " in text or "\t" in text
        return (_PIECE if may_have_code else _TAGS).sub(self._piece, text)

    def _piece(self, found: re.Match[str]) -> str:
        """What stands for code, which is itself, or a tag."""
        match found.lastgroup:
            case "tag":
                return self._of_tag(found)
            case "code":
                return found[0]
            case "pre":
                return _fence(found["pre"])
            case "spanned":
                return _span(found["spanned"])
            case "linked":
                target = html.unescape(found["double"] or found["single"] or "").strip()
                return f"[{self.all(found['linked'])}](<{target}>)" if target else self.all(found["linked"])
            case _:
                return self._of_mark(found)

    def _of_mark(self, found: re.Match[str]) -> str:
        """What stands for bold and slanted text."""
        sign = "**" if found["mark"].lower() in ("b", "strong") else "*"
        said = found["marked"].strip()
        before, after = found["marked"].split(said, 1) if said else (found["marked"], "")
        return f"{before}{sign}{self.all(said)}{sign}{after}" if said else before

    def _of_tag(self, found: re.Match[str]) -> str:
        """What stands for a tag alone."""
        made = self._tag(found["name"].lower(), is_end=found["tag"].startswith("/"))
        if made is None:
            return found[0]
        text = found.string
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        return BREAK if "\n" in made and line.lstrip().startswith("|") else made

    def _tag(self, name: str, *, is_end: bool) -> str | None:
        """None for what is no tag of HTML."""
        if name == "br":
            return BREAK
        if name == "hr":
            return "\n\n---\n\n"
        if name in _LISTS:
            return self._list(_LISTS[name], is_end=is_end)
        if name == "li":
            mark = self._lists[-1] if self._lists else "-"
            return "" if is_end else f"\n{'    ' * (len(self._lists) - 1)}{mark} "
        if name in _HEADINGS:
            return "\n\n" if is_end else f"\n\n{_HEADINGS[name]} "
        if name in _BLOCKS:
            return " " if self._lists else "\n\n"
        if name not in _INLINE:
            return None
        return " " if name in ("td", "th") else ""

    def _list(self, mark: str, *, is_end: bool) -> str:
        if not is_end:
            self._lists.append(mark)
        elif self._lists:
            self._lists.pop()
        return "\n" if len(self._lists) > (0 if is_end else 1) else "\n\n"


def _fence(content: str) -> str:
    code = html.unescape(_ANY_TAG.sub("", content)).strip("\n")
    marks = "`" * max((len(run) + 1 for run in re.findall(r"`{3,}", code)), default=3)
    return f"\n\n{marks}\n{code}\n{marks}\n\n"


def _span(content: str) -> str:
    code = " ".join(html.unescape(_ANY_TAG.sub("", content)).split())
    if not code:
        return ""
    ticks = "`" * (max((len(run) for run in re.findall(r"`+", code)), default=0) + 1)
    space = " " if code[0] == "`" or code[-1] == "`" else ""
    return f"{ticks}{space}{code}{space}{ticks}"
