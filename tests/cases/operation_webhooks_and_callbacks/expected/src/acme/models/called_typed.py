"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from datetime import datetime
from typing import NotRequired, TypedDict


class CalledTypedDict(TypedDict):
    when: NotRequired[datetime]
