"""A ring of classes and unions: discriminated, plain, and an enum as an alias."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Dict, List, Literal, Optional, Union

from pydantic import Field
from sdkwright.runtime.model import (
    CONST,
    OPEN_ENUM,
    OR_STRING,
    UNSET,
    BaseModel,
    Nullable,
    OptionalNullable,
    Tagged,
    Unrecognized,
    UnrecognizedInt,
    UnrecognizedStr,
)

from .billing import Billing
from .labels import Labels

Size = Annotated[
    Union[Literal["small", "large", 1], UnrecognizedStr, UnrecognizedInt],
    OPEN_ENUM,
]


class Folder(BaseModel):
    """Holds nodes."""

    kind: Annotated[Literal["folder"], CONST] = "folder"
    id: Annotated[str, Field(alias="_id")]
    """The id."""
    owner: Nullable[str]
    size: Optional[Size] = None
    limit: Optional[float] = 50
    project_id: Annotated[OptionalNullable[str], Field(alias="projectId")] = UNSET
    billing: OptionalNullable[Billing] = UNSET
    tags: Optional[List[str]] = Field(default_factory=lambda: ["new"])
    children: Annotated[Optional[List[Node]], Field(alias="childNodes")] = None


class Document(BaseModel):
    """Ends the ring."""

    type_: Annotated[Literal["document"], Field(alias="kind"), CONST] = "document"
    created_at: Optional[datetime] = None
    due: Optional[Annotated[Union[datetime, str], OR_STRING]] = None
    day: Optional[date] = None
    content: Optional[bytes] = None
    secret: Annotated[Optional[str], Field(repr=False)] = None
    labels: Optional[Labels] = None
    meta: Optional[Any] = None
    by_name: Optional[Dict[str, Shape]] = None
    parent: Optional[Folder] = None


class Link(BaseModel):
    """Belongs to the plain union."""

    url: Optional[str] = None


class Leaf(BaseModel):
    """Has a field that a link has too."""

    url: Optional[str] = None
    weight: Optional[int] = None


class Branch(BaseModel):
    """Has a required field."""

    weight: int
    leaves: List[Leaf]


Node = Annotated[
    Union[Folder, Document, Unrecognized],
    Tagged("kind", {"folder": 0, "document": 1}, names=("type_",)),
]

Shape = Union[Link, Leaf, Branch]
