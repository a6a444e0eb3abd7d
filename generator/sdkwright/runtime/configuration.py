"""The description of one SDK: what its rendered root class hands to the runtime.

    from ._runtime.configuration import Configuration, Global, Retries, SecurityScheme, SecurityUse, Server

    (this module and `sdk` are all that `from orq_ai_sdk import Orq` loads of the runtime)

    CONFIGURATION = Configuration(
        package="orq-ai-sdk",                         # the distribution: the User-Agent is
        version="0.1.0",                              # `{package}/{version} python/{x.y}`
        module=__package__,                           # the import package: the logger, `preload()`
        prefix="ORQ",                                 # {PREFIX}_DEBUG, {PREFIX}_SERVER_URL
        http_library="httpx2",                        # or "httpx"
        servers=(Server("https://my.orq.ai"),),
        security_schemes=(SecurityScheme("ApiKey", "bearer", "api_key", environment=("ORQ_API_KEY",)),),
        security=((SecurityUse("ApiKey"),),),         # of the document: alternatives of schemes
        globals=(Global("contact_id", "ORQ_CONTACT_ID"), Global("environment", "ORQ_ENVIRONMENT")),
        timeout_ms=600_000,
        retries=None,                                 # the document's `x-speakeasy-retries`: Retries
        api_error=lambda: models.APIError,
        validation_error=lambda: models.ResponseValidationError,
        no_response_error=lambda: models.NoResponseError,
        init_hooks=lambda: registration.init_hooks,   # the user's file
        resources=("sessions",),                      # modules of the package that preload() imports
    )

Constructor values of security: a mapping from `SecurityScheme.argument` to what the caller gave, or an object (model,
TypedDict or a callable that returns one) with these fields.  What a scheme's value may be, each also as a callable
(async ones for `_async` methods) asked at every call:

* `bearer`, `oauth2-token`, `apiKey`, `http-other`: text;
* `basic`: a pair `(username, password)`, a mapping or an object with these two fields, or the text `username:password`;
* `oauth2-client-credentials`: a mapping or object with `client_id`, `client_secret` and optionally `token_url`,
  `scopes`; a pair `(client_id, client_secret)`; or the text `client_id:client_secret`;
* `mutualTLS`: nothing; the caller's HTTP client holds the certificate.

`environment` holds one variable for the text kinds, two (`…_USERNAME`, `…_PASSWORD`) for `basic` and up to three
(`…_CLIENT_ID`, `…_CLIENT_SECRET`, `…_TOKEN_URL`) for client credentials.
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
    """One security scheme.  `kind` is a value of the table in the module's docstring."""

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
    http_library: str = "httpx2"
    servers: tuple[Server, ...] = ()
    security_schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[tuple[SecurityUse, ...], ...] = ()
    globals: tuple[Global, ...] = ()
    timeout_ms: int | None = None
    retries: Retries | None = None
    init_hooks: Callable[[], Callable[[Hooks], None]] | None = None
    resources: tuple[str, ...] = ()
