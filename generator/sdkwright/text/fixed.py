"""The fixed arguments: what every method and every constructor takes besides what the document asks for.

The one table: reserved names, signatures, docstrings and the rows of the docs come from it.  The runtime takes the same
ones in the same order, which a test compares: `operation.Options`, `sdk.SDKBase`.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from enum import Enum, auto

from sdkwright.frozen import Frozen


class Takes(Enum):
    """What a fixed argument takes; unless it says otherwise, it may also be None, which is its default."""

    TEXT = auto()
    WHOLE = auto()
    TRUTH = auto()
    """Never None; false by default."""
    TEXTS = auto()
    """A mapping of text to text."""
    VALUES = auto()
    """A mapping of text to anything."""
    TIMEOUT = auto()
    """Milliseconds, or a timeout of the HTTP library."""
    HOOKS = auto()
    """What registers hooks."""
    RETRIES = auto()
    """None switches retries off, so the default is another value."""
    CLIENT = auto()
    ASYNC_CLIENT = auto()
    LOGGER = auto()
    VALIDATION = auto()
    """`strict` or `lenient`; None is what the SDK was made for."""


class Fixed(Frozen):
    """One of them."""

    name: str
    takes: Takes
    told: str
    """In the docstring."""
    shown: str = ""
    """In the docs, where they have a row for it."""
    example: str = ""
    """In that row."""
    shown_with_servers: bool = False
    """The row is there only where the operation has servers of its own."""
    by_name: bool = False
    """It is not taken by position."""
    with_server_ids: bool = False
    """There only where servers of the document have ids."""
    yields: bool = False
    """Left out where the document has an argument of this name: published SDKs do not have this one."""


HTTP_HEADERS, EXTRA_QUERY, EXTRA_BODY = "http_headers", "extra_query", "extra_body"
MAX_RESPONSE_BYTES = "max_response_bytes"
"""Of which the guide has programs."""

CALL = (
    Fixed(
        "retries",
        Takes.RETRIES,
        "Override the default retry configuration for this method",
        "Configuration to override the default retry behavior of the client.",
    ),
    Fixed(
        "server_url",
        Takes.TEXT,
        "Override the default server URL for this method",
        "An optional server URL to use.",
        "http://localhost:8080",
        shown_with_servers=True,
    ),
    Fixed(
        "timeout_ms",
        Takes.TIMEOUT,
        "Override the default request timeout configuration for this method in milliseconds",
    ),
    Fixed(HTTP_HEADERS, Takes.TEXTS, "Additional headers to set or replace on requests."),
    Fixed(EXTRA_QUERY, Takes.VALUES, "Additional query parameters to set or replace", yields=True),
    Fixed(EXTRA_BODY, Takes.VALUES, "Additional members of the body to set or replace", yields=True),
)
"""The last arguments of every method, in this order."""

CONSTRUCTOR = (
    Fixed("server", Takes.TEXT, "The id of the server to use for all methods", with_server_ids=True),
    Fixed("server_idx", Takes.WHOLE, "The index of the server to use for all methods"),
    Fixed("server_url", Takes.TEXT, "The server URL to use for all methods"),
    Fixed("url_params", Takes.TEXTS, "Parameters to optionally template the server URL with"),
    Fixed("client", Takes.CLIENT, "The HTTP client to use for all synchronous methods"),
    Fixed("async_client", Takes.ASYNC_CLIENT, "The async HTTP client to use for all asynchronous methods"),
    Fixed("retry_config", Takes.RETRIES, "The retry configuration to use for all supported methods"),
    Fixed("timeout_ms", Takes.TIMEOUT, "Optional request timeout applied to each operation in milliseconds"),
    Fixed("debug_logger", Takes.LOGGER, "Where requests and responses are logged, without secrets"),
    Fixed(
        HTTP_HEADERS,
        Takes.TEXTS,
        "Additional headers to set or replace on the requests of all methods",
        by_name=True,
        yields=True,
    ),
    Fixed(
        "hooks",
        Takes.HOOKS,
        "A function that registers hooks, called after that of the package",
        by_name=True,
        yields=True,
    ),
    Fixed(
        "follow_redirects",
        Takes.TRUTH,
        "Whether redirects within the same origin are followed",
        by_name=True,
        yields=True,
    ),
    Fixed(
        "allow_insecure_http",
        Takes.TRUTH,
        "Whether credentials may be sent over plain HTTP to other hosts than this one",
        by_name=True,
        yields=True,
    ),
    Fixed(MAX_RESPONSE_BYTES, Takes.WHOLE, "How many bytes a decoded response may have", by_name=True, yields=True),
    Fixed(
        "response_validation",
        Takes.VALIDATION,
        "Whether a response that does not fit its type is an error (strict) or is kept (lenient)",
        by_name=True,
        yields=True,
    ),
)
"""The last arguments of the constructor, in this order."""

SECURITY = "security"
"""The credentials, where the constructor or a method takes them as one object; the last of a call's options."""


def beside(own: Container[str], listed: Sequence[Fixed]) -> tuple[Fixed, ...]:
    """Those that a signature has beside arguments of the document."""
    return tuple(one for one in listed if not (one.yields and one.name in own))
