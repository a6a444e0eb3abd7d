"""Which classes lead to which, and to which component."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from sdkwright.view.models import EnumModel, Model, ObjectModel, TypeKind, TypeView
from sdkwright.view.package import Method
from sdkwright.view.reference import MethodFacts, ModelKey, model_key


def leads_to(view: TypeView | None) -> Iterator[ModelKey]:
    """The classes in a type."""
    if view is None:
        return
    if view.kind is TypeKind.MODEL:
        yield model_key(view)
    for inner in view.args:
        yield from leads_to(inner)


def method_types(method: Method, facts: MethodFacts) -> Iterator[TypeView]:
    """What a method takes, returns and raises; of a body that is given member by member also the whole."""
    if facts.body is not None:
        yield facts.body
    for argument in (method.security_argument, *method.arguments):
        if argument is not None:
            yield argument.type
    if method.result is not None:
        yield method.result
    for row in method.errors:
        yield row.type


def inside(model: Model) -> Iterator[TypeView]:
    """The types that a class is made of."""
    if isinstance(model, EnumModel):
        return
    if isinstance(model, ObjectModel):
        yield from (one.type for one in model.fields)
        if model.extra is not None:
            yield model.extra.value
        if model.family is not None:
            yield from model.family.members
        return
    yield from model.members


def onward(models: Mapping[ModelKey, Model]) -> Mapping[ModelKey, tuple[ModelKey, ...]]:
    """The classes that each of `models` leads to, those among them and others, in their order."""
    return {
        key: tuple(dict.fromkeys(one for view in inside(model) for one in leads_to(view)))
        for key, model in models.items()
    }


def components_below(
    start: Iterable[ModelKey], further: Mapping[ModelKey, tuple[ModelKey, ...]], pages: Mapping[ModelKey, str]
) -> dict[ModelKey, None]:
    """The components that are reached by way of inline classes alone, in their order; those have `pages`, and all
    classes lead `further`."""
    found: dict[ModelKey, None] = {}
    seen: set[ModelKey] = set()
    queue = deque(start)
    while queue:
        key = queue.popleft()
        if key in seen or key not in further:
            continue
        seen.add(key)
        if key in pages:
            found[key] = None
        else:
            queue.extend(further[key])
    return found


def shared_folders(
    starts: Iterable[tuple[ModelKey, str]], further: Mapping[ModelKey, tuple[ModelKey, ...]]
) -> Mapping[ModelKey, str]:
    """The folder that holds all folders from which one gets to a class; empty if only the one above all does.

    Each class is given folders until none of them says anything new, so no order of the document matters.
    """
    found: dict[ModelKey, str] = {}
    queue = deque(starts)
    while queue:
        key, folder = queue.popleft()
        if key not in further:
            continue
        before = found.get(key)
        if before in (folder, ""):
            continue
        now = folder if before is None else posixpath.commonpath([before, folder])
        if now == before:
            continue
        found[key] = now
        queue.extend((one, now) for one in further[key])
    return found
