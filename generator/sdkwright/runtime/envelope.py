"""Answers in an envelope: the result in a field of an object, beside what came over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from .http import Response, header_values

if TYPE_CHECKING:
    from .operation import Operation

__all__ = ["AS_IT_IS", "HTTPMetadata", "HTTPMetadataTypedDict", "Response", "enveloped"]

AS_IT_IS: Final = GetPydanticSchema(lambda source, handler: core_schema.any_schema())
"""Marks a field that holds an object of the runtime or of the HTTP library, which nobody validates."""


class HTTPMetadata:
    """The request that was sent last, and its response, as the HTTP library has them."""

    __slots__ = ("request", "response")

    def __init__(self, response: Response, request: Any) -> None:
        self.response = response
        self.request = request

    def __repr__(self) -> str:
        return f"HTTPMetadata(status_code={self.response.status_code})"


class HTTPMetadataTypedDict(TypedDict):
    """The same as a dictionary."""

    response: Response
    request: Any


def enveloped(operation: Operation[Any, Any], result: object, response: Response) -> Any:
    """The envelope of a result; without one where the answer had no body."""
    envelope = operation.envelope
    prepared: Any = operation.prepared
    assert envelope is not None
    media_type = response.headers.get("content-type")
    kind: Any = envelope.type()
    if envelope.headers:
        values: dict[str, object] = {"headers": header_values(response.headers)}
    elif envelope.http_meta:
        values = {"http_meta": HTTPMetadata(response, response.request)}
    else:
        values = {"content_type": media_type or "", "status_code": response.status_code, "raw_response": response}
    handler = prepared.responses.handler(response.status_code, media_type)
    field = None if handler is None else envelope.field(handler.row)
    if field is not None and result is not None:
        values[field] = result
    return kind.model_construct(**values)
