"""The operations of `things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_SEND_PARTS: op.Operation[None, None] = op.Operation(
    id="sendParts",
    method="POST",
    path=("/a",),
    body=op.MultipartBody(
        lambda: models.SendPartsRequestBody,
        fields=(
            op.Field("file", "file"),
            op.Field("name", "name"),
            op.Field("about", "about"),
            op.Field("more", "more"),
            op.Field("note", "note"),
        ),
        required=True,
        encodings=(
            op.PartEncoding("file", content_type="image/png"),
            op.PartEncoding("note", content_type="text/markdown"),
        ),
    ),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)


class Things(Resource):
    """The operations of `things`."""

    def send_parts(
        self,
        *,
        file: Union[models.File, models.FileTypedDict],
        name: str,
        about: Union[models.About, models.AboutTypedDict],
        more: Optional[Sequence[Union[models.File, models.FileTypedDict]]] = None,
        note: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param file:
        :param name:
        :param about:
        :param more:
        :param note:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _SEND_PARTS,
            {"file": file, "name": name, "about": about, "more": more, "note": note},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def send_parts_async(
        self,
        *,
        file: Union[models.File, models.FileTypedDict],
        name: str,
        about: Union[models.About, models.AboutTypedDict],
        more: Optional[Sequence[Union[models.File, models.FileTypedDict]]] = None,
        note: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param file:
        :param name:
        :param about:
        :param more:
        :param note:
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _SEND_PARTS,
            {"file": file, "name": name, "about": about, "more": more, "note": note},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
