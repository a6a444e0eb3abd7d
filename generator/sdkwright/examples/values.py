"""The tree of one example value: plain data, TypedDict-like dicts, models, enum members, dates and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from sdkwright.examples.spelt import SHOWN, plain, written
from sdkwright.ir.service import Api
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    Default,
    EnumDef,
    FileType,
    Json,
    ListType,
    MapType,
    Notes,
    ObjectDef,
    Property,
    RefType,
    ScalarType,
    Type,
    TypeId,
    UnionDef,
)
from sdkwright.ir.values import fits, same
from sdkwright.names import Names, has_member_names
from sdkwright.options.model import Config
from sdkwright.text.escape import UnsafeTextError, identifier
from sdkwright.text.kinds import Code
from sdkwright.view.models import Folder
from sdkwright.view.samples import (
    DataSample,
    DictSample,
    FileSample,
    Given,
    ListSample,
    MemberSample,
    ModelSample,
    Sample,
)

SHALLOW = 4
"""Below this depth only what is required is shown, and lists are empty."""
NODES = 200
MOST_NODES = 1000
"""From here on objects are left empty: what is required may be required without end."""
DEEPEST = 40
"""So deep objects are left empty, too, and no member of a union is chosen."""
MOST_ITEMS = 5
_FILE = DictSample((("file_name", DataSample("example.file")), ("content", FileSample())))


class Values:
    """Makes the values of one call."""

    def __init__(self, api: Api, names: Names, config: Config, shows: Callable[[Property], bool]) -> None:
        self._api = api
        self._names = names
        self._config = config
        self._shows = shows
        self._open: list[TypeId] = []
        self._tags: dict[TypeId, tuple[str, str]] = {}
        """The tag that an object must have as the member of a union: its property and value."""
        self._nodes = 0

    def of(self, shape: Type, name: str, notes: Notes, default: Default | None = None, *, raw: bool = False) -> Sample:
        """A value for something called `name`: its first example that fits, its default, else a chosen one.

        `raw` is said of a whole body of bytes, which comes from a file."""
        constraints = dict(notes.constraints)
        own = [default.value] if default is not None else []
        examples = [*notes.examples, *own, *self._examples_of(shape)]
        for example in examples:
            if fits(self._api.types, shape, example, constraints):
                return self.given(shape, example)
        return self._chosen(shape, name, constraints, raw=raw)

    def _examples_of(self, shape: Type) -> Sequence[Json]:
        """The examples that stand at the definition of a type."""
        return self._api.types[shape.id].notes.examples if isinstance(shape, RefType) else ()

    # --------------------------------------------------------------------------------------------- chosen by ourselves

    def _chosen(self, shape: Type, name: str, constraints: dict[str, Json], *, raw: bool = False) -> Sample:
        """A value where no example fits."""
        self._nodes += 1
        match shape:
            case AnyType():
                return DataSample("<value>")
            case ConstType():
                return plain(shape.value)
            case FileType():
                return _FILE
            case ScalarType():
                if raw:
                    return FileSample()
                return written(shape, SHOWN[shape.scalar].chosen(name, constraints), self._names.module)
            case ListType():
                return self._chosen_list(shape, name, constraints)
            case MapType():
                return DictSample(() if self._deep() else (("key", self.of(shape.value, name, Notes())),))
            case RefType():
                return self._chosen_definition(shape, name)
            case _:
                assert_never(shape)

    def _deep(self) -> bool:
        """Whether only what is required is still written."""
        return len(self._open) >= SHALLOW or self._nodes >= NODES

    def _chosen_list(self, shape: ListType, name: str, constraints: dict[str, Json]) -> Sample:
        """The smallest sensible list: one item, more where the schema asks for more."""
        least = constraints.get("minItems")
        wanted = min(least, MOST_ITEMS) if isinstance(least, int) and least > 0 else 0
        if wanted == 0 and (self._deep() or self._reenters(shape.item) or constraints.get("maxItems") == 0):
            return ListSample(())
        return ListSample((self.of(shape.item, name, Notes()),) * max(wanted, 1))

    def _reenters(self, shape: Type) -> bool:
        """Whether the type is being written already."""
        return isinstance(shape, RefType) and shape.id in self._open

    def _chosen_definition(self, shape: RefType, name: str) -> Sample:
        """A value of an object, enum or union."""
        definition = self._api.types[shape.id]
        match definition:
            case EnumDef():
                return self._member(definition, definition.members[0].value) if definition.members else DataSample(None)
            case UnionDef():
                return self._chosen_member(definition, shape, name)
            case ObjectDef():
                if self._reenters(shape) or self._nodes >= MOST_NODES or len(self._open) >= DEEPEST:
                    return DataSample(None) if shape.nullable else DictSample(())
                tag = self._tags.pop(shape.id, ("", ""))
                self._open.append(shape.id)
                items = [
                    (self._names.fields[definition.id, prop.name], self._property(prop, tag))
                    for prop in definition.properties
                    if prop.name == tag[0] or self._is_written(prop)
                ]
                self._open.pop()
                return _dict(items)
            case _:
                assert_never(definition)

    def _property(self, prop: Property, tag: tuple[str, str]) -> Sample:
        """The value of one property; the one that tells members of a union apart has its tag."""
        name, value = tag
        if prop.name == name and fits(self._api.types, prop.type, value):
            return self.given(prop.type, value)
        return self.of(prop.type, prop.name, prop.notes, prop.default)

    def _is_written(self, prop: Property) -> bool:
        """Below the shallow part only what cannot be left out."""
        if self._deep() or self._reenters(prop.type):
            return prop.required
        return self._shows(prop)

    def _chosen_member(self, definition: UnionDef, shape: RefType, name: str) -> Sample:
        """The first member of a union that is not being written already."""
        if not definition.members or shape.id in self._open or len(self._open) >= DEEPEST:
            return DataSample(None)
        member = next((m for m in definition.members if not self._reenters(m)), definition.members[0])
        self._open.append(shape.id)
        self._expect_tag(definition, member)
        made = self.of(member, name, Notes())
        self._tags.clear()
        self._open.pop()
        return self._told_apart(definition, member, made)

    def _expect_tag(self, definition: UnionDef, member: Type) -> None:
        """Remembers the first tag of a member, for when it is written."""
        told = definition.discriminator
        if told is not None and isinstance(member, RefType) and self._is_object(member):
            at = definition.members.index(member)
            tag = next((tag for tag, place in told.mapping if place == at), None)
            if tag is not None:
                self._tags[member.id] = (told.property_name, tag)

    def _told_apart(self, definition: UnionDef, member: Type, sample: Sample) -> Sample:
        """A dict that more than one member would take is written as the model it is meant to be."""
        objects = [m for m in definition.members if isinstance(m, RefType) and self._is_object(m)]
        if definition.discriminator is not None or len(objects) < 2 or not isinstance(sample, DictSample):
            return sample
        return self.as_model(member, sample) if isinstance(member, RefType) and self._is_object(member) else sample

    def _is_object(self, shape: RefType) -> bool:
        return isinstance(self._api.types[shape.id], ObjectDef)

    def as_model(self, shape: RefType, sample: DictSample) -> Sample:
        """The dict of an object as a call of its class; not when the name of a further property is no argument."""
        folder = Folder.of(self._names.folders[shape.id])
        name = Code(self._names.error_data.get(shape.id, self._names.classes[shape.id]))
        try:
            return ModelSample(folder, name, tuple(Given(identifier(key), value) for key, value in sample.entries))
        except UnsafeTextError:
            return sample

    # ------------------------------------------------------------------------------------------ given by the document

    def given(self, shape: Type, value: Json) -> Sample:
        """The expression of an example that fits its type."""
        if value is None:
            return DataSample(None)
        match shape:
            case AnyType() | ConstType() | FileType():
                return plain(value)
            case ScalarType():
                return written(shape, value, self._names.module)
            case ListType():
                items = value if isinstance(value, list) else []
                return ListSample(tuple(self.given(shape.item, item) for item in items))
            case MapType():
                pairs = value if isinstance(value, dict) else {}
                return DictSample(tuple((key, self.given(shape.value, v)) for key, v in pairs.items()))
            case RefType():
                return self._given_definition(shape, value)
            case _:
                assert_never(shape)

    def _given_definition(self, shape: RefType, value: Json) -> Sample:
        """An example of an object, enum or union."""
        definition = self._api.types[shape.id]
        match definition:
            case EnumDef():
                return self._member(definition, value)
            case UnionDef():
                member = next((m for m in definition.members if fits(self._api.types, m, value)), None)
                return self._told_apart(definition, member, self.given(member, value)) if member else plain(value)
            case ObjectDef():
                return self._given_object(definition, value if isinstance(value, dict) else {})
            case _:
                assert_never(definition)

    def _given_object(self, definition: ObjectDef, value: dict[str, Json]) -> Sample:
        """An object with the properties that the example has and the document knows."""
        known = {prop.name for prop in definition.properties}
        items = [
            (self._names.fields[definition.id, prop.name], self.given(prop.type, value[prop.name]))
            for prop in definition.properties
            if prop.name in value and not (prop.read_only and not prop.required)
        ]
        extra = AnyType() if definition.free_form else definition.additional
        if extra is not None:
            items.extend((key, self.given(extra, v)) for key, v in value.items() if key not in known)
        return _dict(items)

    # ------------------------------------------------------------------------------------------------- single values

    def _member(self, definition: EnumDef, value: Json) -> Sample:
        """A member of an enum: its value, or the member of the class where enums are classes."""
        member = next(member for member in definition.members if same(member.value, value))
        if not has_member_names(definition, self._config):
            return plain(member.value)
        name = self._names.members[definition.id, member.id]
        folder, class_name = Folder.of(self._names.folders[definition.id]), Code(self._names.classes[definition.id])
        return MemberSample(folder, class_name, Code(name))


def _dict(items: Iterable[tuple[str, Sample]]) -> Sample:
    """A dict, each key once: a further property that is called like a field would be taken for it."""
    entries: dict[str, Sample] = {}
    for key, value in items:
        entries.setdefault(key, value)
    return DictSample(tuple(entries.items()))
