"""How the scalars of an API are spelt in Python, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import Json
from sdkwright.openapi.data import is_number
from sdkwright.plan.python.imports import BUILTIN_MODULE
from sdkwright.plan.python.layout import Doc, data
from sdkwright.text.escape import UnsafeTextError, literal, string_literal


def plain(value: Json) -> Doc | None:
    """Plain data, unless it holds something without a literal (infinity, data nested too deeply)."""
    try:
        return data(value)
    except UnsafeTextError:
        return None


def _text(value: Json) -> Doc | None:
    return string_literal(value) if isinstance(value, str) else None


def _flag(value: Json) -> Doc | None:
    return literal(value) if isinstance(value, bool) else None


def _whole(value: Json) -> Doc | None:
    return literal(int(value)) if is_number(value) and (isinstance(value, int) or value.is_integer()) else None


def _number(value: Json) -> Doc | None:
    return plain(value) if is_number(value) else None


def _none(value: Json) -> Doc | None:
    return None


class Spelling(Frozen):
    """One kind of scalar in Python."""

    module: str
    """Where the class is imported from."""
    name: str
    """The class: what annotations and docs say."""
    mark: str | None = None
    """The runtime's annotation that says how values are written, where the class alone does not: the wire form."""
    default: Callable[[Json], Doc | None] = _none
    """The literal of a default; None for one that is read at run time, as an answer of the server is."""


SPELLINGS: Final[Mapping[Scalar, Spelling]] = {
    Scalar.STRING: Spelling(BUILTIN_MODULE, "str", default=_text),
    Scalar.INTEGER: Spelling(BUILTIN_MODULE, "int", default=_whole),
    Scalar.NUMBER: Spelling(BUILTIN_MODULE, "float", default=_number),
    Scalar.BOOLEAN: Spelling(BUILTIN_MODULE, "bool", default=_flag),
    Scalar.NULL: Spelling(BUILTIN_MODULE, "None"),
    Scalar.DATETIME: Spelling("datetime", "datetime"),
    Scalar.DATE: Spelling("datetime", "date"),
    Scalar.BINARY: Spelling(BUILTIN_MODULE, "Union[bytes, IO[bytes], io.BufferedReader]"),
    Scalar.BASE64: Spelling(BUILTIN_MODULE, "bytes"),
    Scalar.DECIMAL: Spelling("decimal", "Decimal", "DECIMAL_NUMBER"),
    Scalar.DECIMAL_STRING: Spelling("decimal", "Decimal"),
    Scalar.BIGINT: Spelling(BUILTIN_MODULE, "int", default=_whole),
    Scalar.BIGINT_STRING: Spelling(BUILTIN_MODULE, "int", "BIGINT_STRING"),
}
"""Every kind.  What raw bytes are called is for the docs alone: modules import `BinaryContent`."""
