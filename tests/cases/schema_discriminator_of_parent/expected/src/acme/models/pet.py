"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Union

from .._runtime.model import Tagged, Unrecognized
from .cat import Cat
from .dog import Dog

Pet = Annotated[Union[Cat, Dog, Unrecognized], Tagged("kind", {"cat": 0, "dog": 1})]
