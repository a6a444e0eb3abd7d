"""Which page tells of what: the folders of components, and which operations share a page."""

from __future__ import annotations

import posixpath
import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.docs.pages import pages
from sdkwright.docs.reader.where.places import LLMS_FULL, Place
from sdkwright.options.model import Config, DocsStyle, ResponseFormat
from sdkwright.render.environment import render_template

from scripts.docscheck.check import checked
from scripts.docscheck.pages import Page
from tests.unit.planning import planned

READER = Config(docs_style=DocsStyle.READER)


def made(paths: Any, schemas: Any = None) -> dict[str, Page]:
    """The pages of a document."""
    found = (page for page in pages(planned(paths, schemas, READER).sdk) if page.path != LLMS_FULL)
    return {page.path: Page(page.path, render_template(page.template, page=page.context)) for page in found}


SEGMENTS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3)


@given(SEGMENTS, SEGMENTS)
def test_a_link_leads_from_page_to_page(there: list[str], here: list[str]) -> None:
    path, page = "/".join(["docs", *there, "to.md"]), "/".join(["docs", *here, "from.md"])
    assert Place(path).seen_from(page) == posixpath.relpath(path, posixpath.dirname(page))


def paths_of(paths: Any, schemas: Any) -> set[str]:
    """Which pages there are."""
    return {page.path for page in pages(planned(paths, schemas, READER).sdk)}


def getting(name: str, tag: str | None, schema: str | None = None) -> dict[str, Any]:
    """A path with one operation, which returns a component."""
    content = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}
    answer = {"description": "it", **(content if schema is not None else {})}
    return {"get": {"operationId": name, "responses": {"200": answer}, **({"tags": [tag]} if tag else {})}}


def holding(*names: str) -> dict[str, Any]:
    """An object with some components in it."""
    inner = {name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in names}
    return {"type": "object", "properties": {"own": {"type": "string"}, **inner}}


SCHEMAS = {
    "Cat": holding("Owner", "Claw"),
    "Dog": holding("Owner"),
    "Owner": holding("Street"),
    "Street": holding(),
    "Claw": holding("Claw"),
    "Forgotten": holding(),
}
PATHS = {"/cats": getting("a", "cats", "Cat"), "/dogs": getting("b", "dogs", "Dog")}


@pytest.mark.parametrize("paths", [PATHS, dict(reversed(PATHS.items()))], ids=["one", "other"])
def test_what_one_resource_uses_is_in_its_folder_and_what_several_use_is_shared(paths: Any) -> None:
    found = {path for path in made(paths, SCHEMAS) if re.fullmatch(r"docs/\w+/[a-z]+\.md", path)}
    own = {"docs/cats/cat.md", "docs/cats/claw.md", "docs/dogs/dog.md"}
    assert found == own | {"docs/models/owner.md", "docs/models/street.md"}


def test_what_the_resources_of_one_group_use_is_in_the_folder_of_the_group() -> None:
    paths = {"/chats": getting("a", "chat", "Cat"), "/parts": getting("b", "chat.parts", "Dog")}
    assert {"docs/chat/owner.md", "docs/chat/cat.md", "docs/chat/parts/dog.md"} <= made(paths, SCHEMAS).keys()


def test_a_folder_is_called_like_the_attribute_and_not_like_a_class_that_made_way() -> None:
    """The root class is `Acme`, the classes of the groups are `AcmeSDK`, `OwnerSDK` and ones of two groups."""
    groups = {"/a": getting("a", "acme", "Cat"), "/b": getting("b", "owner"), "/c": getting("c", "owner.owner")}
    pages_of_groups = {f"docs/{group}/README.md" for group in ("acme", "owner", "owner/owner")}
    found = paths_of(groups, SCHEMAS)
    assert pages_of_groups <= found
    assert "docs/acme/cat.md" in found
    more = paths_of({**groups, "/d": getting("d", None)}, SCHEMAS)
    assert more >= pages_of_groups | {"docs/acmesdk/README.md"}, "a method of the client itself moves no group"


@pytest.mark.parametrize("paths", [{}, PATHS], ids=["nothing", "something"])
def test_what_every_method_returns_has_a_page_where_there_is_a_method(paths: Any) -> None:
    config = Config(docs_style=DocsStyle.READER, response_format=ResponseFormat.ENVELOPE_HTTP)
    found = {page.path for page in pages(planned(paths, SCHEMAS, config).sdk)}
    assert ("docs/httpmetadata.md" in found) == bool(paths)


def test_a_body_whose_members_are_arguments_is_named_by_its_method() -> None:
    body = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}}
    make = {"post": {"operationId": "make", "tags": ["cats"], "requestBody": body, "responses": {"204": {}}}}
    found = made({"/cats": make}, {"New": {"type": "object", "required": ["n"], "properties": {"n": {}}}})
    assert "[`New`](new.md), of which each member is a parameter" in found["docs/cats/README.md"].text
    assert "README.md#make" in found["docs/cats/new.md"].text


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_no_order_decides_where_a_component_stands(rng: random.Random) -> None:
    names = [f"S{number}" for number in range(5)]
    schemas = {name: holding(*rng.sample(names, rng.randrange(3))) for name in names}
    paths = {f"/{n}": getting(f"get{n}", f"tag{n % 3}", rng.choice(names)) for n in range(4)}
    shuffled = list(paths.items())
    rng.shuffle(shuffled)
    assert paths_of(paths, schemas) == paths_of(dict(shuffled), schemas)


def many(stem: str, count: int) -> dict[str, Any]:
    """Operations without tags below `/v1/{stem}`."""
    return {f"/v1/{stem}/{{id}}/p{n}": getting(f"{stem}_{n}", None, "Cat") for n in range(count)}


def test_a_resource_of_very_many_methods_is_parted_by_path() -> None:
    found = made({**many("cats", 50), **many("dogs", 31), "/v1/{id}/mice": getting("mouse", None, "Dog")}, SCHEMAS)
    root = next(path for path in found if path.endswith("/cats/README.md")).removesuffix("cats/README.md")
    assert "## cats_0" in found[f"{root}cats/README.md"].text
    assert "## dogs_0" in found[f"{root}dogs/README.md"].text
    assert "## mouse" in found[f"{root}mice/README.md"].text
    assert "dogs_0" not in found[f"{root}cats/README.md"].text
    assert "(dogs/README.md#dogs_30)" in found[f"{root}README.md"].text
    assert {f"{root}mice/dog.md", f"{root}owner.md", f"{root}cat.md"} <= found.keys()
    counts = checked(found, {*found, LLMS_FULL}, "docs/README.md")
    assert [failure for count in counts.values() for failure in count.failed] == []


def test_eighty_methods_share_a_page_and_so_do_more_that_have_no_path_in_common() -> None:
    few = made({**many("cats", 49), **many("dogs", 31)}, SCHEMAS)
    single = made({f"/p{n}": getting(f"get_{n}", None) for n in range(100)})
    for found in (few, single):
        assert len([path for path in found if path.endswith("/README.md") and path != "docs/README.md"]) == 1


def test_long_rows_have_a_line_for_each_path() -> None:
    index = made({**many("cats", 10), **many("dogs", 10)}, SCHEMAS)["docs/README.md"].text
    (row,) = (line for line in index.splitlines() if "#dogs_3)" in line)
    assert re.fullmatch(r".*\| `/v1/cats`: .*cats_9\)<br/>`/v1/dogs`: .*dogs_9\) \|", row)


def test_an_error_has_one_row_with_all_its_statuses() -> None:
    path = getting("a", "cats", "Cat")
    for status, name in (("400", "Dog"), ("422", "Street"), ("500", "Dog")):
        path["get"]["responses"][status] = getting("", None, name)["get"]["responses"]["200"]
    rows = [line for line in made({"/a": path}, SCHEMAS)["docs/cats/README.md"].text.splitlines() if "| 4" in line]
    assert [row.split(" | ")[1] for row in rows] == ["400, 500", "422"]
