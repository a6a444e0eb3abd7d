"""What a server answers that knows the docs alone, where each operation has its route and its answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypedDict

from markdown_it.token import Token

from .pages import Page

_ROUTE = re.compile(r"([A-Z]+) (/.*)")
_ANSWER = re.compile(r"Answer ([1-9][0-9X]{2})(?:, ([^:]+?))?(?::.*)?", re.DOTALL)


class Route(TypedDict):
    """One operation."""

    method: str
    path: str
    """A regular expression; base paths of servers may stand before what it matches."""
    fixed: int
    """How many characters of the path are no parameters: of two that match, the one with more is meant."""
    status: int
    media_type: str
    body: str


def routes(pages: Iterable[Page]) -> list[Route]:
    """All operations, those with the most fixed paths first."""
    found = [route for page in pages for route in _of_page(page)]
    return sorted(found, key=lambda route: -route["fixed"])


def _of_page(page: Page) -> Iterator[Route]:
    """A section of the second level whose first line is a route, and the first answer in it."""
    tokens = page.tokens
    route: Route | None = None
    has_answer = False
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag in ("h1", "h2"):
            if route is not None:
                yield route
            route, has_answer = _route(tokens[number + 4]) if number + 4 < len(tokens) else None, False
        elif token.type == "inline" and route is not None and not has_answer:
            said = _ANSWER.fullmatch(_plain(token))
            if said:
                has_answer = True
                route["status"] = int(said[1].replace("X", "0"))
                route["media_type"] = said[2] or ""
                after = tokens[number + 2] if number + 2 < len(tokens) else None
                route["body"] = after.content if after is not None and after.info.strip() == "json" else ""
    if route is not None:
        yield route


def _route(token: Token) -> Route | None:
    found = _ROUTE.fullmatch(token.content.strip("`").strip()) if token.type == "inline" else None
    if found is None:
        return None
    pieces = re.split(r"\{[^{}]*\}", found[2])
    path = "[^/]*".join(map(re.escape, pieces))
    return Route(method=found[1], path=path, fixed=len("".join(pieces)), status=200, media_type="", body="")


def _plain(token: Token) -> str:
    return "".join(one.content if one.type != "softbreak" else " " for one in token.children or ()).strip()
