"""A parent with a discriminator: who belongs to its family, and which tag means whom."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.ir.types import Family, ObjectDef, TypeId, relatives
from sdkwright.normalise.schemas import families

from tests.unit.normalised import Result, answering, document


def component(name: str) -> str:
    return f"#/components/schemas/{name}"


def child(*parents: str, **more: Any) -> dict[str, Any]:
    return {"allOf": [*({"$ref": component(parent)} for parent in parents), {"type": "object", **more}]}


def parent(mapping: dict[str, str] | None = None, name: str = "kind", **more: Any) -> dict[str, Any]:
    discriminator = {"propertyName": name, **({"mapping": mapping} if mapping else {})}
    properties = {name: {"type": "string"}, **more}
    return {"type": "object", "properties": properties, "discriminator": discriminator}


def family(result: Result, name: str) -> Family:
    found = result.object(component(name)).family
    assert found is not None
    return found


def tags(result: Result, name: str) -> dict[str, str]:
    """The component that each tag means."""
    found = family(result, name)
    members = [*(one.id for one in found.members), component(name)]
    return {tag: members[place].removeprefix(component("")) for tag, place in found.discriminator.mapping}


def of_pet(schemas: dict[str, Any]) -> Result:
    return answering({"$ref": component("Pet")}, schemas)


def test_children_have_the_tags_of_the_mapping_or_their_names() -> None:
    result = of_pet(
        {"Pet": parent({"c": component("Cat"), "k": "Cat", "pet": "Pet"}), "Cat": child("Pet"), "D-g": child("Pet")}
    )
    assert tags(result, "Pet") == {"c": "Cat", "k": "Cat", "pet": "Pet", "D-g": "D-g"}
    assert result.problems == ()


def test_a_family_goes_down_all_levels_and_takes_the_tag_along() -> None:
    schemas = {"Pet": parent({"lion": "Lion"}), "Cat": child("Pet"), "Lion": child("Cat"), "Cub": child("Lion")}
    result = of_pet(schemas)
    assert tags(result, "Pet") == {"lion": "Lion", "Cat": "Cat", "Cub": "Cub"}
    assert tags(result, "Cat") == {"lion": "Lion", "Cub": "Cub"}
    assert tags(result, "Lion") == {"lion": "Lion", "Cub": "Cub"}
    assert result.object(component("Cub")).family is None


def test_what_a_child_says_of_the_tag_goes_before_its_name() -> None:
    cat = child("Pet", properties={"kind": {"enum": ["cat", "kitten"]}})
    result = of_pet({"Pet": parent(), "Cat": cat, "Lion": child("Cat"), "Dog": child("Pet")})
    assert tags(result, "Pet") == {"cat": "Cat", "kitten": "Cat", "Dog": "Dog"}
    assert TypeId(component("Lion")) in [one.id for one in family(result, "Pet").members]


def test_a_child_with_another_tag_is_nested() -> None:
    dog = {**parent(None, "breed"), **{"allOf": [{"$ref": component("Pet")}]}}
    result = of_pet({"Pet": parent(), "Dog": dog, "Pug": child("Dog"), "Cat": child("Pet")})
    assert family(result, "Pet").nested == {component("Dog")}
    assert tags(result, "Pet") == {"Dog": "Dog", "Pug": "Pug", "Cat": "Cat"}
    assert (tags(result, "Dog"), family(result, "Dog").discriminator.property_name) == ({"Pug": "Pug"}, "breed")


def test_a_child_that_is_a_choice_belongs_to_the_family_and_so_do_its_members() -> None:
    cat = {"allOf": [{"$ref": component("Pet")}], "oneOf": [{"$ref": component("Lion")}, {"$ref": component("Lynx")}]}
    result = of_pet({"Pet": parent(), "Cat": cat, "Lion": child("Cat"), "Lynx": child("Cat")})
    assert tags(result, "Pet") == {"Cat": "Cat", "Lion": "Lion", "Lynx": "Lynx"}


def test_what_the_mapping_names_belongs_to_it_though_it_takes_nothing_over() -> None:
    bird = {"type": "object", "properties": {"kind": {"type": "string"}}}
    assert tags(of_pet({"Pet": parent({"bird": "Bird"}), "Bird": bird}), "Pet") == {"bird": "Bird"}


@pytest.mark.parametrize("other", ["Nobody", "Text", "Stone"])
def test_a_mapping_to_something_else_is_left_out(other: str) -> None:
    stone = {"type": "object", "properties": {"weight": {"type": "number"}}}
    schemas = {"Pet": parent({"x": other}), "Cat": child("Pet"), "Text": {"type": "string"}, "Stone": stone}
    result = of_pet(schemas)
    assert result.codes == ["discriminator-mapping"]
    assert tags(result, "Pet") == {"Cat": "Cat"}


def test_without_children_or_without_a_discriminator_there_is_no_family() -> None:
    assert of_pet({"Pet": parent()}).object(component("Pet")).family is None
    plain = {"type": "object", "properties": {"kind": {"type": "string"}}}
    assert of_pet({"Pet": plain, "Cat": child("Pet")}).object(component("Pet")).family is None
    chosen = {"oneOf": [{"$ref": component("Cat")}, {"$ref": component("Dog")}], **parent()}
    result = of_pet({"Pet": chosen, "Cat": child("Pet"), "Dog": child("Pet")})
    assert [one.id for one in result.union(component("Pet")).members] == [component("Cat"), component("Dog")]


def test_children_that_nothing_else_refers_to_stay_what_they_are() -> None:
    result = of_pet({"Cat": child("Pet", properties={"den": {"type": "object"}}), "Pet": parent()})
    assert result.api.unreferenced == {component("Cat"), f"{component('Cat')}/allOf/1/properties/den"}


def both_ways(schemas: dict[str, Any]) -> Result:
    content = {"content": {"application/json": {"schema": {"$ref": component("Pet")}}}}
    return document(
        {"/a": {"post": {"requestBody": content, "responses": {"200": {"description": "", **content}}}}}, schemas
    )


def test_a_child_of_both_sides_is_one_class_and_requests_have_a_second_one() -> None:
    secret = {"id": {"type": "string", "readOnly": True}, "pin": {"type": "string", "writeOnly": True}}
    cat = child("Pet", properties=secret, required=["id", "pin"])
    result = both_ways({"Pet": parent(), "Cat": cat})
    assert [(p.name, p.required) for p in result.object(component("Cat")).properties] == [
        ("kind", False),
        ("id", False),
        ("pin", False),
    ]
    assert list(result.fields(component("Cat") + "!input")) == ["kind", "pin"]
    assert [str(one.id) for one in family(result, "Pet").members] == [component("Cat"), component("Cat") + "!input"]
    assert result.api.unreferenced == {component("Cat"), component("Cat") + "!input"}


def test_a_parent_that_is_there_twice_has_two_families() -> None:
    pet = parent(None, id={"type": "string", "readOnly": True})
    result = both_ways({"Pet": pet, "Cat": child("Pet")})
    sent, read = family(result, "Pet!input"), family(result, "Pet!output")
    assert [str(one.id) for one in sent.members] == [component("Cat") + "!input", component("Cat")]
    assert [str(one.id) for one in read.members] == [component("Cat")]
    assert dict(sent.discriminator.mapping) == dict(read.discriminator.mapping) == {"Cat": 0}


def test_a_union_knows_the_tags_of_the_families_in_it() -> None:
    rock = {"type": "object", "properties": {"kind": {"type": "string"}}}
    any_of = {
        "anyOf": [{"$ref": component("Pet")}, {"$ref": component("Rock")}],
        "discriminator": {"propertyName": "kind"},
    }
    result = answering({"$ref": component("Any")}, {"Any": any_of, "Pet": parent(), "Cat": child("Pet"), "Rock": rock})
    found = result.union(component("Any")).discriminator
    assert found is not None
    assert dict(found.mapping) == {"Pet": 0, "Rock": 1, "Cat": 0}


def test_chains_are_not_squared_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "MOST_RELATIVES", 5)
    names = [f"S{i}" for i in range(6)]
    chain = {name: child(above) for name, above in zip(names[1:], names, strict=False)}
    result = answering({"$ref": component("S0")}, {"S0": parent(), **chain})
    found = [one for one in result.api.types.values() if isinstance(one, ObjectDef) and one.family is not None]
    assert sum(len(list(relatives(one))) for one in found) <= 5
    assert len(family(result, "S0").members) == 5


GRAPHS = st.lists(
    st.tuples(st.lists(st.integers(0, 5), max_size=3), st.sampled_from([None, "kind", "sort"])), min_size=1, max_size=6
)


@given(GRAPHS)
def test_any_graph_of_children_ends_and_no_family_contains_itself(graph: list[tuple[list[int], str | None]]) -> None:
    both = {"kind": {"type": "string"}, "sort": {"type": "string"}}
    schemas: dict[str, Any] = {}
    for place, (parents, tag) in enumerate(graph):
        names = {f"S{at}" for at in parents if at < len(graph)}
        own = {"discriminator": {"propertyName": tag}} if tag else {}
        schemas[f"S{place}"] = {**child(*sorted(names)), "properties": both, **own}
    result = answering({"$ref": component("S0")}, schemas)
    found = {id: one.family for id, one in result.api.types.items() if isinstance(one, ObjectDef) and one.family}
    for id, one in found.items():
        ids = [member.id for member in one.members]
        assert id not in ids
        assert len(set(ids)) == len(ids) > 0
        assert one.nested <= set(ids)
        assert all(0 <= place <= len(ids) for _, place in one.discriminator.mapping)
        seen: set[TypeId] = set()
        waiting = [id]
        while waiting:
            below = found[waiting.pop()].nested
            assert id not in below
            waiting.extend(below - seen)
            seen |= below
