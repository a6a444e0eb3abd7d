"""Which server a call goes to.

Method `server_url` > client `server_url` (with `url_params`, or `{PREFIX}_SERVER_URL` when nothing is given) > the
operation's own servers > `server_idx` or `server` > the first of the document.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from ..configuration import Configuration, Server

_VARIABLE = r"\{([^{}]*)\}"


class ServerChoice:
    """What the constructor was told about servers, checked.

    Raises `ValueError` for an index or id that the document does not have, for a variable without a place or a value
    that is not allowed, and for an address that is no http or https URL.
    """

    def __init__(
        self,
        configuration: Configuration,
        server_idx: int | None,
        server: str | None,
        server_url: str | None,
        url_params: Mapping[str, str] | None,
        variables: Mapping[str, str | None],
    ) -> None:
        self.given: str | None = None
        self._variables = {name: value for name, value in variables.items() if value is not None}
        self._params = dict(url_params or {})
        if server_url is None and server_idx is None and server is None:
            server_url = os.environ.get(f"{configuration.prefix}_SERVER_URL") or None
        chosen = _chosen(configuration.servers, server_idx, server)
        if server_url:
            self.given = checked(_filled(server_url, self._params))
        self.default = ""
        if chosen is not None:
            values = self._values(chosen)
            if self.given is None:  # otherwise the document's own need not be a URL
                self.default = checked(_filled(chosen.url, values))

    def url_of(self, server: Server) -> str:
        """The URL of a server of the document, its variables filled."""
        return checked(_filled(server.url, self._values(server)))

    def _values(self, server: Server) -> dict[str, str]:
        """The values of a server's variables."""
        values = {variable.name: variable.default for variable in server.variables}
        for variable in server.variables:
            value = self._variables.get(variable.argument) if variable.argument else None
            value = value if value is not None else self._params.get(variable.name)
            if value is None:
                continue
            if variable.allowed and value not in variable.allowed:
                allowed = ", ".join(repr(each) for each in variable.allowed)
                raise ValueError(f"the server variable {variable.name!r} must be one of {allowed}")
            values[variable.name] = value
        return values

    def base(self, servers: tuple[Server, ...]) -> str:
        """The base URL of a call that names none; `servers` are the operation's own."""
        if self.given is not None:
            return self.given
        return self.url_of(servers[0]) if servers else self.default


def _chosen(servers: tuple[Server, ...], index: int | None, server_id: str | None) -> Server | None:
    if server_id is not None:
        for server in servers:
            if server.server_id == server_id:
                return server
        known = ", ".join(repr(server.server_id) for server in servers if server.server_id)
        raise ValueError(f"there is no server {server_id!r}; the servers are {known or 'not named'}")
    if index is not None and not 0 <= index < len(servers):
        raise ValueError(f"server_idx must be between 0 and {len(servers) - 1}, not {index}")
    return servers[index or 0] if servers else None


def _filled(url: str, values: Mapping[str, str]) -> str:
    head, mark, rest = url.partition("://")
    begin = len(head) + len(mark)
    end = begin + len(rest.partition("/")[0]) if mark else 0

    def value_of(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise ValueError(f"the server URL has a variable {match[1]!r} without a value")
        value = str(values[match[1]])
        if begin <= match.start() < end and match.end() - match.start() < end - begin:
            # A part of a host's name: what ends a name would make another host of it, and credentials go there.
            follows = re.sub(_VARIABLE, "", url[match.end() : end]).strip(":")
            if re.search(r"[@\\/]" if follows else r"[@\\]", value):
                raise ValueError(f"the server variable {match[1]!r} is a part of a host's name, and its value is none")
        return value

    return re.sub(_VARIABLE, value_of, url) if "{" in url else url


def checked(url: str) -> str:
    """The URL without a trailing slash.  Raises `ValueError` unless it is an http or https URL or a path."""
    text = url.strip()
    if any(ord(character) <= 0x20 or ord(character) == 0x7F for character in text):
        raise ValueError("a server URL holds no spaces or control characters")
    scheme, mark, rest = text.partition("://")
    if mark and (scheme.lower() not in {"http", "https"} or not rest.partition("/")[0]):
        raise ValueError(f"a server URL starts with http:// or https:// and names a host; the scheme is {scheme!r}")
    if "?" in text or "#" in text:
        raise ValueError("a server URL has no query and no fragment")
    if not mark and text and not text.startswith("/"):
        raise ValueError("a server URL starts with http:// or https://")
    return text.rstrip("/")
