"""How the fixed arguments are spelt in a signature, and told of in a docstring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import assert_never

from sdkwright.plan.python.imports import Scope
from sdkwright.text.fixed import Fixed, Takes
from sdkwright.text.kinds import Code, Prose, common


def fixed_parameters(listed: Sequence[Fixed], scope: Scope) -> Iterator[Code]:
    """The parameters, one a line; a star stands before those that are not taken by position."""
    by_position = [one for one in listed if not one.by_name]
    by_name = [one for one in listed if one.by_name]
    yield from (_parameter(one, scope) for one in by_position)
    if by_name:
        yield common("*")
    yield from (_parameter(one, scope) for one in by_name)


@cache
def fixed_rows(listed: tuple[Fixed, ...]) -> tuple[tuple[Code, Prose], ...]:
    """The name of each, and what a docstring says of it."""
    return tuple((Code(one.name), Prose(one.told)) for one in listed)


def _parameter(one: Fixed, scope: Scope) -> Code:
    """`name: annotation = default`."""
    match one.takes:
        case Takes.TRUTH:
            return common(f"{one.name}: {scope.builtin('bool')} = False")
        case Takes.RETRIES:
            policy = f"{scope.use('.', 'utils')}.RetryConfig"
            optional, unset = scope.use(".types", "OptionalNullable"), scope.use(".types", "UNSET")
            return common(f"{one.name}: {optional}[{policy}] = {unset}")
        case _:
            return common(f"{one.name}: {scope.typing('Optional')}[{_value(one.takes, scope)}] = None")


def _value(takes: Takes, scope: Scope) -> str:
    match takes:
        case Takes.TEXT:
            return scope.builtin("str")
        case Takes.WHOLE:
            return scope.builtin("int")
        case Takes.TEXTS:
            text = scope.builtin("str")
            return f"{scope.use('collections.abc', 'Mapping')}[{text}, {text}]"
        case Takes.VALUES:
            return f"{scope.use('collections.abc', 'Mapping')}[{scope.builtin('str')}, {scope.builtin('object')}]"
        case Takes.TIMEOUT:
            return f"{scope.typing('Union')}[{scope.builtin('int')}, {scope.use('._runtime.http', 'Timeout')}]"
        case Takes.HOOKS:
            return f"{scope.use('collections.abc', 'Callable')}[[{scope.use('._runtime.hooks', 'Hooks')}], None]"
        case Takes.CLIENT:
            return scope.use("._runtime.http", "HttpClient")
        case Takes.ASYNC_CLIENT:
            return scope.use("._runtime.http", "AsyncHttpClient")
        case Takes.LOGGER:
            return scope.use("._runtime.logs", "Logger")
        case Takes.VALIDATION:
            return f'{scope.typing("Literal")}["strict", "lenient"]'
        case Takes.TRUTH | Takes.RETRIES:
            raise ValueError(f"{takes} is spelt as a whole")
        case _:
            assert_never(takes)
