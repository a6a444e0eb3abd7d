"""What the server sends beside what a type knows is kept, and does not decide between the members of a union."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.runtime.model import EXTRA, BaseModel, FreeForm
from sdkwright.runtime.values.codec import codec


class Anything(FreeForm):
    pass


class One(BaseModel):
    a: int | None = None


class Two(BaseModel):
    a: int | None = None
    b: int | None = None


class Counts(BaseModel):
    model_config = EXTRA

    a: int | None = None
    __pydantic_extra__: dict[str, int]


class Ring(BaseModel):
    name: str | None = None
    next: Ring | Two | None = None


class Holder(BaseModel):
    free: Anything | None = None
    choice: Anything | One | Two | None = None
    rings: list[Ring] | None = None


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_objects = st.dictionaries(st.text(max_size=5), _json, max_size=4)


def _sent(value: Any) -> Any:
    return json.loads(codec(type(value)).write(value))


@given(_objects)
def test_a_free_form_object_gives_back_what_it_was_given(raw: dict[str, Any]) -> None:
    for made in (codec(Anything).read(json.dumps(raw)), codec(Anything).accept(raw), Anything(**raw)):
        assert _sent(made) == raw
        assert made.model_extra == raw
        assert made.model_dump() == raw
        assert all(made[name] == value and name in made for name, value in raw.items())
    held = Holder(free=Anything(**raw))
    assert _sent(codec(Holder).read(codec(Holder).write(held))) == {"free": raw}


def test_a_member_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Anything(a=1)["b"]


@pytest.mark.parametrize(
    ("type_", "raw", "chosen", "unknown"),
    [
        (One | Two, {"a": 1, "b": 2}, Two, {}),
        (One | Two, {"a": 1}, One, {}),
        (One | Two, {"a": 1, "b": 2, "c": {"d": [1]}}, Two, {"c": {"d": [1]}}),
        (Anything | One, {"a": 1}, One, {}),
        (Anything | One, {"x": 1}, One, {"x": 1}),
        (Anything | One, {"a": "no number"}, Anything, {"a": "no number"}),
        (Counts | Two, {"a": 1, "b": 2}, Two, {}),
        (Two | Counts, {"a": 1, "c": 2}, Counts, {"c": 2}),
    ],
)
def test_the_member_that_knows_most_is_chosen_and_the_rest_is_kept(
    type_: Any, raw: dict[str, Any], chosen: type[BaseModel], unknown: dict[str, Any]
) -> None:
    for made in (codec(type_).read(json.dumps(raw)), codec(type_).read_data(raw)):
        assert type(made) is chosen
        assert (made.model_extra or {}) == unknown


def test_what_is_unknown_is_kept_in_rings_and_lists_too() -> None:
    raw = {"rings": [{"name": "r", "next": {"name": "s", "next": {"b": 1, "x": 1}, "y": 2}, "z": 3}]}
    made = codec(Holder).read(json.dumps(raw))
    (outer,) = made.rings
    assert (type(outer.next), type(outer.next.next)) == (Ring, Two)
    assert [one.model_extra for one in (outer, outer.next, outer.next.next)] == [{"z": 3}, {"y": 2}, {"x": 1}]


def test_the_caller_may_send_no_unknown_member() -> None:
    with pytest.raises(ValidationError):
        One(b=1)  # type: ignore[call-arg]  # what is refused
    with pytest.raises(ValidationError):
        codec(Holder).accept({"choice": {"a": 1}, "more": 1})
