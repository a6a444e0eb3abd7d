"""Samples in which a model stands hold no dictionaries in the place of other models.

Type checkers take a whole of dictionaries, or one of models; published samples mix both.
"""

from __future__ import annotations

from collections.abc import Callable

from sdkwright.frozen import replace
from sdkwright.ir.types import ListType, MapType, ObjectDef, RefType, Type, UnionDef
from sdkwright.ir.values import Types
from sdkwright.names import Names
from sdkwright.text.kinds import Code
from sdkwright.view.samples import DictSample, Given, ListSample, ModelSample, Sample, parts

AsModel = Callable[[RefType, DictSample], Sample]
"""The dict of an object as a call of its class."""


def uniform(types: Types, names: Names, as_model: AsModel, shape: Type, sample: Sample) -> Sample:
    """The same sample, of models alone where it has one."""
    if not any(isinstance(part, ModelSample) for part in parts(sample)):
        return sample
    return _Models(types, names, as_model).of(shape, sample)


class _Models:
    """Walks a type and a sample of it side by side."""

    def __init__(self, types: Types, names: Names, as_model: AsModel) -> None:
        self._types, self._names, self._as_model = types, names, as_model

    def of(self, shape: Type, sample: Sample) -> Sample:
        """What stands in the place of `sample`."""
        match shape, sample:
            case ListType(), ListSample():
                return ListSample(tuple(self.of(shape.item, item) for item in sample.items))
            case MapType(), DictSample():
                return DictSample(tuple((key, self.of(shape.value, value)) for key, value in sample.entries))
            case RefType(), DictSample() | ModelSample():
                return self._defined(shape, sample)
            case _:
                return sample

    def _defined(self, shape: RefType, sample: DictSample | ModelSample) -> Sample:
        definition = self._types[shape.id]
        if isinstance(definition, UnionDef):
            member = self._member(definition, sample)
            return sample if member is None else self._defined(member, sample)
        if not isinstance(definition, ObjectDef) or definition.is_file:
            return sample
        inner = {self._names.fields[definition.id, one.name]: one.type for one in definition.properties}
        if isinstance(sample, ModelSample):
            return replace(
                sample, fields=tuple(Given(f.name, self._inner(inner, f.name, f.value)) for f in sample.fields)
            )
        entries = tuple((key, self._inner(inner, key, value)) for key, value in sample.entries)
        return self._as_model(shape, DictSample(entries))

    def _inner(self, types: dict[str, Type], name: str, sample: Sample) -> Sample:
        return self.of(types[name], sample) if name in types else sample

    def _member(self, definition: UnionDef, sample: DictSample | ModelSample) -> RefType | None:
        """The member that a sample is: the one of its class, or the only one that is an object."""
        objects = [m for m in definition.members if isinstance(m, RefType) and self._types[m.id].__class__ is ObjectDef]
        if isinstance(sample, DictSample):
            return objects[0] if len(objects) == 1 else None
        return next((m for m in objects if Code(self._names.classes[m.id]) == sample.class_name), None)
