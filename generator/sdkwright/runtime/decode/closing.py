"""Leaving an async answer before its end.

The HTTP libraries read an answer through a chain of asynchronous generators, and not every link closes the next one
when it is closed itself.  What is left open then is an error to trio and a task to asyncio.  So the connection is
closed first, and the chain is asked for more: it fails at the closed connection, and that ends every link of it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

_MAXIMUM_BUFFERED = 16_384
"""More pieces than the 64 kB that the libraries read at once can hold; a mocked answer may go on for ever."""


class Closable(Protocol):
    """What can be closed: an open response."""

    async def aclose(self) -> None: ...


async def leave(response: Closable, chunks: AsyncIterator[bytes] | None) -> None:
    """Close an answer that is not read to its end, and everything that reads it."""
    await response.aclose()
    if chunks is None:
        return
    for _ in range(_MAXIMUM_BUFFERED):
        try:
            await anext(chunks)
        except StopAsyncIteration:
            return
        except Exception:  # whatever it is: the answer was given up, and only the end of the chain matters
            break
    finish = getattr(chunks, "aclose", None)
    if finish is not None:
        await finish()
