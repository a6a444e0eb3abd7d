"""The classes of one group: one with each method beside its async twin, or one of sync and one of async methods."""

from __future__ import annotations

from sdkwright.frozen import Frozen
from sdkwright.names import Names
from sdkwright.text.fixed import Fixed, Takes


class Half(Frozen):
    """What a class is the whole of, or one half of."""

    is_sync: bool
    """It has the sync methods."""
    is_async: bool
    """It has the async ones."""
    root: str
    """The class of the runtime that the root class derives from."""

    def class_name(self, name: str, names: Names) -> str:
        """The class of this half, where the one of the sync methods is called `name`."""
        return name if self.is_sync else names.async_class(name)

    def takes(self, one: Fixed) -> bool:
        """Whether the constructor of the root class takes this argument: the HTTP client of the other half is none."""
        return {Takes.CLIENT: self.is_sync, Takes.ASYNC_CLIENT: self.is_async}.get(one.takes, True)


_TOGETHER = (Half(True, True, "SDKBase"),)
_APART = (Half(True, False, "SyncSDK"), Half(False, True, "AsyncSDK"))


def halves(names: Names) -> tuple[Half, ...]:
    """The one or the two of them."""
    return _APART if names.is_split else _TOGETHER
