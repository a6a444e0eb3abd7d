"""Exceptions in words: the same ones for all of a kind, so that differences of one cause are counted together."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import Any

import pydantic
from wire.data import Json, is_list, is_object


def validation_error(error: BaseException | None) -> pydantic.ValidationError | None:
    """The error of pydantic that an exception is or was caused by."""
    while error is not None:
        if isinstance(error, pydantic.ValidationError):
            return error
        error = error.__cause__ or error.__context__
    return None


def described(error: BaseException) -> str:
    """The kind of an exception."""
    problem = validation_error(error)
    if problem is not None:
        return f"{type(error).__name__} ({_first(problem)['type']})"
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}:{place.name}: {generic(str(error))}"


def said(error: BaseException) -> str:
    """What an exception says of this value."""
    problem = validation_error(error)
    if problem is None:
        return f"{type(error).__name__}: {error}"[:200]
    first = _first(problem)
    return f"{type(error).__name__}: {first['msg']} at {'.'.join(map(str, first['loc']))}"[:200]


def generic(text: str) -> str:
    """The first line of a message, without the values in it."""
    text = re.sub(r"'[^']*'|\"[^\"]*\"", "…", text.partition("\n")[0])
    return re.sub(r"\[.*?\]|\d+|/\S+", "…", text)[:120]


def place_of(error: BaseException, value: Json) -> tuple[str | int, ...]:
    """The place in a value that an exception of pydantic means; names of classes in between are passed over."""
    problem = validation_error(error)
    path: list[str | int] = []
    for part in _first(problem)["loc"] if problem is not None else ():
        if is_object(value) and part in value:
            value = value[str(part)]
        elif is_list(value) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            continue
        path.append(part)
    return tuple(path)


def _first(problem: pydantic.ValidationError) -> Any:
    return problem.errors(include_url=False, include_context=False)[0]
