"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, BinaryContent, OptionalNullable

_SEND_BYTES: op.Operation[None, None] = op.Operation(
    id="sendBytes",
    method="POST",
    path=("/a",),
    body=op.BinaryBody("request", required=True),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)
_SEND_IMAGE: op.Operation[None, None] = op.Operation(
    id="sendImage",
    method="POST",
    path=("/b",),
    body=op.BinaryBody("request", media_type="image/png", required=True),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def send_bytes(
        self,
        *,
        request: BinaryContent,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _SEND_BYTES,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_bytes_async(
        self,
        *,
        request: BinaryContent,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _SEND_BYTES,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def send_image(
        self,
        *,
        request: BinaryContent,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _SEND_IMAGE,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_image_async(
        self,
        *,
        request: BinaryContent,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _SEND_IMAGE,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
