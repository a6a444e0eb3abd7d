from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    deep: DeepUnion
    lists: Optional[Lists] = None


ThingDeep1 = Union[str, bool]


ThingDeep = Union[int, List[ThingDeep1]]


DeepUnion = Union[str, ThingDeep]


Lists = Union[List[str], List[int]]


if TYPE_CHECKING:
    from .thing_typed import (
        DeepUnionTypedDict as DeepUnionTypedDict,
        ListsTypedDict as ListsTypedDict,
        ThingDeep1TypedDict as ThingDeep1TypedDict,
        ThingDeepTypedDict as ThingDeepTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": (
                "DeepUnionTypedDict",
                "ListsTypedDict",
                "ThingDeep1TypedDict",
                "ThingDeepTypedDict",
                "ThingTypedDict",
            ),
        },
    )
