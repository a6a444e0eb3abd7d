"""A result together with the response that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ..errors import Misfit
    from ..http import Response

T = TypeVar("T")


class RawResponse(Generic[T]):
    """What `with_raw_response` methods return, whatever the server answers.

    Args:
        result: What the method returns without it.
        http_response: The HTTP library's response.
        error: What the method raises without it; None: nothing.
    """

    __slots__ = ("_result", "error", "http_response")

    def __init__(self, result: T, http_response: Response, error: Exception | None = None) -> None:
        self._result = result
        self.http_response = http_response
        self.error = error

    @property
    def result(self) -> T:
        """What the method returns without `with_raw_response`.  Raises `error`, if there is one."""
        if self.error is not None:
            raise self.error
        return self._result

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
