"""The sums of a run, and the differences that are left, one line for each cause."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .findings import DIFFERENT, EQUAL, EXPLAINED, UNMADE


@dataclass
class Cause:
    """All differences of one cause."""

    count: int = 0
    documents: set[str] = field(default_factory=set[str])
    sides: Counter[str] = field(default_factory=Counter[str])
    example: dict[str, Any] | None = None
    size: int = 0

    def add(self, document: Path, finding: dict[str, Any]) -> None:
        """Counts a finding; the smallest one is the example."""
        self.count += 1
        self.documents.add(document.name)
        self.sides[finding["side"]] += 1
        size = len(json.dumps([finding["given"], finding["got"], finding["pointer"]]))
        if self.example is None or size < self.size:
            self.example, self.size = {**finding, "document": document.name}, size


@dataclass
class Summary:
    """What a folder came to."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    schemas: Counter[str] = field(default_factory=Counter[str])
    """Bodies of answers and operations by side, each with several values."""
    reached: list[int] = field(default_factory=lambda: [0, 0])
    """How many members of unions and values of enums were made, and how many there are."""
    explained: Counter[str] = field(default_factory=Counter[str])
    causes: dict[str, Cause] = field(default_factory=dict[str, Cause])
    unmade: dict[str, Cause] = field(default_factory=dict[str, Cause])
    failures: list[str] = field(default_factory=list[str])

    def add(self, document: Path, lines: list[dict[str, Any]], failure: str) -> None:
        """Takes in what one document came to."""
        if failure:
            self.failures.append(f"{document.name}: {failure}")
        for line in lines:
            if "counts" in line:
                for side, outcome, count in line["counts"]:
                    self.counts[side, outcome] += count
                self.schemas.update(line["schemas"])
                self.reached = [sum(pair) for pair in zip(self.reached, line["reached"], strict=True)]
                continue
            match line["outcome"]:
                case "explained":
                    self.explained.update(line["causes"])
                case "different":
                    for cause in line["causes"]:
                        self.causes.setdefault(cause, Cause()).add(document, line)
                case _:
                    for cause in line["causes"]:
                        self.unmade.setdefault(f"{line['side']}: {cause}", Cause()).add(document, line)

    @property
    def too_many(self) -> list[str]:
        """The explained classes that hold more than one of a hundred values."""
        return [name for name, count in self.explained.items() if count * 100 > self.values]

    @property
    def wrong(self) -> bool:
        """Whether something is left that no specification explains, or too much that one does."""
        return bool(self.failures or self.causes or self.too_many)

    @property
    def values(self) -> int:
        """All values that were sent."""
        return sum(count for (_, outcome), count in self.counts.items() if outcome in (EQUAL, EXPLAINED, DIFFERENT))


def table(summary: Summary) -> Iterator[str]:
    """The sums."""
    sides = sorted({side for side, _ in summary.counts})
    yield f"{'':18} {'schemas':>8} {'equal':>8} {'explained':>10} {'different':>10} {'not made':>9}"
    for side in sides:
        row = [summary.counts[side, outcome] for outcome in (EQUAL, EXPLAINED, DIFFERENT, UNMADE)]
        yield f"{side:18} {summary.schemas[side]:8} {row[0]:8} {row[1]:10} {row[2]:10} {row[3]:9}"
    made, offered = summary.reached
    yield f"{made} of {offered} members of unions and values of enums were made"
    values = summary.values or 1
    for name, count in summary.explained.most_common():
        yield f"explained: {name}: {count} ({count / values:.2%})" + (" TOO MANY" if name in summary.too_many else "")
    yield from summary.failures


def unexplained(summary: Summary) -> Iterator[str]:
    """One line for each cause, the most frequent first, and its smallest example below it."""
    for cause, found in sorted(summary.causes.items(), key=lambda pair: -pair[1].count):
        example = found.example or {}
        yield f"{found.count:6} in {len(found.documents):3} documents  {cause}"
        ways = ", ".join(f"{side} {count}" for side, count in found.sides.items() if side.startswith("request"))
        where = f"{example['document']}  {example['place']}  at {example['pointer'] or '/'}"
        yield f"       {where}" + (f"  ({ways})" if ways else "")
        yield f"       sent {json.dumps(example['given'], ensure_ascii=False)[:220]}"
        yield f"       got  {json.dumps(example['got'], ensure_ascii=False)[:220]}"
    for cause, found in sorted(summary.unmade.items(), key=lambda pair: -pair[1].count):
        yield f"not made {found.count:4} in {len(found.documents):3} documents  {cause}"
