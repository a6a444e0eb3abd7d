"""A document may call anything like an attribute of the classes that rendered code is made of: nothing is hidden by it.

Every name that such a class has is tried in every place, not only those that a table knows.
"""

from __future__ import annotations

import enum
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, TypedDict

from pydantic import BaseModel, RootModel
from sdkwright.cli.main import main
from sdkwright.runtime import errors, hooks, model, resource, sdk, unset


class _Twin(TypedDict):
    a: str


CLASSES: tuple[type, ...] = (
    *(BaseModel, RootModel, model.BaseModel, _Twin, dict, list, object, type, Exception),
    *(enum.Enum, enum.EnumType, enum.StrEnum, enum.IntEnum, str, int, float, bytes),
    *(resource.Resource, sdk.SDKBase, errors.SDKError, unset.Unset, hooks.Hooks),
)
NAMES = sorted({name for kind in CLASSES for name in (*dir(kind), *dir(type(kind)))})
PLAIN = [name for name in NAMES if not name.startswith("_")]


def schema(names: list[str]) -> dict[str, Any]:
    return {"type": "object", "required": names, "properties": {name: {"type": "string"} for name in names}}


def operation(name: str, **rest: Any) -> dict[str, Any]:
    return {"operationId": name, "tags": ["things"], "responses": {"200": {"description": "ok"}}, **rest}


def document() -> dict[str, Any]:
    body = {"required": True, "content": {"application/json": {"schema": schema(NAMES)}}}
    failed = {"description": "no", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Failed"}}}}
    query = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in NAMES]
    grouped = {f"/g/{n}": {"get": {**operation(f"g{n}"), "tags": [name]}} for n, name in enumerate(PLAIN)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "servers": [{"url": "http://127.0.0.1:1"}],
        "paths": {
            "/query": {"get": operation("query", parameters=query)},
            "/flat": {"post": operation("flat", requestBody=body)},
            "/failed": {"get": operation("failed", responses={"400": failed})},
            **{f"/m/{n}": {"get": operation(name)} for n, name in enumerate(PLAIN)},
            **grouped,
        },
        "components": {
            "schemas": {
                "Failed": schema(NAMES),
                "Child": {"allOf": [{"$ref": "#/components/schemas/Thing"}], "type": "object"},
                "Thing": schema(NAMES),
                "Word": {"type": "string", "enum": NAMES},
                "Number": {"type": "integer", "enum": [*range(len(NAMES))], "x-enumNames": NAMES},
                "Const": {"type": "object", "properties": {name: {"const": name} for name in NAMES}},
            }
        },
    }


CONFIG = """
python: {version: 0.0.1, packageName: acme, enumFormat: enum}
"""
USE = """
import inspect, json, pathlib, pkgutil
import acme
from acme import Acme, models
names, plain = json.loads(pathlib.Path("names.json").read_text())
for module in pkgutil.walk_packages(acme.__path__, "acme."):
    __import__(module.name)
sent = {name: f"v {name}" for name in names}
for kind in (models.Thing, models.Child, models.FailedData):
    made = kind.model_validate(sent)
    assert made.model_dump(by_alias=True) == sent
    fields = kind.model_fields
    assert {field.alias or name for name, field in fields.items()} == set(names)
    assert {getattr(made, name) for name in fields} == set(sent.values())
    assert kind(**{name: getattr(made, name) for name in fields}) == made
assert [member.value for member in models.Word] == names
assert [member.value for member in models.Number] == [*range(len(names))]
same = dict(zip(names, names))
assert models.Const.model_validate(same).model_dump(by_alias=True) == same
client = Acme()
assert len(inspect.signature(client.things.query).parameters) >= len(names)
assert len(inspect.signature(client.things.flat).parameters) >= len(names)
methods = {inspect.unwrap(getattr(client.things, name)) for name in dir(client.things) if name[0] != "_"}
assert len({m for m in methods if inspect.isroutine(m)}) >= 2 * len(plain)
groups = [name for name in dir(client) if name[0] != "_"]
assert len(groups) >= len(plain)
"""


def test_nothing_is_hidden_and_nothing_is_warned_of(tmp_path: Path) -> None:
    given = tmp_path / "openapi.json"
    given.write_text(json.dumps(document()))
    config = tmp_path / "gen.yaml"
    config.write_text(CONFIG)
    out = tmp_path / "out"
    assert main(["generate", "--spec", str(given), "--config", str(config), "--out", str(out)]) == 0
    (out / "names.json").write_text(json.dumps([NAMES, PLAIN]))
    subprocess.run([sys.executable, "-W", "error", "-c", USE], cwd=out, env={"PYTHONPATH": "src"}, check=True)
