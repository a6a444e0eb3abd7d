"""The blocks of a description, written anew.

Headings stand below those of the page, lists are such that every reader takes them for lists, and code is in fences.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.text.html import BREAK
from sdkwright.docs.reader.text.inline import LINE_BREAK, InlineWriter, lines
from sdkwright.docs.reader.text.pieces import Piece
from sdkwright.docs.reader.text.tree import Block
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import replace
from sdkwright.text.kinds import Code

_LANGUAGE = re.compile(r"[A-Za-z0-9_+#-]+")
_BREAKS = ("softbreak", "hardbreak")
_END_OF_SENTENCE = re.compile(
    r"(?<![ .(][A-Za-z])(?<!e\.g)(?<!i\.e)(?<!etc)[.!?](?=\s+(?![a-z0-9]))|[\u3002\uff01\uff1f]"
)
"""A full stop with a blank behind it, but for abbreviations: what goes on in small letters is the same sentence; and
those of Chinese and Japanese."""
_DEEPEST = 20
"""Of lists and quotes in each other; what lies deeper stands as if it lay there."""


def block_lines(blocks: Iterable[Block], writer: InlineWriter, heading: Callable[[Block, str], str]) -> list[str]:
    """The lines of all blocks; `heading` says how a heading of some text is written."""
    return _Blocks(writer, heading).several(blocks, 0)


class _Blocks:
    """Writes blocks, each as lines from the margin."""

    def __init__(self, writer: InlineWriter, heading: Callable[[Block, str], str]) -> None:
        self._writer = writer
        self._heading = heading

    def several(self, nodes: Iterable[Block], depth: int) -> list[str]:
        """Blocks with a blank line between each two."""
        out: list[str] = []
        for node in nodes:
            made = self._block(node, depth)
            if made:
                out += ["", *made] if out else made
        return out

    def _block(self, node: Block, depth: int) -> list[str]:
        match node.type:
            case "paragraph":
                return lines(self._inline(node)).split("\n")
            case "heading":
                said = " ".join(self._inline(node).replace(LINE_BREAK, " ").split())
                made = self._heading(node, said)
                return [made] if said else []
            case "bullet_list" | "ordered_list":
                return self._list(node, depth)
            case "blockquote":
                return [f"> {line}".rstrip() for line in self.several(node.children, depth + 1)]
            case "fence" | "code_block":
                return _fence(node.start.info, node.start.content)
            case "hr":
                return ["---"]
            case "table":
                return self._table(node)
            case _:
                return self.several(node.children, depth)

    def _inline(self, node: Block) -> str:
        return self._writer.all(node.pieces)

    def _list(self, node: Block, depth: int) -> list[str]:
        """Items whose content stands four columns in: both families of readers take that for their content."""
        out: list[str] = []
        number = int(node.start.attrs.get("start", 1))
        for item in node.children:
            mark = f"{number}." if node.type == "ordered_list" else "-"
            number += 1
            inner = self.several(item.children, depth + 1)
            if depth >= _DEEPEST:
                out += inner
                continue
            width = max(4, len(mark) + 1)
            first, *rest = inner or [""]
            out.append(f"{mark.ljust(width)}{first}".rstrip())
            out += [f"{' ' * width}{line}" if line else "" for line in rest]
        return out

    def _table(self, node: Block) -> list[str]:
        rows = [
            [Code(" ".join(self._inline(cell).split("\n"))) for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        header, *body = rows
        return f"{table(header, body, Padding.NONE)}".split("\n")


def _fence(info: str, content: str) -> list[str]:
    """Code; what says that it is JSON is, and nothing of a document's says that it is Python of ours."""
    found = _LANGUAGE.match(info.strip())
    language = found[0] if found else ""
    if language.lower() in ("python", "py", "python3") or (language.lower() == "json" and not _is_json(content)):
        language = "text"
    marks = "`" * max((len(run) + 1 for run in re.findall(r"`{3,}", content)), default=3)
    return [f"{marks}{language}", *content.rstrip("\n").replace(BREAK, "").split("\n"), marks]


def _is_json(content: str) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True


# -------------------------------------------------------------------------------------------------------------- cells


def cell_text(nodes: Sequence[Block], writer: InlineWriter) -> str:
    """Blocks in a cell of a table, where there are lines alone."""
    return f"{LINE_BREAK}{LINE_BREAK}".join(filter(None, (_cell_block(node, writer, "") for node in nodes)))


def _cell_block(node: Block, writer: InlineWriter, margin: str) -> str:
    match node.type:
        case "paragraph":
            return _line(node, writer)
        case "heading":
            said = _line(node, writer)
            return f"**{said}**" if said else ""
        case "bullet_list" | "ordered_list":
            return LINE_BREAK.join(_cell_items(node, writer, margin))
        case "fence" | "code_block":
            content = node.start.content.replace(BREAK, "").split("\n")
            return LINE_BREAK.join(str(code_span(line)) for line in content if line.strip())
        case "table":
            rows = (row for part in node.children for row in part.children)
            return LINE_BREAK.join(" \\| ".join(_line(cell, writer) for cell in row.children) for row in rows)
        case _:
            return LINE_BREAK.join(filter(None, (_cell_block(inner, writer, margin) for inner in node.children)))


def _cell_items(node: Block, writer: InlineWriter, margin: str) -> Iterable[str]:
    number = int(node.start.attrs.get("start", 1))
    for item in node.children:
        mark = f"{number}\\." if node.type == "ordered_list" else "•"
        number += 1
        inner = LINE_BREAK.join(filter(None, (_cell_block(one, writer, f"{margin}  ") for one in item.children)))
        yield f"{margin}{mark} {inner}"


def first_sentence(blocks: Sequence[Block], writer: InlineWriter) -> str:
    """The first sentence of the first paragraph; where there is none, the first block in a cell."""
    paragraph = next((node for node in blocks if node.type == "paragraph"), None)
    if paragraph is None:
        return cell_text(blocks[:1], writer)
    return " ".join(writer.all(_until_full_stop(paragraph.pieces)).split("\n"))


def until_full_stop(words: str) -> str:
    """The first sentence of a paragraph that is nothing but words."""
    found = _END_OF_SENTENCE.search(f"{words}\n")
    return words if found is None else words[: found.end()]


def _until_full_stop(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces up to the end of the first sentence, which is never inside of a link or of emphasis."""
    depth = 0
    for number, piece in enumerate(pieces):
        depth += piece.nesting
        if piece.type != "text" or depth:
            continue
        follows = pieces[number + 1].type if number + 1 < len(pieces) else "softbreak"
        found = _END_OF_SENTENCE.search(piece.content + ("\n" if follows in _BREAKS else ""))
        if found is not None:
            return [*pieces[:number], replace(piece, content=piece.content[: found.end()])]
    return pieces


def _line(node: Block, writer: InlineWriter) -> str:
    return " ".join(writer.all(node.pieces).split("\n"))
