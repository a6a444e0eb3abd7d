"""The view of types and models: what annotations, model modules and model pages say.  Every identifier is final."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TypeAlias

from sdkwright.frozen import Frozen
from sdkwright.text.escape import identifier
from sdkwright.text.kinds import Code, Prose

NO_CODE = Code("")

# ------------------------------------------------------------------------------------------------------------ types


class TypeKind(StrEnum):
    SCALAR = "scalar"
    """`name` is `str`, `int`, `float`, `bool`, `bytes`, `Decimal`, `datetime` …"""
    LITERAL = "literal"
    """`name` is the repr of the value."""
    ANY = "any"
    LIST = "list"
    DICT = "dict"
    MODEL = "model"
    """`name` is the class name, `page` the stem of its page, `folder` where it is found: `models`, `errors`,
    `models/shared` …"""
    HTTP_RESPONSE = "http-response"
    """A streamed download: the open response."""
    EVENT_STREAM = "event-stream"
    """`args[0]` is the type of one event."""
    UNION = "union"
    """Bodies or answers of several media types: one of `args`."""


class Folder(Frozen, order=True, cache_hash=True):
    """A package inside of the SDK in which classes are found, and the folder of their pages below `docs/`."""

    segments: tuple[Code, ...]

    @classmethod
    @cache
    def of(cls, path: str) -> Folder:
        """The folder at `path`, whose segments are identifiers; raises `UnsafeTextError` if one is not."""
        return cls(tuple(map(identifier, path.split("/"))))

    @property
    def name(self) -> Code:
        """What stands before a class in Python."""
        return self.segments[-1]

    @property
    def path(self) -> Code:
        """Below the package of the SDK, and below `docs/`."""
        return Code("/".join(self.segments))

    @property
    def module(self) -> Code:
        """Below the package of the SDK, as import statements have it."""
        return Code(".".join(self.segments))

    @property
    def above(self) -> Folder:
        """The folder that holds it; without segments: the package of the SDK itself."""
        return Folder(self.segments[:-1])

    @property
    def dots(self) -> Code:
        """How its modules name the package of the SDK."""
        return Code("." * (len(self.segments) + 1))

    @property
    def up(self) -> Code:
        """The way from one of its pages to `docs/`."""
        return Code("../" * len(self.segments))


MODELS = Folder((Code("models"),))
"""Where all classes are defined, and found unless the options name another place."""
NO_FOLDER = Folder(())


class TypeView(Frozen):
    """A type with its final names; annotations and docs cells are both made from it."""

    kind: TypeKind
    name: Code = NO_CODE
    args: tuple[TypeView, ...] = ()
    nullable: bool = False
    page: Code = NO_CODE
    folder: Folder = NO_FOLDER


REMOVAL = Code("This will be removed in a future release, please migrate away from it as soon as possible.")
"""What is said of everything that is deprecated."""


class Replacement(Frozen):
    """The operation that is there instead of a deprecated one."""

    call: Code
    """How users call it: `acme.pets.create()`."""
    method: Code
    page: Code
    """From the root of the project: `docs/sdks/pets/README.md`."""


class DeprecationView(Frozen):
    message: Prose | None = None
    replacement: Replacement | None = None
    """Where the document names an operation."""


class OldName(Frozen):
    """A deprecated name, and the one to use instead."""

    old: Code
    new: Code


# ----------------------------------------------------------------------------------------------------------- models


class Field(Frozen):
    name: Code
    type: TypeView
    annotation: Code
    """As the model class has it, `Optional[...]`, `Nullable[...]` or `OptionalNullable[...]` included."""
    required: bool
    """The caller must give it: required and without a default."""
    description: Prose | None = None
    examples: tuple[Prose, ...] = ()
    """The text of each example as the document means it: a string bare, anything else as JSON with its indentation."""
    deprecated: DeprecationView | None = None
    declaration: Code = NO_CODE
    """The line (or lines) of the model class, indented for its body."""
    typed_dict_declaration: Code = NO_CODE
    docstring: Code = NO_CODE
    """What stands below the declaration; empty where there is nothing to say."""


class OldField(Frozen):
    """The property under which a renamed field is still found."""

    old: Code
    new: Code
    annotation: Code
    property_decorator: Code
    decorator: Code
    """`@deprecated(…)`."""


class ConstantField(Frozen):
    """The property under which a constant field is found in upper case."""

    upper: Code
    name: Code
    annotation: Code
    property_decorator: Code


class OldValue(Frozen):
    """A deprecated name of an enum's member: an attribute that is no member of its own."""

    old: Code
    class_name: Code
    maker: Code
    """The expression that makes the attribute."""


class EnumValue(Frozen):
    name: Code
    value: Code
    """The value as a Python literal."""
    raw: Prose
    """The value bare, as the docs table shows it."""
    docstring: Code = NO_CODE


class ModelRole(StrEnum):
    """What an object is to the SDK; the docs have pages of their own for the last two."""

    PLAIN = "plain"
    SECURITY = "security"
    """The credentials of the whole SDK."""
    GLOBALS = "globals"
    """The parameters of the whole SDK."""


class ObjectModel(Frozen):
    class_name: Code
    page: Code
    folder: Folder
    description: Prose | None
    fields: tuple[Field, ...]
    error_class: Code | None = None
    """The exception that carries this model as `.data`; then the model itself is `<error_class>Data`."""
    deprecated: DeprecationView | None = None
    docstring: Code = NO_CODE
    """Of the class, indented for its body."""
    typed_dict: Code = NO_CODE
    """The name of the TypedDict twin; empty where there is none."""
    header: Code = NO_CODE
    """`class X(Base):`, broken where it is too wide."""
    typed_dict_header: Code = NO_CODE
    typed_dict_alias: Code = NO_CODE
    """What the twin of an object without named properties is: any mapping; empty where it is a class."""
    extra: ExtraView | None = None
    declared: tuple[Field, ...] = ()
    """The fields that the rendered class declares itself; none where its base has them."""
    has_body: bool = True
    """The class has fields or further properties."""
    is_empty: bool = False
    """The class has nothing in its body at all."""
    typed_dict_is_empty: bool = False
    old_fields: tuple[OldField, ...] = ()
    constants: tuple[ConstantField, ...] = ()
    role: ModelRole = ModelRole.PLAIN
    family: UnionModel | None = None
    """The choice between the class and all that is made of it; it has no page."""


class ExtraView(Frozen):
    """The lines of a class whose further properties are typed: names as the module spells them."""

    config: Code
    type_checking: Code
    type: Code
    """`Dict[str, int]`."""
    property_decorator: Code
    value: TypeView
    """What each further property is."""


class EnumModel(Frozen):
    class_name: Code
    page: Code
    folder: Folder
    description: Prose | None
    values: tuple[EnumValue, ...]
    deprecated: DeprecationView | None = None
    docstring: Code = NO_CODE
    alias: Code | None = None
    """The right-hand side when the enum is an alias of literals; None when it is a class."""
    base: Code = NO_CODE
    """The base class of the class form."""
    keeper: Code = NO_CODE
    """`UnrecognizedStr`: what other values of the server become; empty where the page says nothing of them."""
    old_values: tuple[OldValue, ...] = ()
    type_checking: Code = NO_CODE
    """As the module spells it; needed where there are `old_values`."""


class UnionModel(Frozen):
    class_name: Code
    page: Code
    folder: Folder
    description: Prose | None
    members: tuple[TypeView, ...]
    error_class: Code | None = None
    docstring: Code = NO_CODE
    alias: Code = NO_CODE
    """The right-hand side of the alias."""
    unlisted: Code = NO_CODE
    """The class, written out, of what has a tag that is not listed."""
    typed_dict: Code = NO_CODE
    typed_dict_alias: Code = NO_CODE


class ErrorClass(Frozen):
    """The exception of a declared error schema."""

    class_name: Code
    data: Code
    """The class that carries what the server said, or the choice between it and all that is made of it."""
    data_module: Code
    docstring: Code


Model: TypeAlias = ObjectModel | EnumModel | UnionModel
ERRORS_STEM = "_errors"
"""The module of the error tree; no stem of the document begins with an underscore."""


class Export(Frozen):
    """Names that a module gives though another one, beside it or below the package, defines them."""

    module: Code
    names: tuple[Code, ...]
    """Sorted."""


class HandingModule(Frozen):
    """One file under `models/` that defines nothing: what it gives stands in other files."""

    stem: Code
    docstring: Code
    exports: tuple[Export, ...]
    at_once: bool = False
    """Not on first use: who imports it wants the one class that it has, and nobody else does."""


class ModelModule(Frozen):
    """One file under `models/`: a component with its inline children, or what an operation brings, or a part of it."""

    stem: Code
    models: tuple[Model, ...]
    imports: tuple[Code, ...]
    """Complete import lines of the model file, sorted as the formatter would."""
    typed_dict_imports: tuple[Code, ...]
    objects: tuple[ObjectModel, ...] = ()
    unions: tuple[UnionModel, ...] = ()
    """In the order in which they can be defined: members before the unions that name them."""
    families: tuple[UnionModel, ...] = ()
    """Those of the unions that are no types of the document but the families of its objects."""
    typed_objects: tuple[ObjectModel, ...] = ()
    typed_mappings: tuple[ObjectModel, ...] = ()
    """Those whose twin is no class: any mapping will do."""
    typed_unions: tuple[UnionModel, ...] = ()
    has_typed_dicts: bool = False
    aliases: tuple[Code, ...] = ()
    """Lines at the end that give classes a second name, where a field has taken the first."""
    typed_dict_aliases: tuple[Code, ...] = ()
    enum_aliases: tuple[EnumModel, ...] = ()
    enum_classes: tuple[EnumModel, ...] = ()
    has_classes: bool = False
    """Some class stands before the unions; the formatter wants more room then."""
    docstring: Code = NO_CODE
    """Of the module; empty where there is nothing to say."""
    exports: tuple[Export, ...] = ()
    """What the module gives besides, loaded on first use."""
    type_checking: Code = NO_CODE
    """As the module spells it; needed where there are `exports`."""
