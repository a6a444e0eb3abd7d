"""The operations of `outbound`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.resource import Resource

if TYPE_CHECKING:
    from .batches import Batches


class Outbound(Resource):
    """The operations of `outbound`."""

    @cached_property
    def batches(self) -> Batches:
        """The operations under `batches`."""
        from .batches import Batches

        return Batches(self._core)
