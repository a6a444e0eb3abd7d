"""How the docs spell a type: in a table cell with its links, and as plain Python (docs-format rules 4, 5 and 8.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from sdkwright.docs.markdown import markdown_link_literal, markdown_literal
from sdkwright.text.kinds import Code
from sdkwright.view.models import TypeKind, TypeView

SDK_PAGE = Code("../../")
"""From `docs/sdks/<class>/README.md`, or a page two folders down, to `docs/`."""
_LIBRARY = "https://docs.python.org/3/library/datetime.html"
_LINKED = {
    "datetime": f"[date]({_LIBRARY}#date-objects)",
    "date": f"[datetime]({_LIBRARY}#datetime-objects)",
    "httpx.Response": "[httpx.Response](https://www.python-httpx.org/api/#response)",
}
"""The scalars whose cell is a link, which never says that they are optional; the two are swapped in published docs."""


def type_cell(view: TypeView, *, required: bool, up: Code) -> Code:
    """The cell of the Type column.  Lists, maps and dates never say that they are optional; `up` leads to `docs/`."""
    match view.kind:
        case TypeKind.SCALAR if view.name in _LINKED:
            return Code(_LINKED[view.name])
        case (
            TypeKind.SCALAR
            | TypeKind.ANY
            | TypeKind.LITERAL
            | TypeKind.HTTP_RESPONSE
            | TypeKind.EVENT_STREAM
            | TypeKind.UNION
        ):
            return Code(f"*{_wrapped(_spelt(view, markdown_literal), view.nullable, required)}*")
        case TypeKind.MODEL:
            name = _wrapped(_spelt(view, markdown_literal), view.nullable, required)
            return Code(f"[{name}]({up}{view.folder.path}/{view.page}.md)")
        case TypeKind.LIST:
            return Code(f"List[{type_cell(view.args[0], required=True, up=up)}]")
        case TypeKind.DICT:
            return Code(f"Dict[str, {type_cell(view.args[0], required=True, up=up)}]")
        case _:
            assert_never(view.kind)


def _wrapped(name: Code, nullable: bool, required: bool) -> Code:
    """`name`, `Optional[name]`, `Nullable[name]` or `OptionalNullable[name]`."""
    wrapper = ("" if required else "Optional") + ("Nullable" if nullable else "")
    return Code(f"{wrapper}[{name}]") if wrapper else name


def python_type(view: TypeView) -> Code:
    """The type in Python syntax, for code blocks and spans; whether it may be null is not said."""
    return _spelt(view, Code)


def _spelt(view: TypeView, literal: Callable[[Code], Code]) -> Code:
    """The type in Python syntax, and its values, which are the document's, as `literal` writes them."""
    match view.kind:
        case TypeKind.SCALAR:
            return view.name
        case TypeKind.ANY:
            return Code("Any")
        case TypeKind.LITERAL:
            return Code(f"Literal[{literal(view.name)}]")
        case TypeKind.HTTP_RESPONSE:
            return Code("httpx.Response")
        case TypeKind.EVENT_STREAM:
            event = _spelt(view.args[0], literal)
            return Code(f"Union[eventstreaming.EventStream[{event}], eventstreaming.EventStreamAsync[{event}]]")
        case TypeKind.UNION:
            return Code(f"Union[{', '.join(_member(one, literal) for one in view.args)}]")
        case TypeKind.MODEL:
            return Code(f"{view.folder.name}.{view.name}")
        case TypeKind.LIST:
            return Code(f"List[{_spelt(view.args[0], literal)}]")
        case TypeKind.DICT:
            return Code(f"Dict[str, {_spelt(view.args[0], literal)}]")
        case _:
            assert_never(view.kind)


def _member(view: TypeView, literal: Callable[[Code], Code]) -> Code:
    """One of several answers; of a stream, the form of the sync method alone."""
    if view.kind is TypeKind.EVENT_STREAM:
        return Code(f"eventstreaming.EventStream[{_spelt(view.args[0], literal)}]")
    return _spelt(view, literal)


def response_type(view: TypeView) -> Code:
    """The line of the Response section."""
    return Code(f"**{linked_type(view)}**")


def linked_type(view: TypeView) -> Code:
    """A whole type as one link.  What is no model leads to `.md`, as on published pages; a file, to its title."""
    page = f"{view.folder.path}/{view.page}" if view.kind is TypeKind.MODEL else f"models/{view.page}"
    return Code(f"[{_spelt(view, markdown_link_literal)}]({SDK_PAGE}{page}.md)")
