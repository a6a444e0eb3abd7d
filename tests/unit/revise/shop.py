"""A shop's document, the places where it can be edited, and a folder in which it is generated."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sdkwright.cache import place

from tests.unit.cli.typed import snapshot

Data = dict[str, Any]

SHOP: Data = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1", "description": "Sells things."},
    "externalDocs": {"url": "https://shop.example/docs", "description": "More of it"},
    "servers": [{"url": "https://shop.example", "description": "The shop"}],
    "tags": [{"name": "orders", "description": "What was ordered"}, {"name": "things"}],
    "security": [{"key": []}],
    "paths": {
        "/things/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "description": "Which", "schema": {"type": "string"}}
            ],
            "get": {
                "operationId": "getThing",
                "tags": ["things"],
                "summary": "Get a thing",
                "description": "Gets a thing\n\n* with `all`\n* of it",
                "parameters": [{"$ref": "#/components/parameters/Depth"}],
                "responses": {
                    "200": {
                        "description": "Success",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                    },
                    "default": {"$ref": "#/components/responses/Wrong"},
                },
            },
        },
        "/orders": {
            "post": {
                "operationId": "order",
                "tags": ["orders"],
                "summary": "Order",
                "description": "Order",
                "requestBody": {
                    "description": "What to order",
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
                },
                "responses": {
                    "200": {
                        "description": "Success",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "description": "The order as it stands",
                                    "required": ["lost"],
                                    "properties": {"id": {"type": "string", "description": "Which"}},
                                }
                            }
                        },
                    }
                },
            }
        },
    },
    "webhooks": {
        "sold": {
            "post": {
                "summary": "A thing is sold",
                "description": "It is sent once",
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                "responses": {"204": {"description": "Seen"}},
            }
        }
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "Your key"}},
        "parameters": {
            "Depth": {"name": "depth", "in": "query", "description": "How deep", "schema": {"type": "integer"}}
        },
        "responses": {
            "Wrong": {
                "description": "Something is wrong",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
        },
        "schemas": {
            "Thing": {
                "type": "object",
                "description": "A thing to be sold.",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "description": "What it is called", "example": "lamp"},
                    "description": {"type": "string", "description": "What it is like", "examples": ["bright"]},
                    "kind": {"$ref": "#/components/schemas/Kind"},
                    "parts": {
                        "type": "array",
                        "description": "Success",
                        "items": {"$ref": "#/components/schemas/Thing"},
                    },
                    "size": {
                        "oneOf": [{"type": "integer"}, {"$ref": "#/components/schemas/Size"}],
                        "description": "Size",
                    },
                },
            },
            "Size": {"type": "object", "properties": {"wide": {"type": "number", "description": "In metres"}}},
            "Kind": {"type": "string", "description": "Which sort it is", "enum": ["lamp", "chair"]},
            "Problem": {"type": "object", "properties": {"description": {"type": "string", "description": "What"}}},
            "Order": {
                "description": "A wish",
                "allOf": [
                    {"$ref": "#/components/schemas/Size"},
                    {
                        "type": "object",
                        "description": "A wish, too",
                        "required": ["thing"],
                        "properties": {
                            "thing": {"type": "string", "description": "Which"},
                            "note": {"type": "string", "description": "A word", "default": "none"},
                        },
                        "example": {"thing": "lamp", "description": "no text for people"},
                    },
                ],
            },
        },
    },
}


def in_yaml(document: Data) -> str:
    return yaml.safe_dump(document, sort_keys=False, width=60)


def indented(document: Data) -> str:
    return json.dumps(document, indent=1)


def in_one_line(document: Data) -> str:
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False)


def spaced(document: Data) -> str:
    """With blanks in odd places, a byte order mark and line ends of two characters."""
    return "\ufeff" + json.dumps(document, indent="\t", separators=(" ,", "\n : ")).replace("\n", "\r\n")


@dataclass(frozen=True)
class Project:
    """A folder with a document, what runs in it said, and which of them made anew what shows some texts."""

    folder: Path
    revised: list[str]
    go: Callable[[Path], object]
    say: Callable[..., tuple[int, str, str]]
    dump: Callable[[Data], str] | None = None
    """How the document is written where there are no overlays; in JSON, beside one, where this is None."""

    @property
    def file(self) -> Path:
        """The document."""
        return self.folder / ("openapi.yaml" if self.dump is in_yaml else "openapi.json")

    def write(self, document: Data, options: str = "{packageName: shop}", *, overlay: Data | None = None) -> None:
        self.file.write_bytes((self.dump or indented)(document).encode())
        (self.folder / "gen.yaml").write_text(f"python: {options}\n")
        (self.folder / "overlay.json").write_text(json.dumps(overlay or OVERLAY))

    def generate(self, *commands: str) -> bool:
        """Runs `generate` after other commands, and compares with a run in a copy of the folder, of which nothing is
        kept; whether it was no whole run."""
        whole = self.folder.parent / "whole"
        for left in (whole, kept_about(whole)):
            shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(self.folder, whole)
        said: list[dict[str, object]] = []
        for folder in (whole, self.folder):
            self.go(folder)
            overlays = () if self.dump else ("--overlay", "overlay.json")
            told = [self.say(command, *overlays) for command in (*commands, "generate")]
            said.append({"": told, **snapshot(folder)})
        paths = said[0].keys() | said[1].keys()
        differ = {path: [one.get(path) for one in said] for path in paths if said[0].get(path) != said[1].get(path)}
        assert not differ, differ
        return self.revised[-1] != ""

    @property
    def is_at_once(self) -> bool:
        """Whether the last run read nothing of the document but a text."""
        return self.revised[-1] == "at once"


OVERLAY: Data = {"overlay": "1.0.0", "info": {"title": "More", "version": "1"}, "actions": []}


def kept_about(folder: Path) -> Path:
    """Where things are kept about the SDK in a folder."""
    kept = place.cache_folder(folder / "generated")
    assert kept is not None
    return kept


def texts(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every text that may be one for people."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        if isinstance(value, str) and key in ("summary", "description"):
            yield (*way, key)
        yield from texts(value, (*way, key))


def put(document: Data, way: tuple[Any, ...], value: object) -> Data:
    made = copy.deepcopy(document)
    node = made
    for key in way[:-1]:
        node = node[key]
    node[way[-1]] = value
    return made
