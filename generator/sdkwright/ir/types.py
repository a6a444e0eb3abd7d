"""The types of an API: closed sums of what a value can be, of what is defined, and where each definition stands.

Types refer to each other by id, the JSON pointer of their schema in the bundled document (`#/components/schemas/Pet`),
so that recursion is no problem and ids can be printed and grepped.  A definition that the generator makes itself (the
class that gathers the parameters of an operation, the input twin of a schema) has its parent's pointer and a suffix
(`#/paths/~1pets/get!request`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NewType, TypeAlias

from sdkwright.frozen import Frozen
from sdkwright.ir.scalars import Scalar
from sdkwright.openapi import data

Json: TypeAlias = data.Json
TypeId = NewType("TypeId", str)
OperationKey = NewType("OperationKey", str)


class ScalarType(Frozen):
    scalar: Scalar
    nullable: bool = False
    or_string: bool = False
    """A union such as anyOf [date-time, string]: documented as the narrower type, any string is accepted."""


class ListType(Frozen):
    item: Type
    nullable: bool = False


class MapType(Frozen):
    value: Type
    nullable: bool = False


class RefType(Frozen):
    """An object, enum or union that has a definition in `Api.types`."""

    id: TypeId
    nullable: bool = False


class ConstType(Frozen):
    """A single value given by `const` (an `enum` of one value is an `EnumDef`)."""

    value: str | int | float | bool
    nullable: bool = False


class AnyType(Frozen):
    nullable: bool = False


class FileType(Frozen):
    """A binary property of a multipart body: file name, content, content type."""

    id: TypeId
    """Of its class."""
    nullable: bool = False
    in_json: bool = False
    """The object is also sent or read as JSON, where the property is base64 text: bytes are its value, too."""


Type: TypeAlias = ScalarType | ListType | MapType | RefType | ConstType | AnyType | FileType

# ---------------------------------------------------------------------------------------------------------- origins


class Root(StrEnum):
    """Where the walk that found a schema began.  Also the order of the naming passes."""

    COMPONENT = "component"
    PARAMETER = "parameter"
    REQUEST_BODY = "request-body"
    REQUEST = "request"
    """The class that gathers the parameters (and the body) of an operation."""
    GLOBALS = "globals"
    """The class of an operation whose only parameters are hidden globals; or of the document's globals."""
    RESPONSE = "response"
    RESULT = "result"
    """The class of the answer as a whole: a page of many, or one of several types."""
    WEBHOOK = "webhook"
    SECURITY = "security"


class Via(StrEnum):
    """How a schema hangs below its parent."""

    PROPERTY = "property"
    ITEM = "item"
    VALUE = "value"
    MEMBER = "member"


class Step(Frozen):
    """One step from the root of a walk down to a schema.  `title` is the title of the schema that the step leads to."""

    via: Via
    name: str
    """The property's wire name; the 1-based number of a union member; empty for items and values."""
    title: str | None = None


class Location(StrEnum):
    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


class Variant(StrEnum):
    """Set on the twins of a definition that is there twice."""

    INPUT = "input"
    OUTPUT = "output"
    """Of what reads and writes different properties."""
    ERROR = "error"
    """What is raised, of what is part of something else, too."""


class Origin(Frozen):
    """Everything names are made from: where the definition stands and what stands above it."""

    root: Root
    component: str | None = None
    """The key under `components/<section>` if the walk began there; the webhook's name for webhooks."""
    operation: OperationKey | None = None
    parameter: str | None = None
    location: Location | None = None
    status: str | None = None
    media_type: str | None = None
    steps: tuple[Step, ...] = ()
    title: str | None = None
    """The title of the schema itself."""
    name_override: str | None = None
    namespace: str | None = None
    """`x-speakeasy-model-namespace`."""
    variant: Variant | None = None
    beside_null: bool = False
    """It is the one choice beside null."""
    trimmed: Variant | None = None
    """Of what one side alone uses: that side, if it does not see all that is written, here or further down."""


# ------------------------------------------------------------------------------------------------------ definitions


class Deprecation(Frozen):
    message: str | None = None
    replacement: str | None = None


class Default(Frozen):
    """A default that was written (`null` is one too)."""

    value: Json


class Notes(Frozen):
    """What the document says about a part for people to read."""

    summary: str | None = None
    description: str | None = None
    examples: tuple[Json, ...] = ()
    deprecated: Deprecation | None = None
    constraints: tuple[tuple[str, Json], ...] = ()
    """Assertion keywords that the client does not check (`minLength`, `pattern`, `format` …), in document order."""
    of_choice: bool = False
    """The schema is an `anyOf` or `oneOf` whose members are one type to the client: published docs give no example."""


NO_NOTES = Notes()


class Property(Frozen):
    id: str
    name: str
    type: Type
    required: bool
    notes: Notes = NO_NOTES
    default: Default | None = None
    read_only: bool = False
    write_only: bool = False
    name_override: str | None = None


class Discriminator(Frozen):
    """OpenAPI 3.1, section 4.8.25.  `mapping` holds every tag value, the implicit ones too; `member` is an index."""

    property_name: str
    mapping: tuple[tuple[str, int], ...]
    default: int | None = None
    """The member that has another tag, or none (OpenAPI 3.2, section 4.25)."""
    inferred: bool = False
    """No document says it: the members have no value of the property in common."""


class Family(Frozen):
    """What is made of an object by `allOf`, told apart by the object's tag (OpenAPI 3.1, section 4.8.25).

    Wherever the object is asked for, one of these may stand; what has none of the tags is the object itself.
    """

    members: tuple[RefType, ...]
    discriminator: Discriminator
    nested: frozenset[TypeId] = frozenset()
    """The members that have families of their own, which another tag tells apart."""


class ObjectDef(Frozen):
    id: TypeId
    origin: Origin
    properties: tuple[Property, ...]
    additional: Type | None = None
    """The type of further properties where the document gives one (`additionalProperties: {…}` or `true`)."""
    free_form: bool = False
    """No property is sure to be there and none is forbidden: it holds whatever is given (JSON Schema, 10.3.2)."""
    notes: Notes = NO_NOTES
    is_error: bool = False
    """It is the schema of a declared 4XX, 5XX or default answer, so the SDK has an exception class for it."""
    is_file: bool = False
    """It is what a caller says of a file to upload; the runtime has its fields."""
    is_envelope: bool = False
    """A method returns it in place of its result, which is in one of its fields."""
    family: Family | None = None
    undescribed: tuple[Property, ...] = ()
    """What must be there and is described nowhere: of any type, and no field of the class."""


class EnumMember(Frozen):
    id: str
    value: str | int | float | bool
    name_override: str | None = None
    description: str | None = None


class EnumDef(Frozen):
    id: TypeId
    origin: Origin
    members: tuple[EnumMember, ...]
    open: bool = True
    """Values that the document does not list are kept when the server sends them (`x-speakeasy-unknown-values`
    can close the enum)."""
    sent: bool = True
    """A request has it, perhaps answers too."""
    notes: Notes = NO_NOTES


class UnionDef(Frozen):
    id: TypeId
    origin: Origin
    members: tuple[Type, ...]
    discriminator: Discriminator | None = None
    any_of: bool = False
    """Several members may hold at once, where no tag decides."""
    notes: Notes = NO_NOTES
    is_error: bool = False


TypeDef: TypeAlias = ObjectDef | EnumDef | UnionDef

# ------------------------------------------------------------------------------------------------------------ parts


def children(type: Type) -> tuple[Type, ...]:
    """The types that stand inside a type: the items of a list, the values of a map; nothing for any other."""
    match type:
        case ListType():
            return (type.item,)
        case MapType():
            return (type.value,)
        case ScalarType() | RefType() | ConstType() | AnyType() | FileType():
            return ()


def leaf(type: Type) -> Type:
    """What a type holds in the end, through lists and maps; itself where it is neither."""
    while True:
        if isinstance(type, ListType):
            type = type.item
        elif isinstance(type, MapType):
            type = type.value
        else:
            return type


def target(type: Type) -> TypeId | None:
    """The definition to which a type leads, through lists and maps."""
    while True:
        match type:
            case ScalarType():  # Most are.
                return None
            case RefType() | FileType():
                return type.id
            case ListType():
                type = type.item
            case MapType():
                type = type.value
            case ConstType() | AnyType():
                return None


def parts(definition: TypeDef) -> tuple[Type, ...]:
    """The types that a definition is made of, in document order."""
    match definition:
        case ObjectDef():
            own = tuple([one.type for one in definition.properties])
            return own if definition.additional is None else (*own, definition.additional)
        case UnionDef():
            return definition.members
        case EnumDef():
            return ()


def targets(definition: TypeDef) -> Sequence[TypeId]:
    """The definitions to which the parts of a definition lead."""
    made_of = [part for part in parts(definition) if not isinstance(part, ScalarType)]  # which lead nowhere
    return [id for part in made_of if (id := target(part)) is not None]


def family(definition: TypeDef | None) -> Family | None:
    """The family of an object, if the definition is one that has any."""
    return definition.family if isinstance(definition, ObjectDef) else None


def relatives(definition: TypeDef) -> Iterator[TypeId]:
    """The definitions that may stand in the place of a definition."""
    own = family(definition)
    return iter(()) if own is None else (member.id for member in own.members)
