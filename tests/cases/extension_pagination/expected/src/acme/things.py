"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from . import models, utils
from ._runtime import paging
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_BY_OFFSET: op.Operation[
    paging.Page[models.ByOffsetResponseBody, models.ByOffsetResponseBodyItem],
    paging.AsyncPage[models.ByOffsetResponseBody, models.ByOffsetResponseBodyItem],
] = op.Operation(
    id="byOffset",
    method="GET",
    path=("/offset",),
    query=(
        op.Query("offset", "offset", type=lambda: int),
        op.Query("limit", "limit", type=lambda: int),
    ),
    responses=(
        op.Json("200", "application/json", lambda: models.ByOffsetResponseBody),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    paging=op.Paging(
        "offsetLimit",
        inputs=(
            op.PagingInput("offset", "offset"),
            op.PagingInput("limit", "limit", default=20),
        ),
        results=("items",),
    ),
    result_required=True,
)
_BY_PAGE: op.Operation[
    paging.Page[models.ByPageResponseBody, models.ByPageResponseBodyItem],
    paging.AsyncPage[models.ByPageResponseBody, models.ByPageResponseBodyItem],
] = op.Operation(
    id="byPage",
    method="GET",
    path=("/page",),
    query=(op.Query("page", "page", type=lambda: int),),
    responses=(
        op.Json("200", "application/json", lambda: models.ByPageResponseBody),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    paging=op.Paging(
        "offsetLimit",
        inputs=(op.PagingInput("page", "page"),),
        results=("items",),
        num_pages=("pages",),
    ),
    result_required=True,
)
_BY_CURSOR: op.Operation[
    paging.Page[models.ByCursorResponseBody, models.ByCursorResponseBodyItem],
    paging.AsyncPage[models.ByCursorResponseBody, models.ByCursorResponseBodyItem],
] = op.Operation(
    id="byCursor",
    method="GET",
    path=("/cursor",),
    query=(op.Query("after", "after"),),
    responses=(
        op.Json("200", "application/json", lambda: models.ByCursorResponseBody),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    paging=op.Paging(
        "cursor",
        inputs=(op.PagingInput("cursor", "after"),),
        results=("items",),
        next_cursor=("next",),
    ),
    result_required=True,
)
_BY_CURSOR_IN_BODY: op.Operation[
    paging.Page[models.ByCursorInBodyResponseBody, Any],
    paging.AsyncPage[models.ByCursorInBodyResponseBody, Any],
] = op.Operation(
    id="byCursorInBody",
    method="POST",
    path=("/cursor",),
    body=op.JsonBody(
        lambda: models.ByCursorInBodyRequestBody,
        fields=(op.Field("after", "after"), op.Field("name", "name")),
        required=True,
    ),
    responses=(
        op.Json("200", "application/json", lambda: models.ByCursorInBodyResponseBody),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    paging=op.Paging(
        "cursor",
        inputs=(op.PagingInput("cursor", "after"),),
        next_cursor=("items", -1, "id"),
    ),
    result_required=True,
)
_BY_URL: op.Operation[
    paging.Page[models.ByURLResponseBody, Any],
    paging.AsyncPage[models.ByURLResponseBody, Any],
] = op.Operation(
    id="byUrl",
    method="GET",
    path=("/url",),
    responses=(
        op.Json("200", "application/json", lambda: models.ByURLResponseBody),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    paging=op.Paging("url", next_url=("next",)),
    result_required=True,
)


class Things(Resource):
    """The operations of `things`."""

    def by_offset(
        self,
        *,
        offset: Optional[int] = None,
        limit: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.Page[models.ByOffsetResponseBody, models.ByOffsetResponseBodyItem]:
        """:param offset:
        :param limit:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _BY_OFFSET,
            {"offset": offset, "limit": limit},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def by_offset_async(
        self,
        *,
        offset: Optional[int] = None,
        limit: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.AsyncPage[models.ByOffsetResponseBody, models.ByOffsetResponseBodyItem]:
        """:param offset:
        :param limit:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _BY_OFFSET,
            {"offset": offset, "limit": limit},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def by_page(
        self,
        *,
        page: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.Page[models.ByPageResponseBody, models.ByPageResponseBodyItem]:
        """:param page:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _BY_PAGE,
            {"page": page},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def by_page_async(
        self,
        *,
        page: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.AsyncPage[models.ByPageResponseBody, models.ByPageResponseBodyItem]:
        """:param page:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _BY_PAGE,
            {"page": page},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def by_cursor(
        self,
        *,
        after: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.Page[models.ByCursorResponseBody, models.ByCursorResponseBodyItem]:
        """:param after:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _BY_CURSOR,
            {"after": after},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def by_cursor_async(
        self,
        *,
        after: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.AsyncPage[models.ByCursorResponseBody, models.ByCursorResponseBodyItem]:
        """:param after:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _BY_CURSOR,
            {"after": after},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def by_cursor_in_body(
        self,
        *,
        after: Optional[str] = None,
        name: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.Page[models.ByCursorInBodyResponseBody, Any]:
        """:param after:
        :param name:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _BY_CURSOR_IN_BODY,
            {"after": after, "name": name},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def by_cursor_in_body_async(
        self,
        *,
        after: Optional[str] = None,
        name: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.AsyncPage[models.ByCursorInBodyResponseBody, Any]:
        """:param after:
        :param name:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _BY_CURSOR_IN_BODY,
            {"after": after, "name": name},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def by_url(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.Page[models.ByURLResponseBody, Any]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _BY_URL,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def by_url_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> paging.AsyncPage[models.ByURLResponseBody, Any]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _BY_URL,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
