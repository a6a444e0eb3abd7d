"""The surface of an SDK: everything that whoever uses the package can see and name.

Names are those of Python and types refer to classes by name, so that a surface can be kept in a file and compared with
one that another version of the document gave.  Its parts are the records of that file (`written`): what has its default
is left out of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from sdkwright.frozen import Frozen, field
from sdkwright.options.model import MODELS


class Form(StrEnum):
    """What a shape is."""

    SCALAR = "scalar"
    """`name` is the kind of scalar."""
    LITERAL = "literal"
    """`name` is the one value as JSON."""
    ANY = "any"
    FILE = "file"
    LIST = "list"
    MAP = "map"
    CLASS = "class"
    """`name` is the class."""
    CHOICE = "choice"
    """One of several bodies or answers; choices of the document have classes."""
    PAGE = "page"
    EVENTS = "events"
    DOWNLOAD = "download"
    NOTHING = "nothing"


class Part(Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """What every part of a surface is."""


class Shape(Part, frozen=True):
    """A type as callers see it."""

    form: Form = Form.SCALAR
    name: str = ""
    inside: tuple[Shape, ...] = ()
    null: bool = False

    def classes(self) -> Iterator[str]:
        """The classes that it names."""
        if self.form is Form.CLASS:
            yield self.name
        for one in self.inside:
            yield from one.classes()

    def __str__(self) -> str:
        """For people: `list of Pet`, `string or null`."""
        match self.form:
            case Form.SCALAR | Form.LITERAL | Form.CLASS:
                said = self.name
            case Form.CHOICE:
                said = " or ".join(map(str, self.inside))
            case _:
                said = " of ".join([self.form.value, *map(str, self.inside)])
        return f"{said} or null" if self.null else said


NOTHING = Shape(Form.NOTHING)


class Member(Part, frozen=True):
    """An argument, or a property of a class."""

    name: str
    shape: Shape
    required: bool = False
    """Who gives the whole must give it; who gets the whole can be sure of it."""
    default: str | None = None
    """What stands for it when it is not given, as JSON."""
    deprecated: bool = False
    wire: str | None = None
    """Where it is on the wire, and its name there; None for a property of the same name."""
    old: tuple[str, ...] = ()
    """Earlier names that still work."""


class ObjectKind(Part, frozen=True, tag="object"):
    members: tuple[Member, ...] = ()
    further: Shape | None = None
    """The type of further properties."""
    children: tuple[tuple[str, Shape], ...] = ()
    """What may stand in its place, each with its tag."""
    is_error: bool = False


class EnumKind(Part, frozen=True, tag="enum"):
    values: tuple[tuple[str, str], ...] = ()
    """Value as JSON, and Python name; that is empty where the enum is a set of literals."""
    is_open: bool = False
    """Other values of the server are kept."""
    old: tuple[tuple[str, str], ...] = ()
    """Earlier names that still work, each with the one to use instead."""


class ChoiceKind(Part, frozen=True, tag="choice"):
    members: tuple[tuple[str, Shape], ...] = ()
    """Each with its tag; that is empty where no tag tells."""
    is_error: bool = False


Kind: TypeAlias = ObjectKind | EnumKind | ChoiceKind


class Class(Part, frozen=True, tag="class"):
    """What the package exports under a name."""

    name: str
    kind: Kind
    folder: str = MODELS
    """Where it is found, beside `models`, which has all classes."""
    gathers: bool = False
    """It only gathers the arguments of a method: what changes in it changes there."""
    deprecated: bool = False
    old: tuple[str, ...] = ()
    """Earlier names that still work."""

    @property
    def kind_name(self) -> str:
        """What it is, in a word."""
        match self.kind:
            case ObjectKind():
                return "object"
            case EnumKind():
                return "enum"
            case ChoiceKind():
                return "choice"


class Method(Part, frozen=True, tag="method"):
    """One method; sync and async twins are one."""

    call: str
    """With the accessor of its group: `pets.list`."""
    request: str
    """`GET /pets`."""
    arguments: tuple[Member, ...] = ()
    answer: Shape = NOTHING
    errors: tuple[tuple[str, str], ...] = ()
    """Status and class."""
    security: tuple[tuple[str, ...], ...] = ()
    """Alternatives of schemes, one of which must be given."""
    deprecated: bool = False
    old: tuple[str, ...] = ()
    """Earlier names that still work, with the accessors of their groups."""


class Hook(Part, frozen=True, tag="hook"):
    """A webhook or callback: what the service sends by itself."""

    name: str
    body: Shape


class Package(Part, frozen=True, tag="package"):
    """What the whole is called, and how it is begun with."""

    distribution: str
    module: str
    client: str
    """The root class."""
    variable: str
    """What examples call an object of it."""
    arguments: tuple[Member, ...] = ()
    """Of the constructor, as far as the document gives them."""
    servers: tuple[tuple[str, str], ...] = ()
    """Id or number, and URL."""
    old: tuple[str, ...] = ()
    """Earlier names of the root class that still work."""
    async_client: str = ""
    """The root class of the async methods; empty where they stand beside the sync ones, and are called `..._async`."""


class Surface(Frozen):
    """Everything, by name."""

    package: Package
    methods: Mapping[str, Method] = field(default_factory=dict[str, Method])
    classes: Mapping[str, Class] = field(default_factory=dict[str, Class])
    hooks: Mapping[str, Hook] = field(default_factory=dict[str, Hook])

    def parts(self) -> Iterator[Package | Method | Class | Hook]:
        """The parts one by one."""
        yield self.package
        yield from self.methods.values()
        yield from self.classes.values()
        yield from self.hooks.values()
