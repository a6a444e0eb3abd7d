"""The keywords of a schema, sorted by what they do here (JSON Schema 2020-12 and OpenAPI 3.1, section 4.8.24)."""

from __future__ import annotations

from typing import Final

from sdkwright.ir.scalars import ROWS

STRUCTURAL: Final = frozenset(
    {
        "type",
        "properties",
        "required",
        "additionalProperties",
        "unevaluatedProperties",
        "patternProperties",
        "items",
        "prefixItems",
        "anyOf",
        "oneOf",
        "allOf",
        "enum",
        "const",
        "format",
        "contentEncoding",
        "$ref",
        "discriminator",
    }
)
"""They shape the type.  Beside a `$ref` or in an `allOf` they make another type than the one referred to."""

DOCUMENTED: Final = (
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "contentMediaType",
)
"""Assertions that the server checks and the client only documents, in the order in which it does."""
CONSTRAINTS: Final = frozenset(DOCUMENTED)

UNCHECKED: Final = frozenset(
    {
        "not",
        "if",
        "then",
        "else",
        "contains",
        "minContains",
        "maxContains",
        "propertyNames",
        "dependentSchemas",
        "dependentRequired",
        "dependencies",
        "unevaluatedItems",
        "contentSchema",
        "$dynamicRef",
    }
)
"""Conditions that no Python type says.  The rest of the schema is generated, the condition is not: a warning."""

ANNOTATIONS: Final = frozenset(
    {
        "title",
        "description",
        "default",
        "example",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "xml",
        "summary",
        "$comment",
        "$id",
        "$schema",
        "$anchor",
        "$dynamicAnchor",
        "$defs",
        "definitions",
        "$vocabulary",
        "nullable",
    }
)

KNOWN: Final = STRUCTURAL | CONSTRAINTS | UNCHECKED | ANNOTATIONS

OBJECT_HINTS: Final = ("properties", "patternProperties", "additionalProperties")
ARRAY_HINTS: Final = ("items", "prefixItems")

PLAIN_FORMATS: Final = frozenset({"int32", "int64", "float", "double"} | {row.format for row in ROWS.values()})
"""Formats that the type itself shows; others are noted."""
