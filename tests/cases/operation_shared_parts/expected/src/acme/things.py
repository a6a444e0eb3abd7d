"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_MAKE_A: op.Operation[models.Fine, models.Fine] = op.Operation(
    id="makeA",
    method="POST",
    path=("/a",),
    query=(op.Query("limit", "limit", type=lambda: int),),
    body=op.JsonBody(lambda: models.Send, fields=(op.Field("a", "a"),), required=True),
    responses=(
        op.Json("200", "application/json", lambda: models.Fine),
        op.JsonError(
            "default",
            "application/json",
            lambda: models.Bad,
            lambda: models.BadData,
        ),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    result_required=True,
)


class Things(Resource):
    """The operations of `things`."""

    def make_a(
        self,
        *,
        a: str,
        limit: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Fine:
        """:param a:
        :param limit:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _MAKE_A,
            {"a": a, "limit": limit},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def make_a_async(
        self,
        *,
        a: str,
        limit: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Fine:
        """:param a:
        :param limit:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _MAKE_A,
            {"a": a, "limit": limit},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
