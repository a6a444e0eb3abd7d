"""Checking what the caller gave, so that an exception names the argument and not only its type."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from .codec import Codec

__all__ = ["accepted"]

T = TypeVar("T")

_made_error: Any = PydanticCustomError
"""It takes literal texts alone to the checkers; these are the core's own."""


def accepted(codec: Codec[T], argument: str, value: object) -> T:
    """The checked value of an argument.  Raises `pydantic.ValidationError` whose paths begin with the argument."""
    try:
        return codec.accept(value)
    except ValidationError as problem:
        raise _below(problem, argument) from None


def _below(problem: ValidationError, argument: str) -> ValidationError:
    """The same problem with an argument as the place of all of it; values stay out of its text."""
    details: list[InitErrorDetails] = []
    for error in problem.errors(include_url=False, include_context=False):
        own = _made_error(error["type"], error["msg"])
        details.append(InitErrorDetails(type=own, loc=(argument, *error["loc"]), input=error["input"]))
    return ValidationError.from_exception_data(argument, details, hide_input=True)
