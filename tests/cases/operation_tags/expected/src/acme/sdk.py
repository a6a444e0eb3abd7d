"""The root class of the SDK."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Optional

from . import models, utils
from ._hooks import registration
from ._runtime import configuration
from ._runtime import operation as op
from ._runtime.http import AsyncHttpClient, HttpClient
from ._runtime.logs import Logger
from ._runtime.sdk import SDKBase
from ._version import __title__, __version__
from .types import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .pet_shop import PetShop
    from .v1_things import V1Things
    from .outbound import Outbound
    from .v12 import V12

_GET_C: op.Operation[None, None] = op.Operation(
    id="getC",
    method="GET",
    path=("/c",),
    responses=(op.Empty("204"), op.ApiError("4XX"), op.ApiError("5XX")),
)

_CONFIGURATION = configuration.Configuration(
    package=__title__,
    version=__version__,
    module="acme",
    prefix="",
    api_error=lambda: models.APIError,
    validation_error=lambda: models.ResponseValidationError,
    no_response_error=lambda: models.NoResponseError,
    http_library="httpx2",
    servers=(op.Server("https://api.acme.example"),),
    timeout_ms=600000,
    init_hooks=lambda: registration.init_hooks,
    resources=("pet_shop", "v1_things", "outbound", "batches", "v12"),
)


class Acme(SDKBase):
    """Acme"""

    def __init__(
        self,
        server_idx: Optional[int] = None,
        server_url: Optional[str] = None,
        url_params: Optional[Mapping[str, str]] = None,
        client: Optional[HttpClient] = None,
        async_client: Optional[AsyncHttpClient] = None,
        retry_config: OptionalNullable[utils.RetryConfig] = UNSET,
        timeout_ms: Optional[int] = None,
        debug_logger: Optional[Logger] = None,
        *,
        follow_redirects: bool = False,
        allow_insecure_http: bool = False,
        max_response_bytes: Optional[int] = None,
    ) -> None:
        """Instantiates the SDK configuring it with the provided parameters.

        :param server_idx: The index of the server to use for all methods
        :param server_url: The server URL to use for all methods
        :param url_params: Parameters to optionally template the server URL with
        :param client: The HTTP client to use for all synchronous methods
        :param async_client: The async HTTP client to use for all asynchronous methods
        :param retry_config: The retry configuration to use for all supported methods
        :param timeout_ms: Optional request timeout applied to each operation in milliseconds
        :param debug_logger: Where requests and responses are logged, without secrets
        :param follow_redirects: Whether redirects within the same origin are followed
        :param allow_insecure_http: Whether credentials may be sent over plain HTTP to other hosts than this one
        :param max_response_bytes: How many bytes a decoded response may have"""
        super().__init__(
            _CONFIGURATION,
            security={},
            globals={},
            server_variables={},
            server_idx=server_idx,
            server=None,
            server_url=server_url,
            url_params=url_params,
            client=client,
            async_client=async_client,
            retry_config=retry_config,
            timeout_ms=timeout_ms,
            debug_logger=debug_logger,
            follow_redirects=follow_redirects,
            allow_insecure_http=allow_insecure_http,
            max_response_bytes=max_response_bytes,
        )

    @cached_property
    def pet_shop(self) -> PetShop:
        """The operations under `pet_shop`."""
        from .pet_shop import PetShop

        return PetShop(self._core)

    @cached_property
    def v1_things(self) -> V1Things:
        """The operations under `v1_things`."""
        from .v1_things import V1Things

        return V1Things(self._core)

    @cached_property
    def outbound(self) -> Outbound:
        """The operations under `outbound`."""
        from .outbound import Outbound

        return Outbound(self._core)

    @cached_property
    def v1_2(self) -> V12:
        """The operations under `v1_2`."""
        from .v12 import V12

        return V12(self._core)

    def get_c(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _GET_C,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_c_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _GET_C,
            {},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
