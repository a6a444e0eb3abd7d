"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_AAA: op.Operation[None, None] = op.Operation(
    id="aaa",
    method="GET",
    path=("/a",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def aaa(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _AAA,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def aaa_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _AAA,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
