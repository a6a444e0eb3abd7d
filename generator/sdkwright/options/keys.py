"""Every key of `gen.yaml`: what it sets, or why it has no effect here.  Data only; `gen_yaml.py` reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sdkwright.frozen import Frozen
from sdkwright.openapi.data import Json
from sdkwright.options.checks import (
    Check,
    anything,
    count,
    docs_format,
    error_class,
    flag,
    listed,
    member,
    one_of,
    one_text,
    optional,
    optional_texts,
    package_folder,
    pairs,
    prose,
    shaped,
    strictness,
    text,
)
from sdkwright.options.metadata import (
    groups,
    import_package,
    license_name,
    people,
    release,
    requirements,
    unknown_license,
)
from sdkwright.options.model import Brackets, DocsStyle, EnumFormat, ResponseFormat, TableStyle, UsageValues
from sdkwright.options.requires import REQUIRES, version_range


class Sets(Frozen):
    """A key that is honoured: it sets `field` of `Config` (`imports.errors`: of its part)."""

    field: str
    check: Check
    doubt: Callable[[object], str | None] | None = None
    """What a warning says of a checked value that is taken all the same."""


class Always(Frozen):
    """A key whose value `values` asks for what is done anyway; any other is a warning that says `why`."""

    values: tuple[Json, ...]
    why: str
    check: Check = anything


class Ignored(Frozen):
    """A key that has no effect here, whatever its value; the warning says `why`."""

    why: str


class Renamed(Frozen):
    """A key of an older `configVersion`: it does what `now` does, and the warning says so."""

    now: str


Key = Sets | Always | Ignored | Renamed

DEFAULTS = "defaults"
"""The key under `sdkwright` that `init` writes: what the file leaves out has the newer defaults."""

_CLASS = shaped(r"[A-Za-z][A-Za-z0-9_ -]*", "a name of letters, digits, underscores, blanks and hyphens")
_WORD = shaped(r"[A-Za-z][A-Za-z0-9_]*", "a name of letters, digits and underscores")
_SUFFIX = shaped(r"[A-Za-z0-9_]*", "letters, digits and underscores")
_PATH = r"[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*"
_SUBFOLDER = shaped(rf"({_PATH})?", "a relative folder such as sdks/python, or empty")
_PACKAGE = shaped(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", "the name of a distribution such as acme-sdk")
_ENVIRONMENT = shaped(r"[A-Za-z_][A-Za-z0-9_]*", "a prefix of environment variables such as ACME")
_URL = shaped(r"https?://[!-~]+", "an address that begins with https:// or http://")
_SERVER = shaped(r"(https?:/)?/[!-~]*", "an address that begins with https://, http:// or /")
_FOLDER = shaped(r"(?![/~])[^\\:\x00-\x1f]+", "a folder relative to this file, such as ..")
_FILE = shaped(r"(?![/~])[^\\:\x00-\x1f]+", "a file relative to this one, such as overlay.yaml")
_TAG = shaped(r"[^\x00-\x1f]+", "the name of a tag")
_ROUTE = shaped(r"/[^\x00-\x20]*", "a path of the document such as /pets or /v1/**")
_INSIDE = shaped(_PATH, "a relative path inside the output folder")


_GENERATION: Mapping[str, Key] = {
    "sdkClassName": Sets("sdk_class_name", optional(_CLASS)),
    "maintainOpenAPIOrder": Sets("maintain_order", flag),
    "baseServerUrl": Sets("base_server_url", optional(_SERVER)),
    "baseServerURL": Renamed("generation.baseServerUrl"),
    "usageSnippets.optionalPropertyRendering": Sets("usage_values", member(UsageValues)),
    "usageSnippets.sdkInitStyle": Always(("constructor",), "examples show the constructor"),
    "useClassNamesForArrayFields": Sets("class_names_for_array_fields", flag),
    "fixes.nameResolutionDec2023": Always((True,), "names are resolved as since December 2023", flag),
    "fixes.nameResolutionFeb2025": Sets("name_resolution_feb2025", flag),
    "fixes.parameterOrderingFeb2024": Always((True,), "required arguments stand first", flag),
    "fixes.requestResponseComponentNamesFeb2024": Always((True,), "classes of components are named after them", flag),
    "fixes.securityFeb2025": Always((False,), "security is published as without this fix", flag),
    "fixes.sharedErrorComponentsApr2025": Always((True,), "an error component is one class wherever it is used"),
    "fixes.sharedNestedComponentsJan2026": Always((True,), "a nested component is one class wherever it is used"),
    "fixes.nameOverrideFeb2026": Always((True,), "a name override always counts"),
    "auth.oAuth2ClientCredentialsEnabled": Sets("oauth2_client_credentials", flag),
    "auth.oAuth2PasswordEnabled": Always((False,), "the client sends no user passwords; it takes an access token"),
    "auth.hoistGlobalSecurity": Sets("hoist_security", flag),
    "inferSSEOverload": Always((False,), "a method answers in one way, which the document's media types decide"),
    "deduplicateErrors": Always((True,), "an error component is one class wherever it is used"),
    "skipErrorSuffix": Sets("skip_error_suffix", flag),
    "requestBodyFieldName": Sets("request_body_field_name", optional(_WORD)),
    "schemas.allOfMergeStrategy": Sets("all_of_deep_merge", one_of("shallowMerge", "deepMerge")),
    "versioningStrategy": Sets("manual_versions", one_of("automatic", "manual")),
    "persistentEdits": Ignored("edits of generated files are not kept; _hooks/registration.py is yours"),
    "tests.generateTests": Always((False,), "no tests are generated into the SDK"),
    "tests.generateNewTests": Always((False,), "no tests are generated into the SDK"),
    "tests.skipResponseBodyAssertions": Ignored("no tests are generated into the SDK"),
    "mockServer.disabled": Always((True,), "no mock server is generated"),
    "telemetryEnabled": Always((False,), "nothing is told to anybody", flag),
    "devContainers": Ignored("no development container is generated"),
    "repoURL": Sets("repo_url", optional(_URL)),
    "repoSubDirectory": Sets("repo_folder", _SUBFOLDER),
    "sdkHooksConfigAccess": Always((True,), "hooks always see the configuration of the SDK"),
    "docs": Ignored("the docs are made by the rules of this generator; sdkwright.docs has its options"),
    # Of configVersion 1.0.0:
    "comments.disableComments": Always((False,), "what the document says stands in docstrings"),
    "comments.omitDescriptionIfSummaryPresent": Always((False,), "docstrings have summary and description"),
    "sdkFlattening": Ignored("groups are attributes of the root class"),
    "singleTagPerOp": Always((False,), "an operation stands in the group of each of its tags"),
    "tagNamespacingDisabled": Always((False,), "tags are groups"),
}

_PYTHON: Mapping[str, Key] = {
    "version": Sets("version", release),
    "packageName": Sets("package_name", optional(_PACKAGE)),
    "moduleName": Sets("module_name", optional(import_package)),
    "authors": Sets("authors", people),
    "author": Sets("authors", one_text),
    "description": Sets("description", prose),
    "license": Sets("license", optional(license_name), unknown_license),
    "homepage": Sets("homepage", optional(_URL)),
    "documentationUrl": Sets("documentation_url", optional(_URL)),
    "projectUrls": Sets("project_urls", pairs),
    "additionalDependencies.main": Sets("main_dependencies", requirements),
    "additionalDependencies.dev": Sets("dev_dependencies", requirements),
    "optionalDependencies": Sets("optional_dependencies", groups),
    "packageManager": Always(("uv", "poetry"), "pyproject.toml is written for every tool", one_of("uv", "poetry")),
    "asyncMode": Sets("async_split", one_of("both", "split")),
    "baseErrorName": Sets("base_error_name", optional(error_class)),
    "defaultErrorName": Sets("default_error_name", error_class),
    "clientServerStatusCodesAsErrors": Always((True,), "an answer with 4XX or 5XX is always raised", flag),
    "constFieldCasing": Sets("upper_constants", one_of("upper", "normal")),
    "enumFormat": Sets("enum_format", member(EnumFormat)),
    "enableCustomCodeRegions": Always((False,), "generated files have no regions of your own; use hooks"),
    "envVarPrefix": Sets("env_var_prefix", optional(_ENVIRONMENT)),
    "flattenGlobalSecurity": Sets("flatten_global_security", flag),
    "flattenRequests": Sets("flatten_requests", flag),
    "flatteningOrder": Sets("parameters_first", one_of("parameters-first", "body-first")),
    "flatAdditionalProperties": Ignored("further properties are read as attributes of the model"),
    "forwardCompatibleEnumsByDefault": Sets("open_enums", flag),
    "forwardCompatibleUnionsByDefault": Always(("tagged-only",), "a union with tags keeps the unknown ones"),
    "inferUnionDiscriminators": Always((True,), "a discriminator is inferred where values tell members apart"),
    "preApplyUnionDiscriminators": Always((True,), "a discriminator is looked at before the members are tried"),
    "imports.option": Always(("openapi",), "this is the only layout there is"),
    "imports.paths.callbacks": Always(("",), "the classes of callbacks stand with those of webhooks"),
    "imports.paths.errors": Sets("imports.errors", package_folder),
    "imports.paths.operations": Sets("imports.operations", package_folder),
    "imports.paths.shared": Sets("imports.shared", package_folder),
    "imports.paths.webhooks": Sets("imports.webhooks", package_folder),
    "inputModelSuffix": Sets("input_model_suffix", _SUFFIX),
    "outputModelSuffix": Sets("output_model_suffix", _SUFFIX),
    "inputTypedDictSuffix": Always(("TypedDict",), "the TypedDict twin of a class X is XTypedDict"),
    "maxMethodParams": Sets("max_method_params", count),
    "methodArguments": Always(("infer-optional-args",), "an argument is optional where the document says so"),
    "methodTimeoutArgument": Always(("timeout_ms",), "the argument is timeout_ms"),
    "methodTimeoutUnits": Always(("ms", "milliseconds"), "timeouts are in milliseconds"),
    "multipartArrayFormat": Sets("multipart_brackets", one_of("legacy", "standard")),
    "responseFormat": Sets("response_format", member(ResponseFormat)),
    "errorSchemaValidation": Always(("lenient",), "an error that does not fit its schema is the default error"),
    "responseSchemaValidation": Sets("response_validation", strictness),
    "rawResponseHelpers": Always((True,), "every SDK has with_raw_response"),
    "bodyVariantOverloads": Always((False,), "a body with variants is one argument of a union type"),
    "eventStreamClassNames.sync": Always(("EventStream",), "the class is EventStream"),
    "eventStreamClassNames.async": Always(("EventStreamAsync",), "the class is EventStreamAsync"),
    "sseFlatResponse": Ignored("what an event is, the schema of the stream says"),
    "httpClientLibrary": Sets("http_library", one_of("httpx", "httpx2")),
    "useAsyncHooks": Always((True,), "hooks can be async in every SDK"),
    "uuidFormat": Ignored("a UUID is text"),
    "durationFormat": Ignored("a duration is text"),
    "legacyPyright": Ignored("the SDK passes pyright as it is today"),
    "pytestTimeout": Ignored("no tests are generated into the SDK"),
    "pytestFilterWarnings": Ignored("no tests are generated into the SDK"),
    "allowedRedefinedBuiltins": Sets("allowed_builtins", optional_texts),
    "compileCommands": Ignored("nothing is compiled, and an option never names a command"),
    "templateVersion": Always(("v2",), "there is one set of templates"),
    "fixFlags.asyncPaginationSep2025": Always((True,), "paging is async in async methods"),
    "fixFlags.conflictResistantModelImportsFeb2026": Always((True,), "imports cannot conflict"),
    "fixFlags.responseRequiredSep2024": Sets("response_required", flag),
    # Of configVersion 1.0.0:
    "additionalDependencies.dependencies": Renamed("python.additionalDependencies.main"),
    "additionalDependencies.extraDependencies.dev": Renamed("python.additionalDependencies.dev"),
    "installationURL": Ignored("README installs the package by its name"),
    "published": Ignored("README installs the package by its name"),
}

_OWN: Mapping[str, Key] = {
    DEFAULTS: Always((1,), "1 stands for the defaults of a project without a file, of which there is one set", count),
    "base64": Sets("decodes", one_of("bytes", "text")),
    "answerHeaders": Sets("answer_headers", flag),
    "brackets": Sets("brackets", member(Brackets)),
    "composedClasses": Sets("composed_classes", flag),
    "docs.format": Sets("format", docs_format),
    "docs.style": Sets("docs_style", member(DocsStyle)),
    "docs.tables": Sets("tables", member(TableStyle)),
    "ledger": Sets("ledger", _INSIDE),
    "include": Sets("include", listed(_INSIDE)),
    "otherExtensions": Sets("other_extensions", flag),
    "excludeInternal": Sets("exclude_internal", flag),
    "includeTags": Sets("include_tags", listed(_TAG)),
    "includePaths": Sets("include_paths", listed(_ROUTE)),
    "excludeTags": Sets("exclude_tags", listed(_TAG)),
    "excludePaths": Sets("exclude_paths", listed(_ROUTE)),
    "nullableReferences": Sets("nullable_references", flag),
    REQUIRES: Sets("requires", optional(version_range)),
    "overlays": Sets("overlays", listed(_FILE)),
    "refRoot": Sets("ref_root", _FOLDER),
    "nullResults": Sets("null_results", flag),
    "names.draft": Sets("draft_names", flag),
    "names.groups": Sets("groups_by_path", one_of("tags", "paths")),
    "names.methods": Sets("short_methods", one_of("written", "short")),
    "strict": Sets("strict", flag),
}

KEYS: Mapping[str, Key] = {
    "configVersion": Always(("2.0.0",), "the file is read as version 2.0.0", text),
    "management": Ignored("it holds versions and checksums of the generator that wrote it"),
    "features": Ignored("it holds versions of the generator that wrote it"),
    **{f"generation.{key}": value for key, value in _GENERATION.items()},
    **{f"python.{key}": value for key, value in _PYTHON.items()},
    **{f"sdkwright.{key}": value for key, value in _OWN.items()},
}
"""Dotted path of a key -> what it does.  Every prefix of a path is a section: a mapping of further keys."""

CONVERSIONS: Mapping[str, Mapping[object, object]] = {
    "decodes": {"bytes": True, "text": False},
    "multipart_brackets": {"legacy": True, "standard": False},
    "manual_versions": {"manual": True, "automatic": False},
    "async_split": {"both": False, "split": True},
    "groups_by_path": {"tags": False, "paths": True},
    "short_methods": {"written": False, "short": True},
    "all_of_deep_merge": {"shallowMerge": False, "deepMerge": True},
    "upper_constants": {"upper": True, "normal": False},
    "parameters_first": {"parameters-first": True, "body-first": False},
}
"""Fields whose checked value stands for another one."""
