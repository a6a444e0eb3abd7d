"""Markdown tables, padded as the published pages are, by column, or not at all.

In a padded table every column has the width of the widest cell of the whole table, header included.  The width is
measured in display columns on the raw text, a newline counting as one character; then newlines become `<br/>` (which
count five when the cell is filled up), and only then pipes are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code
from sdkwright.text.widths import display_width

_BREAK = "<br/>"
_PIPE = re.compile(r"(?P<slashes>\\*)\|")


class Padding(StrEnum):
    """How the cells of a table are filled up."""

    UNIFORM = "uniform"
    COLUMNS = "columns"
    NONE = "none"


def table(header: Sequence[Code], rows: Sequence[Sequence[Code]], padding: Padding = Padding.UNIFORM) -> Code:
    """A table without a newline at its end.  Rows are as long as the header."""
    if padding is Padding.NONE:
        return Code("\n".join([_bare(header), f"| {' | '.join(['---'] * len(header))} |", *map(_bare, rows)]))
    cells = [list(map(raw, row)) for row in (header, *rows)]
    widths = _widths(cells, padding)
    first, *others = (_line(row, widths) for row in cells)
    return Code("\n".join([first, _line(["-" * max(3, width) for width in widths], widths), *others]))


def _widths(cells: Sequence[Sequence[str]], padding: Padding) -> list[int]:
    """The display width that the cells of every column are filled up to."""
    columns = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    return columns if padding is Padding.COLUMNS else [max(columns)] * len(columns)


def _bare(row: Sequence[Code]) -> str:
    """One line of a table that is not padded."""
    said = "".join(row)
    if "|" in said or "\n" in said:
        return _line(list(map(raw, row)), [0] * len(row))
    return f"| {' | '.join(row)} |"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """One line of the table.  Most lines are filled up as they are."""
    text = "".join(row)
    if text.isascii() and "\n" not in text and "|" not in text:
        filled = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
    else:
        filled = list(map(_filled, row, widths))
    return f"| {' | '.join(filled)} |"


def _filled(cell: str, width: int) -> str:
    """One cell: broken, filled up, its pipes escaped, in this order."""
    broken = cell.replace("\n", _BREAK)
    filled = broken.ljust(width if broken.isascii() else width - display_width(broken) + len(broken))
    return _PIPE.sub(_escaped_pipe, filled) if "|" in filled else filled


def _escaped_pipe(match: re.Match[str]) -> str:
    """A pipe that is not escaped already: after an even number of backslashes."""
    slashes = match["slashes"]
    return match.group() if len(slashes) % 2 else slashes + "\\|"
