"""The operations of `sessions`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import List, Optional, Union

from . import models, utils
from ._runtime import operation as op
from ._runtime.resource import Resource
from .types import UNSET, OptionalNullable

_CREATE_SESSION: op.Operation[
    Optional[models.CreateSessionResponseBody],
    Optional[models.CreateSessionResponseBody],
] = op.Operation(
    id="CreateSession",
    method="POST",
    path=("/v2/traces/sessions",),
    body=op.JsonBody(lambda: models.CreateSessionRequestBody, argument="request"),
    responses=(
        op.Json("200", "application/json", lambda: models.CreateSessionResponseBody),
        op.ApiError("409"),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
)
_DELETE_SESSION: op.Operation[None, None] = op.Operation(
    id="DeleteSession",
    method="DELETE",
    path=("/v2/traces/sessions/", op.Path("session_id", "session_id")),
    responses=(
        op.Empty("204"),
        op.JsonError(
            "404",
            "application/json",
            lambda: models.HonoAPIError,
            lambda: models.HonoAPIErrorData,
        ),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
)
_GET_SESSION: op.Operation[
    Optional[models.GetSessionResponseBody],
    Optional[models.GetSessionResponseBody],
] = op.Operation(
    id="GetSession",
    method="GET",
    path=("/v2/traces/sessions/", op.Path("session_id", "session_id")),
    responses=(
        op.Json("200", "application/json", lambda: models.GetSessionResponseBody),
        op.JsonError(
            "404",
            "application/json",
            lambda: models.HonoAPIError,
            lambda: models.HonoAPIErrorData,
        ),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
)
_UPDATE_SESSION: op.Operation[
    Optional[models.UpdateSessionResponseBody],
    Optional[models.UpdateSessionResponseBody],
] = op.Operation(
    id="UpdateSession",
    method="PATCH",
    path=("/v2/traces/sessions/", op.Path("session_id", "session_id")),
    body=op.JsonBody(
        lambda: models.UpdateSessionRequestBody,
        fields=(
            op.Field("id", "id"),
            op.Field("external_id", "external_id"),
            op.Field("duration", "duration"),
            op.Field("contact_ids", "contact_ids"),
            op.Field("billing", "billing"),
            op.Field("usage", "usage"),
            op.Field("traces_count", "traces_count"),
            op.Field("tags", "tags"),
            op.Field("workspace_id", "workspace_id"),
            op.Field("project_id", "project_id", nullable=True),
            op.Field("started_at", "started_at"),
            op.Field("updated_at", "updated_at"),
        ),
    ),
    responses=(
        op.Json("200", "application/json", lambda: models.UpdateSessionResponseBody),
        op.JsonError(
            "404",
            "application/json",
            lambda: models.HonoAPIError,
            lambda: models.HonoAPIErrorData,
        ),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
)
_LIST_SESSIONS: op.Operation[
    Optional[models.ListSessionsResponseBody],
    Optional[models.ListSessionsResponseBody],
] = op.Operation(
    id="ListSessions",
    method="POST",
    path=("/v2/traces/sessions/query",),
    body=op.JsonBody(lambda: models.ListSessionsRequestBody, argument="request"),
    responses=(
        op.Json("200", "application/json", lambda: models.ListSessionsResponseBody),
        op.ApiError("4XX"),
        op.ApiError("5XX"),
    ),
)


class Sessions(Resource):
    """The operations of `sessions`."""

    def create(
        self,
        *,
        request: Optional[
            Union[
                models.CreateSessionRequestBody,
                models.CreateSessionRequestBodyTypedDict,
            ]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.CreateSessionResponseBody]:
        """Create Trace Session

        Create a session for traces

        :param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _CREATE_SESSION,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def create_async(
        self,
        *,
        request: Optional[
            Union[
                models.CreateSessionRequestBody,
                models.CreateSessionRequestBodyTypedDict,
            ]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.CreateSessionResponseBody]:
        """Create Trace Session

        Create a session for traces

        :param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _CREATE_SESSION,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def delete(
        self,
        *,
        session_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Delete Trace Session

        Delete a trace session

        :param session_id: Unique identifier of the session
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        self._call(
            _DELETE_SESSION,
            {"session_id": session_id},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def delete_async(
        self,
        *,
        session_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Delete Trace Session

        Delete a trace session

        :param session_id: Unique identifier of the session
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        await self._call_async(
            _DELETE_SESSION,
            {"session_id": session_id},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def get(
        self,
        *,
        session_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.GetSessionResponseBody]:
        """Get Trace Session

        Get a trace session

        :param session_id: Unique identifier of the session
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _GET_SESSION,
            {"session_id": session_id},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def get_async(
        self,
        *,
        session_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.GetSessionResponseBody]:
        """Get Trace Session

        Get a trace session

        :param session_id: Unique identifier of the session
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _GET_SESSION,
            {"session_id": session_id},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def update(
        self,
        *,
        session_id: str,
        id: Optional[str] = None,
        external_id: Optional[str] = None,
        duration: Optional[float] = None,
        contact_ids: Optional[List[str]] = None,
        billing: Optional[
            Union[models.UpdateSessionBilling, models.UpdateSessionBillingTypedDict]
        ] = None,
        usage: Optional[
            Union[models.UpdateSessionUsage, models.UpdateSessionUsageTypedDict]
        ] = None,
        traces_count: Optional[float] = None,
        tags: Optional[List[str]] = None,
        workspace_id: Optional[str] = None,
        project_id: OptionalNullable[str] = UNSET,
        started_at: Optional[datetime] = None,
        updated_at: Optional[datetime] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.UpdateSessionResponseBody]:
        """Update Trace Session

        Update a trace session

        :param session_id: Unique identifier of the session
        :param id:
        :param external_id:
        :param duration: Duration of the session in ms
        :param contact_ids: List of contact ids
        :param billing:
        :param usage:
        :param traces_count: Total traces of the session
        :param tags:
        :param workspace_id: The workspace id
        :param project_id: The project id
        :param started_at: The time when the session was created
        :param updated_at: The time when the session was updated
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _UPDATE_SESSION,
            {
                "session_id": session_id,
                "id": id,
                "external_id": external_id,
                "duration": duration,
                "contact_ids": contact_ids,
                "billing": billing,
                "usage": usage,
                "traces_count": traces_count,
                "tags": tags,
                "workspace_id": workspace_id,
                "project_id": project_id,
                "started_at": started_at,
                "updated_at": updated_at,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def update_async(
        self,
        *,
        session_id: str,
        id: Optional[str] = None,
        external_id: Optional[str] = None,
        duration: Optional[float] = None,
        contact_ids: Optional[List[str]] = None,
        billing: Optional[
            Union[models.UpdateSessionBilling, models.UpdateSessionBillingTypedDict]
        ] = None,
        usage: Optional[
            Union[models.UpdateSessionUsage, models.UpdateSessionUsageTypedDict]
        ] = None,
        traces_count: Optional[float] = None,
        tags: Optional[List[str]] = None,
        workspace_id: Optional[str] = None,
        project_id: OptionalNullable[str] = UNSET,
        started_at: Optional[datetime] = None,
        updated_at: Optional[datetime] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.UpdateSessionResponseBody]:
        """Update Trace Session

        Update a trace session

        :param session_id: Unique identifier of the session
        :param id:
        :param external_id:
        :param duration: Duration of the session in ms
        :param contact_ids: List of contact ids
        :param billing:
        :param usage:
        :param traces_count: Total traces of the session
        :param tags:
        :param workspace_id: The workspace id
        :param project_id: The project id
        :param started_at: The time when the session was created
        :param updated_at: The time when the session was updated
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _UPDATE_SESSION,
            {
                "session_id": session_id,
                "id": id,
                "external_id": external_id,
                "duration": duration,
                "contact_ids": contact_ids,
                "billing": billing,
                "usage": usage,
                "traces_count": traces_count,
                "tags": tags,
                "workspace_id": workspace_id,
                "project_id": project_id,
                "started_at": started_at,
                "updated_at": updated_at,
            },
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    def list(
        self,
        *,
        request: Optional[
            Union[
                models.ListSessionsRequestBody,
                models.ListSessionsRequestBodyTypedDict,
            ]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListSessionsResponseBody]:
        """List sessions

        Retrieves a paginated list of sessions for the current workspace.

        :param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return self._call(
            _LIST_SESSIONS,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )

    async def list_async(
        self,
        *,
        request: Optional[
            Union[
                models.ListSessionsRequestBody,
                models.ListSessionsRequestBodyTypedDict,
            ]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListSessionsResponseBody]:
        """List sessions

        Retrieves a paginated list of sessions for the current workspace.

        :param request: The request object to use for the request.
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default request timeout configuration for this method in milliseconds
        :param http_headers: Additional headers to set or replace on requests."""
        return await self._call_async(
            _LIST_SESSIONS,
            {"request": request},
            retries,
            server_url,
            timeout_ms,
            http_headers,
        )
