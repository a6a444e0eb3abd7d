"""Which values an example call passes, and their Python expressions (docs-format rules 7.1).

The plan asks this room for every argument of a method; the docs print what it answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.api import Api, Operation, Parameter
from generator.arguments import ArgumentSpec
from generator.config import Config
from generator.names import Names
from generator.text import Code


@dataclass(frozen=True, slots=True)
class ExampleCall:
    """The arguments that an example passes, by `ArgumentSpec.key`; what is missing is left out."""

    values: Mapping[str, Code]
    imports: tuple[Code, ...] = ()
    """Complete import lines that the values need, beside the one of the SDK class; sorted."""


class Examples:
    """Makes example values for one API.  Make one, ask it often: what it found out about a type is kept."""

    def __init__(self, api: Api, names: Names, config: Config) -> None:
        self._api = api
        self._names = names
        self._config = config

    def call(self, operation: Operation, specs: Sequence[ArgumentSpec]) -> ExampleCall:
        """The example call of `operation`."""
        return ExampleCall({})

    def global_value(self, parameter: Parameter) -> Code | None:
        """What an example passes to the constructor for a global; None when it leaves it out."""
        return None
