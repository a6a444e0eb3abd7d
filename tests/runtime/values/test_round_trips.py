"""What a model writes, it reads back as what it was."""

import base64
import json
from datetime import UTC, datetime
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.dates import date_time_text
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.values.codec import codec
from typing_extensions import TypeAliasType

from runtime import rendered
from runtime.rendered import Billing, Currency, Document, Folder, Labels

_text = st.text(max_size=8)
_moments = st.datetimes(timezones=st.none() | st.just(UTC))
_shapes = st.one_of(
    st.builds(rendered.Leaf, url=_text, weight=st.integers()),
    st.builds(rendered.Branch, weight=st.integers(), leaves=st.lists(st.builds(rendered.Leaf, weight=st.integers()))),
    st.builds(rendered.Link, url=_text),
)


def _some(model: type[BaseModel], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Models with some of the optional fields set."""
    return st.fixed_dictionaries({}, optional=fields).map(lambda given: model(**given))


_documents = _some(
    Document,
    created_at=_moments,
    due=_moments,
    day=st.dates(),
    content=st.binary(),
    secret=_text,
    labels=st.builds(Labels, name=_text),
    meta=st.recursive(st.booleans() | st.integers() | _text, st.lists),
    by_name=st.dictionaries(_text, _shapes),
)
_billings = st.builds(
    Billing,
    total=st.decimals(allow_nan=False, allow_infinity=False),
    currency=st.sampled_from(list(Currency)),
    exact=st.decimals(allow_nan=False, allow_infinity=False),
    reference=st.integers(),
)


def _folders(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    optional = {
        "size": st.sampled_from(["small", "large", 1]),
        "limit": st.floats(allow_nan=False, allow_infinity=False),
        "project_id": st.none() | _text,
        "billing": st.none() | _billings,
        "tags": st.lists(_text),
        "children": st.lists(children, max_size=3),
    }
    required = {"id": _text, "owner": st.none() | _text}
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: Folder(**cast("Any", given)))


@given(st.recursive(_documents, _folders, max_leaves=6))
def test_what_is_written_reads_as_what_it_was(model: BaseModel) -> None:
    wire = codec(type(model)).write(model)
    again = codec(type(model)).read(wire)
    assert again == model
    assert codec(type(model)).read(codec(type(model)).write(again)) == model
    assert codec(type(model)).accept(model) is model


Tree = TypeAliasType("Tree", "datetime | bytes | list[Tree] | Twig")
"""A ring of aliases and a class."""


class Twig(BaseModel):
    tree: Tree | None = None
    more: dict[str, Tree] | None = None


_trees: st.SearchStrategy[Any] = st.recursive(
    _moments | st.binary().filter(lambda content: len(content) % 3 == 1),  # whose base64 is no moment
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.builds(Twig, tree=inner)
        | st.builds(Twig, more=st.dictionaries(_text, inner, max_size=3))
    ),
    max_leaves=6,
)


@given(_trees)
def test_a_ring_of_aliases_has_the_wire_forms_of_everything_else(tree: Any) -> None:
    wire = codec(Twig).write(Twig(tree=tree))
    assert codec(Twig).read(wire) == Twig(tree=tree)
    assert json.loads(wire)["tree"] == _plain(tree)
    assert codec(Tree).write(tree) == wire.removeprefix(b'{"tree":').removesuffix(b"}")


def _plain(tree: Any) -> Any:
    match tree:
        case datetime():
            return date_time_text(tree)
        case bytes():
            return base64.b64encode(tree).decode()
        case list():
            return [_plain(item) for item in cast("list[Any]", tree)]
        case dict():
            return {key: _plain(item) for key, item in cast("dict[str, Any]", tree).items()}
        case _:
            return {name: _plain(getattr(tree, name)) for name in tree.model_fields_set}
