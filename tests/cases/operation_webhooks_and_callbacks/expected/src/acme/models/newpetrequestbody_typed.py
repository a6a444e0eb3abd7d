"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class NewPetRequestBodyTypedDict(TypedDict):
    name: NotRequired[str]
