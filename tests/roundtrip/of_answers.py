"""Every answer that a document describes: the server sends values of its schema, and what the client makes of them
must be the same again."""

from __future__ import annotations

import importlib
import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from sdkwright.ir.service import Content, MediaKind, Operation, Response
from sdkwright.ir.types import RefType
from sdkwright.options.model import ResponseFormat
from wire.calls import Plan, Target
from wire.data import Json
from wire.made.schemas import Schema, UnmakeableError
from wire.made.wide import Wide, several

from .answers import answer, of_items, read_of, received, schema_of, without_envelope
from .caller import LoopbackCaller, label_of
from .events import event_of, event_schema
from .findings import DIFFERENT, UNMADE, Finding, Findings
from .loopback import Loopback

_BYTES: Schema = {"const": "bytes \u0000\u00e9"}
_AS_BYTES = (MediaKind.BINARY, MediaKind.MULTIPART, MediaKind.FORM)


@dataclass(frozen=True)
class AnswerJudge:
    """Judges the answers of one SDK."""

    target: Target
    loopback: Loopback
    caller: LoopbackCaller
    """Makes plain calls."""
    other: LoopbackCaller
    """Makes calls where no plain one can be made."""
    maker: Wide
    findings: Findings
    values: tuple[int, int]
    """At least and at most so many of each schema."""

    @cached_property
    def to_response(self) -> Callable[[Any], Json]:
        """The function of the SDK."""
        found: Any = importlib.import_module(f"{self.target.names.module}.utils")
        return cast("Callable[[Any], Json]", found.to_response)

    def judge(self, operation: Operation) -> Iterator[Finding]:
        """All answers of an operation, a finding for each value."""
        if operation.http_method.upper() == "HEAD":
            return  # no answer to it has content (RFC 9110, section 9.3.2)
        plan = self._plan(operation)
        if isinstance(plan, UnmakeableError):
            yield Finding("answer", UNMADE, label_of(operation), (f"no call: {plan}",))
            return
        declared = frozenset(int(each.status) for each in operation.responses if each.status.isdigit())
        for response in operation.responses:
            if response.status.startswith("1") or response.status in ("204", "205", "304"):
                continue  # such an answer has no content, whatever the document says (RFC 9110, sections 15.2 to 15.4)
            for content in response.contents:
                yield from self._of_content(operation, plan, response, content, declared)

    def _has_headers(self, operation: Operation) -> bool:
        """Whether the result comes beside headers: any answer declares some, and there are no pages and no choice."""
        types = {content.type for each in operation.responses if each.is_success for content in each.contents}
        declared = any(response.headers for response in operation.responses)
        wanted = self.target.config.answer_headers and operation.pagination is None
        return wanted and declared and len(types) < 2

    def _plan(self, operation: Operation) -> Plan | UnmakeableError:
        """The first call that can be made at all."""
        first: Plan | UnmakeableError | None = None
        for plan in itertools.chain(self.caller.plans(operation), self.other.plans(operation)):
            if isinstance(plan, Plan):
                return plan
            first = first or plan
        return first or UnmakeableError("no media type of the body")

    def _of_content(
        self, operation: Operation, plan: Plan, response: Response, content: Content, declared: frozenset[int]
    ) -> Iterator[Finding]:
        place = f"{label_of(operation)} {response.status} {content.media_type}"
        schema = _BYTES if content.kind in _AS_BYTES else schema_of(self.target.document.at(content.id))
        schema = of_items(schema) if content.kind is MediaKind.JSON_LINES else schema
        streamed = content.kind is MediaKind.SSE
        try:
            wanted = event_schema(content, schema) if streamed else schema
            for made in several(self.maker, wanted, content.id, *self.values):
                value = event_of(content, made) if streamed else made
                self.loopback.answer = answer(response, content, value, declared)
                side = "error" if response.is_error else "answer"
                as_text = content.kind is MediaKind.TEXT and not isinstance(value, str)
                yield self._read(operation, plan, content, schema, json.dumps(value) if as_text else value, side, place)
        except UnmakeableError as error:
            yield Finding("answer", UNMADE, place, (str(error),))

    def _read(
        self, operation: Operation, plan: Plan, content: Content, schema: Schema, value: Json, side: str, place: str
    ) -> Finding:
        try:
            result = self.caller.invoke(operation, plan)
            if self.target.config.response_format is not ResponseFormat.FLAT:
                result = without_envelope(result)
            elif self._has_headers(operation):
                result = result.result
            read = received(result, content, self.to_response)
        except self.caller.errors as error:
            if side == "answer" or type(error).__name__ == "ResponseValidationError":
                return self.findings.refused(side, place, schema, value, error)
            if error.data is not None:
                read = read_of(error.data, self.to_response)
            elif isinstance(content.type, RefType) and content.type.id in self.target.names.error_data:
                cause = f"error: of a declared error only {type(error).__name__} is raised ({place.split()[2]})"
                return Finding(side, DIFFERENT, place, (cause,), "", value, str(error)[:200])
            else:
                body = json.loads(error.body) if content.kind is MediaKind.JSON else error.body
                read = read_of(body, self.to_response)
        except Exception as error:
            return self.findings.refused(side, place, schema, value, error)
        return self.findings.compared(side, place, schema, value, read.forms, read.whole)
