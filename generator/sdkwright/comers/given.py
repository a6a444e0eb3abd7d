"""An options file of another generator while it is read: what was taken of it, and what nobody has asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.openapi.data import Json, JsonMap, is_number
from sdkwright.openapi.pointer import join
from sdkwright.openapi.positions import Positions
from sdkwright.options.checks import BadValueError
from sdkwright.options.keys import KEYS, Sets
from sdkwright.problems import Position

Path_ = tuple[str, ...]
METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Action(Frozen):
    """One step of an overlay: what is merged into the parts of the document that a JSONPath selects."""

    target: str
    update: JsonMap


class Note(Frozen):
    """What has no counterpart here, where it stands, and why."""

    key: str
    why: str
    position: Position


class Brought(Frozen):
    """What another generator's options ask for, in the terms of this one."""

    tool: str
    options: Mapping[str, Json]
    """By the dotted key of `gen.yaml`."""
    actions: tuple[Action, ...]
    notes: tuple[Note, ...]
    """In the order of the file."""


class Given:
    """The data of one file.  `take` marks what is read, so that what is left over can be told."""

    def __init__(self, root: JsonMap, positions: Positions, path: Path) -> None:
        self.root = root
        self.path = path
        self._positions = positions
        self._taken: set[Path_] = set()
        self._why: dict[Path_, str] = {}
        self._options: dict[str, Json] = {}
        self._actions: list[Action] = []

    def look(self, *path: str) -> Json:
        """The value at `path`; None where there is none."""
        node: Json = self.root
        for key in path:
            if isinstance(node, dict):
                node = node.get(key)
            else:
                node = node[int(key)] if isinstance(node, list) and key.isdecimal() and int(key) < len(node) else None
        return node

    def take(self, *path: str) -> Json:
        """The same, with all below it: somebody does something with it."""
        if self.look(*path) is not None:
            self._taken.add(path)
        return self.look(*path)

    def text(self, *path: str) -> str | None:
        """The text at `path`, taken if it is one."""
        found = self.look(*path)
        return str(self.take(*path)) if isinstance(found, str) and found.strip() else None

    def number(self, *path: str) -> float | None:
        """The number at `path`, taken if it is one."""
        found = self.look(*path)
        if not is_number(found):
            return None
        self.take(*path)
        return found

    def keys(self, *path: str) -> list[str]:
        """The keys of the mapping at `path`, or the positions in the list."""
        node = self.look(*path)
        if isinstance(node, list):
            return [str(index) for index in range(len(node))]
        return list(node) if isinstance(node, dict) else []

    def set(self, key: str, value: Json, *path: str) -> bool:
        """Whether `key` of ours has this value now, which is made of what stands at `path` and is taken with it.

        There may be nothing to set, the key may be set already, and a value that it cannot have is told.
        """
        known = KEYS[key]
        if value is None or key in self._options or not isinstance(known, Sets):
            return False
        try:
            known.check(value)
        except BadValueError as error:
            self.tell(f"`{key}` here must be {error}", *path)
            return False
        self._options[key] = value
        if path:
            self.take(*path)
        return True

    def act(self, target: str, update: JsonMap) -> None:
        """A step of the overlay; one for the target before it is merged into that."""
        self._actions.append(Action(target, update))

    def tell(self, why: str, *path: str) -> None:
        """Says why what stands at `path` is not read, if it is there."""
        self._why[path] = why

    def brought(self, tool: str) -> Brought:
        """What was made of it, and what was left over."""
        return Brought(tool, self._options, tuple(self._actions), tuple(self._notes(())))

    def _notes(self, path: Path_) -> Iterator[Note]:
        """Each key that nobody took: as a whole, where nothing of what is below it was taken or has a reason."""
        for key in self.keys(*path):
            below = (*path, key)
            if below in self._taken:
                continue
            deeper = any(len(one) > len(below) and one[: len(below)] == below for one in (*self._taken, *self._why))
            if below in self._why or not deeper:
                yield self._note(below)
            else:
                yield from self._notes(below)

    def _note(self, path: Path_) -> Note:
        why = self._why.get(path) or next((said for one, said in self._why.items() if _fits(one, path)), None)
        place = self._positions.find(self.root, join("#", *path)) or Position(str(self.path))
        return Note(".".join(path), why or "there is no such option here", place)


def _fits(pattern: Path_, path: Path_) -> bool:
    """Whether `*` stands for what differs."""
    return len(pattern) == len(path) and all(one in ("*", other) for one, other in zip(pattern, path, strict=True))


def quoted(key: str) -> str:
    """A string literal of JSONPath (RFC 9535, section 2.3.1)."""
    escaped = key.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def selected(*path: str) -> str:
    """The JSONPath of one place in the document."""
    return "$" + "".join(f"[{quoted(key)}]" for key in path)


def retries(most: int, first_ms: int, longest_ms: int) -> JsonMap:
    """Retries by number, twice as long each time, of what most clients ask for again."""
    backoff: JsonMap = {"initialInterval": first_ms, "maxInterval": longest_ms, "exponent": 2}
    codes: list[Json] = ["408", "429", "5XX"]
    return {
        "strategy": "attempt-count-backoff",
        "maxRetries": most,
        "backoff": backoff,
        "statusCodes": codes,
        "retryConnectionErrors": True,
    }
