"""A fault costs the smallest part that a client can do without: that part is left out, and the report says so.

The grammar knows what can be done without.  From the fault outwards, the first part that its holder does not need is
removed: a constraint, a parameter, a header, a media type, a security scheme.  Of three kinds an empty one stays, since
others count on it: a type becomes any value, a response says nothing of its content, a body is any JSON.  An operation
stays in the document, so that it keeps its names; the document says that no method is made for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.data import Container, Json, JsonMap
from sdkwright.openapi.grammar.fields import TEXT
from sdkwright.openapi.grammar.model import Field, Form, Grammar, field_of, objects
from sdkwright.openapi.grammar.openapi3 import METHODS
from sdkwright.openapi.pointer import join, split, step, step_all
from sdkwright.openapi.positions import Place, copied
from sdkwright.openapi.report import Fault, Report
from sdkwright.problems import LeftOut, shown
from sdkwright.problems.codes.references import DANGLING_REF

_ANY_VALUE: Final = "type"
_INSTEAD: Final[dict[str, tuple[str, JsonMap]]] = {
    "schema": (_ANY_VALUE, {}),
    "items": (_ANY_VALUE, {}),
    "response": ("content of the response", {"description": ""}),
    "requestBody": ("content of the request body", {"content": {"application/json": {}}}),
}
"""What stands in the place of a part that others count on, and what is gone with the part itself."""


class _Step(Frozen):
    """One part on the way to a fault: where it is held, what it is, and whether its holder needs it."""

    container: Container
    key: str
    pointer: str
    kind: str
    """An object of the grammar, or what a leaf holds."""
    form: Form
    """How the field that leads here holds it."""
    field: str
    """The name of that field."""
    needed: bool
    default: Json = None
    """What a client can take for it."""


def leave_out(root: JsonMap, grammar: Grammar, report: Report) -> None:
    """Remove the parts that the faults of the report cost, and what refers to them.

    Each fault becomes a warning that says what was left out; one that leaves nothing becomes an error.
    """
    while report.faults:
        faults, report.faults = report.faults, []
        _Removal(root, grammar, report).remove(faults)
        _dangling(root, grammar, report)


class _Removal:
    """The parts that the faults of one step cost, removed together: places of lists stay true until then."""

    def __init__(self, root: JsonMap, grammar: Grammar, report: Report) -> None:
        self.root = root
        self.grammar = grammar
        self.report = report
        self.doomed: dict[tuple[int, str], _Step] = {}

    def remove(self, faults: list[Fault]) -> None:
        for fault in faults:
            lost = self._lost(fault)
            if lost is None:
                self.report.refuse(fault.problem)
            else:
                self.report.add(replace(fault.problem, left_out=lost))
        for each in sorted(self.doomed.values(), key=_last_first, reverse=True):
            _delete(each.container, each.key)

    def _lost(self, fault: Fault) -> LeftOut | None:
        """Dooms the smallest part around the fault, and says what it is; None if the document is nothing without it."""
        way = list(_way(self.root, self.grammar, fault.pointer))
        for index in range(len(way) - 1, -1, -1):
            each = way[index]
            if each.kind == "operation":
                return self._operation(each)
            if each.kind == "pathItem" and each.form is Form.ONE and each.key != "$ref":
                return self._path(each)
            is_key = fault.is_key and index == len(way) - 1
            if each.kind in _INSTEAD and _is_counted_on(each) and not is_key:
                return self._instead(each)
            if each.default is not None:
                return self._default(each)
            if each.needed:
                continue
            if each.key == "$ref" and _is_all(each, way[index - 1], self.grammar):
                self.doomed[id(each.container), each.key] = each
                continue
            if each.kind == "mediaType" and index > 1 and way[index - 2].kind == "requestBody" and _is_last(each):
                return self._body(way[: index - 1], each)
            self.doomed[id(each.container), each.key] = each
            return LeftOut(_noun(each, self.grammar), _name(each), each.pointer)
        return None

    def _instead(self, each: _Step) -> LeftOut:
        noun, empty = _INSTEAD[each.kind]
        before = step(each.container, each.key)[1]
        made: JsonMap = {**empty, **({"required": True} if _is_required(before) else {})}
        _put(each.container, each.key, made)
        self.report.positions.made(made, Place(each.container, each.key))
        return LeftOut(noun, _name(each), each.pointer)

    def _default(self, each: _Step) -> LeftOut:
        made = copied(each.default, self.report.positions)
        if isinstance(made, dict):
            self.report.positions.made(made, Place(each.container, each.key))
        _put(each.container, each.key, made)
        return LeftOut(_noun(each, self.grammar), _name(each), each.pointer)

    def _body(self, way: list[_Step], media: _Step) -> LeftOut:
        """A body that has no other media type: an operation that needs it cannot do without."""
        body = way[-1]
        if _is_required(step(body.container, body.key)[1]):
            operation = next((each for each in reversed(way) if each.kind == "operation"), None)
            if operation is not None:
                return self._operation(operation)
        self.doomed[id(media.container), media.key] = media
        return LeftOut("media type", _name(media), media.pointer)

    def _operation(self, each: _Step) -> LeftOut:
        if not isinstance(step(each.container, each.key)[1], dict):
            made: JsonMap = {}
            _put(each.container, each.key, made)
            self.report.positions.made(made, Place(each.container, each.key))
        self.report.left_out_operations.add(each.pointer)
        return LeftOut("operation", _name(each), each.pointer)

    def _path(self, each: _Step) -> LeftOut:
        """A path: no method is made for its operations, and their names stay theirs."""
        item = step(each.container, each.key)[1]
        if not isinstance(item, dict) or not any(_operations(self.root, item, each.pointer)):
            self.doomed[id(each.container), each.key] = each
        else:
            self.report.left_out_operations.update(_operations(self.root, item, each.pointer))
        return LeftOut("path", each.key, each.pointer)


def _way(root: JsonMap, grammar: Grammar, pointer: str) -> Iterator[_Step]:
    """The parts from the document down to `pointer`, as far as the grammar knows them and they are there."""
    kind, node, at = "document", root, "#"
    tokens = list(split(pointer))
    while tokens and kind in grammar:
        key = tokens.pop(0)
        held = field_of(grammar[kind], key)
        if held is None and key == "$ref" and not grammar[kind].reference:
            held = TEXT  # Where OpenAPI has no reference, what stands beside one counts.
        if held is None or key not in node:
            return
        at = join(at, key)
        yield _Step(node, key, at, _kind(held), Form.ONE, key, held.required, held.default)
        child = node[key]
        if held.form is not Form.ONE and tokens:
            inner = tokens.pop(0)
            found, entry = step(child, inner)
            if not found or not isinstance(child, dict | list):
                return
            at = join(at, inner)
            yield _Step(child, inner, at, held.kind, held.form, key, needed=False)
            child = entry
        if not isinstance(child, dict):
            return
        kind, node = held.kind, child


def _kind(held: Field) -> str:
    return held.kind if held.form is Form.ONE else held.form.value


def _is_counted_on(each: _Step) -> bool:
    """Whether others count on the part: an entry of a mapping or a list, or the body of an operation.

    A part of an `allOf` and a schema that stands alone are only left out, which allows any value as well.
    """
    if each.kind == "requestBody" or each.form is Form.MAP or each.kind == "response":
        return True
    return each.form is Form.LIST and each.field != "allOf"


def _is_all(reference: _Step, holder: _Step, grammar: Grammar) -> bool:
    """Whether its holder is gone with a reference: one that has nothing else, or whose call is described elsewhere."""
    if holder.kind == "pathItem":
        return not any(key in METHODS or key == "additionalOperations" for key in reference.container)
    shape = grammar.get(holder.kind)
    is_mapping = shape is None or shape.others is not None
    return holder.kind == "operation" or (not is_mapping and holder.kind != "schema" and _is_last(reference))


def _is_required(body: Json) -> bool:
    return isinstance(body, dict) and body.get("required") is True


def _is_last(each: _Step) -> bool:
    return len(each.container) == 1


def _operations(root: JsonMap, item: JsonMap, pointer: str) -> Iterator[str]:
    for method in METHODS:
        if method in item:
            yield join(pointer, method)
    others = item.get("additionalOperations")
    for method in others if isinstance(others, dict) else ():
        yield join(pointer, "additionalOperations", method)
    reference = item.get("$ref")
    target = step_all(root, split(reference)) if isinstance(reference, str) else None
    if isinstance(target, dict):
        for method in METHODS:
            if method in target:
                yield join(pointer, method)


def _noun(each: _Step, grammar: Grammar) -> str:
    """What the part is called: as the grammar calls an object, or as the field that holds it."""
    if each.key == "$ref":
        return "reference"
    if each.kind in grammar and grammar[each.kind].label not in ("", each.key):
        return grammar[each.kind].label
    return "entry" if each.form is not Form.ONE else "keyword"


def _name(each: _Step) -> str:
    """Which one of its kind: a method with its path, a parameter with its name, else its key."""
    tokens = split(each.pointer)
    if each.kind == "operation":
        return f"{each.key.upper()} {tokens[-2 if tokens[-2] != 'additionalOperations' else -3]}"
    value = step(each.container, each.key)[1]
    if each.key == "$ref" and isinstance(value, str):
        return value
    own = value.get("name") if isinstance(value, dict) and each.kind in ("parameter", "tag") else None
    if isinstance(own, str):
        return own
    return each.key if isinstance(each.container, dict) else f"{each.field} {int(each.key) + 1}"


def _last_first(each: _Step) -> tuple[int, int]:
    """Of a list, the last item first."""
    return (len(split(each.pointer)), int(each.key) if isinstance(each.container, list) else 0)


def _delete(container: Container, key: str) -> None:
    if isinstance(container, dict):
        container.pop(key, None)
    else:
        del container[int(key)]


def _put(container: Container, key: str, value: Json) -> None:
    if isinstance(container, dict):
        container[key] = value
    else:
        container[int(key)] = value


def _dangling(root: JsonMap, grammar: Grammar, report: Report) -> None:
    """References to what has just been left out are faults of their own."""
    for kind, node, pointer in objects(root, grammar):
        reference = node.get("$ref")
        if not grammar[kind].reference or not isinstance(reference, str) or not reference.startswith("#"):
            continue
        tokens = split(reference)
        node_at: Json = root
        for token in tokens:
            found, node_at = step(node_at, token)
            if not found:
                message = f"{shown(reference, 100)} leads to a part that is left out"
                report.fault(DANGLING_REF, message, node, "$ref", pointer + "/$ref", "Mend the part it leads to.")
                break
