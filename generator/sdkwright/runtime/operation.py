"""The immutable plan of one operation: what a rendered resource module builds once and every call runs.

Nothing here imports pydantic or an HTTP library; types are named by thunks (`lambda: models.Pet`).

The contract with the renderer, by example.  A complete rendered resource module:

    from __future__ import annotations

    from collections.abc import Mapping
    from typing import List, Optional, Union

    from . import models, utils                       # PEP 562 packages: importing them loads nothing
    from ._runtime import operation as op
    from ._runtime.resource import Resource
    from .types import UNSET, OptionalNullable

    _UPDATE_SESSION: op.Operation[
        Optional[models.UpdateSessionResponseBody], Optional[models.UpdateSessionResponseBody]
    ] = op.Operation(
        id="UpdateSession",
        method="PATCH",
        path=("/v2/traces/sessions/", op.Path("session_id", "session_id")),
        query=(
            op.Query("limit", "limit", type=lambda: int),
            op.Query("filter", "filter", op.deep_object, type=lambda: models.Filter),
        ),
        headers=(op.Header(None, "contactId", global_name="contact_id"),),
        body=op.JsonBody(
            lambda: models.UpdateSessionRequestBody,
            fields=(op.Field("id", "id"), op.Field("project_id", "project_id", nullable=True)),
        ),
        responses=(
            op.Json("200", "application/json", lambda: models.UpdateSessionResponseBody),
            op.JsonError("404", "application/json", lambda: models.HonoAPIError, lambda: models.HonoAPIErrorData),
            op.ApiError("4XX"),
            op.ApiError("5XX"),
        ),
    )

    class Sessions(Resource):
        def update(
            self, *, session_id: str, id: Optional[str] = None, project_id: OptionalNullable[str] = UNSET,
            limit: Optional[int] = None, filter: Optional[Union[models.Filter, models.FilterTypedDict]] = None,
            retries: OptionalNullable[utils.RetryConfig] = UNSET, server_url: Optional[str] = None,
            timeout_ms: Optional[int] = None, http_headers: Optional[Mapping[str, str]] = None,
        ) -> Optional[models.UpdateSessionResponseBody]:
            return self._call(
                _UPDATE_SESSION,
                {"session_id": session_id, "id": id, "project_id": project_id, "limit": limit, "filter": filter},
                op.Options(retries, server_url, timeout_ms, http_headers),
            )

        async def update_async(self, *, ...the same...) -> Optional[models.UpdateSessionResponseBody]:
            return await self._call_async(_UPDATE_SESSION, {...}, op.Options(...))

Rules:

* `Operation[S, A]`: S is what the sync method returns, A the async one.  They differ for streams and pages only.  The
  annotation is always written: it is where the result's type comes from.  Results are:
  - JSON: the type; `None` when no success row has content; text `str`; bytes `bytes`;
  - `Download`: `downloads.Download`, `downloads.AsyncDownload`;
  - `Events`: `streams.EventStream[Event]`, `streams.AsyncEventStream[Event]`;
  - `JsonLines`: `streams.JsonLineStream[Item]`, `streams.AsyncJsonLineStream[Item]`;
  - several success types: their Union;
  - with `paging=`: `paging.Page[Body, Item]`, `paging.AsyncPage[Body, Item]`;
  - `Optional[...]` around it unless `result_required=True`.
* Arguments reach `_call` by their Python names.  An optional argument's default is `None` (or `UNSET` where null is a
  value); a default that the document gives is never rendered, since the server applies it.
* `type=` of a parameter: a thunk of its type.  Leave it out only where the type is `str`.
* `default=` of a required parameter: its default as JSON, which is sent if the caller gives nothing.
* A parameter that is a global: `global_name=` is the key in `Configuration.globals`; it fills the argument if that was
  not given.  A hidden global has `argument=None`.
* `path` is split before: literal pieces (percent-encoded where the document does not do it) and `Path` rows in turn.
* One argument holds the whole body: `argument="request"` (or its name); flattened: `fields=`.
* Several media types: `body=op.BodyChoice((JsonBody(...), TextBody(...)), "content_type")`, each with `argument=`, or
  with the `fields=` of the choice.  The method has an argument of the name that is given, if that is not another one's.
* Rows of `responses`: a status is `200`, `4XX` or `default`; media types are written as the document has them.
  Success rows without content are `op.Empty("204")`.  Declared errors without a schema need no row where `4XX`/`5XX`
  rows cover them; `default` errors are `op.ApiError("default")` or `op.JsonError("default", ...)`.
* A method with a `security` argument passes it as the last of its `op.Options`; `security=` of the plan then names the
  alternatives: keys of `Configuration.security_schemes`.  `security=()` means: the operation takes no security.
  `security=None`: the SDK's.
* The root class derives from `sdk.SDKBase`, its groups from `resource.Resource`.  Child groups are
  `@cached_property def events(self) -> Events: from .events import Events; return Events(self._core)`.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from .configuration import Retries, SecurityUse, Server
from .decode.answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Response, Text
from .encode.parameters import (
    cookie_form,
    cookie_form_joined,
    cookie_json,
    deep_object,
    form,
    form_joined,
    header_json,
    header_simple,
    header_simple_explode,
    label,
    label_explode,
    matrix,
    matrix_explode,
    path_json,
    pipe_delimited,
    query_json,
    simple,
    simple_explode,
    space_delimited,
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
from .operations.options import Options
from .values.rows import Row

__all__ = [
    "ApiError",
    "BinaryBody",
    "Body",
    "BodyChoice",
    "Bytes",
    "Cookie",
    "Download",
    "Empty",
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
    "cookie_form",
    "cookie_form_joined",
    "cookie_json",
    "deep_object",
    "form",
    "form_joined",
    "header_json",
    "header_simple",
    "header_simple_explode",
    "label",
    "label_explode",
    "matrix",
    "matrix_explode",
    "path_json",
    "pipe_delimited",
    "query_json",
    "simple",
    "simple_explode",
    "space_delimited",
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


S = TypeVar("S")
A = TypeVar("A")


class Operation(Generic[S, A]):
    """The plan of one operation; immutable.  S: the result of the sync method, A: of the async one."""

    __slots__ = (
        "body",
        "cookies",
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
        self.prepared = None

    def __repr__(self) -> str:
        return f"<Operation {self.id}>"
