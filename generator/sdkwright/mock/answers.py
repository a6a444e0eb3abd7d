"""Which of its documented answers an operation gives, and what is in it.

A request chooses by `Prefer: code=404` and `Prefer: example=NAME` (RFC 7240), as with other mock servers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Final

from sdkwright.examples.answers import AnswerValues
from sdkwright.examples.sendable import sendable
from sdkwright.frozen import Frozen
from sdkwright.ir.scalars import BY_FORMAT
from sdkwright.ir.service import STREAMS, WITHOUT_CONTENT, Api, Content, MediaKind, Operation, Parameter, Response
from sdkwright.ir.types import Json, Location, Notes, ScalarType, Type, UnionDef, target
from sdkwright.ir.values import fits
from sdkwright.mock.bodies import encoded
from sdkwright.mock.incoming import Incoming, RefusedError
from sdkwright.mock.mended import mended
from sdkwright.mock.pages import paged
from sdkwright.normalise.operations.media import bare
from sdkwright.openapi.checks.values import SchemaJudge
from sdkwright.openapi.document import Document

_OURS: Final = frozenset(
    {"connection", "content-encoding", "content-length", "content-type", "date", "trailer", "transfer-encoding"}
)
"""Headers that describe the message itself and not what the document means."""
_PREFERENCE: Final = re.compile(r"""([A-Za-z]+)\s*=\s*("([^"]*)"|[^,;\s]+)""")
_MOST_ITEMS: Final = 100
"""Of a list that the schema wants to be longer."""
_EVENTS: Final = 2
_MOST_EVENTS: Final = 20
_STREAM: Final = re.compile(r"(?:data|event|id|retry)?:")
"""How a stream of events begins that is written out in an example."""


class Answer(Frozen):
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str | None = None
    body: bytes = b""


class Answers:
    """Makes the answers of one API."""

    def __init__(self, api: Api, document: Document) -> None:
        self._api = api
        self._keywords_at = document.keywords_at
        self._judge = SchemaJudge(document.root)
        self._made: dict[tuple[str, str | None], tuple[str | None, Sequence[Json]]] = {}
        """The values of each content that was asked for, by the name of its example."""

    def to(self, operation: Operation, incoming: Incoming) -> Answer:
        """The answer to a request that the document allows.  Raises RefusedError where it asks for one that the
        document does not have."""
        wishes = _preferences(incoming)
        response, status = _chosen(operation, self._declared(operation), wishes.get("code"))
        headers = tuple(self._headers(response))
        if str(status) in WITHOUT_CONTENT or not response.contents:
            return Answer(status, headers)
        content = _accepted(response.contents, incoming)
        name = wishes.get("example")
        if (content.id, name) not in self._made:
            self._made[content.id, name] = self._values(content, name)
        raw, values = self._made[content.id, name]
        paging = operation.pagination
        if paging is not None and response.is_success and content.kind is MediaKind.JSON:
            values = [paged(self._api, operation, paging, content.type, incoming, one) for one in values]
        media_type, body = encoded(content, values)
        return Answer(status, headers, media_type, body if raw is None else raw.encode())

    def _values(self, content: Content, name: str | None) -> tuple[str | None, Sequence[Json]]:
        """The items of a stream or the one value of any other content; or the text of a whole stream."""
        named = {one.name: one.value.value for one in content.named_examples if one.value is not None}
        if name is not None and name not in named:
            known = ", ".join(named) or "none"
            raise RefusedError(HTTPStatus.BAD_REQUEST, f"The answer has no example {name!r}; it has: {known}")
        examples = [named[name]] if name is not None else [*content.examples, *named.values()]
        making = self._making()
        at = f"{content.id}/schema"
        if content.kind not in STREAMS:
            asked = named[name] if name is not None else None
            if asked is not None and not fits(self._api.types, content.type, asked):
                return None, [asked]  # what was asked for by its name is said, whatever it is
            shape = self._written(content, at)
            made = making.of(shape, "answer", at, Notes(examples=tuple(examples)))
            is_judged = content.kind is MediaKind.JSON and name is None
            return None, [mended(made, lambda one: self._judge.misfits(at, one)) if is_judged else made]
        for example in examples:
            if isinstance(example, str) and (content.kind is MediaKind.JSON_LINES or _STREAM.match(example)):
                return example if example.endswith("\n") else f"{example}\n\n", ()
            items = example if isinstance(example, list) else [example]
            if items and all(fits(self._api.types, content.type, item) for item in items):
                return None, items
        return None, self._events(making, content)

    def _making(self) -> AnswerValues:
        return AnswerValues(self._api.types, self._keywords_at, items=_MOST_ITEMS)

    def _declared(self, operation: Operation) -> Collection[str]:
        """The statuses that the document has for an operation."""
        return self._keywords_at(f"{operation.id}/responses").keys()

    def _written(self, content: Content, at: str) -> Type:
        """What stands in an answer: of text the scalar that the schema means, which is read as text."""
        type = self._keywords_at(at).get("type") if content.kind is MediaKind.TEXT else None
        scalar = BY_FORMAT.get((type, None)) if isinstance(type, str) else None
        return content.type if scalar is None else ScalarType(scalar)

    def _events(self, making: AnswerValues, content: Content) -> Sequence[Json]:
        """Some events; of a choice one of each kind."""
        id = target(content.type)
        definition = None if id is None else self._api.types[id]
        at = f"{content.id}/itemSchema"
        if isinstance(definition, UnionDef):
            return making.each(definition)[:_MOST_EVENTS]
        return [making.of(content.type, "data", at)] * _EVENTS

    def _headers(self, response: Response) -> Iterable[tuple[str, str]]:
        """Those that must be there or have an example."""
        for header in response.headers:
            examples = sendable(Location.HEADER, header.notes.examples)
            if header.name.lower() in _OURS or not (header.required or examples):
                continue
            value = examples[0] if examples else self._header(header)
            yield header.name, re.sub(r"[\r\n\0]", " ", _simple(header, value))

    def _header(self, header: Parameter) -> Json:
        return self._making().of(header.type, header.name, f"{header.id}/schema", header.notes, header.default)


def _simple(header: Parameter, value: Json) -> str:
    """The one style of headers (OpenAPI 3.1, section 4.8.21)."""
    if header.media_type is not None:
        return json.dumps(value)
    if isinstance(value, list):
        return ",".join(map(_plain, value))
    if isinstance(value, dict):
        mark = "=" if header.explode else ","
        return ",".join(f"{key}{mark}{_plain(item)}" for key, item in value.items())
    return _plain(value)


def _plain(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _preferences(incoming: Incoming) -> Mapping[str, str]:
    """What `Prefer` asks for (RFC 7240, section 2); the first of several counts."""
    found: dict[str, str] = {}
    for name, value, inner in _PREFERENCE.findall(",".join(incoming.headers.get_all("Prefer", []))):
        found.setdefault(name.lower(), inner if value.startswith('"') else value)
    return found


def _chosen(operation: Operation, declared: Collection[str], code: str | None) -> tuple[Response, int]:
    """The answer that is asked for, else the first success, and its status.

    What stands for a success that the document does not have gives way to a redirect of the document's.
    """
    responses = operation.responses
    if code is not None:
        wanted = next(
            (one for key in (code, f"{code[:1]}XX", "default") for one in responses if one.status == key), None
        )
        if wanted is None or re.fullmatch("[2-5][0-9][0-9]", code) is None:
            named = ", ".join(dict.fromkeys(one.status for one in responses))
            message = f"The document has no answer {code} to {operation.http_method} {operation.path}; it has: {named}"
            raise RefusedError(HTTPStatus.BAD_REQUEST, message)
        return wanted, int(code)
    known = {status.upper() for status in declared}
    successes = sorted(
        (one for one in responses if one.is_success),
        key=lambda one: (one.status not in known and "DEFAULT" not in known, one.status[0]),
    )
    response = next(iter((*successes, *(one for one in responses if one.status[0] != "1"))), None)
    if response is None:
        return Response("204", ()), HTTPStatus.NO_CONTENT
    return response, _status_of(response, responses)


def _status_of(response: Response, responses: Sequence[Response]) -> int:
    """A status that the response is for: its own, else the first of its range that no other response names."""
    if response.status.isdecimal():
        return int(response.status)
    taken = {one.status for one in responses} | WITHOUT_CONTENT
    first = int(response.status[0]) * 100 if response.status[0].isdecimal() else 500
    return next(status for status in range(first, 600) if str(status) not in taken)


def _accepted(contents: Sequence[Content], incoming: Incoming) -> Content:
    """The first content that `Accept` names, by its order; else the first there is (RFC 9110, section 12.5.1)."""
    wanted = list(map(bare, incoming.headers.get("Accept", "").split(",")))
    for kind in wanted:
        for content in contents:
            offered = bare(content.media_type)
            if kind == offered or (kind.endswith("/*") and kind != "*/*" and offered.startswith(kind[:-1])):
                return content
    return contents[0]
