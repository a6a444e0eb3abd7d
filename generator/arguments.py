"""Which arguments a method takes: parameters and body, flattened as the options say.  Not what they are called.

Names (their scope) and the plan (their annotations) must agree on this list, so it is made here, once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.api import Content, Parameter, Property


class Role(StrEnum):
    PARAMETER = "parameter"
    FIELD = "field"
    """A property of a flattened body."""
    BODY = "body"
    """The whole body beside parameters: `request_body`, or the snake name of its component."""
    REQUEST = "request"
    """The whole body as the only argument: `request`."""


@dataclass(frozen=True, slots=True)
class ArgumentSpec:
    key: str
    """The id of the parameter, property or body: with the operation's id, the key of the argument's name."""
    role: Role
    required: bool
    parameter: Parameter | None = None
    property: Property | None = None
    content: Content | None = None
