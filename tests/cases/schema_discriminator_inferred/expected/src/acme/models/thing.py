"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel
from .pet import Pet


class Thing(BaseModel):
    pet: Pet
