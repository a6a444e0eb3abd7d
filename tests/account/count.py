"""What a document holds, read without any code of the generator: every part that an operation uses, by its place.

OpenAPI 3 or Swagger 2.0, in one file or several.  References are followed to any place, and what a mapping refers to
stands in it, too; whatever does not lead to a mapping is passed over, since it is a fault and reported as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import yaml

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_LISTS: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE: Final = ("items", "additionalProperties")
_MOVED: Final = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}
"""Where the parts of a document of Swagger 2.0 stand in the report."""

Part = tuple[str, str]
"""The kind of a part, and where it is: the name of its file, unless that is the root, and a JSON pointer."""


Fields = dict[str, tuple[str, Any]]
"""The fields of an object: where each was written, and its value."""
_NOTHING: Final = ("", None)


class _Loader(yaml.CSafeLoader):
    """Timestamps and the like are text."""


_LOADER: Any = _Loader
_LOADER.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def parts(path: Path) -> set[Part]:
    """Every operation under `paths`, and the parameters, responses, headers, media types and properties it uses."""
    counter = _Counter(path)
    counter.paths()
    return counter.found


def places(path: Path) -> dict[str, set[tuple[int, int]]]:
    """By the pointer of each part of a file: line and column of its key and of itself, counted from 1."""
    found: dict[str, set[tuple[int, int]]] = {}
    root: Any = yaml.compose(path.read_text(encoding="utf-8-sig"), yaml.CSafeLoader)
    work: list[tuple[str, Any, Any]] = [("", root, root)]
    while work:
        at, key, node = work.pop()
        found[at] = {(each.start_mark.line + 1, each.start_mark.column + 1) for each in (key, node)}
        if isinstance(node, yaml.MappingNode):
            work += [(f"{at}/{_escaped(str(name.value))}", name, value) for name, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            work += [(f"{at}/{index}", value, value) for index, value in enumerate(node.value)]
    return found


class _Counter:
    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self.files: dict[str, Any] = {"": _read(path), path.name: None}
        self.name = path.name
        self.is_2 = "swagger" in self.files[""]
        self.found: set[Part] = set()
        self.seen: set[str] = set()

    def paths(self) -> None:
        for path, here, written in self.entries("#/paths", self.files[""].get("paths")):
            item = self.fields(here, written)
            for method, (place, operation) in item.items():
                if method in METHODS and isinstance(operation, dict) and not path.startswith("x-"):
                    self.found.add(("operation", f"#/paths/{_escaped(path)}/{method}"))
                    self.operation(self.fields(place, operation), item.get("parameters", _NOTHING))

    def operation(self, fields: Fields, shared: tuple[str, Any]) -> None:
        for place, node in (*self.parameters(*shared), *self.parameters(*fields.get("parameters", _NOTHING))):
            if not (self.is_2 and node.get("in") in ("body", "formData")):
                self.found.add(("parameter", self.moved(place)))
            self.schema(f"{place}/schema", node.get("schema"))
            for _, below, content in self.entries(f"{place}/content", node.get("content")):
                self.schema(f"{below}/schema", _mapping(content).get("schema"))
        self.content(*self.resolved(*fields.get("requestBody", _NOTHING)))
        for status, here, written in self.entries(*fields.get("responses", _NOTHING)):
            if status.startswith("x-"):
                continue
            place, response = self.resolved(here, written)
            self.found.add(("response", self.moved(place)))
            self.content(place, response)
            self.schema(f"{place}/schema", response.get("schema"))
            for _, below, header in self.entries(f"{place}/headers", response.get("headers")):
                header_at, _ = self.resolved(below, header)
                self.found.add(("header", self.moved(header_at)))

    def parameters(self, at: str, listed: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        if isinstance(listed, dict) and isinstance(listed.get("$ref"), str):
            at, listed = self.target(at, listed["$ref"])
        for index, written in enumerate(listed if isinstance(listed, list) else ()):
            yield self.resolved(f"{at}/{index}", written)

    def content(self, at: str, holder: dict[str, Any]) -> None:
        for _, here, written in self.entries(f"{at}/content", holder.get("content")):
            place, media = self.resolved(here, written)
            self.found.add(("media type", place))
            for key in ("schema", "itemSchema"):
                self.schema(f"{place}/{key}", media.get(key))

    def schema(self, at: str, written: Any) -> None:
        """The properties of a schema, and of what is inside it."""
        work = [(at, written)]
        while work:
            at, node = work.pop()
            if not isinstance(node, dict) or at in self.seen:
                continue
            self.seen.add(at)
            if isinstance(node.get("$ref"), str):
                work.append(self.resolved(at, {"$ref": node["$ref"]}))
            for _, below, value in self.entries(f"{at}/properties", node.get("properties")):
                self.found.add(("property", self.moved(below)))
                work.append((below, value))
            for key in _LISTS:
                held = node.get(key)
                work += [
                    (f"{at}/{key}/{index}", each) for index, each in enumerate(held if isinstance(held, list) else ())
                ]
            work += [(f"{at}/{key}", node.get(key)) for key in _SINGLE]

    def fields(self, at: str, node: Any) -> Fields:
        """The same by their keys."""
        return {key: (place, value) for key, place, value in self.entries(at, node)}

    def entries(self, at: str, node: Any) -> Iterator[tuple[str, str, Any]]:
        """The entries of a mapping, and those of what it refers to: key, place, value."""
        own = _mapping(node)
        if isinstance(own.get("$ref"), str):
            there, brought = self.resolved(at, {"$ref": own["$ref"]})
            yield from ((key, f"{there}/{_escaped(key)}", value) for key, value in _items(brought) if key not in own)
        yield from ((key, f"{at}/{_escaped(key)}", value) for key, value in _items(own) if key != "$ref")

    def resolved(self, at: str, node: Any) -> tuple[str, dict[str, Any]]:
        for _ in range(50):
            reference = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(reference, str) or ":" in reference.partition("#")[0]:
                break
            at, node = self.target(at, reference)
        return at, _mapping(node)

    def target(self, at: str, reference: str) -> tuple[str, Any]:
        """Where a reference that is written at a place leads, and what is there."""
        file = at.partition("#")[0]
        before, _, fragment = reference.partition("#")
        if before:
            base = self.folder / (file or self.name)
            path = (base.parent / unquote(before)).resolve()
            file = "" if path == (self.folder / self.name).resolve() else str(path.relative_to(self.folder.resolve()))
            if file not in self.files:
                self.files[file] = _read(path) if path.is_file() else None
        at, node = f"{file}#", self.files[file]
        if fragment and not fragment.startswith("/"):
            fragment = _anchored(self.folder / (file or self.name)).get(fragment.removeprefix("*"), "")
        for token in unquote(fragment).split("/")[1:]:
            if isinstance(node, dict) and isinstance(node.get("$ref"), str):
                at, node = self.resolved(at, node)
            key = token.replace("~1", "/").replace("~0", "~")
            if isinstance(node, list):
                node = node[int(key)] if key.isdigit() and int(key) < len(node) else None
            else:
                node = {str(name): value for name, value in _mapping(node).items()}.get(key)
            at = f"{at}/{_escaped(key)}"
        return at, node

    def moved(self, at: str) -> str:
        for old, new in _MOVED.items() if self.is_2 else ():
            if at.startswith(old):
                return new + at.removeprefix(old)
        return at


def _anchored(path: Path) -> dict[str, str]:
    """The pointers of what has an anchor of YAML: a node begins with its anchor."""
    tokens = yaml.scan(path.read_text(encoding="utf-8-sig"), yaml.CSafeLoader)
    begins = {
        (token.start_mark.line + 1, token.start_mark.column + 1): str(token.value)
        for token in tokens
        if isinstance(token, yaml.AnchorToken)
    }
    return {begins[begin]: at for at, marks in places(path).items() for begin in marks & begins.keys()}


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8-sig"), _LOADER)


def _items(value: Any) -> list[tuple[str, Any]]:
    return [(str(key), each) for key, each in _mapping(value).items()]


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
