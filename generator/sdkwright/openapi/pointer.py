"""JSON pointers (RFC 6901) in their URI fragment form: `#/paths/~1pets/get`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from sdkwright.openapi.data import Json

_BAD_ESCAPE: Final = re.compile(r"~(?![01])")
_INDEX: Final = re.compile(r"0|[1-9][0-9]{0,8}")


def escape(token: str) -> str:
    """One segment of a pointer, escaped."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(segment: str) -> str:
    """The key that an escaped segment names."""
    return segment.replace("~1", "/").replace("~0", "~") if "~" in segment else segment


def join(pointer: str, *tokens: str | int) -> str:
    """`pointer` and the keys below it."""
    for token in tokens:
        text = token if isinstance(token, str) else str(token)
        pointer = f"{pointer}/{escape(text)}" if "~" in text or "/" in text else f"{pointer}/{text}"
    return pointer


def make(tokens: Iterable[str | int]) -> str:
    """The pointer of a path of keys."""
    return join("#", *tokens)


def parent(pointer: str) -> str:
    """The pointer without its last key; of the whole document, itself."""
    return pointer.rpartition("/")[0] or "#"


def split(pointer: str) -> tuple[str, ...]:
    """The keys of a pointer that this program made (no percent escapes)."""
    segments = pointer.split("/")[1:]
    return tuple(map(unescape, segments)) if "~" in pointer else tuple(segments)


def parse(fragment: str) -> tuple[str, ...] | None:
    """The keys of a pointer that a document wrote, percent-escaped or not; None if it is no pointer.

    `fragment` is what stands after `#`: empty for the whole document, else it begins with a slash.
    """
    if fragment and not fragment.startswith("/"):
        return None
    text = unquote(fragment) if "%" in fragment else fragment
    if "~" in text and _BAD_ESCAPE.search(text):
        return None
    return split(text)


def step(node: Json, token: str) -> tuple[bool, Json]:
    """Whether `node` has a child under `token`, and the child."""
    if isinstance(node, dict):
        return (True, node[token]) if token in node else (False, None)
    if isinstance(node, list) and _INDEX.fullmatch(token) and int(token) < len(node):
        return True, node[int(token)]
    return False, None


def step_all(node: Json, tokens: tuple[str, ...]) -> Json:
    """What stands below `node` under the keys `tokens`; None if nothing does."""
    for token in tokens:
        _, node = step(node, token)
    return node
