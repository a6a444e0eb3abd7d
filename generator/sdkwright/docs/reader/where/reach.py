"""Which classes lead to which, and to which component."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sdkwright.view.models import EnumModel, Model, ObjectModel, TypeKind, TypeView
from sdkwright.view.package import Method
from sdkwright.view.reference import MethodFacts, ModelKey, model_key


def leads_to(view: TypeView) -> Sequence[ModelKey]:
    """The classes in a type."""
    own = (model_key(view),) if view.kind is TypeKind.MODEL else ()
    return [*own, *(key for inner in view.args for key in leads_to(inner))] if view.args else own


def method_keys(method: Method, facts: MethodFacts) -> tuple[ModelKey, ...]:
    """The classes in what a method takes, returns and raises; of a body that is given member by member also the
    whole."""
    views = [argument.type for argument in method.arguments]
    if method.security_argument is not None:
        views.insert(0, method.security_argument.type)
    if facts.body is not None:
        views.insert(0, facts.body)
    if method.result is not None:
        views.append(method.result)
    views += [row.type for row in method.errors]
    return tuple(dict.fromkeys(key for view in views if view.kind is not TypeKind.SCALAR for key in leads_to(view)))


def inside(model: Model) -> Sequence[TypeView]:
    """The types that a class is made of."""
    if isinstance(model, EnumModel):
        return ()
    if not isinstance(model, ObjectModel):
        return model.members
    found = [one.type for one in model.fields]
    if model.extra is not None:
        found.append(model.extra.value)
    if model.family is not None:
        found += model.family.members
    return found


def onward(models: Mapping[ModelKey, Model]) -> Mapping[ModelKey, tuple[ModelKey, ...]]:
    """The classes that each of `models` leads to, those among them and others, in their order."""
    found: dict[ModelKey, tuple[ModelKey, ...]] = {}
    for key, model in models.items():
        keys: dict[ModelKey, None] = {}
        for view in inside(model):
            if view.kind is not TypeKind.SCALAR:
                keys |= dict.fromkeys(leads_to(view))
        found[key] = tuple(keys)
    return found


def components_below(
    start: Iterable[ModelKey], further: Mapping[ModelKey, tuple[ModelKey, ...]], pages: Mapping[ModelKey, str]
) -> dict[ModelKey, None]:
    """The components that are reached by way of inline classes alone, in their order; those have `pages`, and all
    classes lead `further`."""
    found: dict[ModelKey, None] = {}
    seen: set[ModelKey] = set()
    queue = [*start]
    for key in queue:
        if key in pages:
            found[key] = None
        elif key not in seen:
            seen.add(key)
            queue += further.get(key, ())
    return found


def shared_folders(
    starts: Iterable[tuple[ModelKey, str]], further: Mapping[ModelKey, tuple[ModelKey, ...]]
) -> Mapping[ModelKey, str]:
    """The folder that holds all folders from which one gets to a class; empty if only the one above all does.

    Each class is given folders until none of them says anything new, so no order of the document matters.
    """
    found: dict[ModelKey, str] = {}
    work = [(key, folder) for key, folder in starts if key in further]
    while work:
        key, folder = work.pop()
        before = found.get(key)
        now = folder if before is None else _shared(before, folder)
        if now == before:
            continue
        found[key] = now
        work += [(one, now) for one in further[key] if found.get(one) not in (now, "") and one in further]
    return found


@lru_cache(maxsize=1024)
def _shared(one: str, other: str) -> str:
    """The folder that holds two."""
    return posixpath.commonpath([one, other])
