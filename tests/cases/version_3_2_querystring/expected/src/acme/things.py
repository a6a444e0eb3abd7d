"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_GET_A: op.Operation[None, None] = op.Operation(
    id="getA",
    method="GET",
    path=("/a",),
    query=(op.Query("q", "q", type=lambda: models.Q, required=True),),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)
_GET_B: op.Operation[None, None] = op.Operation(
    id="getB",
    method="GET",
    path=("/b",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def get_a(
        self,
        *,
        q: Union[models.Q, models.QTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param q:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _GET_A,
            {"q": q},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_a_async(
        self,
        *,
        q: Union[models.Q, models.QTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param q:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _GET_A,
            {"q": q},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def get_b(
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
            _GET_B,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_b_async(
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
            _GET_B,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
