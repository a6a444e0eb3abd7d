"""The view: what the package *says*.  Every identifier is final here, and every text is `Code` or `Prose`.

Templates receive these objects and decide nothing.  The client templates and the docs get the same `Method`, `Field`
and `Model` objects, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.text import Code, Prose

NO_CODE = Code("")

# ------------------------------------------------------------------------------------------------------------ types


class TypeKind(StrEnum):
    SCALAR = "scalar"
    """`name` is `str`, `int`, `float`, `bool`, `bytes`, `Decimal` …"""
    DATETIME = "datetime"
    DATE = "date"
    LITERAL = "literal"
    """`name` is the repr of the value."""
    ANY = "any"
    LIST = "list"
    DICT = "dict"
    MODEL = "model"
    """`name` is the class name, `page` the stem of its page, `namespace` is `models` or `errors`."""
    HTTP_RESPONSE = "http-response"
    """A streamed download: the open response."""
    EVENT_STREAM = "event-stream"
    """`args[0]` is the type of one event."""


@dataclass(frozen=True, slots=True)
class TypeView:
    """A type with its final names; annotations and docs cells are both made from it."""

    kind: TypeKind
    name: Code = NO_CODE
    args: tuple[TypeView, ...] = ()
    nullable: bool = False
    page: Code = NO_CODE
    namespace: Code = NO_CODE


@dataclass(frozen=True, slots=True)
class DeprecationView:
    message: Prose | None = None
    replacement: Code | None = None
    """The accessor of the method to use instead, when it is one of ours."""


@dataclass(frozen=True, slots=True)
class OldName:
    """A deprecated name, and the one to use instead."""

    old: Code
    new: Code


# ----------------------------------------------------------------------------------------------------------- models


@dataclass(frozen=True, slots=True)
class Field:
    name: Code
    wire: Code
    """The wire name as a Python literal, quotes included."""
    wire_raw: Prose
    has_alias: bool
    type: TypeView
    annotation: Code
    """As the model class has it, `Optional[...]`, `Nullable[...]` or `OptionalNullable[...]` included."""
    typed_dict_annotation: Code
    required: bool
    """The caller must give it: required and without a default."""
    default: Code | None = None
    """The expression of the default, as a Python literal or constructor call; None where there is none to write."""
    description: Prose | None = None
    examples: tuple[Prose, ...] = ()
    """The text of each example as the document means it: a string bare, anything else as JSON with its indentation."""
    deprecated: DeprecationView | None = None
    constraints: tuple[Prose, ...] = ()
    example_value: Code | None = None
    """The Python expression that an example call passes; None when the example leaves the field out."""
    declaration: Code = NO_CODE
    """The line (or lines) of the model class, indented for its body."""
    typed_dict_declaration: Code = NO_CODE
    docstring: Code = NO_CODE
    """What stands below the declaration; empty where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class OldField:
    """The property under which a renamed field is still found."""

    old: Code
    new: Code
    annotation: Code
    property_decorator: Code
    decorator: Code
    """`@deprecated(…)`."""


@dataclass(frozen=True, slots=True)
class OldValue:
    """A deprecated name of an enum's member: an attribute that is no member of its own."""

    old: Code
    class_name: Code
    maker: Code
    """The expression that makes the attribute."""


@dataclass(frozen=True, slots=True)
class EnumValue:
    name: Code
    value: Code
    """The value as a Python literal."""
    raw: Prose
    """The value bare, as the docs table shows it."""
    description: Prose | None = None
    docstring: Code = NO_CODE


class ModelRole(StrEnum):
    """What an object is to the SDK; the docs have pages of their own for the last two."""

    PLAIN = "plain"
    SECURITY = "security"
    """The credentials of the whole SDK."""
    GLOBALS = "globals"
    """The parameters of the whole SDK."""


@dataclass(frozen=True, slots=True)
class ObjectModel:
    class_name: Code
    page: Code
    module: Code
    namespace: Code
    description: Prose | None
    fields: tuple[Field, ...]
    additional: Code | None = None
    """The annotation of one further property, when the document types them."""
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
    extra: ExtraView | None = None
    declared: tuple[Field, ...] = ()
    """The fields that the rendered class declares itself; none where its base has them."""
    has_body: bool = True
    """The class has fields or further properties."""
    is_empty: bool = False
    """The class has nothing in its body at all."""
    typed_dict_is_empty: bool = False
    old_fields: tuple[OldField, ...] = ()
    role: ModelRole = ModelRole.PLAIN


@dataclass(frozen=True, slots=True)
class ExtraView:
    """The lines of a class whose further properties are typed: names as the module spells them."""

    config: Code
    type_checking: Code
    type: Code
    """`Dict[str, int]`."""
    property_decorator: Code


@dataclass(frozen=True, slots=True)
class EnumModel:
    class_name: Code
    page: Code
    module: Code
    namespace: Code
    description: Prose | None
    values: tuple[EnumValue, ...]
    open: bool
    value_type: Code
    """`str`, `int`, or a union for mixed values."""
    docstring: Code = NO_CODE
    alias: Code | None = None
    """The right-hand side when the enum is an alias of literals; None when it is a class."""
    base: Code = NO_CODE
    """The base class of the class form."""
    old_values: tuple[OldValue, ...] = ()
    type_checking: Code = NO_CODE
    """As the module spells it; needed where there are `old_values`."""


@dataclass(frozen=True, slots=True)
class UnionMember:
    type: TypeView
    annotation: Code
    typed_dict_annotation: Code
    tags: tuple[Code, ...] = ()
    """The discriminator values of this member, as Python literals."""


@dataclass(frozen=True, slots=True)
class UnionModel:
    class_name: Code
    page: Code
    module: Code
    namespace: Code
    description: Prose | None
    members: tuple[UnionMember, ...]
    discriminator: Code | None = None
    """The wire name as a Python literal."""
    error_class: Code | None = None
    docstring: Code = NO_CODE
    alias: Code = NO_CODE
    """The right-hand side of the alias."""
    typed_dict: Code = NO_CODE
    typed_dict_alias: Code = NO_CODE


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """The exception of a declared error schema."""

    class_name: Code
    data_class: Code
    data_module: Code
    docstring: Code


Model: TypeAlias = ObjectModel | EnumModel | UnionModel


@dataclass(frozen=True, slots=True)
class ModelModule:
    """One file under `models/`: a component with its inline children, and the ring that it refers to."""

    stem: Code
    models: tuple[Model, ...]
    imports: tuple[Code, ...]
    """Complete import lines of the model file, sorted as the formatter would."""
    typed_dict_imports: tuple[Code, ...]
    objects: tuple[ObjectModel, ...] = ()
    unions: tuple[UnionModel, ...] = ()
    """In the order in which they can be defined: members before the unions that name them."""
    typed_objects: tuple[ObjectModel, ...] = ()
    typed_unions: tuple[UnionModel, ...] = ()
    has_typed_dicts: bool = False
    aliases: tuple[Code, ...] = ()
    """Lines at the end that give classes a second name, where a field has taken the first."""
    typed_dict_aliases: tuple[Code, ...] = ()
    enum_aliases: tuple[EnumModel, ...] = ()
    enum_classes: tuple[EnumModel, ...] = ()
    has_classes: bool = False
    """Some class stands before the unions; the formatter wants more room then."""


# ---------------------------------------------------------------------------------------------------------- methods


@dataclass(frozen=True, slots=True)
class Argument:
    name: Code
    annotation: Code
    """The input annotation: models beside their TypedDicts."""
    default: Code | None
    """None for a required argument."""
    type: TypeView
    required: bool
    """As the caller sees it."""
    documented_as_required: bool
    """As the published docs mark it (an optional `request` is marked required there)."""
    description: Prose | None = None
    examples: tuple[Prose, ...] = ()
    deprecated: DeprecationView | None = None
    example_value: Code | None = None
    """The Python expression in the example call, nested lines indented by 4; None when it is left out."""


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One row of the Errors table: one class and one content type."""

    type_name: Code
    """`models.HonoAPIError`."""
    statuses: tuple[Code, ...]
    content_type: Prose


class Ending(StrEnum):
    """What an example does with the result."""

    PRINT = "print"
    NOTHING = "nothing"
    EVENTS = "events"
    PAGES = "pages"
    DOWNLOAD = "download"


@dataclass(frozen=True, slots=True)
class Overload:
    """One way to call a function whose arguments had other names, for type checkers."""

    signature: tuple[Code, ...]
    """The parameters after `self`, one a line, without the commas at their ends."""
    decorator: Code | None = None
    """`@deprecated(…)`."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What makes a function take old names of its arguments, too."""

    overload: Code
    """`@overload`."""
    decorator: Code
    """What takes the old names while the program runs."""
    overloads: tuple[Overload, ...]


@dataclass(frozen=True, slots=True)
class Method:
    name: Code
    async_name: Code
    http_method: Code
    path: Prose
    summary: Prose | None
    description: Prose | None
    arguments: tuple[Argument, ...]
    """Required ones first, as the docs' rows stand; without `retries` and the other per-call options."""
    result: TypeView | None
    result_annotation: Code
    """Of the sync method; `None` when there is none."""
    async_result_annotation: Code
    operation: Code
    """The expression that makes this operation's runtime plan."""
    operation_name: Code
    """The module-level name that it is bound to."""
    call: Code
    """The name of the runtime entry: `call`, `stream`, `page` …"""
    call_arguments: Code
    """The display that hands the arguments over: `{"session_id": session_id}`."""
    errors: tuple[ErrorRow, ...]
    ending: Ending
    has_own_servers: bool = False
    security_argument: Argument | None = None
    deprecated: DeprecationView | None = None
    example_imports: tuple[Code, ...] = ()
    usage: UsageView | None = None
    docstring: Code = NO_CODE
    signature: tuple[Code, ...] = ()
    """The parameters after `self, *`, one a line, without the commas at their ends."""
    operation_type: Code = NO_CODE
    """`op.Operation[S, A]`."""
    definition: Code = NO_CODE
    """The whole statement that binds `operation_name`."""
    passed: tuple[Code, ...] = ()
    """What the runtime's entry is called with, one a line, without the commas at their ends."""
    returning: Code = NO_CODE
    """`return `, where there is a result."""
    decorator: Code | None = None
    """`@deprecated(…)`."""
    renaming: Renaming | None = None


@dataclass(frozen=True, slots=True)
class UsageView:
    title: Prose | None = None
    description: Prose | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """One SDK class: the root class, or a group."""

    class_name: Code
    accessor: Code
    """`deployments.metrics`; empty for the root class."""
    attribute: Code
    module: Code
    page: Code
    """The folder under `docs/sdks/`."""
    title: Code
    overview: Prose | None
    methods: tuple[Method, ...]
    children: tuple[ResourceLink, ...] = ()
    is_root: bool = False
    imports: tuple[Code, ...] = ()
    """The import lines of the module."""
    docstring: Code = NO_CODE
    summary: Code = NO_CODE
    """The docstring of the module."""
    base: Code = NO_CODE
    """The runtime's class that this one derives from, as the module spells it."""
    cached_property: Code = NO_CODE
    type_checking: Code = NO_CODE
    definitions: tuple[Code, ...] = ()
    """The statements that bind the operations' plans, of `old_methods` too; each once."""
    links: tuple[ResourceLink, ...] = ()
    """The classes to which `children` and `old_children` lead; each once."""
    old_methods: tuple[Method, ...] = ()
    """Deprecated names of methods of this class, and methods that have moved to another one.  Not in the docs."""
    old_children: tuple[OldChild, ...] = ()


@dataclass(frozen=True, slots=True)
class ResourceLink:
    attribute: Code
    class_name: Code
    module: Code


@dataclass(frozen=True, slots=True)
class OldChild:
    """A deprecated attribute that leads to another resource class."""

    attribute: Code
    class_name: Code
    module: Code
    property_decorator: Code
    decorator: Code
    """`@deprecated(…)`."""
    docstring: Code


# -------------------------------------------------------------------------------------------------- the client class


@dataclass(frozen=True, slots=True)
class ClientArgument:
    """A constructor argument that comes from the document: a security scheme, a global, a server variable."""

    name: Code
    annotation: Code
    environment: Code | None
    """The environment variable that is read when it is not given, as text without quotes."""
    description: Prose | None = None
    type: TypeView | None = None
    required: bool = False
    example_value: Code | None = None
    examples: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True)
class ServerView:
    url: Code
    """As a Python literal."""
    url_raw: Prose
    description: Prose | None
    server_id: Code | None
    variables: tuple[tuple[Code, Code, tuple[Code, ...]], ...] = ()
    """Name, default and allowed values, each a Python literal."""


@dataclass(frozen=True, slots=True)
class Client:
    class_name: Code
    variable: Code
    """`orq` in `with Orq(...) as orq`."""
    security_arguments: tuple[ClientArgument, ...]
    globals: tuple[ClientArgument, ...]
    server_variables: tuple[ClientArgument, ...]
    servers: tuple[ServerView, ...]
    runtime_configuration: Code
    """The expression that makes the runtime's description of this SDK (schemes, servers, globals, prefix)."""
    base_error: Code
    default_error: Code
    error_namespace: Code
    """`models` or `errors`."""
    needs_server_url: bool = False
    sends_in_clear: bool = False
    """The first server is plain http on another machine: credentials go there only if the caller says so."""
    security_class: Code | None = None
    """`Security` when the constructor takes one `security` object; then `security_arguments` are its fields.
    None when the only scheme is an argument itself."""
    has_server_ids: bool = False
    signature: tuple[Code, ...] = ()
    """The parameters of the constructor after `self`, one a line, without the commas at their ends."""
    passed: tuple[Code, ...] = ()
    """What the base class is called with, one a line, without the commas at their ends."""
    docstring: Code = NO_CODE
    """Of the constructor."""
    errors: tuple[ErrorClass, ...] = ()
    renaming: Renaming | None = None
    """Old names of the constructor's arguments."""
    old_classes: tuple[OldName, ...] = ()
    """Old names of the root class itself."""


# ------------------------------------------------------------------------------------------------------ the project


@dataclass(frozen=True, slots=True)
class Project:
    """The packaging facts of the SDK."""

    package_name: Code
    module_name: Code
    version: Code
    description: Prose
    authors: tuple[Prose, ...]
    license: Prose | None
    homepage: Prose | None
    documentation_url: Prose | None
    urls: tuple[tuple[Prose, Prose], ...]
    dependencies: tuple[Code, ...]
    dev_dependencies: tuple[Code, ...]
    http_library: Code
    environment_prefix: Code
    api_title: Prose
    api_description: Prose | None
    documentation_label: Prose | None
    extras: tuple[tuple[Code, tuple[Code, ...]], ...] = ()
    """Optional dependencies: the name of each extra and what it requires."""


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page, complete: the text is made by `plan/docs` from the objects above and a template."""

    path: Code
    template: Code
    context: object


@dataclass(frozen=True, slots=True)
class Sdk:
    project: Project
    client: Client
    resources: tuple[Resource, ...]
    """The root class first."""
    modules: tuple[ModelModule, ...]
    response_required: bool
    tables_compact: bool = False
    wire_names: tuple[Prose, ...] = ()
    """Every wire name of the document; each must be found in the output, or the run fails."""
    undocumented: frozenset[Code] = frozenset()
    """The names of the model classes without a page: nothing in the API refers to them."""
    old_models: tuple[OldName, ...] = ()
    """Old names of what `models` exports."""
    old_errors: tuple[OldName, ...] = ()
    """Old names of what the package of errors exports, where they have one of their own."""
    features: frozenset[str] = frozenset()
    """What the document uses, for the sections of README: `streaming`, `uploads`, `pagination`, `webhooks` …"""
