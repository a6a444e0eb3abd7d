"""How the next page is asked for: `x-speakeasy-pagination`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdkwright.ir.arguments import ArgumentSpec, Role
from sdkwright.ir.service import Operation, Pagination
from sdkwright.ir.types import ObjectDef, RefType
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.layout import Doc, call, keyword, tuple_of, unless_empty
from sdkwright.text.escape import string_literal


def paging_expression(planner: Planner, operation: Operation, specs: Sequence[ArgumentSpec]) -> Doc | None:
    """`x-speakeasy-pagination`."""
    paging = operation.pagination
    if paging is None:
        return None
    inputs = tuple_of(_inputs(planner, operation, paging, specs))
    return keyword(
        "paging",
        call(
            planner.op("Paging"),
            string_literal(paging.kind),
            unless_empty("inputs", inputs),
            *(_steps(name, steps) for name, steps in _outputs(paging)),
        ),
    )


def _outputs(paging: Pagination) -> tuple[tuple[str, tuple[str | int, ...] | None], ...]:
    return (
        ("results", paging.results),
        ("num_pages", paging.num_pages),
        ("next_cursor", paging.next_cursor),
        ("next_url", paging.next_url),
    )


def _steps(name: str, steps: tuple[str | int, ...] | None) -> Doc | None:
    if steps is None:
        return None
    return keyword(name, tuple_of(string_literal(s) if isinstance(s, str) else str(s) for s in steps))


def _inputs(planner: Planner, operation: Operation, paging: Pagination, specs: Sequence[ArgumentSpec]) -> Iterable[Doc]:
    """Where each input of the next page goes; one that the method does not take is left out."""
    for wanted in paging.inputs:
        for spec in specs:
            found = _takes(planner, spec, wanted.where, wanted.name)
            if found is None:
                continue
            path, default = found
            yield call(
                planner.op("PagingInput"),
                string_literal(wanted.role),
                string_literal(planner.argument(operation, spec.key)),
                tuple_of(string_literal(step) for step in path) if path else None,
                None if default is None else f"default={default}",
            )
            break


def _takes(planner: Planner, spec: ArgumentSpec, where: str, name: str) -> tuple[tuple[str, ...], int | None] | None:
    """The path inside the argument and the default, if the argument holds the input `name`."""
    if where == "parameters":
        matches = spec.parameter is not None and spec.parameter.name == name
        return ((), _whole(spec.parameter.default)) if matches and spec.parameter is not None else None
    if spec.role is Role.FIELD and spec.property is not None and spec.property.name == name:
        return (), _whole(spec.property.default)
    if spec.role in (Role.BODY, Role.REQUEST):
        type = None if spec.content is None else spec.content.type
        if isinstance(type, RefType):
            definition = planner.context.definition(type.id)
            for property in definition.properties if isinstance(definition, ObjectDef) else ():
                if property.name == name:
                    return (name,), _whole(property.default)
    return None


def _whole(default: object) -> int | None:
    """The default of a limit or an offset, where it is a whole number."""
    value = getattr(default, "value", None)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
