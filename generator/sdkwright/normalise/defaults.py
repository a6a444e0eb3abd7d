"""Defaults that do not fit their type are dropped with a warning: a client cannot say what they would be.

A default outside the limits of its schema stays: the server checks them, and may take what its document does not allow.
"""

from __future__ import annotations

from collections.abc import Mapping

from sdkwright.frozen import replace
from sdkwright.ir.service import Parameter
from sdkwright.ir.types import Default, ObjectDef, Type, TypeDef, TypeId
from sdkwright.ir.values import misfit
from sdkwright.normalise.report import Report
from sdkwright.problems import shown
from sdkwright.problems.codes.schemas import DEFAULT_TYPE


class Defaults:
    """Checks defaults against finished definitions."""

    def __init__(self, definitions: Mapping[TypeId, TypeDef], report: Report) -> None:
        self._definitions = definitions
        self._report = report

    def definition(self, definition: TypeDef) -> TypeDef:
        """The definition without the defaults of properties that do not fit."""
        if not isinstance(definition, ObjectDef):
            return definition
        given = [one for one in definition.properties if one.default is not None]
        if not given:
            return definition
        bad = {one.id for one in given if not self._good(one.id, one.default, one.type)}
        if not bad:
            return definition
        return replace(
            definition,
            properties=tuple(replace(one, default=None) if one.id in bad else one for one in definition.properties),
        )

    def parameter(self, one: Parameter) -> Parameter:
        """The parameter without a default that does not fit."""
        return one if self._good(one.id, one.default, one.type) else replace(one, default=None)

    def _good(self, at: str, default: Default | None, kind: Type) -> bool:
        reason = None if default is None else misfit(self._definitions, kind, default.value, None)
        if default is None or reason is None:
            return True
        self._report.degraded(
            "keyword",
            DEFAULT_TYPE,
            f"The default {shown(default.value)} does not fit its type: {reason}; it is not used",
            f"{at}/default",
        )
        return False
