"""Whether what went in came out: the values given and those that independent parsers read from the request.

openapi-core says whether a request is one that the document allows; it does not miss an optional value that got lost
on the way, and it reads some styles not at all.  So every request is read back as well, above all those that
openapi-core cannot judge: the values fit their schemas (jsonschema said so when they were made), so a request that
holds these values, at the place that the document names, in the style that it names, and nothing else, is right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from sdkwright.ir.service import Content, Parameter
from sdkwright.ir.types import Location
from werkzeug.datastructures import Headers

from wire.compare import DifferentError
from wire.data import Json
from wire.judge import Request

from .bodies import Brackets, check_body
from .parameters import Pairs, same_header, same_pairs, same_path, same_query


@dataclass(frozen=True)
class Given:
    """What one call was asked to send."""

    method: str
    server: str
    """The URL that the path is added to."""
    path: str
    """The template."""
    parameters: tuple[tuple[Parameter, Json], ...]
    body: tuple[Content, Json | bytes] | None
    credentials: frozenset[str]
    """The names under which credentials may stand in the query and among the cookies."""
    empty_brackets: bool = False
    """How the places of objects in lists are written (`Pairs.empty_brackets`)."""
    multipart_brackets: bool = False
    """Whether the parts of a list in a multipart body are called `name[]` (`multipartArrayFormat: legacy`)."""


def check(given: Given, request: Request) -> None:
    """Raises `DifferentError` with the place of the first difference."""
    _target(given, request)
    headers = Headers(list(request.headers))
    query = Pairs.of(urlsplit(request.url).query, empty_brackets=given.empty_brackets)
    cookies = Pairs.of_cookie(headers.get("Cookie", ""))
    in_query, in_cookies = set(given.credentials), set(given.credentials)
    for parameter, value in given.parameters:
        style, explode = parameter.style, parameter.explode
        match parameter.location:
            case Location.QUERY if parameter.is_whole:
                in_query |= same_query(urlsplit(request.url).query, query, parameter, value)
            case Location.QUERY:
                in_query |= same_pairs(query, parameter.name, value, style, parameter.media_type, explode=explode)
            case Location.COOKIE:
                in_cookies |= same_pairs(cookies, parameter.name, value, style, parameter.media_type, explode=explode)
            case Location.HEADER:
                same_header(headers, parameter, value)
            case Location.PATH:
                pass  # with the path, above
    _nothing_else(query.names - in_query, "query")
    _nothing_else(cookies.names - in_cookies, "cookies")
    if given.body is not None:
        kind = headers.get("Content-Type", "")
        brackets = Brackets(given.empty_brackets, given.multipart_brackets)
        check_body(*given.body, request.body, kind, brackets)
    elif request.body:
        raise DifferentError("the body: none was given")


def _target(given: Given, request: Request) -> None:
    if request.method != given.method:
        raise DifferentError(f"the method: {given.method} was asked for and {request.method} sent")
    asked, sent = urlsplit(given.server), urlsplit(request.url)
    if (asked.scheme, asked.netloc.lower()) != (sent.scheme, sent.netloc.lower()):
        raise DifferentError(f"the server: {given.server!r} was asked for and {request.url[:100]!r} sent")
    values = {p.name: (p, value) for p, value in given.parameters if p.location is Location.PATH}
    same_path(sent.path, asked.path.rstrip("/") + given.path, values)


def _nothing_else(more: Iterable[str], what: str) -> None:
    if names := sorted(more):
        raise DifferentError(f"the {what}: {names[:5]} were not given")
