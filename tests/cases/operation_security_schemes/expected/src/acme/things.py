"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_A: op.Operation[None, None] = op.Operation(
    id="a",
    method="GET",
    path=("/a",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("bearer"),),),
)
_B: op.Operation[None, None] = op.Operation(
    id="b",
    method="GET",
    path=("/b",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("basic"),),),
)
_C: op.Operation[None, None] = op.Operation(
    id="c",
    method="GET",
    path=("/c",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("header"),),),
)
_D: op.Operation[None, None] = op.Operation(
    id="d",
    method="GET",
    path=("/d",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("query"),),),
)
_E: op.Operation[None, None] = op.Operation(
    id="e",
    method="GET",
    path=("/e",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("cookie"),),),
)
_F: op.Operation[None, None] = op.Operation(
    id="f",
    method="GET",
    path=("/f",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("client", ("read",)),),),
)
_G: op.Operation[None, None] = op.Operation(
    id="g",
    method="GET",
    path=("/g",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("code", ("read",)),),),
)
_H: op.Operation[None, None] = op.Operation(
    id="h",
    method="GET",
    path=("/h",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("openid"),),),
)
_I: op.Operation[None, None] = op.Operation(
    id="i",
    method="GET",
    path=("/i",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("digest"),),),
)
_J: op.Operation[None, None] = op.Operation(
    id="j",
    method="GET",
    path=("/j",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
    security=((op.SecurityUse("certificate"),),),
)


class Things(Resource):
    """The operations of `things`."""

    def a(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _A,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def a_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _A,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def b(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _B,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def b_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _B,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def c(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _C,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def c_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _C,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def d(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _D,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def d_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _D,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def e(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _E,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def e_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _E,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def f(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _F,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def f_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _F,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def g(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _G,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def g_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _G,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def h(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _H,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def h_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _H,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def i(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _I,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def i_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _I,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    def j(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _J,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )

    async def j_async(
        self,
        *,
        security: Optional[Union[models.Security, models.SecurityTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param security: The security requirements to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _J,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
            security,
        )
