"""Models are models of pydantic: what they dump is read again, by whoever reads JSON, and they say what they are."""

from __future__ import annotations

import copy
import json
import pickle
import warnings
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from sdkwright.runtime.files import File
from sdkwright.runtime.model import (
    BIGINT_STRING,
    CONST,
    DECIMAL_NUMBER,
    OPEN_ENUM,
    OR_STRING,
    UNSET,
    BaseModel,
    FreeForm,
    OpenStrEnum,
    OptionalNullable,
    Tagged,
    Unrecognized,
    UnrecognizedStr,
)
from sdkwright.runtime.reading import from_response, to_response
from sdkwright.runtime.values.codec import codec

Number = Annotated[Decimal, DECIMAL_NUMBER]
Kind = Annotated[Literal["red", "blue"] | UnrecognizedStr, OPEN_ENUM]


class Way(OpenStrEnum):
    UP = "up"


class Cat(BaseModel):
    kind: Annotated[Literal["cat"], CONST] = "cat"
    lives: int | None = None


class Dog(BaseModel):
    kind: Annotated[Literal["dog"], CONST] = "dog"


Pet = Annotated[Cat | Dog | Unrecognized, Tagged("kind", {"cat": 0, "dog": 1})]


class Thing(BaseModel):
    id: Annotated[str, Field(alias="_id")]
    kind: Kind | None = None
    way: Way | None = None
    pet: Pet | None = None
    pets: list[Pet] | None = None
    at: datetime | None = None
    day: date | None = None
    cost: Decimal | None = None
    amount: Number | None = None
    count: Annotated[int, BIGINT_STRING] | None = None
    blob: bytes | None = None
    due: Annotated[datetime | str, OR_STRING] | None = None
    note: OptionalNullable[str] = UNSET
    free: FreeForm | None = None
    file: File | None = None


NEWS = {
    "_id": "1",
    "kind": "green",
    "way": "down",
    "pet": {"kind": "cow", "horns": 2},
    "pets": [{"kind": "cat", "lives": 9}, {"kind": "hen"}],
    "at": "2025-01-02T03:04:05.5Z",
    "day": "2025-01-02",
    "cost": "1.50",
    "amount": 1.1,
    "count": "123456789012345678901",
    "blob": "aGk=",
    "due": "soon",
    "note": None,
    "free": {"a": [1]},
    "added": {"by": "the server"},
}
"""What no document of the time listed, in every place."""


def test_what_a_server_sent_is_dumped_and_read_again() -> None:
    thing = codec(Thing).read(json.dumps(NEWS))
    assert thing.model_extra == {"added": {"by": "the server"}}
    for by_alias in (False, True):
        text = thing.model_dump_json(by_alias=by_alias)
        assert Thing.model_validate_json(text) == thing
        assert pydantic.TypeAdapter(list[Thing]).validate_json(f"[{text}]") == [thing]
    stored = thing.model_dump_json(by_alias=True, exclude_unset=True)
    assert Thing.from_response(stored) == Thing.from_response(json.loads(stored)) == thing
    assert from_response(list[Thing], f"[{stored}]") == [thing]
    assert json.loads(codec(Thing).write(thing)) == {key: value for key, value in NEWS.items() if key != "added"}


def test_a_webhook_keeps_what_is_new() -> None:
    for body in (json.dumps(NEWS), json.dumps(NEWS).encode(), bytearray(json.dumps(NEWS).encode()), NEWS):
        read = from_response(Thing, body)
        assert (read.kind, read.way, type(read.pet)) == ("green", "down", Unrecognized)
        assert read.model_extra["added"] == {"by": "the server"}
    assert from_response(Pet, b'{"kind":"cow"}').tag == "cow"
    with pytest.raises(ValidationError, match="_id"):
        Thing.from_response(b"{}")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text().map("x{}".format), json_values, max_size=2), json_values)
def test_what_a_server_sent_is_given_back_whole(more: dict[str, Any], free: Any) -> None:
    cat = {"kind": "cat", "lives": 9, **more}
    sent = {**NEWS, **more, "pets": [cat, {"kind": "hen", **more}], "pet": cat, "free": {"any": free}}
    assert to_response(from_response(Thing, sent)) == sent
    assert to_response(from_response(list[Thing], json.dumps([sent]))) == [sent]
    assert to_response(from_response(dict[str, Pet], {"a": cat, "b": {"kind": "hen"}})) == {
        "a": cat,
        "b": {"kind": "hen"},
    }
    assert to_response([Way.UP, date(2025, 1, 2), None, free]) == ["up", "2025-01-02", None, free]


def test_the_options_of_pydantic_stay() -> None:
    with pytest.raises(ValidationError, match="not permitted"):
        Thing.model_validate_json('{"_id":"1","added":1}', extra="forbid")
    assert Thing.model_validate_json('{"id":"1"}', by_alias=False, by_name=True).id == "1"


def test_what_the_caller_builds_stays_strict() -> None:
    for wrong in ({"kind": "green"}, {"way": "down"}, {"pet": {"kind": "cow"}}, {"added": 1}):
        with pytest.raises(ValidationError):
            Thing.model_validate({"id": "1", **wrong})


MEMBERS = {"at": NEWS["at"], "day": NEWS["day"], "cost": "1.5", "amount": 1.1, "count": "12", "blob": "aGk="}


@pytest.mark.parametrize("name", MEMBERS)
def test_decoded_json_is_read_as_json(name: str) -> None:
    data = {"_id": "1", name: MEMBERS[name]}
    read = Thing.model_validate(data)
    assert read == Thing.model_validate_json(json.dumps(data)) == Thing.model_validate(data, strict=False)
    assert type(getattr(read, name)) is not type(MEMBERS[name]) or name == "count"
    assert json.loads(codec(Thing).write(read)) == data


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("at", 5),
        ("at", "5"),
        ("day", 5),
        ("day", NEWS["at"]),
        ("cost", 1.5),
        ("cost", "x"),
        ("count", 1.5),
        ("count", "x"),
    ],
)
def test_what_is_no_text_of_the_wire_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        Thing.model_validate({"_id": "1", name: value})


class Mine(pydantic.BaseModel):
    """A class of whoever uses the models."""

    thing: Thing


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_are_exact_in_every_dump(value: Decimal) -> None:
    thing = Thing(id="1", amount=value)
    for text in (
        thing.model_dump_json(),
        json.dumps(thing.model_dump(mode="json")),
        Mine(thing=thing).model_dump_json()[len('{"thing":') : -1],
    ):
        assert Thing.model_validate_json(text).amount == value
        assert Thing.model_validate(json.loads(text)).amount == value
    assert thing.model_dump()["amount"] is value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_stays_a_number_in_a_dump(value: float) -> None:
    dumped = Thing.from_response({"_id": "1", "amount": value}).model_dump(mode="json")["amount"]
    assert type(dumped) in (int, float)
    assert dumped == value


def test_a_dump_has_the_number_where_json_has_it() -> None:
    dumped = [Thing(id="1", amount=Decimal(text)).model_dump(mode="json")["amount"] for text in ("1.10", "3", "1E+400")]
    assert dumped == [1.1, 3, "1E+400"]
    long = "0.1234567890123456789012345"
    assert Thing(id="1", amount=Decimal(long)).model_dump(mode="json")["amount"] == long


def test_the_mark_of_one_body_says_nothing_about_the_next() -> None:
    seen: list[str] = []

    class Spy(BaseModel):
        amount: Number
        text: str

        @pydantic.field_serializer("text")
        def look(self, value: str, info: Any) -> str:
            seen.append(info.context.mark(Decimal("1")))
            return value + seen[0]

    for _ in range(2):
        codec(Spy).write(Spy(amount=Decimal("1.5"), text="t"))
    assert len(set(seen)) == 2
    assert json.loads(codec(Spy).write(Spy(amount=Decimal("1.5"), text="t")))["text"] == f"t{seen[0]}"


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize("model", [Thing, File, FreeForm, Cat])
def test_every_model_has_a_json_schema(model: type[BaseModel], mode: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert model.model_json_schema(mode=mode)["type"] == "object"


def test_the_json_schema_says_what_may_be_given() -> None:
    schema = Thing.model_json_schema()
    told = schema["properties"]
    assert told["kind"]["anyOf"][0] == {"enum": ["red", "blue"], "type": "string"}
    assert "default" not in told["note"]
    assert told["blob"]["anyOf"][0] == {"type": "string", "contentEncoding": "base64"}
    assert told["at"]["anyOf"][0] == {"type": "string", "format": "date-time"}
    assert schema["required"] == ["_id"]


def test_an_adapter_is_complete_once_it_is_made_and_the_class_waits() -> None:
    """As FastAPI makes adapters: the name is its own, and pydantic warns that it says nothing here."""

    class Later(BaseModel):
        at: datetime

    assert not Later.__pydantic_complete__
    with pytest.warns(UserWarning, match="alias"):
        adapter = pydantic.TypeAdapter(Annotated[Later, Field(alias="body")])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert adapter.validate_python({"at": "2025-01-02T03:04:05Z"}).at.year == 2025
        assert adapter.dump_json(Later(at=datetime(2025, 1, 2, tzinfo=UTC))) == b'{"at":"2025-01-02T00:00:00Z"}'


def test_models_copy_and_pickle() -> None:
    thing = codec(Thing).read(json.dumps(NEWS))
    for again in (
        copy.copy(thing),
        copy.deepcopy(thing),
        thing.model_copy(deep=True),
        pickle.loads(pickle.dumps(thing)),
    ):
        assert again == thing
        assert again.model_extra == thing.model_extra
        assert codec(Thing).write(again) == codec(Thing).write(thing)


def test_moments_of_answers_are_in_utc() -> None:
    assert Thing.from_response(NEWS).at == datetime(2025, 1, 2, 3, 4, 5, 500000, UTC)


class Patch(BaseModel):
    op: Annotated[Literal["set"] | None, CONST] = "set"
    value: Any | None = None
    either: str | list[Any] | Any | None = None
    text: str | None = None


def test_an_explicit_null_is_sent_where_any_value_is() -> None:
    for patch, sent in (
        (Patch(), {"op": "set"}),
        (Patch(value=None, either=None, text=None), {"op": "set", "value": None, "either": None}),
        (Patch(value=0, text="t"), {"op": "set", "value": 0, "text": "t"}),
        (codec(Patch).read(b'{"value":null,"text":null}'), {"value": None}),
    ):
        assert json.loads(codec(Patch).write(patch)) == sent
