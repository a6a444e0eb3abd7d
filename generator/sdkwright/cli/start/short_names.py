"""What `sdkwright init` says of the names that methods would have, while nothing is published yet."""

from __future__ import annotations

from sdkwright.frozen import replace
from sdkwright.ir.types import OperationKey
from sdkwright.names import Names
from sdkwright.pipeline import Loaded

_SHOWN = 8


def with_short_names(loaded: Loaded) -> Loaded:
    """The same inputs under the options for short names, and for groups by the path where there are no tags."""
    options = loaded.options
    config = replace(options.config, short_methods=True, groups_by_path=True)
    return replace(loaded, options=replace(options, config=config))


def is_shorter(written: Names, short: Names) -> bool:
    """Whether the options change any name."""
    return bool(_pairs(written, short))


def proposed(written: Names, short: Names) -> list[str]:
    """The first names that the options change, and how to keep the others; nothing if they change none."""
    pairs = _pairs(written, short)
    if not pairs:
        return []
    lines = [f"  {new}  (as written: {old})" for old, new in pairs[:_SHOWN]]
    more = f"  and {len(pairs) - _SHOWN} more" if len(pairs) > _SHOWN else ""
    return [
        "Methods are called without what the route and the group say already:",
        *lines,
        *([more] if more else []),
        "To keep the names as written, remove `names` from the options before the first `make regenerate`.",
    ]


def _pairs(written: Names, short: Names) -> list[tuple[str, str]]:
    """The old and the new place of each method that has another one, in document order."""
    old, new = _places(written), _places(short)
    return [(old[id], place) for id, place in new.items() if id in old and old[id] != place]


def _places(names: Names) -> dict[OperationKey, str]:
    """The first place of every method, with its group."""
    places: dict[OperationKey, str] = {}
    for (id, group), method in names.methods.items():
        accessor = names.groups[group].accessor
        places.setdefault(id, f"{accessor}.{method}" if accessor else method)
    return places
