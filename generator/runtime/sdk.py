"""The base class of the root class.  A rendered root class:

    class Orq(SDKBase):
        def __init__(
            self,
            api_key: Optional[Union[str, Callable[[], str], Callable[[], Awaitable[str]]]] = None,
            contact_id: Optional[str] = None,
            environment: Optional[str] = None,
            server_idx: Optional[int] = None,
            server_url: Optional[str] = None,
            url_params: Optional[Mapping[str, str]] = None,
            client: Optional[HttpClient] = None,                  # from ._runtime.http, under TYPE_CHECKING
            async_client: Optional[AsyncHttpClient] = None,
            retry_config: OptionalNullable[RetryConfig] = UNSET,
            timeout_ms: Optional[int] = None,
            debug_logger: Optional[Logger] = None,                # from ._runtime.logs, under TYPE_CHECKING
            *,
            follow_redirects: bool = False,
            allow_insecure_http: bool = False,
            max_response_bytes: Optional[int] = None,
        ) -> None:
            super().__init__(
                CONFIGURATION,
                security={"api_key": api_key},                    # by SecurityScheme.argument; or the one `security` object
                globals={"contact_id": contact_id, "environment": environment},
                server_variables={},                              # by ServerVariable.argument
                server_idx=server_idx, server=None, server_url=server_url, url_params=url_params,
                client=client, async_client=async_client, retry_config=retry_config, timeout_ms=timeout_ms,
                debug_logger=debug_logger, follow_redirects=follow_redirects,
                allow_insecure_http=allow_insecure_http, max_response_bytes=max_response_bytes,
            )

        @cached_property
        def sessions(self) -> Sessions:
            \"\"\"…\"\"\"
            from .sessions import Sessions

            return Sessions(self._core)

Inherited: `with`, `async with`, `close()`, `aclose()`, `create_async(...)` (an async context manager that makes the object
and preloads off the event loop's first call), `preload()`, `with_raw_response(method)`.
"""

from __future__ import annotations
