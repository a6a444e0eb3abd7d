"""Names that were published stay: whatever is added, moved, reordered or removed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.frozen import replace
from sdkwright.ir.types import EnumDef
from sdkwright.names import Alias, Former, migration_text
from sdkwright.names.published.ledger import Ledger, State, ledger_text
from sdkwright.options.model import EnumFormat

from tests.ledger.documents import document
from tests.unit.naming import (
    ANSWER,
    NEW,
    OLD,
    Data,
    Named,
    again,
    answering,
    answers,
    body,
    enum,
    named,
    obj,
    operation,
    ref,
)


def components(**schemas: Data) -> Data:
    """A document whose one operation refers to all its components."""
    schema = obj(**{key: ref(key) for key in schemas})
    return {
        "paths": {"/a": {"get": operation("GetA", responses=answers(_200=schema))}},
        "components": {"schemas": schemas},
    }


def test_nothing_changes_when_nothing_changes() -> None:
    root = components(A=obj(status=enum("a"), value={"oneOf": [obj(x={}), obj(y={})]}), B=obj(status=enum("b")))
    first = named(root)
    second = again(root, first)
    assert second.names.classes == first.names.classes
    assert second.names.rows == first.names.rows
    assert ledger_text(second.names.entries) == ledger_text(first.names.entries)


def test_a_new_schema_does_not_take_a_published_name() -> None:
    before = named(components(B=obj(status=enum("b"))))
    root = components(A=obj(status=enum("a")), B=obj(status=enum("b")))
    assert named(root).at("#/components/schemas/B/properties/status") == "BStatus"
    after = again(root, before)
    assert after.at("#/components/schemas/B/properties/status") == "Status"
    assert after.at("#/components/schemas/A/properties/status") == "AStatus"


def test_members_of_a_union_may_change_places() -> None:
    cat, dog, fish = obj(meow={"type": "string"}), obj(bark={"type": "string"}), obj(swim={"type": "integer"})
    before = named(components(Pet={"oneOf": [cat, dog]}))
    after = again(components(Pet={"oneOf": [fish, dog, cat]}), before)
    at = "#/components/schemas/Pet/oneOf"
    assert (before.at(f"{at}/0"), before.at(f"{at}/1")) == ("One", "Two")
    assert (after.at(f"{at}/2"), after.at(f"{at}/1")) == ("One", "Two")
    assert after.at(f"{at}/0") not in ("One", "Two")


def test_a_member_may_change_its_shape() -> None:
    cat, dog = obj(kind=enum("cat"), name={}), obj(kind=enum("dog"), name={})
    before = named(components(Pet={"oneOf": [cat, dog]}))
    bigger = obj(kind=enum("dog"), name={}, age={}, weight={}, owner={"type": "string"})
    after = again(components(Pet={"oneOf": [bigger, cat]}), before)
    at = "#/components/schemas/Pet/oneOf"
    assert after.at(f"{at}/0") == before.at(f"{at}/1")
    assert after.at(f"{at}/1") == before.at(f"{at}/0")


def test_another_member_is_not_the_removed_one() -> None:
    before = named(components(Pet={"oneOf": [obj(kind=enum("cat"), a={}), obj(kind=enum("dog"), a={})]}))
    after = again(components(Pet={"oneOf": [obj(kind=enum("fish"), a={}), obj(kind=enum("dog"), a={})]}), before)
    assert after.at("#/components/schemas/Pet/oneOf/1") == "Two"
    assert after.at("#/components/schemas/Pet/oneOf/0") not in ("One", "Two")


def test_alike_members_are_told_apart_by_what_is_inside() -> None:
    def member(value: str) -> Data:
        return obj(inner=obj(deep=enum(value, "z")))

    before = named(components(Pet={"oneOf": [member("a"), member("b")]}))
    after = again(components(Pet={"oneOf": [member("b"), member("a")]}), before)
    at = "#/components/schemas/Pet/oneOf"
    assert (after.at(f"{at}/1"), after.at(f"{at}/0")) == (before.at(f"{at}/0"), before.at(f"{at}/1"))
    assert after.at(f"{at}/0/properties/inner") == before.at(f"{at}/1/properties/inner")


def test_a_removed_name_is_given_to_nothing_else_and_comes_back() -> None:
    before = named(components(A=obj(status=enum("a"))))
    without = again(components(B=obj(status=enum("b"))), before)
    assert without.at("#/components/schemas/B/properties/status") == "BStatus"
    removed = [e.identifier for e in without.names.entries if e.state is State.REMOVED and e.scope == "class"]
    assert sorted(removed) == ["A", "Status"]
    back = again(components(A=obj(status=enum("a")), B=obj(status=enum("b"))), without)
    assert back.at("#/components/schemas/A/properties/status") == "Status"


def test_an_operation_may_move_to_another_path_or_get_another_id() -> None:
    def root(path: str, id: str) -> Data:
        op = operation(id, requestBody=body(obj(a={"type": "string"})), responses=answers(_200=obj(b={})))
        return {"paths": {path: {"post": op}}}

    before = named(root("/a", "First"))
    moved = again(root("/b", "First"), before)
    renamed = again(root("/b", "Second"), moved)
    assert renamed.classes == moved.classes == before.classes == {"FirstRequestBody", "FirstResponseBody"}
    assert renamed.methods() == moved.methods() == before.methods() == ["first"]


def test_a_class_that_becomes_a_list_keeps_its_name() -> None:
    other = obj(tags=obj(x={}))
    before = answering(obj(z=obj(tags=obj(a={})), tags=obj(a={})), config=OLD)
    root = {
        "paths": {
            "/a": {
                "get": operation(
                    "GetA", responses=answers(_200=obj(n=other, tags={"type": "array", "items": obj(a={})}))
                )
            }
        }
    }
    after = again(root, before)
    assert after.at(f"{ANSWER}/properties/tags/items") == before.at(f"{ANSWER}/properties/tags")


def test_fields_members_arguments_and_methods_stay() -> None:
    def root(first: bool) -> Data:
        clash = {"foo-bar": {"type": "string"}} if first else {}
        values = ["A b", *(["A-b"] if first else [])][:: -1 if first else 1]
        parameter = {"in": "query", "schema": {"type": "string"}}
        more = [{"name": "x-y", **parameter}] if first else []
        schema = {"type": "object", "properties": {**clash, "fooBar": {"type": "string"}, "e": enum(*values)}}
        paths = {
            "/a": {
                "get": operation(
                    "get-it", parameters=[*more, {"name": "xY", **parameter}], responses=answers(_200=schema)
                )
            }
        }
        return {"paths": ({"/0": {"get": operation("getIt")}} if first else {}) | paths}

    before = named(root(False))
    assert before.fields(ANSWER) == {"fooBar": "foo_bar", "e": "e"}
    fresh, after = named(root(True)), again(root(True), before)
    assert fresh.fields(ANSWER)["fooBar"] == "foo_bar_1"
    assert after.fields(ANSWER) == {"foo-bar": "foo_bar_1", "fooBar": "foo_bar", "e": "e"}
    assert after.members(f"{ANSWER}/properties/e") == ["A_B_1", "A_B"]
    assert after.methods() == ["get_it_1", "get_it"]
    assert sorted(after.arguments()) == ["x_y", "x_y_1"]
    assert {key[1]: name for key, name in after.names.arguments.items()}["#/paths/~1a/get/parameters/1"] == "x_y"


def test_a_rename_that_is_asked_for_leaves_an_alias() -> None:
    before = named(components(Pet=obj(a={"type": "string"})))
    new = {**obj(a={"type": "string", "x-speakeasy-name-override": "b"}), "x-speakeasy-name-override": "Animal"}
    after = again(components(Pet=new), before)
    assert after.at("#/components/schemas/Pet") == "Animal"
    assert after.names.aliases == (
        Alias("class", "Pet", "Pet", "Animal"),
        Alias("twin", "TypedDict", "PetTypedDict", "AnimalTypedDict"),
        Alias("field", "a", "a", "b", "Animal"),
        Alias("field", "Pet", "pet", "animal", "GetAResponseBody"),
    ), "a property that refers to the component is called like it, too"
    later = again(components(Pet=new), after)
    assert later.names.aliases == after.names.aliases
    assert ledger_text(later.names.entries) == ledger_text(after.names.entries)
    other = again(components(Pet=new, pet=obj()), later)
    assert other.at("#/components/schemas/pet") != "Pet"


def test_a_renamed_method_leaves_an_alias() -> None:
    before = named({"paths": {"/a": {"get": operation("getIt")}}})
    after = again({"paths": {"/a": {"get": operation("getIt", **{"x-speakeasy-name-override": "fetch"})}}}, before)
    assert after.methods() == ["fetch"]
    assert after.names.aliases == (Alias("method", "getIt", "get_it", "fetch"),)


def test_a_name_that_is_asked_for_again_is_told_of() -> None:
    before = named(components(A=obj(x={"type": "string"})))
    without = again(components(A=obj(z={"type": "string"})), before)
    new = {"type": "string", "x-speakeasy-name-override": "x"}
    after = again(components(A=obj(y=new, z={"type": "string"})), without)
    assert after.fields("#/components/schemas/A")["y"] == "x"
    assert [problem.code for problem in after.names.problems] == ["name-reused"]


def test_reasons_tell_what_the_rules_alone_would_say() -> None:
    before = named(components(B=obj(status=enum("b"))))
    after = again(components(A=obj(status=enum("a")), B=obj(status=enum("b"))), before)
    assert [row.id for row in after.names.rows] == [
        row.id for row in named(components(A=obj(status=enum("a")), B=obj(status=enum("b")))).names.rows
    ]
    (row,) = [
        row for row in after.names.rows if row.id == "#/components/schemas/B/properties/status" and row.scope == "class"
    ]
    assert "BStatus" in row.reason


def test_a_twin_that_is_called_otherwise_stays() -> None:
    both = components(Foo=obj(a={}), FooTypedDict=obj(b={}))
    before = named(both)
    after = again(components(Foo=obj(a={})), before)
    id = "#/components/schemas/Foo"
    names = [{str(k): v for k, v in found.names.typed_dicts.items()}[id] for found in (before, after)]
    assert names == ["FooTypedDict1", "FooTypedDict1"]


# ------------------------------------------------------------------------------------------- what belongs to the whole


def test_another_title_renames_nothing() -> None:
    before = named({"info": {"title": "Pets", "version": "1"}})
    after = again({"info": {"title": "Pets and more", "version": "2"}}, before)
    names = (after.names.sdk_class, after.names.package, after.names.module, after.names.base_error)
    assert names == ("Pets", "pets", "pets", "PetsError")
    assert after.names.aliases == ()


def test_options_rename_the_whole() -> None:
    before = named({})
    config = replace(OLD, sdk_class_name="Zoo", package_name="zoo-sdk", default_error_name="ZooAPIError")
    after = again({}, before, config)
    names = (after.names.sdk_class, after.names.package, after.names.module, after.names.base_error)
    assert names == ("Zoo", "zoo-sdk", "zoo_sdk", "TError")
    assert after.names.old.root == ("T",)
    assert after.names.old.exceptions == (Former("APIError", "ZooAPIError"),)
    assert [line for line in migration_text(after.names).splitlines() if line.startswith("- ")] == [
        "- the class `T` is now `Zoo`",
        "- the class `models.APIError` is now `models.ZooAPIError`",
        "- the module `t` is now `zoo_sdk`",
        "- the package `t` is now `zoo-sdk`",
    ]
    again_ = again({}, after, config)
    assert again_.names.old == after.names.old


# -------------------------------------------------------------------------------------------------- what comes and goes


def test_what_was_inside_of_something_removed_comes_back_as_it_was() -> None:
    pair = obj(**{"foo-bar": {"type": "string"}, "fooBar": {"type": "string"}})
    before = named(components(A=obj(fooBar={"type": "string"}), B=obj()))
    both = again(components(A=pair, B=obj()), before)
    gone = again(components(B=obj()), both)
    back = again(components(A=pair, B=obj()), gone)
    at = "#/components/schemas/A"
    assert back.fields(at) == both.fields(at) == {"foo-bar": "foo_bar_1", "fooBar": "foo_bar"}


def test_two_names_that_change_places_have_no_aliases() -> None:
    def root(one: str, two: str) -> Data:
        return components(
            A={**obj(), "x-speakeasy-name-override": one},
            B={**obj(x={"type": "string", "x-speakeasy-name-override": two}), "x-speakeasy-name-override": two},
        )

    after = again(root("Two", "One"), named(root("One", "Two")))
    assert (after.at("#/components/schemas/A"), after.at("#/components/schemas/B")) == ("Two", "One")
    assert [alias.scope for alias in after.names.aliases] == ["field"]
    codes = [problem.code for problem in after.names.problems]
    assert codes == ["name-reused"] * 4, "two classes, and two fields that refer to them"
    later = again(root("Two", "One"), after)
    assert later.names.problems == ()
    assert later.names.classes == after.names.classes


def test_a_name_that_was_given_again_does_not_come_back() -> None:
    before = named(components(A=obj(x={"type": "string"}, z={"type": "string"})))
    gone = again(components(A=obj(z={"type": "string"})), before)
    new = {"type": "string", "x-speakeasy-name-override": "x"}
    given_again = again(components(A=obj(z={"type": "string"}, y=new)), gone)
    back = again(components(A=obj(z={"type": "string"}, y=new, x={"type": "string"})), given_again)
    assert back.fields("#/components/schemas/A") == {"z": "z", "y": "x", "x": "x_1"}


def test_members_have_old_names_where_they_have_names() -> None:
    def root(name: str) -> Data:
        return components(A={**enum("up"), "x-speakeasy-enums": {"up": name}})

    union = again(root("NEW"), named(root("OLD")))
    assert union.names.aliases == ()
    classes = replace(OLD, enum_format=EnumFormat.ENUM)
    found = again(root("NEW"), named(root("OLD"), classes), classes)
    assert found.names.old.members == {"#/components/schemas/A": (Former("OLD", "NEW"),)}
    later = again(root("NEW"), union, classes)
    assert later.names.old.members == found.names.old.members


def test_credentials_are_renamed_with_their_arguments() -> None:
    def root(**override: str) -> Data:
        key = {"type": "apiKey", "in": "header", "name": "K", **override}
        user = {"type": "http", "scheme": "basic"}
        return {
            "components": {"securitySchemes": {"Key": key, "User": user}},
            "security": [{"Key": []}, {"User": []}],
        }

    after = again(root(**{"x-speakeasy-name-override": "token"}), named(root()))
    assert after.names.old.client == (Former("key", "token"),)
    assert list(after.names.old.fields.values()) == [(Former("key", "token"),)]


# ----------------------------------------------------------------------------------------------------- any edit at all


def published(found: Named) -> dict[tuple[str, ...], str]:
    """The names of classes, fields and members, by what the descriptions say they are the names of."""
    names: dict[tuple[str, ...], str] = {}
    for id, definition in found.api.types.items():
        mark = definition.notes.description
        if mark is None:
            continue
        names["class", mark] = found.names.classes[id]
        for wire, name in found.fields(id).items():
            names["field", mark, wire] = name
        if isinstance(definition, EnumDef):
            for member in definition.members:
                names["member", mark, str(member.value)] = found.names.members[id, member.id]
    return names


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([OLD, NEW]))
def test_no_survivor_is_ever_renamed(seed: int, config: Data) -> None:
    made = document(seed)
    found = named(made.text(), config)
    before = published(found)
    for _ in range(6):
        made.edit()
        found = again(made.text(), found, config)
        after = published(found)
        survivors = before.keys() & after.keys()
        assert {key: after[key] for key in survivors} == {key: before[key] for key in survivors}
        assert len({name.casefold() for name in found.names.classes.values()}) == len(found.names.classes)
        before = after


@pytest.mark.parametrize("config", [OLD, replace(OLD, class_names_for_array_fields=False)])
def test_options_do_not_rename_what_was_published(config: Data) -> None:
    root = components(A=obj(items={"type": "array", "items": obj(a={})}), B=obj(items=obj(b={})))
    before = named(root, OLD)
    assert again(root, before, NEW).names.classes == before.names.classes
    assert again(root, before, config).names.classes == before.names.classes


def test_an_empty_ledger_is_no_ledger() -> None:
    root = components(A=obj(status=enum("a")))
    with_one, without = named(root, OLD, Ledger()).names, named(root).names
    assert with_one.rows == without.rows
    assert replace(with_one, rows_of=without.rows_of) == without


def test_a_class_that_becomes_a_member_of_a_union_keeps_its_name_and_back() -> None:
    alone, other = obj(a={"type": "string"}, b={"type": "string"}), obj(c={"type": "integer"})
    before = answering(obj(value=alone))
    both = {"oneOf": [other, alone]}
    root = {"paths": {"/a": {"get": operation("GetA", responses=answers(_200=obj(value=both)))}}}
    joined = again(root, before)
    assert joined.at(f"{ANSWER}/properties/value/oneOf/1") == "Value"
    assert joined.at(f"{ANSWER}/properties/value") != "Value"
    back = again({"paths": {"/a": {"get": operation("GetA", responses=answers(_200=obj(value=alone)))}}}, joined)
    assert back.at(f"{ANSWER}/properties/value") == "Value"


def test_the_migration_tells_the_renames() -> None:
    def root(**override: str) -> Data:
        schema = obj(a={"type": "string", **override})
        parameter = {"name": "q", "in": "query", "schema": {"type": "string"}, **override}
        op = operation(
            "getIt", parameters=[parameter], responses=answers(_200=ref("Pet")), **{"x-speakeasy-group": "pets"}
        )
        more = dict.fromkeys(override, "animal")
        return {"paths": {"/a": {"get": {**op, **more}}}, "components": {"schemas": {"Pet": {**schema, **more}}}}

    before = named(root())
    assert migration_text(before.names) == ""
    after = again(root(**{"x-speakeasy-name-override": "b"}), before)
    lines = [line for line in migration_text(after.names).splitlines() if line.startswith("- ")]
    assert lines == [
        "- the argument `q` of `t_client.pets.animal()` is now `b`",
        "- the class `models.PetTypedDict` is now `models.AnimalTypedDict`",
        "- the class `models.Pet` is now `models.Animal`",
        "- the field `Animal.a` is now `Animal.b`",
        "- the field `GetItRequest.q` is now `GetItRequest.b`",
        "- the method `t_client.pets.get_it()` is now `t_client.pets.animal()`",
    ]
