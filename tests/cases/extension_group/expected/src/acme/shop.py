"""The operations of `shop`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.resource import Resource

if TYPE_CHECKING:
    from .pets import Pets


class Shop(Resource):
    """The operations of `shop`."""

    @cached_property
    def pets(self) -> Pets:
        """The operations under `pets`."""
        from .pets import Pets

        return Pets(self._core)
