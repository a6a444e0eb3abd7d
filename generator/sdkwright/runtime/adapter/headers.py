"""Header fields: those of a request, from names and values that are bytes already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..http import HeaderItems


class HeaderMaker:
    """Makes the header fields of a request.

    Both libraries keep each field as its name, the name in lower case and the value.  They are put there instead of
    having the library look at every one of them.  If a version of a library is built differently, which is tried once,
    its own class does the same.
    """

    def __init__(self, kind: Any) -> None:
        self.kind: Any = kind
        self._fast = self._works()

    def _works(self) -> bool:
        probe = [(b"Host", b"a"), (b"X-Y", b"\xc3\xa9"), (b"x-y", b"2")]
        try:
            made, usual = self._quick(probe), self.kind(probe)
            same: list[bool] = [made.raw == usual.raw, made["X-y"] == usual["X-y"], vars(made) == vars(usual)]
        except (AttributeError, TypeError):
            return False
        return all(same)

    def _quick(self, items: HeaderItems) -> Any:
        made: Any = object.__new__(self.kind)
        made._list = [(name, name.lower(), value) for name, value in items]
        made._encoding = None
        return made

    def make(self, items: HeaderItems) -> Any:
        """The fields in their order."""
        return self._quick(items) if self._fast else self.kind(items)
