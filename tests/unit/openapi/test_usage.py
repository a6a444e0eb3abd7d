"""Warnings about components that nothing uses are marked as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.openapi.document import load

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
BROKEN = "{type: object, properties: {a: {type: int64}}}"
"""A schema with a fault."""


def told(folder: Path, text: str) -> dict[str, bool]:
    """The places of the problems, and whether each is about something unused."""
    path = folder / "spec.yaml"
    path.write_text(text)
    return {str(problem.pointer): problem.of_unused for problem in load(path).problems}


def paths(inside: str) -> str:
    return f"paths: {{/a: {{get: {{{inside}}}}}}}\n"


USED = {
    "a body": paths("requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"),
    "a property of an answer": paths(
        "responses: {'200': {description: '', content: {application/json: "
        "{schema: {properties: {x: {items: {$ref: '#/components/schemas/A'}}}}}}}}"
    ),
    "a parameter of the path": (
        "paths: {/a: {parameters: [{name: x, in: query, schema: {$ref: '#/components/schemas/A'}}]}}\n"
    ),
    "a part of it": paths(
        "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A/properties/a'}}}}"
    ),
    "a webhook": (
        "webhooks: {w: {post: {requestBody: {content: {application/json: "
        "{schema: {$ref: '#/components/schemas/A'}}}}}}}\n"
    ),
    "a mapping": paths(
        "requestBody: {content: {application/json: {schema: {oneOf: [{type: object}], "
        "discriminator: {propertyName: a, mapping: {x: A}}}}}}"
    ),
    "an extension": paths("responses: {}") + "x-all: {here: [{$ref: '#/components/schemas/A'}]}\n",
    "a document of components alone": "",
}


@pytest.mark.parametrize("how", USED)
def test_a_fault_of_what_is_used_is_told(how: str, tmp_path: Path) -> None:
    found = told(tmp_path, f"{HEAD}{USED[how]}components: {{schemas: {{A: {BROKEN}}}}}\n")
    assert found["#/components/schemas/A/properties/a/type"] is False


def test_a_fault_of_what_is_unused_is_marked(tmp_path: Path) -> None:
    document = f"{HEAD}{paths('responses: {}')}components: {{schemas: {{A: {BROKEN}, B: {{items: "
    found = told(tmp_path, document + "{$ref: '#/components/schemas/A'}}}}\n")
    assert found == {"#/components/schemas/A/properties/a/type": True}


def test_what_only_a_part_that_is_left_out_uses_is_used(tmp_path: Path) -> None:
    document = (
        paths("parameters: [{$ref: '#/components/parameters/P'}]")
        + "components: {parameters: {P: {name: p}, Q: {name: q}}}"
    )
    found = told(tmp_path, HEAD + document)
    assert found["#/components/parameters/P"] is False
    assert found["#/components/parameters/Q"] is True


def test_children_of_a_parent_with_a_discriminator_are_used(tmp_path: Path) -> None:
    schemas = (
        "Pet: {type: object, discriminator: {propertyName: kind}}, "
        "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {a: {type: int64}}}]}, "
        "Lynx: {allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {a: {type: int64}}}]}, "
        "Stone: {allOf: [{$ref: '#/components/schemas/Rock'}, {properties: {a: {type: int64}}}]}, "
        "Rock: {type: object}"
    )
    body = paths("requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}")
    found = told(tmp_path, f"{HEAD}{body}components: {{schemas: {{{schemas}}}}}\n")
    unused = {place.split("/")[3]: is_unused for place, is_unused in found.items()}
    assert unused == {"Cat": False, "Lynx": False, "Stone": True}


def test_requirements_use_schemes(tmp_path: Path) -> None:
    schemes = (
        "components: {securitySchemes: {a: {type: apiKey, name: A}, b: {type: apiKey, name: B}, c: {type: http}}}\n"
    )
    document = HEAD + "security: [{a: []}]\n" + paths("security: [{b: []}]") + schemes
    found = told(tmp_path, document)
    places = {place.rpartition("/")[2]: is_unused for place, is_unused in found.items() if "Schemes" in place}
    assert places == {"a": False, "b": False, "c": True}


def test_definitions_of_swagger_2_are_used_in_the_same_way(tmp_path: Path) -> None:
    document = (
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"
        "paths: {/a: {get: {responses: {'200': {description: '', schema: {$ref: '#/definitions/A'}}}}}}\n"
        f"definitions: {{A: {BROKEN}, B: {BROKEN}}}\n"
    )
    found = {place.split("/")[-4]: is_unused for place, is_unused in told(tmp_path, document).items()}
    assert found == {"A": False, "B": True}
