"""What the templates around the client print: packaging facts and lists of exported names, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdkwright.frozen import Frozen
from sdkwright.text.escape import docstring, string_literal, string_literals, toml
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import MODELS, NO_CODE, Export, Folder, OldName
from sdkwright.view.package import Author, Project, Sdk

_WIDTH = 88
"""Of the lines of generated modules; the project says it, so that formatters take no other that stands around it."""
_CLASSIFIERS = (
    "Intended Audience :: Developers",
    "Operating System :: OS Independent",
    "Programming Language :: Python :: 3",
    "Programming Language :: Python :: 3 :: Only",
    "Programming Language :: Python :: 3.11",
    "Programming Language :: Python :: 3.12",
    "Programming Language :: Python :: 3.13",
    "Programming Language :: Python :: 3.14",
    "Typing :: Typed",
)


class Url(Frozen):
    """One of the project's URLs: two TOML strings."""

    label: Code
    target: Code


class Extra(Frozen):
    """One extra and what it requires, as TOML strings."""

    name: Code
    dependencies: tuple[Code, ...]


class PackageView(Frozen):
    """The project as TOML strings and Python literals."""

    name: Code
    version: Code
    description: Code
    license: Code | None
    authors: tuple[Code, ...]
    classifiers: tuple[Code, ...]
    dependencies: tuple[Code, ...]
    dev_dependencies: tuple[Code, ...]
    extras: tuple[Extra, ...]
    urls: tuple[Url, ...]
    folder: Code
    included: tuple[Code, ...]
    in_namespace: bool
    project: Project
    title: Code
    version_literal: Code
    summary: Code
    roots: tuple[Code, ...]
    """The root class, or both."""
    root_literals: Code
    """The same as a tuple display."""
    packages: tuple[Code, ...]
    """Those that are attributes of the SDK's package."""
    submodules: Code
    exported: tuple[Code, ...]
    old: tuple[OldName, ...]
    renamed: Code | None
    """The map of old names to new ones, laid out at eight."""
    hands_on_models: bool
    """The classes of `models` are attributes of the SDK's package, too."""
    environment_prefix: Code
    module_literal: Code

    @classmethod
    def of(cls, sdk: Sdk) -> PackageView:
        """The view of one project."""
        project = sdk.project
        submodules = _submodules(sdk)
        roots = [name for name in (sdk.client.class_name, sdk.client.async_class) if name]
        names = sorted({"VERSION", "__title__", "__version__", *map(str, roots), *submodules})
        return cls(
            name=toml(project.package_name),
            version=toml(project.version),
            description=toml(project.description),
            license=_license(project),
            authors=tuple(map(_author, project.authors)),
            classifiers=tuple(toml(classifier) for classifier in _CLASSIFIERS),
            dependencies=tuple(toml(dependency) for dependency in project.dependencies),
            dev_dependencies=tuple(toml(dependency) for dependency in project.dev_dependencies),
            extras=tuple(Extra(toml(name), tuple(map(toml, wanted))) for name, wanted in project.extras),
            urls=tuple(Url(toml(label), toml(target)) for label, target in _urls(project)),
            folder=toml(project.root_folder),
            included=tuple(map(toml, project.included)),
            in_namespace=project.folder != project.root_folder,
            project=project,
            title=string_literal(project.package_name),
            version_literal=string_literal(project.version),
            summary=docstring([project.description]),
            roots=tuple(roots),
            root_literals=_tuple(roots),
            packages=tuple(map(Code, submodules)),
            submodules=_tuple(submodules),
            exported=tuple(string_literal(name) for name in names),
            old=sdk.client.old_classes,
            renamed=_renamed(sdk.client.old_classes),
            hands_on_models=_folders(sdk) == {MODELS} and not any(_is_model(sdk, name) for name in roots),
            environment_prefix=string_literal(project.environment_prefix),
            module_literal=string_literal(project.module_name),
        )


def _license(project: Project) -> Code | None:
    """An SPDX expression, or the older table for any other text (PEP 639)."""
    if project.license is None:
        return None
    text = toml(project.license)
    return text if project.license_is_expression else Code(f"{{ text = {text} }}")


def _author(author: Author) -> Code:
    """The inside of one table of `authors`."""
    mail = f", email = {toml(author.mail)}" if author.mail is not None else ""
    return Code(f"name = {toml(author.name)}{mail}")


def _submodules(sdk: Sdk) -> list[str]:
    """The packages that are attributes of the SDK's package."""
    return sorted({*(folder.segments[0] for folder in _folders(sdk)), "types", "utils"})


def _is_model(sdk: Sdk, name: Code) -> bool:
    """Whether a class of `models` is called `name`, as the root class is."""
    return any(model.class_name == name for module in sdk.modules for model in module.models)


def _folders(sdk: Sdk) -> set[Folder]:
    """Where classes are found."""
    return {MODELS, sdk.client.error_folder, *(model.folder for module in sdk.modules for model in module.models)}


def _urls(project: Project) -> Sequence[tuple[str | Prose, Prose]]:
    """Label and target of each, every label once."""
    known = (("Homepage", project.homepage), ("Documentation", project.documentation_url))
    urls: dict[str, Prose] = {label: url for label, url in known if url is not None}
    urls.update((label.raw, url) for label, url in project.urls)
    return list(urls.items())


def expected_pyproject(view: PackageView) -> dict[str, object]:
    """What `pyproject.toml` must say, worked out beside the template."""
    project = view.project
    facts: dict[str, object] = {
        "name": _read(project.package_name),
        "version": _read(project.version),
        "description": _read(project.description),
        "readme": "README.md",
        "requires-python": ">=3.11",
        "classifiers": list(_CLASSIFIERS),
        "dependencies": [_read(dependency) for dependency in project.dependencies],
    }
    if project.license is not None:
        written = _read(project.license)
        facts["license"] = written if project.license_is_expression else {"text": written}
    if project.authors:
        facts["authors"] = [
            {"name": _read(author.name), **({"email": _read(author.mail)} if author.mail is not None else {})}
            for author in project.authors
        ]
    if project.extras:
        facts["optional-dependencies"] = {
            _read(name): [_read(one) for one in wanted] for name, wanted in project.extras
        }
    urls = {_read(label): _read(target) for label, target in _urls(project)}
    if urls:
        facts["urls"] = urls
    groups = {"dev": [_read(dependency) for dependency in project.dev_dependencies]}
    return {
        "build-system": {"requires": ["hatchling>=1.27"], "build-backend": "hatchling.build"},
        "project": facts,
        **({"dependency-groups": groups} if groups["dev"] else {}),
        "tool": _tools(project),
    }


def _tools(project: Project) -> dict[str, object]:
    """The tables of build and check tools."""
    in_namespace = project.folder != project.root_folder
    pages = [f"/{name}.md" for name in ("README", "USAGE", "AGENTS", "MIGRATION", "CHANGELOG", "RELEASES")]
    included = ["/src", "/docs", *pages, "/pyproject.toml", *map(str, project.included)]
    targets = {"wheel": {"packages": [str(project.root_folder)]}, "sdist": {"include": included}}
    return {
        "hatch": {"build": {"ignore-vcs": True, "targets": targets}},
        "black": {"line-length": _WIDTH, "force-exclude": "/_runtime/"},
        "ruff": {
            "line-length": _WIDTH,
            "extend-exclude": ["_runtime", "**/_runtime/**"],
            "force-exclude": True,
            "format": {"exclude": ["*.md"]},
            "lint": {"select": ["E4", "E7", "E9", "F", "W", "B", "C4", "RET", "SIM", "PLE"]},
        },
        "mypy": {"strict": True, "mypy_path": "src", **({"explicit_package_bases": True} if in_namespace else {})},
        "pyright": {"typeCheckingMode": "strict", "include": ["src"]},
    }


def _read(text: str | Prose) -> str:
    """The text as a TOML reader gives it back: lone surrogates have no form there."""
    value = text.raw if isinstance(text, Prose) else str(text)
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)


# ---------------------------------------------------------------------------------------------------------- exports


class ExportsView(Frozen):
    """A package or a module whose names are loaded on first use."""

    summary: Code
    static: tuple[Code, ...]
    """Import statements for type checkers, indented by four."""
    modules: Code
    """The map of modules to names, laid out at eight."""
    old: tuple[OldName, ...] = ()
    renamed: Code | None = None
    """The map of old names to new ones, laid out at eight."""
    submodules: Code = NO_CODE
    """The packages that are attributes; empty where there are none."""
    dots: Code = MODELS.dots
    """The dots of the package of the SDK."""


def exports_view(
    summary: str,
    modules: Iterable[tuple[str, Sequence[str]]],
    old: tuple[OldName, ...] = (),
    packages: Sequence[str] = (),
    dots: Code = MODELS.dots,
) -> ExportsView:
    """The view of a lazy package: modules with the names they give, old names of these, and packages within."""
    listed = [(module, sorted(names)) for module, names in modules if names]
    within = (Code(f"from . import {name} as {name}") for name in packages)
    static = (*within, *(_static(module, names) for module, names in listed)) or (Code("pass"),)
    submodules = _tuple(packages) if packages else NO_CODE
    return ExportsView(docstring([summary]), static, _map(listed), old, _renamed(old), submodules, dots)


def handing_view(
    summary: Code, exports: Iterable[Export], dots: Code = MODELS.dots, *, at_once: bool = False
) -> ExportsView:
    """The view of what a module, no package, hands on from others beside it: the map leads one level up.  `at_once`
    the import statements are all there is, and not indented."""
    listed = [(str(export.module), list(map(str, export.names))) for export in exports]
    static = tuple(_static(module, names, 0 if at_once else 4) for module, names in listed)
    return ExportsView(summary, static, _map([(f".{module}", names) for module, names in listed]), dots=dots)


def _tuple(names: Sequence[str]) -> Code:
    """A tuple display of names."""
    comma = "," if len(names) == 1 else ""
    return Code("(" + ", ".join(string_literals(names)) + comma + ")")


def _renamed(old: Sequence[OldName]) -> Code | None:
    """The dict display of old names to new ones, one a line; nothing where there are none."""
    if not old:
        return None
    lines = "".join(f"            {string_literal(one.old)}: {string_literal(one.new)},\n" for one in old)
    return Code(f"{{\n{lines}        }}")


def _static(module: str, names: Sequence[str], indent: int = 4) -> Code:
    """`from .pet import Pet as Pet`: the spelling by which type checkers know a re-export."""
    pairs = [f"{name} as {name}" for name in names]
    line = f"from .{module} import {', '.join(pairs)}"
    if indent + len(line) <= _WIDTH:
        return Code(line)
    margin = " " * indent
    return Code(f"from .{module} import (\n{_rows(f'{margin}    ', pairs)}{margin})")


def _map(modules: Sequence[tuple[str, Sequence[str]]]) -> Code:
    """The dict display, one module a line."""
    if not modules:
        return Code("{}")
    lines: list[str] = []
    for module, names in modules:
        literals = string_literals(names)
        comma = "," if len(literals) == 1 else ""
        line = f"            {string_literal(module)}: ({', '.join(literals)}{comma}),"
        if len(line) > _WIDTH:
            line = f"            {string_literal(module)}: (\n{_rows(' ' * 16, literals)}            ),"
        lines.append(line)
    return Code("{\n" + "\n".join(lines) + "\n        }")


def _rows(margin: str, items: Sequence[str]) -> str:
    """One item a line."""
    between = f",\n{margin}"
    return f"{margin}{between.join(items)},\n"
