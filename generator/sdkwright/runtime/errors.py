"""The base of every SDK's error tree.

A rendered package derives its own tree from these classes:

    class OrqError(SDKError):                    # the base error, named after the SDK
    class APIError(APIErrorMixin, OrqError):     # the default error
    class ResponseValidationError(OrqError):
    class NoResponseError(OrqError):
    class HonoAPIError(OrqError):                # one per declared error schema
        data: HonoAPIErrorData

and their constructors stay as they are here, so that the runtime can raise and pickle can rebuild them.
Exceptions of the transport stay the HTTP library's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .http import Response

DEFAULT_MESSAGE = "API error occurred"


class SDKError(Exception):
    """The base of all errors about an answer of the server.

    Args:
        message: What went wrong; `str()` of the error.
        raw_response: The HTTP library's response, already read or closed.
        body: The text of the answer's body; read from the response when it is not given.
        data: The parsed body of a declared error.
    """

    message: str
    status_code: int
    headers: Mapping[str, str]
    body: str
    raw_response: Response | None
    """None only in an error that came out of a pickle, and in a `NoResponseError`."""
    data: Any

    def __init__(
        self, message: str, raw_response: Response | None = None, body: str | None = None, data: object = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.raw_response = raw_response
        self.status_code = 0 if raw_response is None else raw_response.status_code
        self.headers = {} if raw_response is None else raw_response.headers
        self.body = body if body is not None else _body_of(raw_response)
        self.data = data

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r}, status_code={self.status_code})"

    def __reduce__(self) -> tuple[object, ...]:
        state = {
            **self.__dict__,
            "raw_response": None,
            "headers": {name: value for name, value in self.headers.items() if name.lower() != "set-cookie"},
        }
        return _rebuild, (type(self), self.message), state


class APIErrorMixin(SDKError):  # noqa: N818 - a base of errors that is never raised itself
    """The text of the default error: the message, the status and the body."""

    def __str__(self) -> str:
        return f"{self.message}: Status {self.status_code}\n{self.body}"


def _rebuild(kind: type[SDKError], message: str) -> SDKError:
    error = kind.__new__(kind)
    Exception.__init__(error, message)
    return error


def _body_of(response: Response | None) -> str:
    """The text of a response that was read; empty where it was streamed away."""
    if response is None or not response.is_closed:
        return ""
    try:
        return response.text
    except RuntimeError:
        # The library's `ResponseNotRead`: the body was discarded, which is no reason to hide the error.
        return ""
