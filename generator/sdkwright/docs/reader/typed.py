"""What is told of one class: on a page of its own, or in a section of the page where it is inline."""

from __future__ import annotations

from sdkwright.docs.markdown import code_span, code_spans
from sdkwright.docs.reader.rows import PageTypes, notice
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, EnumModel, Model, ObjectModel, UnionModel
from sdkwright.view.reference import model_key


class TypeSection(Frozen):
    """One class, ready to print."""

    heading: Code
    notice: Code
    description: Code
    fields: Code
    values: Code
    members: Code
    relatives: Code


def type_section(types: PageTypes, model: Model, heading: Code) -> TypeSection:
    """The section of an inline class, whose heading has the anchor already."""
    return told(types, model, heading, level=4)


def told(types: PageTypes, model: Model, heading: Code, level: int) -> TypeSection:
    """Everything about `model`; headings in its description begin at `level`."""
    description = types.rich(model.description, level) if model.description is not None else NO_CODE
    deprecated = None if isinstance(model, UnionModel) else model.deprecated
    return TypeSection(
        heading=heading,
        notice=notice(deprecated) if deprecated is not None else NO_CODE,
        description=description,
        fields=types.fields(model) if isinstance(model, ObjectModel) else NO_CODE,
        values=_values(types, model) if isinstance(model, EnumModel) else NO_CODE,
        members=_members(types, model) if isinstance(model, UnionModel) else NO_CODE,
        relatives=_relatives(types, model),
    )


def _values(types: PageTypes, model: EnumModel) -> Code:
    """The values, how they are written, and what they mean where the document says so."""
    meanings = types.places.facts(model_key(model)).meanings or (None,) * len(model.values)
    header, columns = [Code("Value")], [code_spans([value.value for value in model.values])]
    if model.alias is None:
        header.insert(0, Code("Member"))
        columns.insert(0, [Code(f"`{model.class_name}.{value.name}`") for value in model.values])
    if any(meanings):
        header.append(Code("Meaning"))
        columns.append([types.cell(meaning) if meaning is not None else NO_CODE for meaning in meanings])
    return table(header, [*zip(*columns, strict=True)], Padding.NONE) if model.values else NO_CODE


def _members(types: PageTypes, model: UnionModel) -> Code:
    """The types of which a value is one."""
    tag = types.places.facts(model_key(model)).tag
    head = "One of these" + (f", told apart by {code_span(tag)}" if tag is not None else "") + ":"
    return Code("\n".join([head, "", *(f"- {types.text(member)}" for member in model.members)]))


def _relatives(types: PageTypes, model: Model) -> Code:
    """What may stand in the place of an object."""
    if not isinstance(model, ObjectModel) or model.family is None:
        return NO_CODE
    return Code(", ".join(types.text(member) for member in model.family.members))
