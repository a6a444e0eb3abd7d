"""An object whose further properties have a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from sdkwright.runtime.model import EXTRA, BaseModel


class Labels(BaseModel):
    """Numbers by name."""

    model_config = EXTRA

    name: Optional[str] = None

    if not TYPE_CHECKING:
        __pydantic_extra__: Dict[str, int]

    @property
    def additional_properties(self) -> Dict[str, int]:
        """The further properties, by their wire names."""
        return self._additional_properties()
