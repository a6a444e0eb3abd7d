"""Names of groups, methods, the client and the project."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.frozen import replace
from sdkwright.names.groups import class_wishes_by_root, group_key
from sdkwright.names.published.ledger import Section, empty_ledger
from sdkwright.names.published.memory import Item, Memory, settle
from sdkwright.names.scope import Scope, Wish, fold
from sdkwright.options.model import Config
from sdkwright.text import reserved

from tests.unit.naming import ANSWER, OLD, Named, again, answering, enum, named, obj, operation, query, ref


def paths_of(*groups: str, **operations: object) -> dict[str, object]:
    return {
        f"/p{index}": {"get": operation(f"Op{index}", **{"x-speakeasy-group": group}, **operations)}
        for index, group in enumerate(groups)
    }


def groups_of(*groups: str, schemas: dict[str, object] | None = None) -> dict[str, tuple[str, str, str]]:
    paths: dict[str, object] = paths_of(*groups)
    uses = {
        "200": {
            "description": "",
            "content": {"application/json": {"schema": obj(**{k: ref(k) for k in schemas or {}})}},
        }
    }
    paths["/all"] = {"get": {"operationId": "All", "responses": uses}}
    found = named({"paths": paths, "components": {"schemas": schemas or {}}}).names.groups
    return {".".join(path): (g.class_name, g.accessor, g.module) for path, g in found.items() if path}


def test_groups() -> None:
    assert groups_of("memoryStores", "deployments.metrics") == {
        "memoryStores": ("MemoryStores", "memory_stores", "memory_stores"),
        "deployments": ("Deployments", "deployments", "deployments"),
        "deployments.metrics": ("Metrics", "deployments.metrics", "metrics"),
    }


def test_a_top_level_group_gives_way_to_a_model() -> None:
    found = groups_of("deployments", schemas={"Deployments": obj()})
    assert found == {"deployments": ("DeploymentsSDK", "deployments", "deployments_sdk")}


def test_a_nested_group_gives_way_to_a_model_and_to_another_group() -> None:
    found = groups_of("client.chat", "client.tools", "indexing.people", "people", schemas={"Chat": obj()})
    assert found["client.chat"][0] == "ClientChat"
    assert found["client.tools"][0] == "Tools"
    assert found["indexing.people"][0] == "IndexingPeople"
    assert found["people"][0] == "People"


def test_where_titles_are_dotted_the_group_nearest_to_the_root_keeps_its_name() -> None:
    paths = [(), ("router",), ("router", "chat"), ("router", "chat", "runs"), ("router", "runs"), ("a",), ("a", "chat")]
    found = class_wishes_by_root([*paths, ("b",), ("b", "runs"), ("models",)], frozenset({"models"}), "Acme")
    assert {".".join(path): wish.identifier for path, wish in found.items()} == {
        "router": "Router",
        "router.chat": "Chat",
        "router.chat.runs": "AcmeChatRuns",
        "router.runs": "Runs",
        "a": "A",
        "a.chat": "AcmeChat",
        "b": "B",
        "b.runs": "AcmeRuns",
        "models": "ModelsSDK",
    }


@given(st.lists(st.lists(st.sampled_from(["a", "b", "models", "acme"]), max_size=4).map(tuple), unique=True))
def test_classes_of_groups_where_titles_are_dotted(paths: list[tuple[str, ...]]) -> None:
    found = class_wishes_by_root([(), *filter(None, paths)], frozenset({"models"}), "Acme")
    assert list(found) == [path for path in paths if path]
    assert not {fold(wish.identifier) for wish in found.values()} & {"models", "acme"}


def test_equal_groups_are_all_numbered() -> None:
    found = groups_of("ms_teams", "msteams")
    assert [found[path][0] for path in ("ms_teams", "msteams")] == ["MsTeams1", "Msteams2"]


@pytest.mark.parametrize("group", ["models", "types", "json", "logging", "import", "con", "sdk", "t"])
def test_modules_of_groups_hide_nothing(group: str) -> None:
    _, _, module = groups_of(group)[group]
    assert module not in reserved.STDLIB_MODULES | reserved.PACKAGE_MODULES | reserved.WINDOWS_FILES | reserved.KEYWORDS


def test_titles_and_pages() -> None:
    config = replace(OLD, sdk_class_name="Orq")
    root = named({"paths": paths_of("remoteConfigs")}, config).names.groups
    assert (root[()].title, root[()].page, root[()].accessor) == ("Orq SDK", "orq", "")
    assert (root["remoteConfigs",].title, root["remoteConfigs",].page) == ("RemoteConfigs", "remoteconfigs")
    assert named({}, replace(OLD, sdk_class_name="ZebraSdk")).names.groups[()].title == "ZebraSDK"


def test_methods() -> None:
    paths = {
        "/a": {
            "get": operation("listThings"),
            "post": operation("createThing", **{"x-speakeasy-name-override": "make"}),
        },
        "/v2/b/{id}": {"delete": operation(None), "get": operation("import")},
    }
    assert sorted(named({"paths": paths}).methods()) == ["delete_v2_b_id", "import_", "list_things", "make"]


def test_methods_and_their_asynchronous_twins_differ() -> None:
    paths = {f"/{i}": {"get": operation(id)} for i, id in enumerate(["run", "run_async", "Run", "close"])}
    found = named({"paths": paths}).methods()
    both = found + [f"{name}_async" for name in found]
    assert len(set(both)) == 8
    assert found[0] == "run"
    assert "close" not in found


def test_a_method_gives_way_to_a_nested_group() -> None:
    paths = paths_of("a.metrics") | {"/m": {"get": operation("metrics", **{"x-speakeasy-group": "a"})}}
    assert named({"paths": paths}).methods("a") == ["metrics_1"]


def test_an_operation_with_two_tags_stands_in_both_groups() -> None:
    found = named({"paths": {"/a": {"get": operation("Do", tags=["Users", "V1"])}}})
    assert found.methods("Users") == found.methods("V1") == ["do"]


def test_constants_differ() -> None:
    paths = {f"/{i}": {"get": operation(id)} for i, id in enumerate(["get_a", "getA"])}
    assert list(named({"paths": paths}).names.constants.values()) == ["_GET_A", "_GET_A_1"]


# ---------------------------------------------------------------------------------------------- client and the project


def test_the_constructor() -> None:
    schemes = {
        "ApiKey": {"type": "http", "scheme": "bearer"},
        "client": {"type": "apiKey", "name": "X", "in": "header"},
    }
    root = {
        "components": {"securitySchemes": schemes},
        "security": [{"ApiKey": []}, {"client": []}],
        "servers": [
            {
                "url": "https://{region}.{api-key}.x",
                "variables": {"region": {"default": "eu"}, "api-key": {"default": "x"}},
            }
        ],
        "x-speakeasy-globals": {"parameters": [{"name": "contactId", "in": "header", "schema": {"type": "string"}}]},
    }
    names = named(root).names
    assert names.security == {"ApiKey": "api_key", "client": "client_"}
    assert list(names.globals.values()) == ["contact_id"]
    assert names.server_variables == {"region": "region", "api-key": "api_key_1"}
    assert {w: n for (_, w), n in names.fields.items() if w in schemes} == names.security


@pytest.mark.parametrize(
    ("class_name", "module", "variable"),
    [
        ("Orq", None, "orq"),
        ("Glean", "glean", "g_client"),
        ("ZebraSDK", "zebra_sdk", "zs_client"),
        ("Class", "x", "c_client"),
    ],
)
def test_variables(class_name: str, module: str | None, variable: str) -> None:
    config = replace(OLD, sdk_class_name=class_name, module_name=module, package_name="some-sdk")
    assert named({}, config).names.variable == variable


@pytest.mark.parametrize(
    ("title", "package", "module"),
    [
        ("orq.ai API", "orq-ai-api", "orq_ai_api"),
        ("JSON", "json", "json_sdk"),
        ("", "sdk", "sdk"),
        ("名前", "u540du524d", "u540du524d"),
        ("3 Bears", "three-bears", "three_bears"),
        ("Class", "class", "class_sdk"),
    ],
)
def test_the_project_is_called_like_the_title(title: str, package: str, module: str) -> None:
    names = named({"info": {"title": title, "version": "1"}}).names
    assert (names.package, names.module) == (package, module)


def test_the_environment() -> None:
    assert named({}, replace(OLD, env_var_prefix="ORQ")).names.environment_prefix == "ORQ"
    assert named({}).names.environment_prefix == ""


def test_every_name_has_a_row_with_a_reason() -> None:
    found = answering(obj(status=enum("a")))
    rows = {(row.scope, row.id): row for row in found.names.rows}
    assert rows["class", f"{ANSWER}/properties/status"].identifier == "Status"
    assert all(row.reason for row in rows.values())
    assert {row.scope for row in rows.values()} == {
        *("package", "module", "sdk", "base-error", "default-error"),
        *("class", "twin", "field", "member", "method"),
    }


@settings(max_examples=50)
@given(st.lists(st.text(max_size=12), unique=True, max_size=6), st.lists(st.text(max_size=6), max_size=6))
def test_any_document_has_valid_names(keys: list[str], tags: list[str]) -> None:
    schemas = {key: obj(**{"x": enum(*keys)}) for key in keys}
    paths = {f"/{i}": {"get": operation(tag, tags=[tag], parameters=[query(tag or "q")])} for i, tag in enumerate(tags)}
    found = named({"paths": paths, "components": {"schemas": schemas}}).names
    everything = [*found.classes.values(), *found.members.values(), *found.methods.values(), *found.arguments.values()]
    assert all(name.isidentifier() and name not in reserved.KEYWORDS for name in everything)
    assert len({fold(name) for name in found.classes.values()}) == len(found.classes)
    assert all(stem.isascii() and stem.replace("_", "").isalnum() for stem in found.stems.values())
    assert len(set(found.stems.values())) == len(found.stems)


def test_settling_takes_items_in_order() -> None:
    items = [Item(str(i), (Wish("same", ""),)) for i in range(3)]
    names = settle(Memory(empty_ledger()).recall(Section.FIELD, "X"), items, Scope())
    assert [names[str(i)].identifier for i in range(3)] == ["same", "same_1", "same_2"]


def test_keys_of_groups_differ() -> None:
    paths = [(), (".",), ("",), ("a", "b"), ("a.b",), ("a\\c", "b"), ("a", "")]
    assert len({group_key(path) for path in paths}) == len(paths)
    assert group_key(("a-b",)) == group_key(("aB",)), "two spellings of one accessor"
    assert group_key(("deployments", "metrics")) == "deployments.metrics"


# ----------------------------------------------------------------------------------------------------- asyncMode: split

SPLIT = replace(OLD, async_split=True)


def classes_of(found: Named) -> dict[str, tuple[str, ...]]:
    """Both classes of each group, and of the root."""
    return {".".join(path): found.names.classes_of(group) for path, group in found.names.groups.items()}


def test_each_class_has_a_twin_where_async_methods_stand_apart() -> None:
    found = named({"paths": paths_of("users", "users.keys")}, SPLIT)
    assert classes_of(found) == {
        "": ("T", "AsyncT"),
        "users": ("Users", "AsyncUsers"),
        "users.keys": ("Keys", "AsyncKeys"),
    }
    together = named({"paths": paths_of("users", "users.keys")})
    assert classes_of(together) == {"": ("T",), "users": ("Users",), "users.keys": ("Keys",)}
    assert (found.names.async_method("list"), together.names.async_method("list")) == ("list", "list_async")
    rows = {row.identifier: row.reason for row in found.names.rows if row.scope == "twin"}
    assert rows["AsyncUsers"] == "beside `Users`"


@pytest.mark.parametrize("config", [SPLIT, replace(SPLIT, name_resolution_feb2025=True)])
def test_a_group_gives_way_to_a_model_of_the_name_of_its_twin(config: Config) -> None:
    schemas = {"AsyncUsers": obj(), "AsyncT": obj()}
    response = {"200": {"description": "", "content": {"application/json": {"schema": ref("AsyncUsers")}}}}
    paths = {"/u": {"get": operation("GetU", tags=["users"], responses=response)}}
    found = named({"paths": paths, "components": {"schemas": schemas}}, config)
    assert classes_of(found)["users"] == ("UsersSDK", "AsyncUsersSDK")
    row = next(row for row in found.names.rows if row.identifier == "UsersSDK")
    assert "`AsyncUsers` is a model" in row.reason


def test_a_group_called_like_a_twin_gives_way_and_what_was_published_stays() -> None:
    document = {"paths": paths_of("users")}
    before = named(document, SPLIT)
    after = again({"paths": paths_of("asyncUsers", "users", "asyncT")}, before, SPLIT)
    found = classes_of(after)
    assert found["users"] == ("Users", "AsyncUsers")
    assert found["asyncUsers"] == ("AsyncUsers1", "AsyncAsyncUsers1")
    assert found["asyncT"] == ("AsyncT1", "AsyncAsyncT1")
    assert classes_of(again({"paths": paths_of("asyncUsers", "users", "asyncT")}, after, SPLIT)) == found


def test_groups_that_were_published_side_by_side_are_told_apart_when_they_get_twins() -> None:
    document = {"paths": paths_of("users", "asyncUsers")}
    together = named(document)
    assert classes_of(together)["asyncUsers"] == ("AsyncUsers",)
    apart = again(document, together, SPLIT)
    assert classes_of(apart)["users"] == ("Users", "AsyncUsers")
    assert classes_of(apart)["asyncUsers"] == ("AsyncUsers1", "AsyncAsyncUsers1")
    assert classes_of(again(document, apart, SPLIT)) == classes_of(apart)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(["users", "asyncUsers", "async", "asyncAsync", "t", "asyncT", "Users", "keys"]), min_size=1
    ),
    st.sets(st.sampled_from(["AsyncUsers", "Users", "AsyncAsyncUsers", "AsyncKeys", "T", "AsyncT"])),
    st.booleans(),
)
def test_twins_are_called_like_nothing_else(groups: list[str], models: set[str], feb: bool) -> None:
    config = replace(SPLIT, name_resolution_feb2025=feb)
    paths: dict[str, object] = paths_of(*groups)
    uses = obj(**{name: ref(name) for name in sorted(models)})
    response = {"200": {"description": "", "content": {"application/json": {"schema": uses}}}}
    paths["/all"] = {"get": operation("All", responses=response)}
    document = {"paths": paths, "components": {"schemas": {name: obj() for name in sorted(models)}}}
    found = named(document, config)
    both = [fold(name) for names in classes_of(found).values() for name in names]
    assert len(both) == len({*both})
    given_way = {
        fold(name) for path, group in found.names.groups.items() if path for name in found.names.classes_of(group)
    }
    assert not given_way & {fold(name) for name in found.names.classes.values()}
    assert classes_of(again(document, found, config)) == classes_of(found)
