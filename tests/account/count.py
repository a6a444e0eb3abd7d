"""What a document holds, read without any code of the generator: every part that an operation uses, by its place.

One file, OpenAPI 3 or Swagger 2.0.  References are followed within the document; whatever does not lead to a mapping is
passed over, since it is a fault and reported as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

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
"""The kind of a part, and its JSON pointer."""


class _Loader(yaml.CSafeLoader):
    """Timestamps and the like are text."""


_LOADER: Any = _Loader
_LOADER.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def parts(path: Path) -> set[Part]:
    """Every operation under `paths`, and the parameters, responses, headers, media types and properties it uses."""
    document = yaml.load(path.read_text(encoding="utf-8-sig"), _LOADER)
    counter = _Counter(document)
    counter.paths()
    return counter.found


class _Counter:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.is_2 = "swagger" in document
        self.found: set[Part] = set()
        self.seen: set[str] = set()

    def paths(self) -> None:
        for path, written in _items(self.document.get("paths")):
            at, item = self.resolved(f"#/paths/{_escaped(path)}", written)
            here = f"#/paths/{_escaped(path)}"
            for method, operation in _items(item):
                if method in METHODS and isinstance(operation, dict) and not path.startswith("x-"):
                    self.found.add(("operation", f"{here}/{method}"))
                    self.operation(f"{at}/{method}", operation, f"{at}/parameters", item.get("parameters"))

    def operation(self, at: str, operation: dict[str, Any], shared_at: str, shared: Any) -> None:
        listed = [
            *self.parameters(shared_at, shared),
            *self.parameters(f"{at}/parameters", operation.get("parameters")),
        ]
        for place, node in listed:
            if not (self.is_2 and node.get("in") in ("body", "formData")):
                self.found.add(("parameter", self.moved(place)))
            self.schema(f"{place}/schema", node.get("schema"))
            for media_type, content in _items(node.get("content")):
                self.schema(f"{place}/content/{_escaped(media_type)}/schema", _mapping(content).get("schema"))
        body_at, body = self.resolved(f"{at}/requestBody", operation.get("requestBody"))
        self.content(body_at, body)
        for status, written in _items(operation.get("responses")):
            if status.startswith("x-"):
                continue
            place, response = self.resolved(f"{at}/responses/{_escaped(status)}", written)
            self.found.add(("response", self.moved(place)))
            self.content(place, response)
            self.schema(f"{place}/schema", response.get("schema"))
            for name, header in _items(response.get("headers")):
                header_at, _ = self.resolved(f"{place}/headers/{_escaped(name)}", header)
                self.found.add(("header", self.moved(header_at)))

    def parameters(self, at: str, listed: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        for index, written in enumerate(listed if isinstance(listed, list) else ()):
            yield self.resolved(f"{at}/{index}", written)

    def content(self, at: str, holder: dict[str, Any]) -> None:
        for media_type, written in _items(holder.get("content")):
            place, media = self.resolved(f"{at}/content/{_escaped(media_type)}", written)
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
            for name, value in _items(node.get("properties")):
                below = f"{at}/properties/{_escaped(name)}"
                self.found.add(("property", self.moved(below)))
                work.append((below, value))
            for key in _LISTS:
                held = node.get(key)
                work += [
                    (f"{at}/{key}/{index}", each) for index, each in enumerate(held if isinstance(held, list) else ())
                ]
            work += [(f"{at}/{key}", node.get(key)) for key in _SINGLE]

    def resolved(self, at: str, node: Any) -> tuple[str, dict[str, Any]]:
        for _ in range(50):
            reference = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            at, node = reference.replace("%7B", "{").replace("%7D", "}"), self.document
            for token in reference[2:].split("/"):
                key = token.replace("~1", "/").replace("~0", "~")
                if isinstance(node, list):
                    node = node[int(key)] if key.isdigit() and int(key) < len(node) else None
                else:
                    node = _mapping(node).get(key)
        return at, _mapping(node)

    def moved(self, at: str) -> str:
        for old, new in _MOVED.items() if self.is_2 else ():
            if at.startswith(old):
                return new + at.removeprefix(old)
        return at


def _items(value: Any) -> list[tuple[str, Any]]:
    return [(str(key), each) for key, each in _mapping(value).items()]


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
