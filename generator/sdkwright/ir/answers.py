"""The results of an operation: which of its answers are different ones, and what each is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Content, MediaKind, Response
from sdkwright.ir.types import Origin, ScalarType, Type

VALUES: Final = (MediaKind.JSON, MediaKind.TEXT)
"""Results that are values, and no objects of the runtime."""
FILES: Final = (MediaKind.BINARY, MediaKind.MULTIPART)
"""Results that are read from the open response."""


def different_results(successes: Iterable[Response]) -> list[Content]:
    """The contents of successes that are results of their own: values of one type are one, files are not."""
    found: dict[object, Content] = {}
    for content in (content for response in successes for content in response.contents):
        kind = MediaKind.JSON if content.kind in VALUES else content.kind
        found.setdefault(content.id if kind in FILES else (kind, result_type(content)), content)
    return list(found.values())


def result_type(content: Content) -> Type:
    """The type of a result that is a value, or of each event."""
    return ScalarType(Scalar.STRING) if content.kind is MediaKind.TEXT else content.type


def is_called_error(origin: Origin) -> bool:
    """Whether the name of a component, if it is one, says that it is an error."""
    return "error" in (origin.name_override or origin.component or "error").lower()
