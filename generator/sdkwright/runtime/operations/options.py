"""What one call says besides its arguments.  It travels as one value, from the method to the request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..http import Timeout
    from ..retries import RetryConfig
    from ..unset import Unset


class Options:
    """The options of one call, in the order in which methods take them; each page of an answer has the same.

    Args:
        retries: `UNSET` leaves the client's policy, None switches retries off.
        server_url: Another server.
        timeout_ms: In milliseconds, for an attempt as a whole; or a `Timeout` of the HTTP library.
        http_headers: Further headers, which replace those of the call.
        extra_query: Further parameters of the query, which replace those of the call; None takes one out.
        extra_body: Further members of a body of JSON, a form or parts, which replace those of the call.
        security: Credentials that replace those of the client, where the operation has security of its own.
    """

    __slots__ = ("extra_body", "extra_query", "http_headers", "retries", "security", "server_url", "timeout_ms")

    def __init__(
        self,
        retries: RetryConfig | Unset | None,
        server_url: str | None,
        timeout_ms: float | Timeout | None,
        http_headers: Mapping[str, str] | None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        security: object = None,
    ) -> None:
        self.retries = retries
        self.server_url = server_url
        self.timeout_ms = timeout_ms
        self.http_headers = http_headers
        self.extra_query = extra_query
        self.extra_body = extra_body
        self.security = security
