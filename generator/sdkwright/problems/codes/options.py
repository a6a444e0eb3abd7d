"""What is wrong with `gen.yaml`."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, options, situation

BAD_OPTION = ProblemCode(
    "bad-option",
    "An option has a value that it cannot have.",
    "Correct the value, or leave the key out for its default.",
    options("generation: {sdkClassName: 5 pets}"),
)
DOUBTFUL_OPTION = ProblemCode(
    "doubtful-option",
    "An option is taken as it is written, and tools that read the SDK's metadata will not know its value.",
    "Write an SPDX expression such as MIT, Apache-2.0 or LicenseRef-Proprietary.",
    options("python: {license: MIT License}"),
)
UNKNOWN_OPTION = ProblemCode(
    "unknown-option",
    "There is no option of this name in this place. It has no effect; below `sdkwright` it is an error.",
    "Remove the key, or correct its name.",
    options("generation: {sdkClassNam: Pets}"),
)
OPTION_MISPLACED = ProblemCode(
    "option-misplaced",
    "An option stands where an older format of `gen.yaml` had it. It is read as the option that it is now.",
    "Write it in its place of today.",
    options("python: {sdkClassName: Pets}"),
)
OPTION_WITHOUT_EFFECT = ProblemCode(
    "option-without-effect",
    "An option is known and has no effect here; the message says why.",
    "Leave the key out to silence this.",
    options("python: {pytestTimeout: 3}"),
)
FOREIGN_OPTIONS = ProblemCode(
    "foreign-options",
    "`sdkwright init --from` was given a file that has not the form of any generator's options that it knows.",
    "Give a stainless.yml, a generators.yml, or the configuration of openapi-python-client or openapi-generator.",
    situation("`sdkwright init --from openapi.yaml` is typed."),
)
OTHER_VERSION = ProblemCode(
    "other-version",
    "The options are for other versions of sdkwright, which would make other files. Nothing else was looked at.",
    "Install a version that `sdkwright.requires` has, or correct the range to change over to this one.",
    options("sdkwright: {requires: '>=0.0.1,<0.0.2'}"),
)
