"""A run after an edit leaves what a whole run would leave, byte for byte, and says the same."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright import revise
from sdkwright.cache import place, read_record
from sdkwright.render.proofs import Proof, Proofs
from sdkwright.revise import kept
from sdkwright.revise.proofs import keep_proofs, read_proofs

from tests.unit.cli.typed import run, snapshot

Data = dict[str, Any]

SHOP: Data = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1", "description": "Sells things."},
    "externalDocs": {"url": "https://shop.example/docs", "description": "More of it"},
    "servers": [{"url": "https://shop.example", "description": "The shop"}],
    "tags": [{"name": "orders", "description": "What was ordered"}, {"name": "things"}],
    "security": [{"key": []}],
    "paths": {
        "/things/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "description": "Which", "schema": {"type": "string"}}
            ],
            "get": {
                "operationId": "getThing",
                "tags": ["things"],
                "summary": "Get a thing",
                "description": "Gets a thing\n\n* with `all`\n* of it",
                "parameters": [{"$ref": "#/components/parameters/Depth"}],
                "responses": {
                    "200": {
                        "description": "Success",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                    },
                    "default": {"$ref": "#/components/responses/Wrong"},
                },
            },
        },
        "/orders": {
            "post": {
                "operationId": "order",
                "tags": ["orders"],
                "summary": "Order",
                "description": "Order",
                "requestBody": {
                    "description": "What to order",
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
                },
                "responses": {
                    "200": {
                        "description": "Success",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "description": "The order as it stands",
                                    "required": ["lost"],
                                    "properties": {"id": {"type": "string", "description": "Which"}},
                                }
                            }
                        },
                    }
                },
            }
        },
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "Your key"}},
        "parameters": {
            "Depth": {"name": "depth", "in": "query", "description": "How deep", "schema": {"type": "integer"}}
        },
        "responses": {
            "Wrong": {
                "description": "Something is wrong",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
        },
        "schemas": {
            "Thing": {
                "type": "object",
                "description": "A thing to be sold.",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "description": "What it is called", "example": "lamp"},
                    "description": {"type": "string", "description": "What it is like", "examples": ["bright"]},
                    "kind": {"$ref": "#/components/schemas/Kind"},
                    "parts": {
                        "type": "array",
                        "description": "Success",
                        "items": {"$ref": "#/components/schemas/Thing"},
                    },
                    "size": {
                        "oneOf": [{"type": "integer"}, {"$ref": "#/components/schemas/Size"}],
                        "description": "Size",
                    },
                },
            },
            "Size": {"type": "object", "properties": {"wide": {"type": "number", "description": "In metres"}}},
            "Kind": {"type": "string", "description": "Which sort it is", "enum": ["lamp", "chair"]},
            "Problem": {"type": "object", "properties": {"description": {"type": "string", "description": "What"}}},
            "Order": {
                "description": "A wish",
                "allOf": [
                    {"$ref": "#/components/schemas/Size"},
                    {
                        "type": "object",
                        "description": "A wish, too",
                        "required": ["thing"],
                        "properties": {
                            "thing": {"type": "string", "description": "Which"},
                            "note": {"type": "string", "description": "A word", "default": "none"},
                        },
                        "example": {"thing": "lamp", "description": "no text for people"},
                    },
                ],
            },
        },
    },
}


@dataclass(frozen=True)
class Project:
    """A folder with a document, what runs in it said, and which of them made anew what shows some texts."""

    folder: Path
    revised: list[bool]
    go: Callable[[Path], object]
    say: Callable[..., tuple[int, str, str]]

    def write(self, document: Data, options: str = "{packageName: shop}", *, overlay: Data | None = None) -> None:
        (self.folder / "openapi.json").write_text(json.dumps(document, indent=1))
        (self.folder / "gen.yaml").write_text(f"python: {options}\n")
        (self.folder / "overlay.json").write_text(json.dumps(overlay or OVERLAY))

    def generate(self, *commands: str) -> bool:
        """Runs `generate` after other commands, and compares with a run in a copy of the folder, of which nothing is
        kept; whether it was no whole run."""
        whole = self.folder.parent / "whole"
        shutil.rmtree(whole, ignore_errors=True)
        shutil.copytree(self.folder, whole)
        said: list[object] = []
        for folder in (whole, self.folder):
            self.go(folder)
            told = [self.say(command, "--overlay", "overlay.json") for command in (*commands, "generate")]
            said.append((told, snapshot(folder)))
        assert said[0] == said[1]
        return self.revised[-1]


OVERLAY: Data = {"overlay": "1.0.0", "info": {"title": "More", "version": "1"}, "actions": []}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    (tmp_path / "project").mkdir()
    seen: list[bool] = []
    whole_or_less = revise.revise

    def watched(*arguments: Any) -> Any:
        found = whole_or_less(*arguments)
        seen.append(found is not None)
        return found

    monkeypatch.setattr(revise, "revise", watched)
    made = Project(tmp_path / "project", seen, monkeypatch.chdir, lambda *typed: run(capsys, *typed))
    made.write(SHOP)
    monkeypatch.chdir(made.folder)
    assert run(capsys, "generate", "--overlay", "overlay.json")[0] == 0
    return made


def texts(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every text that may be one for people."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        if isinstance(value, str) and key in ("summary", "description"):
            yield (*way, key)
        yield from texts(value, (*way, key))


def put(document: Data, way: tuple[Any, ...], value: object) -> Data:
    made = copy.deepcopy(document)
    node = made
    for key in way[:-1]:
        node = node[key]
    node[way[-1]] = value
    return made


MORE_THAN_SHOWN = {
    ("info", "description"),
    ("externalDocs", "description"),
    ("components", "securitySchemes", "key", "description"),
    ("paths", "/orders", "post", "summary"),
    ("paths", "/orders", "post", "description"),
    ("components", "schemas", "Order", "allOf", 1, "example", "description"),
}
"""Texts into which somebody looks, or that are data."""


def test_each_text(project: Project) -> None:
    last = True
    for number, way in enumerate(texts(SHOP)):
        project.write(put(SHOP, way, f'{number} for "one", \\ and longer\nby a line with a | in it'))
        this = way not in MORE_THAN_SHOWN
        revised = project.generate()
        assert revised == this or not last, way  # The text before it changes back, too.
        last = this


EDITS = st.sampled_from(
    [
        ("text", way, text)
        for way in texts(SHOP)
        for text in ("Another text", "Which", "", " ", "Success", 'It is """quoted""" | <b>bold</b>\n\n\ttoo', "\ud800")
    ]
    + [
        ("name", ("paths", "/orders", "post", "operationId"), "orderThing"),
        ("name", ("info", "title"), "Bazaar"),
        ("title", ("components", "schemas", "Size", "title"), "Extent"),
        ("required", ("components", "schemas", "Thing", "required"), ["kind"]),
        ("required", ("paths", "/things/{id}", "get", "parameters"), []),
        ("target", ("components", "schemas", "Thing", "properties", "kind"), {"$ref": "#/components/schemas/Size"}),
        ("target", ("components", "parameters", "Depth", "schema"), {"$ref": "#/components/schemas/Kind"}),
        ("deletion", ("paths", "/orders"), {}),
        ("deletion", ("tags",), []),
        ("deletion", ("components", "schemas", "Size", "properties"), {}),
        ("number", ("components", "parameters", "Depth", "schema"), {"type": "integer", "default": 1}),
        ("number", ("components", "parameters", "Depth", "schema"), {"type": "integer", "default": True}),
        ("order", ("paths",), dict(reversed(SHOP["paths"].items()))),
        ("data", ("components", "schemas", "Thing", "properties", "name", "example"), "table"),
    ]
)
KEPT = {"views": "views.bin", "record": "record.json", "proofs": "proofs.bin"}
OTHERS = st.sampled_from(
    ["options", "overlay", "text in overlay", "ledger", "renamed", "output", *KEPT, "proofs of others", "nothing"]
)


@given(st.lists(st.tuples(st.lists(EDITS, max_size=2), st.booleans(), OTHERS), min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
def test_random_edits(project: Project, rounds: list[tuple[list[Any], bool, str]]) -> None:
    document = SHOP
    for edits, keeps, other in rounds:
        document, options, overlay = document if keeps else SHOP, "{packageName: shop}", copy.deepcopy(OVERLAY)
        for _, way, value in edits:
            document = _put_if_there(document, way, value)
        if other == "options":
            options = "{packageName: shop, maxMethodParams: 1}"
        elif other == "overlay":
            overlay["actions"] = [{"target": "$.paths['/orders']", "remove": True}]
        elif other == "text in overlay":
            overlay["actions"] = [{"target": "$.tags[0]", "update": {"description": "From above"}}]
        elif other == "ledger":
            (project.folder / "generated" / "names.lock").unlink()
            (project.folder / "generated" / ".sdkwright-manifest").unlink()
            shutil.rmtree(project.folder / "generated")
        elif other == "output":
            (project.folder / "generated" / "README.md").unlink()
        elif other == "renamed":
            ledger = project.folder / "generated" / "names.lock"
            ledger.write_text(ledger.read_text().replace("Size wide = wide", "Size wide = width"))
        elif other in KEPT:
            file = _kept_in(project) / KEPT[other]
            file.write_bytes(file.read_bytes()[:-7])
        elif other == "proofs of others":
            _spoil_proofs(project)
        project.write(document, options, overlay=overlay)
        project.generate("check")


def _kept_in(project: Project) -> Path:
    folder = place.cache_folder(project.folder / "generated")
    assert folder is not None
    return folder


def _spoil_proofs(project: Project) -> None:
    """Another version has kept proofs, and has made something else of every text."""
    out = project.folder / "generated"
    others = Proofs()
    others.used = {key: Proof(proof.names, "other = 1\n") for key, proof in read_proofs(out).known.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sdkwright.revise.proofs.generator_digest", lambda: "another")
        keep_proofs(out, others)


def _put_if_there(document: Data, way: tuple[Any, ...], value: object) -> Data:
    try:
        return put(document, way, value)
    except (KeyError, IndexError, TypeError):  # An edit before it has taken the place away.
        return document


def test_pages_of_the_reader(project: Project) -> None:
    way = ("components", "schemas", "Thing", "properties", "name", "description")
    reads = {"One": False, "Two": True, "[Three](./three.md)": False, "Four": False, "[a](https://shop.example)": True}
    for text, revised in reads.items():
        project.write(put(SHOP, way, text), "{packageName: shop}\nsdkwright: {docs: {style: reader}}")
        assert project.generate("check") == revised, text


def test_a_link_that_leads_nowhere_is_told_of(project: Project) -> None:
    way = ("components", "schemas", "Thing", "properties", "name", "description")
    found: list[bool] = []
    for text in ("[One](https://one.example)", "[One](one.md)", "[Two](one.md)", "Two", "Three"):
        project.write(put(SHOP, way, text), "{packageName: shop}\nsdkwright: {docs: {style: reader}}")
        found.append(project.generate("check"))
    assert found[1:] == [False, False, False, True]


def test_texts_that_change_together_and_again(project: Project) -> None:
    thing = ("components", "schemas", "Thing", "description")
    first = put(put(SHOP, thing, "One"), ("tags", 0, "description"), "Two")
    for document in (first, put(first, thing, "Three"), put(SHOP, thing, "Four"), SHOP):
        project.write(document)
        assert project.generate()


def test_a_plan_of_another_version_is_passed_over(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(put(SHOP, ("components", "schemas", "Thing", "description"), "Other"))
    monkeypatch.setattr("sdkwright.cache.record.generator_digest", lambda: "another")
    assert not project.generate()


def test_a_plan_that_another_run_has_left_is_not_even_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run of another version that was followed by one that kept no plan: its values may be others."""

    def refused(*_: object) -> None:
        raise AssertionError("it is read")

    monkeypatch.setattr(kept, "_Reader", refused)
    assert kept.read_views(project.folder / "generated", "another") is None


def test_a_plan_that_was_cut_short_is_passed_over(project: Project) -> None:
    folder = _kept_in(project)
    whole, record = (folder / "views.bin").read_bytes(), read_record(project.folder / "generated")
    run = record.run if record is not None else ""
    assert kept.read_views(project.folder / "generated", run) is not None
    for content in (b"", whole[:10], whole[:-1], b"x" + whole[1:]):
        (folder / "views.bin").write_bytes(content)
        assert kept.read_views(project.folder / "generated", run) is None
    project.write(put(SHOP, ("components", "schemas", "Thing", "description"), "Other"))
    assert not project.generate()


def test_warnings_stand_where_their_places_are_now(project: Project) -> None:
    """The text of many lines above moves what there is to warn of."""
    document = put(SHOP, ("paths", "/things/{id}", "get", "summary"), "Get one")
    project.write(document)
    written = project.folder / "openapi.json"
    written.write_text(written.read_text().replace('"Get one"', '\n\n\n"Get one"'))
    assert project.generate()


def test_strangers_in_the_package_are_told(project: Project) -> None:
    (project.folder / "generated" / "src" / "shop" / "stray.py").write_text("")
    project.generate("check")
    project.write(put(SHOP, ("components", "schemas", "Thing", "description"), "Other"))
    project.generate("check")
