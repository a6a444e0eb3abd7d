"""The root class of the SDK."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from . import models, utils
from ._hooks import registration
from ._runtime import configuration
from ._runtime import operation as op
from ._runtime.http import AsyncHttpClient, HttpClient
from ._runtime.logs import Logger
from ._runtime.sdk import SDKBase
from ._version import __title__, __version__
from .types import UNSET, OptionalNullable

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
    resources=(),
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
