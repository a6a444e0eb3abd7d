"""JSONPath (RFC 9535): which parts of a document an expression selects, with an end to the work that it may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from jsonpath import JSONPath, JSONPathEnvironment, JSONPathError, JSONPathMatch
from jsonpath.filter import BaseExpression, FilterQuery
from jsonpath.function_extensions import ExpressionType, FilterFunction
from jsonpath.parse import Parser
from jsonpath.stream import TokenStream

from sdkwright.openapi.data import Json
from sdkwright.openapi.expressions import Expression, NoExpressionError
from sdkwright.openapi.limits import MAX_DEPTH

LEAST_WORK: Final = 300_000
WORK_OF_A_NODE: Final = 20
"""What one expression may do: parts that it looks at, each as often as it does, and characters that its regular
expressions read, each for all the ways that are open."""

Parts: TypeAlias = tuple[str | int, ...]


class NoPathError(ValueError):
    """A text that is no JSONPath that can be followed; says why."""


class _Work:
    """How much one expression has done."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._left = most

    def spend(self, more: int) -> None:
        self._left -= more
        if self._left < 0:
            raise NoPathError(f"it takes more than {self._most:,} steps")


class _Part(JSONPathMatch):
    """A part that is looked at; all parts below are of this class and have its context."""

    __slots__ = ()

    def __init__(self, *, filter_context: Mapping[str, Any], **given: Any) -> None:
        filter_context["work"].spend(1)
        super().__init__(filter_context=filter_context, **given)


class _Path(JSONPath):
    """A path, the whole one or one inside of a filter."""

    @classmethod
    def of(cls, path: JSONPath) -> _Path:
        return cls(env=path.env, segments=path.segments)

    def finditer(self, data: Any, *, filter_context: Mapping[str, Any] | None = None) -> Iterable[JSONPathMatch]:
        context = filter_context or {}
        found: Iterable[JSONPathMatch] = [
            _Part(filter_context=context, obj=data, parent=None, path="$", parts=(), root=data)
        ]
        for segment in self.segments:
            found = segment.resolve(found)
        return found


class _Parser(Parser):
    def parse_absolute_query(self, stream: TokenStream) -> BaseExpression:
        return _counted(super().parse_absolute_query(stream))

    def parse_relative_query(self, stream: TokenStream) -> BaseExpression:
        return _counted(super().parse_relative_query(stream))


def _counted(query: BaseExpression) -> BaseExpression:
    assert isinstance(query, FilterQuery)
    query.path = _Path.of(query.path)
    return query


class _Matching(FilterFunction):
    """`match` and `search`."""

    @property
    def arg_types(self) -> list[ExpressionType]:
        """Of the text and of the pattern."""
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    @property
    def return_type(self) -> ExpressionType:
        """Whether it matches."""
        return ExpressionType.LOGICAL

    def __init__(self, work: _Work, *, anywhere: bool) -> None:
        self._work = work
        self._anywhere = anywhere

    def __call__(self, value: object, pattern: object) -> bool:
        if not isinstance(value, str) or not isinstance(pattern, str):
            return False
        return _expression(pattern).matches(value, self._work.spend, anywhere=self._anywhere)


@lru_cache(maxsize=100)
def _expression(pattern: str) -> Expression:
    try:
        return Expression(pattern)
    except NoExpressionError as error:
        raise NoPathError(f"no regular expression: {error}") from error


class _Environment(JSONPathEnvironment):
    """RFC 9535 to the letter, as deep as a document may be."""

    max_recursion_depth = MAX_DEPTH + 10
    parser_class = _Parser


def select(root: Json, query: str, nodes: int) -> list[Parts]:
    """The places that `query` selects in a document of so many nodes, in their order, each once.

    Raises `NoPathError`, also where the work would grow faster than the document."""
    if not query.strip():
        raise NoPathError("it is empty")
    work = _Work(LEAST_WORK + WORK_OF_A_NODE * nodes)
    environment = _Environment(strict=True)
    environment.function_extensions["match"] = _Matching(work, anywhere=False)
    environment.function_extensions["search"] = _Matching(work, anywhere=True)
    try:
        path = environment.compile(query)
        assert isinstance(path, JSONPath), "RFC 9535 has no union of paths"
        found = _Path.of(path).finditer(root, filter_context={"work": work})
        return list(dict.fromkeys(tuple(match.parts) for match in found))
    except (JSONPathError, RecursionError) as error:
        raise NoPathError(str(error.args[0]) if error.args else "it is too deep") from error
