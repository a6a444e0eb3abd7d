"""Every request that a document describes: what a caller gives, as dictionaries and as models, must arrive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sdkwright.ir.service import Content, MediaKind, Operation
from werkzeug.datastructures import Headers
from wire.calls import Plan, Target
from wire.compare import DifferentError
from wire.data import Json
from wire.judge import Request
from wire.made.schemas import Schema
from wire.made.variety import Variety
from wire.sent.items import items_of
from wire.sent.request import check

from .answers import of_items, schema_of
from .caller import LoopbackCaller, label_of
from .findings import DIFFERENT, EQUAL, UNMADE, Finding, Findings
from .givers import BuildError, Modeller
from .loopback import Answer, Loopback
from .words import described, generic

_TYPED, _MODEL = "request (typed)", "request (model)"


@dataclass(frozen=True)
class RequestJudge:
    """Judges the requests of one SDK."""

    target: Target
    loopback: Loopback
    caller: LoopbackCaller
    """Makes calls of every kind."""
    variety: Variety
    findings: Findings
    modeller: Modeller
    values: tuple[int, int]
    """At least and at most so many of each operation."""

    def judge(self, operation: Operation) -> Iterator[Finding]:
        """Calls until nothing new comes, a finding for each request."""
        self.loopback.answer = Answer(204)
        least, most = self.values if operation.parameters or operation.body is not None else (1, 1)
        idle = 0
        for number in range(most):
            before = self.variety.fresh
            for plan in self.caller.plans(operation):
                if isinstance(plan, Plan):
                    yield from self._both_ways(operation, plan)
                elif number == 0:
                    yield Finding("request", UNMADE, label_of(operation), (str(plan),))
            idle = 0 if self.variety.fresh > before else idle + 1
            if number + 1 >= least and idle > 1:
                return

    def _both_ways(self, operation: Operation, plan: Plan) -> Iterator[Finding]:
        yield self._sent(_TYPED, operation, plan)
        try:
            modelled = self.modeller.plan(operation, plan)
        except BuildError as error:
            yield self.findings.refused(
                _MODEL, label_of(operation), self._schema(plan), error.value, error.__cause__ or error, error.path
            )
            return
        if modelled is not None:
            yield self._sent(_MODEL, operation, modelled)

    def _sent(self, side: str, operation: Operation, plan: Plan) -> Finding:
        self.loopback.seen.clear()
        try:
            close = getattr(self.caller.invoke(operation, plan), "close", None)
            if callable(close):
                close()
        except self.caller.errors:
            pass  # of the answer, which is empty
        except Exception as error:
            return self._refused(side, operation, plan, error)
        if not self.loopback.seen:
            return Finding(side, DIFFERENT, label_of(operation), ("request: nothing was sent",), "", plan.values)
        return self._arrived(side, operation, plan)

    def _arrived(self, side: str, operation: Operation, plan: Plan) -> Finding:
        sent, place, body = self.loopback.seen[0], label_of(operation), plan.given.body
        if body is not None and body[0].kind in (MediaKind.JSON, MediaKind.JSON_LINES):
            if body[1] is None and not sent.body:
                return Finding(side, DIFFERENT, place, ("request: null for the whole body is no body",), "", None, "")
            try:
                got = self._read(body[0], body[1], sent)
            except ValueError as error:
                return self.findings.refused(side, place, self._schema(plan), body[1], error)
            found = self.findings.compared(side, place, self._schema(plan), body[1], [got])
            if found.outcome != EQUAL:
                return found
        try:
            check(plan.given, sent)
        except (DifferentError, ValueError, LookupError, TypeError, AttributeError) as error:
            kind = body[0].kind.value if body is not None else "parameters"
            what = generic(str(error)) if isinstance(error, DifferentError) else described(error)
            return Finding(side, DIFFERENT, place, (f"request: {kind}: {what}",), "", plan.values, str(error))
        return Finding(side, EQUAL, place)

    @staticmethod
    def _read(content: Content, given: Json, sent: Request) -> Json:
        if content.kind is MediaKind.JSON:
            return json.loads(sent.body)
        return items_of(content, given, sent.body, Headers(list(sent.headers)).get("Content-Type", ""))

    def _refused(self, side: str, operation: Operation, plan: Plan, error: Exception) -> Finding:
        value: Json = dict(plan.values) if plan.given.body is None else plan.given.body[1]
        return self.findings.refused(side, label_of(operation), self._schema(plan), value, error)

    def _schema(self, plan: Plan) -> Schema:
        if plan.given.body is None:
            return True
        content = plan.given.body[0]
        schema = schema_of(self.target.document.at(content.id))
        return of_items(schema) if content.kind is MediaKind.JSON_LINES else schema
