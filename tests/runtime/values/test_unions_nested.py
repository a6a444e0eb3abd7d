# ruff: noqa: UP007 - unions as rendered modules spell them
"""Unions inside unions decide as if they were written flat: each tag leads to its class, wherever it is listed."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.model import APART, CONST, BaseModel, Tagged, Unrecognized
from sdkwright.runtime.values.codec import codec


class A(BaseModel):
    k: Annotated[Literal["a"], CONST] = "a"
    x: str | None = None


class B(BaseModel):
    k: Annotated[Literal["b"], CONST] = "b"
    x: str | None = None


class C(BaseModel):
    k: Annotated[Literal["c"], CONST] = "c"
    x: str | None = None


class D(BaseModel):
    sort: Annotated[Literal["d"], CONST] = "d"


class E(BaseModel):
    sort: Annotated[Literal["e"], CONST] = "e"


class Plain(BaseModel):
    name: str


Inner = Annotated[A | B | Unrecognized, Tagged("k", {"a": 0, "b": 1})]
Other = Annotated[D | E | Unrecognized, Tagged("sort", {"d": 0, "e": 1})]
Flat = Union[Inner, C]
Two = Union[Inner, Other, Plain]
Deep = Union[Two, int]
Outer = Annotated[C | Inner | Unrecognized, Tagged("k", {"c": 0, "a": 1, "b": 1})]
Loose = Annotated[Annotated[A | B, APART] | C | Unrecognized, Tagged("k", {"a": 0, "b": 0, "c": 1})]


class Holder(BaseModel):
    one: Two | None = None
    many: list[Deep] | None = None
    named: dict[str, Outer] | None = None


@pytest.mark.parametrize(
    ("type_", "raw", "chosen"),
    [
        *[(kind, {"k": tag, "x": "1"}, cls) for kind in (Flat, Outer) for tag, cls in (("a", A), ("b", B), ("c", C))],
        *[(Two, raw, cls) for raw, cls in (({"k": "b"}, B), ({"sort": "e"}, E), ({"name": "n"}, Plain))],
        *[(Loose, {"k": tag}, cls) for tag, cls in (("a", A), ("b", B), ("c", C))],
        (Deep, {"sort": "d"}, D),
        (Two, {"k": "b", "more": 1}, B),
    ],
)
def test_each_tag_leads_to_its_class(type_: Any, raw: dict[str, Any], chosen: type[BaseModel]) -> None:
    built = chosen(**{name: value for name, value in raw.items() if name != "more"})
    for made in (codec(type_).read(json.dumps(raw)), codec(type_).read_data(raw), codec(type_).accept(built)):
        assert type(made) is chosen


@given(st.sampled_from([Flat, Two, Deep, Outer, Loose]), st.text(max_size=3).filter(lambda tag: tag not in "abcde"))
def test_a_tag_that_nobody_lists_is_kept_whole(type_: Any, tag: str) -> None:
    raw = {"k": tag, "sort": tag, "x": [1]}
    kept = codec(type_).read(json.dumps(raw))
    assert isinstance(kept, Unrecognized)
    assert json.loads(codec(type_).write(kept)) == raw


def test_it_holds_in_every_place() -> None:
    raw = {"one": {"sort": "d"}, "many": [{"k": "a"}, 5, {"name": "n"}, {"k": "?"}], "named": {"x": {"k": "b"}}}
    made = codec(Holder).read(json.dumps(raw))
    assert [type(one) for one in (made.one, *made.many, made.named["x"])] == [D, A, int, Plain, Unrecognized, B]
    assert json.loads(codec(Holder).write(made)) == raw
