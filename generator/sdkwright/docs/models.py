"""The pages of the models: objects, enums, unions, security and globals (docs-format rules 1 and 8.4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from sdkwright.docs.markdown import code_span, markdown_rich
from sdkwright.docs.snippets import enum_sample
from sdkwright.docs.table_layout import Padding
from sdkwright.docs.tables import globals_table, model_table, removal, security_table, values_list, values_table
from sdkwright.docs.type_cells import python_type
from sdkwright.frozen import Frozen, replace
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import (
    NO_CODE,
    DeprecationView,
    EnumModel,
    Model,
    ModelModule,
    ModelRole,
    ObjectModel,
    UnionModel,
)
from sdkwright.view.package import Page, Sdk

_OBJECT = "docs/object.md"
_ENUM = "docs/enum.md"
_UNION = "docs/union.md"


class TablePage(Frozen):
    """A page of one table: an object, security or globals."""

    title: Code
    description: Code
    table: Code


class EnumPage(Frozen):
    """The page of an enum: its values as a table, or as a list."""

    title: Code
    description: Code
    table: Code
    values: Code = NO_CODE
    is_open: bool = False
    """The page says that there may be other values."""
    sample: Code = NO_CODE


class UnionMember(Frozen):
    """One of the types that a union can be, in Python syntax."""

    heading: Code
    code: Code


class UnionPage(Frozen):
    """A page of the types that a union can be."""

    title: Code
    description: Code
    members: tuple[UnionMember, ...]


def model_pages(sdk: Sdk, modules: Iterable[ModelModule], padding: Padding) -> Iterable[Page]:
    """One page for every model of `modules` that the API refers to, in their order."""
    for module in modules:
        for model in module.models:
            if model.class_name not in sdk.undocumented:
                yield replace(_model_page(sdk, model, padding), of=module.stem)


def fixed_pages(sdk: Sdk) -> Iterable[Page]:
    """The pages of what is the same in every SDK."""
    if sdk.metadata_folder is not None:
        yield Page(f"docs/{sdk.metadata_folder.path}/httpmetadata.md", "docs/httpmetadata.md", None)
    yield Page("docs/models/utils/retryconfig.md", "docs/retryconfig.md", None)


def _model_page(sdk: Sdk, model: Model, padding: Padding) -> Page:
    """The page of one model."""
    client = sdk.client
    path = f"docs/{model.folder.path}/{model.page}.md"
    match model:
        case ObjectModel(role=ModelRole.SECURITY):
            table = security_table(client.security_arguments, padding)
            return Page(path, _OBJECT, TablePage(model.class_name, NO_CODE, table))
        case ObjectModel(role=ModelRole.GLOBALS):
            path = f"docs/models/internal/{model.page}.md"
            return Page(path, _OBJECT, TablePage(model.class_name, NO_CODE, globals_table(client.globals, padding)))
        case ObjectModel():
            return Page(path, _OBJECT, _object_page(model, padding))
        case EnumModel():
            return Page(path, _ENUM, _enum_page(sdk, model, padding))
        case UnionModel():
            title = model.error_class or model.class_name
            spelt = map(python_type, model.members)
            members = tuple(UnionMember(code_span(code), code) for code in spelt)
            return Page(path, _UNION, UnionPage(title, _text(model.description), members))
        case _:
            assert_never(model)


def _object_page(model: ObjectModel, padding: Padding) -> TablePage:
    """The page of an object; that of a declared error bears the name of its exception."""
    title = model.error_class or model.class_name
    description = _text(model.description)
    return TablePage(
        *_noticed(title, description, model.deprecated),
        model_table(model.fields, model.extra, model.folder.up, padding),
    )


def _enum_page(sdk: Sdk, model: EnumModel, padding: Padding) -> EnumPage:
    """The page of an enum; formats that have a sample list literals."""
    description = _text(model.description)
    title, told = _noticed(model.class_name, description, model.deprecated)
    table = values_table(model.values, padding)
    if not sdk.style.enum_samples or not model.values:
        return EnumPage(title, told, table)
    is_literal = model.alias is not None
    values = values_list(model.values) if is_literal else NO_CODE
    return EnumPage(title, told, table, values, bool(is_literal and model.keeper), enum_sample(sdk, model))


def _noticed(title: Code, description: Code, deprecated: DeprecationView | None) -> tuple[Code, Code]:
    """Title and description; a deprecated class is struck, and its page says so."""
    if deprecated is None:
        return title, description
    notice = f"> :warning: **DEPRECATED**: {removal(deprecated)}"
    return Code(f"~~{title}~~"), Code("\n\n".join(part for part in (description, notice) if part))


def _text(description: Prose | None) -> Code:
    """The description as Markdown, empty without one."""
    return markdown_rich(description) if description is not None else Code("")
