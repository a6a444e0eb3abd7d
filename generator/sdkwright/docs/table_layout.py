"""Markdown tables, padded as the published pages are, by column, or not at all.

In a padded table every column has the width of the widest cell of the whole table, header included.  The width is
measured in display columns on the raw text, a newline counting as one character; then newlines become `<br/>` (which
count five when the cell is filled up), and only then pipes are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
        return _bare([header, [Code("---")] * len(header), *rows])
    told = [(row, _is_plain("".join(row))) for row in (header, *rows)]
    widths = _widths([map(len if plain else _width, row) for row, plain in told], padding)
    layout = f"| {' | '.join([f'%-{width}s' for width in widths])} |"
    first, *others = (layout % tuple(row) if plain else _odd_line(row, widths) for row, plain in told)
    return Code("\n".join([first, layout % tuple("-" * max(3, width) for width in widths), *others]))


def _is_plain(text: str) -> bool:
    """Whether the cells of a row, as nearly all, are filled up as they are, and as wide as they are long."""
    return text.isascii() and "\n" not in text and "|" not in text


def _width(cell: Code) -> int:
    """The display width of a cell."""
    return display_width(raw(cell))


def _widths(measured: Sequence[Iterable[int]], padding: Padding) -> list[int]:
    """The display width that the cells of every column are filled up to, from those of the cells of each row."""
    columns = [max(column) for column in zip(*measured, strict=True)]
    return columns if padding is Padding.COLUMNS else [max(columns)] * len(columns)


def _bare(rows: Sequence[Sequence[Code]]) -> Code:
    """A table that is not padded."""
    made = "\n".join([f"| {' | '.join(row)} |" for row in rows])
    is_plain = made.count("|") == len(rows) * (len(rows[0]) + 1) and made.count("\n") == len(rows) - 1
    return Code(made if is_plain else "\n".join([_odd_line(row, [0] * len(row)) for row in rows]))


def _odd_line(row: Sequence[Code], widths: Sequence[int]) -> str:
    """One line of the table that is not plain."""
    return f"| {' | '.join(map(_filled, row, widths))} |"


def _filled(cell: Code, width: int) -> str:
    """One cell: broken, filled up, its pipes escaped, in this order."""
    broken = raw(cell).replace("\n", _BREAK)
    filled = broken.ljust(width if broken.isascii() else width - display_width(broken) + len(broken))
    return _PIPE.sub(_escaped_pipe, filled) if "|" in filled else filled


def _escaped_pipe(match: re.Match[str]) -> str:
    """A pipe that is not escaped already: after an even number of backslashes."""
    slashes = match["slashes"]
    return match.group() if len(slashes) % 2 else slashes + "\\|"
