"""Models of the API."""

from __future__ import annotations

from typing import Union

from .cat import Cat
from .fish import Fish

A = Union[Cat, Fish]
