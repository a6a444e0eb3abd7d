"""Scalar types: `type` and `format` (OpenAPI 3.1, section 4.4; the OpenAPI format registry)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sdkwright.ir.types import Json, Scalar, ScalarType, Type
from sdkwright.normalise.schemas.keywords import STRUCTURAL, UNCHECKED

_STRINGS: Final = {
    "date-time": Scalar.DATETIME,
    "date": Scalar.DATE,
    "binary": Scalar.BASE64,
    "decimal": Scalar.DECIMAL_STRING,
    "bigint": Scalar.BIGINT_STRING,
}
_KINDS: Final = {
    "string": Scalar.STRING,
    "integer": Scalar.INTEGER,
    "number": Scalar.NUMBER,
    "boolean": Scalar.BOOLEAN,
}


def scalar_type(kind: str, keywords: Mapping[str, Json]) -> ScalarType:
    """The scalar of one JSON kind.  `format: byte` is text, as the published clients have it."""
    form = keywords.get("format")
    if kind == "string":
        if keywords.get("contentEncoding") == "base64":
            return ScalarType(Scalar.BASE64)
        return ScalarType(_STRINGS.get(form, Scalar.STRING) if isinstance(form, str) else Scalar.STRING)
    if form == "decimal" and kind in ("number", "integer"):
        return ScalarType(Scalar.DECIMAL)
    if form == "bigint" and kind in ("number", "integer"):
        return ScalarType(Scalar.BIGINT)
    return ScalarType(_KINDS[kind])


def plain_scalar(node: Mapping[str, Json]) -> ScalarType | None:
    """The type of a schema that is only a scalar, perhaps nullable; None if anything else shapes it."""
    kind = node.get("type")
    nullable = False
    if isinstance(kind, list):
        others = [one for one in kind if one != "null"]
        if len(others) != 1:
            return None
        nullable = len(kind) > 1
        kind = others[0]
    if not isinstance(kind, str) or kind not in _KINDS or not _SHAPING.intersection(node) <= _OF_SCALARS:
        return None
    found = scalar_type(kind, node)
    return ScalarType(found.scalar, nullable=True) if nullable else found


def is_binary(keywords: Mapping[str, Json], types: tuple[str, ...] | None) -> bool:
    """Whether a schema stands for raw bytes (OpenAPI 3.1, section 4.8.14.2, and `format: binary` of 3.0)."""
    if types is not None and "string" not in types:
        return False
    if keywords.get("format") == "binary":
        return True
    return "contentMediaType" in keywords and "contentEncoding" not in keywords and _is_bytes(keywords)


def _is_bytes(keywords: Mapping[str, Json]) -> bool:
    media_type = str(keywords["contentMediaType"]).lower()
    return not media_type.startswith("text/") and "json" not in media_type


_SHAPING: Final = STRUCTURAL | UNCHECKED
_OF_SCALARS: Final = frozenset({"type", "format", "contentEncoding"})


def with_null(found: Type) -> Type:
    """The same type, which may also be null."""
    return found if found.nullable else replace(found, nullable=True)
