"""JSON on the reader's pages: of classes, and of answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring

from sdkwright.examples.wire import Judge, WireExamples
from sdkwright.ir.service import STREAMS, Api, Content, MediaKind
from sdkwright.ir.types import EnumDef, Json, ObjectDef, RefType, Root, Type, TypeDef, TypeId
from sdkwright.text.escape import printable
from sdkwright.text.kinds import Prose


class ShownJson:
    """Makes each once: a response may be that of many operations, and an answer that is a class shows what the class
    does.  Classes are asked for first."""

    def __init__(self, api: Api, judge: Judge) -> None:
        self._judge = judge
        self._shown = {id: None for id, definition in api.types.items() if _has_json(definition)}
        """The classes of which a page shows JSON, in their order."""
        self._wire = WireExamples(api.types, judge)
        self._made: dict[str, Prose | None] = {}
        self._classes: dict[str, TypeId | None] = {}
        judge.expect(self._asked(api))

    def of_class(self, id: TypeId) -> Prose | None:
        """An example of a class, if a page shows one."""
        return self._once(id, RefType(id), _schema(id)) if id in self._shown else None

    def of_content(self, content: Content) -> Prose | None:
        """An example of an answer, if it is JSON; of a stream, one event."""
        if content.kind is not MediaKind.JSON and content.kind not in STREAMS:
            return None
        known = self._class(content)
        if known is not None:
            return self.of_class(known)
        return self._once(content.id, content.type, _schema_of(content), content.examples)

    def _once(self, key: str, shape: Type, pointer: str, examples: Sequence[Json] = ()) -> Prose | None:
        if key not in self._made:
            found = self._wire.of(shape, pointer, examples)
            self._made[key] = None if found is None else json_text(found[0])
        return self._made[key]

    def _class(self, content: Content) -> TypeId | None:
        """The class of which an answer shows what its page shows: it is that and nothing else, and has no example."""
        if content.id not in self._classes:
            self._classes[content.id] = self._own_class(content)
        return self._classes[content.id]

    def _own_class(self, content: Content) -> TypeId | None:
        shape, at = content.type, _schema_of(content)
        if content.examples or not at or not isinstance(shape, RefType) or shape.nullable:
            return None
        is_same = shape.id in self._shown and self._judge.place(at) == self._judge.place(_schema(shape.id))
        return shape.id if is_same else None

    def _asked(self, api: Api) -> Iterator[str]:
        """The pointers of the schemas by which JSON is judged, in the order in which it is made."""
        yield from map(_schema, self._shown)
        for operation in api.operations:
            for response in operation.responses if not operation.is_left_out else ():
                if response.is_success:
                    own = (content for content in response.contents if self._class(content) is None)
                    yield from filter(None, map(_schema_of, own))


def _schema(id: TypeId) -> str:
    return id.partition("!")[0]


def _schema_of(content: Content) -> str:
    """The pointer of the schema by which JSON of it is judged; empty where there is none: that of the items of a
    stream stands nowhere as it is."""
    return f"{content.id}/schema" if content.kind is MediaKind.JSON else ""


def _has_json(definition: TypeDef) -> bool:
    """Whether a page shows JSON of a class: of components, and of what webhooks send."""
    origin = definition.origin
    is_whole = is_component(definition) or (origin.root is Root.WEBHOOK and not origin.steps)
    return is_whole and not isinstance(definition, EnumDef) and not _is_file(definition)


def is_component(definition: TypeDef) -> bool:
    """Whether a class has a page of its own."""
    return definition.origin.root is Root.COMPONENT and not definition.origin.steps


def _is_file(definition: TypeDef) -> bool:
    return isinstance(definition, ObjectDef) and definition.is_file


# -------------------------------------------------------------------------------------------------------------- texts


def json_text(value: Json, indent: int | None = 2) -> Prose | None:
    """JSON that any reader can read: what is not printable is escaped.  None for what JSON cannot say (RFC 8259)."""
    try:
        text = _flat(value) if indent is None else _indented(value, "\n", " " * indent)
    except ValueError:
        return None
    is_plain = text.isascii() and "\x7f" not in text  # as nearly all are; other controls are escaped
    if not is_plain and not all(sign == "\n" or printable(sign) for sign in text):
        text = json.dumps(value, indent=indent)
    return Prose(text)


_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _flat(value: Json) -> str:
    """What it writes of a value in one line."""
    if isinstance(value, str):
        return encode_basestring(value)
    return int.__repr__(value) if type(value) is int else _COMPACT(value)


def _indented(value: Json, margin: str, step: str) -> str:
    """What `json.dumps` writes with an indentation; but that leaves a circle of functions behind each value, and nobody
    collects circles."""
    inner = margin + step
    if isinstance(value, dict) and value:
        rows = [
            f"{encode_basestring(key)}: "
            f"{encode_basestring(one) if isinstance(one, str) else _indented(one, inner, step)}"
            for key, one in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(rows)}{margin}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([_indented(one, inner, step) for one in value])}{margin}]"
    return _flat(value)
