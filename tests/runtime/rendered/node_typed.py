"""The TypedDict twins."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Dict, List, Literal, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .node import Document, Folder, Shape, Size


class FolderTypedDict(TypedDict):
    """Holds nodes."""

    kind: NotRequired[Literal["folder"]]
    id: str
    owner: Optional[str]
    size: NotRequired[Size]
    limit: NotRequired[float]
    project_id: NotRequired[Optional[str]]
    tags: NotRequired[List[str]]
    children: NotRequired[List[NodeTypedDict]]


class DocumentTypedDict(TypedDict):
    """Ends the ring."""

    type_: NotRequired[Literal["document"]]
    created_at: NotRequired[datetime]
    due: NotRequired[Union[datetime, str]]
    day: NotRequired[date]
    content: NotRequired[bytes]
    secret: NotRequired[str]
    meta: NotRequired[Any]
    by_name: NotRequired[Dict[str, Shape]]
    parent: NotRequired[Union[Folder, FolderTypedDict]]


NodeTypedDict = Union[Folder, FolderTypedDict, Document, DocumentTypedDict]
