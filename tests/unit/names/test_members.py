"""The names of fields, enum members and arguments."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import EnumDef, EnumMember, ObjectDef, Origin, Property, Root, ScalarType, TypeId
from sdkwright.names.members import field_names, member_names
from sdkwright.names.published.ledger import Section, empty_ledger
from sdkwright.names.published.memory import Memory
from sdkwright.names.scope import LIMIT, Scope, Wish, cut, fold
from sdkwright.text import reserved

from tests.unit.naming import answering, body, named, obj, operation, query, ref

TEXT = ScalarType(Scalar.STRING)


def fields_of(*wires: str) -> list[str]:
    properties = tuple(Property(f"#/{wire}", wire, TEXT, required=False) for wire in wires)
    definition = ObjectDef(TypeId("#"), Origin(Root.COMPONENT, component="X"), properties)
    found = field_names(definition, Memory(empty_ledger()).recall(Section.FIELD, "X"))
    return [found[wire].identifier for wire in wires]


def members_of(*values: str | float | bool) -> list[str]:
    members = tuple(EnumMember(f"#/{index}", value) for index, value in enumerate(values))
    definition = EnumDef(TypeId("#"), Origin(Root.COMPONENT, component="X"), members)
    found = member_names(definition, Memory(empty_ledger()).recall(Section.MEMBER, "X"))
    return [found[member.id].identifier for member in members]


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("createdAt", "created_at"),
        ("_id", "id"),
        ("$ref", "ref"),
        ("__proto__", "proto"),
        ("class", "class_"),
        ("from", "from_"),
        ("None", "none"),
        ("format", "format_"),
        ("schema", "schema_"),
        ("bytes", "bytes_"),
        ("filter", "filter_"),
        ("validate", "validate_"),
        ("copy", "copy_"),
        ("model_fields", "model_fields_"),
        ("modelFields", "model_fields_"),
        ("model_id", "model_id"),
        ("model_type", "model_type"),
        ("id", "id"),
        ("type", "type"),
        ("object", "object"),
        ("property", "property"),
        ("match", "match"),
        ("str", "str_"),
        ("datetime", "datetime"),
        ("self", "self_"),
        ("2fa", "twofa"),
        ("été", "ete"),
        ("名前", "名前"),
        ("\U0001f600", "u1f600"),
        ("", "field"),
        ("_", "underscore"),
        ("a" * 200, cut("a" * 200)),
    ],
)
def test_fields(wire: str, name: str) -> None:
    assert fields_of(wire) == [name]


def test_a_property_that_is_spelled_like_the_field_has_the_first_right() -> None:
    assert fields_of("_id", "Id", "id") == ["id_1", "id_2", "id"]


def test_a_field_gives_way_to_the_further_properties_where_these_are_typed() -> None:
    assert fields_of("additionalProperties") == ["additional_properties"]
    schema = {**obj(additionalProperties={"type": "boolean"}), "additionalProperties": {"type": "integer"}}
    found = answering(ref("X"), {"X": schema})
    assert found.fields("#/components/schemas/X") == {"additionalProperties": "additional_properties_"}


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("is_not_empty", "IS_NOT_EMPTY"),
        ("multi-value-array", "MULTI_VALUE_ARRAY"),
        ("Translation (document)", "TRANSLATION_DOCUMENT_"),
        ("fooBar", "FOO_BAR"),
        ("", "EMPTY"),
        ("-1", "MINUS_1"),
        ("-created_at", "MINUS_CREATED_AT"),
        ("+created_at", "PLUS_CREATED_AT"),
        ("a-b", "A_B"),
        ("c++", "C_"),
        ("1024x1024", "ONE_THOUSAND_AND_TWENTY_FOURX1024"),
        (">=", "GREATER_THAN_OR_EQUAL_TO"),
        (1, "ONE"),
        (-1, "MINUS_1"),
        (True, "TRUE"),
        (1.5, "ONE_DOT_5"),
        ("été", "ETE"),
        ("import os; os.system('x')", "IMPORT_OS_OS_SYSTEM_X_"),
    ],
)
def test_members(value: str | float | bool, name: str) -> None:
    assert members_of(value) == [name]


def test_members_that_are_equal_are_numbered() -> None:
    assert members_of("a", "A", "a-", "a", 1, "1") == ["A", "A_1", "A_", "A_2", "ONE", "ONE_1"]


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (("c", "c++", "c#", "C"), ["C", "C_PLUS_PLUS", "C_HASH", "C_1"]),
        (("created", "-created", "+created"), ["CREATED", "MINUS_CREATED", "PLUS_CREATED"]),
        (("a+b", "a-b"), ["A_PLUS_B", "A_B"]),
        (("a-", "a+"), ["A_", "A_PLUS"]),
        (("==", "=="), ["EQUAL_TO", "EQUAL_TO_1"]),
    ],
)
def test_members_are_told_apart_by_their_symbols(values: tuple[str, ...], names: list[str]) -> None:
    assert members_of(*values) == names


@given(st.permutations(["c++", "c#", "c", "a&b", "a|b", "-x", "+x", "x"]))
def test_the_order_of_values_that_differ_in_symbols_decides_nothing(values: list[str]) -> None:
    found = dict(zip(values, members_of(*values), strict=True))
    assert found == dict(zip(sorted(values), members_of(*sorted(values)), strict=True))


@given(st.lists(st.text(), unique=True))
def test_fields_are_valid_and_differ(wires: list[str]) -> None:
    found = fields_of(*wires)
    assert len({fold(name) for name in found}) == len(wires)
    for name in found:
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert name not in reserved.FIELDS
        assert not name.startswith("_")
        assert len(name) <= LIMIT + 8


@given(st.lists(st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.booleans())))
def test_members_are_valid_and_differ(values: list[str | float | bool]) -> None:
    found = members_of(*values)
    assert len({fold(name) for name in found}) == len(values)
    assert all(name.isidentifier() and not name.startswith("_") for name in found)


@given(st.lists(st.text(min_size=1), max_size=8), st.randoms())
def test_a_scope_gives_out_nothing_twice(texts: list[str], random: object) -> None:
    for before, after in (("", "_async"), ("Async", "")):
        scope = Scope(["a"], twin=after, before=before)
        found = [scope.allot([Wish(text, "")]).identifier for text in texts]
        twins = [fold(name) for name in found] + [fold(f"{before}{name}{after}") for name in found]
        assert len(set(twins)) == len(twins)
        assert "a" not in map(fold, found)


@given(st.lists(st.text(min_size=1, max_size=LIMIT + 5), max_size=6), st.lists(st.text(max_size=2), max_size=2))
def test_names_are_given_out_together_where_each_would_be_given_out_alone(texts: list[str], taken: list[str]) -> None:
    together, alone = Scope(taken), Scope(taken)
    one_by_one = [alone.allot([Wish(text, "")]).identifier for text in texts]
    assert together.take_all(texts) == (one_by_one == texts)
    assert [text in together for text in texts] == [one_by_one == texts or text in Scope(taken) for text in texts]


def test_many_equal_wishes_are_numbered_in_linear_time() -> None:
    scope = Scope()
    names = [scope.allot([Wish("same", "")]).identifier for _ in range(20_000)]
    assert names[:3] == ["same", "same1", "same2"]
    assert names[-1] == "same19999"


# ---------------------------------------------------------------------------------------------------------- arguments


def call(*parameters: dict[str, object], sent: object = None) -> list[str]:
    rest = {} if sent is None else {"requestBody": body(sent)}
    paths = {"/a": {"post": operation("Do", parameters=list(parameters), **rest)}}
    return named({"paths": paths}).arguments()


def test_arguments_are_called_like_parameters_and_properties() -> None:
    assert call(query("startingAfter"), sent=obj(displayName={}, format={})) == [
        "starting_after",
        "display_name",
        "format_",
    ]


def test_a_parameter_gives_way_to_a_property() -> None:
    sent = obj(channel_id={"type": "string"}, from_={"type": "string"})
    assert call(query("channel_id"), query("from"), sent=sent) == [
        "channel_id_param",
        "from_param",
        "channel_id",
        "from_",
    ]


def test_arguments_differ() -> None:
    assert call(query("a"), query("A")) == ["a", "a_1"]
    assert call(query("a"), {**query("a"), "in": "header"}) == ["a", "a_header_parameter"]


def test_a_parameter_that_is_spelled_like_the_argument_has_the_first_right() -> None:
    assert call(query("page.size"), query("page_size")) == ["page_size_1", "page_size"]
    assert call(sent=obj(**{"page.size": {}, "page_size": {}})) == ["page_size_1", "page_size"]


def test_parameters_in_several_places_and_a_property_are_told_apart_by_place() -> None:
    given = [{**query("id"), "in": place} for place in ("query", "header", "cookie")]
    assert call(*given, sent=obj(id={})) == [
        "id_query_parameter",
        "id_header_parameter",
        "id_cookie_parameter",
        "id",
    ]


@pytest.mark.parametrize(
    ("wire", "name"),
    [("retries", "retries_"), ("server_url", "server_url_"), ("self", "self_"), ("http-headers", "http_headers_")],
)
def test_arguments_stay_clear_of_the_fixed_ones(wire: str, name: str) -> None:
    assert call(query(wire)) == [name]


def test_a_whole_body_is_called_request_or_like_its_component() -> None:
    union = {"oneOf": [obj(a={"type": "string"}), obj(b={"type": "integer"})]}
    assert call(sent=union) == ["request"]
    assert call(query("q"), sent=union) == ["request_body", "q"]
    paths = {"/a": {"post": operation("Do", parameters=[query("q")], requestBody=body(ref("CampaignInput")))}}
    found = named({"paths": paths, "components": {"schemas": {"CampaignInput": union}}})
    assert found.arguments() == ["campaign_input", "q"]


def test_an_override_names_an_argument_and_a_field() -> None:
    renamed = {"type": "string", "x-speakeasy-name-override": "fieldName"}
    assert call(query("q", **{"x-speakeasy-name-override": "search"}), sent=obj(property=renamed)) == [
        "search",
        "field_name",
    ]
