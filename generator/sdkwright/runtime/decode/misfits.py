"""Where an answer does not fit its type, and what stands there: the text of a validation error."""

from __future__ import annotations

from typing import Any, Final, cast

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from ..values.paths import Steps, path_text

__all__ = ["reason_of"]

_MOST_CHARACTERS: Final = 80


def reason_of(problem: ValueError, body: bytes | str) -> str:
    """The path, the reason and the value of the first member that does not fit; what is no JSON has a reason alone."""
    if not isinstance(problem, ValidationError):
        return str(problem)
    error = problem.errors(include_url=False, include_context=False)[0]
    reason = error["msg"]
    try:
        data = from_json(body)
    except ValueError:
        return reason
    steps, value = _place(error["loc"], data, missing=error["type"] == "missing")
    if steps and error["type"] != "missing":
        reason = f"{reason}; it is {_shown(value)}"
    return f"at {path_text(steps)}: {reason}" if steps else reason


def _place(location: Steps, data: Any, *, missing: bool) -> tuple[Steps, Any]:
    """The steps of an error's location that lead through the data: the others name members of unions."""
    steps: list[str | int] = []
    for index, step in enumerate(location):
        if _has(data, step):
            data = data[step]
        elif not (missing and index == len(location) - 1):
            continue
        steps.append(step)
    return tuple(steps), data


def _has(data: object, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(cast("list[object]", data))


def _shown(value: object) -> str:
    text = to_json(value, inf_nan_mode="constants").decode()
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"
