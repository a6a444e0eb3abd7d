"""Classes that refer to each other in long chains and wide rings, in the first call of a program."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from roundtrip.loopback import Answer, serve

from .packages import imported


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def chain(length: int) -> dict[str, Any]:
    schemas = {f"S{i}": {"type": "object", "properties": {"next": ref(f"S{i + 1}")}} for i in range(length - 1)}
    return {**schemas, f"S{length - 1}": {"type": "object", "properties": {"next": {"type": "string"}}}}


def ring(length: int) -> dict[str, Any]:
    return {f"S{i}": {"type": "object", "properties": {"next": ref(f"S{(i + 1) % length}")}} for i in range(length)}


def tagged(length: int) -> dict[str, Any]:
    """Each holds any other one, by itself and in lists and maps."""
    next_ = {"next": ref("Any"), "more": {"type": "array", "items": ref("Any")}}
    of_names = {"type": "object", "additionalProperties": ref("Any")}
    members = {
        f"S{i}": {"type": "object", "required": ["tag"], "properties": {"tag": {"const": f"S{i}"}, **next_}}
        for i in range(length)
    }
    members["S0"]["properties"]["named"] = of_names
    return {**members, "Any": {"oneOf": list(map(ref, members)), "discriminator": {"propertyName": "tag"}}}


def family(length: int) -> dict[str, Any]:
    parent = {
        "type": "object",
        "required": ["tag"],
        "properties": {"tag": {"type": "string"}, "next": ref("Any")},
        "discriminator": {"propertyName": "tag"},
    }
    return {
        "Any": parent,
        **{f"S{i}": {"allOf": [ref("Any")], "properties": {f"p{i}": ref("Any")}} for i in range(length)},
    }


@pytest.mark.parametrize(
    ("schemas", "root", "value"),
    [
        (chain(200), "S0", {"next": {"next": {}}}),
        (ring(120), "S0", {"next": {"next": {}}}),
        (
            tagged(120),
            "Any",
            {"tag": "S7", "next": {"tag": "S119"}, "more": [{"tag": "S0", "named": {"a": {"tag": "S1"}}}]},
        ),
        (family(120), "Any", {"tag": "S7", "p7": {"tag": "S119", "p119": {"tag": "other"}}, "next": {"tag": "S0"}}),
    ],
    ids=["chain", "ring", "tagged ring", "family"],
)
def test_the_first_call_works_however_many_classes_refer_to_each_other(
    schemas: Any, root: str, value: Any, tmp_path: Path
) -> None:
    content = {"content": {"application/json": {"schema": ref(root)}}}
    operation = {
        "operationId": "turn",
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"type": "array", "items": ref(root)}}},
        },
        "responses": {"200": {"description": "It", **content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1.0.0"},
        "paths": {"/turn": {"post": operation}},
        "components": {"schemas": schemas},
    }
    (tmp_path / "spec.json").write_text(json.dumps(document))
    with serve() as loopback, imported(tmp_path / "spec.json", tmp_path / "sdk") as target:
        made: Any = import_module(target.names.module).Acme
        with made(server_url=loopback.url) as client:
            loopback.answer = Answer(body=json.dumps(value).encode())
            read = client.turn(request=[value])
            assert read.model_dump(mode="json", exclude_unset=True) == value
            assert json.loads(loopback.seen[-1].body) == [value]
            client.turn(request=[read])
            assert json.loads(loopback.seen[-1].body) == [value]
