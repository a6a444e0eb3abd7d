"""Which values an example call passes (docs-format rules 7.1).

The plan asks this room for every argument of a method; the docs print what it answers.  A value is the document's
example where it has one that fits its type, else one chosen to read well and to be valid; the same in every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sdkwright.examples.sendable import sendable
from sdkwright.examples.uniform import uniform
from sdkwright.examples.values import Values
from sdkwright.frozen import replace
from sdkwright.ir.arguments import ArgumentSpec, Role, unfolded
from sdkwright.ir.service import Api, Body, Content, MediaKind, NamedExample, Operation, Parameter
from sdkwright.ir.types import (
    EnumDef,
    Json,
    ListType,
    Notes,
    ObjectDef,
    Property,
    Type,
    TypeId,
    UnionDef,
    target,
)
from sdkwright.ir.values import fits
from sdkwright.names import Names
from sdkwright.options.model import Config, DocsStyle, UsageValues
from sdkwright.view.samples import DictSample, Sample


class Examples:
    """Makes example values for one API.  Make one, ask it often: what it found out about a type is kept."""

    def __init__(self, api: Api, names: Names, config: Config) -> None:
        self._api = api
        self._names = names
        self._config = config
        self._exemplified: dict[TypeId, bool] = {}

    def call(
        self, operation: Operation, specs: Sequence[ArgumentSpec], name: str | None = None
    ) -> Mapping[str, Sample]:
        """The arguments that the example call of `operation` passes, by `ArgumentSpec.key`; what is missing is left
        out.  Where the document has an example of that `name`, it goes before others."""
        values = self._values()
        body = _example_object(operation.body, name)
        sent = unfolded(tuple(specs), operation, self._config)
        made = ((spec.key, self._readable(values, spec, self._argument(values, spec, body, name))) for spec in sent)
        found = {key: sample for key, sample in made if sample is not None}
        folded = next((spec.key for spec in specs if spec.folded is not None), None)
        if folded is None:
            return found
        entries = ((self._names.arguments[operation.id, key], sample) for key, sample in found.items())
        return {folded: DictSample(tuple(entries))}

    def global_value(self, parameter: Parameter) -> Sample | None:
        """What an example passes to the constructor for a global; None when it leaves it out."""
        if not parameter.required and (parameter.hidden or not parameter.notes.examples):
            return None
        notes = replace(parameter.notes, examples=sendable(parameter.location, parameter.notes.examples))
        return self._values().of(parameter.type, parameter.name, notes)

    # ------------------------------------------------------------------------------------------------- one argument

    def _readable(self, values: Values, spec: ArgumentSpec, sample: Sample | None) -> Sample | None:
        """The value of an argument as the reader's docs show it."""
        if sample is None or self._config.docs_style is not DocsStyle.READER:
            return sample
        own = spec.parameter or spec.property
        shape = own.type if own is not None else _body_shape(spec.content) if spec.content is not None else None
        return sample if shape is None else uniform(self._api.types, self._names, values.as_model, shape, sample)

    def _values(self) -> Values:
        """A fresh maker of values, with its own budget."""
        return Values(self._api, self._names, self._config, self._shown)

    def _argument(
        self, values: Values, spec: ArgumentSpec, body: Mapping[str, Json], name: str | None
    ) -> Sample | None:
        """The value of one argument, or None."""
        match spec.role:
            case Role.PARAMETER:
                parameter = spec.parameter
                if parameter is None or (parameter.is_global and not spec.required):
                    return None
                examples = _first(name, parameter.named_examples, parameter.notes.examples)
                told = replace(parameter.notes, examples=examples) if examples else parameter.notes
                if not (spec.required or self._wanted(parameter.type, told)):
                    return None
                notes = replace(told, examples=sendable(parameter.location, examples)) if examples else told
                return values.of(parameter.type, parameter.name, notes)
            case Role.FIELD:
                prop = spec.property
                if prop is None:
                    return None
                given = body.get(prop.name)
                if given is not None and fits(self._api.types, prop.type, given, dict(prop.notes.constraints)):
                    return values.given(prop.type, given)
                return values.of(prop.type, prop.name, prop.notes, prop.default) if self._shown(prop) else None
            case Role.BODY | Role.REQUEST:
                content = spec.content
                return self._content(values, content, spec.required, name) if content is not None else None
            case Role.FOLDED:
                return None

    def _content(self, values: Values, content: Content, required: bool, name: str | None) -> Sample | None:
        """A whole body: an optional one only where something in it has an example."""
        notes = Notes(examples=_first(name, content.named_examples, content.examples))
        if not required and not self._wanted(content.type, notes):
            return None
        return values.of(_body_shape(content), "request", notes, raw=content.kind is MediaKind.BINARY)

    # ------------------------------------------------------------------------------------------------ what is shown

    def _shown(self, prop: Property) -> bool:
        """Required, also with a default, or wanted by the options; what the server alone writes is left out."""
        if prop.read_only and not prop.required:
            return False
        return prop.required or self._wanted(prop.type, prop.notes)

    def _wanted(self, shape: Type, notes: Notes) -> bool:
        """Whether something optional is shown, by `optionalPropertyRendering`."""
        match self._config.usage_values:
            case UsageValues.ALWAYS:
                return True
            case UsageValues.NEVER:
                return False
            case UsageValues.WITH_EXAMPLE:
                return _is_told(notes) or self._has_example(shape)

    def _has_example(self, shape: Type) -> bool:
        """Whether something in the type has an example; a type that contains itself is not asked twice."""
        id = target(shape)
        if id is None:
            return False
        if id not in self._exemplified:
            self._exemplified[id] = False
            self._exemplified[id] = self._definition_has_example(self._api.types[id])
        return self._exemplified[id]

    def _definition_has_example(self, definition: ObjectDef | EnumDef | UnionDef) -> bool:
        """The same for a definition; of a union the first member counts, which is the one that is shown."""
        if definition.notes.examples:
            return True
        if isinstance(definition, UnionDef):
            return bool(definition.members) and self._has_example(definition.members[0])
        if isinstance(definition, EnumDef):
            return False
        return any(
            _is_told(prop.notes) or self._has_example(prop.type) for prop in definition.properties if not prop.read_only
        )


def _body_shape(content: Content) -> Type:
    """What a call passes as a whole body."""
    return ListType(content.type) if content.kind is MediaKind.JSON_LINES else content.type


def _is_told(notes: Notes) -> bool:
    """Whether there is an example that the docs list."""
    return bool(notes.examples) and not notes.of_choice


def _first(name: str | None, named: Iterable[NamedExample], examples: tuple[Json, ...]) -> tuple[Json, ...]:
    """The example of that name before the others."""
    wanted = tuple(one.value.value for one in named if one.name == name and one.value is not None)
    return wanted + examples


def _example_object(body: Body | None, name: str | None) -> Mapping[str, Json]:
    """The example of the whole body, whose properties become the arguments of a flattened one."""
    contents: Iterable[Content] = body.contents if body is not None else ()
    for content in contents:
        for example in _first(name, content.named_examples, content.examples):
            if isinstance(example, dict):
                return example
    return {}
