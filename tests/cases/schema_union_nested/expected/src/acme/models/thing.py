"""Models of the API."""

from __future__ import annotations

from typing import List, Optional, Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    deep: DeepUnion
    lists: Optional[Lists] = None


ThingDeep1 = Union[str, bool]


ThingDeep = Union[int, List[ThingDeep1]]


DeepUnion = Union[str, ThingDeep]


Lists = Union[List[str], List[int]]
