"""A change, and the list of those that a comparison finds: each once, with every place at which callers meet it."""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.changes.rules import Rule, Weight
from sdkwright.frozen import Frozen


class Use(Frozen):
    """Where callers meet a change."""

    call: str
    """The method; empty for the constructor and webhooks, whose paths say all."""
    path: str = ""
    """`request.tags`, `response.data[].kind`, `error.status[404].code`; empty for the method itself."""


class Change(Frozen):
    """One change, however many methods it concerns."""

    rule: Rule
    owner: str
    """The call of a method, or the name of a class; empty for the package."""
    member: str = ""
    """An argument, a property, a value, a status; empty for the owner itself."""
    old: str = ""
    new: str = ""
    """What stood there, and what stands there, for people."""
    uses: tuple[Use, ...] = ()
    takes: tuple[str, ...] = ()
    """Classes that are gone with it."""

    @property
    def breaks(self) -> bool:
        """Whether callers break."""
        return self.rule.weight is Weight.BREAKING

    @property
    def is_addition(self) -> bool:
        """Whether there was nothing before."""
        return self.rule.verb == "Added"

    @property
    def is_removal(self) -> bool:
        """Whether there is nothing any more."""
        return self.rule.verb in ("Deleted", "Removed")

    @property
    def subject(self) -> str:
        """What it is about: `Pet.name`, `pets.list`."""
        return f"{self.owner}.{self.member}" if self.owner and self.member else self.owner or self.member


class Found:
    """Collects changes; the same one, met again, is one with another use."""

    def __init__(self) -> None:
        self._uses: dict[tuple[Rule, str, str, str, str], dict[Use, None]] = {}
        self._takes: dict[tuple[Rule, str, str, str, str], dict[str, None]] = {}

    def add(
        self,
        rule: Rule,
        owner: str,
        member: str = "",
        *,
        old: object = "",
        new: object = "",
        use: Use | None = None,
        takes: Iterable[str] = (),
    ) -> None:
        """Notes a change."""
        key = (rule, owner, member, str(old), str(new))
        uses = self._uses.setdefault(key, {})
        if use is not None:
            uses[use] = None
        self._takes.setdefault(key, {}).update(dict.fromkeys(takes))

    def taken(self) -> frozenset[str]:
        """All classes that are gone with something that breaks."""
        return frozenset(
            name for key, names in self._takes.items() if key[0].weight is Weight.BREAKING for name in names
        )

    def changes(self) -> tuple[Change, ...]:
        """What breaks first, then by subject."""
        weights = list(Weight)
        made = [Change(*key, tuple(uses), tuple(self._takes[key])) for key, uses in self._uses.items()]
        return tuple(
            sorted(made, key=lambda one: (weights.index(one.rule.weight), one.subject, one.rule.code, one.old, one.new))
        )
