"""Tells of examples of the document that do not fit their type: they are shown in no call.

What fits is said in `ir.values`; the Example column of the docs shows the document's text all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdkwright.examples.sendable import sendable
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Api, Content, Parameter
from sdkwright.ir.types import Json, ObjectDef, RefType, ScalarType, Type
from sdkwright.ir.values import NO_LIMITS, Limits, misfit
from sdkwright.problems import Problem, Severity, shown
from sdkwright.problems.codes.schemas import EXAMPLE_DOES_NOT_FIT


def example_problems(api: Api) -> tuple[Problem, ...]:
    """One warning for each place whose examples do not all fit, though it may have been read twice."""
    return tuple({problem.pointer: problem for problem in _problems(api)}.values())


def _problems(api: Api) -> Iterator[Problem]:
    """In the order of the types, then of the operations."""
    for definition in api.types.values():
        if isinstance(definition, ObjectDef):
            for prop in definition.properties:
                if prop.notes.examples:
                    yield from _checked(api, prop.id, prop.type, prop.notes.examples, dict(prop.notes.constraints))
        if definition.notes.examples:
            yield from _checked(api, definition.id, RefType(definition.id), definition.notes.examples)
    told: set[int] = set()
    """Contents of shared responses that were looked at, by identity."""
    for operation in api.operations:
        for parameter in operation.parameters:
            if parameter.notes.examples:
                constraints = dict(parameter.notes.constraints)
                yield from _checked(api, parameter.id, parameter.type, parameter.notes.examples, constraints)
                yield from _sent(parameter)
        bodies = [operation.body.contents] if operation.body is not None else []
        for contents in (*bodies, *(response.contents for response in operation.responses)):
            new = [content for content in contents if id(content) not in told]
            told.update(map(id, new))
            yield from _contents(api, new)


def _contents(api: Api, contents: Sequence[Content]) -> Iterator[Problem]:
    """The examples of whole bodies."""
    for content in contents:
        if content.examples and content.type != ScalarType(Scalar.BINARY):
            yield from _checked(api, content.id, content.type, content.examples)


def _checked(
    api: Api, pointer: str, shape: Type, examples: Sequence[Json], limits: Limits = NO_LIMITS
) -> Iterator[Problem]:
    """A warning for the first example that does not fit."""
    for example in examples:
        reason = misfit(api.types, shape, example, limits)
        if reason is not None:
            yield Problem(
                Severity.WARNING,
                EXAMPLE_DOES_NOT_FIT,
                f"The example {shown(example)} does not fit its schema: {reason}",
                pointer=pointer.partition("!")[0],
            )
            return


def _sent(parameter: Parameter) -> Iterator[Problem]:
    """A warning when no example can be sent where the parameter stands."""
    examples = parameter.notes.examples
    if not sendable(parameter.location, examples):
        yield Problem(
            Severity.WARNING,
            EXAMPLE_DOES_NOT_FIT,
            f"The example {shown(examples[0])} cannot be sent in a {parameter.location}",
            "Correct the example; until then the docs show a value of their own choice.",
            pointer=parameter.id.partition("!")[0],
        )
