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
from typing import Any


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
    from openapi_spec_validator.schemas.backend import get_validator_for
    from openapi_spec_validator.validation import exceptions, keywords

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
    """The validator of whole documents of one version (`3.1`), made from the meta-schema that the library ships."""
    resource = files("openapi_spec_validator") / "resources" / "schemas" / f"v{version}" / "schema.json"
    return get_validator_for(json.loads(resource.read_text("utf-8")))
