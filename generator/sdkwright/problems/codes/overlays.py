"""Overlays that cannot be applied."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, overlay

OVERLAY = ProblemCode(
    "overlay",
    "The overlay is not written as the Overlay Specification says, or cannot be merged into what it selects.",
    "Write target and update, copy or remove.",
    overlay("overlay: 2.0.0", "actions: []"),
)
OVERLAY_NO_MATCH = ProblemCode(
    "overlay-no-match",
    "The target of an action selects nothing, so that the action has no effect.",
    "Check the JSONPath against the document, or remove the action.",
    overlay("overlay: 1.0.0", "actions:", "  - {target: $.paths.missing, remove: true}"),
)
JSONPATH = ProblemCode(
    "jsonpath",
    "The target of an action is no JSONPath.",
    "Write it as RFC 9535 says.",
    overlay("overlay: 1.0.0", "actions:", "  - {target: '$.paths[', remove: true}"),
)
