"""The names that the document gives the examples of an operation, each of which has a sample of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.ir.service import NamedExample, Operation
from sdkwright.ir.types import Type


def example_names(operation: Operation) -> tuple[str, ...]:
    """The names of the examples of its body, parameters and answers, sorted."""
    return tuple(sorted({one.name for one in _examples(operation)}))


def _examples(operation: Operation) -> Iterator[NamedExample]:
    """The examples that count: those of errors only where there is a body, and of errors of one type only those of the
    first status that has it."""
    for parameter in operation.parameters:
        yield from parameter.named_examples
    for content in operation.body.contents if operation.body is not None else ():
        yield from content.named_examples
    statuses: dict[Type, str] = {}
    for response in operation.responses:
        for content in response.contents:
            is_error = operation.body is not None and response.status[:1] in ("4", "5")
            is_first = is_error and statuses.setdefault(content.type, response.status) == response.status
            if response.status.startswith("2") or is_first:
                yield from content.named_examples
