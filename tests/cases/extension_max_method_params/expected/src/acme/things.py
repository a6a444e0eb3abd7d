"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_MAKE_A: op.Operation[None, None] = op.Operation(
    id="makeA",
    method="POST",
    path=("/a",),
    body=op.JsonBody(
        lambda: models.MakeARequestBody,
        argument="request",
        required=True,
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)
_PUT_A: op.Operation[None, None] = op.Operation(
    id="putA",
    method="PUT",
    path=("/a",),
    body=op.JsonBody(
        lambda: models.PutARequestBody,
        fields=(op.Field("a", "a"), op.Field("b", "b")),
        required=True,
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def make_a(
        self,
        *,
        request: Union[models.MakeARequestBody, models.MakeARequestBodyTypedDict],
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
            _MAKE_A,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def make_a_async(
        self,
        *,
        request: Union[models.MakeARequestBody, models.MakeARequestBodyTypedDict],
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
            _MAKE_A,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def put_a(
        self,
        *,
        a: Optional[str] = None,
        b: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param b:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _PUT_A,
            {"a": a, "b": b},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def put_a_async(
        self,
        *,
        a: Optional[str] = None,
        b: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param b:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _PUT_A,
            {"a": a, "b": b},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
