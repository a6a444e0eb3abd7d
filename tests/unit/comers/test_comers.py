"""Options of other generators: what is read of them, what is told, and that nothing in them is too odd to be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.start.brought import overlay_text, with_brought
from sdkwright.comers import Brought, bring, document_of
from sdkwright.openapi.document import load
from sdkwright.options.read import load_config
from sdkwright.problems import ProblemsError

SCHEME = {"type": "http", "scheme": "bearer"}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Acme Shop", "version": "1"},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "pets",
                "parameters": [
                    {"name": name, "in": "query", "schema": {"type": "integer"}} for name in ("page", "skip", "after")
                ],
                "responses": {"204": {"description": "done"}},
            }
        }
    },
    "components": {
        "securitySchemes": {"Key": SCHEME},
        "schemas": {"Pet": {"type": "object", "properties": {"_name": {"type": "string"}}}},
    },
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=8), each, max_size=3),
    max_leaves=6,
)
STAINLESS: dict[str, Any] = {
    "organization": {"name": "acme", "contact": "a@b.example", "docs": "https://a.example"},
    "targets": {"python": {"package_name": "acme", "project_name": "acme-sdk", "production_repo": "a/b"}, "go": {}},
    "client_settings": {
        "opts": {"api_key": {"read_env": "ACME_API_KEY", "auth": {"security_scheme": "Key"}}},
        "default_timeout": "PT1M",
        "default_retries": {"max_retries": 1},
    },
    "environments": {"production": "https://a.example"},
    "pagination": [{"name": "p", "type": "page_number", "request": {"page": {}}, "response": {}}],
    "settings": {"license": "MIT"},
    "resources": {"pets": {"models": {"pet": "Pet"}, "methods": {"list": "get /pets"}, "subresources": {}}},
    "security": [{"Key": []}],
    "unspecified_endpoints": ["get /pets"],
}
FERN: dict[str, Any] = {
    "api": {"specs": [{"openapi": "a.yml"}], "auth-schemes": {"T": {"scheme": "bearer", "token": {"name": "token"}}}},
    "groups": {
        "py": {
            "generators": [
                {
                    "name": "fern-python-sdk",
                    "output": {"location": "pypi", "package-name": "acme"},
                    "github": {"repository": "a/b"},
                    "config": {"client": {"class_name": "A"}, "timeout_in_seconds": 3},
                    "metadata": {"authors": [{"name": "A", "email": "a@b.example"}]},
                }
            ]
        }
    },
}
GENERATOR: dict[str, Any] = {
    "generatorName": "python",
    "packageName": "acme",
    "additionalProperties": {"projectName": "acme-sdk", "infoName": "A", "infoEmail": "a@b.example"},
    "modelNameMappings": {"Pet": "Animal"},
    "operationIdNameMappings": {"pets": "list_pets"},
    "nameMappings": {"_name": "name"},
    "parameterNameMappings": {"page": "number"},
}
CLIENT: dict[str, Any] = {"project_name_override": "acme", "class_overrides": {"Pet": {"class_name": "Animal"}}}
ALL = [STAINLESS, FERN, GENERATOR, CLIENT]


def brought(folder: Path, options: object) -> Brought:
    path = folder / "options.yml"
    path.write_text(json.dumps(options), encoding="utf-8")
    return bring(path, DOCUMENT)


def keys(result: Brought) -> list[str]:
    return [note.key for note in result.notes]


def updates(result: Brought) -> dict[str, Any]:
    return {one.target: one.update for one in result.actions}


@pytest.mark.parametrize("options", ALL, ids=["stainless", "fern", "openapi-generator", "openapi-python-client"])
def test_what_is_brought_is_read_without_a_word(options: dict[str, Any], tmp_path: Path) -> None:
    """Options and overlay are right, and each step of the overlay selects something."""
    result = brought(tmp_path, options)
    (tmp_path / "gen.yaml").write_text(with_brought("python: {version: 0.1.0}\nsdkwright: {defaults: 1}\n", result))
    (tmp_path / "overlay.yaml").write_text(overlay_text(result))
    (tmp_path / "openapi.json").write_text(json.dumps(DOCUMENT))
    config, problems = load_config(tmp_path / "gen.yaml")
    assert problems == ()
    assert config.overlays == ("overlay.yaml",)
    document = load(tmp_path / "openapi.json", overlays=[tmp_path / "overlay.yaml"])
    assert document.problems == ()


@given(st.sampled_from(ALL), st.data())
def test_no_value_is_too_odd(tmp_path_factory: pytest.TempPathFactory, options: dict[str, Any], data: Any) -> None:
    """Whatever stands at whichever key: what comes of it is plain data of YAML, and the options stay right."""
    changed = json.loads(json.dumps(options))
    node: Any = changed
    while True:
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if not node[key] or not isinstance(node[key], dict | list) or data.draw(st.booleans()):
            node[key] = data.draw(JSON)
            break
        node = node[key]
    folder = tmp_path_factory.mktemp("odd")
    try:
        result = brought(folder, changed)
    except ProblemsError as error:
        assert [one.code for one in error.problems] == ["foreign-options"]  # noqa: PT017 - there may be none
        return
    (folder / "gen.yaml").write_text(with_brought("python: {}\nsdkwright: {defaults: 1}\n", result), encoding="utf-8")
    load_config(folder / "gen.yaml")
    assert yaml.safe_load(overlay_text(result))["overlay"] == "1.0.0"


def test_every_key_is_read_or_told(tmp_path: Path) -> None:
    for options in ALL:
        assert "extra" in keys(brought(tmp_path, {**options, "extra": {"a": 1}}))
        assert "extra" not in keys(brought(tmp_path, options))
    assert keys(brought(tmp_path, CLIENT)) == []


def test_the_constructor_keeps_its_argument_and_variable(tmp_path: Path) -> None:
    result = brought(tmp_path, STAINLESS)
    assert updates(result)["$['components']['securitySchemes']['Key']"] == {"x-speakeasy-name-override": "api_key"}
    assert result.options["python.envVarPrefix"] == "ACME"


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (
            {"type": "offset", "request": {"skip": "offset_count_param"}, "response": {"data": "items"}},
            {
                "type": "offsetLimit",
                "inputs": [{"name": "skip", "in": "parameters", "type": "offset"}],
                "outputs": {"results": "$['data']"},
            },
        ),
        (
            {
                "type": "page_number",
                "request": {"page": "page_number_param"},
                "response": {"n": "total_page_count_field"},
            },
            {
                "type": "offsetLimit",
                "inputs": [{"name": "page", "in": "parameters", "type": "page"}],
                "outputs": {"numPages": "$['n']"},
            },
        ),
        (
            {"type": "cursor", "request": {"after": "next_cursor_param"}, "response": {"next": "next_cursor_field"}},
            {
                "type": "cursor",
                "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                "outputs": {"nextCursor": "$['next']"},
            },
        ),
    ],
)
def test_schemes_of_paging_fit_the_operations_that_have_their_argument(
    scheme: dict[str, Any], expected: dict[str, Any], tmp_path: Path
) -> None:
    marked = {
        side: {name: {"x-stainless-pagination-property": {"purpose": each}} for name, each in scheme[side].items()}
        for side in ("request", "response")
    }
    options = {
        **STAINLESS,
        "pagination": [{"name": "p", "type": scheme["type"], **marked}],
        "unspecified_endpoints": [],
    }
    assert updates(brought(tmp_path, options))["$['paths']['/pets']['get']"]["x-speakeasy-pagination"] == expected


def test_the_cursor_may_be_the_last_item(tmp_path: Path) -> None:
    mark = "x-stainless-pagination-property"
    item = {
        "type": "array",
        mark: {"purpose": "items"},
        "items": {"properties": {"id": {mark: {"purpose": "cursor_item_id"}}}},
    }
    scheme = {
        "name": "p",
        "type": "cursor_id",
        "request": {"after": {mark: {"purpose": "next_cursor_id_param"}}},
        "response": {"data": item},
    }
    options = {**STAINLESS, "pagination": [scheme], "unspecified_endpoints": []}
    outputs = updates(brought(tmp_path, options))["$['paths']['/pets']['get']"]["x-speakeasy-pagination"]["outputs"]
    assert outputs == {"results": "$['data']", "nextCursor": "$['data'][-1]['id']"}


def test_the_document_is_found_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("")
    for options, found in ((FERN, True), ({"generatorName": "python", "inputSpec": "a.yml"}, True), (CLIENT, False)):
        (tmp_path / "options.yml").write_text(json.dumps(options))
        assert document_of(tmp_path / "options.yml") == (tmp_path / "a.yml" if found else None)
    for address in ("https://a.example/a.yml", "missing.yml"):
        (tmp_path / "options.yml").write_text(json.dumps({"inputSpec": address}))
        assert document_of(tmp_path / "options.yml") is None


def test_the_wrapper_of_npm_names_several_generators(tmp_path: Path) -> None:
    generators = {"ts": {"generatorName": "typescript-fetch"}, "py": {"generatorName": "python", "packageName": "acme"}}
    result = brought(tmp_path, {"generator-cli": {"version": "7.1.0", "generators": generators}})
    assert result.options["python.moduleName"] == "acme"
    assert "generator-cli.generators.ts" in keys(result)


def test_another_file_is_refused(tmp_path: Path) -> None:
    for options in (DOCUMENT, [], {"a": 1}):
        with pytest.raises(ProblemsError, match="options of no generator"):
            brought(tmp_path, options)
