"""openapi-spec-validator, brought in so that nothing of it can reach out.

The library looks for `requests`, whose import opens a socket where it is installed, and reads its own meta-schemas
through `urlopen`.  Neither is needed: references are resolved before it sees a document, and the meta-schemas are files
of the package.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any, cast


@contextmanager
def _hidden(module: str) -> Generator[None, None, None]:
    """Imports inside see no such module, unless it was imported before."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # None is how the import system marks a module as absent
    try:
        yield
    finally:
        del sys.modules[module]


with _hidden("requests"):
    from jsonschema_path.paths import SchemaPath
    from openapi_spec_validator import OpenAPIV31SpecValidator, OpenAPIV32SpecValidator
    from openapi_spec_validator.schemas.backend.jsonschema import create_validator
    from openapi_spec_validator.validation import exceptions, keywords
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

__all__ = [
    "OpenAPIV31SpecValidator",
    "OpenAPIV32SpecValidator",
    "SchemaPath",
    "exceptions",
    "keywords",
    "meta_schema_validator",
]


@cache
def meta_schema_validator(version: str) -> Any:
    """The validator of whole documents of one version (`3.1`), made from the meta-schema that the library ships.

    It is that of `jsonschema`, in Python, whatever else is installed: its messages are the ones that are shown.  It
    would look through the whole meta-schema for the anchor of each reference that it follows, unless it finds it in a
    registry where that was done.
    """
    resource = files("openapi_spec_validator") / "resources" / "schemas" / f"v{version}" / "schema.json"
    schema: dict[str, Any] = json.loads(resource.read_text("utf-8"))
    made: Any = create_validator(schema)
    kind = cast("Any", type(made))
    registry = cast("Any", Registry)()
    registry = registry.with_resource(schema["$id"], DRAFT202012.create_resource(schema)).crawl()
    return kind({"$ref": schema["$id"]}, registry=registry)
