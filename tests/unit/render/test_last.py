"""What a process has rendered last stands where nothing that it shows has changed."""

from __future__ import annotations

import enum
import types
import typing

from sdkwright.docs.pages import pages
from sdkwright.frozen import Frozen, fields, replace
from sdkwright.render import render
from sdkwright.render.last import Rendered
from sdkwright.text.kinds import Code, Prose
from sdkwright.text.told import Told
from sdkwright.view.models import ModelModule
from sdkwright.view.package import Sdk

from tests.unit.planning import planned


def _shop(**properties: str) -> Sdk:
    refers = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Pet", "Toy")}
    schemas = {
        name: {"type": "object", "properties": {"name": {"type": "string", "description": properties.get(name, "")}}}
        for name in refers
    }
    response = {"description": "", "content": {"application/json": {"schema": {"properties": refers}}}}
    return planned({"/a": {"get": {"operationId": "getA", "responses": {"200": response}}}}, schemas).sdk


def _rendered(sdk: Sdk, last: Rendered) -> tuple[dict[str, bytes], set[str]]:
    """The files, and which modules stood."""
    standing = {str(stem) for stem in last.meet(sdk)}
    return dict(render(sdk, pages(sdk, last.standing), last=last)), standing


def test_an_equal_module_stands_and_another_does_not() -> None:
    last = Rendered()
    assert _rendered(_shop(), last)[1] == set()
    changed = _shop(Pet="What it is called")
    files, standing = _rendered(changed, last)
    assert standing == {"getaop", "toy"}
    assert files == render(changed, pages(changed))


def test_nothing_stands_where_all_is_shown_in_another_way() -> None:
    last, sdk = Rendered(), _shop()
    _rendered(sdk, last)
    for other in (replace(sdk, tables_compact=True), replace(sdk, undocumented=frozenset({Code("Pet")}))):
        files, standing = _rendered(other, last)
        assert standing == set()
        assert files == render(other, pages(other))


def test_a_run_that_failed_changes_nothing_of_what_stands() -> None:
    last, sdk = Rendered(), _shop()
    _rendered(sdk, last)
    last.meet(replace(sdk, tables_compact=True))
    assert last.meet(sdk)


def test_views_of_models_that_are_equal_print_the_same() -> None:
    """To Python `1`, `1.0` and `True` are equal: no view of a model may hold one where another can stand."""
    same = (str, Code, Prose, Told, bool, type(None))
    seen: set[object] = set()
    work: list[object] = [ModelModule]
    while work:
        kind = work.pop()
        if kind in seen:
            continue
        seen.add(kind)
        if inner := typing.get_args(kind):
            assert typing.get_origin(kind) in (tuple, typing.Union, types.UnionType, frozenset), kind
            work.extend(one for one in inner if one is not ...)
        elif isinstance(kind, type) and issubclass(kind, Frozen):
            work.extend(field.type for field in fields(kind))
        else:
            assert kind in same or (isinstance(kind, type) and issubclass(kind, enum.Enum)), kind
    assert len(seen) > 30
