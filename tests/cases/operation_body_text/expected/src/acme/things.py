"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_SEND_TEXT: op.Operation[None, None] = op.Operation(
    id="sendText",
    method="POST",
    path=("/a",),
    body=op.TextBody("request", required=True),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)
_SEND_XML: op.Operation[None, None] = op.Operation(
    id="sendXml",
    method="POST",
    path=("/b",),
    body=op.TextBody("request", media_type="application/xml", required=True),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def send_text(
        self,
        *,
        request: str,
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
            _SEND_TEXT,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_text_async(
        self,
        *,
        request: str,
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
            _SEND_TEXT,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def send_xml(
        self,
        *,
        request: str,
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
            _SEND_XML,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_xml_async(
        self,
        *,
        request: str,
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
            _SEND_XML,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
