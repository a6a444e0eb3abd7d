"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Union

from .._runtime.model import Tagged, Unrecognized
from .cat import Cat
from .dog import Dog

Pet = Annotated[Union[Cat, Dog, Unrecognized], Tagged("kind", {"Cat": 0, "Dog": 1})]
