"""Which file comes from which template and which part of the view: the table of the package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sdkwright.frozen import Frozen
from sdkwright.render.package import ExportsView, PackageView, exports_view, handing_view
from sdkwright.render.runtime import GENERATED
from sdkwright.text.kinds import Code
from sdkwright.view.models import (
    ERRORS_STEM,
    MODELS,
    NO_CODE,
    EnumModel,
    ErrorClass,
    Export,
    Folder,
    Model,
    ModelModule,
)
from sdkwright.view.package import Client, Resource, Sdk

_TREE = {"ResponseValidationError": "responsevalidationerror", "NoResponseError": "no_response_error"}
"""Errors of every SDK, and the modules in which published SDKs have them."""


class Row(Frozen):
    """One file: where it stands, the template, and what the template calls `page`."""

    path: str
    template: str
    view: object
    is_users: bool = False
    """It is written once, and then the user's."""
    of: Code = NO_CODE
    """The module of models that it shows, by its stem; empty where it shows more."""

    @property
    def head(self) -> str:
        """What stands above the text."""
        return "" if self.is_users or not self.path.endswith(".py") else GENERATED


class RootView(Frozen):
    """The root class and its constructor."""

    resource: Resource
    client: Client


class ResourceView(Frozen):
    """One resource class."""

    resource: Resource


class ModelView(Frozen):
    """One module of models, and what it hands on."""

    module: ModelModule
    exports: ExportsView | None


class ErrorsView(Frozen):
    """The error tree."""

    base_error: Code
    default_error: Code
    errors: tuple[ErrorClass, ...]
    data_imports: tuple[Code, ...]
    dots: Code
    """The dots of the package of the SDK."""


def rows(sdk: Sdk, without: Collection[Code] = ()) -> Iterator[Row]:
    """Every rendered file of the project but the pages of the docs, and those of the modules of models `without`."""
    root = sdk.project.folder
    yield from _package_rows(sdk, root)
    yield from own_rows(sdk, sdk.resources, (module for module in sdk.modules if module.stem not in without))
    yield errors_row(sdk)
    package = PackageView.of(sdk)
    yield Row("pyproject.toml", "package/pyproject.toml", package)
    yield Row(".gitattributes", "package/gitattributes", None)
    yield Row(f"{root}/py.typed", "package/py.typed", None)
    yield Row(f"{root}/__init__.py", "package/init.py", package)
    yield Row(f"{root}/_version.py", "package/version.py", package)
    yield Row(f"{root}/types/__init__.py", "package/types.py", None)
    yield Row(f"{root}/types/basemodel.py", "package/basemodel.py", None)
    yield Row(f"{root}/utils/__init__.py", "package/utils.py", None)
    yield Row(f"{root}/utils/eventstreaming.py", "package/eventstreaming.py", None)
    yield Row(f"{root}/utils/logger.py", "package/logger.py", package)
    yield Row(f"{root}/utils/retries.py", "package/retries.py", None)
    yield Row(f"{root}/basesdk.py", "package/basesdk.py", None)
    yield Row(f"{root}/httpclient.py", "package/httpclient.py", None)
    yield Row(f"{root}/_hooks/__init__.py", "package/hooks_init.py", None)
    yield Row(f"{root}/_hooks/types.py", "package/hooks_types.py", None)
    yield Row(f"{root}/_hooks/registration.py", "package/registration.py", None, is_users=True)
    for handing in sdk.handing_modules:
        view = handing_view(handing.docstring, handing.exports, at_once=handing.at_once)
        template = "package/handed.py" if handing.at_once else "package/exports.py"
        yield Row(f"{root}/models/{handing.stem}.py", template, view)


def own_rows(sdk: Sdk, resources: Iterable[Resource], modules: Iterable[ModelModule]) -> Iterator[Row]:
    """The modules of some of the classes of `sdk`, and of some of its models."""
    root = sdk.project.folder
    for resource in resources:
        if resource.is_root:
            yield Row(f"{root}/{resource.module}.py", "package/sdk.py", RootView(resource, sdk.client))
        else:
            yield Row(f"{root}/{resource.module}.py", "package/resource.py", ResourceView(resource))
    for module in modules:
        exports = handing_view(NO_CODE, module.exports) if module.exports else None
        yield Row(f"{root}/models/{module.stem}.py", "package/model.py", ModelView(module, exports), of=module.stem)
        if module.has_typed_dicts:
            yield Row(f"{root}/models/{module.stem}_typed.py", "package/typed_dicts.py", module, of=module.stem)


def errors_row(sdk: Sdk) -> Row:
    """The error tree: of the files of no single class or model the one that shows texts of the document."""
    client = sdk.client
    place = client.error_folder
    imports = tuple(Code(f"from {_from(place, e.data_module)} import {e.data}") for e in client.errors)
    tree = ErrorsView(client.base_error, client.default_error, client.errors, imports, place.dots)
    return Row(f"{sdk.project.folder}/{place.path}/{ERRORS_STEM}.py", "package/errors.py", tree)


def _package_rows(sdk: Sdk, root: str) -> Iterator[Row]:
    """The packages in which classes are found."""
    packages = _packages(sdk)
    for folder, modules in packages.items():
        within = [other.name for other in packages if other.above == folder]
        names = {name for listed in modules.values() for name in listed}
        old = tuple(dict.fromkeys(one for one in (*sdk.old_models, *sdk.old_errors) if one.new in names))
        listed = ((module.removeprefix("."), names) for module, names in modules.items())
        view = exports_view(_SAID.get(folder.path, _OTHERS), listed, old, within, folder.dots)
        yield Row(f"{root}/{folder.path}/__init__.py", "package/exports.py", view)
    yield from _error_modules(sdk, root)


def _error_modules(sdk: Sdk, root: str) -> Iterator[Row]:
    """The modules in which published SDKs have their errors, where none of that name is there anyway."""
    client, place = sdk.client, sdk.client.error_folder
    beside = place == MODELS
    taken = {str(one.stem) for one in sdk.modules if beside} | {str(one.stem) for one in sdk.handing_modules if beside}
    fixed = {str(name): str(name).lower() for name in (client.base_error, client.default_error)}
    data = {
        str(model.error_class): (module, model)
        for module in sdk.modules
        for model in module.models
        if not isinstance(model, EnumModel) and model.error_class is not None
    }
    for name, stem in {**fixed, **_TREE, **{name: str(model.page) for name, (_, model) in data.items()}}.items():
        exports = [Export(Code(ERRORS_STEM), (Code(name),))]
        if name in data:
            module, model = data[name]
            home = _from(place, module.stem).removeprefix(".")
            exports.append(Export(Code(home), (model.class_name,)))
            if model.typed_dict:
                exports.append(Export(Code(f"{home}_typed"), (model.typed_dict,)))
        if stem not in taken:
            view = handing_view(NO_CODE, exports, place.dots)
            yield Row(f"{root}/{place.path}/{stem}.py", "package/exports.py", view)


_SAID = {
    "models": "Models and errors of the API, loaded on first use.",
    "errors": "Errors of the API, loaded on first use.",
}
_OTHERS = "Classes of the API, loaded on first use."


def _packages(sdk: Sdk) -> Mapping[Folder, Mapping[str, Sequence[str]]]:
    """Every package in which classes are found, with what it gives by module.

    All classes are found in `models`, where they are defined; the error tree is found where it stands."""
    tree = [sdk.client.base_error, sdk.client.default_error, *_TREE, *(e.class_name for e in sdk.client.errors)]
    found: defaultdict[Folder, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    found[sdk.client.error_folder][f".{ERRORS_STEM}"].extend(map(str, tree))
    for module in sdk.modules:
        given: dict[Folder, list[Model]] = {MODELS: [*module.models, *module.families]}
        for model in given[MODELS]:
            if model.folder != MODELS:
                given.setdefault(model.folder, []).append(model)
        for folder, models in given.items():
            classes = [str(model.class_name) for model in models]
            mappings = [str(one.typed_dict) for one in models if not isinstance(one, EnumModel) and one.typed_dict]
            for stem, names in ((module.stem, classes), (f"{module.stem}_typed", mappings)):
                found[folder][_from(folder, stem)] += names
    for folder in {MODELS, sdk.metadata_folder} if sdk.metadata_folder is not None else ():
        found[folder][f"{folder.dots}_runtime.envelope"].extend(("HTTPMetadata", "HTTPMetadataTypedDict"))
    for folder in list(found):
        for end in range(1, len(folder.segments)):
            found.setdefault(Folder(folder.segments[:end]), defaultdict(list))
    return dict(sorted(found.items()))


def _from(folder: Folder, stem: str) -> str:
    """How a module of `folder` names the module `stem` of `models`."""
    return f".{stem}" if folder == MODELS else f"{folder.dots}{MODELS.name}.{stem}"
