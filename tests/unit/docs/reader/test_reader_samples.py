"""The programs of the reader's pages: what published ones leave to luck is said here."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

import pytest
from sdkwright.docs.pages import pages
from sdkwright.options.model import Config, DocsStyle, ResponseFormat
from sdkwright.render.environment import render_template

from scripts.docscheck.pages import Page
from tests.unit.docs_views import page_texts
from tests.unit.planning import planned

CAT = {
    "type": "object",
    "required": ["n"],
    "properties": {"n": {"type": "string"}, "home": {"$ref": "#/components/schemas/Home"}},
}
DOG = {"type": "object", "required": ["m"], "properties": {"m": {"type": "string"}}}
SCHEMAS = {
    "Cat": {**CAT, "additionalProperties": {"type": "string"}},
    "Dog": {**DOG, "additionalProperties": {"type": "string"}},
    "Home": {"type": "object", "properties": {"street": {"type": "string"}}},
    "Pet": {"anyOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
}
RESPONSES = {"204": {"description": ""}}


def calls(schema: Any, example: Any, style: DocsStyle = DocsStyle.READER, **rest: Any) -> list[ast.Call]:
    """The calls of the operation in the programs of its page."""
    body = {"required": True, "content": {"application/json": {"schema": schema, "example": example}}}
    operation = {"operationId": "makeA", "tags": ["things"], "requestBody": body, "responses": RESPONSES, **rest}
    sdk = planned({"/a": {"post": operation}}, SCHEMAS, Config(docs_style=style)).sdk
    made = {page.path: page for page in pages(sdk)}
    path = "docs/things/README.md" if style is DocsStyle.READER else "docs/sdks/things/README.md"
    text = render_template(made[path].template, page=made[path].context)
    trees = [ast.parse(block.text) for block in Page(path, text).blocks if block.language == "python"]
    found = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in found if "things.make_a" in ast.unparse(call.func)]


LIST_OF_PETS = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
PETS = [{"n": "a", "home": {"street": "b"}}]


@pytest.mark.parametrize(
    ("style", "home"),
    [(DocsStyle.READER, "models.Home(street='b')"), (DocsStyle.PUBLISHED, "{'street': 'b'}")],
)
def test_models_and_dictionaries_are_not_mixed(style: DocsStyle, home: str) -> None:
    for call in calls(LIST_OF_PETS, PETS, style):
        assert f"request=[models.Cat(n='a', home={home})]" in ast.unparse(call)


def test_a_dictionary_around_a_model_is_a_model() -> None:
    schema = {"type": "object", "required": ["pets"], "properties": {"pets": LIST_OF_PETS, "of": {"type": "object"}}}
    body = {
        "type": "object",
        "required": ["inner", "map"],
        "properties": {
            "inner": {**schema, "title": "Inner"},
            "map": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Home"}},
        },
    }
    for call in calls(body, {"inner": {"pets": PETS}, "map": {"a": {"street": "c"}}}):
        said = ast.unparse(call)
        assert "inner=models.Inner(pets=[models.Cat(n='a', home=models.Home(street='b'))])" in said
        assert "map={'a': {'street': 'c'}}" in said, "what holds no model stays a dictionary"


def test_an_address_without_a_host_is_given() -> None:
    home = {"$ref": "#/components/schemas/Home"}
    for call in calls(home, {"street": "a"}, servers=[{"url": "https://"}]):
        assert "server_url='https://api.example.com'" in ast.unparse(call)
    for call in calls(home, {"street": "a"}, servers=[{"url": "https://other.example"}]):
        assert "server_url" not in ast.unparse(call)


def test_what_is_said_of_an_answer_is_not_bold_twice() -> None:
    """Two stars within bold text end it: `**Answer: a **b****`."""
    told = {"200": {"description": "The **new** one", "content": {"application/json": {"schema": {"type": "string"}}}}}
    operation = {"operationId": "makeA", "tags": ["things"], "responses": told}
    sdk = planned({"/a": {"post": operation}}, {}, Config(docs_style=DocsStyle.READER)).sdk
    page = next(page for page in pages(sdk) if page.path == "docs/things/README.md")
    lines = render_template(page.template, page=page.context).splitlines()
    assert "**Answer `200`, `application/json`**: The **new** one" in lines


def test_a_class_that_is_an_answer_and_an_error_is_named_by_its_use() -> None:
    """What comes back is the class; what is raised holds it, and is another one."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Home"}}}
    answers = {status: {"description": "", "content": content} for status in ("200", "404")}
    operation = {"operationId": "getA", "tags": ["things"], "responses": answers}
    sdk = planned({"/a": {"get": operation}}, SCHEMAS, Config(docs_style=DocsStyle.READER)).sdk
    texts = page_texts(pages(sdk))
    page = texts["docs/things/README.md"]
    assert "-> models.HomeData" in page
    assert "**Returns** [`HomeData`](home.md)" in page
    assert "| [`Home`](home.md) | 404 |" in page
    assert "| [`HomeData`](things/home.md) |" in texts["docs/api.md"]


@pytest.mark.parametrize("together", [False, True], ids=["one by one", "together"])
@pytest.mark.parametrize(
    ("media_type", "place"), [("application/json", "JSON"), ("application/x-www-form-urlencoded", "the form")]
)
def test_a_name_that_is_sent_is_told_with_its_place(media_type: str, place: str, *, together: bool) -> None:
    """Nothing of a path, of a query or of headers is JSON, nor are the fields of a form; and what the client itself
    gathers or returns has a name in nothing that is sent."""
    text = {"schema": {"type": "string"}}
    inner = {"schema": {"type": "object", "properties": {"minSize": {"type": "integer"}}}}
    asked = [
        {"name": "petId", "in": "path", "required": True, **text},
        {"name": "pageSize", "in": "query", **text},
        {"name": "X-Trace", "in": "header", **text},
        {"name": "lastSeen", "in": "cookie", **text},
        {"name": "only", "in": "query", "style": "deepObject", **inner},
    ]
    fields = {"schema": {"type": "object", "properties": {"firstName": {"type": "string"}}}}
    answer = {"schema": {"type": "object", "properties": {"lastName": {"type": "string"}}}}
    operation = {
        "operationId": "makeA",
        "tags": ["things"],
        "parameters": asked,
        "requestBody": {"content": {media_type: fields}},
        "responses": {"200": {"description": "", "content": {"application/json": answer}}},
    }
    config = Config(
        docs_style=DocsStyle.READER,
        response_format=ResponseFormat.ENVELOPE_HTTP,
        flatten_requests=not together,
        max_method_params=0 if together else 9,
    )
    sdk = planned({"/a/{petId}": {"put": operation}}, {}, config).sdk
    page = next(page for page in pages(sdk) if page.path == "docs/things/README.md")
    rows = re.findall(r"(?m)^\| `([\w.]+)` \|.* In (.+)\. \|$", render_template(page.template, page=page.context))
    assert [(name.rpartition(".")[2], said) for name, said in rows] == [
        ("pet_id", "the path: `petId`"),
        ("page_size", "the query: `pageSize`"),
        ("x_trace", "the headers: `X-Trace`"),
        ("last_seen", "the cookies: `lastSeen`"),
        ("min_size", "the query: `minSize`"),
        ("first_name", f"{place}: `firstName`"),
        ("last_name", "JSON: `lastName`"),
    ]


def page_of(operation: dict[str, Any], schemas: dict[str, Any]) -> str:
    """The page of one operation at `/a`."""
    paths = {"/a": {"post": {"operationId": "makeA", "tags": ["things"], **operation}}}
    sdk = planned(paths, schemas, Config(docs_style=DocsStyle.READER, response_required=False)).sdk
    page = next(page for page in pages(sdk) if page.path == "docs/things/README.md")
    return render_template(page.template, page=page.context)


@pytest.mark.parametrize(("status", "is_empty"), [("204", True), ("205", True), ("200", False)])
def test_an_answer_whose_status_has_no_content_is_not_asked_for_it(status: str, is_empty: bool) -> None:
    """RFC 9110, section 15.3.5: whatever the document says, nothing comes."""
    answers = {status: {"description": "it", "content": {"application/json": {"schema": SCHEMAS["Home"]}}}}
    page = page_of({"responses": answers}, {})
    assert "res = a_client.things.make_a()" in page
    assert ("assert res is not None" in page) is not is_empty
    assert ("```json" in page) is not is_empty


@pytest.mark.parametrize(("more", "said"), [({}, "<value>"), ({"additionalProperties": {"type": "integer"}}, 1)])
def test_what_is_required_and_not_described_is_shown(more: dict[str, Any], said: object) -> None:
    """JSON has it, and a method that takes it tells of it."""
    thing = {"type": "object", "required": ["n", "photoUrls"], "properties": {"n": {"type": "integer"}}, **more}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    answers = {"200": {"description": "it", "content": content}}
    page = page_of({"requestBody": {"required": True, "content": content}, "responses": answers}, {"Thing": thing})
    (shown,) = (block.text for block in Page("a.md", page).blocks if block.language == "json")
    assert json.loads(shown) == {"n": 1, "photoUrls": said}
    assert ("| `photo_urls` |" in page) == ("photo_urls:" in page) == (not more)
