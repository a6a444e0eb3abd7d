"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import List, Optional

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_GET_A: op.Operation[None, None] = op.Operation(
    id="getA",
    method="GET",
    path=("/a/", op.Path("id", "id", type=lambda: int)),
    query=(
        op.Query("csv", "csv", op.form_joined, type=lambda: List[str]),
        op.Query("ssv", "ssv", op.space_delimited, type=lambda: List[str]),
        op.Query("pipes", "pipes", op.pipe_delimited, type=lambda: List[str]),
        op.Query("multi", "multi", type=lambda: List[models.Multi]),
        op.Query("shared", "shared"),
    ),
    headers=(op.Header("x_list", "X-List", type=lambda: List[str]),),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def get_a(
        self,
        *,
        id: int,
        csv: Optional[List[str]] = None,
        ssv: Optional[List[str]] = None,
        pipes: Optional[List[str]] = None,
        multi: Optional[List[models.Multi]] = None,
        x_list: Optional[List[str]] = None,
        shared: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param id:
        :param csv:
        :param ssv:
        :param pipes:
        :param multi:
        :param x_list:
        :param shared:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _GET_A,
            {
                "id": id,
                "csv": csv,
                "ssv": ssv,
                "pipes": pipes,
                "multi": multi,
                "x_list": x_list,
                "shared": shared,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_a_async(
        self,
        *,
        id: int,
        csv: Optional[List[str]] = None,
        ssv: Optional[List[str]] = None,
        pipes: Optional[List[str]] = None,
        multi: Optional[List[models.Multi]] = None,
        x_list: Optional[List[str]] = None,
        shared: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param id:
        :param csv:
        :param ssv:
        :param pipes:
        :param multi:
        :param x_list:
        :param shared:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _GET_A,
            {
                "id": id,
                "csv": csv,
                "ssv": ssv,
                "pipes": pipes,
                "multi": multi,
                "x_list": x_list,
                "shared": shared,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
