"""What a caller may hand over as bytes or as a file.  Signatures need the names, so nothing heavy is imported."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from os import PathLike
from typing import IO, Protocol, TypeAlias

__all__ = ["BinaryContent", "FileContent", "FileInput", "Upload"]


class Upload(Protocol):
    """A file that a web framework received, such as `UploadFile` of Starlette and FastAPI."""

    @property
    def filename(self) -> str | None:
        """The name that it was sent with."""
        ...

    @property
    def content_type(self) -> str | None:
        """The media type that it was sent with."""
        ...

    @property
    def file(self) -> IO[bytes]:
        """The file object below it."""
        ...


BinaryContent: TypeAlias = bytes | PathLike[str] | IO[bytes] | Upload | Iterable[bytes] | AsyncIterable[bytes]
"""Bytes, a path (streamed from disk), a file object, or an iterable of chunks (an async one in async methods)."""

FileContent: TypeAlias = bytes | str | PathLike[str] | IO[bytes] | IO[str] | Upload
"""Bytes, text (sent in UTF-8, never taken as a path), a path (streamed from disk) or a file object (from where it
stands)."""

FileInput: TypeAlias = FileContent | tuple[str | None, FileContent] | tuple[str | None, FileContent, str | None]
"""What stands for a file: its content alone, or with its name and perhaps its media type."""
