"""The frozen configuration: what `gen.yaml` says, with a default for everything."""

from __future__ import annotations

from enum import StrEnum

from sdkwright.frozen import Frozen, field
from sdkwright.options.formats import APRIL_2025, Format

MODELS = "models"
"""The package in which all classes are defined, and found unless the options name another."""


class EnumFormat(StrEnum):
    ENUM = "enum"
    UNION = "union"


class ResponseFormat(StrEnum):
    """What a method returns."""

    FLAT = "flat"
    """The result itself."""
    ENVELOPE = "envelope"
    """An object with the content type, the status, the response, and the result in a field."""
    ENVELOPE_HTTP = "envelope-http"
    """An object with the request and the response as `http_meta`, and the result in a field."""


class Brackets(StrEnum):
    """How the place of an object in a list is written in a query or a form."""

    INDEXED = "indexed"
    """`items[0][price]`."""
    EMPTY = "empty"
    """`items[][price]`."""


class TableStyle(StrEnum):
    PADDED = "padded"
    COMPACT = "compact"


class DocsStyle(StrEnum):
    """What the reference pages look like, and where they stand."""

    PUBLISHED = "published"
    """As a hosted generator publishes them."""
    READER = "reader"
    """An index, a page for each resource and each component, JSON beside every sample."""


class UsageValues(StrEnum):
    """`usageSnippets.optionalPropertyRendering`."""

    ALWAYS = "always"
    NEVER = "never"
    WITH_EXAMPLE = "withExample"


class ImportPaths(Frozen):
    """`imports.paths`: the packages that classes are found in, as folders below that of the SDK."""

    shared: str = MODELS
    """Of components and what is inline in them."""
    operations: str = MODELS
    """Of what operations bring themselves."""
    errors: str = MODELS
    webhooks: str = MODELS

    def folders(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((self.shared, self.operations, self.errors, self.webhooks)))


class Config(Frozen):
    sdk_class_name: str | None = None
    """None: from the title."""
    package_name: str | None = None
    module_name: str | None = None
    version: str = "0.0.1"
    manual_versions: bool = False
    """`generation.versioningStrategy`: a release has the version that the options say, whatever has changed."""
    authors: tuple[str, ...] = ()
    description: str | None = None
    license: str | None = None
    homepage: str | None = None
    documentation_url: str | None = None
    repo_url: str | None = None
    repo_folder: str = ""
    """The folder of the repository that holds the SDK."""
    project_urls: tuple[tuple[str, str], ...] = ()
    main_dependencies: tuple[tuple[str, str], ...] = ()
    dev_dependencies: tuple[tuple[str, str], ...] = ()
    optional_dependencies: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """By the name of the extra: distributions and their version ranges."""
    base_server_url: str | None = None
    usage_values: UsageValues = UsageValues.WITH_EXAMPLE
    class_names_for_array_fields: bool = True
    name_resolution_feb2025: bool = True
    skip_error_suffix: bool = False
    """With the resolution of February 2025 an error that is not called so is `...Error`, unless this is set."""
    response_required: bool = True
    """`fixFlags.responseRequiredSep2024`."""
    null_results: bool = True
    """The annotation of a result says that the answer may be null; published clients say it in their samples alone."""
    response_format: ResponseFormat = ResponseFormat.FLAT
    answer_headers: bool = False
    """Where any answer declares headers, the result is returned in an object with them, `<Op>Response`."""
    nullable_references: bool = True
    """`nullable` beside a reference, which versions of OpenAPI that know the word ignore there, counts all the same."""
    response_validation: str = "lenient"
    """What becomes of an answer that does not fit: `strict` raises, `lenient` keeps it and lists what does not fit."""
    oauth2_client_credentials: bool = True
    hoist_security: bool = True
    """No operation takes `security` for what the constructor's credentials cover."""
    base_error_name: str | None = None
    default_error_name: str = "APIError"
    enum_format: EnumFormat = EnumFormat.UNION
    open_enums: bool = True
    """The pages say that the enums of answers are open, as they are in any case."""
    upper_constants: bool = False
    """`constFieldCasing`: constant fields are found under their names in upper case, too."""
    env_var_prefix: str | None = None
    flatten_global_security: bool = True
    flatten_requests: bool = True
    multipart_brackets: bool = False
    """`multipartArrayFormat: legacy`: the parts of a list in a multipart body are called `name[]`."""
    allowed_builtins: tuple[str, ...] | None = None
    """`allowedRedefinedBuiltins`: arguments of other builtins' names are also taken with an underscore, as published
    methods have them; None: none of them is."""
    brackets: Brackets = Brackets.INDEXED
    parameters_first: bool = True
    max_method_params: int = 9999
    request_body_field_name: str | None = None
    """What a body beside parameters is called; None: after its component."""
    imports: ImportPaths = field(default_factory=ImportPaths)
    input_model_suffix: str = "input"
    output_model_suffix: str = "output"
    composed_classes: bool = False
    """The classes inside of a schema that another one is composed of are made for each of the composed ones."""
    decodes: bool = True
    """`contentEncoding: base64` stands for bytes, and not for the text that they are written as."""
    http_library: str = "httpx2"
    docs_style: DocsStyle = DocsStyle.READER
    tables: TableStyle = TableStyle.PADDED
    short_methods: bool = False
    """Methods are called without what the route and the group say already."""
    async_split: bool = False
    """`asyncMode: split`: sync and async methods stand in two classes, and have the same names."""
    groups_by_path: bool = False
    """An operation without a tag belongs to the group of the first word of its path, and not to the root class."""
    strict: bool = False
    """A fault of the document or the options ends the run, as under `--strict`."""
    other_extensions: bool = True
    """Extensions of other generators are read, as far as they have a counterpart here."""
    exclude_internal: bool | None = None
    """What says `x-internal: true` is left out; None: it is not, and that is told."""
    draft_names: bool = False
    """A ledger that is made new is a draft: nothing holds before something is published."""
    include_tags: tuple[str, ...] = ()
    """Only operations with one of these tags, or below one of `include_paths`; nothing: all."""
    include_paths: tuple[str, ...] = ()
    exclude_tags: tuple[str, ...] = ()
    exclude_paths: tuple[str, ...] = ()
    ledger: str | None = None
    """The path of the names ledger beside the SDK; None: the default path."""
    include: tuple[str, ...] = ()
    """Files and folders of the user's in the output folder that belong to the SDK."""
    requires: str | None = None
    """The versions of sdkwright that may read the options; None: any."""
    overlays: tuple[str, ...] = ()
    """Files of overlays, relative to the options, which are applied before those that are typed."""
    ref_root: str | None = None
    """The folder in which files of references may stand, relative to the options; None: the document's own."""
    format: Format = APRIL_2025
    maintain_order: bool = True
    """False: the methods of a page stand in alphabetical order."""
    all_of_deep_merge: bool = True
    """`schemas.allOfMergeStrategy`: a property that several parts of an `allOf` declare is merged (deep), or the last
    one wins (shallow)."""

    @property
    def errors_suffixed(self) -> bool:
        """Whether the exceptions of declared errors that are not called errors are `...Error`."""
        return self.name_resolution_feb2025 and not self.skip_error_suffix

    @property
    def errors_apart(self) -> bool:
        """Whether the exceptions of declared errors have a package of their own beside that of the models."""
        paths = self.imports
        return paths.errors not in (paths.shared, paths.operations, paths.webhooks)


LITERAL = Config(
    docs_style=DocsStyle.PUBLISHED,
    all_of_deep_merge=False,
    upper_constants=True,
    name_resolution_feb2025=False,
    response_required=False,
    null_results=False,
    response_validation="strict",
    http_library="httpx",
    maintain_order=False,
    answer_headers=True,
    nullable_references=False,
    composed_classes=True,
    allowed_builtins=("id", "object"),
    decodes=False,
    open_enums=False,
    other_extensions=False,
    exclude_internal=False,
)
"""What a `gen.yaml` means that says nothing: the defaults of the hosted generators, and not the newer ones above, which
hold without a file and for a file that `init` wrote."""
