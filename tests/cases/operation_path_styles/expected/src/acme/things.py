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
    path=(
        "/a/",
        op.Path("plain", "plain"),
        "/",
        op.Path("list_", "list", type=lambda: List[str]),
        "/",
        op.Path("label", "label", op.label, type=lambda: List[str]),
        "/",
        op.Path("matrix", "matrix", op.matrix_explode, type=lambda: List[int]),
        "/",
        op.Path("object", "object", op.matrix, type=lambda: models.Object),
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def get_a(
        self,
        *,
        plain: str,
        list_: List[str],
        label: List[str],
        matrix: List[int],
        object: Union[models.Object, models.ObjectTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param plain:
        :param list_:
        :param label:
        :param matrix:
        :param object:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _GET_A,
            {
                "plain": plain,
                "list_": list_,
                "label": label,
                "matrix": matrix,
                "object": object,
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
        list_: List[str],
        label: List[str],
        matrix: List[int],
        object: Union[models.Object, models.ObjectTypedDict],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param plain:
        :param list_:
        :param label:
        :param matrix:
        :param object:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _GET_A,
            {
                "plain": plain,
                "list_": list_,
                "label": label,
                "matrix": matrix,
                "object": object,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
