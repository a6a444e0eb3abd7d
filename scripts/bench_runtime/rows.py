"""One row of the table, and the tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement beside its floor."""

    section: str
    subject: str
    what: str
    value: str
    """With its unit."""
    floor: str
    """With its unit."""
    result: float
    """What the target is about: a ratio, or a difference in milliseconds."""
    unit: str = "x"
    target: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the target is met; empty where there is none."""
        return "" if self.target is None else "met" if self.result <= self.target else "missed"

    def cells(self) -> list[str]:
        """The texts of the row."""
        return [self.subject, self.what, self.value, self.floor, self.text(self.result), self.limit, self.verdict]

    @property
    def limit(self) -> str:
        """The target as text."""
        return "" if self.target is None else f"≤ {self.text(self.target)}"

    def text(self, number: float) -> str:
        """A number of this row's unit."""
        if self.unit == "x":
            return f"{number:.2f}"
        return f"{number:,.0f} {self.unit}" if number == int(number) else f"{number:,.2f} {self.unit}"


HEADINGS = ["SDK", "What", "Measured", "Floor", "Result", "Target", ""]


def markdown(rows: Iterable[Row]) -> str:
    """One Markdown table for each section, in the order in which they come."""
    sections: dict[str, list[list[str]]] = {}
    for row in rows:
        sections.setdefault(row.section, []).append(row.cells())
    parts: list[str] = []
    for title, cells in sections.items():
        widths = [max(map(len, column)) for column in zip(HEADINGS, *cells, strict=True)]
        lines = [_line(HEADINGS, widths), _line(["-" * max(3, width) for width in widths], widths)]
        parts.append(f"## {title}\n\n" + "\n".join([*lines, *(_line(each, widths) for each in cells)]))
    return "\n\n".join(parts) + "\n"


def _line(cells: list[str], widths: list[int]) -> str:
    padded = (cell.ljust(max(3, width)) for cell, width in zip(cells, widths, strict=True))
    return "| " + " | ".join(padded) + " |"
