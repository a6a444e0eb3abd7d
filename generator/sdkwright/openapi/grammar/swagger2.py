"""The grammar of Swagger 2.0, as far as it differs from that of OpenAPI 3."""

from __future__ import annotations

from typing import Final

from sdkwright.openapi.grammar.fields import ANY, FLAG, HINT, NEEDED, NOTE, TEXT, list_of, map_of, one
from sdkwright.openapi.grammar.model import Field, Form, Grammar, Leaf, Object
from sdkwright.openapi.grammar.openapi3 import INFO, INFO_FIELD, SCHEMA, path_item

_LIMITS: Final = (
    *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf", "maxLength", "minLength"),
    *("pattern", "maxItems", "minItems", "uniqueItems", "enum"),
)
_ITEMS_2: Final[dict[str, Field]] = {
    "type": TEXT,
    "format": TEXT,
    "items": one("items"),
    "collectionFormat": TEXT,
    "default": ANY,
    **{name: SCHEMA[name] for name in _LIMITS},
}

SWAGGER_2: Final[Grammar] = {
    **INFO,
    "document": Object(
        {
            "swagger": NEEDED,
            "info": INFO_FIELD,
            "host": TEXT,
            "basePath": TEXT,
            "schemes": list_of(Leaf.TEXT),
            "consumes": list_of(Leaf.TEXT),
            "produces": list_of(Leaf.TEXT),
            "paths": one("paths", required=True),
            "x-path-items": map_of("pathItem"),  # Where path items of other files are put.
            "definitions": map_of("schema"),
            "parameters": map_of("parameter"),
            "responses": map_of("response"),
            "securityDefinitions": map_of("securityScheme"),
            "security": list_of("security"),
            "tags": list_of("tag"),
            "externalDocs": one("externalDocs", soft=True),
        },
        label="document",
    ),
    "paths": Object({}, others=one("pathItem"), label="paths"),
    "pathItem": path_item({}),
    "operation": Object(
        {
            "tags": list_of(Leaf.TEXT),
            "summary": NOTE,
            "description": NOTE,
            "externalDocs": one("externalDocs", soft=True),
            "operationId": TEXT,
            "consumes": list_of(Leaf.TEXT),
            "produces": list_of(Leaf.TEXT),
            "parameters": list_of("parameter"),
            "responses": one("responses"),
            "schemes": list_of(Leaf.TEXT),
            "deprecated": HINT,
            "security": list_of("security"),
        },
        label="operation",
    ),
    "parameter": Object(
        {
            "name": NEEDED,
            "in": NEEDED,
            "description": NOTE,
            "required": FLAG,
            "allowEmptyValue": HINT,
            "schema": one("schema"),
            **_ITEMS_2,
        },
        label="parameter",
        reference=True,
    ),
    "items": Object(_ITEMS_2, label="items"),
    "header": Object({"description": NOTE, **_ITEMS_2}, label="header"),
    "responses": Object({}, others=one("response"), label="responses"),
    "response": Object(
        {"description": NOTE, "schema": one("schema"), "headers": map_of("header"), "examples": ANY},
        label="response",
        reference=True,
    ),
    "securityScheme": Object(
        {
            "type": NEEDED,
            "description": NOTE,
            "name": TEXT,
            "in": TEXT,
            "flow": TEXT,
            "authorizationUrl": NOTE,
            "tokenUrl": TEXT,
            "scopes": Field(Leaf.TEXT, Form.MAP),
        },
        label="security scheme",
    ),
    "schema": Object({**SCHEMA, "discriminator": TEXT}, label="schema", reference=True, boolean=True, open=True),
}
