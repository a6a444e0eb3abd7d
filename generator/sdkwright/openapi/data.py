"""Plain data: what a YAML or JSON text holds once it is read."""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
JsonMap: TypeAlias = dict[str, Json]
JsonList: TypeAlias = list[Json]
Container: TypeAlias = JsonMap | JsonList


def kind_of(value: Json) -> str:
    """What `value` is, in the words of a message: `a mapping`, `a list`, `text`, `a number`, `true`, `nothing`."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case list():
            return "a list"
        case dict():
            return "a mapping"


def is_number(value: Json) -> TypeGuard[int | float]:
    """Whether a value is a number of JSON; in Python a boolean is one too."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def one_line(text: str) -> str:
    """`text` with its control characters escaped, for messages that quote a document."""
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
