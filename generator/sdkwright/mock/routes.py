"""Which operation a request asks for (OpenAPI 3.1, section 4.8.8.1): paths without templates go first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api, Operation, Server
from sdkwright.mock.incoming import Incoming, RefusedError

_PLACE = re.compile(r"\{([^{}]+)\}")


class Route(Frozen):
    """One operation, and how its address looks."""

    operation: Operation
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    """Of the parameters in the path, in the order of the pattern's groups."""
    query: tuple[tuple[str, str], ...]
    """What a path of the document that ends in a query asks for."""
    literal: int
    """Characters that are no template."""


class Routes:
    """The operations of an API by their addresses; below the path of a server, and at the root as well."""

    def __init__(self, api: Api) -> None:
        found = [_route(operation) for operation in api.operations]
        self._routes = sorted(found, key=lambda one: (-len(one.query), len(one.names), -one.literal))
        servers = {server for one in api.operations for server in one.servers} | set(api.servers)
        below = {quoted(urlsplit(filled_url(server)).path.rstrip("/")) for server in servers}
        self._below = sorted(below | {""}, key=len, reverse=True)

    def find(self, incoming: Incoming) -> tuple[Operation, Mapping[str, str]]:
        """The operation and the values of its path.  Raises RefusedError: 404, or 405 with the methods there are."""
        others: set[str] = set()
        for route, values in self._at(quoted(incoming.path), incoming.query):
            if route.operation.http_method == incoming.method:
                return route.operation, values
            others.add(route.operation.http_method)
        if others:
            allowed = ", ".join(sorted(others))
            message = f"The document has no {incoming.method} {incoming.path}, only {allowed}"
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, message, {"Allow": allowed})
        raise RefusedError(HTTPStatus.NOT_FOUND, f"The document has no path {incoming.path}")

    def _at(self, path: str, query: Sequence[tuple[str, str]]) -> Iterator[tuple[Route, Mapping[str, str]]]:
        """What may be meant, most likely first."""
        for below in self._below:
            if not path.startswith(f"{below}/") and path != below:
                continue
            rest = path.removeprefix(below) or "/"
            for route in self._routes:
                found = route.pattern.fullmatch(rest)
                if found is not None and all(pair in query for pair in route.query):
                    yield route, dict(zip(route.names, map(unquote, found.groups()), strict=True))


def filled_url(server: Server) -> str:
    """The URL of a server, its variables filled with their defaults."""
    values = {variable.name: variable.default for variable in server.variables}
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), server.url)


def quoted(path: str) -> str:
    """A path in the one way of many in which it can be percent-encoded (RFC 3986, section 6.2.2)."""
    return "/".join(quote(unquote(part), safe="") for part in path.split("/"))


def _route(operation: Operation) -> Route:
    address = operation.path.partition("#")[0]
    path, _, query = address.partition("?")
    reserved = {one.name for one in operation.parameters if one.allow_reserved}
    literals, names = _PLACE.split(path)[::2], _PLACE.findall(path)
    pattern = re.escape(quoted(literals[0]))
    for name, literal in zip(names, literals[1:], strict=True):
        pattern += ("(.+)" if name in reserved else "([^/]+)") + re.escape(quoted(literal))
    pairs = tuple(parse_qsl(query, keep_blank_values=True))
    return Route(operation, re.compile(pattern), tuple(names), pairs, sum(map(len, literals)))
