"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import models, utils
from ._runtime import streams
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_LISTEN_TO_EVENTS: op.Operation[
    streams.EventStream[models.Event],
    streams.AsyncEventStream[models.Event],
] = op.Operation(
    id="listenToEvents",
    method="GET",
    path=("/events",),
    responses=(
        op.Events("200", "text/event-stream", lambda: models.Event),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    result_required=True,
)
_LISTEN_TO_DATA: op.Operation[
    streams.EventStream[models.Thing],
    streams.AsyncEventStream[models.Thing],
] = op.Operation(
    id="listenToData",
    method="GET",
    path=("/data",),
    responses=(
        op.Events(
            "200",
            "text/event-stream",
            lambda: models.Thing,
            data_only=True,
            sentinel="[DONE]",
        ),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    result_required=True,
)
_READ_LINES: op.Operation[
    streams.JsonLineStream[models.Thing],
    streams.AsyncJsonLineStream[models.Thing],
] = op.Operation(
    id="readLines",
    method="GET",
    path=("/lines",),
    responses=(
        op.JsonLines("200", "application/x-ndjson", lambda: models.Thing),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
    result_required=True,
)


class Things(Resource):
    """The operations of `things`."""

    def listen_to_events(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> streams.EventStream[models.Event]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _LISTEN_TO_EVENTS,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def listen_to_events_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> streams.AsyncEventStream[models.Event]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _LISTEN_TO_EVENTS,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def listen_to_data(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> streams.EventStream[models.Thing]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _LISTEN_TO_DATA,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def listen_to_data_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> streams.AsyncEventStream[models.Thing]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _LISTEN_TO_DATA,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def read_lines(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> streams.JsonLineStream[models.Thing]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _READ_LINES,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def read_lines_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> streams.AsyncJsonLineStream[models.Thing]:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _READ_LINES,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
