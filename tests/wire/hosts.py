"""Where the servers of a document are."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from sdkwright.ir.service import Server

from .made.schemas import UnmakeableError

SERVER = "https://server.example"


def filled_url(server: Server) -> str:
    """The URL of a server, its variables filled."""
    values = {variable.name: variable.default for variable in server.variables}
    return re.sub(r"\{([^{}]*)\}", lambda match: values.get(match[1], match[0]), server.url)


def absolute_url(server: Server | None) -> str:
    """The same, on a host of ours where it is relative.  Raises `UnmakeableError` if it is not for HTTP."""
    found = urljoin(SERVER + "/", "" if server is None else filled_url(server)).rstrip("/")
    if not found.startswith(("http://", "https://")):
        raise UnmakeableError("a server that does not speak HTTP")
    return found


def base_url(servers: tuple[Server, ...]) -> str | None:
    """What openapi-core must be told of the place of the document: without it, it compares paths, which it can only
    where they begin with one slash."""
    urls = [server.url for server in servers if "{" not in server.url]
    return SERVER + "/" if any(re.match(r"//|(?!https?:|/)", url) for url in urls) else None
