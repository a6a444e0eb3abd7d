"""The base of every SDK's error tree.

The constructors of the classes derived from these stay as they are here, so that the runtime can raise them and pickle
can rebuild them.  Exceptions of the transport stay the HTTP library's.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .http import Response

DEFAULT_MESSAGE = "API error occurred"

_MOST_CHARACTERS = 500
"""How much of a text of the server the text of an exception shows."""
_TEXTUAL = ("text/", "json", "xml", "yaml", "javascript", "x-www-form-urlencoded")
"""Parts of media types that people can read."""


class Misfit:
    """A member of an answer that does not fit its type, kept as it came.

    Args:
        path: Where it stands: `items[0].name`.
        reason: What its type expects.
        value: What the server sent; None also for a required member that is missing.
    """

    __slots__ = ("path", "reason", "value")

    def __init__(self, path: str, reason: str, value: Any) -> None:
        self.path = path
        self.reason = reason
        self.value = value

    def __repr__(self) -> str:
        return f"Misfit({self.path!r}, {self.reason!r}, {self.value!r})"


class SDKError(Exception):
    """The base of all errors about an answer of the server.

    `str()` has the message and the status, and the body where the message is not out of it: at most 500 characters of
    each, and of a file none.

    Args:
        message: What went wrong; for an error of the server its own words, where it said some.  Published SDKs have
            the data of a declared error here, or give it as `data` alone: then the message is the one in it.
        status_code: The HTTP status; that of the response when it is not given.  A response in its place is taken as
            `raw_response`: published SDKs have had it second and last.
        body: The text of the answer's body; read from the response when it is not given.  An exception in its place is
            the cause, as validation errors of published SDKs have it, and the body is what comes next.
        raw_response: The HTTP library's response, already read or closed.
        data: The parsed body of a declared error.
        said: Whether the message is out of the body.
    """

    message: str
    status_code: int
    headers: Mapping[str, str]
    body: str
    raw_response: Response | None
    """None only in an error that came out of a pickle, and in a `NoResponseError`."""
    data: Any

    def __init__(
        self,
        message: object = "",
        status_code: int | Response | None = None,
        body: str | Exception | None = None,
        raw_response: Response | str | None = None,
        data: object = None,
        *,
        said: bool = False,
    ) -> None:
        if not isinstance(message, str):
            message, data = "", message
        if not message:
            words = getattr(data, "message", None)
            said = isinstance(words, str) and bool(words)
            message = words if isinstance(words, str) and words else DEFAULT_MESSAGE
        super().__init__(message)
        if isinstance(body, Exception):
            self.__cause__, body = body, None
        if isinstance(raw_response, str):
            body, raw_response = raw_response, None
        if status_code is not None and not isinstance(status_code, int):
            status_code, raw_response = None, status_code
        if status_code is None:
            status_code = 0 if raw_response is None else raw_response.status_code
        self.message = message
        self.raw_response = raw_response
        self.status_code = status_code
        self.headers = {} if raw_response is None else raw_response.headers
        self.body = body if body is not None else _body_of(raw_response)
        self.data = data
        self._said = said

    def __str__(self) -> str:
        if not self.status_code:  # nothing was answered
            return self.message
        told = f"{_cut(self.message)}: Status {self.status_code}"
        if self._said or not self.body:
            return told
        media_type = self.headers.get("content-type") or ""
        shown = _cut(self.body) if _is_readable(media_type, self.body) else f"({media_type or 'bytes'}, not shown)"
        return f"{told}\n{shown}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r}, status_code={self.status_code})"

    def __reduce__(self) -> tuple[object, ...]:
        state = {
            **self.__dict__,
            "raw_response": None,
            "headers": {name: value for name, value in self.headers.items() if name.lower() != "set-cookie"},
        }
        return _rebuild, (type(self), self.message), state


def exported(module: str) -> None:
    """Have the errors of a private module name the package that exports them: in tracebacks, in logs and in pickles."""
    package = module.rpartition(".")[0]
    for value in list(vars(sys.modules[module]).values()):
        if isinstance(value, type) and issubclass(value, SDKError) and value.__module__ == module:
            value.__module__ = package


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


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"


def _is_readable(media_type: str, body: str) -> bool:
    """Whether a body is a text for people and no file; what has no media type is judged by its first characters."""
    named = media_type.partition(";")[0].lower()
    if named:
        return any(part in named for part in _TEXTUAL)
    return not any(sign == "\ufffd" or (sign < " " and not sign.isspace()) for sign in body[:_MOST_CHARACTERS])
