"""The grammar of OpenAPI as tables: which object may stand where, and what its fields hold.

One walk over these tables finds every place where a `$ref` counts (never inside an example, a default, an enum or an
extension), every value of the wrong type, and every object that has to be brought to newer semantics.
The tables follow the specifications: OpenAPI 3.0.4, 3.1.1 and 3.2.0 together (section 4.8), and Swagger 2.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from generator.spec.data import Json, JsonMap
from generator.spec.pointer import escape


class Form(StrEnum):
    """How often a field holds its kind: once, in a list, in a mapping, or in a mapping of lists."""

    ONE = "one"
    LIST = "list"
    MAP = "map"
    MAP_OF_LISTS = "map of lists"


class Leaf(StrEnum):
    """The kinds of fields that hold no object of the grammar."""

    TEXT = "text"
    NUMBER = "a number"
    COUNT = "a whole number"
    FLAG = "true or false"
    ANY = "anything"
    BOUND = "a number, or true or false"
    TYPES = "the name of a type, or a list of names"


@dataclass(frozen=True, slots=True)
class Field:
    """What one field holds: a leaf, or the name of an object of the same table."""

    kind: str
    form: Form = Form.ONE
    required: bool = False
    soft: bool = False
    """A client can do without it: a value of the wrong type is left out with a warning."""


@dataclass(frozen=True, slots=True)
class Object:
    """The fields of one object of the grammar."""

    fields: Mapping[str, Field]
    others: Field | None = None
    """What any further key holds; None: no further key is known, but extensions."""
    reference: bool = False
    """A Reference Object may stand in its place (or, for schemas and path items, it has a `$ref` of its own)."""
    boolean: bool = False
    """`true` and `false` may stand in its place: schemas."""
    open: bool = False
    """Further keys are legal and mean nothing: schemas."""
    label: str = ""
    """What messages call it."""


Grammar = Mapping[str, Object]

_TEXT: Final = Field(Leaf.TEXT)
_NOTE: Final = Field(Leaf.TEXT, soft=True)
_NEEDED: Final = Field(Leaf.TEXT, required=True)
_FLAG: Final = Field(Leaf.FLAG)
_HINT: Final = Field(Leaf.FLAG, soft=True)
_ANY: Final = Field(Leaf.ANY)
_NUMBER: Final = Field(Leaf.NUMBER)
_COUNT: Final = Field(Leaf.COUNT)


def _one(kind: str, *, required: bool = False, soft: bool = False) -> Field:
    return Field(kind, Form.ONE, required, soft)


def _list(kind: str, *, required: bool = False, soft: bool = False) -> Field:
    return Field(kind, Form.LIST, required, soft)


def _map(kind: str, *, required: bool = False, soft: bool = False) -> Field:
    return Field(kind, Form.MAP, required, soft)


METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fields of a path item that hold operations; `query` since 3.2."""

_SCHEMA: Final[dict[str, Field]] = {
    "$ref": _TEXT,
    "$id": _NOTE,
    "$schema": _NOTE,
    "$anchor": _TEXT,
    "$dynamicAnchor": _TEXT,
    "$dynamicRef": _TEXT,
    "$comment": _NOTE,
    "$defs": _map("schema"),
    "definitions": _map("schema"),
    "title": _NOTE,
    "description": _NOTE,
    "type": Field(Leaf.TYPES),
    "format": _TEXT,
    "pattern": _TEXT,
    "contentEncoding": _TEXT,
    "contentMediaType": _TEXT,
    "contentSchema": _one("schema"),
    "multipleOf": _NUMBER,
    "maximum": _NUMBER,
    "minimum": _NUMBER,
    "exclusiveMaximum": Field(Leaf.BOUND),
    "exclusiveMinimum": Field(Leaf.BOUND),
    "maxLength": _COUNT,
    "minLength": _COUNT,
    "maxItems": _COUNT,
    "minItems": _COUNT,
    "maxContains": _COUNT,
    "minContains": _COUNT,
    "maxProperties": _COUNT,
    "minProperties": _COUNT,
    "uniqueItems": _HINT,
    "nullable": _FLAG,
    "readOnly": _FLAG,
    "writeOnly": _FLAG,
    "deprecated": _HINT,
    "required": Field(Leaf.TEXT, Form.LIST, soft=True),
    "dependentRequired": Field(Leaf.TEXT, Form.MAP_OF_LISTS, soft=True),
    "enum": _list(Leaf.ANY),
    "const": _ANY,
    "default": _ANY,
    "example": _ANY,
    "examples": _ANY,
    "allOf": _list("schema"),
    "anyOf": _list("schema"),
    "oneOf": _list("schema"),
    "prefixItems": _list("schema"),
    "not": _one("schema"),
    "if": _one("schema"),
    "then": _one("schema"),
    "else": _one("schema"),
    "items": _one("schema"),
    "additionalItems": _one("schema"),
    "contains": _one("schema"),
    "unevaluatedItems": _one("schema"),
    "properties": _map("schema"),
    "patternProperties": _map("schema"),
    "additionalProperties": _one("schema"),
    "unevaluatedProperties": _one("schema"),
    "propertyNames": _one("schema"),
    "dependentSchemas": _map("schema"),
    "discriminator": _one("discriminator"),
    "xml": _one("xml", soft=True),
    "externalDocs": _one("externalDocs", soft=True),
}

_INFO: Final[dict[str, Object]] = {
    "info": Object(
        {
            "title": _NEEDED,
            "version": _NEEDED,
            "summary": _NOTE,
            "description": _NOTE,
            "termsOfService": _NOTE,
            "contact": _one("contact", soft=True),
            "license": _one("license", soft=True),
        },
        label="info",
    ),
    "contact": Object({"name": _NOTE, "url": _NOTE, "email": _NOTE}, label="contact"),
    "license": Object({"name": _NOTE, "url": _NOTE, "identifier": _NOTE}, label="license"),
    "externalDocs": Object({"url": _NOTE, "description": _NOTE}, label="external docs"),
    "xml": Object(
        {"name": _NOTE, "namespace": _NOTE, "prefix": _NOTE, "attribute": _HINT, "wrapped": _HINT, "nodeType": _NOTE},
        label="XML notes",
    ),
    "security": Object({}, others=Field(Leaf.TEXT, Form.LIST), label="security requirement"),
    "tag": Object(
        {
            "name": _NEEDED,
            "summary": _NOTE,
            "description": _NOTE,
            "externalDocs": _one("externalDocs", soft=True),
            "parent": _NOTE,
            "kind": _NOTE,
        },
        label="tag",
    ),
}


def _path_item(extra: Mapping[str, Field]) -> Object:
    operations = {method: _one("operation") for method in METHODS}
    return Object(
        {
            "$ref": _TEXT,
            "summary": _NOTE,
            "description": _NOTE,
            "parameters": _list("parameter"),
            **operations,
            **extra,
        },
        label="path item",
        reference=True,
    )


_PARAMETER: Final[dict[str, Field]] = {
    "description": _NOTE,
    "required": _FLAG,
    "deprecated": _HINT,
    "allowEmptyValue": _HINT,
    "style": _TEXT,
    "explode": _FLAG,
    "allowReserved": _FLAG,
    "schema": _one("schema"),
    "content": _map("mediaType"),
    "example": _ANY,
    "examples": _map("example", soft=True),
}

OPENAPI_3: Final[Grammar] = {
    **_INFO,
    "document": Object(
        {
            "openapi": _NEEDED,
            "$self": _NOTE,
            "$schema": _NOTE,
            "info": _one("info", required=True),
            "jsonSchemaDialect": _NOTE,
            "servers": _list("server"),
            "paths": _one("paths"),
            "webhooks": _map("pathItem"),
            "components": _one("components"),
            "security": _list("security"),
            "tags": _list("tag"),
            "externalDocs": _one("externalDocs", soft=True),
        },
        label="document",
    ),
    "paths": Object({}, others=_one("pathItem"), label="paths"),
    "pathItem": _path_item({"servers": _list("server"), "additionalOperations": _map("operation")}),
    "operation": Object(
        {
            "tags": _list(Leaf.TEXT),
            "summary": _NOTE,
            "description": _NOTE,
            "externalDocs": _one("externalDocs", soft=True),
            "operationId": _TEXT,
            "parameters": _list("parameter"),
            "requestBody": _one("requestBody"),
            "responses": _one("responses"),
            "callbacks": _map("callback"),
            "deprecated": _HINT,
            "security": _list("security"),
            "servers": _list("server"),
        },
        label="operation",
    ),
    "parameter": Object({"name": _NEEDED, "in": _NEEDED, **_PARAMETER}, label="parameter", reference=True),
    "header": Object(_PARAMETER, label="header", reference=True),
    "requestBody": Object(
        {"description": _NOTE, "content": _map("mediaType", required=True), "required": _FLAG},
        label="request body",
        reference=True,
    ),
    "mediaType": Object(
        {
            "schema": _one("schema"),
            "itemSchema": _one("schema"),
            "example": _ANY,
            "examples": _map("example", soft=True),
            "encoding": _map("encoding"),
            "prefixEncoding": _list("encoding"),
            "itemEncoding": _one("encoding"),
        },
        label="media type",
        reference=True,
    ),
    "encoding": Object(
        {
            "contentType": _TEXT,
            "headers": _map("header"),
            "style": _TEXT,
            "explode": _FLAG,
            "allowReserved": _FLAG,
            "encoding": _map("encoding"),
            "prefixEncoding": _list("encoding"),
            "itemEncoding": _one("encoding"),
        },
        label="encoding",
    ),
    "responses": Object({}, others=_one("response"), label="responses"),
    "response": Object(
        {
            "summary": _NOTE,
            "description": _NOTE,
            "headers": _map("header"),
            "content": _map("mediaType"),
            "links": _map("link", soft=True),
        },
        label="response",
        reference=True,
    ),
    "callback": Object({}, others=_one("pathItem"), label="callback", reference=True),
    "example": Object(
        {
            "summary": _NOTE,
            "description": _NOTE,
            "value": _ANY,
            "dataValue": _ANY,
            "serializedValue": _ANY,
            "externalValue": _NOTE,
        },
        label="example",
        reference=True,
    ),
    "link": Object(
        {
            "operationRef": _NOTE,
            "operationId": _NOTE,
            "parameters": _ANY,
            "requestBody": _ANY,
            "description": _NOTE,
            "server": _one("server", soft=True),
        },
        label="link",
        reference=True,
    ),
    "server": Object(
        {"url": _NEEDED, "name": _NOTE, "description": _NOTE, "variables": _map("serverVariable")}, label="server"
    ),
    "serverVariable": Object(
        {"default": _NEEDED, "enum": _list(Leaf.TEXT), "description": _NOTE}, label="server variable"
    ),
    "components": Object(
        {
            "schemas": _map("schema"),
            "responses": _map("response"),
            "parameters": _map("parameter"),
            "examples": _map("example", soft=True),
            "requestBodies": _map("requestBody"),
            "headers": _map("header"),
            "securitySchemes": _map("securityScheme"),
            "links": _map("link", soft=True),
            "callbacks": _map("callback"),
            "pathItems": _map("pathItem"),
            "mediaTypes": _map("mediaType"),
        },
        label="components",
    ),
    "securityScheme": Object(
        {
            "type": _NEEDED,
            "description": _NOTE,
            "name": _TEXT,
            "in": _TEXT,
            "scheme": _TEXT,
            "bearerFormat": _NOTE,
            "flows": _one("flows"),
            "openIdConnectUrl": _NOTE,
            "oauth2MetadataUrl": _NOTE,
            "deprecated": _HINT,
        },
        label="security scheme",
        reference=True,
    ),
    "flows": Object(
        {
            name: _one("flow")
            for name in ("implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization")
        },
        label="flows",
    ),
    "flow": Object(
        {
            "authorizationUrl": _NOTE,
            "tokenUrl": _TEXT,
            "refreshUrl": _NOTE,
            "deviceAuthorizationUrl": _NOTE,
            "scopes": Field(Leaf.TEXT, Form.MAP),
        },
        label="flow",
    ),
    "discriminator": Object(
        {"propertyName": _NEEDED, "mapping": Field(Leaf.TEXT, Form.MAP), "defaultMapping": _TEXT},
        label="discriminator",
    ),
    "schema": Object(_SCHEMA, label="schema", reference=True, boolean=True, open=True),
}

_LIMITS: Final = (
    *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf", "maxLength", "minLength"),
    *("pattern", "maxItems", "minItems", "uniqueItems", "enum"),
)
_ITEMS_2: Final[dict[str, Field]] = {
    "type": _TEXT,
    "format": _TEXT,
    "items": _one("items"),
    "collectionFormat": _TEXT,
    "default": _ANY,
    **{name: _SCHEMA[name] for name in _LIMITS},
}

SWAGGER_2: Final[Grammar] = {
    **_INFO,
    "document": Object(
        {
            "swagger": _NEEDED,
            "info": _one("info", required=True),
            "host": _TEXT,
            "basePath": _TEXT,
            "schemes": _list(Leaf.TEXT),
            "consumes": _list(Leaf.TEXT),
            "produces": _list(Leaf.TEXT),
            "paths": _one("paths", required=True),
            "x-path-items": _map("pathItem"),  # Where path items of other files are put.
            "definitions": _map("schema"),
            "parameters": _map("parameter"),
            "responses": _map("response"),
            "securityDefinitions": _map("securityScheme"),
            "security": _list("security"),
            "tags": _list("tag"),
            "externalDocs": _one("externalDocs", soft=True),
        },
        label="document",
    ),
    "paths": Object({}, others=_one("pathItem"), label="paths"),
    "pathItem": _path_item({}),
    "operation": Object(
        {
            "tags": _list(Leaf.TEXT),
            "summary": _NOTE,
            "description": _NOTE,
            "externalDocs": _one("externalDocs", soft=True),
            "operationId": _TEXT,
            "consumes": _list(Leaf.TEXT),
            "produces": _list(Leaf.TEXT),
            "parameters": _list("parameter"),
            "responses": _one("responses"),
            "schemes": _list(Leaf.TEXT),
            "deprecated": _HINT,
            "security": _list("security"),
        },
        label="operation",
    ),
    "parameter": Object(
        {
            "name": _NEEDED,
            "in": _NEEDED,
            "description": _NOTE,
            "required": _FLAG,
            "allowEmptyValue": _HINT,
            "schema": _one("schema"),
            **_ITEMS_2,
        },
        label="parameter",
        reference=True,
    ),
    "items": Object(_ITEMS_2, label="items"),
    "header": Object({"description": _NOTE, **_ITEMS_2}, label="header"),
    "responses": Object({}, others=_one("response"), label="responses"),
    "response": Object(
        {"description": _NOTE, "schema": _one("schema"), "headers": _map("header"), "examples": _ANY},
        label="response",
        reference=True,
    ),
    "securityScheme": Object(
        {
            "type": _NEEDED,
            "description": _NOTE,
            "name": _TEXT,
            "in": _TEXT,
            "flow": _TEXT,
            "authorizationUrl": _NOTE,
            "tokenUrl": _TEXT,
            "scopes": Field(Leaf.TEXT, Form.MAP),
        },
        label="security scheme",
    ),
    "schema": Object({**_SCHEMA, "discriminator": _TEXT}, label="schema", reference=True, boolean=True, open=True),
}


class Item(NamedTuple):
    """An object of a document that the grammar knows."""

    kind: str
    node: JsonMap
    pointer: str


def objects(root: Json, grammar: Grammar, kind: str = "document", pointer: str = "#") -> Iterator[Item]:
    """The objects from `root` down, parents before children, in document order; wrong types are passed over.

    The children of an object are read after it was handed out, so that a caller may mend it first.  What stands
    beside a `$ref` counts for schemas and path items only.
    """
    work: list[tuple[str, Json, str]] = [(kind, root, pointer)]
    while work:
        kind, node, pointer = work.pop()
        if isinstance(node, dict):
            yield Item(kind, node, pointer)
            work.extend(reversed(list(children(grammar, kind, node, pointer))))


def children(grammar: Grammar, kind: str, node: JsonMap, pointer: str) -> Iterator[tuple[str, Json, str]]:
    """What the fields of one object hold that is an object again: kind, value, pointer."""
    shape = grammar[kind]
    if "$ref" in node and shape.reference and kind not in ("schema", "pathItem"):
        return
    for key, value in node.items():
        held = field_of(shape, key)
        if held is None or held.kind not in grammar:
            continue
        below = f"{pointer}/{escape(key)}"
        if held.form is Form.ONE:
            yield held.kind, value, below
        elif held.form is Form.LIST and isinstance(value, list):
            for index, item in enumerate(value):
                yield held.kind, item, f"{below}/{index}"
        elif held.form is Form.MAP and isinstance(value, dict):
            for name, item in value.items():
                yield held.kind, item, f"{below}/{escape(name)}"


def field_of(shape: Object, key: str) -> Field | None:
    """What the field `key` holds; None for an extension or an unknown field."""
    held = shape.fields.get(key)
    if (
        held is None
        and shape.others is not None
        and not (key.startswith("x-") and shape.label != "security requirement")
    ):
        return shape.others
    return held
