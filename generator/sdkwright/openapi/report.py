"""Collecting what is wrong while a document is read: problems whose places are found through `Positions`."""

from __future__ import annotations

from typing import Final

from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.data import Container, one_line
from sdkwright.openapi.positions import Place, Positions
from sdkwright.problems import Position, Problem, ProblemCode, ProblemsError, Severity, has_errors, in_order

MAX_PROBLEMS: Final = 200
"""Warnings that are kept of one document, and half of the errors: more of them help nobody."""


class Fault(Frozen):
    """Something wrong that is to cost the smallest part around `pointer`."""

    problem: Problem
    pointer: str
    is_key: bool
    """The key is what is wrong, so that nothing can stay under it."""


class Report:
    """The problems of one document, in the order found."""

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self.problems: list[Problem] = []
        self.faults: list[Fault] = []
        """Those whose parts have not been left out yet."""
        self.left_out_operations: set[str] = set()
        """Pointers of the operations for which no method is made."""

    def fault(
        self,
        code: ProblemCode,
        message: str,
        container: Container,
        key: str | int | None,
        pointer: str,
        remedy: str = "",
        *,
        is_key: bool = False,
    ) -> None:
        """What a client cannot live with, and what it costs is to be left out (`leave_out`)."""
        problem = self._problem(Severity.WARNING, code, message, container, key, pointer, remedy)
        self.faults.append(Fault(problem, pointer, is_key))

    def add(self, problem: Problem) -> None:
        """A problem whose place is known, whatever their number: something is lost."""
        self.problems.append(problem)

    def refuse(self, problem: Problem) -> None:
        """A fault that nothing can be left out for."""
        self.problems.append(replace(problem, severity=Severity.ERROR))

    def error(
        self,
        code: ProblemCode,
        message: str,
        container: Container,
        key: str | int | None,
        pointer: str,
        remedy: str = "",
    ) -> None:
        """What a client cannot live with, at a key or item of `container` (None: at the container itself)."""
        self._add(Severity.ERROR, code, message, container, key, pointer, remedy)

    def warning(
        self,
        code: ProblemCode,
        message: str,
        container: Container,
        key: str | int | None,
        pointer: str,
        remedy: str = "",
    ) -> None:
        """What a client can live with."""
        self._add(Severity.WARNING, code, message, container, key, pointer, remedy)

    def add_warning_at(self, code: ProblemCode, message: str, position: Position | None, pointer: str) -> None:
        """A warning whose place is known already."""
        if len(self.problems) < MAX_PROBLEMS:
            problem = Problem(Severity.WARNING, code, one_line(message), position=position, pointer=pointer)
            self.problems.append(problem)

    def _add(
        self,
        severity: Severity,
        code: ProblemCode,
        message: str,
        container: Container,
        key: str | int | None,
        pointer: str,
        remedy: str,
    ) -> None:
        if len(self.problems) >= (MAX_PROBLEMS if severity is Severity.WARNING else 2 * MAX_PROBLEMS):
            return
        self.problems.append(self._problem(severity, code, message, container, key, pointer, remedy))

    def _problem(
        self,
        severity: Severity,
        code: ProblemCode,
        message: str,
        container: Container,
        key: str | int | None,
        pointer: str,
        remedy: str,
    ) -> Problem:
        position = self.positions.of(Place(container, None if key is None else str(key)))
        return Problem(severity, code, one_line(message), one_line(remedy), position, pointer)

    def has_errors(self) -> bool:
        return has_errors(self.problems)

    def stop_on_errors(self) -> None:
        """Raise ProblemsError if there is an error among the problems."""
        if self.has_errors():
            raise ProblemsError(in_order(self.problems))
