"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import List, Optional

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_SEND_FORM: op.Operation[None, None] = op.Operation(
    id="sendForm",
    method="POST",
    path=("/a",),
    body=op.FormBody(
        lambda: models.SendFormRequestBody,
        fields=(
            op.Field("a", "a"),
            op.Field("list_", "list_"),
            op.Field("at", "at"),
            op.Field("joined", "joined"),
        ),
        required=True,
        encodings=(op.PartEncoding("joined", explode=False),),
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def send_form(
        self,
        *,
        a: str,
        list_: List[str],
        at: datetime,
        joined: Optional[List[str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param list_:
        :param at:
        :param joined:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _SEND_FORM,
            {"a": a, "list_": list_, "at": at, "joined": joined},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_form_async(
        self,
        *,
        a: str,
        list_: List[str],
        at: datetime,
        joined: Optional[List[str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param a:
        :param list_:
        :param at:
        :param joined:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _SEND_FORM,
            {"a": a, "list_": list_, "at": at, "joined": joined},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
