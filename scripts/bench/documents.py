"""Documents to generate from: made ones of any size, and the same document with one description changed."""

from __future__ import annotations

import re
from pathlib import Path

_HEAD = """\
openapi: 3.1.0
info: {title: Made, version: "1", description: A document of no service.}
servers: [{url: "https://made.example"}]
paths:
"""
_OPERATION = """\
  /group{group}/things{number}/{{thing_id}}:
    get:
      operationId: getThing{number}
      tags: [group{group}]
      summary: Get thing {number}
      description: Gives thing {number} with all that it holds.
      parameters:
        - {{name: thing_id, in: path, required: true, schema: {{type: string}}}}
        - {{name: limit, in: query, schema: {{type: integer, minimum: 1, maximum: 100}}}}
      responses:
        "200":
          description: The thing.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Thing{number}"}}}}}}
        "404":
          description: There is no such thing.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Problem"}}}}}}
"""
_SCHEMA = """\
    Thing{number}:
      type: object
      description: Thing {number}.
      required: [id, kind]
      properties:
        id: {{type: string, description: Which one it is.}}
        kind: {{type: string, enum: [small, large]}}
        made: {{type: string, format: date-time}}
        size: {{type: integer}}
        parts: {{type: array, items: {{$ref: "#/components/schemas/Thing{other}"}}}}
"""
_PROBLEM = """\
    Problem:
      type: object
      properties: {code: {type: string}, message: {type: string}}
"""
_GROUP = 20
_DESCRIPTION = re.compile(r"""(?m)^ *"?description"?: (?:"[^"\\\n]+(?=")|'[^'\n]+(?=')|[A-Za-z][^\n:#'"{}\[\]]*$)""")
"""A description on one line, up to its last character."""


def made(operations: int) -> str:
    """A document of so many operations, each with a schema of its own, in groups of twenty."""
    numbers = range(1, operations + 1)
    paths = "".join(_OPERATION.format(number=each, group=(each - 1) // _GROUP + 1) for each in numbers)
    schemas = "".join(_SCHEMA.format(number=each, other=max(1, each // 2)) for each in numbers)
    return f"{_HEAD}{paths}components:\n  schemas:\n{schemas}{_PROBLEM}"


def edited(text: str) -> str:
    """The same document with one description changed, in the middle; given to it again, the same once more.

    Raises ValueError if no description stands on a line."""
    found = list(_DESCRIPTION.finditer(text))
    if not found:
        raise ValueError("no description stands on a line of its own")
    place = found[len(found) // 2]
    return f"{text[: place.end()]}, as somebody changed it{text[place.end() :]}"


def operations(text: str) -> int:
    """How many operations a document in YAML seems to have: methods below a path."""
    return len(re.findall(r"(?m)^ {2,8}['\"]?(?:get|put|post|delete|options|head|patch|trace)['\"]?:\s*\{?$", text))


def write(folder: Path, text: str) -> Path:
    """The document in a folder of its own."""
    folder.mkdir(parents=True)
    path = folder / "openapi.yaml"
    path.write_text(text, encoding="utf-8")
    return path
