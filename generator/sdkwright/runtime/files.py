"""A file in a multipart body.

Rendered classes of file properties derive from `File` and add nothing but a name:

    class UploadAvatarFile(File):
        \"\"\"The picture.\"\"\"

Where a `File` is expected, the content alone (bytes, text, a path, a file object) and a dictionary are fine too.
"""

from __future__ import annotations

import os
from typing import IO, Annotated, Any, Final, NotRequired, TypeAlias, Union

from pydantic import GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from typing_extensions import TypedDict

from .model import BaseModel
from .values.shown import shown_as

__all__ = ["File", "FileContent", "FileTypedDict"]


def _is_content(value: object) -> bool:
    return isinstance(value, bytes | bytearray | str | os.PathLike) or callable(getattr(value, "read", None))


def _read_content(value: Any) -> Any:
    if _is_content(value):
        return value
    raise PydanticCustomError("file_content", "Input should be bytes, text, a path or a file object")


_BINARY: Final = {"type": "string", "format": "binary"}


class _Content:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read_content, metadata=shown_as(_BINARY))


FileContent: TypeAlias = Annotated[Union[bytes, str, "os.PathLike[str]", IO[bytes], IO[str]], _Content()]
"""Bytes, text (sent in UTF-8), a path (streamed from disk) or a file object (read from where it stands)."""


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
        return {"content": value} if _is_content(value) else value

    def name(self, fallback: str) -> str:
        """The file name that is sent."""
        if self.file_name is not None:
            return self.file_name
        place = self.content if isinstance(self.content, os.PathLike) else getattr(self.content, "name", None)
        return os.path.basename(place) if isinstance(place, str | os.PathLike) else fallback  # noqa: PTH119


class FileTypedDict(TypedDict):
    """A file to upload, as a dictionary."""

    content: FileContent
    file_name: NotRequired[str]
    content_type: NotRequired[str]
