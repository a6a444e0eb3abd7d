"""URLs: a server's, parsed once, and what the parts of any say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..http import Url
    from .library import Library

_LOOPBACK = r"(?i)127(?:\.\d{1,3}){3}|(?:.*\.)?localhost|::1"
_PORTS = {"http": 80, "https": 443}


def is_loopback(host: str) -> bool:
    """Whether a host (without port) is the machine itself."""
    return re.fullmatch(_LOOPBACK, host.strip("[]")) is not None


def origin(url: Url) -> tuple[str, str, int | None]:
    """Scheme, host and port (RFC 6454, section 4)."""
    return url.scheme, url.host.lower(), url.port if url.port is not None else _PORTS.get(url.scheme)


class UrlMaker:
    """Makes the URL of a call from a base that was parsed once and a path and query that are encoded already.

    Both libraries keep a URL's parts in a named tuple, which is replaced in part here instead of parsing all of it
    again.  If a version of a library is built differently, which is tried once, its public `copy_with` does the same.
    """

    def __init__(self, library: Library, base: str) -> None:
        self._base: Any = library.url(base)
        self._kind: Any = type(self._base)
        self._parts: Any = getattr(self._base, "_uri_reference", None)
        self.host: bytes = self._base.netloc
        self.hostname: str = self._base.host
        self.prefix: str = self._base.raw_path.decode("ascii").rstrip("/")
        self.relative: bool = not self._base.host
        self._fast = self._works()

    def _works(self) -> bool:
        probe = ("/a%2Fb/~c", "d=%C3%A9&e=f%20g")
        try:
            made = self._quick(*probe)
            usual = self._base.copy_with(raw_path=f"{probe[0]}?{probe[1]}".encode("ascii"))
            return bool(made == usual and made.raw_path == usual.raw_path and str(made) == str(usual))
        except (AttributeError, TypeError, ValueError):
            return False

    def _quick(self, path: str, query: str) -> Any:
        url = self._kind.__new__(self._kind)
        url._uri_reference = self._parts._replace(path=path, query=query or None)
        return url

    def make(self, path: str, query: str) -> Any:
        """The URL of an encoded absolute path (the base's prefix included) and an encoded query."""
        if self._fast:
            return self._quick(path, query)
        raw = f"{path}?{query}" if query else path
        return self._base.copy_with(raw_path=raw.encode("ascii"))


class Base:
    """One server URL, parsed once.  Raises `ValueError` if it is none."""

    __slots__ = ("has_user", "host", "insecure", "maker", "prefix", "url")

    def __init__(self, library: Library, url: str) -> None:
        self.url = url
        try:
            self.maker = UrlMaker(library, url or "/")
        except library.invalid_url as problem:
            raise ValueError(f"the server URL is no URL: {problem}") from None
        self.prefix = self.maker.prefix
        self.host = (b"Host", self.maker.host)
        self.insecure = url.lower().startswith("http://") and not is_loopback(self.maker.hostname)
        self.has_user = "@" in url.partition("://")[2].partition("/")[0]
