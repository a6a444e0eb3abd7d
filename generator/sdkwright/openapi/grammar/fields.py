"""Short ways to write the fields of a grammar."""

from __future__ import annotations

from typing import Final

from sdkwright.openapi.data import Json
from sdkwright.openapi.grammar.model import Field, Form, Leaf

TEXT: Final = Field(Leaf.TEXT)
NOTE: Final = Field(Leaf.TEXT, soft=True)
NEEDED: Final = Field(Leaf.TEXT, required=True)
FLAG: Final = Field(Leaf.FLAG)
HINT: Final = Field(Leaf.FLAG, soft=True)
ANY: Final = Field(Leaf.ANY)
NUMBER: Final = Field(Leaf.NUMBER)
COUNT: Final = Field(Leaf.COUNT)


def one(kind: str, *, required: bool = False, soft: bool = False) -> Field:
    """One object of a kind."""
    return Field(kind, Form.ONE, required, soft)


def needed(kind: str, default: Json) -> Field:
    """One of a kind, which is required, and what a client can take for it."""
    return Field(kind, Form.ONE, required=True, default=default)


def list_of(kind: str, *, required: bool = False, soft: bool = False) -> Field:
    """A list of objects of a kind."""
    return Field(kind, Form.LIST, required, soft)


def map_of(kind: str, *, required: bool = False, soft: bool = False) -> Field:
    """A mapping of objects of a kind."""
    return Field(kind, Form.MAP, required, soft)
