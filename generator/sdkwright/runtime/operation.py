"""The immutable plan of one operation: what a resource module builds once and every call runs.

Nothing here imports pydantic or an HTTP library; types are named by thunks (`lambda: models.Pet`).
"""

from __future__ import annotations

from typing import Generic, TypeVar

from .configuration import Retries, SecurityUse, Server
from .decode.answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Response, Text
from .encode.parameters import (
    WholeForm,
    cookie_form,
    cookie_form_joined,
    cookie_json,
    deep_object,
    deep_object_empty,
    form,
    form_empty,
    form_joined,
    form_joined_empty,
    header_json,
    header_simple,
    header_simple_explode,
    label,
    label_explode,
    matrix,
    matrix_explode,
    path_json,
    pipe_delimited,
    pipe_delimited_empty,
    query_json,
    simple,
    simple_explode,
    space_delimited,
    space_delimited_empty,
    whole_json,
    whole_text,
)
from .encode.request_rows import (
    BinaryBody,
    Body,
    BodyChoice,
    Cookie,
    Field,
    FormBody,
    Header,
    JsonBody,
    LinesBody,
    MultipartBody,
    PartEncoding,
    Path,
    Query,
    TextBody,
)
from .operations.folded import unfolded
from .operations.options import Options
from .values.rows import Row, Type

__all__ = [
    "ApiError",
    "BinaryBody",
    "Body",
    "BodyChoice",
    "Bytes",
    "Cookie",
    "Download",
    "Empty",
    "Envelope",
    "Events",
    "Field",
    "FormBody",
    "Header",
    "Json",
    "JsonBody",
    "JsonError",
    "JsonLines",
    "LinesBody",
    "MultipartBody",
    "Operation",
    "Options",
    "Paging",
    "PagingInput",
    "PartEncoding",
    "Path",
    "Query",
    "Response",
    "Text",
    "TextBody",
    "WholeForm",
    "cookie_form",
    "cookie_form_joined",
    "cookie_json",
    "deep_object",
    "deep_object_empty",
    "form",
    "form_empty",
    "form_joined",
    "form_joined_empty",
    "header_json",
    "header_simple",
    "header_simple_explode",
    "label",
    "label_explode",
    "matrix",
    "matrix_explode",
    "path_json",
    "pipe_delimited",
    "pipe_delimited_empty",
    "query_json",
    "simple",
    "simple_explode",
    "space_delimited",
    "space_delimited_empty",
    "unfolded",
    "whole_json",
    "whole_text",
]


class PagingInput(Row):
    """Where the next page is asked for.

    `role`: `page`, `offset`, `limit` or `cursor`.  `argument`: the method's argument that holds it (a parameter or a
    flattened field); `path`: inside that argument, when it is the whole body: the wire names down to the property.
    `default`: the parameter's or property's default in the document (a limit that the caller left out).
    """

    role: str
    argument: str
    path: tuple[str, ...] = ()
    default: int | None = None


class Paging(Row):
    """`x-speakeasy-pagination`; outputs are steps into the decoded JSON body (property names and indexes)."""

    kind: str
    """`offsetLimit`, `cursor` or `url`."""
    inputs: tuple[PagingInput, ...] = ()
    results: tuple[str | int, ...] | None = None
    num_pages: tuple[str | int, ...] | None = None
    next_cursor: tuple[str | int, ...] | None = None
    next_url: tuple[str | int, ...] | None = None


class Envelope(Row):
    """The object that a method returns in place of the result.  `fields`: status, media type, and the result's field.

    `http_meta`: it has request and response in one field, not the response and what is read of it.  `headers`: it has
    the headers alone."""

    type: Type
    fields: tuple[tuple[str, str, str], ...] = ()
    http_meta: bool = False
    headers: bool = False

    def field(self, row: Response) -> str | None:
        """The field of what a row reads."""
        media_type = getattr(row, "media_type", "")
        return next((name for status, kind, name in self.fields if (status, kind) == (row.status, media_type)), None)


S = TypeVar("S")
A = TypeVar("A")


class Operation(Generic[S, A]):
    """The plan of one operation; immutable.  S: the result of the sync method, A: of the async one."""

    __slots__ = (
        "body",
        "cookies",
        "envelope",
        "headers",
        "id",
        "idempotency_header",
        "method",
        "paging",
        "path",
        "prepared",
        "query",
        "responses",
        "result_required",
        "retries",
        "security",
        "servers",
        "timeout_ms",
    )

    prepared: object
    """What `operations.plan` works out on the first call, and keeps here; None until then."""

    def __init__(
        self,
        *,
        id: str,
        method: str,
        path: tuple[str | Path, ...],
        query: tuple[Query, ...] = (),
        headers: tuple[Header, ...] = (),
        cookies: tuple[Cookie, ...] = (),
        body: Body | None = None,
        responses: tuple[Response, ...] = (),
        retries: Retries | None = None,
        timeout_ms: int | None = None,
        security: tuple[tuple[SecurityUse, ...], ...] | None = None,
        servers: tuple[Server, ...] = (),
        paging: Paging | None = None,
        result_required: bool = False,
        idempotency_header: str | None = None,
        envelope: Envelope | None = None,
    ) -> None:
        self.id = id
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.cookies = cookies
        self.body = body
        self.responses = responses
        self.retries = retries
        self.timeout_ms = timeout_ms
        self.security = security
        self.servers = servers
        self.paging = paging
        self.result_required = result_required
        self.idempotency_header = idempotency_header
        self.envelope = envelope
        self.prepared = None

    def __repr__(self) -> str:
        return f"<Operation {self.id}>"
