"""openapi-core as the judge of answers; of streams, which it does not read, jsonschema judges each item."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, cast

from openapi_core.templating.paths.exceptions import PathError
from openapi_core.validation.schemas.exceptions import InvalidSchemaValue
from sdkwright.ir.service import STREAMS, Content, MediaKind, Operation
from sdkwright.normalise.operations.media import is_xml
from werkzeug.datastructures import Headers
from wire.calls import Target
from wire.data import Json, object_of
from wire.hosts import absolute_url, base_url
from wire.judge import CoreRequest, Judge, Request, Verdict, chain, described, nodes
from wire.limits import ANOTHER_PATH, REASONS
from wire.made.instances import Maker
from wire.made.schemas import Schema, Side, UnmakeableError
from wire.sent.items import FIELDS
from wire.untyped import best_match

from .caller import Reply

NO_PATH: Final = "openapi-core does not find the path"
NOT_READ: Final = "openapi-core does not read this content"
NO_VALUE: Final = "no value fits the schema"
OWN_EXAMPLE: Final = "the document's own example does not fit its schema"
NO_ANSWER: Final = "the document has no successful answer"
NO_CONTENT: Final = "the document has content in an answer that cannot have any"
NOT_FOUND: Final = "openapi-core does not follow a reference"
NO_TYPE: Final = "the document has an answer whose `content` is empty"
NO_TAG: Final = "a tag that names no schema"
OLD_TIME: Final = "`format: time` with an offset"
WRITTEN: Final = "writeOnly and required (openapi-core wants it in an answer of 3.1)"
EXCUSES: Final = {
    **REASONS,
    NO_PATH: "Its paths and servers are compared as texts; the client and the server agree.",
    NO_ANSWER: "Client and server take it to be one without content, or that of `default`, and sdkwright warns.",
    NO_CONTENT: "An answer of this status has none, whatever the document says (RFC 9110, section 15.3.5).",
    NO_TYPE: "It names no media type, so that nothing can be sent; openapi-core misses the data.",
    NO_TAG: "Without a mapping the tag is the name of a schema (OpenAPI 3.1, section 4.8.25.3); the document allows "
    "only values of which none is.",
    OLD_TIME: "A time has an offset (JSON Schema, validation, section 7.3.1; RFC 3339); openapi-core reads it as draft "
    "3 of JSON Schema had it.",
    WRITTEN: "OpenAPI 3.1 leaves `writeOnly` to JSON Schema, where it is a note; the mock server does not say it.",
    NOT_FOUND: "`$dynamicRef` and `$anchor` are looked for in the document instead of the schema (JSON Schema, 8.2.3).",
    NOT_READ: "It has no reader for the media type and compares the bytes with the schema; the SDK reads them.",
    NO_VALUE: "Another maker of values, which tries many and asks jsonschema, finds none either: the schema "
    "contradicts itself, or the members of a `oneOf` take each other's values.",
    OWN_EXAMPLE: "The types fit; what does not is a keyword that only a validator looks at, such as `pattern`.",
}
"""Why an answer is not at fault, by cause."""


_TIME: Final = re.compile(r"\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


@dataclass(frozen=True)
class CoreResponse:
    """An answer as openapi-core's protocol wants it."""

    status_code: int
    headers: Headers
    content_type: str
    data: bytes


class AnswerJudge(Judge):
    """Judges answers by a document that openapi-core reads itself."""

    def __init__(self, document: Path, target: Target) -> None:
        super().__init__(document, base_url(target.api.servers))
        self._target = target
        self._maker = Maker(target.document.root, 0.6, 0, side=Side.ANSWER)

    def verdict_of(self, reply: Reply, operation: Operation) -> Verdict:
        """What is to be said of an answer to a request of `operation`."""
        content = self._content(reply, operation)
        if content is not None and content.kind in STREAMS:
            return self._stream(content, reply)
        verdict = self._by_core(reply, operation)
        if verdict.outcome != "refused":
            return verdict
        if reply.status in (204, 205, 304):
            return Verdict("excused", NO_CONTENT, verdict.detail)
        if self._has_no_success(operation):
            return Verdict("excused", NO_ANSWER, verdict.detail)
        if "_WrappedReferencingError" in verdict.cause:
            return Verdict("excused", NOT_FOUND, verdict.detail)
        if content is None:
            is_empty = verdict.cause == "MissingData" and not reply.body
            return Verdict("excused", NO_TYPE, verdict.detail) if is_empty else verdict
        if "*" in content.media_type:
            return Verdict("excused", NOT_READ, verdict.detail)
        is_text = content.kind is MediaKind.TEXT and object_of(self._schema(content)).get("type") == "string"
        if content.kind is not MediaKind.JSON and (not is_text or is_xml(content.media_type)):
            return Verdict("excused", NOT_READ, verdict.detail)
        if content.kind is MediaKind.JSON and self._is_own(content, json.loads(reply.body)):
            return Verdict("excused", OWN_EXAMPLE, verdict.detail)
        return Verdict("excused", NO_VALUE, verdict.detail) if self._has_no_value(content) else verdict

    def _has_no_success(self, operation: Operation) -> bool:
        """Whether the document says of no answer what a success looks like."""
        statuses = object_of(object_of(self._target.document.at(operation.id)).get("responses"))
        return not any(status[:1] == "2" or status == "default" for status in statuses)

    def _content(self, reply: Reply, operation: Operation) -> Content | None:
        """The content that was answered."""
        sent = Headers(list(reply.headers)).get("Content-Type", "").partition(";")[0].strip().lower()
        keys = (str(reply.status), f"{reply.status // 100}XX", "default")
        for response in (one for key in keys for one in operation.responses if one.status == key):
            for content in response.contents:
                key = content.media_type.partition(";")[0].strip().lower()
                if key in (sent, "*/*") or (key.endswith("/*") and sent.startswith(key[:-1])):
                    return content
        return None

    def _by_core(self, reply: Reply, operation: Operation) -> Verdict:
        server = absolute_url(next(iter(operation.servers or self._target.api.servers), None))
        path = reply.request.url.split("/", 3)[3]
        request = CoreRequest(Request(reply.request.method, f"{server}/{path}", reply.request.headers, b""))
        headers = Headers(list(reply.headers))
        response = CoreResponse(reply.status, headers, headers.get("Content-Type", ""), reply.body)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is deprecated in the document
            try:
                return self._answered(request, response, operation)
            except Exception as error:
                return self._crash(error)

    def _answered(self, request: CoreRequest, response: CoreResponse, operation: Operation) -> Verdict:
        unmarshaller = self._openapi.response_unmarshaller
        try:
            found = unmarshaller.path_finder.find(request.method, request.host_url + request.path)
        except PathError as error:
            return Verdict("excused", NO_PATH, repr(error)[:200])
        if found.path_result.pattern != operation.path:
            return Verdict("excused", ANOTHER_PATH, found.path_result.pattern)
        errors = unmarshaller.unmarshal(request, response).errors
        if not errors:
            return Verdict("accepted")
        cause, detail = described(errors[0])
        links = (link for link in chain(errors[0]) if isinstance(link, InvalidSchemaValue))
        broken = [best_match([error]) for link in links for error in cast("list[Any]", link.schema_errors)]
        excuses = {self._excuse(error) for error in broken}
        excuse = excuses.pop() if len(excuses) == 1 else None
        return Verdict("refused", cause, detail) if excuse is None else Verdict("excused", excuse, detail)

    def _excuse(self, error: Any) -> str | None:
        """Why a part of an answer is not at fault although openapi-core refuses it."""
        if any(error.instance is not None and error.instance == own for own in self._examples):
            return OWN_EXAMPLE
        if error.validator == "format" and error.validator_value == "time" and _TIME.fullmatch(str(error.instance)):
            return OLD_TIME
        if error.validator in ("oneOf", "anyOf") and error.message.endswith("could not be resolved"):
            return NO_TAG
        if error.validator == "required" and self._is_written(error):
            return WRITTEN
        return None

    def _is_written(self, error: Any) -> bool:
        """Whether what is missing is what only callers write."""
        properties = object_of(error.schema.get("properties"))
        missing = (name for name in error.validator_value if name not in error.instance)
        return all(object_of(properties.get(name)).get("writeOnly") is True for name in missing)

    @cached_property
    def _examples(self) -> list[Json]:
        """Every value that the document has as an example or default."""
        found: list[Json] = []
        for node in nodes(self._root):
            found += [node[key] for key in ("example", "default") if key in node]
            found += node["examples"] if isinstance(node.get("examples"), list) else []
        return found

    # ------------------------------------------------------------------------------------------------- by jsonschema

    def _schema(self, content: Content) -> Schema:
        node = object_of(self._target.document.at(content.id))
        return cast("Schema", node.get("schema", node.get("itemSchema", {})))

    def _stream(self, content: Content, reply: Reply) -> Verdict:
        """Each item by itself; what is plain text has no schema to fit."""
        schema = self._schema(content)
        if content.kind is MediaKind.SSE and not content.data_only and (names := object_of(schema).get("required")):
            held = [name for name in names if name in FIELDS]  # an event cannot hold anything else
            schema = cast("Schema", {**object_of(schema), "required": held})
        text = reply.body.decode()
        items = events(text, content) if content.kind is MediaKind.SSE else lines(text)
        if content.kind is MediaKind.JSON_LINES and object_of(schema).get("type") == "array":
            schema = cast("Schema", object_of(schema).get("items", {}))
        for item in items:
            problem = self._maker.problem(schema, item)
            if problem is not None:
                return Verdict("refused", f"item: {problem}", json.dumps(item)[:300])
        return Verdict("accepted")

    def _is_own(self, content: Content, value: Json) -> bool:
        """Whether it is what the document has as an example of the whole."""
        named = [one.value.value for one in content.named_examples if one.value is not None]
        return value in [*content.examples, *content.told, *named]

    def _has_no_value(self, content: Content) -> bool:
        try:
            self._maker.make(self._schema(content), content.id)
        except UnmakeableError:
            return True
        return False


def lines(text: str) -> Iterator[Json]:
    """The values of JSON lines (and of RFC 7464)."""
    return (json.loads(line.lstrip("\x1e")) for line in text.splitlines() if line.strip("\x1e "))


def events(text: str, content: Content) -> Iterator[Json]:
    """The events of a stream, or their data alone where the schema describes that."""
    for block in text.split("\n\n"):
        fields: dict[str, Any] = {}
        for name, _, written in (line.partition(":") for line in block.splitlines()):
            value = written.removeprefix(" ")
            fields[name] = f"{fields[name]}\n{value}" if name == "data" and name in fields else value
        if not fields.get("data") or fields["data"] == content.sentinel:
            continue
        fields["data"] = _read(fields["data"])
        if "retry" in fields:
            fields["retry"] = int(fields["retry"])
        yield fields["data"] if content.data_only else fields


def _read(data: str) -> Json:
    """JSON where it is some, else text."""
    try:
        found: Json = json.loads(data)
    except ValueError:
        return data
    return found
