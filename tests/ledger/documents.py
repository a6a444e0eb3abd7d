"""Random documents and the edits that befall them.

Everything that gets a Python name says in its description what it is, `schema-7` or `parameter-3`, and goes on saying
so wherever an edit puts it and whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

Data = Any
WORDS = ("status", "type", "value", "items", "data", "Status", "kind-of", "kindOf", "_id", "id")
GROUPS = ("cats", "dogs", "cats.tails", "Cats and dogs")


@dataclass
class Node:
    """A schema."""

    uid: int
    kind: str
    properties: dict[str, Node] = field(default_factory=dict)
    members: list[Node] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    listed: bool = False
    asked: str | None = None
    """The name that the author asks for."""


@dataclass
class Operation:
    """An operation with a body, an answer, and parameters by name."""

    uid: int
    id: str
    path: str
    group: str
    body: Node
    answer: Node
    parameters: dict[str, int] = field(default_factory=dict)
    asked: str | None = None


@dataclass
class Document:
    """Components and operations; each edit is one that authors of documents make."""

    random: Random
    components: dict[str, Node] = field(default_factory=dict)
    operations: list[Operation] = field(default_factory=list)
    asked: dict[int, str] = field(default_factory=dict)
    """The names that the author asks for, by parameter."""
    _count: int = 0

    def edit(self) -> None:
        """Any one edit that asks for no name."""
        edits: list[Callable[[], None]] = [
            *(self.grow, self.shrink, self.reorder, self.add, self.remove),
            *(self.move, self.regroup, self.rename_operation, self.change_parameters),
        ]
        self.random.choice(edits)()

    def grow(self) -> None:
        """A property, a member of a union or a value more."""
        node = self.random.choice(list(self._nodes()))
        if node.kind == "enum" and len(node.values) > 1:
            node.values.insert(0, f"v{self._uid()}")
        self._add_property(node, 2)
        self._add_member(node, 2)

    def shrink(self) -> None:
        """A property or a member less."""
        node = self.random.choice(list(self._nodes()))
        names = [name for name in node.properties if name != "tag"]
        if len(names) > 1:
            del node.properties[self.random.choice(names)]
        if len(node.members) > 2:
            node.members.pop(self.random.randrange(len(node.members)))

    def reorder(self) -> None:
        """The same in another order, everywhere."""
        for node in self._nodes():
            node.properties = self._mixed(node.properties)
            self.random.shuffle(node.members)
            self.random.shuffle(node.values)
        for operation in self.operations:
            operation.parameters = self._mixed(operation.parameters)
        self.components = self._mixed(self.components)
        self.random.shuffle(self.operations)

    def add(self) -> None:
        """A component and an operation more, anywhere."""
        uid = self._uid()
        self.components = self._mixed({**self.components, f"{self.random.choice(WORDS)}{uid}": self._node(2)})
        group = self.random.choice(GROUPS)
        operation = Operation(uid, f"operation{uid}", f"/path{uid}", group, self._object(2), self._object(2))
        self.operations.insert(self.random.randint(0, len(self.operations)), operation)
        self.change_parameters()

    def remove(self) -> None:
        """A component and an operation less."""
        if len(self.components) > 1:
            del self.components[self.random.choice(list(self.components))]
        if len(self.operations) > 1:
            self.operations.pop(self.random.randrange(len(self.operations)))

    def move(self) -> None:
        """An operation gets another path."""
        self.random.choice(self.operations).path = f"/moved{self._uid()}"

    def regroup(self) -> None:
        """An operation gets another tag."""
        self.random.choice(self.operations).group = self.random.choice(GROUPS)

    def rename_operation(self) -> None:
        """An operation gets another id."""
        self.random.choice(self.operations).id = f"renamed{self._uid()}"

    def change_parameters(self) -> None:
        """A parameter more or less."""
        parameters = self.random.choice(self.operations).parameters
        name = self.random.choice(WORDS)
        if parameters.pop(name, None) is None:
            parameters[name] = self._uid()

    def rename(self) -> None:
        """Something gets a name that the author asks for."""
        uid = self._uid()
        parameters = [parameter for o in self.operations for parameter in o.parameters.values()]
        target = self.random.choice([*self._nodes(), *self.operations, *parameters])
        if isinstance(target, int):
            self.asked[target] = f"named-{uid}"
        else:
            target.asked = f"named-{uid}"

    # ------------------------------------------------------------------------------------------------------- its text

    def text(self) -> Data:
        """The document."""
        paths = {o.path: {"post": self._operation(o)} for o in self.operations}
        everything = {key: {"$ref": f"#/components/schemas/{key}"} for key in self.components}
        schemas = {key: self._schema(node) for key, node in self.components.items()}
        answer = {"type": "object", "properties": everything}
        return {
            "openapi": "3.1.0",
            "info": {"title": "Zoo", "version": "1"},
            "servers": [{"url": "https://zoo.example.com"}],
            "paths": {**paths, "/all": {"get": {"operationId": "all", "responses": _answering(answer)}}},
            "components": {"schemas": schemas},
        }

    def _operation(self, operation: Operation) -> Data:
        parameters = [
            {"name": name, "in": "query", "schema": {"type": "string"}, "description": f"parameter-{uid}"}
            | _asking(self.asked.get(uid))
            for name, uid in operation.parameters.items()
        ]
        body = {"required": True, "content": {"application/json": {"schema": self._schema(operation.body)}}}
        return {
            "operationId": operation.id,
            "tags": [operation.group],
            "description": f"operation-{operation.uid}",
            "parameters": parameters,
            "requestBody": body,
            "responses": _answering(self._schema(operation.answer)),
            **_asking(operation.asked),
        }

    def _schema(self, node: Node) -> Data:
        said = {"description": f"schema-{node.uid}", **_asking(node.asked)}
        match node.kind:
            case "object":
                properties = {name: self._schema(child) for name, child in node.properties.items()}
                required = [name for name in properties if name == "tag"]
                schema = {"type": "object", "properties": properties, "required": required, **said}
            case "union":
                schema = {"oneOf": [self._schema(member) for member in node.members], **said}
            case _:
                schema = {"type": "string", "enum": node.values, **said}
        return {"type": "array", "items": schema, **said} if node.listed else schema

    # ------------------------------------------------------------------------------------------------------- its parts

    def _uid(self) -> int:
        self._count += 1
        return self._count

    def _object(self, depth: int) -> Node:
        node = Node(self._uid(), "object")
        for _ in range(self.random.randint(1, 3)):
            self._add_property(node, depth)
        return node

    def _node(self, depth: int) -> Node:
        kind = self.random.choice(["object", "object", "union", "enum"]) if depth > 0 else "enum"
        if kind == "object":
            node = self._object(depth)
        else:
            node = Node(self._uid(), kind)
            for _ in range(2):
                self._add_member(node, depth)
        if kind == "enum":
            node.values = [f"v{node.uid}", *self.random.sample(WORDS, 2)]
        node.listed = self.random.random() < 0.2
        return node

    def _add_property(self, node: Node, depth: int) -> None:
        if node.kind == "object":
            node.properties.setdefault(self.random.choice(WORDS), self._node(depth - 1))

    def _add_member(self, node: Node, depth: int) -> None:
        if node.kind == "union":
            uid = self._uid()
            member = Node(uid, "object", {"tag": Node(self._uid(), "enum", values=[f"t{uid}"])})
            self._add_property(member, depth - 1)
            node.members.append(member)

    def _nodes(self) -> Iterator[Node]:
        waiting = [*self.components.values(), *(n for o in self.operations for n in (o.body, o.answer))]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend([*node.properties.values(), *node.members])

    def _mixed(self, some: dict[str, Data]) -> dict[str, Data]:
        return dict(self.random.sample(list(some.items()), len(some)))


def _asking(name: str | None) -> Data:
    return {} if name is None else {"x-speakeasy-name-override": name}


def _answering(schema: Data) -> Data:
    return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}


def document(seed: int) -> Document:
    """A small document to begin with."""
    made = Document(Random(seed))
    made.add()
    made.add()
    return made
