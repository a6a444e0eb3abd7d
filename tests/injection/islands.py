"""A sound document of parts that have nothing to do with each other."""

from __future__ import annotations

from typing import Any, Final

WORDS: Final = ("anchor", "button", "copper", "drawer")
"""Each island has a word, which stands in all of its names and in none of the others'."""

_ISLAND: Final[dict[str, Any]] = {
    "paths": {
        "/WORDs": {
            "summary": "All of WORD",
            "parameters": [{"$ref": "#/components/parameters/WORD_trace"}],
            "get": {
                "operationId": "WORD_list",
                "tags": ["WORD"],
                "summary": "List WORD",
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100, "default": 10}},
                    {
                        "name": "WORD_kinds",
                        "in": "query",
                        "style": "form",
                        "explode": True,
                        "schema": {"type": "array", "items": {"$ref": "#/components/schemas/WORD_kind"}},
                    },
                    {
                        "name": "WORD_filter",
                        "in": "query",
                        "style": "deepObject",
                        "schema": {"type": "object", "properties": {"since": {"type": "string", "format": "date"}}},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "Every WORD",
                        "headers": {"X-WORD-Total": {"schema": {"type": "integer"}}},
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/WORD_item"}}
                            }
                        },
                    },
                    "404": {"$ref": "#/components/responses/WORD_missing"},
                },
            },
            "post": {
                "operationId": "WORD_create",
                "tags": ["WORD"],
                "security": [{"WORD_key": []}],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/WORD_item"}},
                        "application/x-www-form-urlencoded": {
                            "schema": {
                                "type": "object",
                                "properties": {"WORD_name": {"type": "string"}, "tags": {"type": "array", "items": {}}},
                            },
                            "encoding": {"tags": {"style": "form", "explode": False}},
                        },
                    },
                },
                "responses": {"201": {"$ref": "#/components/responses/WORD_made"}},
                "callbacks": {
                    "WORD_done": {
                        "{$request.body#/name}": {
                            "post": {
                                "requestBody": {
                                    "content": {
                                        "application/json": {"schema": {"$ref": "#/components/schemas/WORD_error"}}
                                    }
                                },
                                "responses": {"204": {"description": "Heard"}},
                            }
                        }
                    }
                },
            },
        },
        "/WORDs/{WORD_id}": {
            "parameters": [{"name": "WORD_id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "put": {
                "operationId": "WORD_replace",
                "tags": ["WORD"],
                "requestBody": {"$ref": "#/components/requestBodies/WORD_body"},
                "responses": {"204": {"description": "Replaced"}},
            },
            "delete": {
                "operationId": "WORD_remove",
                "tags": ["WORD"],
                "deprecated": True,
                "servers": [{"url": "https://{WORD_area}.example.com", "variables": {"WORD_area": {"default": "eu"}}}],
                "responses": {"204": {"description": "Removed"}},
            },
        },
    },
    "components": {
        "schemas": {
            "WORD_item": {
                "type": "object",
                "description": "One WORD",
                "required": ["name", "shape"],
                "properties": {
                    "name": {"type": "string", "minLength": 1, "maxLength": 40, "pattern": "^[a-z]+$"},
                    "size": {"type": "number", "minimum": 0, "exclusiveMaximum": 10, "multipleOf": 0.5},
                    "kind": {"$ref": "#/components/schemas/WORD_kind"},
                    "shape": {
                        "oneOf": [
                            {"$ref": "#/components/schemas/WORD_round"},
                            {"$ref": "#/components/schemas/WORD_square"},
                        ],
                        "discriminator": {
                            "propertyName": "form",
                            "mapping": {
                                "round": "#/components/schemas/WORD_round",
                                "square": "#/components/schemas/WORD_square",
                            },
                        },
                    },
                    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                    "parts": {
                        "type": "array",
                        "minItems": 1,
                        "uniqueItems": True,
                        "items": {"type": "object", "properties": {"WORD_part": {"type": ["string", "null"]}}},
                    },
                    "pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
                    "secret": {"type": "string", "writeOnly": True},
                    "tree": {"$ref": "#WORD_tree"},
                    "made": {"type": "string", "format": "date-time", "readOnly": True},
                },
            },
            "WORD_kind": {"type": "string", "enum": ["WORD_a", "WORD_b"]},
            "WORD_round": {
                "allOf": [
                    {"$ref": "#/components/schemas/WORD_base"},
                    {"type": "object", "properties": {"form": {"const": "round"}, "radius": {"type": "number"}}},
                ]
            },
            "WORD_square": {
                "type": "object",
                "properties": {"form": {"const": "square"}, "side": {"type": "number"}},
                "required": ["form"],
            },
            "WORD_base": {"type": "object", "properties": {"colour": {"type": "string", "default": "red"}}},
            "WORD_error": {"type": "object", "properties": {"message": {"type": "string"}}},
            "WORD_tree": {
                "$anchor": "WORD_tree",
                "$dynamicAnchor": "WORD_node",
                "type": "object",
                "properties": {
                    "branches": {"type": "array", "items": {"$dynamicRef": "#WORD_node"}},
                    "leaf": {"$ref": "#/components/schemas/WORD_tree/$defs/WORD_leaf"},
                },
                "$defs": {"WORD_leaf": {"type": "object", "properties": {"green": {"type": "boolean"}}}},
            },
        },
        "parameters": {
            "WORD_trace": {"name": "X-WORD-Trace", "in": "header", "required": False, "schema": {"type": "string"}}
        },
        "responses": {
            "WORD_missing": {
                "description": "No such WORD",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/WORD_error"}}},
            },
            "WORD_made": {
                "description": "Made",
                "headers": {"X-WORD-Place": {"$ref": "#/components/headers/WORD_place"}},
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/WORD_item"}}},
            },
        },
        "headers": {"WORD_place": {"schema": {"type": "string"}}},
        "requestBodies": {
            "WORD_body": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/WORD_item"}}}}
        },
        "securitySchemes": {"WORD_key": {"type": "apiKey", "in": "header", "name": "X-WORD-Key"}},
    },
}


def sound_document() -> dict[str, Any]:
    """The document, anew each time."""
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Islands", "version": "1.0.0"},
        "servers": [{"url": "https://islands.example.com"}],
        "tags": [{"name": word} for word in WORDS],
        "paths": {},
        "components": {},
    }
    for word in WORDS:
        island = with_word(_ISLAND, word)
        document["paths"] |= island["paths"]
        for kind, entries in island["components"].items():
            document["components"].setdefault(kind, {}).update(entries)
    return document


def with_word(value: Any, word: str) -> Any:
    """A copy of the value with its word in every text and key."""
    if isinstance(value, dict):
        return {key.replace("WORD", word): with_word(each, word) for key, each in value.items()}
    if isinstance(value, list):
        return [with_word(each, word) for each in value]
    return value.replace("WORD", word) if isinstance(value, str) else value
