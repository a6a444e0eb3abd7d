"""The one recursion of this room: from inside a schema back to the walk over schemas.

A schema contains schemas, so whoever reads one kind of them (objects, choices, enums) must ask for the types of others.
They are handed the walk as this protocol, and import nothing of it: the imports run one way, from the walk to them.
"""

from __future__ import annotations

from typing import Protocol

from sdkwright.frozen import Frozen
from sdkwright.ir.types import Json, RefType, Type, TypeDef, TypeId
from sdkwright.normalise.extensions import Features
from sdkwright.normalise.nodes import Part, References, Site
from sdkwright.normalise.report import Report
from sdkwright.normalise.schemas.copies import Copies
from sdkwright.normalise.schemas.merge import View, Views


class Alias(Frozen):
    """A site that is nothing but a reference; `nullable` if null is allowed beside it."""

    part: Part
    nullable: bool


class Choosing(Frozen):
    """What is known of how a union is decided, until all its members are built."""

    declared: Json
    pointer: str
    targets: tuple[tuple[str, int], ...]
    """The pointer of a referred schema and the index of its member."""


class Recursion(Protocol):
    """What the kinds of schemas see of the walk; `walk.Walk` is the one class that is it."""

    features: Features
    report: Report
    references: References
    views: Views
    copies: Copies
    single_choices: bool
    nullable_references: bool
    decodes: bool
    choosing: dict[TypeId, Choosing]
    multipart: set[str]
    descriptions: dict[str, str]
    first_uses: dict[str, str]
    error_messages: dict[TypeId, str]

    def type_of(self, site: Site, depth: int = 0) -> Type:
        """The type of another schema."""
        ...

    def file_type(self, site: Site) -> Type | None:
        """The type of a file in a multipart body; None if the schema is of none."""
        ...

    def alias(self, site: Site) -> Alias | None:
        """The reference that the site is; None if it is a schema of its own."""
        ...

    def force(self, pointer: str) -> bool:
        """Whether a choice refers to itself, so that it must be a definition."""
        ...

    def add(self, definition: TypeDef) -> None:
        """A definition, complete."""
        ...

    def later(self, view: View) -> RefType:
        """An object to build when its turn comes.  Raises ProblemsError where that would be too much."""
        ...
