"""Discriminated unions keep unknown members; plain ones take the first that fits with the most fields set."""

import copy
import json
import pickle
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from sdkwright.runtime.model import CONST, BaseModel, Tagged, Unlisted, Unrecognized
from sdkwright.runtime.values.codec import codec

from runtime.rendered import Document, Folder, Leaf, Link, Node, Shape

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def test_the_tag_decides() -> None:
    folder = codec(Node).read(b'{"kind":"folder","_id":"1","owner":null}')
    assert isinstance(folder, Folder)
    assert isinstance(codec(Node).read(b'{"kind":"document"}'), Document)


@given(st.dictionaries(st.text(max_size=5), _json, max_size=4))
def test_an_object_with_an_unknown_tag_dumps_back_equal(raw: dict[str, Any]) -> None:
    raw["kind"] = "zip"
    kept = codec(Node).read(json.dumps(raw))
    assert isinstance(kept, Unrecognized)
    assert kept.tag == "zip"
    assert json.loads(codec(Node).write(kept)) == raw


@pytest.mark.parametrize("wire", [b"{}", b'{"kind":null}', b'{"kind":["folder"]}', b'{"kind":7}'])
def test_an_object_without_a_usable_tag_is_kept(wire: bytes) -> None:
    kept = codec(Node).read(wire)
    assert isinstance(kept, Unrecognized)
    assert kept.raw == json.loads(wire)


def test_a_known_tag_whose_body_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValidationError):
        codec(Node).read(b'{"kind":"folder"}')


@pytest.mark.parametrize("value", [{"kind": "zip"}, {}, "folder", 5])
def test_the_caller_cannot_build_an_unknown_member(value: Any) -> None:
    with pytest.raises(ValidationError):
        codec(Node).accept(value)
    with pytest.raises(TypeError, match="cannot be built"):
        Unrecognized()


def test_the_caller_gives_models_or_dictionaries_by_field_or_wire_name() -> None:
    document = Document()
    assert codec(Node).accept(document) is document
    assert isinstance(codec(Node).accept({"type_": "document"}), Document)
    assert isinstance(codec(Node).accept({"kind": "document"}), Document)


def test_what_the_server_sent_may_be_sent_back() -> None:
    kept = codec(Node).read(b'{"kind":"zip","size":[1]}')
    assert codec(Node).write(codec(Node).accept(kept)) == b'{"kind":"zip","size":[1]}'
    nested = codec(Folder).accept({"id": "1", "owner": None, "children": [kept]})
    assert json.loads(codec(Folder).write(nested))["childNodes"] == [{"kind": "zip", "size": [1]}]


def test_an_unknown_member_has_what_was_sent_as_attributes() -> None:
    kept: Any = codec(Node).read(b'{"kind":"cow","horns":2,"raw":1,"_id":3}')
    assert (kept.kind, kept.horns, kept.tag) == ("cow", 2, "cow")
    assert kept.raw["raw"] == 1
    for name in ("milk", "_id", "__deepcopy__"):
        assert not hasattr(kept, name)


def test_an_unknown_member_pickles_copies_and_shows_no_content() -> None:
    kept = codec(Node).read(b'{"kind":"zip","password":"hunter2"}')
    assert pickle.loads(pickle.dumps(kept)) == kept == copy.deepcopy(kept)
    assert repr(kept) == "Unrecognized(tag='zip')"


class First(BaseModel):
    a: int | None = None


class Second(BaseModel):
    a: int | None = None


class Wider(BaseModel):
    a: int | None = None
    b: int | None = None


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (b'{"a":1}', First),
        (b"{}", First),
        (b'{"a":1,"b":2}', Wider),
        (b'{"b":2,"c":3}', Wider),
    ],
)
def test_the_first_member_with_the_most_fields_set(wire: bytes, expected: type[BaseModel]) -> None:
    assert type(codec(First | Second | Wider).read(wire)) is expected


def test_the_same_members_in_another_order_are_another_union() -> None:
    assert type(codec(First | Second).read(b'{"a":1}')) is First
    assert type(codec(Second | First).read(b'{"a":1}')) is Second


def test_a_plain_union_of_the_document() -> None:
    assert type(codec(Shape).read(b'{"url":"u"}')) is Link
    assert type(codec(Shape).read(b'{"url":"u","weight":1}')) is Leaf


@pytest.mark.parametrize(("wire", "expected"), [("5", 5), ('"5"', "5"), ("true", True), ("1.5", 1.5), ("[1]", [1])])
def test_scalars_keep_their_types(wire: str, expected: object) -> None:
    value = codec(str | int | bool | float | list[int]).read(wire)
    assert value == expected
    assert type(value) is type(expected)


def test_tags_that_are_no_texts() -> None:
    tagged = Annotated[First | Wider | Unrecognized, Tagged("v", {1: 0, 2: 1})]
    with pytest.raises(ValidationError):
        codec(tagged).accept({"v": 3})
    assert codec(tagged).read(b'{"v":3}').tag == 3


class _UnlistedAnimal(Unrecognized):
    pet_type: Literal[Unlisted.VALUE]


class Bird(BaseModel):
    pet_type: Annotated[Literal["bird"], Field(alias="petType"), CONST] = "bird"


class Fish(BaseModel):
    pet_type: Annotated[Literal["fish"], Field(alias="petType"), CONST] = "fish"


Animal = Annotated[Bird | Fish | _UnlistedAnimal, Tagged("petType", {"bird": 0, "fish": 1}, names=("pet_type",))]


@pytest.mark.parametrize(("raw", "tag"), [({"petType": "dog", "bark": True}, "dog"), ({"bark": True}, None)])
def test_a_class_of_the_union_s_own_has_the_tag_as_its_members_have_it(raw: dict[str, Any], tag: str | None) -> None:
    made = codec(Animal).read(json.dumps(raw))
    for same in (made, copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert (type(same), same.raw, same.tag, same.pet_type) == (_UnlistedAnimal, raw, tag, tag)
        assert json.loads(codec(Animal).write(same)) == raw
    with pytest.raises(TypeError, match="cannot be built"):
        _UnlistedAnimal()
