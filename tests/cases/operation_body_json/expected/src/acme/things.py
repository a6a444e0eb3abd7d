"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_SEND_JSON: op.Operation[None, None] = op.Operation(
    id="sendJson",
    method="POST",
    path=("/a",),
    body=op.JsonBody(
        lambda: models.SendJSONRequestBody,
        fields=(op.Field("a", "a"),),
        required=True,
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)
_SEND_PATCH: op.Operation[None, None] = op.Operation(
    id="sendPatch",
    method="POST",
    path=("/b",),
    body=op.JsonBody(
        lambda: models.SendPatchRequestBody,
        fields=(op.Field("a", "a"),),
        media_type="application/merge-patch+json",
        required=True,
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def send_json(
        self,
        *,
        a: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _SEND_JSON,
            {"a": a},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_json_async(
        self,
        *,
        a: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _SEND_JSON,
            {"a": a},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def send_patch(
        self,
        *,
        a: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _SEND_PATCH,
            {"a": a},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_patch_async(
        self,
        *,
        a: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _SEND_PATCH,
            {"a": a},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
