"""Judges one document: every request and every answer of a generated SDK against a running server."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from sdkwright.frozen import replace
from wire.calls import Target
from wire.made.families import without_circles
from wire.made.schemas import Side, UnmakeableError
from wire.made.variety import Variety
from wire.made.wide import Wide

from .caller import LoopbackCaller
from .constructs import Constructs
from .findings import UNMADE, Finding, Findings
from .givers import Modeller
from .loopback import Loopback
from .of_answers import AnswerJudge
from .of_requests import RequestJudge

VALUES = (5, 40)
"""At least and at most so many of each schema; fewer than the most where nothing new comes."""


def judge(
    target: Target,
    loopback: Loopback,
    seed: int,
    values: tuple[int, int] = VALUES,
    variety: tuple[Variety, Variety] | None = None,
) -> Iterator[Finding]:
    """A finding for every value, of everything that the document describes.

    `variety` counts what was chosen to make the answers, and what to make the requests.
    """
    variety = variety or (Variety(), Variety())
    root: Any = without_circles(target.document.root)
    target = dataclasses.replace(target, document=replace(target.document, root=root))
    plain = LoopbackCaller(target, loopback, seed, None)
    wide = LoopbackCaller(target, loopback, seed, variety[1])
    maker = Wide(root, seed, side=Side.ANSWER, variety=variety[0])
    findings = Findings(Constructs(root, lambda schema, value: maker.problem(schema, value) is None))
    answers = AnswerJudge(target, loopback, plain, wide, maker, findings, values)
    requests = RequestJudge(target, loopback, wide, variety[1], findings, Modeller(target), values)
    try:
        plain.open()
        wide.open()
    except UnmakeableError as error:
        yield Finding("request", UNMADE, "", (f"a global: {error}",))
        return
    for operation in target.api.operations:
        yield from answers.judge(operation)
        yield from requests.judge(operation)
    plain.close()
    wide.close()
