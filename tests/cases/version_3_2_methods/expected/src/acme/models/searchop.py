"""What `a_client.things.search()` takes and returns: `QUERY /a`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel


class SearchRequestBody(BaseModel):
    """Body of `a_client.things.search()`."""

    q: str


if TYPE_CHECKING:
    from .searchop_typed import SearchRequestBodyTypedDict as SearchRequestBodyTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".searchop_typed": ("SearchRequestBodyTypedDict",),
        },
    )
