"""The grammar of OpenAPI 3: versions 3.0.4, 3.1.1 and 3.2.0 together (section 4.8 of each)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkwright.openapi.grammar.fields import (
    ANY,
    COUNT,
    FLAG,
    HINT,
    NEEDED,
    NOTE,
    NUMBER,
    TEXT,
    list_of,
    map_of,
    needed,
    one,
)
from sdkwright.openapi.grammar.model import Field, Form, Grammar, Leaf, Object

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fields of a path item that hold operations; `query` since 3.2."""

SCHEMA: Final[dict[str, Field]] = {
    "$ref": TEXT,
    "$id": NOTE,
    "$schema": NOTE,
    "$anchor": TEXT,
    "$dynamicAnchor": TEXT,
    "$dynamicRef": TEXT,
    "$comment": NOTE,
    "$defs": map_of("schema"),
    "definitions": map_of("schema"),
    "title": NOTE,
    "description": NOTE,
    "type": Field(Leaf.TYPES),
    "format": TEXT,
    "pattern": TEXT,
    "contentEncoding": TEXT,
    "contentMediaType": TEXT,
    "contentSchema": one("schema"),
    "multipleOf": NUMBER,
    "maximum": NUMBER,
    "minimum": NUMBER,
    "exclusiveMaximum": Field(Leaf.BOUND),
    "exclusiveMinimum": Field(Leaf.BOUND),
    "maxLength": COUNT,
    "minLength": COUNT,
    "maxItems": COUNT,
    "minItems": COUNT,
    "maxContains": COUNT,
    "minContains": COUNT,
    "maxProperties": COUNT,
    "minProperties": COUNT,
    "uniqueItems": HINT,
    "nullable": FLAG,
    "readOnly": FLAG,
    "writeOnly": FLAG,
    "deprecated": HINT,
    "required": Field(Leaf.TEXT, Form.LIST, soft=True),
    "dependentRequired": Field(Leaf.TEXT, Form.MAP_OF_LISTS, soft=True),
    "enum": list_of(Leaf.ANY),
    "const": ANY,
    "default": ANY,
    "example": ANY,
    "examples": ANY,
    "allOf": list_of("schema"),
    "anyOf": list_of("schema"),
    "oneOf": list_of("schema"),
    "prefixItems": list_of("schema"),
    "not": one("schema"),
    "if": one("schema"),
    "then": one("schema"),
    "else": one("schema"),
    "items": one("schema"),
    "additionalItems": one("schema"),
    "contains": one("schema"),
    "unevaluatedItems": one("schema"),
    "properties": map_of("schema"),
    "patternProperties": map_of("schema"),
    "additionalProperties": one("schema"),
    "unevaluatedProperties": one("schema"),
    "propertyNames": one("schema"),
    "dependentSchemas": map_of("schema"),
    "discriminator": one("discriminator"),
    "xml": one("xml", soft=True),
    "externalDocs": one("externalDocs", soft=True),
}

_TITLE: Final = "API"
_VERSION: Final = "0.0.0"
INFO_FIELD: Final = needed("info", {"title": _TITLE, "version": _VERSION})
"""What a document without a title or a version is called all the same."""

INFO: Final[dict[str, Object]] = {
    "info": Object(
        {
            "title": needed(Leaf.TEXT, _TITLE),
            "version": needed(Leaf.TEXT, _VERSION),
            "summary": NOTE,
            "description": NOTE,
            "termsOfService": NOTE,
            "contact": one("contact", soft=True),
            "license": one("license", soft=True),
        },
        label="info",
    ),
    "contact": Object({"name": NOTE, "url": NOTE, "email": NOTE}, label="contact"),
    "license": Object({"name": NOTE, "url": NOTE, "identifier": NOTE}, label="license"),
    "externalDocs": Object({"url": NOTE, "description": NOTE}, label="external docs"),
    "xml": Object(
        {"name": NOTE, "namespace": NOTE, "prefix": NOTE, "attribute": HINT, "wrapped": HINT, "nodeType": NOTE},
        label="XML notes",
    ),
    "security": Object({}, others=Field(Leaf.TEXT, Form.LIST), label="security requirement"),
    "tag": Object(
        {
            "name": NEEDED,
            "summary": NOTE,
            "description": NOTE,
            "externalDocs": one("externalDocs", soft=True),
            "parent": NOTE,
            "kind": NOTE,
        },
        label="tag",
    ),
}


def path_item(extra: Mapping[str, Field]) -> Object:
    """A path item: its operations and `extra` fields."""
    operations = {method: one("operation") for method in METHODS}
    return Object(
        {
            "$ref": TEXT,
            "summary": NOTE,
            "description": NOTE,
            "parameters": list_of("parameter"),
            **operations,
            **extra,
        },
        label="path item",
        reference=True,
    )


_PARAMETER: Final[dict[str, Field]] = {
    "description": NOTE,
    "required": FLAG,
    "deprecated": HINT,
    "allowEmptyValue": HINT,
    "style": TEXT,
    "explode": FLAG,
    "allowReserved": FLAG,
    "schema": one("schema"),
    "content": map_of("mediaType"),
    "example": ANY,
    "examples": map_of("example", soft=True),
}

OPENAPI_3: Final[Grammar] = {
    **INFO,
    "document": Object(
        {
            "openapi": NEEDED,
            "$self": NOTE,
            "$schema": NOTE,
            "info": INFO_FIELD,
            "jsonSchemaDialect": NOTE,
            "servers": list_of("server"),
            "paths": one("paths"),
            "webhooks": map_of("pathItem"),
            "components": one("components"),
            "security": list_of("security"),
            "tags": list_of("tag"),
            "externalDocs": one("externalDocs", soft=True),
        },
        label="document",
    ),
    "paths": Object({}, others=one("pathItem"), label="paths"),
    "pathItem": path_item({"servers": list_of("server"), "additionalOperations": map_of("operation")}),
    "operation": Object(
        {
            "tags": list_of(Leaf.TEXT),
            "summary": NOTE,
            "description": NOTE,
            "externalDocs": one("externalDocs", soft=True),
            "operationId": TEXT,
            "parameters": list_of("parameter"),
            "requestBody": one("requestBody"),
            "responses": one("responses"),
            "callbacks": map_of("callback"),
            "deprecated": HINT,
            "security": list_of("security"),
            "servers": list_of("server"),
        },
        label="operation",
    ),
    "parameter": Object({"name": NEEDED, "in": NEEDED, **_PARAMETER}, label="parameter", reference=True),
    "header": Object(_PARAMETER, label="header", reference=True),
    "requestBody": Object(
        {"description": NOTE, "content": map_of("mediaType", required=True), "required": FLAG},
        label="request body",
        reference=True,
    ),
    "mediaType": Object(
        {
            "schema": one("schema"),
            "itemSchema": one("schema"),
            "example": ANY,
            "examples": map_of("example", soft=True),
            "encoding": map_of("encoding"),
            "prefixEncoding": list_of("encoding"),
            "itemEncoding": one("encoding"),
        },
        label="media type",
        reference=True,
    ),
    "encoding": Object(
        {
            "contentType": TEXT,
            "headers": map_of("header"),
            "style": TEXT,
            "explode": FLAG,
            "allowReserved": FLAG,
            "encoding": map_of("encoding"),
            "prefixEncoding": list_of("encoding"),
            "itemEncoding": one("encoding"),
        },
        label="encoding",
    ),
    "responses": Object({}, others=one("response"), label="responses"),
    "response": Object(
        {
            "summary": NOTE,
            "description": NOTE,
            "headers": map_of("header"),
            "content": map_of("mediaType"),
            "links": map_of("link", soft=True),
        },
        label="response",
        reference=True,
    ),
    "callback": Object({}, others=one("pathItem"), label="callback", reference=True),
    "example": Object(
        {
            "summary": NOTE,
            "description": NOTE,
            "value": ANY,
            "dataValue": ANY,
            "serializedValue": ANY,
            "externalValue": NOTE,
        },
        label="example",
        reference=True,
    ),
    "link": Object(
        {
            "operationRef": NOTE,
            "operationId": NOTE,
            "parameters": ANY,
            "requestBody": ANY,
            "description": NOTE,
            "server": one("server", soft=True),
        },
        label="link",
        reference=True,
    ),
    "server": Object(
        {"url": NEEDED, "name": NOTE, "description": NOTE, "variables": map_of("serverVariable")}, label="server"
    ),
    "serverVariable": Object(
        {"default": NEEDED, "enum": list_of(Leaf.TEXT), "description": NOTE}, label="server variable"
    ),
    "components": Object(
        {
            "schemas": map_of("schema"),
            "responses": map_of("response"),
            "parameters": map_of("parameter"),
            "examples": map_of("example", soft=True),
            "requestBodies": map_of("requestBody"),
            "headers": map_of("header"),
            "securitySchemes": map_of("securityScheme"),
            "links": map_of("link", soft=True),
            "callbacks": map_of("callback"),
            "pathItems": map_of("pathItem"),
            "mediaTypes": map_of("mediaType"),
        },
        label="components",
    ),
    "securityScheme": Object(
        {
            "type": NEEDED,
            "description": NOTE,
            "name": TEXT,
            "in": TEXT,
            "scheme": TEXT,
            "bearerFormat": NOTE,
            "flows": one("flows"),
            "openIdConnectUrl": NOTE,
            "oauth2MetadataUrl": NOTE,
            "deprecated": HINT,
        },
        label="security scheme",
        reference=True,
    ),
    "flows": Object(
        {
            name: one("flow")
            for name in ("implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization")
        },
        label="flows",
    ),
    "flow": Object(
        {
            "authorizationUrl": NOTE,
            "tokenUrl": TEXT,
            "refreshUrl": NOTE,
            "deviceAuthorizationUrl": NOTE,
            "scopes": Field(Leaf.TEXT, Form.MAP),
        },
        label="flow",
    ),
    "discriminator": Object(
        {"propertyName": NEEDED, "mapping": Field(Leaf.TEXT, Form.MAP), "defaultMapping": TEXT},
        label="discriminator",
    ),
    "schema": Object(SCHEMA, label="schema", reference=True, boolean=True, open=True),
}
