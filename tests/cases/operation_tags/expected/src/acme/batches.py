"""The operations of `outbound.batches`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_GET_D: op.Operation[None, None] = op.Operation(
    id="getD",
    method="GET",
    path=("/d",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Batches(Resource):
    """All about batches."""

    def get_d(
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
            _GET_D,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_d_async(
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
            _GET_D,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
