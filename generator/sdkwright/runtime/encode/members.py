"""Further members of a body that is JSON text already.  Only calls with `extra_body` load this."""

from __future__ import annotations

from collections.abc import Mapping
from json import JSONDecoder
from typing import Any

from pydantic_core import to_json

from ..unset import UNSET
from .properties import json_of

__all__ = ["with_members"]


def with_members(body: bytes, extra: Mapping[str, Any]) -> bytes:
    """The text of an object with these members, in the place of others of their names.  The rest stays as it is.

    Raises `TypeError` if the text is that of something else.
    """
    if not body.startswith(b"{"):
        raise TypeError("extra_body adds members to an object; this body is none")
    members = _texts(body.decode())
    members |= {name: json_of(value).decode() for name, value in extra.items() if value is not UNSET}
    return b"{%s}" % b",".join([b"%s:%s" % (to_json(name), text.encode()) for name, text in members.items()])


def _texts(body: str) -> dict[str, str]:
    """The text of each member by its name.  Numbers are not read: they stay as they were written."""
    read = JSONDecoder(parse_float=str, parse_int=str, parse_constant=str).raw_decode
    found: dict[str, str] = {}
    place = 1
    while body[place] != "}":  # the text is ours: there are no spaces in it
        name, colon = read(body, place)
        _, end = read(body, colon + 1)
        found[name] = body[colon + 1 : end]
        place = end + (body[end] == ",")
    return found
