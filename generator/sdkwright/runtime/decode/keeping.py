"""What becomes of an answer that does not fit its type where the SDK reads leniently (`response_validation`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..logs import one_line

if TYPE_CHECKING:
    from ..errors import Misfit
    from ..http import Response
    from ..logs import Logger
    from ..values.lenient import Kept
    from .handlers import Handler

__all__ = ["MISFITS", "Keeper", "kept_of"]

MISFITS: Final = "validation_errors"
"""The extension of the HTTP library's response that lists what did not fit."""

_MOST_OF_A_STREAM: Final = 1_000


def kept_of(handler: Handler, body: bytes | str) -> Kept | None:
    """What can be kept of an answer, or of a piece of a stream; None if nothing can be made of it."""
    from ..values.lenient import lenient

    codec = handler.codec
    try:
        return lenient(codec).read(codec.decoded(body))
    except ValueError:  # it is no JSON
        return None


class Keeper:
    """Hands out what did not fit.  The first time for a response it says so, in one line without values."""

    __slots__ = ("_logger", "_module")

    def __init__(self, module: str, logger: Logger | None) -> None:
        self._module = module
        self._logger = logger

    def value(self, handler: Handler, response: Response, kept: Kept) -> Any:
        """The value of a whole answer, or of a piece of a stream, with its misfits listed on the response."""
        listed: list[Misfit] = response.extensions.setdefault(MISFITS, [])
        if not listed:
            self._log(handler, kept.misfits)
        if len(listed) < _MOST_OF_A_STREAM:  # a stream has no end
            listed.extend(kept.misfits)
        return kept.value

    def _log(self, handler: Handler, misfits: tuple[Misfit, ...]) -> None:
        first = misfits[0]
        more = f" and {len(misfits) - 1} more" if len(misfits) > 1 else ""
        text = "an answer of %s does not fit at %s (%s)%s; it was kept as it came"
        told = (*map(one_line, (handler.operation, first.path, first.reason)), more)
        if self._logger is not None:
            self._logger.debug(text, *told)
            return
        import logging

        logging.getLogger(self._module).warning(text, *told)
