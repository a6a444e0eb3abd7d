"""The tables of the docs: parameters, fields, errors, enum values (docs-format rules 4, 6 and 8.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdkwright.docs.markdown import (
    code_span,
    markdown_cell,
    markdown_example,
    markdown_media_type,
    markdown_text,
    markdown_value,
)
from sdkwright.docs.table_layout import Padding, table
from sdkwright.docs.type_cells import SDK_PAGE, linked_type, python_type, type_cell
from sdkwright.frozen import Frozen
from sdkwright.text.fixed import CALL, Takes
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE, REMOVAL, DeprecationView, EnumValue, ExtraView, Field, TypeKind, TypeView
from sdkwright.view.package import Argument, Client, ClientArgument, Method

_REQUIRED = Code(":heavy_check_mark:")
_OPTIONAL = Code(":heavy_minus_sign:")
_NOTHING = Code("N/A")
_STRING = TypeView(TypeKind.SCALAR, Code("str"))
_OPTION_TYPES = {
    Takes.RETRIES: Code("[Optional[utils.RetryConfig]](../../models/utils/retryconfig.md)"),
    Takes.TEXT: type_cell(_STRING, required=False, up=SDK_PAGE),
}
"""Of the options of a call that have rows."""


class Row(Frozen):
    """One row of a table of fields; every text is ready for its cell."""

    name: Code
    type: Code
    required: bool
    description: Code = _NOTHING
    example: Code = NO_CODE


def fields_table(first: str, rows: Sequence[Row], padding: Padding) -> Code:
    """`first | Type | Required | Description`, and `Example` where a row has one."""
    with_example = any(row.example for row in rows)
    header = [Code(first), Code("Type"), Code("Required"), Code("Description")]
    cells = [[row.name, row.type, _REQUIRED if row.required else _OPTIONAL, row.description] for row in rows]
    if with_example:
        header.append(Code("Example"))
        for line, row in zip(cells, rows, strict=True):
            line.append(row.example)
    return table(header, cells, padding)


def parameters_table(method: Method, padding: Padding) -> Code:
    """The Parameters section: the method's own arguments, then what every call takes."""
    own = [method.security_argument] if method.security_argument is not None else []
    rows = [_argument_row(argument) for argument in (*own, *method.arguments) if argument.has_row]
    with_example = any(row.example for row in rows)
    rows.extend(
        Row(
            Code(f"`{one.name}`"),
            _OPTION_TYPES[one.takes],
            False,
            Code(one.shown),
            Code(one.example if with_example else ""),
        )
        for one in CALL
        if one.shown and (method.has_own_servers or not one.shown_with_servers)
    )
    return fields_table("Parameter", rows, padding)


def _argument_row(argument: Argument) -> Row:
    """One argument, marked as the published docs mark it."""
    required = argument.documented_as_required
    cell = type_cell(argument.type, required=required, up=SDK_PAGE)
    is_linked = argument.is_request and argument.type.kind is not TypeKind.MODEL
    return Row(
        _name(argument.name, None if argument.is_field else argument.deprecated),
        linked_type(argument.type) if is_linked else cell,
        required,
        _description(argument.description, argument.deprecated),
        _example(argument.examples),
    )


def model_table(fields: Iterable[Field], extra: ExtraView | None, up: Code, padding: Padding) -> Code:
    """The Fields section of an object; typed further properties beside fields are a row of their own.  `up` leads to
    `docs/`."""
    rows = [
        Row(
            _name(field.name, field.deprecated),
            type_cell(field.type, required=field.required, up=up),
            field.required,
            _description(field.description, field.deprecated),
            _example(field.examples),
        )
        for field in fields
    ]
    if extra is not None and rows:
        further = TypeView(TypeKind.DICT, args=(extra.value,))
        rows.append(Row(Code("`__pydantic_extra__`"), type_cell(further, required=False, up=up), False))
    return fields_table("Field", rows, padding)


def security_table(arguments: Iterable[ClientArgument], padding: Padding) -> Code:
    """The fields of `Security`: one per scheme, all optional unless it is what every call needs."""
    rows = [
        Row(
            _name(one.name, None),
            type_cell(_STRING, required=one.required, up=NO_CODE),
            one.required,
            example=_example(one.examples),
        )
        for one in arguments
    ]
    return fields_table("Field", rows, padding)


def globals_table(arguments: Iterable[ClientArgument], padding: Padding) -> Code:
    """The fields of `Globals`, which a call can say otherwise; its page lies one folder below the models."""
    rows = [
        Row(
            _name(argument.name, None),
            type_cell(argument.type or _STRING, required=False, up=SDK_PAGE),
            False,
            _description(argument.description, None),
            _example(argument.examples),
        )
        for argument in arguments
    ]
    return fields_table("Field", rows, padding)


def values_list(values: Iterable[EnumValue]) -> Code:
    """The values of literals, as Python writes them."""
    return Code("\n".join(f"- {code_span(value.value)}" for value in values))


def values_table(values: Iterable[EnumValue], padding: Padding) -> Code:
    """The Values section of an enum."""
    header = (Code("Name"), Code("Value"))
    return table(header, [(Code(f"`{value.name}`"), markdown_value(value.raw)) for value in values], padding)


def errors_table(method: Method, client: Client, padding: Padding) -> Code:
    """The Errors section; what no row names raises the default error, which is the last row."""
    header = (Code("Error Type"), Code("Status Code"), Code("Content Type"))
    rows = [
        (python_type(row.type), Code(", ".join(row.statuses)), markdown_media_type(row.content_type))
        for row in method.errors
    ]
    rows.append((default_error(client), Code("4XX, 5XX"), markdown_media_type(Prose("*/*"))))
    return table(header, rows, padding)


def default_error(client: Client) -> Code:
    """`models.APIError`."""
    return Code(f"{client.error_folder.name}.{client.default_error}")


def _name(name: Code, deprecated: DeprecationView | None) -> Code:
    """A name in backticks, struck through when it is deprecated."""
    return Code(f"~~`{name}`~~") if deprecated else Code(f"`{name}`")


def _description(text: Prose | None, deprecated: DeprecationView | None) -> Code:
    """The description, `N/A` without one, after the notice of a deprecation."""
    described = markdown_cell(text) if text is not None else Code("")
    if deprecated is None:
        return described or _NOTHING
    notice = f": warning: ** DEPRECATED **: {removal(deprecated)}"
    return Code("\n\n".join(part for part in (notice, described) if part))


def removal(deprecated: DeprecationView) -> Code:
    """The sentence about a deprecation, and the document's message after it."""
    message = markdown_text(deprecated.message) if deprecated.message else NO_CODE
    replacement = f"Use {code_span(deprecated.replacement.call)} instead." if deprecated.replacement else ""
    return Code(" ".join(part for part in (REMOVAL, message, replacement) if part))


def _example(examples: Sequence[Prose]) -> Code:
    """The example; several are numbered."""
    told = list(map(markdown_example, examples))
    if len(told) < 2:
        return told[0] if told else NO_CODE
    return Code("<br/>".join(f"**Example {number}:** {text}" for number, text in enumerate(told, 1)))
