"""The islands as Swagger 2.0 says them, as far as it can."""

from __future__ import annotations

from typing import Any, Final

from .islands import WORDS, with_word

_ISLAND: Final[dict[str, Any]] = {
    "paths": {
        "/WORDs": {
            "parameters": [{"$ref": "#/parameters/WORD_trace"}],
            "get": {
                "operationId": "WORD_list",
                "tags": ["WORD"],
                "summary": "List WORD",
                "parameters": [
                    {"name": "limit", "in": "query", "type": "integer", "maximum": 100, "default": 10},
                    {
                        "name": "WORD_kinds",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "string", "enum": ["WORD_a", "WORD_b"]},
                        "collectionFormat": "multi",
                    },
                ],
                "responses": {
                    "200": {
                        "description": "Every WORD",
                        "headers": {"X-WORD-Total": {"type": "integer"}},
                        "schema": {"type": "array", "items": {"$ref": "#/definitions/WORD_item"}},
                    },
                    "404": {"$ref": "#/responses/WORD_missing"},
                },
            },
            "post": {
                "operationId": "WORD_create",
                "tags": ["WORD"],
                "consumes": ["application/json"],
                "security": [{"WORD_key": []}],
                "parameters": [
                    {"name": "item", "in": "body", "required": True, "schema": {"$ref": "#/definitions/WORD_item"}}
                ],
                "responses": {"201": {"description": "Made", "schema": {"$ref": "#/definitions/WORD_item"}}},
            },
        },
        "/WORDs/{WORD_id}": {
            "parameters": [{"name": "WORD_id", "in": "path", "required": True, "type": "string"}],
            "put": {
                "operationId": "WORD_replace",
                "tags": ["WORD"],
                "consumes": ["application/x-www-form-urlencoded"],
                "parameters": [
                    {"name": "WORD_name", "in": "formData", "required": True, "type": "string"},
                    {"name": "marks", "in": "formData", "type": "array", "items": {"type": "string"}},
                ],
                "responses": {"204": {"description": "Replaced"}},
            },
            "delete": {
                "operationId": "WORD_remove",
                "tags": ["WORD"],
                "deprecated": True,
                "responses": {"204": {"description": "Removed"}},
            },
        },
    },
    "definitions": {
        "WORD_item": {
            "type": "object",
            "description": "One WORD",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 40, "pattern": "^[a-z]+$"},
                "size": {"type": "number", "minimum": 0, "maximum": 10, "exclusiveMaximum": True, "multipleOf": 0.5},
                "kind": {"type": "string", "enum": ["WORD_a", "WORD_b"]},
                "shape": {"$ref": "#/definitions/WORD_shape"},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                "parts": {"type": "array", "minItems": 1, "items": {"type": "object", "properties": {"WORD_part": {}}}},
                "made": {"type": "string", "format": "date-time", "readOnly": True},
            },
        },
        "WORD_shape": {
            "type": "object",
            "discriminator": "form",
            "required": ["form"],
            "properties": {"form": {"type": "string"}},
        },
        "WORD_round": {
            "allOf": [
                {"$ref": "#/definitions/WORD_shape"},
                {"type": "object", "properties": {"radius": {"type": "number"}}},
            ]
        },
        "WORD_error": {"type": "object", "properties": {"message": {"type": "string"}}},
    },
    "parameters": {"WORD_trace": {"name": "X-WORD-Trace", "in": "header", "required": False, "type": "string"}},
    "responses": {"WORD_missing": {"description": "No such WORD", "schema": {"$ref": "#/definitions/WORD_error"}}},
    "securityDefinitions": {"WORD_key": {"type": "apiKey", "in": "header", "name": "X-WORD-Key"}},
}


def sound_document_2() -> dict[str, Any]:
    """The document, anew each time."""
    document: dict[str, Any] = {
        "swagger": "2.0",
        "info": {"title": "Islands", "version": "1.0.0"},
        "host": "islands.example.com",
        "schemes": ["https"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "tags": [{"name": word} for word in WORDS],
    }
    for word in WORDS:
        for section, entries in with_word(_ISLAND, word).items():
            document.setdefault(section, {}).update(entries)
    return document
