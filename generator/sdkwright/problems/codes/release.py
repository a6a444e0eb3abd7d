"""What can be in the way of a release."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, situation

NO_RELEASE = ProblemCode(
    "no-release",
    "`sdkwright release` does not know what was released last, so it cannot say what changed since.",
    "Name the revision of the last release with `--against v1.2.0`; or begin here, with `--version 1.3.0`.",
    situation("an SDK that was published before is released with `sdkwright release` for the first time."),
)
NOTHING_TO_RELEASE = ProblemCode(
    "nothing-to-release",
    "All that would be packed is what was released last.",
    "There is nothing to do. To release the same once more, say under which version: `--version`.",
    situation("`sdkwright release` is typed twice."),
)
NOT_AFTER = ProblemCode(
    "not-after",
    "The version that was asked for does not come after the one that was released last.",
    "Choose a later one: with `--version`, or in `gen.yaml` where versions are made by hand.",
    situation("`versioningStrategy: manual` stands in `gen.yaml`, whose version is that of the last release."),
)
DRAFT_PUBLISHED = ProblemCode(
    "draft-published",
    "A pipeline (its variable `CI` says so) publishes an SDK whose names are a draft. They would be bound in its own "
    "checkout alone, which nobody commits, and the next release could name them anew.",
    "Type `sdkwright release`, or `sdkwright names --bind` and `sdkwright generate`; commit that, and publish it.",
    situation("a tag was pushed by hand, for an SDK that was never released."),
)
NO_VERSION = ProblemCode(
    "no-version",
    "A release writes its version into `gen.yaml`, and there is no such file, or no version in it that can be changed "
    "alone.",
    "Write it as in: python: {version: 0.1.0}. `sdkwright init` writes such a file.",
    situation("`sdkwright release` is typed in a project without a `gen.yaml`."),
)
