"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_SEND_A: op.Operation[None, None] = op.Operation(
    id="sendA",
    method="POST",
    path=("/a/", op.Path("id", "id")),
    body=op.JsonBody(
        lambda: models.SendARequestBody,
        argument="request_body",
        required=True,
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def send_a(
        self,
        *,
        id: str,
        request_body: Union[models.SendARequestBody, models.SendARequestBodyTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param id:
        :param request_body:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _SEND_A,
            {"id": id, "request_body": request_body},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_a_async(
        self,
        *,
        id: str,
        request_body: Union[models.SendARequestBody, models.SendARequestBodyTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param id:
        :param request_body:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _SEND_A,
            {"id": id, "request_body": request_body},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
