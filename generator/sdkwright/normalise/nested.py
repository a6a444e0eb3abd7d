"""Parameters whose values have no form where they stand: objects and lists within each other in a path or a header.

OpenAPI 3.1, section 4.8.12.4, has none for them, and neither place has a habit as queries have.  They are sent as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkwright.frozen import replace
from sdkwright.ir.service import Parameter
from sdkwright.ir.types import Location, ObjectDef, RefType, Type, TypeDef, TypeId, UnionDef, children, parts
from sdkwright.normalise.report import Report
from sdkwright.problems import shown
from sdkwright.problems.codes.service import PARAMETER_NESTED

_PLACES: Final = (Location.PATH, Location.HEADER)


def sendable(report: Report, parameter: Parameter, definitions: Mapping[TypeId, TypeDef]) -> Parameter:
    """The parameter, as JSON if its style has no place for its values; that is a warning."""
    if parameter.location not in _PLACES or parameter.media_type is not None:
        return parameter
    if not _holds_structures(parameter.type, definitions):
        return parameter
    report.degraded(
        "keyword",
        PARAMETER_NESTED,
        f"{shown(parameter.name)} has objects or lists within each other, for which a {parameter.location.value} "
        "parameter has no style; it is sent as JSON",
        parameter.id,
    )
    return replace(parameter, media_type="application/json")


def _holds_structures(type: Type, definitions: Mapping[TypeId, TypeDef]) -> bool:
    """Whether a list, a map or an object holds another one."""
    definition = definitions.get(type.id) if isinstance(type, RefType) else None
    inner = parts(definition) if isinstance(definition, ObjectDef) else children(type)
    return any(_is_structure(one, definitions) for one in inner)


def _is_structure(type: Type, definitions: Mapping[TypeId, TypeDef]) -> bool:
    definition = definitions.get(type.id) if isinstance(type, RefType) else None
    if isinstance(definition, UnionDef):
        return any(_is_plain_structure(one, definitions) for one in definition.members)
    return _is_plain_structure(type, definitions)


def _is_plain_structure(type: Type, definitions: Mapping[TypeId, TypeDef]) -> bool:
    is_object = isinstance(type, RefType) and isinstance(definitions.get(type.id), ObjectDef)
    return is_object or bool(children(type))
