"""How the reader's pages spell a type: as Python has it, each class a link to where it is told of."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import assert_never

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.where.places import METADATA, Place, Places
from sdkwright.docs.reader.where.reach import leads_to
from sdkwright.docs.type_cells import python_type
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, EnumModel, Model, TypeKind, TypeView, UnionModel
from sdkwright.view.reference import model_key, shown_name

_FEW = 10
"""So many values of an inline enum stand in the place of its name."""
_FEW_MEMBERS = 5
"""So many members of an inline union do."""
Section = Callable[[Model], Place | None]
"""Where an inline class is told of, if it is not in the row itself."""


def type_text(view: TypeView, places: Places, page: str, section: Section) -> Code:
    """A type in a cell or a line of `page`, with what it may be beside."""
    if view.kind is TypeKind.SCALAR:
        return _scalar(view.name, nullable=view.nullable)
    made = _text(view, places, page, section)
    return Code(f"{made} or `None`") if view.nullable else made


def error_text(view: TypeView, places: Places, page: str, section: Section) -> Code:
    """A declared error by the name of its exception, which is not that of the class that it carries."""
    model = places.models.get(model_key(view))
    if model is None:
        return type_text(view, places, page, section)
    return _leading(shown_name(model), places.of(view) or section(model), page)


def _text(view: TypeView, places: Places, page: str, section: Section) -> Code:
    match view.kind:
        case TypeKind.SCALAR:
            return _scalar(view.name, nullable=False)
        case TypeKind.ANY | TypeKind.LITERAL:
            return code_span(python_type(view))
        case TypeKind.HTTP_RESPONSE:
            return Code("`Download`")
        case TypeKind.MODEL:
            return _class(view, places, page, section)
        case TypeKind.UNION:
            return Code(" or ".join(dict.fromkeys(_text(one, places, page, section) for one in view.args)))
        case TypeKind.LIST | TypeKind.DICT | TypeKind.EVENT_STREAM:
            inner = type_text(view.args[0], places, page, section)
            words = {TypeKind.LIST: "list of", TypeKind.DICT: "`dict` of `str` to", TypeKind.EVENT_STREAM: "stream of"}
            return Code(f"{words[view.kind]} {inner}")
        case _:
            assert_never(view.kind)


@lru_cache(maxsize=256)
def _scalar(name: Code, *, nullable: bool) -> Code:
    """`str` and few others, which are said again and again."""
    return Code(f"{code_span(name)} or `None`") if nullable else code_span(name)


def _class(view: TypeView, places: Places, page: str, section: Section) -> Code:
    """The name of a class, which leads to its page or its section."""
    key = model_key(view)
    model = places.models.get(key)
    if model is None:
        is_metadata = view.page == "httpmetadata"
        return _linked(view.name, Place(METADATA), page) if is_metadata else code_span(view.name)
    if key in places.pages:
        return _linked(model.class_name, Place(places.pages[key]), page)
    if isinstance(model, EnumModel):
        if key not in places.literals:
            places.literals[key] = _literal(model, places)
        if places.literals[key]:
            return places.literals[key]
    if isinstance(model, UnionModel) and _is_plain(model, places):
        return Code(" or ".join(dict.fromkeys(type_text(one, places, page, section) for one in model.members)))
    return _leading(model.class_name, places.sections.get(key) or section(model), page)


def _literal(model: EnumModel, places: Places) -> Code:
    """The values of an inline enum where they say all about it: they are literals, few, and have no meanings."""
    is_short = model.alias is not None and 0 < len(model.values) <= _FEW
    if not is_short or any(places.facts(model_key(model)).meanings):
        return NO_CODE
    return code_span(f"Literal[{', '.join(value.value for value in model.values)}]")


def _is_plain(model: UnionModel, places: Places) -> bool:
    """Whether the members of an inline union say all about it: few, and no inline class among them."""
    if len(model.members) > _FEW_MEMBERS:
        return False
    inner = (key for member in model.members for key in leads_to(member))
    return all(key in places.pages or key not in places.models for key in inner)


def _leading(name: Code, place: Place | None, page: str) -> Code:
    return _linked(name, place, page) if place is not None else code_span(name)


def _linked(name: Code, place: Place, page: str) -> Code:
    return Code(f"[`{name}`]({place.seen_from(page)})")
