"""What is told of names that stay although the document would call their thing otherwise now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from sdkwright.ir.types import OperationKey
from sdkwright.names.keys import Identity
from sdkwright.names.model import Names
from sdkwright.names.published.ledger import Entry, Ledger, Section, State
from sdkwright.problems import Problem, Severity
from sdkwright.problems.codes.names import NAME_KEPT


def kept_names(
    names: Names, by_rules: Callable[[], Names], identities: Mapping[OperationKey, Identity], ledger: Ledger
) -> Iterator[Problem]:
    """A note of each method whose operation has another id now than it was published under, and whose name would be
    another one by the rules alone, which are asked where there is such an operation.  It comes once: the ledger that
    this run writes has the new id."""
    ruled_names = cache(by_rules)
    entries: dict[tuple[str, str], Entry] = {
        (entry.key, entry.identifier): entry
        for entry in ledger.entries
        if entry.scope == Section.METHOD and entry.state is State.CURRENT
    }
    for (id, path), name in names.methods.items():
        identity = identities[id]
        entry = entries.get((identity.published, name))
        if entry is None or identity.now == identity.published:
            continue
        ruled = ruled_names().methods.get((id, path), name)
        if ruled == name:
            continue
        place = names.groups[path].accessor
        said = f"{place}.{name}" if place else name
        yield Problem(
            Severity.NOTE,
            NAME_KEPT,
            f"`{said:.120}` keeps its published name; by the new id of its operation it would be `{ruled:.120}`",
            f"To keep the name, do nothing. To take the new one, which leaves the old one as an alias: "
            f"`sdkwright names --rename {said} {ruled}`.",
            ledger.place(entry),
            str(id),
        )
