"""Whether a value is allowed by a type: against values made to fit, their neighbours, and a judge of JSON Schema."""

from __future__ import annotations

import base64
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sdkwright.frozen import replace
from sdkwright.ir.scalars import BY_FORMAT, ROWS, Scalar
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    EnumMember,
    FileType,
    Json,
    ListType,
    MapType,
    Notes,
    ObjectDef,
    Origin,
    Property,
    RefType,
    Root,
    ScalarType,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
)
from sdkwright.ir.values import MAX_DEPTH, fits, misfit

TEXT = ScalarType(Scalar.STRING)
WHOLE = ScalarType(Scalar.INTEGER)
ORIGIN = Origin(Root.COMPONENT)
PLAIN = (Scalar.STRING, Scalar.INTEGER, Scalar.NUMBER, Scalar.BOOLEAN, Scalar.NULL)
"""The kinds that JSON Schema knows without a format."""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.sampled_from([1.0, 1.5, -2.0]) | st.text("ab", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
LIMITS = st.fixed_dictionaries(
    {},
    optional={
        "minimum": st.integers(-2, 3),
        "exclusiveMinimum": st.integers(-2, 3),
        "maximum": st.integers(2, 8),
        "exclusiveMaximum": st.sampled_from([2, 3.5, 8]),
        "minLength": st.integers(0, 2),
        "maxLength": st.integers(1, 3),
        "minItems": st.integers(0, 2),
        "maxItems": st.integers(1, 3),
        "minProperties": st.integers(0, 2),
        "maxProperties": st.integers(1, 3),
    },
)
CONSTANTS = st.sampled_from(["a", "b", 1, 1.0, 1.5, True, False, 0])


class Drawn:
    """A type, the definitions it refers to, and the schema that says the same."""

    def __init__(self, kind: Type, schema: dict[str, Any], types: dict[TypeId, TypeDef]) -> None:
        self.kind, self.schema, self.types = kind, schema, types


@st.composite
def drawn_types(draw: st.DrawFn, depth: int = 3) -> Drawn:
    made = draw(_inner_types(depth))
    if not draw(st.booleans()):
        return made
    return Drawn(replace(made.kind, nullable=True), {"anyOf": [{"type": "null"}, made.schema]}, made.types)


@st.composite
def _inner_types(draw: st.DrawFn, depth: int) -> Drawn:
    leaves = ["scalar", "const", "any", "enum"]
    match draw(st.sampled_from(leaves if depth == 0 else [*leaves, "list", "map", "union", "object", "object"])):
        case "scalar":
            scalar = draw(st.sampled_from(PLAIN))
            return Drawn(ScalarType(scalar), {"type": scalar.value}, {})
        case "const":
            value = draw(CONSTANTS)
            return Drawn(ConstType(value), {"const": value}, {})
        case "any":
            return Drawn(AnyType(), {}, {})
        case "enum":
            values = draw(st.lists(CONSTANTS, min_size=1, max_size=3))
            members = tuple(EnumMember(str(number), value) for number, value in enumerate(values))
            return _defined(draw, EnumDef(TypeId(""), ORIGIN, members), {"enum": values}, {})
        case "list":
            inner = draw(drawn_types(depth - 1))
            return Drawn(ListType(inner.kind), {"type": "array", "items": inner.schema}, inner.types)
        case "map":
            inner = draw(drawn_types(depth - 1))
            return Drawn(MapType(inner.kind), {"type": "object", "additionalProperties": inner.schema}, inner.types)
        case "union":
            members = draw(st.lists(drawn_types(depth - 1), min_size=1, max_size=3))
            types = {id: found for one in members for id, found in one.types.items()}
            union = UnionDef(TypeId(""), ORIGIN, tuple(one.kind for one in members))
            return _defined(draw, union, {"anyOf": [one.schema for one in members]}, types)
        case _:
            return draw(_objects(depth - 1))


@st.composite
def _objects(draw: st.DrawFn, depth: int) -> Drawn:
    inner = {name: draw(drawn_types(depth)) for name in draw(st.sets(st.sampled_from("abc"), max_size=2))}
    required = draw(st.sets(st.sampled_from(sorted(inner)))) if inner else set()
    limits = {name: draw(LIMITS) for name in inner}
    properties = tuple(
        Property(name, name, one.kind, name in required, Notes(constraints=tuple(limits[name].items())))
        for name, one in inner.items()
    )
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: {**limits[name], "allOf": [one.schema]} for name, one in inner.items()},
        "required": sorted(required),
    }
    more = draw(st.none() | drawn_types(depth))
    if more is not None:
        schema["additionalProperties"] = more.schema
    types = {id: found for one in (*inner.values(), *([more] if more else [])) for id, found in one.types.items()}
    return _defined(draw, ObjectDef(TypeId(""), ORIGIN, properties, more.kind if more else None), schema, types)


def _defined(draw: st.DrawFn, definition: TypeDef, schema: dict[str, Any], types: dict[TypeId, TypeDef]) -> Drawn:
    id = TypeId(f"#{draw(st.uuids())}")
    limits = draw(LIMITS)
    whole = replace(definition, id=id, notes=Notes(constraints=tuple(limits.items())))
    return Drawn(RefType(id), {**schema, **limits}, {**types, id: whole})


@given(drawn_types(), JSON, LIMITS)
def test_a_judge_of_json_schema_agrees(drawn: Drawn, value: Json, limits: dict[str, Json]) -> None:
    judge = Draft202012Validator({**limits, "allOf": [drawn.schema]})
    assert fits(drawn.types, drawn.kind, value, limits) == judge.is_valid(value)


@given(drawn_types(), JSON, LIMITS)
def test_a_value_within_its_limits_fits_without_them_too(drawn: Drawn, value: Json, limits: dict[str, Json]) -> None:
    assert not fits(drawn.types, drawn.kind, value, limits) or fits(drawn.types, drawn.kind, value, None)


# ----------------------------------------------------------------------------------------------------------- scalars

OFFSETS = st.none() | st.just(UTC) | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
DATE_TIMES = st.datetimes(timezones=OFFSETS).map(datetime.isoformat)
DIGITS = st.integers(-(10**40), 10**40)
FITTING: dict[Scalar, st.SearchStrategy[Json]] = {
    Scalar.STRING: st.text(),
    Scalar.INTEGER: st.integers() | st.integers(-(10**15), 10**15).map(float),
    Scalar.NUMBER: st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    Scalar.BOOLEAN: st.booleans(),
    Scalar.NULL: st.none(),
    Scalar.DATETIME: DATE_TIMES | DATE_TIMES.map(str.lower) | DATE_TIMES.map(lambda text: text.replace("+00:00", "Z")),
    Scalar.DATE: st.dates().map(date.isoformat),
    Scalar.BINARY: st.text(),
    Scalar.BASE64: st.binary().map(lambda data: base64.b64encode(data).decode())
    | st.binary().map(lambda data: base64.urlsafe_b64encode(data).decode().rstrip("=")),
    Scalar.DECIMAL: st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    Scalar.DECIMAL_STRING: st.decimals(allow_nan=False, allow_infinity=False).map(str) | DIGITS.map(str),
    Scalar.BIGINT: st.integers(),
    Scalar.BIGINT_STRING: DIGITS.map(str),
}
REFUSED: dict[Scalar, tuple[Json, ...]] = {
    Scalar.STRING: (1, True, ["a"]),
    Scalar.INTEGER: (1.5, "1", True),
    Scalar.NUMBER: ("1", True),
    Scalar.BOOLEAN: (1, 0, "true"),
    Scalar.NULL: (0, "", False),
    Scalar.DATETIME: ("today", "2024-02-30T00:00:00Z", "2024-01-01T24:00:00Z", "2024-W01-1", "20240101T000000Z", 1),
    Scalar.DATE: ("today", "2024-02-30", "20240101", "2024-01-01T00:00:00Z", 20240101),
    Scalar.BINARY: (1, ["a"]),
    Scalar.BASE64: ("a", "no base64!", "YQ==YQ==", 1),
    Scalar.DECIMAL: ("1.5", True),
    Scalar.DECIMAL_STRING: ("NaN", "Infinity", "1,5", "1_0", " 1", "", "1e9999999999999999999999", 1.5),
    Scalar.BIGINT: (1.5, "1", True),
    Scalar.BIGINT_STRING: ("--5", "-", "", "1.0", "1_0", "\u0661", "9" * 4301, 5),
}


@pytest.mark.parametrize("scalar", Scalar)
def test_what_is_made_of_a_kind_fits_it_and_its_neighbours_do_not(scalar: Scalar) -> None:
    @given(FITTING[scalar])
    def fitting(value: Json) -> None:
        assert misfit({}, ScalarType(scalar), value) is None

    fitting()
    for value in REFUSED[scalar]:
        assert misfit({}, ScalarType(scalar), value) is not None, value


@pytest.mark.parametrize("scalar", [Scalar.DATETIME, Scalar.DATE])
def test_a_kind_beside_plain_text_takes_any_text(scalar: Scalar) -> None:
    assert fits({}, ScalarType(scalar, or_string=True), "today")
    assert not fits({}, ScalarType(scalar, or_string=True), 1)


def test_every_kind_has_a_row() -> None:
    assert set(ROWS) == set(Scalar)
    assert all(BY_FORMAT[type, row.format] is scalar for scalar, row in ROWS.items() for type in row.types)


# ----------------------------------------------------------------------------------------------------------- reasons


def _object(*properties: Property, additional: Type | None = None) -> tuple[RefType, dict[TypeId, TypeDef]]:
    id = TypeId("#/Pet")
    return RefType(id), {id: ObjectDef(id, ORIGIN, properties, additional)}


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        (WHOLE, "1", "it is text and not a whole number"),
        (WHOLE, True, "it is true and not a whole number"),
        (TEXT, None, "it is null and not text"),
        (ScalarType(Scalar.DECIMAL_STRING), "NaN", "it is not a decimal number as text"),
        (ListType(WHOLE), {}, "it is a mapping and not a list"),
        (ListType(WHOLE), [1, "a"], 'what stands at "/1" is text and not a whole number'),
        (MapType(ListType(WHOLE)), {"a/b": ["a"]}, 'what stands at "/a~1b/0" is text and not a whole number'),
        (MapType(TEXT), {"\x1b[31m\n": 1}, 'what stands at "/\\u001b[31m\\n" is a number and not text'),
        (ConstType("a"), "b", "it is not the one value that is allowed"),
        (FileType(TypeId("#/a")), "a", "it stands for a file, which has no form in JSON"),
    ],
)
def test_the_reason_says_what_is_wrong_and_where(kind: Type, value: Json, reason: str) -> None:
    assert misfit({}, kind, value) == reason


def test_the_reason_names_a_missing_property_and_a_broken_limit() -> None:
    kind, types = _object(Property("n", "n", WHOLE, True, Notes(constraints=(("minimum", 3),))), additional=TEXT)
    assert misfit(types, kind, {}) == 'what stands at "/n" is missing'
    assert misfit(types, kind, {"n": 2}) == 'what stands at "/n" breaks `minimum`'
    assert misfit(types, kind, {"n": 2}, None) is None
    assert misfit(types, kind, {"n": 3, "x": 1}) == 'what stands at "/x" is a number and not text'


def test_what_one_side_writes_may_be_missing() -> None:
    properties = (Property("a", "a", TEXT, True, read_only=True), Property("b", "b", TEXT, True, write_only=True))
    kind, types = _object(*properties)
    assert fits(types, kind, {})


def test_what_is_nested_too_deeply_is_not_looked_at() -> None:
    kind: Type = AnyType()
    value: Json = "x"
    for _ in range(MAX_DEPTH):
        kind, value = ListType(kind), [value]
    assert fits({}, kind, value)
    assert misfit({}, ListType(kind), [value]) == 'what stands at "' + "/0" * (MAX_DEPTH + 1) + '" is nested too deeply'


def test_unions_of_unions_end() -> None:
    """Each holds itself twice, so that the comparisons double with every level."""
    id = TypeId("#/Ring")
    ring = UnionDef(id, ORIGIN, (RefType(id), RefType(id), WHOLE))
    assert misfit({id: ring}, RefType(id), "x") == "it takes too long to compare with the type"
