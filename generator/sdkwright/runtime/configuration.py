"""The description of one SDK: what its root class hands to the runtime.

`sdk` and this module are most of what importing an SDK loads of the runtime, so nothing heavy is imported here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .values.rows import Row

if TYPE_CHECKING:
    from .errors import SDKError
    from .hooks import Hooks


class ServerVariable(Row):
    """A `{name}` in a server's URL; `argument` is the constructor argument that sets it, if there is one."""

    name: str
    default: str
    allowed: tuple[str, ...] = ()
    argument: str | None = None


class Server(Row):
    """One server of the document or of an operation.  `server_id`: `x-speakeasy-server-id`."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    server_id: str | None = None


class SecurityScheme(Row):
    """One security scheme.  `kind`: `bearer`, `basic`, `apiKey`, `oauth2-token`, `oauth2-client-credentials`,
    `http-other` or `mutualTLS`."""

    key: str
    kind: str
    argument: str
    """The field of the security value: the constructor argument, or the field of `models.Security`."""
    name: str | None = None
    """Of the header, query parameter or cookie, for `apiKey`."""
    location: str | None = None
    """`header`, `query` or `cookie`, for `apiKey`."""
    environment: tuple[str, ...] = ()
    token_url: str | None = None


class Global(Row):
    """A parameter that the constructor takes and that fills what calls leave out; `environment`: read if not given."""

    name: str
    environment: str | None = None


class SecurityUse(Row):
    """One scheme of an alternative: its key in `Configuration.security_schemes` and the scopes."""

    scheme: str
    scopes: tuple[str, ...] = ()


class Retries(Row):
    """`x-speakeasy-retries`; times in milliseconds; a code is `429` or `5XX`."""

    initial_interval: int = 500
    max_interval: int = 60_000
    exponent: float = 1.5
    max_elapsed_time: int = 3_600_000
    status_codes: tuple[str, ...] = ("429", "500", "502", "503", "504")
    retry_connection_errors: bool = False
    max_retries: int | None = None


class Configuration(Row):
    """Everything that differs from SDK to SDK."""

    package: str
    version: str
    module: str
    prefix: str
    api_error: Callable[[], type[SDKError]]
    validation_error: Callable[[], type[SDKError]]
    no_response_error: Callable[[], type[SDKError]]
    http_library: Callable[[], object]
    """Imports the library that our own clients are made of, by a statement, which is what bundlers of programs read."""
    servers: tuple[Server, ...] = ()
    security_schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[tuple[SecurityUse, ...], ...] = ()
    globals: tuple[Global, ...] = ()
    timeout_ms: int = 600_000
    retries: Retries | None = None
    init_hooks: Callable[[], Callable[[Hooks], None]] | None = None
    resources: tuple[str, ...] = ()
    response_validation: str = "strict"
    """Or `lenient`: what of an answer does not fit is kept as it came.  The constructor can say otherwise."""
