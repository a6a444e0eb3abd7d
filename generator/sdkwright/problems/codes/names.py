"""What can happen to published names."""

from __future__ import annotations

from typing import Final

from sdkwright.problems.code import ProblemCode, ledger, situation

LEDGER = ProblemCode(
    "ledger",
    "A line of the ledger is not understood, or contradicts another one, as a merge can leave it.",
    "Take the line from the last commit. Where a merge left both sides, keep all lines but the marks; of two lines "
    "about the same thing keep the one that was published.",
    ledger("class . Pet = Animal", "class . Pet = Creature"),
)
LEDGER_MISSING = ProblemCode(
    "ledger-missing",
    "The last run has written a ledger of published names, and it is gone. Names may change.",
    "Restore it from version control; if nothing was ever published, run `sdkwright generate --new-ledger`.",
    situation("`names.lock` was deleted from the output folder."),
)
NAME_KEPT = ProblemCode(
    "name-kept",
    "The document would give something another name now, and it keeps the one under which it was published.",
    "To keep the name, do nothing. To take the new one, which leaves the old one as an alias: "
    "`sdkwright names --rename OLD NEW`.",
    situation("the `operationId` of an operation that was published is another one than before."),
)
NAME_LOST = ProblemCode(
    "name-lost",
    "A published name of a method works no longer, and there is no place where it could.",
    "Tell the users of its new place, and delete its `alias` line from the ledger when they know.",
    situation("all operations of a group move to several other groups."),
)
RENAME = ProblemCode(
    "rename",
    "What `sdkwright names` was asked to write into the ledger cannot be: nothing or several things have the name, the "
    "new one is taken or no name, or there is no ledger that holds anything.",
    "See every name with `sdkwright names`. Write what holds the thing before it: `Pet.name`, `pets.get_pet.limit`.",
    situation("`sdkwright names --rename id key` is typed, and three classes have a field `id`."),
)
NAME_REUSED = ProblemCode(
    "name-reused",
    "A published name is the name of something else now, because the options or the document ask for that.",
    "Tell the users, or choose a name that was never published.",
    situation("an operation gets by `x-speakeasy-name-override` a name that another one was published under."),
)
OF_THE_LAST: Final = frozenset({LEDGER_MISSING, NAME_KEPT, NAME_LOST, NAME_REUSED})
"""What is said of the ledger that the last run has left."""
