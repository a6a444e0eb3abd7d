"""Every name that goes over the wire; `render` looks for each of them in what it made."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, ObjectDef, Root
from sdkwright.text.kinds import Prose


def wire_names(api: Api) -> tuple[Prose, ...]:
    """Property names, text values of enums, parameters, and the names of apiKey schemes, each once."""
    return tuple(map(Prose, dict.fromkeys(_names(api))))


def _names(api: Api) -> Iterator[str]:
    for definition in api.types.values():
        if isinstance(definition, ObjectDef) and not definition.is_file and definition.origin.root is not Root.RESULT:
            yield from (property.name for property in definition.properties)
        elif isinstance(definition, EnumDef):
            yield from (member.value for member in definition.members if isinstance(member.value, str))
    for operation in api.operations:
        yield from (parameter.name for parameter in operation.parameters)
    yield from (scheme.name for scheme in api.security_schemes if scheme.name is not None)
