"""Names of media types (RFC 9110, section 8.3.1): how they compare, and what stands in for one with a wildcard."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase

__all__ = ["concrete", "essence", "guessed", "is_json", "matches", "of_file"]

_BYTES = "application/octet-stream"


def essence(media_type: str) -> str:
    """Type and subtype in lower case, without parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether it is JSON, by name or by suffix (RFC 6839)."""
    kind = essence(media_type)
    return kind in ("application/json", "text/json") or kind.endswith("+json")


def matches(asked: str, pattern: str) -> bool:
    """Whether a media type is another one, or is of a range such as `image/*`."""
    return fnmatchcase(essence(asked), essence(pattern))


def concrete(media_type: str, default: str) -> str:
    """The media type to send for one of a document: `default` for a range such as `*/*`, which is never sent."""
    return default if "*" in media_type else media_type


def guessed(file_name: str) -> str:
    """The media type that the name of a file tells; bytes of no known kind if it tells none."""
    from mimetypes import guess_type

    return guess_type(os.path.basename(file_name))[0] or _BYTES  # noqa: PTH119 - a name, no path


def of_file(pattern: str, kind: str | None, name: str | None) -> str:
    """The media type of a file for which a document has a range: the file's own or that of its name, if it is in it."""
    if "*" not in pattern:
        return pattern
    for found in (kind, None if name is None else guessed(name)):
        if found is not None and matches(found, pattern):
            return found
    return _BYTES
