"""A result together with the response that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ..errors import Misfit
    from ..http import Response

T = TypeVar("T")


class RawResponse(Generic[T]):
    """What `with_raw_response` methods return."""

    __slots__ = ("http_response", "result")

    def __init__(self, result: T, http_response: Response) -> None:
        self.result = result
        self.http_response = http_response

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http_response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The header fields, without regard to case."""
        return self.http_response.headers

    @property
    def validation_errors(self) -> tuple[Misfit, ...]:
        """What of the answer did not fit its type and was kept as it came; always empty if answers are read strictly.

        Of a stream: of what was read of it until now, at most some thousand.
        """
        return tuple(self.http_response.extensions.get("validation_errors", ()))

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code}>"
