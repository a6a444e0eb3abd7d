"""Answers that end a listing, by a server that knows the docs alone.

They do not say which member leads to the next page, but it is the one that a program sends back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

from sdkwright.openapi.data import Json


def ended(answer: str, target: str, body: bytes) -> str:
    """The JSON of an answer as that of the last page.

    Its lists are empty, and what the request repeats of it is not there, or blank where it is a text.
    """
    value = json.loads(answer)
    return json.dumps(_without(value, target, frozenset(_sent(target, body))))


def _sent(target: str, body: bytes) -> Iterator[str]:
    """Each plain value of a request, as a text."""
    for _, value in parse_qsl(urlsplit(target).query):
        yield value
    try:
        yield from _leaves(json.loads(body))
    except ValueError:
        return


def _leaves(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    else:
        yield f"{value}"


def _without(value: Json, target: str, sent: frozenset[str]) -> Json:
    if isinstance(value, list):
        return []
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if isinstance(one, str) or f"{one}" not in sent}
        return {key: _without(one, target, sent) for key, one in kept.items()}
    is_next = isinstance(value, str) and (value in sent or _leads(value, target))
    return "" if is_next else value


def _leads(url: str, target: str) -> bool:
    """Whether a member is the URL that was asked for."""
    if "/" not in url and "?" not in url:
        return False
    parts = urlsplit(urljoin(target, url))
    return f"{parts.path}?{parts.query}".rstrip("?") == target
