"""Scalar types: `type` and `format` (OpenAPI 3.1, section 4.4; the OpenAPI format registry)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkwright.frozen import replace
from sdkwright.ir.scalars import BY_FORMAT, TYPES, Scalar
from sdkwright.ir.types import Json, ScalarType, Type
from sdkwright.normalise.schemas.keywords import STRUCTURAL, UNCHECKED


def scalar_type(kind: str, keywords: Mapping[str, Json], *, decodes: bool) -> ScalarType:
    """The scalar of one of `TYPES`.  `format: byte` is text, as the published clients have it.

    `decodes`: `contentEncoding: base64` stands for bytes, and not for the text that they are written as.
    """
    if decodes and kind == "string" and keywords.get("contentEncoding") == "base64":
        return ScalarType(Scalar.BASE64)
    form = keywords.get("format")
    plain = _SCALARS[kind, None]
    return plain if form is None else _SCALARS.get((kind, form), plain) if isinstance(form, str) else plain


def plain_scalar(node: Mapping[str, Json], *, decodes: bool) -> ScalarType | None:
    """The type of a schema that is only a scalar, perhaps nullable; None if anything else shapes it."""
    kind, nullable = node.get("type"), False
    if isinstance(kind, list):
        others = [one for one in kind if one != "null"]
        if len(others) != 1:
            return None
        nullable = len(kind) > 1
        kind = others[0]
    if not isinstance(kind, str) or kind not in TYPES or not _OTHERWISE_SHAPING.isdisjoint(node):
        return None
    found = scalar_type(kind, node, decodes=decodes)
    return _OR_NULL[found.scalar] if nullable else found


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


_SCALARS: Final = {asked: ScalarType(scalar) for asked, scalar in BY_FORMAT.items()}
_OR_NULL: Final = {scalar: ScalarType(scalar, nullable=True) for scalar in Scalar}
"""Each is one value, however many properties are of it."""
_OTHERWISE_SHAPING: Final = (STRUCTURAL | UNCHECKED) - {"type", "format", "contentEncoding"}


def with_null(found: Type) -> Type:
    """The same type, which may also be null."""
    return found if found.nullable else replace(found, nullable=True)
