"""Puts the rest of a document around the example of a problem code, so that it can be run."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

from sdkwright.problems.code import Example, Where

OPEN = "openapi: 3.2.0\ninfo: {title: Pets, version: 1.0.0}\n"
SERVERS = "servers: [{url: 'https://pets.example'}]\n"
DONE = "responses: {'204': {description: Done}}\n"
CONTENT = "{application/json: {schema: {$ref: '#/components/schemas/Pet'}}}"
ANSWER = f"responses: {{'200': {{description: A pet, content: {CONTENT}}}}}\n"
PET = "components:\n  schemas:\n    Pet: {type: object, properties: {name: {type: string}}}\n"
SOUND = f"{OPEN}{SERVERS}paths:\n  /pets:\n    get:\n      operationId: listPets\n      {ANSWER}{PET}"


def lay_out_example(example: Example, folder: Path) -> list[str]:
    """Writes the files of an example into `folder`; returns the options of the command that reads them."""
    text = f"{example.text}\n"
    document = text if example.where is Where.DOCUMENT else _around(example.where, text)
    name = "spec.json" if document.startswith("{") else "spec.yaml"
    (folder / name).write_text(document, encoding="utf-8")
    command = ["--spec", name, "--out", "out"]
    match example.where:
        case Where.OPTIONS:
            (folder / "gen.yaml").write_text(text, encoding="utf-8")
        case Where.OVERLAY:
            (folder / "overlay.yaml").write_text(text, encoding="utf-8")
            command += ["--overlay", "overlay.yaml"]
        case Where.LEDGER:
            (folder / "out").mkdir()
            (folder / "out" / "names.lock").write_text(text, encoding="utf-8")
        case _:
            pass
    return command


def _around(where: Where, text: str) -> str:
    operation = "  /pets:\n    get:\n      operationId: getPet\n"
    match where:
        case Where.ROOT:
            servers = "" if text.startswith("servers:") else SERVERS
            return f"{OPEN}{servers}paths:\n{operation}      {DONE}{text}"
        case Where.PATHS:
            return f"{OPEN}{SERVERS}paths:\n{indent(text, '  ')}{PET}"
        case Where.OPERATION:
            answers = "" if "responses:" in text else DONE
            return f"{OPEN}{SERVERS}paths:\n{operation}{indent(text + answers, ' ' * 6)}"
        case Where.SCHEMA:
            components = f"components:\n  schemas:\n    Pet:\n{indent(text, ' ' * 6)}"
            return f"{OPEN}{SERVERS}paths:\n{operation}      {ANSWER}{components}"
        case _:
            return SOUND
