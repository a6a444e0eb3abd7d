"""What is worked out of an `Operation` on its first call: encoders with their codecs, the response table, the policy.

This half may import pydantic (through `codec`).  Building it twice in two threads does no harm: the results are equal
and one of them stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from pydantic_core import from_json

from ..decode.handlers import Handlers, accept_of
from ..encode.parameters import JsonText, cookie_json, header_json, path_json, query_json, whole_json
from ..encode.request_rows import Cookie, Header, Path, Query
from ..operation import Operation
from ..unset import UNSET
from ..values.arguments import accepted
from ..values.codec import Codec, codec

if TYPE_CHECKING:
    from ..encode.payload import BodyEncoder
    from .policy import Policy


class Parameter:
    """One parameter with its codec."""

    __slots__ = ("argument", "codec", "default", "encode", "global_name", "is_json", "name", "required", "reserved")

    def __init__(self, row: Path | Query | Header | Cookie) -> None:
        self.argument = row.argument
        self.name = row.name
        self.encode: Any = row.encode
        self.global_name = row.global_name
        self.required = True if isinstance(row, Path) else row.required
        self.reserved = row.allow_reserved if isinstance(row, Path | Query) else False
        self.codec: Codec[Any] | None = None if row.type is None else codec(row.type())
        self.is_json = row.encode in (path_json, query_json, header_json, cookie_json, whole_json)
        self.default: object = None
        if row.default is not None:
            self.default = JsonText(row.default) if self.is_json else from_json(row.default)

    def value(self, arguments: Mapping[str, object], global_values: Mapping[str, object]) -> object:
        """The plain value to encode, or None.  Raises `ValueError` if a required one is missing."""
        value = arguments.get(self.argument) if self.argument is not None else None
        if value is None or value is UNSET:
            value = global_values.get(self.global_name) if self.global_name is not None else None
            if value is None or value is UNSET:
                if self.required and self.default is None:
                    raise ValueError(f"the parameter {self.name!r} is required")
                return self.default
            if isinstance(value, str):
                return value  # perhaps from the environment, where everything is text
        return value if self.codec is None else self._plain(self.codec, value)

    def encoded(self, *given: Any) -> Any:
        """A value as text of the request.

        Raises `ValueError` or `TypeError`, which name the parameter, if it has no such form.
        """
        try:
            return self.encode(*given)
        except (TypeError, ValueError) as problem:
            if self.name in str(problem):
                raise
            kind = TypeError if isinstance(problem, TypeError) else ValueError
            raise kind(f"the parameter {self.name!r}: {problem}") from None

    def _plain(self, codec: Codec[Any], value: object) -> object:
        """A checked value as plain data with wire names.  Scalars keep their Python types."""
        checked = accepted(codec, self.argument or self.name, value)
        if self.is_json:
            return JsonText(codec.write(checked).decode())
        return cast("object", codec.plain(checked))


class Prepared:
    """Everything a call needs that depends on the operation alone."""

    __slots__ = (
        "accept",
        "body",
        "cookies",
        "headers",
        "pieces",
        "policy",
        "query",
        "responses",
        "static_path",
        "static_query",
    )

    def __init__(self, operation: Operation[Any, Any]) -> None:
        self.pieces: list[str | Parameter] = [
            piece if isinstance(piece, str) else Parameter(piece) for piece in operation.path
        ]
        self.static_query = ""
        last = self.pieces[-1] if self.pieces else ""
        if isinstance(last, str) and "?" in last:
            # A path template of the document may carry a fixed query.
            self.pieces[-1], _, self.static_query = last.partition("?")
        literal = [piece for piece in self.pieces if isinstance(piece, str)]
        self.static_path = "".join(literal) if len(literal) == len(self.pieces) else None
        self.query = tuple(Parameter(row) for row in operation.query)
        self.headers = tuple(Parameter(row) for row in operation.headers)
        self.cookies = tuple(Parameter(row) for row in operation.cookies)
        self.accept = (b"Accept", accept_of(operation.responses).encode("ascii"))
        self.body: BodyEncoder | None = None
        if operation.body is not None:
            from ..encode.bodies import body_encoder

            self.body = body_encoder(operation.body)
        self.policy: Policy | None = None
        if operation.retries is not None:
            from .policy import document_policy

            self.policy = document_policy(operation.retries)
        self.responses = Handlers(operation.responses, operation.id)

    def path(self, arguments: Mapping[str, object], global_values: Mapping[str, object]) -> str:
        """The encoded path.  Raises `ValueError` for an empty value and for `.` and `..` as a segment."""
        if self.static_path is not None:
            return self.static_path
        parts: list[str] = []
        for piece in self.pieces:
            if type(piece) is str:
                parts.append(piece)
            else:
                parameter = cast("Parameter", piece)
                value = parameter.value(arguments, global_values)
                parts.append(parameter.encoded(parameter.name, value, parameter.reserved))
        path = "".join(parts)
        if "/." in path and any(segment in (".", "..") for segment in path.split("/")):
            raise ValueError("a path parameter makes '.' or '..' a segment of the path")
        return path

    def query_parts(self, arguments: Mapping[str, object], global_values: Mapping[str, object]) -> list[str]:
        """The encoded pairs of the query."""
        parts = [self.static_query] if self.static_query else []
        for parameter in self.query:
            value = parameter.value(arguments, global_values)
            if value is not None:
                part = parameter.encoded(parameter.name, value, parameter.reserved)
                if part:
                    parts.append(part)
        return parts


def prepare(operation: Operation[Any, Any]) -> Prepared:
    """The prepared form of an operation, made once."""
    prepared = operation.prepared
    if not isinstance(prepared, Prepared):
        prepared = operation.prepared = Prepared(operation)
    return prepared
