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
    query=(
        op.Query("plain", "plain", required=True),
        op.Query("exploded", "exploded", type=lambda: List[str]),
        op.Query("joined", "joined", op.form_joined, type=lambda: List[str]),
        op.Query("spaces", "spaces", op.space_delimited, type=lambda: List[str]),
        op.Query("pipes", "pipes", op.pipe_delimited, type=lambda: List[str]),
        op.Query("deep", "deep", op.deep_object, type=lambda: models.Deep),
        op.Query("object", "object", op.form_joined, type=lambda: models.Object),
        op.Query("reserved", "reserved", allow_reserved=True),
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def get_a(
        self,
        *,
        plain: str,
        exploded: Optional[List[str]] = None,
        joined: Optional[List[str]] = None,
        spaces: Optional[List[str]] = None,
        pipes: Optional[List[str]] = None,
        deep: Optional[Union[models.Deep, models.DeepTypedDict]] = None,
        object: Optional[Union[models.Object, models.ObjectTypedDict]] = None,
        reserved: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param plain:
        :param exploded:
        :param joined:
        :param spaces:
        :param pipes:
        :param deep:
        :param object:
        :param reserved:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _GET_A,
            {
                "plain": plain,
                "exploded": exploded,
                "joined": joined,
                "spaces": spaces,
                "pipes": pipes,
                "deep": deep,
                "object": object,
                "reserved": reserved,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_a_async(
        self,
        *,
        plain: str,
        exploded: Optional[List[str]] = None,
        joined: Optional[List[str]] = None,
        spaces: Optional[List[str]] = None,
        pipes: Optional[List[str]] = None,
        deep: Optional[Union[models.Deep, models.DeepTypedDict]] = None,
        object: Optional[Union[models.Object, models.ObjectTypedDict]] = None,
        reserved: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param plain:
        :param exploded:
        :param joined:
        :param spaces:
        :param pipes:
        :param deep:
        :param object:
        :param reserved:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _GET_A,
            {
                "plain": plain,
                "exploded": exploded,
                "joined": joined,
                "spaces": spaces,
                "pipes": pipes,
                "deep": deep,
                "object": object,
                "reserved": reserved,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
