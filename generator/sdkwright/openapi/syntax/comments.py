"""Comments behind tabs, which YAML allows (YAML 1.2.2, production 78) and the parsers of PyYAML do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Protocol

import yaml

_TABBED: Final = re.compile(r"^ *\t[ \t]*(?:#.*)?$", re.MULTILINE)
"""A line that begins with a tab somewhere before its comment, or before nothing."""
_MOST: Final = 100
"""Lines that are mended one by one, each with a further reading of the text."""


class Events(Protocol):
    """A parser of YAML that says one event after the other."""

    def get_event(self) -> yaml.Event | None:
        """The next event; None, or one that ends the stream, is the last."""
        ...


def without_tabs(text: str, parser: Callable[[str], Events]) -> str:
    """The text with spaces for the tabs before comments that `parser` refuses; every character keeps its place.

    Only where it refuses one: such a line may as well be part of a text of several lines.
    """
    if "\t" not in text or _TABBED.search(text) is None:
        return text
    for _ in range(_MOST):
        place = _refused(parser(text))
        if place is None:
            return text
        begin = text.rfind("\n", 0, place) + 1
        line = _TABBED.match(text, begin)
        if line is None:
            return text
        indent = line.group().partition("#")[0]
        text = text[:begin] + " " * len(indent) + text[begin + len(indent) :]
    return text


def _refused(events: Events) -> int | None:
    """Where the parser refuses the text."""
    try:
        while (event := events.get_event()) is not None:
            if isinstance(event, yaml.StreamEndEvent):
                return None
    except yaml.MarkedYAMLError as error:
        in_text = error.context is not None and "block scalar" in error.context
        return None if in_text or error.problem_mark is None else error.problem_mark.index
    return None
