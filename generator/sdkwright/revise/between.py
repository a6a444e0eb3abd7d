"""What a run leaves to the next one of the same process, and what it keeps for others when nobody waits any more."""

from __future__ import annotations

from collections.abc import Callable

from sdkwright.render.last import Rendered


class Between:
    """Stands between the runs of a process that goes on."""

    def __init__(self) -> None:
        self.rendered = Rendered()
        self._later: Callable[[], None] | None = None

    def later(self, keep: Callable[[], None]) -> None:
        """Has something done when the files are written and that is said."""
        self._later = keep

    def rest(self) -> None:
        """Does it."""
        if self._later is not None:
            self._later()
        self._later = None
