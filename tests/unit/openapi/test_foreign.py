"""Files that are given for an OpenAPI document: the message says what they are and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.openapi.document import load
from sdkwright.problems import ProblemsError

FILES = {
    "page": ("<!DOCTYPE html>\n<html><body id='swagger-ui'></body></html>", "a page that shows", "spec-url"),
    "web page": ("<html><body>Sign in</body></html>", "a web page", "sign in"),
    "Postman": ('{"info": {"_postman_id": "1", "name": "A"}, "item": []}', "a Postman collection", "OpenAPI"),
    "AsyncAPI": ("asyncapi: 3.0.0\ninfo: {title: A}\n", "an AsyncAPI document", "OpenAPI"),
    "GraphQL": ("# Things\ntype Query {\n  things: [Thing!]!\n}\n", "a GraphQL schema", "clients of its own"),
    "introspection": ('{"data": {"__schema": {"types": []}}}', "a GraphQL schema", "clients of its own"),
    "RAML": ("#%RAML 1.0\ntitle: A\n/things:\n  get:\n", "RAML", "Convert"),
    "WSDL": (
        '<?xml version="1.0"?>\n<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"></definitions>',
        "WSDL",
        "SOAP",
    ),
    "API Blueprint": ("FORMAT: 1A\n\n# Things [/things]\n", "API Blueprint", "Convert"),
    "JSON Schema": ("$schema: https://json-schema.org/draft/2020-12/schema\ntype: object\n", "a JSON Schema", "refer"),
    "a schema": ("type: object\nproperties: {a: {type: string}}\n", "a JSON Schema", "refer"),
    "stainless": ("organization: {name: acme}\nresources: {things: {}}\n", "a stainless.yml", "OpenAPI"),
    "Fern": ("api: {specs: []}\ngroups: {python: {generators: []}}\n", "a generators.yml of Fern", "OpenAPI"),
    "openapi-generator": ("generatorName: python\ninputSpec: a.yaml\n", "the options of openapi-generator", "OpenAPI"),
    "overlay": ("overlay: 1.0.0\nactions: []\n", "an OpenAPI Overlay", "--overlay"),
    "options": ("configVersion: 2.0.0\npython: {}\n", "the options of a generator", "--config"),
    "own options": ("python: {}\nsdkwright: {}\n", "the options of sdkwright", "--config"),
    "protobuf": ('// Things\nsyntax = "proto3";\nmessage Thing {}\n', "a Protocol Buffers file", "Convert"),
}


@pytest.mark.parametrize(("text", "what", "remedy"), FILES.values(), ids=FILES)
def test_a_format_is_named(tmp_path: Path, text: str, what: str, remedy: str) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(text)
    with pytest.raises(ProblemsError) as caught:
        load(path)
    (found,) = caught.value.problems
    assert found.code == "not-openapi"
    assert found.message.startswith(f"This is {what}")
    assert remedy in found.remedy


@pytest.mark.parametrize(
    "beginning",
    [
        "# type Query {\n",
        "data: 1\n",
        "type: object\nproperties: {}\n",
        "service: x\n",
        "generators: 1\n",
        "info: {schema: 1}\n",
    ],
)
def test_a_document_is_one_whatever_else_is_in_it(tmp_path: Path, beginning: str) -> None:
    path = tmp_path / "spec.yaml"
    title = "" if "info" in beginning else "info: {title: A, version: '1'}\n"
    path.write_text(beginning + "openapi: 3.1.0\n" + title + "paths: {/a: {get: {}}}\n")
    assert load(path).version == "3.1.0"
