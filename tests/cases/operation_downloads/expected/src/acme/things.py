"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import utils
from ._runtime import downloads
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_DOWNLOAD_A: op.Operation[downloads.Download, downloads.AsyncDownload] = op.Operation(
    id="downloadA",
    method="GET",
    path=("/a",),
    responses=(
        op.Download("200", "application/octet-stream"),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    result_required=True,
)
_DOWNLOAD_B: op.Operation[downloads.Download, downloads.AsyncDownload] = op.Operation(
    id="downloadB",
    method="GET",
    path=("/b",),
    responses=(op.Download("200", "image/png"), op.ApiError("4XX"), op.ApiError("5XX")),
    result_required=True,
)


class Things(Resource):
    """The operations of `things`."""

    def download_a(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> downloads.Download:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _DOWNLOAD_A,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def download_a_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> downloads.AsyncDownload:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _DOWNLOAD_A,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def download_b(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> downloads.Download:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _DOWNLOAD_B,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def download_b_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> downloads.AsyncDownload:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _DOWNLOAD_B,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
