"""Reading plain data: typed access to nodes, local references, and the small values that the walk passes around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.types import Json, Origin
from sdkwright.openapi import pointer

Node = Mapping[str, Json]
EMPTY: Final[dict[str, Json]] = {}


class Source(Protocol):
    """What this room needs of a document: its data, every `$ref` local, in the semantics of OpenAPI 3.1."""

    @property
    def root(self) -> Json:
        """The whole document."""
        ...

    @property
    def left_out(self) -> frozenset[str]:
        """Pointers of operations for which no method is made."""
        ...

    def mentions(self, text: str) -> bool:
        """Whether a text occurs in the document; at little cost, and rather too often than not."""
        ...


class Part(Frozen):
    """One schema as it was written.  `origin` is that of the class which this part alone would be."""

    pointer: str
    node: Json
    origin: Origin
    copy: str | None = None
    """Where its copy would stand that a composed schema has taken over, if that has classes of its own."""

    @property
    def place(self) -> str:
        """The pointer of the class which this part alone would be."""
        return self.pointer if self.copy is None else self.copy

    def below(self, node: Json, *path: str) -> Part:
        """A schema inside of this one, under the origin of this one."""
        copy = None if self.copy is None else pointer.join(self.copy, *path)
        return Part(pointer.join(self.pointer, *path), node, self.origin, copy)

    def all_below(self, nodes: Node, key: str) -> dict[str, Part]:
        """The schemas in a mapping that stands under `key`."""
        at, origin = f"{self.pointer}/{key}", self.origin
        names = "".join(nodes)
        if self.copy is None and "/" not in names and "~" not in names:
            return {name: Part(f"{at}/{name}", node, origin) for name, node in nodes.items()}
        return {name: self.below(node, key, name) for name, node in nodes.items()}

    def each_below(self, nodes: list[Json], key: str) -> tuple[Part, ...]:
        """The schemas in a list that stands under `key`."""
        if self.copy is None:
            at, origin = f"{self.pointer}/{key}", self.origin
            return tuple([Part(f"{at}/{index}", node, origin) for index, node in enumerate(nodes)])
        return tuple([self.below(node, key, str(index)) for index, node in enumerate(nodes)])


class Site(Frozen):
    """A place that has a schema: one part, or several that all apply (an `allOf`, a property declared twice)."""

    pointer: str
    parts: tuple[Part, ...]
    origin: Origin


class Target(Frozen):
    """What a `$ref` leads to, after all references that are nothing but references."""

    pointer: str
    node: Json


def mapping(value: Json) -> dict[str, Json]:
    """The value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else EMPTY


def sequence(value: Json) -> list[Json]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def text(value: Json) -> str | None:
    """The value if it is text."""
    return value if isinstance(value, str) else None


def label(value: Json) -> str | None:
    """A title or a name: text with something in it."""
    return value if isinstance(value, str) and value.strip() else None


def whole(value: Json) -> int | None:
    """The value if it is a whole number (a boolean is none)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) else None


def site_of(at: str, node: Json, origin: Origin) -> Site:
    """The site of a schema that stands in one place."""
    return Site(at, (Part(at, node, origin),), origin)


def site_below(origin: Origin, parts: tuple[Part, ...], at: str | None = None) -> Site:
    """The site of one or several parts under an origin of their own."""
    own = (replace(parts[0], origin=origin),) if len(parts) == 1 else parts
    return Site(at or parts[-1].place, own, origin)


class References:
    """Follows local references, each only once."""

    def __init__(self, root: Json) -> None:
        self._root = root
        self._found: dict[str, Target | None] = {}

    def target(self, reference: str) -> Target | None:
        """What `reference` leads to; None if there is nothing, or only references in a circle."""
        if reference not in self._found:
            self._found[reference] = self._follow(reference)
        return self._found[reference]

    def _follow(self, reference: str) -> Target | None:
        seen: set[str] = set()
        while reference.startswith("#") and reference not in seen:
            seen.add(reference)
            tokens = pointer.parse(reference[1:])
            if tokens is None:
                return None
            node = self._root
            for token in tokens:
                if isinstance(node, dict) and token in node:
                    node = node[token]
                    continue
                found, node = pointer.step(node, token)
                if not found:
                    return None
            onward = only_reference(node)
            if onward is None:
                return Target(pointer.make(tokens), node)
            reference = onward
        return None

    def node(self, at: str, node: Json, *below: str) -> Target:
        """The node itself, which stands `below` a pointer, or what its `$ref` leads to (an empty mapping where that is
        nothing)."""
        reference = node.get("$ref") if isinstance(node, dict) else None
        if isinstance(reference, str) and (target := self.target(reference)) is not None:
            return target
        return Target(pointer.join(at, *below) if below else at, {} if isinstance(reference, str) else node)


def only_reference(node: Json) -> str | None:
    """The reference, if the node holds nothing else."""
    if isinstance(node, dict) and len(node) == 1:
        return text(node.get("$ref"))
    return None
