"""Debug logging, with everything that may be a secret left out.

Nothing is logged unless a `debug_logger` was given or `{PREFIX}_DEBUG` is set; then the logger named after the package
is used, with a handler of its own, so that the root logger is never touched.  Bodies are never logged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object  # what protocols cost at import would be most of this module's time

REDACTED = "[REDACTED]"
_SECRET_HEADER = r"(?i)auth|cookie|token|secret|key|passw|credential|session|signature"
_URL_HEADERS = {"location", "content-location", "link", "refresh", "referer"}
_SECRET_QUERY = r"(?i)auth|token|secret|api.?key|^key$|passw|credential|signature|^sig$"


class Logger(Protocol):
    """What `debug_logger` must offer: `logging.Logger.debug`."""

    def debug(self, msg: str, /, *args: Any) -> None: ...


def logger_from_environment(prefix: str, module: str) -> Logger | None:
    """The package's logger, writing to stderr, if `{PREFIX}_DEBUG` is set and not `0`, `false`, `no` or `off`."""
    import os

    if os.environ.get(f"{prefix}_DEBUG", "").strip().lower() in {"", "0", "false", "no", "off"}:
        return None
    import logging

    logger = logging.getLogger(module)
    logger.setLevel(logging.DEBUG)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False
    return logger


def default_logger(prefix: str, module: str) -> Logger:
    """The logger of an SDK that is given none; silent unless the environment asks for one."""
    return logger_from_environment(prefix, module) or _Silent()


class _Silent:
    """A logger of nothing."""

    def debug(self, msg: str, /, *args: Any) -> None:
        """Drop the message."""


def one_line(text: str) -> str:
    """A text of the document or of the server in a line of a log: it begins no line of its own."""
    return text if text.isprintable() else text.encode("unicode_escape").decode("ascii")


def redacted_headers(headers: Iterable[tuple[str, str]], secret_names: Set[str]) -> dict[str, str]:
    """The headers, with the values of authorization, cookies and whatever looks like a key replaced.

    `secret_names` are further names, in lower case: those of the document's security schemes.  A URL in a header, which
    may repeat the request's own, is redacted as URLs are.
    """
    return {name: _redacted_header(name, value, secret_names) for name, value in headers}


def is_secret_header(name: str, secret_names: Set[str]) -> bool:
    """Whether a header holds a secret, as far as its name tells."""
    return name.lower() in secret_names or re.search(_SECRET_HEADER, name) is not None


def _redacted_header(name: str, value: str, secret_names: Set[str]) -> str:
    if is_secret_header(name, secret_names):
        return REDACTED
    return redacted_url(value, secret_names) if name.lower() in _URL_HEADERS else value


def redacted_url(url: str, secret_names: Set[str]) -> str:
    """The URL without the values of security parameters in its query, and without user information."""
    head, mark, query = url.partition("?")
    head = re.sub(r"^([A-Za-z][A-Za-z0-9+.\-]*://)[^/]*@", r"\1", head)
    if not mark:
        return head
    return head + "?" + "&".join([_redacted_pair(pair, secret_names) for pair in query.split("&")])


def _redacted_pair(pair: str, secret_names: Set[str]) -> str:
    from urllib.parse import unquote_plus  # a millisecond of the import of an SDK

    name, mark, _ = pair.partition("=")
    plain = unquote_plus(name).lower()
    secret = plain in secret_names or re.search(_SECRET_QUERY, plain)
    return f"{name}={REDACTED}" if mark and secret else pair
