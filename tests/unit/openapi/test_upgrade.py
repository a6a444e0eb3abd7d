"""Older versions say what OpenAPI 3.1 says: each construct beside its hand-written twin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from sdkwright.openapi.checks.validate import validate
from sdkwright.openapi.document import Document, load
from sdkwright.problems import ProblemsError


def loaded(folder: Path, text: str) -> Document:
    path = folder / "spec.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def schema(folder: Path, written: str, version: str = "3.0.3") -> Any:
    document = loaded(
        folder,
        f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n"
        f"components: {{schemas: {{A: {written}, B: {{type: object}}}}}}\n",
    )
    return document.at("#/components/schemas/A")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{type: string, nullable: true}", "{type: [string, 'null']}"),
        ("{type: string, nullable: false}", "{type: string}"),
        ("{type: string, nullable: true, enum: [a, b]}", "{type: [string, 'null'], enum: [a, b, null]}"),
        ("{type: string, nullable: true, enum: [a, null]}", "{type: [string, 'null'], enum: [a, null]}"),
        (
            "{nullable: true, description: d, allOf: [{$ref: '#/components/schemas/B'}]}",
            "{description: d, anyOf: ["
            "{description: d, allOf: [{$ref: '#/components/schemas/B'}, true]}, {type: 'null'}]}",
        ),
        (
            "{nullable: true, allOf: [{$ref: '#/components/schemas/B'}, {properties: {}}]}",
            "{anyOf: [{allOf: [{$ref: '#/components/schemas/B'}, {properties: {}}]}, {type: 'null'}]}",
        ),
        (
            "{nullable: true, x-a: 1, $ref: '#/components/schemas/B'}",
            "{x-a: 1, $ref: '#/components/schemas/B', nullable: true}",
        ),
        (
            "{nullable: true, oneOf: [{type: string}, {type: integer}]}",
            "{oneOf: [{type: string}, {type: integer}, {type: 'null'}]}",
        ),
        ("{nullable: true, anyOf: [{type: string}, {type: 'null'}]}", "{anyOf: [{type: string}, {type: 'null'}]}"),
        ("{nullable: true}", "{anyOf: [{}, {type: 'null'}]}"),
        ("{nullable: true, enum: [a]}", "{enum: [a, null]}"),
        ("{minimum: 1, exclusiveMinimum: true}", "{exclusiveMinimum: 1}"),
        ("{minimum: 1, exclusiveMinimum: false}", "{minimum: 1}"),
        ("{maximum: 2.5, exclusiveMaximum: true}", "{exclusiveMaximum: 2.5}"),
        ("{exclusiveMaximum: true}", "{}"),
        ("{type: string, example: a}", "{type: string, examples: [a]}"),
        ("{type: string, example: null}", "{type: string, examples: [null]}"),
        ("{type: string, format: binary}", "{type: string, format: binary}"),
        ("{properties: {a: {type: string, nullable: true}}}", "{properties: {a: {type: [string, 'null']}}}"),
        (
            "{additionalProperties: {nullable: true, type: integer}}",
            "{additionalProperties: {type: [integer, 'null']}}",
        ),
        ("{items: [{type: string}], type: array}", "{prefixItems: [{type: string}], type: array}"),
    ],
)
def test_a_schema_of_3_0_and_its_twin(tmp_path: Path, old: str, new: str) -> None:
    assert schema(tmp_path, old) == yaml.safe_load(new)


def test_examples_of_3_1_come_after_the_example(tmp_path: Path) -> None:
    assert schema(tmp_path, "{example: a, examples: [b, a]}", "3.1.0") == {"examples": ["a", "b"]}


def test_what_moved_knows_where_it_was_written(tmp_path: Path) -> None:
    document = loaded(
        tmp_path,
        """openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    A:
      nullable: true
      allOf:
        - type: object
          properties:
            n:
              minimum: 1
              exclusiveMinimum: true
              example: 5
        - {}
""",
    )
    for pointer, line in [
        ("#/components/schemas/A/anyOf/0/allOf/0/type", 9),
        ("#/components/schemas/A/anyOf/0/allOf/0/properties/n/exclusiveMinimum", 12),
        ("#/components/schemas/A/anyOf/0/allOf/0/properties/n/examples", 14),
    ]:
        assert document.position(pointer).line == line, pointer


def test_ranges_of_statuses_are_upper_case(tmp_path: Path) -> None:
    text = (
        "openapi: 3.0.0\ninfo: {title: T, version: '1'}\n"
        "paths: {/a: {get: {responses: {2xx: {description: a}, 404: {description: b}}}}}"
    )
    responses = loaded(tmp_path, text).at("#/paths/~1a/get/responses")
    assert responses == {"2XX": {"description": "a"}, "404": {"description": "b"}}


@pytest.mark.parametrize(
    ("version", "root"),
    [("3.0", "3.1.0"), ("3.0.4", "3.1.0"), ("3.1.1", "3.1.1"), ("'3.2.0'", "3.2.0"), ("3.1.0-rc1", "3.1.0-rc1")],
)
def test_versions_that_are_read(tmp_path: Path, version: str, root: str) -> None:
    document = loaded(tmp_path, f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n")
    assert document.version == version.strip("'")
    assert document.root["openapi"] == root


@pytest.mark.parametrize("version", ["4.0.0", "2.0", "3", "3.3.0", "'3.1.0 '", "[3]", "null", "1.2"])
def test_versions_that_are_not_read(tmp_path: Path, version: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        loaded(tmp_path, f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n")
    assert caught.value.problems[0].code == "version"


def test_what_3_2_adds(tmp_path: Path) -> None:
    document = loaded(
        tmp_path,
        """openapi: 3.2.0
info: {title: T, version: '1'}
tags: [{name: a, kind: nav}, {name: b, parent: a}]
paths:
  /a:
    query:
      operationId: search
      parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}]
      responses:
        '200':
          description: ok
          content: {text/event-stream: {itemSchema: {type: object, nullable: true}}}
    additionalOperations:
      COPY: {operationId: copyA, responses: {'200': {description: ok}}}
""",
    )
    item = "#/paths/~1a/query/responses/200/content/text~1event-stream/itemSchema"
    assert document.at(f"{item}/type") == ["object", "null"]
    assert [problem.message for problem in (*document.problems, *validate(document))] == []


@pytest.mark.parametrize(("version", "kept"), [("3.0.3", False), ("3.1.0", True)])
def test_deprecated_beside_a_reference_is_nothing_in_3_0(tmp_path: Path, version: str, kept: bool) -> None:
    """OpenAPI 3.0.3, section 4.7.23: what stands beside `$ref` is ignored."""
    written = "{type: object, properties: {b: {$ref: '#/components/schemas/B', deprecated: true}}}"
    assert ("deprecated" in schema(tmp_path, written, version)["properties"]["b"]) is kept
