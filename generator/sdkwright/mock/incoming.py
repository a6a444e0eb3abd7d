"""A request as it came, and the refusal of one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from functools import cached_property
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl

from sdkwright.ir.types import Json
from sdkwright.normalise.operations.media import bare

_MOST_FIELDS = 1000
"""Of one query or form."""


@dataclass(frozen=True)
class Incoming:
    """One request, its body read whole."""

    method: str
    target: str
    """As it stood on the request line."""
    headers: Message
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @cached_property
    def query(self) -> Sequence[tuple[str, str]]:
        """The decoded pairs.  Raises RefusedError if there are too many."""
        return pairs(self.target.partition("?")[2])

    @cached_property
    def cookies(self) -> Mapping[str, str]:
        try:
            read = SimpleCookie(self.headers.get("Cookie", ""))
        except CookieError:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "`Cookie` cannot be read") from None
        return {name: morsel.value for name, morsel in read.items()}

    @property
    def media_type(self) -> str:
        """Type and subtype in lower case, without parameters; empty where there is none."""
        return bare(self.headers.get("Content-Type", ""))

    @cached_property
    def json(self) -> Json:
        """The body as JSON.  Raises RefusedError if it is none."""
        try:
            found: Json = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise RefusedError(HTTPStatus.BAD_REQUEST, f"The body is no JSON: {error}") from None
        return found


class RefusedError(Exception):
    """The request is none that the document allows."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def pairs(text: str) -> Sequence[tuple[str, str]]:
    """The pairs of a query or form.  Raises RefusedError if there are too many."""
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"There are more than {_MOST_FIELDS} fields") from None
