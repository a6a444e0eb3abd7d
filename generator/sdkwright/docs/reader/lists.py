"""Methods and models as lists of links, laid out so that long ones can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.where.chapters import Chapter, by_path
from sdkwright.docs.reader.where.places import Place, Places
from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code
from sdkwright.view.package import Method, Resource
from sdkwright.view.reference import ModelKey, shown_name

_FEW = 12
"""So many are read in one go; more of them have a line for each path, or for each first letter."""


def method_links(places: Places, chapter: Chapter, page: str) -> Code:
    """The methods of a chapter in a cell of a table."""
    parts = by_path(chapter.methods) if len(chapter.methods) > _FEW else ()
    if not parts:
        return _methods(places, chapter.resource, chapter.methods, page)
    return Code(
        "<br/>".join(
            f"{code_span(part.path)}: {_methods(places, chapter.resource, part.methods, page)}" for part in parts
        )
    )


def _methods(places: Places, resource: Resource, methods: Iterable[Method], page: str) -> Code:
    return Code(
        ", ".join(f"[{_struck(method)}]({places.method(resource, method).seen_from(page)})" for method in methods)
    )


def _struck(method: Method) -> str:
    return f"~~`{method.name}`~~" if method.deprecated is not None else f"`{method.name}`"


def model_links(places: Places, keys: Iterable[ModelKey], page: str) -> Code:
    """Models in a line, as they come."""
    return Code(
        ", ".join(f"[`{shown_name(places.models[key])}`]({Place(places.pages[key]).seen_from(page)})" for key in keys)
    )


def model_lines(places: Places, keys: Iterable[ModelKey], page: str) -> Code:
    """Models in the order of their names, a paragraph for each first letter if there are many."""
    ordered = sorted(keys, key=lambda key: _name(places, key))
    parts = [ordered] if len(ordered) <= _FEW else _by_letter(places, ordered)
    return Code("\n\n".join(model_links(places, part, page) for part in parts))


def _by_letter(places: Places, ordered: list[ModelKey]) -> Iterator[list[ModelKey]]:
    for _, part in groupby(ordered, key=lambda key: _name(places, key)[0]):
        yield list(part)


def _name(places: Places, key: ModelKey) -> str:
    return raw(shown_name(places.models[key])).lower()
