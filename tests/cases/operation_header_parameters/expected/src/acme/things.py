"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import List, Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_GET_A: op.Operation[None, None] = op.Operation(
    id="getA",
    method="GET",
    path=("/a",),
    headers=(
        op.Header("x_plain", "X-Plain", required=True),
        op.Header("x_list", "X-List", type=lambda: List[int]),
        op.Header(
            "x_object",
            "X-Object",
            op.header_simple_explode,
            type=lambda: models.XObject,
        ),
        op.Header("x_flag", "X-Flag", type=lambda: bool),
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def get_a(
        self,
        *,
        x_plain: str,
        x_list: Optional[List[int]] = None,
        x_object: Optional[Union[models.XObject, models.XObjectTypedDict]] = None,
        x_flag: Optional[bool] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param x_plain:
        :param x_list:
        :param x_object:
        :param x_flag:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _GET_A,
            {
                "x_plain": x_plain,
                "x_list": x_list,
                "x_object": x_object,
                "x_flag": x_flag,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_a_async(
        self,
        *,
        x_plain: str,
        x_list: Optional[List[int]] = None,
        x_object: Optional[Union[models.XObject, models.XObjectTypedDict]] = None,
        x_flag: Optional[bool] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param x_plain:
        :param x_list:
        :param x_object:
        :param x_flag:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _GET_A,
            {
                "x_plain": x_plain,
                "x_list": x_list,
                "x_object": x_object,
                "x_flag": x_flag,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
