"""A choice of which several members may hold at once keeps the members of all, both ways."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import datetime
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from sdkwright.runtime.model import ANY_OF, CONST, BaseModel, Formerly, FreeForm, Tagged, Unrecognized
from sdkwright.runtime.values import any_of
from sdkwright.runtime.values.codec import codec


class Named(BaseModel):
    name: str
    note: str | None = None


class Sized(BaseModel):
    width: Annotated[int, Field(alias="W")]
    note: str | None = None


class Listed(BaseModel):
    inner: list[Part] | None = None
    kind: Annotated[str, CONST] = "listed"
    label: Annotated[str | None, Formerly("title")] = None


Part = Annotated[Named | Sized | Listed, ANY_OF]


class Whole(BaseModel):
    part: Part | None = None
    parts: list[Part] | None = None
    by_name: dict[str, Part] | None = None


class Cat(BaseModel):
    kind: Annotated[str, CONST] = "cat"
    lives: int


class Dog(BaseModel):
    kind: Annotated[str, CONST] = "dog"
    bark: str


Pet = Annotated[Cat | Dog | Unrecognized, Tagged("kind", {"cat": 0, "dog": 1})]
PetOrNamed = Annotated[Pet | Named, ANY_OF]
Exclusive = Named | Sized

_named = st.fixed_dictionaries({"name": st.text(max_size=3)})
_sized = st.fixed_dictionaries({"W": st.integers(-9, 9)})
_noted = st.fixed_dictionaries({}, optional={"note": st.text(max_size=3)})
_parts = st.deferred(
    lambda: st.lists(st.sampled_from((_named, _sized, _listed)), min_size=1, unique=True)
    .flatmap(lambda members: st.tuples(*members, _noted if _listed not in members else st.just({})))
    .map(lambda found: {name: item for one in found for name, item in one.items()})
)
_listed = st.deferred(
    lambda: st.fixed_dictionaries(
        {"kind": st.just("listed")},
        optional={"inner": st.lists(_parts, max_size=2), "label": st.text(max_size=3)},
    )
)
_wholes = st.fixed_dictionaries(
    {},
    optional={
        "part": _parts,
        "parts": st.lists(_parts, max_size=3),
        "by_name": st.dictionaries(st.text(max_size=3), _parts, max_size=2),
    },
)


def _dumps(value: Any) -> list[Any]:
    return [
        value.model_dump(mode="json", by_alias=True, exclude_unset=True),
        json.loads(value.model_dump_json(by_alias=True, exclude_unset=True)),
        json.loads(codec(type(value)).write(value)),
    ]


@given(_wholes)
def test_what_the_server_sent_is_what_its_dump_says(raw: dict[str, Any]) -> None:
    for made in (codec(Whole).read(json.dumps(raw)), Whole.from_response(raw)):
        assert _dumps(made) == [raw] * 3
        assert Whole.from_response(made.model_dump_json(by_alias=True, exclude_unset=True)) == made
        assert Whole.model_validate_json(made.model_dump_json(exclude_unset=True)) == made


@given(_wholes)
def test_what_the_caller_gives_is_what_is_sent(raw: dict[str, Any]) -> None:
    for given_ in (raw, Whole(**raw), {**raw, "part": codec(Part).read_data(raw["part"])} if "part" in raw else raw):
        assert json.loads(codec(Whole).write(codec(Whole).accept(given_))) == raw


@given(_wholes)
def test_copies_and_pickles_are_equal(raw: dict[str, Any]) -> None:
    made = codec(Whole).read(json.dumps(raw))
    for again in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made)):
        assert (again, _dumps(again)) == (made, _dumps(made))


def test_it_is_an_instance_of_each_member_with_the_members_of_both() -> None:
    made = codec(Part).read('{"W": 1, "name": "n", "more": [1]}')
    assert isinstance(made, Named)
    assert isinstance(made, Sized)
    assert (made.name, made.width, made.model_extra) == ("n", 1, {"more": [1]})
    assert not isinstance(made, Listed)
    assert type(codec(Part).read('{"W": 1, "more": 1}')) is Sized
    assert type(codec(Part).read('{"W": "no number", "name": "n"}')) is Named


def test_the_whole_answer_may_be_one() -> None:
    made = codec(Part).read('{"W": 1, "name": "n", "more": 1}')
    assert _dumps(made) == [{"W": 1, "name": "n"}] * 3
    assert codec(Part).write(codec(Part).accept(made)) == codec(Part).write(made)


def test_a_tagged_choice_may_be_a_member() -> None:
    for raw in ({"kind": "dog", "bark": "b", "name": "n"}, {"kind": "cat", "lives": 9, "name": "n"}):
        made = codec(PetOrNamed).read(json.dumps(raw))
        assert isinstance(made, Named)
        assert _dumps(made) == [raw] * 3


@pytest.mark.parametrize(
    "wrong", [{"name": "n", "more": 1}, {"name": "n", "W": "1"}, {"W": 1, "name": "n", "more": 1}, {"more": 1}, {}, []]
)
def test_the_caller_s_misspelt_names_and_wrong_values_are_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        codec(Annotated[Named | Sized, ANY_OF]).accept(wrong)


def test_names_of_fields_and_old_names_are_the_caller_s() -> None:
    with pytest.warns(DeprecationWarning, match="`title` is now `label`"):
        made = codec(Part).accept({"width": 1, "name": "n", "title": "old"})
    assert json.loads(codec(Part).write(made)) == {"W": 1, "name": "n", "kind": "listed", "label": "old"}


def test_members_of_which_one_holds_are_not_joined() -> None:
    with pytest.raises(ValidationError):
        codec(Exclusive).accept({"name": "n", "W": 1})
    assert codec(Exclusive).read('{"name": "n", "W": 1}').model_extra == {"W": 1}


def test_a_class_that_its_user_made_of_several_is_sent_whole() -> None:
    class Both(Named, Sized):
        pass

    body = codec(Whole).write(codec(Whole).accept({"part": Both(name="n", width=1)}))  # type: ignore[call-arg]
    assert json.loads(body) == {"part": {"name": "n", "W": 1}}


def test_a_value_that_is_no_member_is_not_sent() -> None:
    made = Whole(part=Named(name="n"))
    made.part = "text"  # type: ignore[assignment]
    with pytest.raises(ValueError, match="Expected"):
        codec(Whole).write(made)


def test_a_server_cannot_have_classes_made_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(any_of, "_MOST_CLASSES", 0)
    monkeypatch.setattr(any_of, "_made", {})
    assert codec(Part).read('{"W": 1, "name": "n"}').model_extra in ({"W": 1}, {"name": "n"})


def test_the_schema_has_the_members_alone() -> None:
    shown = json.dumps(Whole.model_json_schema())
    assert shown.count('{"$ref": "#/$defs/Named"}, {"$ref": "#/$defs/Sized"}, {"$ref": "#/$defs/Listed"}') == 4


class Head(BaseModel):
    title: str | None = None
    at: datetime | None = None


class Tail(BaseModel):
    end: Annotated[str | None, Field(alias="End")] = None


class WithHead(BaseModel):
    body: Head | None = None
    bodies: list[Head] | None = None
    named: dict[str, Head] | None = None
    at: datetime | None = None


class WithTail(BaseModel):
    body: Tail | None = None
    bodies: list[Tail] | None = None
    named: dict[str, Tail] | None = None
    at: str | None = None


Deep = Annotated[WithHead | WithTail, ANY_OF]


class HoldsDeep(BaseModel):
    deep: Deep | None = None


_below = st.fixed_dictionaries(
    {},
    optional={"title": st.text(max_size=2), "End": st.text(max_size=2), "at": st.just("2025-04-20T01:02:03+02:00")},
)
_deep = st.fixed_dictionaries(
    {},
    optional={
        "body": _below,
        "bodies": st.lists(_below, max_size=3),
        "named": st.dictionaries(st.text(max_size=2), _below, max_size=2),
        "at": st.just("2025-04-20T01:02:03+02:00"),
    },
)


@given(_deep)
def test_members_of_one_name_are_joined_as_the_objects_that_hold_them(raw: dict[str, Any]) -> None:
    whole = {"deep": raw}
    made = codec(HoldsDeep).read(json.dumps(whole))
    assert _dumps(made) == [whole] * 3
    assert pickle.loads(pickle.dumps(made)) == made
    assert json.loads(codec(HoldsDeep).write(codec(HoldsDeep).accept(whole))) == whole


class Free(FreeForm):
    pass


class Custom(BaseModel):
    body: Free | None = None


class Told(BaseModel):
    kind: str
    body: Head | None = None


@given(st.dictionaries(st.text(max_size=2), st.integers(), max_size=3), _below)
def test_a_class_below_that_takes_any_member_keeps_all(more: dict[str, int], below: dict[str, Any]) -> None:
    raw = {"kind": "k", "body": {**more, **below}}
    made = codec(Annotated[Told | Custom, ANY_OF]).read(json.dumps(raw))
    assert _dumps(made) == [raw] * 3
    assert isinstance(made.body, Head)
    assert made.body.title == below.get("title")


def test_what_no_member_knows_below_is_kept_of_the_server_and_refused_of_the_caller() -> None:
    raw = {"body": {"title": "t", "End": "e", "more": 1}}
    made = codec(Deep).read(json.dumps(raw))
    assert (made.body.title, made.body.end, made.body.model_extra) == ("t", "e", {"more": 1})
    with pytest.raises(ValidationError):
        codec(Deep).accept(raw)
