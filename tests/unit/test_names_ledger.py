"""Names that were published stay: whatever is added, moved, reordered or removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import EnumFormat
from generator.ledger import Ledger, State, ledger_text
from generator.names import Alias, Former, migration_text
from generator.names.groups import group_key, parse_group_key
from tests.unit.naming import ANSWER, NEW, OLD, Data, Named, answering, answers, body, enum, named, obj, operation, ref


def again(root: Data, before: Named, config: Data = OLD) -> Named:
    return named(root, config, before.ledger)


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
        Alias("class", ".", "Pet", "Pet", "Animal"),
        Alias("twin", "Animal", "TypedDict", "PetTypedDict", "AnimalTypedDict"),
        Alias("field", "Animal", "a", "a", "b", "Animal"),
    )
    later = again(components(Pet=new), after)
    assert later.names.aliases == after.names.aliases
    assert ledger_text(later.names.entries) == ledger_text(after.names.entries)
    other = again(components(Pet=new, pet=obj()), later)
    assert other.at("#/components/schemas/pet") != "Pet"


def test_a_renamed_method_leaves_an_alias() -> None:
    before = named({"paths": {"/a": {"get": operation("getIt")}}})
    after = again({"paths": {"/a": {"get": operation("getIt", **{"x-speakeasy-name-override": "fetch"})}}}, before)
    assert after.methods() == ["fetch"]
    assert after.names.aliases == (Alias("method", ".", "getIt", "get_it", "fetch"),)


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


# ------------------------------------------------------------------------------------------------ operations that move


def grouped(**groups: str) -> Data:
    """A document with an operation for each name, in a group each."""
    return {
        "paths": {
            f"/{id}": {"get": operation(id, **({"x-speakeasy-group": group} if group else {}))}
            for id, group in groups.items()
        }
    }


def test_an_operation_that_changes_its_group_keeps_its_old_place() -> None:
    before = named(grouped(getA="cats", getB="cats", getC="dogs"))
    after = again(grouped(getA="dogs", getB="cats", getC="dogs"), before)
    assert (after.methods("cats"), after.methods("dogs")) == (["get_b"], ["get_a", "get_c"])
    ((old, id),) = after.names.old.methods["cats",]
    assert (old, str(id)) == ("get_a", "#/paths/~1getA/get")
    assert migration_text(after.names).endswith("- the method `t_client.cats.get_a()` is now `t_client.dogs.get_a()`\n")
    later = again(grouped(getA="dogs", getB="cats", getC="dogs", get_a="cats"), after)
    assert "get_a" not in later.methods("cats")
    back = again(grouped(getA="cats", getB="cats", getC="dogs"), later)
    assert back.methods("cats") == ["get_a", "get_b"]
    assert [str(id) for _, id in back.names.old.methods["dogs",]] == ["#/paths/~1getA/get"]


def test_a_group_that_gets_another_name_keeps_its_old_attribute() -> None:
    before = named(grouped(getA="cat", getB="cat.tail", getC=""))
    after = again(grouped(getA="cats", getB="cats.tail", getC=""), before)
    assert after.names.old.attributes == {(): (("cat", ("cats",)),)}
    assert after.names.problems == ()
    assert "`t_client.cat` is now `t_client.cats`" in migration_text(after.names)
    twice = again(grouped(getA="felines", getB="felines.tail", getC=""), after)
    assert twice.names.old.attributes == {(): (("cat", ("felines",)), ("cats", ("felines",)))}
    new = again(grouped(getA="felines", getB="felines.tail", getC="", cat=""), twice)
    assert "cat" not in new.methods()


def test_a_group_that_is_torn_apart_is_told_of() -> None:
    before = named(grouped(getA="cats", getB="cats", getC="cats"))
    after = again(grouped(getA="one", getB="one", getC="two"), before)
    assert after.names.old.attributes == {(): (("cats", ("one",)),)}
    assert [problem.code for problem in after.names.problems] == ["name-lost"]
    text = migration_text(after.names)
    assert "no place any more" in text
    assert text.endswith("- the method `t_client.cats.get_c()` is now `t_client.two.get_c()`\n")


def test_an_operation_that_moves_to_the_root_is_told_of() -> None:
    after = again(grouped(getA=""), named(grouped(getA="cats")))
    assert after.names.old.attributes == {}
    assert [problem.code for problem in after.names.problems] == ["name-lost"]


@given(st.lists(st.text(max_size=6), max_size=4))
def test_the_key_of_a_group_says_which_it_is(path: list[str]) -> None:
    assert parse_group_key(group_key(tuple(path))) == tuple(path)


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
    assert [problem.code for problem in after.names.problems] == ["name-reused", "name-reused"]
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

WORDS = ("status", "type", "value", "items", "data", "Status", "kind-of", "_id")


@dataclass
class Node:
    """A schema of a random document.  `uid` is what makes it the same after an edit."""

    uid: int
    kind: str
    properties: dict[str, Node] = field(default_factory=dict)
    members: list[Node] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    listed: bool = False


@dataclass
class Tree:
    """A random document, and the edits that can befall it."""

    random: Random
    components: dict[str, Node] = field(default_factory=dict)
    operations: dict[str, tuple[str, Node]] = field(default_factory=dict)
    count: int = 0

    def uid(self) -> int:
        self.count += 1
        return self.count

    def node(self, depth: int) -> Node:
        kind = self.random.choice(["object", "object", "union", "enum"]) if depth > 0 else "enum"
        node = Node(self.uid(), kind, listed=self.random.random() < 0.2)
        if kind == "enum":
            node.values = [f"v{node.uid}", *self.random.sample(WORDS, 2)]
        for _ in range(self.random.randint(1, 3)):
            self.add_property(node, depth)
            self.add_member(node, depth)
        return node

    def add_property(self, node: Node, depth: int) -> None:
        if node.kind == "object":
            node.properties.setdefault(self.random.choice(WORDS), self.node(depth - 1))

    def add_member(self, node: Node, depth: int) -> None:
        if node.kind == "union":
            member = Node(self.uid(), "object")
            member.properties = {"tag": Node(self.uid(), "enum", values=[f"t{member.uid}"])}
            self.add_property(member, depth - 1)
            node.members.append(member)

    def nodes(self) -> Iterator[Node]:
        waiting = [*self.components.values(), *(node for _, node in self.operations.values())]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend([*node.properties.values(), *node.members])

    def edit(self) -> None:
        edits: list[Callable[[], None]] = [self.grow, self.shrink, self.shuffle, self.more, self.less, self.move]
        self.random.choice(edits)()

    def grow(self) -> None:
        node = self.random.choice(list(self.nodes()))
        if node.kind == "enum" and len(node.values) > 1:
            node.values.insert(0, f"v{self.uid()}")
        self.add_property(node, 2)
        self.add_member(node, 2)

    def shrink(self) -> None:
        node = self.random.choice(list(self.nodes()))
        names = [name for name in node.properties if name != "tag"]
        if len(names) > 1:
            del node.properties[self.random.choice(names)]
        if len(node.members) > 2:
            node.members.pop(self.random.randrange(len(node.members)))

    def shuffle(self) -> None:
        for node in self.nodes():
            node.properties = self.mixed(node.properties)
            self.random.shuffle(node.members)
            self.random.shuffle(node.values)
        self.components = self.mixed(self.components)
        self.operations = self.mixed(self.operations)

    def mixed(self, some: dict[str, Data]) -> dict[str, Data]:
        return dict(self.random.sample(list(some.items()), len(some)))

    def more(self) -> None:
        uid = self.uid()
        self.components = self.mixed({**self.components, f"Component{uid}": self.node(3)})
        self.operations = self.mixed({**self.operations, f"operation{uid}": (f"/path{uid}", self.node(3))})

    def less(self) -> None:
        for some in (self.components, self.operations):
            if len(some) > 1:
                del some[self.random.choice(list(some))]

    def move(self) -> None:
        id, (_, node) = self.random.choice(list(self.operations.items()))
        self.operations[id] = (f"/moved{self.uid()}", node)

    def root(self, ids: dict[str, int]) -> Data:
        """The document; fills in which node each id is about."""
        paths: Data = {}
        for id, (path, node) in self.operations.items():
            at = f"#/paths/~1{path[1:]}/post/requestBody/content/application~1json/schema"
            paths[path] = {"post": operation(id, tags=["t"], requestBody=body(self.schema(node, at, ids)))}
        schemas = {k: self.schema(node, f"#/components/schemas/{k}", ids) for k, node in self.components.items()}
        everything = obj(**{k: ref(k) for k in schemas})
        paths["/all"] = {"get": operation("all", responses=answers(_200=everything))}
        return {"paths": paths, "components": {"schemas": schemas}}

    def schema(self, node: Node, at: str, ids: dict[str, int]) -> Data:
        if node.listed:
            at = f"{at}/items"
        ids[at] = node.uid
        match node.kind:
            case "object":
                schema = obj(**{k: self.schema(n, f"{at}/properties/{k}", ids) for k, n in node.properties.items()})
                schema["required"] = [k for k in node.properties if k == "tag"]
            case "union":
                schema = {"oneOf": [self.schema(n, f"{at}/oneOf/{i}", ids) for i, n in enumerate(node.members)]}
            case _:
                schema = enum(*node.values)
        return {"type": "array", "items": schema} if node.listed else schema


def published(found: Named, ids: dict[str, int]) -> dict[tuple[object, ...], str]:
    """All names of a document by what they are the names of."""
    names: dict[tuple[object, ...], str] = {}
    for id, name in found.names.classes.items():
        names["class", ids.get(str(id), str(id))] = name
    for (id, wire), name in found.names.fields.items():
        names["field", ids.get(str(id), str(id)), wire] = name
    values = {
        member.id: member.value
        for d in found.api.types.values()
        for member in getattr(d, "members", ())
        if hasattr(member, "value")
    }
    for (id, member), name in found.names.members.items():
        names["member", ids.get(str(id), str(id)), values[member]] = name
    operations = {o.id: o.operation_id for o in found.api.operations}
    for (operation_key, path), name in found.names.methods.items():
        names["method", operations[operation_key], path] = name
    return {key: name for key, name in names.items() if "#/paths" not in str(key)}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([OLD, NEW]))
def test_no_survivor_is_ever_renamed(seed: int, config: Data) -> None:
    tree = Tree(Random(seed))
    tree.more()
    tree.more()
    ids: dict[str, int] = {}
    found = named(tree.root(ids), config)
    before = published(found, ids)
    for _ in range(6):
        tree.edit()
        ids = {}
        found = again(tree.root(ids), found, config)
        after = published(found, ids)
        assert {k: after[k] for k in before.keys() & after.keys()} == {
            k: before[k] for k in before.keys() & after.keys()
        }
        assert len({name.casefold() for name in found.names.classes.values()}) == len(found.names.classes)
        before = after


def test_without_the_ledger_survivors_are_renamed() -> None:
    """What the ledger saves, in one number: the names that change over eight edits of eight documents."""
    renamed = 0
    for seed in range(8):
        tree = Tree(Random(seed))
        tree.more()
        ids: dict[str, int] = {}
        before = published(named(tree.root(ids)), ids)
        for _ in range(8):
            tree.edit()
            ids = {}
            after = published(named(tree.root(ids)), ids)
            renamed += sum(before[key] != after[key] for key in before.keys() & after.keys())
            before = after
    assert renamed > 50


@pytest.mark.parametrize("config", [OLD, replace(OLD, class_names_for_array_fields=False)])
def test_options_do_not_rename_what_was_published(config: Data) -> None:
    root = components(A=obj(items={"type": "array", "items": obj(a={})}), B=obj(items=obj(b={})))
    before = named(root, OLD)
    assert again(root, before, NEW).names.classes == before.names.classes
    assert again(root, before, config).names.classes == before.names.classes


def test_an_empty_ledger_is_no_ledger() -> None:
    root = components(A=obj(status=enum("a")))
    assert named(root, OLD, Ledger()).names == named(root).names


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
