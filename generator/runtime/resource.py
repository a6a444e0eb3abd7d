"""The base class of every resource class: the entries that rendered methods call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from .core import Core
    from .operation import Operation
    from .retries import RetryConfig
    from .unset import Unset

S = TypeVar("S")
A = TypeVar("A")


class Resource:
    """One group of operations.  All state is in the `Core` that every resource of one SDK object shares."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def _call(
        self,
        operation: Operation[S, A],
        arguments: Mapping[str, object],
        retries: RetryConfig | None | Unset,
        server_url: str | None,
        timeout_ms: int | None,
        http_headers: Mapping[str, str] | None,
        security: object = None,
    ) -> S:
        """Run the operation and return its result."""
        raise NotImplementedError

    async def _call_async(
        self,
        operation: Operation[S, A],
        arguments: Mapping[str, object],
        retries: RetryConfig | None | Unset,
        server_url: str | None,
        timeout_ms: int | None,
        http_headers: Mapping[str, str] | None,
        security: object = None,
    ) -> A:
        """Run the operation asynchronously and return its result."""
        raise NotImplementedError
