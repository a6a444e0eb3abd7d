"""The packaging facts of the SDK: `pyproject.toml` and what README needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sdkwright.options.metadata import is_expression
from sdkwright.options.model import Config
from sdkwright.plan.context import Context
from sdkwright.plan.python.docstrings import prose
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.package import Author, Project

RUNTIME_DEPENDENCIES = {
    "httpx2": ("httpx2>=2.0.0", "pydantic>=2.13.0", "typing-extensions>=4.14.1", "anyio>=4.5.0"),
    "httpx": ("httpx>=0.27.0", "pydantic>=2.13.0", "typing-extensions>=4.14.1", "anyio>=4.5.0"),
}
"""By HTTP library.  `requirements/lowest.in` repeats them: the tests run with these versions, too."""
_WEB_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_AUTHOR = re.compile(r"(?P<name>[^<>]*?) ?<(?P<mail>[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9][A-Za-z0-9.-]*)>")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+!_-]*")


def project(context: Context, history: Sequence[str] = ()) -> Project:
    """The project; text of the document that does not fit a field's grammar has a plain fallback."""
    config, api, names = context.config, context.api, context.names
    subject = api.title if api.title.casefold().endswith("api") else f"{api.title} API"
    description = config.description or f"Python Client SDK for the {subject}."
    authors = config.authors or (api.title,)
    version = config.version if _VERSION.fullmatch(config.version) else "0.0.1"
    urls = [*config.project_urls, *([("Repository", config.repo_url)] if config.repo_url else [])]
    return Project(
        package_name=Code(names.package),
        module_name=Code(names.module),
        version=Code(version),
        description=Prose(" ".join(description.split())),
        authors=tuple(_author(" ".join(author.split())) for author in authors),
        license=Prose(config.license) if config.license else None,
        files_url=Prose(f"{_files_url(config, version)}/") if config.repo_url else None,
        history=tuple(map(Code, history)),
        license_is_expression=config.license is not None and is_expression(config.license),
        homepage=Prose(config.homepage) if config.homepage else None,
        documentation_url=_documentation(context),
        urls=tuple((Prose(label), Prose(url)) for label, url in urls),
        dependencies=tuple(map(Code, (*RUNTIME_DEPENDENCIES[config.http_library], *further(config.main_dependencies)))),
        dev_dependencies=tuple(map(Code, further(config.dev_dependencies))),
        http_library=Code(config.http_library),
        environment_prefix=Code(names.environment_prefix),
        api_title=Prose(api.title),
        api_description=prose(api.description),
        documentation_label=_label(context),
        included=tuple(Code(f"/{path}") for path in config.include),
        extras=tuple((Code(name), tuple(map(Code, further(wanted)))) for name, wanted in config.optional_dependencies),
    )


def _files_url(config: Config, version: str) -> str:
    """The folder of the SDK on the web under the tag of its version, as GitHub and those that follow it spell it."""
    root = (config.repo_url or "").removesuffix("/").removesuffix(".git")
    return f"{root}/blob/v{version}/{config.repo_folder}".removesuffix("/")


def _author(written: str) -> Author:
    """`Name <mail>` is a name and an address, as in other package files; anything else is a name."""
    found = _AUTHOR.fullmatch(written)
    if found is None:
        return Author(Prose(written))
    return Author(Prose(found["name"] or found["mail"]), Prose(found["mail"]))


def _documentation(context: Context) -> Prose | None:
    """What the options name, else the document's external documentation where that is an address of the web."""
    docs = context.api.external_docs
    written = context.config.documentation_url or (docs.url if docs is not None else "")
    return Prose(written) if _WEB_ADDRESS.fullmatch(written) else None


def _label(context: Context) -> Prose | None:
    docs = context.api.external_docs
    return prose(docs.description) if docs is not None else None


def further(dependencies: tuple[tuple[str, str], ...]) -> list[str]:
    """`additionalDependencies`: names with version specifiers; `^1.2` is written as poetry means it."""
    return [_requirement(name, specifier) for name, specifier in dependencies]


def _requirement(name: str, versions: str) -> str:
    """One requirement; what the options may say has been checked when they were read."""
    versions, _, marker = (part.strip() for part in versions.partition(";"))
    if marker:
        return f"{_requirement(name, versions)}; {marker}"
    if versions in ("", "*"):
        return name
    if versions[0] == "^" or (versions[0] == "~" and versions[1] != "="):
        return f"{name}>={versions[1:]}{_below(versions[0], versions[1:])}"
    return f"{name}{versions if versions[0] in '<>=!~' else '==' + versions}"


def _below(mark: str, low: str) -> str:
    """The end of poetry's ranges: `^1.2` lets the first number that is not 0 stand, `~1.2` the first two."""
    parts = low.split(".")
    if not all(part.isdecimal() for part in parts):
        return ""
    numbers = [int(part) for part in parts]
    significant = next((index for index, number in enumerate(numbers) if number), len(numbers) - 1)
    kept = significant if mark == "^" else min(1, len(numbers) - 1)
    return ",<" + ".".join(str(number) for number in [*numbers[:kept], numbers[kept] + 1])
