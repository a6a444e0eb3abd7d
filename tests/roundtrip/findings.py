"""What became of a value, and the name of the cause if it is not what it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wire.data import Json
from wire.made.schemas import Schema

from .constructs import Constructs
from .differences import ABSENT, Difference, differences, pointer, type_name
from .explained import SENT_BY_ITSELF, explanation
from .words import described, place_of, said

EQUAL, EXPLAINED, DIFFERENT, UNMADE = "equal", "explained", "different", "unmade"


@dataclass(frozen=True)
class Finding:
    """What became of one value."""

    side: str
    """`answer`, `error` or `request`; of a request also how it was given."""
    outcome: str
    place: str = ""
    """The operation, of an answer with status and media type."""
    causes: tuple[str, ...] = ()
    pointer: str = ""
    given: object = None
    got: object = None


@dataclass(frozen=True)
class Findings:
    """Makes the findings of one document."""

    constructs: Constructs

    def compared(
        self, side: str, place: str, schema: Schema, given: Json, got: Iterable[Json], whole: Json = ABSENT
    ) -> Finding:
        """A value and every form in which it was to be had again.

        `whole` is one more, and the only one that must have the members that no schema names.
        """
        found = [one for each in got for one in differences(given, each)]
        if whole is not ABSENT:
            lost = {one.path for one in found if one.kind == "lost"}
            free = {path for path in lost if self.constructs.is_free(schema, path, given)}
            found = [one for one in found if one.kind != "lost" or one.path not in free]
            found += differences(given, whole)
        names = {one: each.name for one in found if (each := explanation(one)) is not None}
        names |= {
            one: SENT_BY_ITSELF.name
            for one in found
            if side.startswith("request") and self.constructs.sends_itself(schema, one)
        }
        left = [one for one in found if one not in names]
        if not found:
            return Finding(side, EQUAL, place)
        first = (left or found)[0]
        causes = (self._cause(side, schema, one) for one in left) if left else names.values()
        return Finding(
            side,
            DIFFERENT if left else EXPLAINED,
            place,
            tuple(dict.fromkeys(causes)),
            pointer(first.path),
            first.given,
            first.got,
        )

    def _cause(self, side: str, schema: Schema, one: Difference) -> str:
        where = side.partition(" ")[0]
        if one.kind in ("lost", "added"):
            kind = "null" if one.given is None else "a"
            known = "described" if self.constructs.describes(schema, one.path) else "free"
            return f"{where}: {kind} {known} member is {one.kind}, of {self.constructs.at(schema, one.path[:-1])}"
        kind = f"{type_name(one.given)} became {type_name(one.got)}" if one.kind == "changed" else one.kind
        return f"{where}: {kind}, at {self.constructs.at(schema, one.path)}"

    def refused(
        self, side: str, place: str, schema: Schema, given: Json, error: BaseException, above: tuple[str, ...] = ()
    ) -> Finding:
        """A value for which an exception was raised; `above` leads to it from what the schema is of."""
        path = place_of(error, given)
        cause = f"{side.partition(' ')[0]}: {described(error)}, at {self.constructs.at(schema, (*above, *path))}"
        for part in path:
            given = given[part]
        return Finding(side, DIFFERENT, place, (cause,), pointer((*above, *path)), given, said(error))
