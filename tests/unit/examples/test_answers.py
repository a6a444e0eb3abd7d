"""Values that the service would say: valid for their schemas, completed, and the same in every run."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sdkwright.examples.answers import AnswerValues

from tests.unit.normalised import answering

Data = Any


def answered(schemas: Data, name: str = "Thing") -> Data:
    """The value of a component; jsonschema says that it is one."""
    root = {"components": {"schemas": schemas}, "$ref": f"#/components/schemas/{name}"}
    result = answering({"$ref": root["$ref"]}, schemas)

    def keywords_at(pointer: str) -> dict[str, Any]:
        node: Data = root
        for token in pointer.partition("!")[0].removeprefix("#/").split("/"):
            node = node.get(token, {}) if isinstance(node, dict) else node[int(token)] if isinstance(node, list) else {}
        return node if isinstance(node, dict) else {}

    made = AnswerValues(result.api.types, keywords_at).of(result.answer(), "answer", root["$ref"])
    assert [error.message for error in Draft202012Validator(root).iter_errors(made)] == []
    return made


def of(**properties: Data) -> Data:
    """A component with these properties, all of them required."""
    return {"Thing": {"type": "object", "required": list(properties), "properties": properties}}


TEXT = {"type": "string"}


def test_an_example_is_said_as_it_stands() -> None:
    assert answered(of(a={**TEXT, "examples": ["one", "two"]})) == {"a": "one"}
    assert answered({"Thing": {**of(a=TEXT)["Thing"], "examples": [{"a": "x", "more": 1}]}}) == {"a": "x", "more": 1}


def test_an_example_of_a_request_becomes_an_answer() -> None:
    """What the service must say is added, what only callers write is left out, at any depth."""
    inner = {
        "type": "object",
        "required": ["id"],
        "properties": {"id": {**TEXT, "readOnly": True}, "key": {**TEXT, "writeOnly": True}, "n": {"type": "integer"}},
    }
    things = {"type": "array", "items": inner}
    schema = {**of(things=things)["Thing"], "examples": [{"things": [{"key": "k", "n": 4}]}]}
    assert answered({"Thing": schema}) == {"things": [{"n": 4, "id": "<id>"}]}


def test_what_only_callers_write_is_never_said() -> None:
    read = {**of(a={**TEXT, "writeOnly": True}, b=TEXT)["Thing"]}
    assert AnswerValues(answering(read, {}).api.types, lambda at: read).of(answering(read, {}).answer(), "", "#") == {
        "b": "<value>"
    }
    assert answered({"Thing": {"type": "object", "properties": {"a": {**TEXT, "writeOnly": True}, "b": TEXT}}}) == {
        "b": "<value>"
    }


def test_items_keep_limits_that_stand_in_no_notes() -> None:
    codes = {"type": "array", "minItems": 3, "uniqueItems": True, "items": {**TEXT, "pattern": "^[A-Z]{2}$"}}
    counts = {"type": "object", "minProperties": 2, "additionalProperties": {"type": "integer", "minimum": 5}}
    letters = {"type": "array", "minItems": 2, "uniqueItems": True, "items": {"enum": ["a", "b"]}}
    made = answered(of(codes={**codes, "uniqueItems": False}, counts=counts, letters=letters))
    assert made["counts"] == {"key": 5, "key2": 5}
    assert made["letters"] == ["a", "b"]


def test_the_member_of_a_union_has_its_tag() -> None:
    def animal(sound: str) -> Data:
        return {"type": "object", "required": ["kind", sound], "properties": {"kind": TEXT, sound: TEXT}}

    told = {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}}
    members = [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Cat"}]
    made = answered({"Thing": {"oneOf": members, "discriminator": told}, "Cat": animal("mew"), "Dog": animal("bark")})
    assert made == {"kind": "dog", "bark": "<value>"}


@pytest.mark.parametrize("has_child", [True, False])
def test_a_parent_is_one_of_what_is_made_of_it_else_itself(has_child: bool) -> None:
    """Its own tag, which stands first, leads to no other class."""
    told = {"propertyName": "kind", "mapping": {"thing": "#/components/schemas/Thing"}}
    if has_child:
        told["mapping"]["small"] = "#/components/schemas/Small"
    parent = {"type": "object", "required": ["kind"], "properties": {"kind": TEXT}, "discriminator": told}
    more = {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer"}}}
    child = {"allOf": [{"$ref": "#/components/schemas/Thing"}, more]}
    made = answered({"Thing": parent, **({"Small": child} if has_child else {})})
    assert made == ({"kind": "small", "size": 1} if has_child else {"kind": "<value>"})


def test_a_choice_takes_the_member_that_is_none_of_the_others() -> None:
    assert answered(of(n={"oneOf": [{"type": "integer"}, {"type": "number"}]})) == {"n": 1.5}


def test_a_choice_that_no_value_meets_is_left_out_where_it_can_be() -> None:
    loose = [{"type": "object", "properties": {"a": TEXT}}, {"type": "object", "properties": {"b": TEXT}}]
    assert answered({"Thing": {"type": "object", "properties": {"c": {"oneOf": loose}, "d": TEXT}}}) == {"d": "<value>"}


def test_of_a_choice_that_no_value_meets_there_is_null_or_no_item() -> None:
    loose = [{"type": "object", "properties": {"a": TEXT}}, {"type": "object", "properties": {"b": TEXT}}]
    assert answered(of(c={"oneOf": [*loose, {"type": "null"}]})) == {"c": None}
    assert answered(of(c={"type": "array", "items": {"oneOf": loose}})) == {"c": []}


def test_a_choice_that_is_one_type_has_the_limits_of_its_first_member() -> None:
    code = {**TEXT, "pattern": "^[A-Z]{3}$"}
    assert answered(of(c={"anyOf": [{"type": "null"}, code, {**TEXT, "pattern": "^[0-9]+$"}]})) == {"c": "ABC"}


@pytest.mark.parametrize(("keyword", "made"), [("anyOf", {"a": 1, "b": 1}), ("oneOf", {"a": 1})])
def test_one_of_several_lists_of_properties_is_there(keyword: str, made: Data) -> None:
    lists = [{"required": ["a"]}, {"required": ["b"]}]
    number = {"type": "integer"}
    assert answered({"Thing": {"type": "object", "properties": {"a": number, "b": number}, keyword: lists}}) == made


def test_a_list_is_as_long_as_the_schema_asks_for() -> None:
    many = {"type": "array", "minItems": 30, "items": TEXT}
    result = answering(many, {})
    made = [
        AnswerValues(result.api.types, lambda at: many, items=most).of(result.answer(), "", "#") for most in (5, 40)
    ]
    assert list(map(len, made)) == [5, 30]


def test_the_tag_of_a_member_that_is_no_text_stays() -> None:
    def of_kind(kind: bool) -> Data:
        return {"type": "object", "required": ["bad"], "properties": {"bad": {"type": "boolean", "enum": [kind]}}}

    told = {"propertyName": "bad", "mapping": {"no": "#/components/schemas/Good", "yes": "#/components/schemas/Bad"}}
    members = [{"$ref": "#/components/schemas/Good"}, {"$ref": "#/components/schemas/Bad"}]
    choice = {"oneOf": members, "discriminator": told}
    assert answered({"Thing": choice, "Good": of_kind(False), "Bad": of_kind(True)}) == {"bad": False}


def test_a_required_property_that_nobody_describes_is_there() -> None:
    assert answered({"Thing": {"type": "object", "required": ["ghost"], "properties": {"a": TEXT}}}) == {
        "a": "<value>",
        "ghost": "<value>",
    }


@pytest.mark.parametrize("required", [[], ["many"], ["maybe"]])
def test_what_contains_itself_ends(required: list[str]) -> None:
    itself = {"$ref": "#/components/schemas/Thing"}
    schema = {
        "type": "object",
        "required": required,
        "properties": {"many": {"type": "array", "items": itself}, "maybe": {"anyOf": [itself, {"type": "null"}]}},
    }
    assert answered({"Thing": schema}) == {"many": [], **({"maybe": None} if required == ["maybe"] else {})}


LEAVES = st.one_of(
    st.integers(-50, 50).flatmap(
        lambda n: st.sampled_from([{"type": "integer", "minimum": n}, {"maximum": n, "type": "number"}])
    ),
    st.integers(0, 30).map(lambda n: {**TEXT, "minLength": n, "maxLength": n + 3}),
    st.sampled_from([{"type": "boolean"}, {**TEXT, "format": "date-time"}, {**TEXT, "format": "date"}, {"const": 7}]),
    st.lists(st.text(max_size=4), min_size=1, max_size=3, unique=True).map(lambda texts: {"enum": texts, **TEXT}),
)


def _wider(inner: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    name = st.text("abcdef_", min_size=1, max_size=5)
    parts = st.dictionaries(name, inner, max_size=4)
    objects = parts.flatmap(
        lambda found: st.lists(st.sampled_from(sorted(found) or ["x"]), unique=True).map(
            lambda required: {"type": "object", "properties": found, "required": required}
        )
    )
    lists = st.builds(lambda one, least: {"type": "array", "items": one, "minItems": least}, inner, st.integers(0, 5))
    maps = st.builds(
        lambda one, least: {"type": "object", "additionalProperties": one, "minProperties": least},
        inner,
        st.integers(0, 5),
    )
    return st.one_of(objects, lists, maps)


@given(schema=st.recursive(LEAVES, _wider, max_leaves=12))
def test_what_is_made_is_valid(schema: Data) -> None:
    answered(of(inner=schema))
