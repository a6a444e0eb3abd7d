"""Which file comes from which template and which part of the view: the table of the package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkwright.render.marks import GENERATED
from sdkwright.render.package import ExportsView, PackageView, exports_view, handing_view
from sdkwright.text.kinds import Code
from sdkwright.view.models import ERRORS_STEM, NO_CODE, ErrorClass, ModelModule
from sdkwright.view.package import Client, Resource, Sdk

_TREE = ("ResponseValidationError", "NoResponseError")


@dataclass(frozen=True, slots=True)
class Row:
    """One file: where it stands, the template, and what the template calls `page`."""

    path: str
    template: str
    view: object
    is_users: bool = False
    """It is written once, and then the user's."""

    @property
    def head(self) -> str:
        """What stands above the text."""
        return "" if self.is_users or not self.path.endswith(".py") else GENERATED


@dataclass(frozen=True, slots=True)
class RootView:
    """The root class and its constructor."""

    resource: Resource
    client: Client


@dataclass(frozen=True, slots=True)
class ResourceView:
    """One resource class."""

    resource: Resource


@dataclass(frozen=True, slots=True)
class ModelView:
    """One module of models, and what it hands on."""

    module: ModelModule
    exports: ExportsView | None


@dataclass(frozen=True, slots=True)
class ErrorsView:
    """The error tree."""

    base_error: Code
    default_error: Code
    errors: tuple[ErrorClass, ...]
    data_imports: tuple[Code, ...]


def rows(sdk: Sdk) -> Iterator[Row]:
    """Every rendered file of the project but the pages of the docs."""
    package = PackageView.of(sdk)
    root = f"src/{sdk.project.module_name}"
    yield Row("pyproject.toml", "package/pyproject.toml", package)
    yield Row(".gitattributes", "package/gitattributes", None)
    yield Row(f"{root}/py.typed", "package/py.typed", None)
    yield Row(f"{root}/__init__.py", "package/init.py", package)
    yield Row(f"{root}/_version.py", "package/version.py", package)
    yield Row(f"{root}/types/__init__.py", "package/types.py", None)
    yield Row(f"{root}/utils/__init__.py", "package/utils.py", None)
    yield Row(f"{root}/utils/eventstreaming.py", "package/eventstreaming.py", None)
    yield Row(f"{root}/_hooks/__init__.py", "package/hooks_init.py", None)
    yield Row(f"{root}/_hooks/registration.py", "package/registration.py", None, is_users=True)
    for resource in sdk.resources:
        if resource.is_root:
            yield Row(f"{root}/{resource.module}.py", "package/sdk.py", RootView(resource, sdk.client))
        else:
            yield Row(f"{root}/{resource.module}.py", "package/resource.py", ResourceView(resource))
    for module in sdk.modules:
        exports = handing_view(NO_CODE, module.exports) if module.exports else None
        yield Row(f"{root}/models/{module.stem}.py", "package/model.py", ModelView(module, exports))
        if module.has_typed_dicts:
            yield Row(f"{root}/models/{module.stem}_typed.py", "package/typed_dicts.py", module)
    for handing in sdk.handing_modules:
        view = handing_view(handing.docstring, handing.exports)
        yield Row(f"{root}/models/{handing.stem}.py", "package/exports.py", view)
    yield from _error_rows(sdk, root)


def _error_rows(sdk: Sdk, root: str) -> Iterator[Row]:
    """The packages of models and errors, and the error tree in one of them."""
    client = sdk.client
    namespace = str(client.error_namespace)
    up = "..models." if namespace == "errors" else "."
    imports = tuple(Code(f"from {up}{e.data_module} import {e.data_class}") for e in client.errors)
    tree = ErrorsView(client.base_error, client.default_error, client.errors, imports)
    yield Row(f"{root}/{namespace}/{ERRORS_STEM}.py", "package/errors.py", tree)
    yield Row(f"{root}/models/__init__.py", "package/exports.py", _models_view(sdk))
    if namespace == "errors":
        yield Row(f"{root}/errors/__init__.py", "package/exports.py", _errors_view(sdk))


def _tree_names(sdk: Sdk) -> list[str]:
    client = sdk.client
    return [client.base_error, client.default_error, *_TREE, *(e.class_name for e in client.errors)]


def _models_view(sdk: Sdk) -> ExportsView:
    """Every class of the package `models`, by module."""
    modules: list[tuple[str, list[str]]] = []
    if sdk.client.error_namespace == "models":
        modules.append((ERRORS_STEM, _tree_names(sdk)))
    for module in sdk.modules:
        modules.append((module.stem, [model.class_name for model in module.models]))
        twins = [one.typed_dict for one in (*module.typed_objects, *module.typed_mappings)]
        twins.extend(one.typed_dict for one in module.typed_unions)
        modules.append((f"{module.stem}_typed", list(map(str, twins))))
    return exports_view("Models and errors of the API, loaded on first use.", modules, sdk.old_models)


def _errors_view(sdk: Sdk) -> ExportsView:
    """The error tree and the models of its data."""
    modules: dict[str, list[str]] = {ERRORS_STEM: _tree_names(sdk)}
    for error in sdk.client.errors:
        modules.setdefault(f".models.{error.data_module}", []).append(error.data_class)
    return exports_view("Errors of the API, loaded on first use.", modules.items(), sdk.old_errors)
