"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Union

from .._runtime.model import Tagged, Unrecognized
from .cat import Cat
from .other import Other

Pet = Annotated[Union[Cat, Other, Unrecognized], Tagged("kind", {"cat": 0, "Other": 1})]
