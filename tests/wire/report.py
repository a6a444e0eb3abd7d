"""What the runs of all documents come to, as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .limits import READ_ONLY_AND_REQUIRED, REASONS
from .work import ACCEPTED, EXCUSED, NOT_CONSTRUCTIBLE, NOT_GENERATED, OUTCOMES, REFUSED

INTRODUCTION = """\
# Wire truth

`make wire CORPUS=folder` generates an SDK from every document of a folder, imports it and calls every operation three
times for each media type of its body: with what is required, with some of what is optional, and with everything. The
values are made from the schemas of the document and checked with jsonschema; every run makes the same ones
(`WIRE_ARGS="--seed 1"` makes others, `--config gen.yaml` takes other options, `--details CAUSE` shows what was sent,
`--write docs/wire.md` writes this page). Two judges see each request. openapi-core says whether the document allows it.
Then it is read back with the parsers of the standard library and of werkzeug, which the SDK does not use: method,
server, path, query, headers, cookies and body must hold the values that went in, in the style that the document names,
and nothing else.

A call ends in one of five ways:

- *accepted* by both judges;
- *refused*: a fault of ours. One cause stands: openapi-core wants properties of OpenAPI 3.1 that are both `readOnly`
  and required, which an SDK does not send;
- *excused*: openapi-core is wrong or cannot tell, for one of the reasons below, and the other judge accepts;
- *not constructible*: no arguments can be made, for one of the causes below;
- *not generated*: sdkwright refuses the document with an error that says where and why.

`make roundtrip` asks the other question, for answers as well as for requests: whether every value that a schema allows
is the same on the other side ([openapi-support.md](openapi-support.md#round-trips)).
"""


@dataclass
class Result:
    """The calls of one document."""

    document: Path
    seconds: float = 0.0
    lines: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    failure: str = ""
    """The program did not come to its end; the calls are those before."""

    @property
    def faults(self) -> int:
        """How many calls were refused, but for the one reason that stands."""
        return sum(line["outcome"] == REFUSED and line["cause"] != READ_ONLY_AND_REQUIRED for line in self.lines)

    def count(self, outcome: str) -> int:
        """How many calls ended so."""
        return sum(line["outcome"] == outcome for line in self.lines)


def by_document(results: Sequence[Result]) -> Iterator[str]:
    """One row for each document, and those that did not come to their end."""
    shown = OUTCOMES[:-1]
    yield f"| document | calls | {' | '.join(shown)} | seconds |"
    yield f"| --- |{' ---: |' * (len(shown) + 2)}"
    for result in results:
        counts = " | ".join(str(result.count(outcome)) for outcome in shown)
        yield f"| {result.document.name} | {len(result.lines)} | {counts} | {result.seconds:.0f} |"
    yield ""
    for result in results:
        if result.failure:
            yield f"FAILED {result.document.name}: {result.failure}\n"


def sums(results: Sequence[Result]) -> Iterator[str]:
    """How many calls ended in which way."""
    calls = [(result.document, line) for result in results for line in result.lines]
    called = {(document, line["operation"]) for document, line in calls if line["operation"]}
    accepted = {(document, line["operation"]) for document, line in calls if line["outcome"] == ACCEPTED}
    yield (
        f"{len(results)} documents, {len(called)} operations, of which {len(accepted)} have an accepted request; "
        f"{len(calls)} calls:"
    )
    yield f"\n| {' | '.join(OUTCOMES)} |\n|{' ---: |' * len(OUTCOMES)}"
    yield f"| {' | '.join(str(sum(line['outcome'] == each for _, line in calls)) for each in OUTCOMES)} |\n"


def causes(results: Iterable[Result], reasons: Mapping[str, str] = REASONS) -> Iterator[str]:
    """A table for each outcome but the good one: its causes, and why they are none of ours."""
    found: dict[tuple[str, str], list[Path]] = {}
    for result in results:
        for line in result.lines:
            found.setdefault((line["outcome"], line["cause"]), []).append(result.document)
    for outcome in (REFUSED, EXCUSED, NOT_CONSTRUCTIBLE, NOT_GENERATED):
        rows = sorted(
            (-len(where), cause, len(set(where))) for (each, cause), where in found.items() if each == outcome
        )
        if not rows:
            yield f"Nothing is {outcome}.\n"
            continue
        why = " why |" if outcome == EXCUSED else ""
        yield f"| {outcome} | calls | documents |{why}\n| --- | ---: | ---: |{' --- |' if why else ''}"
        for calls, cause, documents in rows:
            yield f"| {cause} | {-calls} | {documents} |" + (f" {reasons[cause]} |" if why else "")
        yield ""


def details(wanted: str, results: Iterable[Result]) -> Iterator[str]:
    """The calls whose cause holds a text, with what was given and sent."""
    for result in results:
        for line in result.lines:
            if line["outcome"] != ACCEPTED and wanted in line["cause"]:
                yield f"{result.document.name} {line['operation']} ({line['variant']}): {line['cause']}"
                yield f"    {line['detail']}"
                yield from (f"    {key}: {json.dumps(line[key])[:1500]}" for key in ("values", "request"))


def page(results: Sequence[Result]) -> str:
    """The page of the documentation: what is done, and what the last run gave."""
    return "\n".join([INTRODUCTION, "## The last run\n", *sums(results), *causes(results)]).rstrip() + "\n"
