"""References where OpenAPI has none: in place of an operation, of `content`, `properties`, `paths`, a list.

There is one thing that such a reference can mean, and bundling programs read it so: what it leads to stands there.
What is written beside it wins over what it brings.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sdkwright.openapi.data import Json, JsonList, JsonMap, kind_of
from sdkwright.openapi.files import RefusedError
from sdkwright.openapi.grammar.model import Field, Form, Grammar, Leaf, field_of
from sdkwright.openapi.pointer import join
from sdkwright.openapi.positions import Place, Positions, copied
from sdkwright.openapi.references.resolve import Origin, Resolver, Target, is_pure
from sdkwright.problems import ProblemsError, shown
from sdkwright.problems.codes.references import REF_CYCLE, REF_KIND

_EXAMPLES: Final = {"example": ("mediaType", "parameter", "header", "schema"), "value": ("example",)}
"""Keys that hold an example, and the objects they stand in."""

Refuse = Callable[[Origin, str, JsonMap, str, RefusedError | ProblemsError], None]
"""Reports a reference that cannot be followed: where it was written, the kind, its mapping, what is at fault, why."""


class Splicer:
    """Puts what references bring in their place, one object after the other."""

    def __init__(
        self, resolver: Resolver, grammar: Grammar, positions: Positions, count: Callable[[Json], None], refuse: Refuse
    ) -> None:
        self.resolver = resolver
        self.grammar = grammar
        self.positions = positions
        self._count = count
        """Counts what is brought; raises RefusedError when it is too much."""
        self._refuse = refuse
        self._fields = {
            kind: frozenset(key for key, held in shape.fields.items() if self._may_lead(kind, key, held))
            for kind, shape in grammar.items()
            if shape.others is None
        }
        """The fields of each kind that are looked at."""

    def splice(self, kind: str, node: JsonMap, pointer: str, origin: Origin) -> None:
        """Replace the references in `node`, a `kind`, that OpenAPI has no place for."""
        shape = self.grammar[kind]
        if shape.reference and "$ref" in node and kind not in ("schema", "pathItem"):
            return
        if not shape.reference:
            self._mapping(kind, node, pointer, origin)
        if (fields := self._fields.get(kind)) is not None and fields.isdisjoint(node):
            return
        for key in [key for key, value in node.items() if type(value) is dict and "$ref" in value]:
            held = field_of(shape, key)
            value = node[key]
            if held is None or not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
                continue
            there = self.resolver.origins.get(id(value), origin)
            if held.form is Form.MAP and held.kind in self.grammar:
                self._mapping(key, value, join(pointer, key), there)
            elif held.form is Form.LIST:
                self._list(key, node, value, join(pointer, key), there)
            elif held.kind == Leaf.ANY and kind in _EXAMPLES.get(key, ()) and is_pure(value):
                self._example(node, key, str(value["$ref"]), there)

    def _may_lead(self, kind: str, key: str, held: Field) -> bool:
        """Whether a reference may stand in place of what a field holds, and something else does."""
        is_example = held.kind == Leaf.ANY and kind in _EXAMPLES.get(key, ())
        return held.form is Form.LIST or (held.form is Form.MAP and held.kind in self.grammar) or is_example

    def _mapping(self, name: str, node: JsonMap, pointer: str, origin: Origin) -> None:
        """A mapping gets the entries of what its reference leads to; its own win."""
        while isinstance(reference := node.get("$ref"), str):
            try:
                target = self._target(origin, reference)
                if not isinstance(target.node, dict):
                    raise _not(name, "a mapping", target.node)
                self._count(target.node)
            except (RefusedError, ProblemsError) as error:
                self._refuse(origin, name, node, join(pointer, "$ref"), error)
                return
            origin = Origin(target.base, (*origin.inside, id(target.node)))
            brought = {key: self._brought(value, origin) for key, value in target.node.items() if key not in node}
            del node["$ref"]
            for key, copy in brought.items():
                node[key] = copy
                self.positions.moved(node, key, Place(target.node, key))

    def _list(self, name: str, node: JsonMap, holder: JsonMap, pointer: str, origin: Origin) -> None:
        try:
            target = self._target(origin, str(holder["$ref"]))
            if not isinstance(target.node, list):
                raise _not(name, "a list", target.node)
            self._count(target.node)
        except (RefusedError, ProblemsError) as error:
            self._refuse(origin, name, holder, pointer, error)
            return
        origin = Origin(target.base, (*origin.inside, id(target.node)))
        made: JsonList = [self._brought(value, origin) for value in target.node]
        self.positions.made(made, Place(target.node))
        node[name] = made

    def _example(self, node: JsonMap, key: str, reference: str, origin: Origin) -> None:
        """An example of another file; what leads nowhere may be an example of a reference, and stays as it is."""
        try:
            target = self._target(origin, reference)
            self._count(target.node)
        except (RefusedError, ProblemsError):
            return
        is_local = target.file == self.resolver.files.root
        value = target.node
        known = frozenset(self.grammar["example"].fields if "example" in self.grammar else ())
        if isinstance(value, dict) and "value" in value and known.issuperset(value):
            value = value["value"]
        elif is_local:
            return
        node[key] = copied(value, self.positions)

    def _target(self, origin: Origin, reference: str) -> Target:
        target = self.resolver.anything(origin.file, reference)
        if id(target.node) in origin.inside:
            raise RefusedError(REF_CYCLE, f"What {shown(reference, 100)} leads to contains itself")
        return target

    def _brought(self, value: Json, origin: Origin) -> Json:
        """A copy that knows where it is from, and so does each of its entries: a field may hold objects in a list."""
        copy = copied(value, self.positions)
        if isinstance(copy, dict | list):
            for part in (copy, *(copy.values() if isinstance(copy, dict) else copy)):
                if isinstance(part, dict | list):
                    self.resolver.origins[id(part)] = Origin(origin.file, origin.inside, value)
        return copy


def _not(name: str, expected: str, node: Json) -> RefusedError:
    message = f"`{name}` is {expected}, but the reference leads to {kind_of(node)}"
    return RefusedError(REF_KIND, message, f"Refer to {expected}.")
