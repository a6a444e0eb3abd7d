"""The tables of the reader's pages: arguments and fields, what is inline in them expanded in place."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.limits import told
from sdkwright.docs.reader.text.inline import Find
from sdkwright.docs.reader.text.sinks import cell, rich
from sdkwright.docs.reader.types import Section, error_text, type_text
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.places import Place, Places
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE, DeprecationView, Model, ObjectModel, TypeKind, TypeView
from sdkwright.view.package import Argument
from sdkwright.view.reference import NO_FACTS, ModelKey, PartFacts, model_key, shown_name

_DEEPEST = 2
"""How deep inline classes are expanded in place."""
_SHORT = 100
"""Characters of an example in a row."""
_HEADER = (Code("Name"), Code("Type"), Code("Required"), Code("Description"))
_YES, _NO = Code("yes"), Code("no")
_Row = tuple[Code, Code, Code, Code]


class _Part(Frozen):
    """One argument or field."""

    name: str
    type: TypeView
    required: bool
    description: Prose | None
    deprecated: DeprecationView | None
    examples: tuple[Prose, ...]
    facts: PartFacts


class PageTypes:
    """The types on one page: what is expanded, and the inline classes that still want a section."""

    def __init__(self, places: Places, page: str, anchors: Anchors) -> None:
        self.places = places
        self.page = page
        self.anchors = anchors
        self.find: Find = places.find(page)
        """How links inside of the document are seen from the page."""
        self.waiting: deque[tuple[Model, Code]] = deque()
        """With the heading of the section."""

    def rich(self, text: Prose, level: int = 3) -> Code:
        """A description of several blocks."""
        return rich(text, self.anchors, level, self.find)

    def both(self, summary: Prose | None, description: Prose | None) -> Code:
        """Summary and description, each once."""
        said = [one for one in (summary, description) if one is not None]
        if len(said) > 1 and said[1].raw.strip().startswith(said[0].raw.strip().rstrip(".")):
            said.pop(0)
        return Code("\n\n".join(made for made in map(self.rich, said) if made))

    def cell(self, text: Prose) -> Code:
        """A description in a cell of a table, or in a line."""
        return cell(text, self.find)

    def text(self, view: TypeView) -> Code:
        """A type whose inline classes have sections."""
        return type_text(view, self.places, self.page, self.section)

    def error(self, view: TypeView) -> Code:
        """An exception, and where what it carries is told of."""
        return error_text(view, self.places, self.page, self.section)

    def section(self, model: Model) -> Place | None:
        """Where an inline class is told of; it gets a section here if it has none."""
        key = model_key(model)
        if key not in self.places.sections:
            heading, anchor = self.anchors.heading(shown_name(model), "(type)")
            self.places.sections[key] = Place(self.page, anchor)
            self.waiting.append((model, heading))
        return self.places.sections[key]

    def arguments(self, arguments: Sequence[Argument], facts: dict[Code, PartFacts]) -> Code:
        """The table of what a method takes; empty where it takes nothing."""
        rows: list[_Row] = []
        for one in arguments:
            self._add(rows, _argument(one, facts.get(one.name, NO_FACTS)), 0, ())
        return self._table(rows)

    def fields(self, model: ObjectModel) -> Code:
        """The table of the fields of a class; empty where it has none."""
        rows: list[_Row] = []
        key = model_key(model)
        for part in self._parts(model, ""):
            self._add(rows, part, 0, (key,))
        return self._table(rows)

    def whole(self, view: TypeView) -> tuple[Code, Code]:
        """A type, and the table of the fields of the inline class that it is or holds; empty for any other type."""
        found = self._inline(view)
        if found is None or not found[0].fields:
            return self.text(view), Code("")
        here = found[0]
        text = type_text(view, self.places, self.page, lambda one: None if one is here else self.section(one))
        return text, self.fields(here)

    def _table(self, rows: Sequence[Sequence[Code]]) -> Code:
        return table(_HEADER, rows, Padding.NONE) if rows else Code("")

    def _parts(self, model: ObjectModel, prefix: str) -> Iterator[_Part]:
        facts = self.places.facts(model_key(model)).fields
        for one in model.fields:
            known = facts.get(one.name, NO_FACTS)
            yield _Part(
                f"{prefix}{one.name}",
                one.type,
                one.required,
                one.description,
                one.deprecated,
                one.examples,
                known,
            )
        if model.extra is not None:
            name = f'{prefix}additional_properties["…"]'
            yield _Part(name, model.extra.value, False, None, None, (), NO_FACTS)

    def _add(self, rows: list[_Row], part: _Part, depth: int, above: tuple[ModelKey, ...]) -> None:
        """The row of a part, and below it those of what is inline in it."""
        found = None if part.type.kind is TypeKind.SCALAR else self._inline(part.type)
        key = None if found is None else model_key(found[0])
        if found is None or key is None or depth >= _DEEPEST or key in above or not found[0].fields:
            rows.append(self._row(part, self.section))
            return

        def place(model: Model) -> Place | None:
            return None if model_key(model) == key else self.section(model)

        rows.append(self._row(part, place))
        for inner in self._parts(found[0], f"{part.name}{found[1]}."):
            self._add(rows, inner, depth + 1, (*above, key))

    def _row(self, part: _Part, section: Section) -> _Row:
        return (
            Code(f"`{part.name}`"),
            type_text(part.type, self.places, self.page, section),
            _YES if part.required else _NO,
            self._described(part),
        )

    def _described(self, part: _Part) -> Code:
        """What is told of a part, a line each."""
        said: list[Code] = []
        if part.deprecated is not None:
            said.append(notice(part.deprecated))
        if part.description is not None:
            said.append(cell(part.description, self.find))
        if part.facts is not NO_FACTS:
            said.append(told(part.facts))
        if part.examples:
            said.append(_examples(part.examples))
        return Code("<br/>".join(filter(None, said))) if said else NO_CODE

    def _inline(self, view: TypeView) -> tuple[ObjectModel, str] | None:
        """The inline class that a type is or holds, and how one gets to it: `[]` of a list."""
        match view.kind:
            case TypeKind.SCALAR:
                return None
            case TypeKind.MODEL:
                key = model_key(view)
                model = None if key in self.places.pages else self.places.models.get(key)
                return (model, "") if isinstance(model, ObjectModel) else None
            case TypeKind.LIST | TypeKind.DICT | TypeKind.EVENT_STREAM:
                found = self._inline(view.args[0])
                step = {TypeKind.LIST: "[]", TypeKind.DICT: '["…"]'}.get(view.kind, "")
                return None if found is None else (found[0], f"{step}{found[1]}")
            case _:
                return None


def _argument(one: Argument, facts: PartFacts) -> _Part:
    """An argument; what published pages say of a whole request says nothing."""
    said = None if one.is_request else one.description
    return _Part(f"{one.name}", one.type, facts.required, said, one.deprecated, one.examples, facts)


def _examples(examples: Sequence[Prose]) -> Code:
    """The short ones, in one line; long ones are in the samples."""
    lined = (" ".join(line.strip() for line in one.raw.split("\n")) for one in examples)
    short = [code_span(one) for one in lined if 0 < len(one) <= _SHORT]
    return Code(f"Example: {', '.join(short)}.") if short else Code("")


def notice(deprecated: DeprecationView) -> Code:
    """What is said of something deprecated."""
    why = f" {cell(deprecated.message)}" if deprecated.message else ""
    other = f" Use {code_span(deprecated.replacement.call)} instead." if deprecated.replacement else ""
    return Code(f"**Deprecated.**{why}{other}")
