"""Which version comes next, by what changed for callers (Semantic Versioning 2.0.0, sections 4 and 6 to 8)."""

from __future__ import annotations

from collections.abc import Iterable

from packaging.version import Version

from sdkwright.changes.report import Placed
from sdkwright.changes.rules import Weight

_FIRST_STABLE = 1


def next_version(last: str, changes: Iterable[Placed]) -> str:
    """The version after `last`: a major one if callers break, a minor one for additions and deprecations, else a patch.

    Below 1.0 the minor number plays the major one, and the patch the minor.  A pre-release goes on to the next of its
    kind, and so does a development release, whatever changed: it has promised nothing.  An epoch stays.

    Raises ValueError (`packaging.version.InvalidVersion`) for what is no version.
    """
    version = Version(last)
    if version.dev is not None:
        return f"{version.public.removesuffix(f'.dev{version.dev}')}.dev{version.dev + 1}"
    if version.pre is not None:
        kind, number = version.pre
        return f"{version.base_version}{kind}{number + 1}"
    major, minor, patch = (*version.release, 0, 0)[:3]
    weights = {one.change.rule.weight for one in changes if one.excuse is None}
    breaks, adds = Weight.BREAKING in weights, bool(weights & {Weight.ADDED, Weight.DEPRECATED})
    if major < _FIRST_STABLE:
        following = f"{major}.{minor + 1}.0" if breaks else f"{major}.{minor}.{patch + 1}"
    elif breaks:
        following = f"{major + 1}.0.0"
    else:
        following = f"{major}.{minor + 1}.0" if adds else f"{major}.{minor}.{patch + 1}"
    return f"{version.epoch}!{following}" if version.epoch else following
