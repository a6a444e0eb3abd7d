"""What can happen to published names."""

from __future__ import annotations

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
NAME_LOST = ProblemCode(
    "name-lost",
    "A published name of a method works no longer, and there is no place where it could.",
    "Tell the users of its new place, and delete its `alias` line from the ledger when they know.",
    situation("all operations of a group move to several other groups."),
)
NAME_REUSED = ProblemCode(
    "name-reused",
    "A published name is the name of something else now, because the options or the document ask for that.",
    "Tell the users, or choose a name that was never published.",
    situation("an operation gets by `x-speakeasy-name-override` a name that another one was published under."),
)
