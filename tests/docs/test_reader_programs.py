"""The programs of listings on the reader's pages run to their end against a server that knows the docs alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.main import main

from scripts.docscheck.listings import ended
from scripts.docscheck.programs import ran

MEDIA_TYPE = "application/json; charset=utf-8"
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


ANYTHING = {"200": {"description": "", "content": {MEDIA_TYPE: {}}}}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*properties], "properties": properties}


def _listing(role: str, schema: dict[str, Any], outputs: dict[str, str], answer: dict[str, Any]) -> dict[str, Any]:
    """An operation whose parameter `from` asks for the next page."""
    return {
        "tags": ["things"],
        "parameters": [{"name": "from", "in": "query", "schema": schema}],
        "x-speakeasy-pagination": {
            "type": role if role in ("cursor", "url") else "offsetLimit",
            "inputs": [{"name": "from", "in": "parameters", "type": role}],
            "outputs": outputs,
        },
        "responses": {"200": {"description": "", "content": {MEDIA_TYPE: {"schema": answer}}}},
    }


NEXT_URL = {"type": "string", "example": "https://things.example/v1/urls?page=2"}
ITEMS = {"type": "array", "items": _object(name={"type": "string", "example": "lamp"})}
PATHS = {
    "/texts": _listing("cursor", TEXT, {"nextCursor": "$.meta.next"}, _object(meta=_object(next=TEXT))),
    "/numbers": _listing(
        "cursor", NUMBER, {"nextCursor": "$.next"}, {"type": "object", "properties": {"next": NUMBER}}
    ),
    "/items": _listing("cursor", TEXT, {"nextCursor": "$.next", "results": "$.items"}, _object(next=TEXT, items=ITEMS)),
    "/urls": _listing("url", TEXT, {"nextUrl": "$.next"}, _object(next=NEXT_URL)),
    "/offsets": _listing("offset", NUMBER, {"results": "$.items"}, _object(items=ITEMS)),
    "/counted": _listing("page", NUMBER, {"numPages": "$.pages"}, _object(pages={"type": "integer", "example": 1000})),
}
IN_BODY = {
    "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"from": TEXT}}}}},
    "x-speakeasy-pagination": {
        "type": "cursor",
        "inputs": [{"name": "from", "in": "requestBody", "type": "cursor"}],
        "outputs": {"nextCursor": "$.next"},
    },
}


@pytest.mark.parametrize("mode", ["both", "split"])
def test_listings_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    monkeypatch.chdir(tmp_path)
    in_body = {**_listing("cursor", TEXT, {}, _object(next=TEXT)), **IN_BODY, "parameters": []}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://things.example/v1"}],
        "paths": {
            "/anything": {"get": {"responses": ANYTHING}},
            **{path: {"get": one} for path, one in PATHS.items()},
            "/searches": {"post": in_body},
        },
    }
    Path("openapi.json").write_text(json.dumps(document))
    Path("gen.yaml").write_text(f"python: {{asyncMode: {mode}}}\nsdkwright: {{docs: {{style: reader}}}}\n")
    assert main(["generate", "--quiet"]) == 0
    count = ran(tmp_path / "generated")
    assert count.failed == []
    assert count.tried > 3 * len(document["paths"]), "page by page, item by item and asynchronously"


@given(st.text(min_size=1), st.integers(), st.booleans())
def test_what_a_program_sends_back_leads_no_further(cursor: str, number: int, in_query: bool) -> None:
    answer = json.dumps({"meta": {"next": cursor, "at": number}, "items": [cursor], "name": f"{cursor}{number}"})
    target = f"/a?next={quote(cursor, safe='')}&at={number}" if in_query else "/a"
    body = b"" if in_query else json.dumps({"from": [{"next": cursor}, number]}).encode()
    assert json.loads(ended(answer, target, body)) == {"meta": {"next": ""}, "items": [], "name": f"{cursor}{number}"}


@pytest.mark.parametrize("url", ["https://a.example/b?page=2", "/b?page=2", "?page=2", "b?page=2"])
def test_a_url_that_was_asked_for_leads_no_further(url: str) -> None:
    assert json.loads(ended(json.dumps({"next": url, "last": "/b?page=9"}), "/b?page=2", b"")) == {
        "next": "",
        "last": "/b?page=9",
    }
