"""How samples show the scalars, kind by kind: which value where the document has none, and how a value is written."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Mapping
from typing import Final

from sdkwright.examples.scalars import chosen_integer, chosen_number, chosen_string
from sdkwright.frozen import Frozen
from sdkwright.ir.scalars import ROWS, Scalar
from sdkwright.ir.types import Json, ScalarType
from sdkwright.text.kinds import Code
from sdkwright.view.samples import CallSample, DataSample, DictSample, Import, ListSample, Sample


def plain(value: Json) -> Sample:
    """Plain JSON data; what has no literal is shown as its text."""
    if isinstance(value, dict):
        return DictSample(tuple((key, plain(inner)) for key, inner in value.items()))
    if isinstance(value, list):
        return ListSample(tuple(map(plain, value)))
    return DataSample(str(value) if isinstance(value, float) and not math.isfinite(value) else value)


def written(type: ScalarType, value: Json, module: str) -> Sample:
    """An example that fits its type; `module` is the package of the SDK.  Text beside a narrower kind is text."""
    row = SHOWN[type.scalar]
    return row.written(value, module) if ROWS[type.scalar].is_value(value) else plain(value)


def _plain(value: Json, module: str) -> Sample:
    return plain(value)


def _whole(value: Json, module: str) -> Sample:
    assert isinstance(value, int | float | str)
    return DataSample(int(value))


def _decimal(value: Json, module: str) -> Sample:
    text = str(getattr(value, "text", value))
    return CallSample(Code("Decimal"), Import(Code("decimal"), Code("Decimal")), (DataSample(text),))


def _date_time(value: Json, module: str) -> Sample:
    source = Import(Code(f"{module}.utils"), Code("parse_datetime"))
    return CallSample(Code("parse_datetime"), source, (plain(value),))


def _date(value: Json, module: str) -> Sample:
    return CallSample(Code("date.fromisoformat"), Import(Code("datetime"), Code("date")), (plain(value),))


def _bytes(value: Json, module: str) -> Sample:
    return DataSample(str(value).encode("utf-8", "replace"))


def _base64(value: Json, module: str) -> Sample:
    """The bytes that base64 stands for, as the client reads it: both alphabets, with padding or without."""
    bare = str(value).replace("\r", "").replace("\n", "").rstrip("=")
    standard = bare.replace("-", "+").replace("_", "/")
    return DataSample(base64.b64decode(standard + "=" * (-len(bare) % 4)))


class Shown(Frozen):
    """One kind of scalar in a sample."""

    chosen: Callable[[str, Mapping[str, Json]], Json]
    """A value, as JSON has it, of something with a name and limits."""
    written: Callable[[Json, str], Sample]
    """A value, as Python has it, in the package of a name."""


SHOWN: Final[Mapping[Scalar, Shown]] = {
    Scalar.STRING: Shown(chosen_string, _plain),
    Scalar.INTEGER: Shown(lambda name, limits: chosen_integer(limits), _whole),
    Scalar.NUMBER: Shown(lambda name, limits: chosen_number(limits), _plain),
    Scalar.BOOLEAN: Shown(lambda name, limits: True, _plain),
    Scalar.NULL: Shown(lambda name, limits: None, _plain),
    Scalar.DATETIME: Shown(lambda name, limits: "2024-01-01T00:00:00Z", _date_time),
    Scalar.DATE: Shown(lambda name, limits: "2024-01-01", _date),
    Scalar.BINARY: Shown(lambda name, limits: "example", _bytes),
    Scalar.BASE64: Shown(lambda name, limits: "ZXhhbXBsZQ==", _base64),
    Scalar.DECIMAL: Shown(lambda name, limits: chosen_number(limits), _decimal),
    Scalar.DECIMAL_STRING: Shown(lambda name, limits: str(chosen_number(limits)), _decimal),
    Scalar.BIGINT: Shown(lambda name, limits: chosen_integer(limits), _whole),
    Scalar.BIGINT_STRING: Shown(lambda name, limits: str(chosen_integer(limits)), _whole),
}
"""Every kind."""
