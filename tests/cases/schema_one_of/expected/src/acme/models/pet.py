"""Models of the API."""

from __future__ import annotations

from typing import Union

from .cat import Cat
from .dog import Dog

Pet = Union[Cat, Dog]
