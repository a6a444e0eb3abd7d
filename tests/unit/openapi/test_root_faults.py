"""Faults of the fields that stand at the root of a document, none of which costs more than itself."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from sdkwright.openapi.document import Document, load
from sdkwright.problems import ProblemsError

SOUND: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1.2.3"},
    "servers": [{"url": "https://pets.example"}],
    "tags": [{"name": "pets"}],
    "security": [{"key": []}],
    "externalDocs": {"url": "https://docs.example"},
    "webhooks": {"born": {"post": {"responses": {"204": {"description": "Heard"}}}}},
    "paths": {"/pets": {"get": {"responses": {"200": {"description": "Pets"}}}}},
    "components": {"securitySchemes": {"key": {"type": "http", "scheme": "basic"}}},
}
KINDS = (
    *("schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links"),
    *("callbacks", "pathItems", "mediaTypes"),
)
PLACES = (
    *("info", "info/title", "info/version", "info/contact", "info/license", "servers", "servers/0", "tags", "tags/0"),
    *("security", "security/0", "externalDocs", "webhooks", "webhooks/born", "webhooks/born/post", "components"),
    *(f"components/{kind}" for kind in KINDS),
    "components/securitySchemes/key",
)
BROKEN: dict[str, Any] = {
    "missing file": {"$ref": "missing.yaml"},
    "dangling": {"$ref": "#/nowhere"},
    "remote": {"$ref": "https://other.example/a.yaml"},
    "reference of a number": {"$ref": 5},
    "text": "text",
    "number": 5,
    "list": ["a"],
    "list of lists": [[1]],
    "list of nothing": [None],
    "mapping of text": {"a": "b"},
    "nothing": None,
}


def read(folder: Path, document: Any) -> Document:
    path = folder / "spec.yaml"
    path.write_text(yaml.safe_dump(document, sort_keys=False))
    return load(path)


def changed(place: str, value: Any) -> dict[str, Any]:
    """The sound document with another value at a place."""
    document = copy.deepcopy(SOUND)
    node: Any = document
    *way, last = place.split("/")
    for key in way:
        node = node[int(key)] if isinstance(node, list) else node.setdefault(key, {})
    node[int(last) if isinstance(node, list) else last] = copy.deepcopy(value)
    return document


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("place", PLACES)
def test_a_fault_at_the_root_costs_no_operation(place: str, broken: str, tmp_path: Path) -> None:
    document = read(tmp_path, changed(place, BROKEN[broken]))
    assert document.at("#/paths/~1pets/get")
    assert not document.left_out & {"#/paths/~1pets/get"}
    for field in ("title", "version"):
        assert isinstance(document.at(f"#/info/{field}"), str)
    is_free = place.startswith("info/") and broken in ("text", "number", "mapping of text")
    assert is_free or document.problems, "nothing is said"


def test_what_stands_beside_a_reference_that_leads_nowhere_counts(tmp_path: Path) -> None:
    for place, beside in (
        ("info", {"title": "Mine", "version": "9"}),
        ("servers/0", {"url": "https://mine.example"}),
        ("tags/0", {"name": "mine"}),
        ("components", {"schemas": {"Mine": {"type": "string"}}}),
        ("paths", {"/mine": {"get": {}}}),
        ("paths/~1pets", {"get": {}}),
    ):
        document = copy.deepcopy(SOUND)
        node: Any = document
        for key in place.split("/"):
            node = node[int(key)] if isinstance(node, list) else node[key.replace("~1", "/")]
        node |= {**beside, "$ref": "missing.yaml"}
        read_again = read(tmp_path, document)
        at: Any = read_again.at(f"#/{place}")
        assert {key: at[key] for key in beside} == beside
        assert "$ref" not in at
        assert [str(each.left_out) for each in read_again.problems] == ['the reference "missing.yaml"']


@pytest.mark.parametrize("broken", ["missing file", "text", "list"])
@pytest.mark.parametrize("place", ["paths", "paths/~1pets"])
def test_a_document_without_an_operation_left_is_refused(place: str, broken: str, tmp_path: Path) -> None:
    document = copy.deepcopy(SOUND)
    del document["webhooks"]
    if place == "paths":
        document["paths"] = BROKEN[broken]
    else:
        document["paths"]["/pets"] = BROKEN[broken]
    with pytest.raises(ProblemsError) as caught:
        read(tmp_path, document)
    assert {problem.severity.value for problem in caught.value.problems} == {"error"}


def test_a_path_whose_reference_leads_nowhere_is_a_path_that_is_left_out(tmp_path: Path) -> None:
    document = copy.deepcopy(SOUND)
    document["paths"] |= {"/far": {"$ref": "far.yaml", "summary": "Far"}, "/none": {"$ref": 5}}
    found = read(tmp_path, document)
    assert [str(each.left_out) for each in found.problems] == ['the path "/far"', 'the path "/none"']


def test_a_webhook_with_a_fault_leaves_the_others(tmp_path: Path) -> None:
    document = copy.deepcopy(SOUND)
    del document["paths"]
    document["webhooks"]["died"] = {"post": "text"}
    found = read(tmp_path, document)
    assert [str(each.left_out) for each in found.problems] == ['the operation "POST died"']
    assert found.at("#/webhooks/born/post")


@pytest.mark.parametrize("address", ["#", "#/", "#/paths", "/", "missing.yaml"])
def test_what_is_no_scheme_is_no_scheme_by_its_address_either(tmp_path: Path, address: str) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(yaml.safe_dump({**SOUND, "security": [{address: []}]}), "utf-8")
    document = load(path)
    requirements: Any = document.root.get("security", [])
    assert not {name for each in requirements for name in each} & {"", "key", "paths"}
