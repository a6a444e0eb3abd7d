"""Models of the API."""

from __future__ import annotations

from typing import Dict, List, Optional, Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    parent: Optional[Thing] = None
    children: Optional[List[Thing]] = None
    named: Optional[Dict[str, Thing]] = None
    either: Optional[Either] = None
    other: Optional[Other] = None


class Other(BaseModel):
    back: Optional[Thing] = None


Either = Union[str, Thing]
