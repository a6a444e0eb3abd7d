"""The intermediate representation: what the service *is*.  Dataclasses only, and no Python word in them.

Every part that can be named or reported has an `id`: the JSON pointer of the node it was read from, in the bundled
document.  What values are made of stands in `api_types`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from sdkwright.frozen import Frozen
from sdkwright.ir.types import NO_NOTES, Default, Json, Location, Notes, OperationKey, Type, TypeDef, TypeId


class Style(StrEnum):
    """OpenAPI 3.1, section 4.8.12.3."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    DEEP_OBJECT = "deepObject"


class NamedExample(Frozen):
    """An entry of `examples` of a parameter or a content."""

    name: str
    value: Default | None
    """None where it is not in the document."""


class Parameter(Frozen):
    id: str
    name: str
    location: Location
    type: Type
    required: bool
    style: Style
    explode: bool
    allow_reserved: bool = False
    media_type: str | None = None
    """Set when the parameter is described by `content` and not by `schema`."""
    is_whole: bool = False
    """It is all of the query (OpenAPI 3.2, `in: querystring`): a form, JSON or text."""
    encodings: tuple[PartEncoding, ...] = ()
    """How the properties of a form are written, where the document says so."""
    notes: Notes = NO_NOTES
    default: Default | None = None
    named_examples: tuple[NamedExample, ...] = ()
    told: tuple[Json, ...] = ()
    """The examples in its row: those that have names are shown in samples alone."""
    is_global: bool = False
    """Listed under `x-speakeasy-globals`: the client's constructor takes it, and it fills what a call leaves out."""
    hidden: bool = False
    """A hidden global: no argument and no row."""
    name_override: str | None = None


class MediaKind(StrEnum):
    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BINARY = "binary"
    SSE = "sse"
    JSON_LINES = "json-lines"
    """Of requests: a sequence of items in any form, events and parts of a multipart body as well."""


STREAMS = frozenset({MediaKind.SSE, MediaKind.JSON_LINES})
"""Answers that are read value by value."""
DOWNLOADS = frozenset({MediaKind.BINARY, MediaKind.MULTIPART})
"""Answers that are read as bytes."""


class PartEncoding(Frozen):
    """OpenAPI 3.1, section 4.8.15, for one property of a form or multipart body."""

    property_name: str
    content_type: str | None = None
    style: Style = Style.FORM
    explode: bool = True
    allow_reserved: bool = False
    is_json: bool = False
    """Its content type says that it is JSON."""


class Content(Frozen):
    id: str
    media_type: str
    kind: MediaKind
    type: Type
    """For SSE the type of one event: an object with `data`, `event`, `id`, `retry` as the document has it."""
    component: str | None = None
    """The last segment of a reference, alone or wrapped: the key of a component, or of what stands in one."""
    title: str | None = None
    """Of the schema itself."""
    encodings: tuple[PartEncoding, ...] = ()
    examples: tuple[Json, ...] = ()
    named_examples: tuple[NamedExample, ...] = ()
    told: tuple[Json, ...] = ()
    """The examples in the row of a whole body: those of its schema."""
    sentinel: str | None = None
    data_only: bool = False
    """SSE whose schema describes the data alone and not the event around it."""
    item_type: str | None = None
    """The media type of the items of a multipart body, where the document says one."""


class Body(Frozen):
    id: str
    required: bool
    contents: tuple[Content, ...]
    description: str | None = None
    name_override: str | None = None


WITHOUT_CONTENT: Final = frozenset({"204", "205", "304"})
"""Answers of these have no content, whatever the document says (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5)."""


class Response(Frozen):
    status: str
    """`200`, `4XX` or `default`."""
    contents: tuple[Content, ...]
    description: str | None = None
    headers: tuple[Parameter, ...] = ()
    is_error: bool = False
    """4XX, 5XX, default, and whatever `x-speakeasy-errors` adds."""

    @property
    def is_success(self) -> bool:
        """2XX or 3XX, and not declared an error."""
        return not self.is_error and self.status.startswith(("2", "3"))

    @property
    def has_content(self) -> bool:
        """Whether content is described, and the status does not exclude it."""
        return bool(self.contents) and self.status not in WITHOUT_CONTENT


class ServerVariable(Frozen):
    name: str
    default: str
    enum: tuple[str, ...] = ()
    description: str | None = None


class Server(Frozen):
    url: str
    """With `{variable}` places; absolute, or relative to where the document is served."""
    description: str | None = None
    server_id: str | None = None
    variables: tuple[ServerVariable, ...] = ()


class SecurityKind(StrEnum):
    BEARER = "bearer"
    BASIC = "basic"
    API_KEY = "apiKey"
    OAUTH2_CLIENT_CREDENTIALS = "oauth2-client-credentials"
    OAUTH2_TOKEN = "oauth2-token"
    """Any other OAuth2 flow, and OpenID Connect: the caller brings an access token, sent as bearer."""
    HTTP_OTHER = "http-other"
    """Another HTTP scheme: the caller brings the whole value of `Authorization`."""
    MUTUAL_TLS = "mutualTLS"
    """Nothing is sent: the caller's HTTP client holds the certificate."""


class SecurityScheme(Frozen):
    id: str
    key: str
    kind: SecurityKind
    name: str | None = None
    """The name of the header, query parameter or cookie, for `apiKey`."""
    location: Location | None = None
    description: str | None = None
    token_url: str | None = None
    name_override: str | None = None
    example: str | None = None


class SecurityUse(Frozen):
    scheme: str
    scopes: tuple[str, ...] = ()


SecurityAlternatives: TypeAlias = tuple[tuple[SecurityUse, ...], ...]
"""OR of ANDs, in document order; an empty inner tuple is the alternative without security."""


class RetryPolicy(Frozen):
    """`x-speakeasy-retries`; times in milliseconds."""

    initial_interval_ms: int
    max_interval_ms: int
    exponent: float
    max_elapsed_time_ms: int
    status_codes: tuple[str, ...]
    retry_connection_errors: bool
    max_retries: int | None = None


class PagingKind(StrEnum):
    OFFSET_LIMIT = "offsetLimit"
    CURSOR = "cursor"
    URL = "url"


class PagingInput(Frozen):
    """`role`: `page`, `offset`, `limit` or `cursor`; `where` is `parameters` or `requestBody`; `name`: on the wire."""

    role: str
    where: str
    name: str


class Pagination(Frozen):
    """`x-speakeasy-pagination`.  Outputs are JSONPath steps into the body, resolved against the response's schema."""

    kind: PagingKind
    inputs: tuple[PagingInput, ...]
    results: tuple[str | int, ...] | None = None
    num_pages: tuple[str | int, ...] | None = None
    next_cursor: tuple[str | int, ...] | None = None
    next_url: tuple[str | int, ...] | None = None


class UsageExample(Frozen):
    """`x-speakeasy-usage-example`: the operation is shown in the README."""

    title: str | None = None
    description: str | None = None
    position: int | None = None


class Operation(Frozen):
    id: OperationKey
    operation_id: str | None
    http_method: str
    """Upper case."""
    path: str
    groups: tuple[tuple[str, ...], ...]
    """Raw segments: of `x-speakeasy-group` split at dots, else one group per tag; `((),)` for the root class."""
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    spelling: int = 0
    """How many spellings of its group there were before its own: pages list those of one spelling together."""
    notes: Notes = NO_NOTES
    name_override: str | None = None
    """Of the operation itself or of the last root pattern that matches."""
    servers: tuple[Server, ...] = ()
    """Of the operation or its path item; empty: the document's."""
    security: SecurityAlternatives | None = None
    """None: the document's."""
    security_type: TypeId | None = None
    """The class of the credentials that the operation asks for beside those of the whole SDK (`<Op>Security`)."""
    retries: RetryPolicy | None = None
    timeout_ms: int | None = None
    pagination: Pagination | None = None
    usage: UsageExample | None = None
    max_method_params: int | None = None
    request_type: TypeId | None = None
    """The class of all parameters and the body (`<Op>Request`), if there are parameters."""
    globals_type: TypeId | None = None
    """The class of the hidden globals that the operation takes (`<Op>Globals`)."""
    result_type: TypeId | None = None
    """The class of the answer as a whole (`<Op>Response`): of a paged operation, and of one with several types."""
    idempotency_header: str | None = None
    error_message_path: tuple[str, ...] = ()
    is_left_out: bool = False
    """A fault of the document costs its method; it has its names all the same, so that no other name moves."""
    is_excluded: bool = False
    """The options do not ask for it; it has its names all the same."""


class Webhook(Frozen):
    """A webhook or callback: its types are generated, it has no method."""

    id: OperationKey
    name: str
    body: Body | None
    notes: Notes = NO_NOTES


class Tag(Frozen):
    name: str
    """As the group is called that it stands for: with those of its parents before it and dots between."""
    description: str | None = None


class ExternalDocs(Frozen):
    url: str
    description: str | None = None


class Outcome(StrEnum):
    GENERATED = "generated"
    DEGRADED = "degraded"
    SKIPPED = "skipped"


class CoverageEntry(Frozen):
    """What became of one operation, schema or keyword."""

    kind: str
    """`operation`, `parameter`, `response`, `header`, `media type`, `schema`, `property` or `keyword`."""
    id: str
    outcome: Outcome
    reason: str | None = None


class Api(Frozen):
    title: str
    description: str | None
    external_docs: ExternalDocs | None
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    security_schemes: tuple[SecurityScheme, ...]
    security: SecurityAlternatives
    globals: tuple[Parameter, ...]
    globals_type: TypeId | None
    security_type: TypeId | None
    operations: tuple[Operation, ...]
    """In document order: path order, then the order of methods within the path item."""
    webhooks: tuple[Webhook, ...]
    types: Mapping[TypeId, TypeDef]
    """Every reachable definition, in naming order: (1) components and, depth first, what is inline in them, in document
    order; (2) operation by operation, the parameters, the body, then `<Op>Request`; (3) operation by operation, the
    responses; (4) webhooks.  Within a schema: the class itself, then its properties in order, depth first."""
    retries: RetryPolicy | None = None
    timeout_ms: int | None = None
    coverage: tuple[CoverageEntry, ...] = ()
    unreferenced: frozenset[TypeId] = frozenset()
    """Definitions that no operation or webhook needs: there are classes, named after all others, but no pages."""
