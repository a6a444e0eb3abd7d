"""The ledger: the names that an SDK has published, in a committed file beside it, so that they stay.

The file is text, one name a line, sorted, so that two branches that add names merge without thinking:

    class "CreateSession" "body application/json" = CreateSessionRequestBody
    field CreateSessionRequestBody contactId = contact_id
    removed class Sessions Old = Old
    alias class . Pet = Animal

A line says: in this scope, of this owner, the thing with this key is called so.  Keys are what stays when a document is
edited: a component's name, a property's wire name, an operation's id, the title or shape of a union's member; never a
position.  `removed` names are given to nothing else.  An `alias` is the old name of something that the user had
renamed, or the old place of an operation that has moved to another group; deleting its line ends it.  Reading, merging
and writing are pure functions of text.

The ledger of a new project is a draft: it says what all is called and holds nothing, until something is published.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from sdkwright.frozen import Frozen
from sdkwright.names.apart import plain
from sdkwright.problems import Position, Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.names import LEDGER
from sdkwright.text import reserved

HEADER = """\
# The names that this SDK has published. Written by `sdkwright generate`; commit this file beside the SDK.
# Nothing in it is ever renamed. Delete an `alias` or a `removed` line to end the alias or to set the name free.
"""
_BOUND = HEADER.splitlines()[0]
_DRAFT = (
    "# A draft: nothing is published yet, so names follow the document. They hold from the first `sdkwright release`"
)
DRAFT_HEADER = f"""\
{_DRAFT}
# or `publish` on, or from `sdkwright names --bind`. Written by `sdkwright generate`; commit this file beside the SDK.
"""
PACKAGE, MODULE = "package", "module"
"""The keys of the distribution, the one name that is no Python name, and of the import package, which may be inside of
others."""
_PLAIN = re.compile(r"[A-Za-z0-9_.$/\[\]{}|:~*+-]+")
_DISTRIBUTION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""How git marks what it could not merge."""
_LINE = re.compile(
    r"(?:(?P<state>removed|alias) )?(?P<scope>[a-z][a-z-]*) (?P<owner>\"(?:[^\"\\]|\\.)*\"|\S+)"
    r" (?P<key>\"(?:[^\"\\]|\\.)*\"|\S+) = (?P<identifier>\"(?:[^\"\\]|\\.)*\"|\S+)"
)


class State(StrEnum):
    """What became of a published name."""

    CURRENT = ""
    REMOVED = "removed"
    ALIAS = "alias"


class Section(StrEnum):
    """The scopes of the ledger.  What an operation was called is not a Python name but how it is found again."""

    SDK = "sdk"
    """What the whole package, its root class and its own errors are called; keys as in `names/project.py`."""
    OPERATION = "operation"
    GROUP = "group"
    ATTRIBUTE = "attribute"
    METHOD = "method"
    ARGUMENT = "argument"
    CLIENT = "client"
    CLASS = "class"
    TWIN = "twin"
    FIELD = "field"
    MEMBER = "member"


_STATES: Mapping[str | None, State] = {None: State.CURRENT, **{state.value: state for state in State}}
_SCOPES = {scope.value for scope in Section}
_MAY_MEET = {Section.OPERATION.value, Section.SDK.value}
"""Scopes in which two things may have one name."""
_OWN: Mapping[str, Collection[str]] = {
    Section.CLASS.value: reserved.MODEL_CLASSES,
    Section.FIELD.value: reserved.PYDANTIC,
    Section.METHOD.value: reserved.METHODS,
    Section.ATTRIBUTE.value: reserved.METHODS,
    Section.ARGUMENT.value: reserved.CALL_OPTIONS,
    Section.CLIENT.value: reserved.CONSTRUCTOR,
}
"""What no name of a document can be in each scope, whoever wrote it down: the code would not be imported."""


class Entry(Frozen, order=True):
    """One line of the ledger."""

    scope: str
    owner: str
    key: str
    identifier: str
    state: State = State.CURRENT


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was published so far."""

    entries: tuple[Entry, ...] = ()
    is_draft: bool = False
    """Nothing was published: what it says holds nothing, so it has no entries for those who ask."""
    file: str = field(default="", compare=False)
    """Where it was read."""
    lines: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """Where in the file each of the entries stands that were read."""
    _index: Mapping[tuple[str, str], tuple[Entry, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict[tuple[str, str], tuple[Entry, ...]]
    )

    _places: dict[Entry, int] = field(init=False, repr=False, compare=False, default_factory=dict[Entry, int])
    """The lines by entry; hardly anybody asks."""

    def __post_init__(self) -> None:
        index: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            index.setdefault((entry.scope, entry.owner), []).append(entry)
        object.__setattr__(self, "_index", {place: tuple(entries) for place, entries in index.items()})

    def of(self, scope: str, owner: str) -> tuple[Entry, ...]:
        """All entries of one owner in one scope."""
        return self._index.get((scope, owner), ())

    def place(self, entry: Entry) -> Position | None:
        """The line of an entry that was read."""
        if not self._places:
            self._places.update(zip(self.entries, self.lines, strict=False))
        return Position(self.file, self._places[entry], 1) if entry in self._places else None


class Noted(Frozen):
    """What a run has to write."""

    names: Mapping[tuple[str, str], Mapping[str, str]]
    """What things are called now: by key, by scope and owner."""
    others: tuple[Entry, ...] = ()
    """Old names, and those of what is gone."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of it, line by line."""
        now = (Entry(*place, key, name) for place, names in self.names.items() for key, name in names.items())
        return (*now, *self.others)


def empty_ledger() -> Ledger:
    """The ledger of an SDK that was never generated."""
    return Ledger()


def parse_ledger(text: str, file: str = "the ledger") -> Ledger:
    """Read the text of a ledger.

    A draft is not read further: what both sides of a merge say in it need not agree.  Where one side was published, the
    whole was.

    Raises ProblemsError with every line that is not understood, and every one that gives a thing a second name or a
    name to a second thing, as a merge can leave them.
    """
    lines = text.splitlines()
    if _DRAFT in lines and _BOUND not in lines:
        return Ledger(is_draft=True, file=file)
    problems: list[Problem] = []
    entries: dict[tuple[str, str, str, str], Entry] = {}
    named: dict[tuple[str, str, str], Entry] = {}
    places: list[int] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            entry = _entry(line)
        except ValueError as error:
            problems.append(_refused(str(error), Position(file, number, 1)))
            continue
        scope, is_current = entry.scope, entry.state is State.CURRENT
        place = (scope, entry.owner, entry.key, entry.identifier if entry.state is State.ALIAS else "")
        other = entries.setdefault(place, entry)
        if other is entry:
            places.append(number)
        elif other != entry:
            problems.append(_refused(f"This {scope} already has another name", Position(file, number, 1)))
            continue
        if is_current and scope not in _MAY_MEET:
            owner = "" if scope == Section.CLASS else entry.owner
            first = named.setdefault((scope, owner, entry.identifier.casefold()), entry)
            if first is not entry and first != entry:
                message = f"`{entry.identifier:.80}` is already the name of another {scope}"
                problems.append(_refused(message, Position(file, number, 1)))
    if problems:
        raise ProblemsError(problems)
    return Ledger(tuple(entries.values()), file=file, lines=tuple(places))


def ledger_text(entries: Iterable[Entry], *, is_draft: bool = False) -> str:
    """The text of a ledger: sorted, every line ended."""
    return noted_text(Noted({}, tuple(entries)), is_draft=is_draft)


def noted_text(noted: Noted, *, is_draft: bool = False) -> str:
    """The text of the ledger of a run."""
    lines = list(set(map(_line, noted.others)))
    for (scope, owner), names in noted.names.items():
        begin = f"{scope} {_token(owner)}"
        lines += [f"{begin} {_token(key)} = {_token(name)}\n" for key, name in names.items()]
    lines.sort()  # As they come they are nearly in order, which those of a set are not.
    return (DRAFT_HEADER if is_draft else HEADER) + "".join(lines)


def _line(entry: Entry) -> str:
    said = f"{entry.scope} {_token(entry.owner)} {_token(entry.key)} = {_token(entry.identifier)}\n"
    return f"{entry.state} {said}" if entry.state else said


def bound_text(text: str) -> str:
    """The text of a ledger whose names hold, be it that of a draft or not."""
    return HEADER + text.removeprefix(DRAFT_HEADER) if text.startswith(DRAFT_HEADER) else text


@lru_cache(maxsize=1 << 14)
def _entry(line: str) -> Entry:
    """What a line says.  Raises ValueError.  A process that goes on reads nearly the same lines again."""
    state, scope, owner, key, identifier = _plain(line) or _parts(line)
    if identifier in _OWN.get(scope, ()):
        kind = "argument of the constructor" if scope == Section.CLIENT else scope
        raise ValueError(f"No {kind} was ever called `{identifier}`, which the package has for itself")
    if scope == Section.SDK and key == PACKAGE:
        if not _DISTRIBUTION.fullmatch(identifier):
            raise ValueError(f"{shown(identifier)} is no name of a package")
    elif scope != Section.OPERATION and not all(map(_is_name, _names_in(scope, key, identifier))):
        raise ValueError(f"{shown(identifier)} is no Python name")
    return Entry(scope, owner, key, identifier, state)


def _plain(line: str) -> tuple[State, str, str, str, str] | None:
    """The parts of a line without quotes, as nearly all are; None of any other."""
    scope, _, rest = line.partition(" ")
    tokens = rest.split(" ")
    if scope not in _SCOPES or len(tokens) != 4 or tokens[2] != "=" or '"' in line:
        return None
    owner, key, _, identifier = tokens
    is_whole = bool(owner and key and identifier) and line.isascii() and line.isprintable()
    return (State.CURRENT, scope, owner, key, identifier) if is_whole else None


def _parts(line: str) -> tuple[State, str, str, str, str]:
    """The parts of any line.  Raises ValueError."""
    found = _LINE.fullmatch(line)
    if found is None and line.startswith(_CONFLICT):
        raise ValueError("A merge has left its mark here")
    if found is None:
        raise ValueError("This line is no entry of a ledger")
    state, scope, *written = found.groups()
    if scope not in _SCOPES:
        raise ValueError(f"There is no scope `{scope:.60}`")
    owner, key, identifier = map(_bare, written)
    return _STATES[state], scope, owner, key, identifier


def _names_in(scope: str, key: str, identifier: str) -> list[str]:
    """The Python names of which an identifier is made: one, or those of a package inside of others."""
    if scope == Section.CLASS:
        return [plain(identifier)]
    return identifier.split(".") if (scope, key) == (Section.SDK, MODULE) else [identifier]


def _is_name(identifier: str) -> bool:
    """No name of a document begins with an underscore: those are the package's own."""
    fits = identifier.isidentifier() and len(identifier) <= 200
    return fits and not identifier.startswith("_") and identifier not in reserved.KEYWORDS


def _bare(token: str) -> str:
    return str(json.loads(token)) if token.startswith('"') else token


def _token(text: str) -> str:
    is_plain = (text.isascii() and text.isidentifier()) or _PLAIN.fullmatch(text)
    return text if is_plain else json.dumps(text)


def _refused(message: str, position: Position) -> Problem:
    remedy = (
        "Take the line from the last commit. Where a merge left both sides, keep all lines but the marks; of two lines "
        "about the same thing keep the one that was published."
    )
    return Problem(Severity.ERROR, LEDGER, message, remedy, position)
