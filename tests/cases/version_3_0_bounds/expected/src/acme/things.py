"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_MAKE_THING: op.Operation[models.Thing, models.Thing] = op.Operation(
    id="makeThing",
    method="POST",
    path=("/things",),
    body=op.JsonBody(
        lambda: models.Thing,
        fields=(op.Field("a", "a"), op.Field("b", "b")),
        required=True,
    ),
    responses=(
        op.Json("200", "application/json", lambda: models.Thing),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    result_required=True,
)


class Things(Resource):
    """The operations of `things`."""

    def make_thing(
        self,
        *,
        a: Optional[int] = None,
        b: Optional[float] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Thing:
        """:param a:
        :param b:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _MAKE_THING,
            {"a": a, "b": b},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def make_thing_async(
        self,
        *,
        a: Optional[int] = None,
        b: Optional[float] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Thing:
        """:param a:
        :param b:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _MAKE_THING,
            {"a": a, "b": b},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
