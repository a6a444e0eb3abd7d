"""A file in a multipart body.

Where a `File` is expected, all of `content.FileInput` and a dictionary are fine too.
"""

from __future__ import annotations

import os
from inspect import iscoroutinefunction
from typing import Annotated, Any, Final, NotRequired, get_args

from pydantic import GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from typing_extensions import TypedDict

from . import content as contents
from .model import BaseModel
from .values.direction import from_server
from .values.scalars import dump_bytes, read_bytes
from .values.shown import shown_as

__all__ = ["FILE_OR_BYTES", "File", "FileContent", "FileTypedDict", "PartBytes", "handed_over"]


def _is_content(value: object) -> bool:
    return isinstance(value, bytes | bytearray | str | os.PathLike) or _is_file(value)


def _is_file(value: object) -> bool:
    return callable(getattr(value, "read", None)) or callable(getattr(getattr(value, "file", None), "read", None))


def _read_content(value: Any) -> Any:
    if _is_content(value):
        return _below(value)
    raise PydanticCustomError("file_content", "Input should be bytes, text, a path or a file object")


_BINARY: Final = {"type": "string", "format": "binary"}


def _below(value: Any) -> Any:
    """The file object below an upload whose own methods are asynchronous, or that has none."""
    file = getattr(value, "file", None)
    own = getattr(value, "read", None)
    if callable(getattr(file, "read", None)) and (own is None or iscoroutinefunction(own)):
        return file
    return value


def handed_over(value: Any) -> dict[str, Any] | None:
    """The fields of the `File` that a value stands for: its content, and what it tells of name and media type.

    None for what is no content, no upload and no tuple of name, content and perhaps media type.
    """
    kind: type[Any] = value.__class__
    if issubclass(kind, tuple):
        given: tuple[Any, ...] = tuple(value)
        if len(given) not in (2, 3) or not all(one is None or isinstance(one, str) for one in (given[0], *given[2:])):
            return None
        told = handed_over(given[1]) if not isinstance(given[1], tuple) else None
        named = {"file_name": given[0], "content_type": given[2] if len(given) == 3 else None}
        return None if told is None else {**told, **{key: one for key, one in named.items() if one is not None}}
    if not _is_content(value):
        return None
    found = {"content": _below(value)}
    if _is_file(value):
        for name, attribute in (("file_name", "filename"), ("content_type", "content_type")):
            said = getattr(value, attribute, None)
            if isinstance(said, str) and said:
                found[name] = said
    return found


class _Content:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read_content, metadata=shown_as(_BINARY))


FileContent = Annotated[contents.FileContent, _Content()]


class File(BaseModel):
    """A file to upload: its content, the name it is given and its media type."""

    content: FileContent
    file_name: str | None = None
    """Without one: the name of the path or of the file object."""
    content_type: str | None = None
    """Without one: guessed from the name."""

    @model_validator(mode="before")
    @classmethod
    def _from_content(cls, value: Any) -> Any:
        told = handed_over(value)
        return value if told is None else told

    def name(self, fallback: str) -> str:
        """The file name that is sent."""
        if self.file_name is not None:
            return self.file_name
        place = self.content if isinstance(self.content, os.PathLike) else getattr(self.content, "name", None)
        return os.path.basename(place) if isinstance(place, str | os.PathLike) else fallback  # noqa: PTH119

    def whole(self) -> bytes:
        """The content as bytes, read now: JSON has files as text.  Raises TypeError for an asynchronous file."""
        content: Any = self.content
        if hasattr(content, "__fspath__"):
            with open(content, "rb") as file:  # noqa: PTH123 - any path, not only pathlib's
                return file.read()
        if not isinstance(content, bytes | bytearray | str):
            if iscoroutinefunction(content.read):
                raise TypeError("an asynchronous file cannot be sent as JSON: give its bytes")
            content = content.read()
        return content.encode() if isinstance(content, str) else bytes(content)


class FileTypedDict(TypedDict):
    """A file to upload, as a dictionary."""

    content: FileContent
    file_name: NotRequired[str]
    content_type: NotRequired[str]


class PartBytes(bytes):
    """The bytes of a property that is a file in a multipart body, and base64 text in JSON."""

    __slots__ = ()


class _FileOrBytes:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        file = next(one for one in get_args(source) if issubclass(one, File))

        def read(value: Any, info: core_schema.ValidationInfo) -> Any:
            if isinstance(value, File | PartBytes):
                return value
            if isinstance(value, bytes | bytearray) or info.mode == "json" or from_server(info.context):
                return PartBytes(read_bytes(value))
            return file.model_validate(value)

        return core_schema.with_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(_dump, when_used="json"),
            metadata=shown_as({"type": "string", "contentEncoding": "base64"}),
        )


def _dump(value: Any) -> str:
    return dump_bytes(value.whole() if isinstance(value, File) else value)


FILE_OR_BYTES: Final = _FileOrBytes()
"""Annotates `Union[bytes, File]`: base64 text in JSON (RFC 4648, section 4), a file in a multipart body."""
