from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Union

from typing_extensions import TypeAliasType

JSON = TypeAliasType("JSON", "Union[str, float, List[JSON], Dict[str, JSON]]")

if TYPE_CHECKING:
    from .json__typed import JSONTypedDict as JSONTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".json__typed": ("JSONTypedDict",),
        },
    )
