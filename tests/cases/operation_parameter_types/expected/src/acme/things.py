"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_GET_A: op.Operation[None, None] = op.Operation(
    id="getA",
    method="GET",
    path=("/a",),
    query=(
        op.Query("moment", "moment", type=lambda: datetime, required=True),
        op.Query("day", "day", type=lambda: date, required=True),
        op.Query("kind", "kind", type=lambda: models.Kind, required=True),
        op.Query("flag", "flag", type=lambda: bool, required=True),
        op.Query("limit", "limit", type=lambda: int),
        op.Query("sort", "sort", required=True, default='"up"'),
        op.Query("nullable", "nullable"),
        op.Query("either", "either", type=lambda: models.Either),
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def get_a(
        self,
        *,
        moment: datetime,
        day: date,
        kind: models.Kind,
        flag: bool,
        limit: Optional[int] = None,
        sort: Optional[str] = None,
        nullable: OptionalNullable[str] = UNSET,
        either: Optional[Union[models.Either, models.EitherTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param moment:
        :param day:
        :param kind:
        :param flag:
        :param limit:
        :param sort:
        :param nullable:
        :param either:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _GET_A,
            {
                "moment": moment,
                "day": day,
                "kind": kind,
                "flag": flag,
                "limit": limit,
                "sort": sort,
                "nullable": nullable,
                "either": either,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_a_async(
        self,
        *,
        moment: datetime,
        day: date,
        kind: models.Kind,
        flag: bool,
        limit: Optional[int] = None,
        sort: Optional[str] = None,
        nullable: OptionalNullable[str] = UNSET,
        either: Optional[Union[models.Either, models.EitherTypedDict]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param moment:
        :param day:
        :param kind:
        :param flag:
        :param limit:
        :param sort:
        :param nullable:
        :param either:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _GET_A,
            {
                "moment": moment,
                "day": day,
                "kind": kind,
                "flag": flag,
                "limit": limit,
                "sort": sort,
                "nullable": nullable,
                "either": either,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
