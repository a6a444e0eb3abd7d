"""`Position`, `Problem` and the one exception that carries problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from sdkwright.frozen import Frozen, force_setattr, replace
from sdkwright.problems.code import ProblemCode
from sdkwright.problems.shown import shown


class Severity(StrEnum):
    """An error stops the run (exit 1, nothing written); a warning is printed, and `--strict` makes it an error; a note
    is printed: nothing is wrong, and there is something to decide."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Position(Frozen):
    """A place in a source file.  `line` and `column` count from 1; 0 means that the file as a whole is meant."""

    file: str
    line: int = 0
    column: int = 0
    text: str = ""
    """The text of the line, where the one who found the place had it at hand, of a long line the part around the place;
    the place is the same without it."""
    skipped: int = 0
    """How many characters of the line stand before that text."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Position) and self._place() == other._place()

    def __hash__(self) -> int:
        return hash(self._place())

    def _place(self) -> tuple[str, int, int]:
        return (self.file, self.line, self.column)

    def __str__(self) -> str:
        """`file:line:column`, as editors read it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class LeftOut(Frozen):
    """A part of the document that a fault costs: what it is (`parameter`), which one, and its JSON pointer."""

    kind: str
    name: str
    pointer: str

    def __str__(self) -> str:
        """The words of a message: `the parameter "limit"`."""
        return f"the {self.kind} {shown(self.name, 100)}"


class Problem(Frozen):
    """One thing that is wrong: what, where, and what to do about it."""

    severity: Severity
    code: ProblemCode
    """The kind of problem: an entry of the table in `problems/codes/`."""
    message: str
    """A sentence without its full stop: names of keys in backticks, values of the document as JSON (`shown`)."""
    remedy: str = ""
    """One or more sentences; empty stands for the remedy of the table."""
    position: Position | None = None
    pointer: str | None = None
    """The JSON pointer of the place in the (bundled) document; the position is found from it when it is reported."""
    left_out: LeftOut | None = None
    """What is not generated for it."""
    of_unused: bool = False
    """It is about a component that nothing of the document uses: only `--strict` tells it."""

    def __post_init__(self) -> None:
        if not self.remedy:
            force_setattr(self, "remedy", self.code.remedy)


class ProblemsError(Exception):
    """Raised where work cannot go on; carries every problem found so far, at least one of them an error."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("; ".join(p.message for p in self.problems))


def located(problems: Iterable[Problem], find: Callable[[str], Position]) -> tuple[Problem, ...]:
    """The problems with a position each, found from the pointer where that is all they have."""
    return tuple(
        replace(problem, position=find(problem.pointer)) if problem.position is None and problem.pointer else problem
        for problem in problems
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of their places, each once; those without a place come last."""
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(problem: Problem) -> tuple[bool, str, int, int, str, str]:
    place = problem.position or Position("")
    return (problem.position is None, place.file, place.line, place.column, problem.severity, problem.message)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops the run."""
    return any(problem.severity is Severity.ERROR for problem in problems)
