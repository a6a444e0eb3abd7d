"""How long a call may take.

A number of milliseconds bounds an attempt as a whole, its redirects included: the time is looked at when the headers
are there and at each chunk, and a server that says nothing is left by the timeout of the read.  Of a stream it bounds
the time up to the headers, and then each gap between two chunks.  A `Timeout` of an HTTP library is taken as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..adapter.library import Library
    from ..http import Request, Timeout
    from .core import Core

__all__ = ["Deadline", "Phases", "limit_of"]

Phases: TypeAlias = dict[str, float | None]
"""What the HTTP library is told: seconds to `connect`, for each `read` and `write`, and for a place in its `pool`."""

CONNECT = 10.0
"""The most seconds that connecting takes: a server that is there accepts sooner than it answers."""
_NUMBERS = (int, float)


def limit_of(
    core: Core, call: float | Timeout | None, operation_ms: int | None, client: object | None
) -> tuple[float | None, Phases | None]:
    """The seconds of an attempt, or the phases of a `Timeout`; neither: what the supplied client has of its own.

    What the caller says goes before what the document says: the method's argument, the constructor's, the supplied
    client's own, whatever its value; then the operation's, then the SDK's.

    Raises `TypeError` for what is neither a number nor a `Timeout`.
    """
    given = call if call is not None else core.timeout_ms
    if given is None:
        if client is not None and hasattr(client, "timeout"):
            return None, None
        given = operation_ms if operation_ms is not None else core.configuration.timeout_ms
    if isinstance(given, _NUMBERS):
        return given / 1000.0, None
    try:
        return None, {"connect": given.connect, "read": given.read, "write": given.write, "pool": given.pool}
    except AttributeError:
        pass  # no `Timeout` of any library
    raise TypeError(f"timeout_ms is a number of milliseconds or the HTTP library's Timeout, not {given!r}")


class Deadline:
    """Until when the attempts of one call may take.

    Args:
        seconds, phases: See `limit_of`.
        monotonic: The clock, in seconds.
        library: Whose exception is raised.
    """

    __slots__ = ("_ends", "_given", "_library", "_monotonic", "_phases", "_seconds", "latest", "request")

    def __init__(
        self, seconds: float | None, phases: Phases | None, monotonic: Callable[[], float], library: Library
    ) -> None:
        self._seconds = seconds
        self._given = phases
        self._monotonic = monotonic
        self._library = library
        self._phases: Phases | None = None
        self._ends = inf
        self.latest = inf
        """When every attempt ends, whatever its own limit is."""
        self.request: Request | None = None
        """What was sent, which the exception names."""

    def start(self) -> Phases | None:
        """Begin an attempt; what the HTTP library is told of it, or None for nothing."""
        seconds = self._seconds
        if seconds is None:
            self._ends = self.latest
            self._phases = None if self._given is None else {**self._given}
            return self._phases
        now = self._monotonic()
        self._ends = now + seconds
        if self._ends > self.latest:
            self._ends = self.latest
            seconds = max(0.0, self.latest - now)
        connect = seconds if seconds < CONNECT else CONNECT
        self._phases = {"connect": connect, "read": seconds, "write": seconds, "pool": seconds}
        return self._phases

    def stop(self) -> None:
        """The attempts are over: what follows has no limit of theirs."""
        self._ends = inf

    def check(self) -> None:
        """Raises the HTTP library's `ReadTimeout` if the time is over."""
        if self._monotonic() > self._ends:
            raise self._library.read_timeout("the time for this attempt is over", request=self.request)

    def narrow(self) -> None:
        """Let a server say nothing for as long as there is time, and no longer.  Raises as `check` does."""
        left = self._ends - self._monotonic()
        if left < 0.0:
            self.check()
        phases = self._phases
        if phases is not None:
            read = phases["read"]
            if read is None or read > left:
                phases["read"] = left if left < inf else None

    def widen(self) -> None:
        """The headers of a stream are there: each gap may take the whole limit.  Raises as `check` does."""
        self.check()
        phases = self._phases
        if phases is not None:
            phases["read"] = self._seconds if self._given is None else self._given["read"]
