"""Answers that do not fit: what is valid is read as ever, what is not stays as it came and is listed."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Dict, List, Literal, Optional, Union  # noqa: UP035 - as rendered

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field
from sdkwright.runtime.model import (
    CONST,
    DECIMAL_NUMBER,
    EXTRA,
    OPEN_ENUM,
    UNSET,
    BaseModel,
    FreeForm,
    Nullable,
    OptionalNullable,
    Tagged,
    Unrecognized,
    UnrecognizedStr,
)
from sdkwright.runtime.values.codec import codec
from sdkwright.runtime.values.lenient import Kept, lenient

Colour = Annotated[Union[Literal["red", "green"], UnrecognizedStr], OPEN_ENUM]  # noqa: UP007 - as rendered


class Leaf(BaseModel):
    """What lists and maps hold."""

    n: int
    note: Optional[str] = "none"  # noqa: UP045 - as rendered


class Cat(BaseModel):
    """A tagged member."""

    kind: Annotated[Literal["cat"], CONST] = "cat"
    lives: int
    tree: Optional[Node] = None  # noqa: UP045 - as rendered


class Dog(BaseModel):
    """Another one."""

    kind: Annotated[Literal["dog"], CONST] = "dog"
    bark: str
    born: Optional[datetime] = None  # noqa: UP045 - as rendered


class Square(BaseModel):
    """A member without a tag."""

    side: float
    colour: Optional[Colour] = None  # noqa: UP045 - as rendered


class Circle(BaseModel):
    """Another one."""

    radius: float
    colour: Optional[Colour] = None  # noqa: UP045 - as rendered


class Labels(BaseModel):
    """Typed further members."""

    model_config = EXTRA

    first: Optional[str] = None  # noqa: UP045 - as rendered

    __pydantic_extra__: Dict[str, int]  # noqa: UP006 - as rendered


Pet = Annotated[Union[Cat, Dog, Unrecognized], Tagged("kind", {"cat": 0, "dog": 1})]  # noqa: UP007 - as rendered


class Node(BaseModel):
    """A place of every kind."""

    id: Annotated[str, Field(alias="_id")]
    count: Optional[int] = None  # noqa: UP045 - as rendered
    price: Optional[Annotated[Decimal, DECIMAL_NUMBER]] = None  # noqa: UP045 - as rendered
    when: OptionalNullable[datetime] = UNSET
    owner: Nullable[str]
    colour: Optional[Colour] = None  # noqa: UP045 - as rendered
    leaves: Optional[List[Leaf]] = None  # noqa: UP006, UP045 - as rendered
    named: Optional[Dict[str, Leaf]] = None  # noqa: UP006, UP045 - as rendered
    grid: Optional[List[List[int]]] = None  # noqa: UP006, UP045 - as rendered
    pet: Optional[Pet] = None  # noqa: UP045 - as rendered
    pets: Optional[List[Pet]] = None  # noqa: UP006, UP045 - as rendered
    shape: Optional[Union[Square, Circle]] = None  # noqa: UP007, UP045 - as rendered
    mixed: Optional[Union[Leaf, str, List[int]]] = None  # noqa: UP006, UP007, UP045 - as rendered
    labels: Optional[Labels] = None  # noqa: UP045 - as rendered
    free: Optional[FreeForm] = None  # noqa: UP045 - as rendered
    node: Optional[Node] = None  # noqa: UP045 - as rendered


def read(type_: Any, body: Any) -> Kept:
    kept = lenient(codec(type_)).read(body)
    assert kept is not None
    return kept


def node(**more: Any) -> dict[str, Any]:
    return {"_id": "1", "owner": None, **more}


def dump(value: BaseModel) -> Any:
    return json.loads(value.model_dump_json(by_alias=True, exclude_unset=True))


ONE: list[tuple[dict[str, Any], str, Any, Callable[[Node], Any]]] = [
    ({"count": "abc"}, "count", "abc", lambda it: it.count),
    ({"count": {"a": 1}}, "count", {"a": 1}, lambda it: it.count),
    ({"when": ""}, "when", "", lambda it: it.when),
    ({"when": "next week"}, "when", "next week", lambda it: it.when),
    ({"colour": 5}, "colour", 5, lambda it: it.colour),
    ({"price": "dear"}, "price", "dear", lambda it: it.price),
    ({"leaves": [{"n": 1}, {"n": "zz"}, {"n": 3}]}, "leaves[1].n", "zz", lambda it: it.leaves[1].n),  # type: ignore[index]  # given
    ({"leaves": [{"n": 1}, None, {"n": 3}]}, "leaves[1]", None, lambda it: it.leaves[1]),  # type: ignore[index]  # given
    ({"leaves": {"n": 1}}, "leaves", {"n": 1}, lambda it: it.leaves),
    ({"named": {"a b": {"n": []}}}, 'named["a b"].n', [], lambda it: it.named["a b"].n),  # type: ignore[index]  # given
    ({"grid": [[1], [2, "x"]]}, "grid[1][1]", "x", lambda it: it.grid[1][1]),  # type: ignore[index]  # given
    ({"pet": {"kind": "dog", "bark": "w", "born": "?"}}, "pet.born", "?", lambda it: it.pet.born),  # type: ignore[union-attr]  # given
    ({"pets": [{"kind": "cat", "lives": "9x"}]}, "pets[0].lives", "9x", lambda it: it.pets[0].lives),  # type: ignore[index,union-attr]  # given
    ({"pet": ["cat"]}, "pet", ["cat"], lambda it: it.pet),
    ({"shape": {"radius": "wide", "colour": "red"}}, "shape.radius", "wide", lambda it: it.shape.radius),  # type: ignore[union-attr]  # given
    ({"leaves": [{"?": 1}]}, "leaves[0]", {"?": 1}, lambda it: it.leaves[0]),
    ({"mixed": {"n": "one"}}, "mixed.n", "one", lambda it: it.mixed.n),  # type: ignore[union-attr]  # given
    ({"mixed": [1, "two"]}, "mixed[1]", "two", lambda it: it.mixed[1]),  # type: ignore[index]  # given
    ({"mixed": 5.5}, "mixed", 5.5, lambda it: it.mixed),
    ({"labels": {"first": "a", "x": 1, "y": "z"}}, "labels.y", "z", lambda it: it.labels.y),  # type: ignore[union-attr]  # given
    ({"node": node(count="c")}, "node.count", "c", lambda it: it.node.count),  # type: ignore[union-attr]  # given
    ({"owner": 5}, "owner", 5, lambda it: it.owner),
]


@pytest.mark.parametrize(("body", "path", "raw", "at"), ONE, ids=[path for _, path, _, _ in ONE])
def test_a_member_that_does_not_fit_stays_as_it_came(
    body: dict[str, Any], path: str, raw: Any, at: Callable[[Node], Any]
) -> None:
    sent = node(**body)
    kept = read(Node, copy.deepcopy(sent))
    assert isinstance(kept.value, Node)
    assert [(one.path, one.value) for one in kept.misfits] == [(path, raw)]
    assert kept.misfits[0].reason
    assert at(kept.value) == raw
    assert dump(kept.value) == sent
    assert kept.value.validation_errors == kept.misfits


def test_an_object_inside_of_an_answer_lists_its_own_and_dumps_without_a_warning() -> None:
    sent = node(leaves=[{"n": 1}, {"n": "zz", "note": []}], node=node(count="c"))
    value = read(Node, sent).value
    first, second = value.leaves
    assert [one.path for one in second.validation_errors] == ["n", "note"]
    assert first.validation_errors == ()
    assert [one.path for one in value.node.validation_errors] == ["count"]
    assert dump(second) == second.model_dump() == sent["leaves"][1]
    assert value.model_dump_json(indent=1, exclude={"node"}).startswith('{\n "id": "1"')
    with pytest.warns(UserWarning, match="serializer"):
        second.model_dump(warnings=True)


def test_a_property_of_that_name_is_the_documents() -> None:
    class Report(BaseModel):
        validation_errors: list[str] | None = None

    report = Report(validation_errors=["a"])
    assert (report.validation_errors, report.model_dump()) == (["a"], {"validation_errors": ["a"]})
    with pytest.warns(UserWarning, match="serializer"):
        Report.model_construct(validation_errors=1).model_dump()


def test_a_required_member_that_is_missing_is_none_and_not_sent_back() -> None:
    kept = read(Node, {"_id": "1", "leaves": [{"note": "x"}, {"n": 5}], "pet": {"kind": "cat"}})
    assert [one.path for one in kept.misfits] == ["owner", "leaves[0].n", "pet.lives"]
    assert all((one.reason, one.value) == ("Field required", None) for one in kept.misfits)
    value = kept.value
    assert (value.owner, value.leaves[0].n, value.leaves[0].note, value.leaves[1].note) == (None, None, "x", "none")
    assert isinstance(value.pet, Cat)
    assert dump(value) == {"_id": "1", "leaves": [{"note": "x"}, {"n": 5}], "pet": {"kind": "cat"}}


def test_all_misfits_are_listed_and_what_is_valid_is_read() -> None:
    odd = node(count="x", when="2020-01-01T00:00:00Z", colour="blue", pets=[{"kind": "bird"}, 5], new={"a": 1})
    kept = read(Node, odd)
    assert [one.path for one in kept.misfits] == ["count", "pets[1]"]
    value = kept.value
    assert value.when == datetime.fromisoformat("2020-01-01T00:00:00Z")
    assert isinstance(value.colour, UnrecognizedStr)
    assert isinstance(value.pets[0], Unrecognized)
    assert value.model_extra == {"new": {"a": 1}}


def test_decimals_keep_their_digits_beside_a_misfit() -> None:
    body = b'{"_id": "1", "owner": null, "price": 12345678901234567890.10, "count": "x"}'
    kept = read(Node, codec(Node).decoded(body))
    assert str(kept.value.price) == "12345678901234567890.10"


@pytest.mark.parametrize("body", [[], 5, None, "x", {"error": {"message": "no"}}, {}, [{"_id": "1"}]])
def test_nothing_can_be_made_of_another_kind_or_of_an_error(body: Any) -> None:
    assert lenient(codec(Node)).read(body) is None


def test_values_that_are_no_classes() -> None:
    leaves = [{"n": 1}, {"n": "x"}, 5]
    assert read(list[Leaf], leaves).value == [Leaf(n=1), read(Leaf, {"n": "x"}).value, 5]
    assert read(dict[str, int], {"a": 1, "b": "x"}).value == {"a": 1, "b": "x"}
    assert lenient(codec(list[int])).read({"a": 1}) is None
    assert lenient(codec(int)).read("x") is None
    union: Any = Union[Square, Circle]  # noqa: UP007 - as rendered
    assert isinstance(read(union, {"radius": "x"}).value, Circle)
    assert lenient(codec(union)).read({"error": "x"}) is None


def test_a_deep_value_is_read_or_given_up() -> None:
    deep = node(count="x")
    for _ in range(60):
        deep = node(node=deep)
    kept = read(Node, deep)
    assert kept.misfits[0].path == ".".join(["node"] * 60) + ".count"
    for _ in range(3_000):
        deep = node(node=deep)
    assert lenient(codec(Node)).read(deep) is None


def test_what_was_kept_is_copied_and_pickled_and_refused_on_the_way_back() -> None:
    value = read(Node, node(count="x")).value
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), value.model_copy()):
        assert again == value
        assert repr(again.validation_errors) == repr(value.validation_errors)
    with pytest.raises(ValueError, match="int"):
        codec(Node).write(value)
    assert Node(id="1", owner=None).validation_errors == ()


# --------------------------------------------------------------------------------------------------------- properties

LEAF = st.fixed_dictionaries({"n": st.integers(-5, 5)}, optional={"note": st.text(max_size=3)})
PET = st.one_of(
    st.fixed_dictionaries({"kind": st.just("cat"), "lives": st.integers(0, 9)}),
    st.fixed_dictionaries({"kind": st.just("dog"), "bark": st.text(max_size=3)}),
    st.fixed_dictionaries({"kind": st.just("bird"), "wings": st.integers(0, 2)}),
)
VALID = st.recursive(
    st.fixed_dictionaries(
        {"_id": st.text(max_size=3), "owner": st.none() | st.text(max_size=3)},
        optional={
            "count": st.integers(0, 9),
            "when": st.none() | st.just("2020-01-01T00:00:00Z"),
            "colour": st.sampled_from(["red", "blue"]),
            "leaves": st.lists(LEAF, max_size=3),
            "named": st.dictionaries(st.text(max_size=3), LEAF, max_size=2),
            "grid": st.lists(st.lists(st.integers(0, 9), max_size=2), max_size=2),
            "pet": PET,
            "pets": st.lists(PET, max_size=3),
            "shape": st.fixed_dictionaries({"side": st.just(1.5)}, optional={"colour": st.just("red")}),
            "mixed": LEAF | st.text(max_size=3) | st.lists(st.integers(0, 9), max_size=2),
            "labels": st.dictionaries(st.text(max_size=3), st.integers(0, 9), max_size=2),
            "free": st.dictionaries(st.text(max_size=3), st.integers() | st.none(), max_size=2),
        },
    ),
    lambda inner: st.fixed_dictionaries({"_id": st.just("up"), "owner": st.none(), "node": inner}),
    max_leaves=3,
)
ODD: Any = st.sampled_from(["?", True, [], {}, ["?"], {"?": 1}])


@given(VALID)
def test_a_valid_value_is_read_as_ever(body: Any) -> None:
    kept = read(Node, copy.deepcopy(body))
    assert kept.misfits == ()
    assert kept.value == codec(Node).read_data(body)
    assert kept.value.model_fields_set == codec(Node).read_data(body).model_fields_set


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place below a value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, item in pairs for place in ((*at, key), *places(item, (*at, key)))]


def replaced(value: Any, place: tuple[Any, ...], odd: Any) -> Any:
    """The value with something else at a place, if it is still there."""
    if not place:
        return odd
    step, rest = place[0], place[1:]
    if isinstance(value, dict):
        return {key: replaced(item, rest, odd) if key == step else item for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, rest, odd) if index == step else item for index, item in enumerate(value)]
    return value


@settings(max_examples=300)
@given(VALID, st.data())
def test_whatever_is_odd_comes_back_as_it_was(body: Any, data: st.DataObject) -> None:
    sent = body
    for place in data.draw(st.lists(st.sampled_from(places(body)), max_size=3)):
        sent = replaced(sent, place, data.draw(ODD))
    kept = read(Node, copy.deepcopy(sent))
    assert dump(kept.value) == sent
    assert bool(kept.misfits) is not fits(sent)


def fits(sent: Any) -> bool:
    try:
        codec(Node).read_data(copy.deepcopy(sent))
    except ValueError:
        return False
    return True


def test_a_boolean_that_was_kept_for_an_integer_is_dumped_as_one() -> None:
    kept = lenient(codec(Node)).read(node(count=True))
    assert kept is not None
    assert kept.value.model_dump(mode="json", by_alias=True, exclude_unset=True)["count"] is True
