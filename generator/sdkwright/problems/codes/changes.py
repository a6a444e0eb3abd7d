"""What can be wrong around comparing two surfaces."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, situation

BREAKING = ProblemCode(
    "breaking",
    "A change breaks callers of the SDK, and `--fail-on breaking` was typed.",
    "Keep what was there, or release a new major version; `sdkwright diff --ignore FILE` excuses single changes.",
    situation("a pull request removes an operation, and its check is `sdkwright diff --fail-on breaking`."),
)
NO_SURFACE = ProblemCode(
    "no-surface",
    "A folder that is to be compared does not say what users of its SDK can name.",
    "Run `sdkwright generate` for it, which writes .sdkwright-surface, or name the document instead.",
    situation("`sdkwright diff` is given the folder of an SDK that another generator made."),
)
NO_REVISION = ProblemCode(
    "no-revision",
    "What stood in the repository at a revision cannot be read.",
    "Check the name of the revision with `git rev-parse`; in CI, fetch the whole history.",
    situation("`sdkwright diff --against main` runs in a shallow clone, which has no branch `main`."),
)
BAD_EXCUSE = ProblemCode(
    "bad-excuse",
    "An entry of the file of excused changes cannot be read.",
    "Write a list of entries with `rule`, `subject`, `reason` and `until`.",
    situation("an entry has no `reason`."),
)
OLD_EXCUSE = ProblemCode(
    "old-excuse",
    "An entry of the file of excused changes has run out.",
    "Delete the entry, or think again and give it another day.",
    situation("`until` of an entry was yesterday."),
)
