"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Pet(BaseModel):
    name: Optional[str] = None
    owner: Optional[Person] = None


class Person(BaseModel):
    name: Optional[str] = None
    pet: Optional[Pet] = None
