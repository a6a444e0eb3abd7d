"""The view: what the package *says*.  Every identifier is final here, and every text is `Code` or `Prose`.

Templates receive these objects and decide nothing.  The client templates and the docs get the same `Method`, `Field`
and `Model` objects, so they cannot disagree.  Types and models stand in `models`, what examples
pass in `samples`.
"""

from __future__ import annotations

from enum import StrEnum

from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import (
    NO_CODE,
    NO_FOLDER,
    DeprecationView,
    ErrorClass,
    Folder,
    HandingModule,
    ModelModule,
    OldName,
    TypeView,
)
from sdkwright.view.reference import Reference
from sdkwright.view.samples import Given, Sample
from sdkwright.view.webhooks import WebhookView


class Argument(Frozen):
    name: Code
    annotation: Code
    type: TypeView
    documented_as_required: bool
    """As the published docs mark it (an optional `request` is marked required there)."""
    description: Prose | None = None
    examples: tuple[Prose, ...] = ()
    deprecated: DeprecationView | None = None
    example_value: Sample | None = None
    """What the example call passes; None when it leaves the argument out."""
    is_field: bool = False
    """A property of a flattened body."""
    is_request: bool = False
    """The whole request as the only argument."""
    has_row: bool = True
    """The published docs have no row for some arguments, which docstrings tell of."""


class ErrorRow(Frozen):
    """One row of the Errors table: one class and one content type."""

    type: TypeView
    """The model whose class is the exception."""
    statuses: tuple[Code, ...]
    content_type: Prose


class Ending(StrEnum):
    """What an example does with the result."""

    PRINT = "print"
    NOTHING = "nothing"
    EVENTS = "events"
    PAGES = "pages"
    DOWNLOAD = "download"


class Overload(Frozen):
    """One way to call a function whose arguments had other names, for type checkers."""

    signature: tuple[Code, ...]
    """The parameters after `self`, one a line, without the commas at their ends."""
    decorator: Code | None = None
    """`@deprecated(…)`."""


class Renaming(Frozen):
    """What makes a function take old names of its arguments, too, and its results for lines that end in `: ...`."""

    overload: Code
    """`@overload`."""
    decorator: Code
    """What takes the old names while the program runs."""
    overloads: tuple[Overload, ...]
    result: Code = NO_CODE
    async_result: Code = NO_CODE


class Method(Frozen):
    name: Code
    async_name: Code
    http_method: Code
    path: Prose
    operation_id: Prose
    """As the document has it, else `get_/pets/{id}`."""
    verb: Prose
    """The HTTP method in small letters."""
    summary: Prose | None
    description: Prose | None
    arguments: tuple[Argument, ...]
    """Required ones first, as the docs' rows stand; without `retries` and the other per-call options."""
    result: TypeView | None
    result_annotation: Code
    """Of the sync method; `None` when there is none."""
    async_result_annotation: Code
    operation_name: Code
    """The module-level name that it is bound to."""
    call: Code
    """The name of the runtime entry: `call`, `stream`, `page` …"""
    errors: tuple[ErrorRow, ...]
    ending: Ending
    has_flat_body: bool = False
    """The members of its body are arguments."""
    has_items: bool = False
    """The pages of its answer know their results one by one."""
    has_own_servers: bool = False
    needs_server_url: bool = False
    """The servers of its own name no host."""
    security_argument: Argument | None = None
    deprecated: DeprecationView | None = None
    usage: UsageView | None = None
    named_examples: tuple[NamedCall, ...] = ()
    """By their names; empty where the document or the format of the pages has none."""
    docstring: Code = NO_CODE
    signature: tuple[Code, ...] = ()
    """The parameters after `self, *`, one a line, without the commas at their ends."""
    own_parameters: int = 0
    """How many of them are the operation's own, and no options of every call."""
    definition: Code = NO_CODE
    """The whole statement that binds `operation_name`."""
    passed: tuple[Code, ...] = ()
    """What the runtime's entry is called with, one a line, without the commas at their ends."""
    decorator: Code | None = None
    """`@deprecated(…)`."""
    renaming: Renaming | None = None


class NamedCall(Frozen):
    """An example call by a name that the document gives."""

    name: Prose
    given: tuple[Given, ...]
    """What the call passes, in the order of the arguments."""


class UsageView(Frozen):
    title: Prose | None = None
    description: Prose | None = None
    position: int | None = None


class Constructor(Frozen):
    """That of a root class."""

    signature: tuple[Code, ...]
    """The parameters after `self`, one a line, without the commas at their ends."""
    passed: tuple[Code, ...]
    """What the base class is called with, one a line, without the commas at their ends."""
    docstring: Code
    renaming: Renaming | None = None
    """Old names of the arguments."""


class ResourceClass(Frozen):
    """A class of the module of a resource."""

    name: Code
    base: Code
    """The runtime's class that this one derives from, as the module spells it."""
    docstring: Code
    children: tuple[ResourceLink, ...] = ()
    old_children: tuple[OldChild, ...] = ()
    constructor: Constructor | None = None
    """Of a root class."""
    is_sync: bool = True
    """It has the sync methods."""
    is_async: bool = True
    """It has the async ones."""


class Resource(Frozen):
    """The root, or a group: what has one class, or one for sync and one for async methods."""

    class_name: Code
    """That of the sync methods."""
    accessor: Code
    """`deployments.metrics`; empty for the root class."""
    module: Code
    page: Code
    """The folder under `docs/sdks/`."""
    folder: Code
    """The folder in that of the group above, as the reader's pages have it."""
    title: Code
    overview: Prose | None
    methods: tuple[Method, ...]
    children: tuple[ResourceLink, ...] = ()
    is_root: bool = False
    classes: tuple[ResourceClass, ...] = ()
    imports: tuple[Code, ...] = ()
    """The import lines of the module."""
    cached_property: Code = NO_CODE
    type_checking: Code = NO_CODE
    definitions: tuple[Code, ...] = ()
    """The statements that bind the operations' plans, of `old_methods` too; each once."""
    links: tuple[Code, ...] = ()
    """The imports of the classes to which the children lead, for type checkers."""
    old_methods: tuple[Method, ...] = ()
    """Deprecated names of methods of this class, and methods that have moved to another one.  Not in the docs."""


class ResourceLink(Frozen):
    attribute: Code
    class_name: Code
    module: Code
    docstring: Code = NO_CODE
    """Of the attribute; empty where the document says nothing."""


class OldChild(Frozen):
    """A deprecated attribute that leads to another resource class."""

    attribute: Code
    class_name: Code
    module: Code
    property_decorator: Code
    decorator: Code
    """`@deprecated(…)`."""
    docstring: Code


# -------------------------------------------------------------------------------------------------- the client class


class ClientArgument(Frozen):
    """A constructor argument that comes from the document: a security scheme, a global, a server variable."""

    name: Code
    annotation: Code
    environment: Code | None
    """The environment variable that is read when it is not given, as text without quotes."""
    description: Prose | None = None
    type: TypeView | None = None
    required: bool = False
    example_value: Sample | None = None
    """What the constructor of the examples is given."""
    examples: tuple[Prose, ...] = ()


class ServerView(Frozen):
    url: Prose
    description: Prose | None
    server_id: Prose | None
    has_variables: bool = False
    """The URL is a template."""


class Client(Frozen):
    class_name: Code
    variable: Code
    """`orq` in `with Orq(...) as orq`."""
    security_arguments: tuple[ClientArgument, ...]
    globals: tuple[ClientArgument, ...]
    server_variables: tuple[ClientArgument, ...]
    servers: tuple[ServerView, ...]
    http_library: Code
    """The module that the SDK's own clients are made of."""
    object_type: Code
    """`object`, as it is spelt in the module of the root class."""
    runtime_configuration: Code
    """The expression that makes the runtime's description of this SDK (schemes, servers, globals, prefix)."""
    base_error: Code
    default_error: Code
    error_folder: Folder
    """Where errors are found: `models`, `errors` …"""
    needs_server_url: bool = False
    sends_in_clear: bool = False
    """The first server is plain http on another machine: credentials go there only if the caller says so."""
    is_lenient: bool = False
    """Answers that do not fit are kept, unless the constructor says otherwise."""
    security_class: Code | None = None
    """`Security` when the constructor takes one `security` object; then `security_arguments` are its fields.
    None when the only scheme is an argument itself."""
    security_folder: Folder = NO_FOLDER
    """Where `Security` is found."""
    errors: tuple[ErrorClass, ...] = ()
    old_classes: tuple[OldName, ...] = ()
    """Old names of the root class itself."""
    async_class: Code = NO_CODE
    """That of the async methods, which have the names of the sync ones; empty where both stand in one class."""


# ------------------------------------------------------------------------------------------------------ the project


class Author(Frozen):
    name: Prose
    mail: Prose | None = None


class Project(Frozen):
    """The packaging facts of the SDK."""

    package_name: Code
    module_name: Code
    version: Code
    description: Prose
    authors: tuple[Author, ...]
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
    included: tuple[Code, ...] = ()
    """Files and folders of the user's that a release holds, from the project's folder on."""
    files_url: Prose | None = None
    """Where the files of the project can be seen on the web, `/` at its end."""
    history: tuple[Code, ...] = ()
    """Pages at the top of the project that tell what changed between versions."""
    license_is_expression: bool = False
    """Of SPDX: build tools refuse any other text in its place."""

    @property
    def folder(self) -> Code:
        """Where the import package stands."""
        return Code(f"src/{str(self.module_name).replace('.', '/')}")

    @property
    def root_folder(self) -> Code:
        """The outermost package: the import package, or the namespace that it stands in."""
        return Code(f"src/{str(self.module_name).partition('.')[0]}")


class Page(Frozen):
    """One Markdown page, complete: the text is made by `plan/docs` from the objects above and a template."""

    path: str
    template: str
    context: object
    of: Code = NO_CODE
    """The module of models that it shows, by its stem; empty where it shows more."""
    parts: tuple[Code, ...] = ()
    """The paths of pages that come before it, whose texts are printed in it as they are."""


class PageStyle(Frozen):
    """What the pages have in the format of their date."""

    usage_lines: bool = False
    """A comment above each sample says which operation it calls."""
    empty_pages: bool = True
    """A class without operations has a page."""
    group_lines: bool = True
    """The accessor of a group stands below the title; else it is the title."""
    deprecated_groups: bool = False
    """The page of a class of deprecated operations alone is struck, and says so."""
    marked_sections: bool = False
    """Comments stand around the sections of README and around USAGE, for tools that replace what is between them."""
    enum_samples: bool = False
    """The page of an enum has a sample, and that of literals lists them."""
    lines_after_imports: int = 2
    """Blank lines in samples."""


class Sdk(Frozen):
    project: Project
    client: Client
    resources: tuple[Resource, ...]
    """The root class first."""
    modules: tuple[ModelModule, ...]
    response_required: bool
    style: PageStyle = PageStyle()
    tables_compact: bool = False
    wire_names: tuple[Prose, ...] = ()
    """Every wire name of the document; each must be found in the output, or the run fails."""
    undocumented: frozenset[Code] = frozenset()
    """The names of the model classes without a page: nothing in the API refers to them."""
    handing_modules: tuple[HandingModule, ...] = ()
    old_models: tuple[OldName, ...] = ()
    """Old names of what `models` exports."""
    old_errors: tuple[OldName, ...] = ()
    """Old names of what the package of errors exports, where they have one of their own."""
    webhooks: tuple[WebhookView, ...] = ()
    metadata_folder: Folder | None = None
    """Where `HTTPMetadata` is found, if methods return it."""
    reference: Reference | None = None
    """What the reader's docs say besides; None in the published style."""
