"""The operations of `v1_2`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_GET_E: op.Operation[None, None] = op.Operation(
    id="getE",
    method="GET",
    path=("/e",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class V12(Resource):
    """The operations of `v1_2`."""

    def get_e(
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
            _GET_E,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_e_async(
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
            _GET_E,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
