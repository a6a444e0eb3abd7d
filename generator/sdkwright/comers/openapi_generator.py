"""The configuration of openapi-generator: a file for one generator, or `openapitools.json` for several."""

from __future__ import annotations

from typing import Final

from sdkwright.comers.given import Given, quoted
from sdkwright.normalise.nodes import mapping
from sdkwright.openapi.data import Json

NAME: Final = "openapi-generator"
_PLACES: Final = ((), ("additionalProperties",), ("configOptions",))
"""Where the options of a target may stand, below those of the run."""
_NAMES: Final = (
    ("python.moduleName", "packageName"),
    ("python.packageName", "projectName"),
    ("python.version", "packageVersion"),
    ("python.homepage", "packageUrl"),
    ("python.license", "licenseInfo"),
)


_TARGETS: Final = {
    "modelNameMappings": "$.components.schemas[{}]",
    "operationIdNameMappings": "$.paths.*[?@.operationId == {}]",
    "nameMappings": "$.components.schemas.*.properties[{}]",
    "parameterNameMappings": "$.paths..parameters[?@.name == {}]",
}
"""By the mapping: the JSONPath (RFC 9535) of what gets the other name, with the string literal to put into it."""


def is_ours(given: Given) -> bool:
    """Whether it names a generator or a document as that tool does, or is of its wrapper."""
    return not {"generatorName", "inputSpec", "generator-cli"}.isdisjoint(given.root) or (
        "packageName" in given.root and "class_overrides" not in given.root
    )


def document(given: Given) -> str | None:
    """`inputSpec`."""
    found = given.look(*_base(given), "inputSpec")
    return found if isinstance(found, str) else None


def read(given: Given, described: Json) -> None:
    """Names of the package, and all mappings of names."""
    base = _base(given)
    given.take(*base, "inputSpec")
    if str(given.look(*base, "generatorName") or "python").startswith("python"):
        given.take(*base, "generatorName")
    for key, name in _NAMES:
        for place in _PLACES:
            given.set(key, given.look(*base, *place, name), *base, *place, name)
    module = next((found for place in _PLACES if (found := given.look(*base, *place, "packageName"))), "openapi_client")
    given.set("python.moduleName", module)
    given.set("python.packageName", str(module).replace("_", "-"))
    given.set("python.enumFormat", "enum")
    _repository(given, base)
    _authors(given, base)
    _mappings(given, base)
    _told(given, base)


def _base(given: Given) -> tuple[str, ...]:
    """Where the options stand: in `openapitools.json` below the name of the first generator for Python."""
    above = ("generator-cli", "generators")
    names = given.keys(*above)
    for_python = (name for name in names if str(given.look(*above, name, "generatorName")).startswith("python"))
    found = next(for_python, None)
    return () if found is None else (*above, found)


def _repository(given: Given, base: tuple[str, ...]) -> None:
    user, name = (given.look(*base, key) for key in ("gitUserId", "gitRepoId"))
    if isinstance(user, str) and isinstance(name, str):
        host = given.text(*base, "gitHost") or "github.com"
        given.take(*base, "gitUserId")
        given.set("generation.repoURL", f"https://{host}/{user}/{name}", *base, "gitRepoId")


def _authors(given: Given, base: tuple[str, ...]) -> None:
    for place in _PLACES:
        name, mail = (given.look(*base, *place, key) for key in ("infoName", "infoEmail"))
        if isinstance(name, str) and isinstance(mail, str):
            given.take(*base, *place, "infoEmail")
            given.set("python.authors", [f"{name} <{mail}>"], *base, *place, "infoName")
        elif isinstance(name, str):
            given.set("python.authors", [name], *base, *place, "infoName")


def _mappings(given: Given, base: tuple[str, ...]) -> None:
    """`modelNameMappings` and its like: from the name in the document to the one in the client."""
    for key, target in _TARGETS.items():
        for old, new in mapping(given.look(*base, key)).items():
            if isinstance(new, str) and new:
                given.take(*base, key, old)
                given.act(target.format(quoted(old)), {"x-speakeasy-name-override": new})


def _told(given: Given, base: tuple[str, ...]) -> None:
    for key, why in (
        ("outputDir", "the folder is `--out`, which the Makefile says"),
        ("output", "the folder is `--out`, which the Makefile says"),
        ("templateDir", "templates are not replaced here; use hooks, modules of your own and subclasses"),
        ("ignoreFileOverride", "`.genignore` in the output folder keeps files yours"),
        ("globalProperties", "models, methods, pages and the project are generated together"),
        ("schemaMappings", "no class is taken from elsewhere"),
        ("importMappings", "no class is taken from elsewhere"),
        ("typeMappings", "types are those of the document"),
        ("enumNameMappings", "write `x-speakeasy-enums` beside the `enum`, in an overlay"),
        ("inlineSchemaNameMappings", "write `x-speakeasy-name-override` beside the inline schema, in an overlay"),
        ("openapiNormalizer", "the document is read as it is; `--include-tag` and its like make a part of it"),
        ("removeOperationIdPrefix", "`sdkwright.names.methods: short` leaves out what route and group say already"),
        ("library", "every SDK is sync and async, over httpx2 or httpx (`python.httpClientLibrary`)"),
        ("apiPackage", "the layout of the package is the same in all SDKs"),
        ("modelPackage", "the layout of the package is the same in all SDKs"),
        ("hideGenerationTimestamp", "nothing generated has a time in it"),
        ("generateSourceCodeOnly", "the whole project is generated; publish what you like of it"),
        ("generatorName", "only Python is generated"),
    ):
        for place in _PLACES:
            given.tell(why, *base, *place, key)
