"""The intermediate representation: what the service *is*.  Dataclasses only, and no Python word in them.

Every part that can be named or reported has an `id`: the JSON pointer of the node it was read from, in the bundled
document (`#/components/schemas/Pet`).  A part that the generator makes itself (the class that gathers the parameters
of an operation, the input twin of a schema) has its parent's pointer and a suffix (`#/paths/~1pets/get!request`).
Types refer to each other by id, so that recursion is no problem and ids can be printed and grepped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType, TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
TypeId = NewType("TypeId", str)
OperationKey = NewType("OperationKey", str)

# ------------------------------------------------------------------------------------------------------------ types


class Scalar(StrEnum):
    """The scalar kinds that differ on the wire or in the client.  Formats without an effect are plain strings."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    DATETIME = "date-time"
    DATE = "date"
    BINARY = "binary"
    """Bytes as they are: a body, or a part of a multipart body (there it is a file)."""
    BASE64 = "base64"
    """Bytes inside JSON: `contentEncoding: base64`, or `format: binary` where no raw bytes can stand."""
    DECIMAL = "decimal"
    DECIMAL_STRING = "decimal-string"
    BIGINT = "bigint"
    BIGINT_STRING = "bigint-string"


@dataclass(frozen=True, slots=True)
class ScalarType:
    scalar: Scalar
    nullable: bool = False
    or_string: bool = False
    """A union such as anyOf [date-time, string]: documented as the narrower type, any string is accepted."""


@dataclass(frozen=True, slots=True)
class ListType:
    item: Type
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class MapType:
    value: Type
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class RefType:
    """An object, enum or union that has a definition in `Api.types`."""

    id: TypeId
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class ConstType:
    """A single value given by `const` (an `enum` of one value is an `EnumDef`)."""

    value: str | int | float | bool
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class AnyType:
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class FileType:
    """A binary property of a multipart body: file name, content, content type."""

    nullable: bool = False


Type: TypeAlias = ScalarType | ListType | MapType | RefType | ConstType | AnyType | FileType

# ---------------------------------------------------------------------------------------------------------- origins


class Root(StrEnum):
    """Where the walk that found a schema began.  Also the order of the naming passes."""

    COMPONENT = "component"
    PARAMETER = "parameter"
    REQUEST_BODY = "request-body"
    REQUEST = "request"
    """The class that gathers the parameters (and the body) of an operation."""
    GLOBALS = "globals"
    """The class of an operation whose only parameters are hidden globals; or of the document's globals."""
    RESPONSE = "response"
    RESULT = "result"
    """The class of the answer as a whole: a page of many, or one of several types."""
    WEBHOOK = "webhook"
    SECURITY = "security"
    FILE = "file"


class Via(StrEnum):
    """How a schema hangs below its parent."""

    PROPERTY = "property"
    ITEM = "item"
    VALUE = "value"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the root of a walk down to a schema.  `title` is the title of the schema that the step leads to."""

    via: Via
    name: str
    """The property's wire name; the 1-based number of a union member; empty for items and values."""
    title: str | None = None
    name_override: str | None = None


class Location(StrEnum):
    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


class Variant(StrEnum):
    """Set on the two twins of a component that reads and writes different properties."""

    INPUT = "input"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Origin:
    """Everything names are made from: where the definition stands and what stands above it."""

    root: Root
    component: str | None = None
    """The key under `components/<section>` if the walk began there; the webhook's name for webhooks."""
    operation: OperationKey | None = None
    parameter: str | None = None
    location: Location | None = None
    status: str | None = None
    media_type: str | None = None
    several_contents: bool = False
    """The body or response declares more than one media type."""
    steps: tuple[Step, ...] = ()
    title: str | None = None
    """The title of the schema itself."""
    name_override: str | None = None
    namespace: str | None = None
    """`x-speakeasy-model-namespace`."""
    variant: Variant | None = None


# ------------------------------------------------------------------------------------------------------ definitions


@dataclass(frozen=True, slots=True)
class Deprecation:
    message: str | None = None
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Default:
    """A default that was written (`null` is one too)."""

    value: Json


@dataclass(frozen=True, slots=True)
class Notes:
    """What the document says about a part for people to read."""

    summary: str | None = None
    description: str | None = None
    examples: tuple[Json, ...] = ()
    deprecated: Deprecation | None = None
    constraints: tuple[tuple[str, Json], ...] = ()
    """Assertion keywords that the client does not check (`minLength`, `pattern`, `format` …), in document order."""
    of_choice: bool = False
    """The schema is an `anyOf` or `oneOf` whose members are one type to the client: published docs give no example."""


@dataclass(frozen=True, slots=True)
class Property:
    id: str
    name: str
    type: Type
    required: bool
    notes: Notes = Notes()
    default: Default | None = None
    read_only: bool = False
    write_only: bool = False
    name_override: str | None = None


@dataclass(frozen=True, slots=True)
class ObjectDef:
    id: TypeId
    origin: Origin
    properties: tuple[Property, ...]
    additional: Type | None = None
    """The type of further properties where the document gives one (`additionalProperties: {…}` or `true`)."""
    notes: Notes = Notes()
    is_error: bool = False
    """It is the schema of a declared 4XX, 5XX or default answer, so the SDK has an exception class for it."""


@dataclass(frozen=True, slots=True)
class EnumMember:
    id: str
    value: str | int | float | bool
    name_override: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class EnumDef:
    id: TypeId
    origin: Origin
    members: tuple[EnumMember, ...]
    open: bool = True
    """Values that the document does not list are kept when the server sends them (`x-speakeasy-unknown-values`
    can close the enum)."""
    notes: Notes = Notes()


@dataclass(frozen=True, slots=True)
class Discriminator:
    """OpenAPI 3.1, section 4.8.25.  `mapping` holds every tag value, the implicit ones too; `member` is an index."""

    property_name: str
    mapping: tuple[tuple[str, int], ...]
    inferred: bool = False
    """Not declared: every member has a required single value under this name, and they differ."""


@dataclass(frozen=True, slots=True)
class UnionDef:
    id: TypeId
    origin: Origin
    members: tuple[Type, ...]
    discriminator: Discriminator | None = None
    notes: Notes = Notes()
    is_error: bool = False


TypeDef: TypeAlias = ObjectDef | EnumDef | UnionDef

# ------------------------------------------------------------------------------------------------------- operations


class Style(StrEnum):
    """OpenAPI 3.1, section 4.8.12.3."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    DEEP_OBJECT = "deepObject"


@dataclass(frozen=True, slots=True)
class Parameter:
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
    notes: Notes = Notes()
    default: Default | None = None
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


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """OpenAPI 3.1, section 4.8.15, for one property of a form or multipart body."""

    property_name: str
    content_type: str | None = None
    style: Style = Style.FORM
    explode: bool = True
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    id: str
    media_type: str
    kind: MediaKind
    type: Type
    """For SSE the type of one event: an object with `data`, `event`, `id`, `retry` as the document has it."""
    component: str | None = None
    """The component's key when the schema is a plain `$ref`."""
    encodings: tuple[PartEncoding, ...] = ()
    examples: tuple[Json, ...] = ()
    sentinel: str | None = None
    data_only: bool = False
    """SSE whose schema describes the data alone and not the event around it."""


@dataclass(frozen=True, slots=True)
class Body:
    id: str
    required: bool
    contents: tuple[Content, ...]
    description: str | None = None
    name_override: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    id: str
    status: str
    """`200`, `4XX` or `default`."""
    contents: tuple[Content, ...]
    description: str | None = None
    headers: tuple[Parameter, ...] = ()
    is_error: bool = False
    """4XX, 5XX, default, and whatever `x-speakeasy-errors` adds."""


@dataclass(frozen=True, slots=True)
class ServerVariable:
    name: str
    default: str
    enum: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Server:
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


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    id: str
    key: str
    kind: SecurityKind
    name: str | None = None
    """The name of the header, query parameter or cookie, for `apiKey`."""
    location: Location | None = None
    description: str | None = None
    token_url: str | None = None
    scopes: tuple[str, ...] = ()
    name_override: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class SecurityUse:
    scheme: str
    scopes: tuple[str, ...] = ()


SecurityAlternatives: TypeAlias = tuple[tuple[SecurityUse, ...], ...]
"""OR of ANDs, in document order; an empty inner tuple is the alternative without security."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """`x-speakeasy-retries`; times in milliseconds."""

    initial_interval_ms: int
    max_interval_ms: int
    exponent: float
    max_elapsed_time_ms: int
    status_codes: tuple[str, ...]
    retry_connection_errors: bool


class PagingKind(StrEnum):
    OFFSET_LIMIT = "offsetLimit"
    CURSOR = "cursor"
    URL = "url"


@dataclass(frozen=True, slots=True)
class PagingInput:
    """`role`: `page`, `offset`, `limit` or `cursor`; `where` is `parameters` or `requestBody`; `name`: on the wire."""

    role: str
    where: str
    name: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """`x-speakeasy-pagination`.  Outputs are JSONPath steps into the body, resolved against the response's schema."""

    kind: PagingKind
    inputs: tuple[PagingInput, ...]
    results: tuple[str | int, ...] | None = None
    num_pages: tuple[str | int, ...] | None = None
    next_cursor: tuple[str | int, ...] | None = None
    next_url: tuple[str | int, ...] | None = None


@dataclass(frozen=True, slots=True)
class UsageExample:
    """`x-speakeasy-usage-example`: the operation is shown in the README."""

    title: str | None = None
    description: str | None = None
    position: int | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
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
    notes: Notes = Notes()
    name_override: str | None = None
    """Of the operation itself or of the first root pattern that matches."""
    servers: tuple[Server, ...] = ()
    """Of the operation or its path item; empty: the document's."""
    security: SecurityAlternatives | None = None
    """None: the document's."""
    retries: RetryPolicy | None = None
    timeout_ms: int | None = None
    pagination: Pagination | None = None
    usage: UsageExample | None = None
    max_method_params: int | None = None
    request_type: TypeId | None = None
    """The class of all parameters and the body (`<Op>Request`, `<Op>Globals`), if there are parameters."""
    result_type: TypeId | None = None
    """The class of the answer as a whole (`<Op>Response`): of a paged operation, and of one with several types."""
    idempotency_header: str | None = None
    error_message_path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Webhook:
    """A webhook or callback: its types are generated, it has no method."""

    id: str
    name: str
    http_method: str
    body: Body | None
    notes: Notes = Notes()


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class ExternalDocs:
    url: str
    description: str | None = None


class Outcome(StrEnum):
    GENERATED = "generated"
    DEGRADED = "degraded"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class CoverageEntry:
    """What became of one operation, schema or keyword."""

    kind: str
    """`operation`, `schema` or `keyword`."""
    id: str
    outcome: Outcome
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Api:
    title: str
    version: str
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
    coverage: tuple[CoverageEntry, ...] = field(default=())
    unreferenced: frozenset[TypeId] = frozenset()
    """Definitions that no operation or webhook needs: there are classes, named after all others, but no pages."""
