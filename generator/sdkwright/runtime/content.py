"""What a caller may hand over as the bytes of a whole body.  Signatures need the name, so nothing heavy is imported."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from os import PathLike
from typing import IO, TypeAlias

__all__ = ["BinaryContent"]

BinaryContent: TypeAlias = bytes | PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
"""Bytes, a path (streamed from disk), a file object, or an iterable of chunks (an async one in `_async` methods)."""
