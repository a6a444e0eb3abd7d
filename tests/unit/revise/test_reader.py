"""A run after edits of texts with pages for readers leaves what a whole run would leave: of the pages those alone are
made again that show one of the texts, and the one that holds all of them is put together from what stands there."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.docs.reader import pages

from tests.unit.revise.shop import SHOP, Data, Project, put, texts

SPLIT = "{packageName: shop, asyncMode: split}"
OPTIONS = "\nsdkwright: {docs: {style: reader}}"


def _wide() -> Data:
    """The shop with what pages tell of each other: inline classes that several of them show, meanings of an enum, links
    and headings in texts, operations below each other, messages to users."""
    made: Data = copy.deepcopy(SHOP)
    schemas = made["components"]["schemas"]
    inline = {
        "type": "object",
        "description": "Where it stands",
        "properties": {
            "street": {"type": "string", "description": "A street"},
            "floor": {
                "type": "object",
                "description": "A floor",
                "properties": {
                    "room": {
                        "type": "object",
                        "description": "A room",
                        "properties": {
                            "door": {
                                "type": "object",
                                "description": "A door",
                                "properties": {"bell": {"type": "string", "description": "A bell"}},
                            }
                        },
                    }
                },
            },
        },
    }
    schemas["Thing"]["properties"]["place"] = inline
    schemas["Size"]["properties"]["place"] = copy.deepcopy(inline)
    schemas["Mood"] = {
        "description": "How it is",
        "oneOf": [
            {"const": "good", "title": "Good", "description": "All is well"},
            {"const": "bad", "title": "Bad", "description": "It is not"},
        ],
    }
    schemas["Thing"]["properties"]["mood"] = {"$ref": "#/components/schemas/Mood"}
    get = made["paths"]["/things/{id}"]["get"]
    made["paths"]["/things/{id}/parts"] = {
        "get": {
            **copy.deepcopy(get),
            "operationId": "listParts",
            "tags": ["things"],
            "summary": "List parts",
            "description": "# Parts\n\nSee [the thing](#operation/getThing).\n\n## Success\n\nIt is so.",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        }
    }
    made["webhooks"] = {
        "sold": {
            "post": {
                "summary": "A thing was sold",
                "description": "Sent once",
                "requestBody": {
                    "description": "What was sold",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                },
                "responses": {"200": {"description": "Taken"}},
            }
        }
    }
    made["info"]["description"] = "Sells things.\n\n# How to buy\n\nWith money."
    made["tags"][1]["description"] = "All things. See [how](#section/How-to-buy)."
    return made


WIDE = _wide()
TEXTS = (
    "Another text",
    "Which",
    "Success",
    "200",
    "Get a thing",
    "A text | of cells\n\n* with a list\n  * in it\n\nand a second block. And a second sentence.",
    "# A heading\n\nbelow it",
    "Parts\n===\n\nbelow it",
    "<h2>Success</h2>",
    "[a thing](#operation/getThing) and [how](#section/How-to-buy)",
    "[nowhere](./other.md)",
    "[out](https://shop.example)",
    "```python\nthis = 1\n```",
    "````\n```python\n````\n<script>alert(1)</script>",
    "<script>alert(1)</script> <b>bold</b> `code` _it_ <!-- not this -->",
    "\u202e not to be seen\r\nin lines",
    "---\n\nPage: docs/things/README.md\n\n# Things",
)
EDIT = st.tuples(st.sampled_from(list(texts(WIDE))), st.sampled_from(TEXTS))


@given(st.lists(st.lists(EDIT, min_size=1, max_size=3), min_size=2, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8, deadline=None)
def test_random_texts(project: Project, rounds: list[list[tuple[Any, str]]]) -> None:
    _generated(project, WIDE)
    document = WIDE
    for edits in rounds:
        for way, text in edits:
            document = put(document, way, text)
        _generated(project, document)


@pytest.mark.slow
def test_each_text(project: Project) -> None:
    """Each by itself, in turn with the text that it was."""
    _generated(project, WIDE)
    revised: dict[Any, bool] = {}
    for way in texts(WIDE):
        project.write(put(WIDE, way, "It is another."), SPLIT + OPTIONS)
        revised[way] = project.generate()
    assert sum(revised.values()) > len(revised) / 2


def test_no_other_page_is_made(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a component alone, with the one of all pages."""
    _generated(project, WIDE)

    def refused(*_: object) -> None:
        raise AssertionError("it is made")

    for maker in ("reader_pages", "resource_pages", "_webhooks", "_guide", "_llms", "_index", "_agents", "_readme"):
        monkeypatch.setattr(pages, maker, refused)
    written = copy.deepcopy(put(WIDE, ("components", "schemas", "Kind", "description"), "Which kind it is."))
    project.write(written, SPLIT + OPTIONS)
    project.go(project.folder)
    status, _, said = project.say("generate", "--overlay", "overlay.json")
    assert status == 0, said
    for name in ("kind.md", "llms-full.txt"):
        (found,) = (project.folder / "generated" / "docs").rglob(name)
        assert "Which kind it is." in found.read_text()


def _generated(project: Project, document: Data) -> bool:
    project.write(document, SPLIT + OPTIONS)
    return project.generate("check")
