"""Whether a value is one of a schema of the document, by the whole of JSON Schema: asked of JSON in the docs."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from sdkwright.openapi.data import Json, JsonMap

_ROOT = "urn:sdkwright:described"


class SchemaJudge:
    """Judges values by the schemas of one document (in the terms of OpenAPI 3.1, section 4.8.24)."""

    def __init__(self, root: JsonMap) -> None:
        self._root = root
        self._registry: Any = None

    def allows(self, pointer: str, value: Json) -> bool:
        """Whether `value` is valid under the schema at `pointer`; not where the schema cannot be judged by at all."""
        import jsonschema_rs  # Needed only where JSON is shown.

        try:
            if self._registry is None:
                self._registry = jsonschema_rs.Registry([(_ROOT, _plain(self._root))], retriever=_refuse)
            schema = {"$ref": f"{_ROOT}{quote(pointer, safe='#/~')}"}
            return bool(jsonschema_rs.Draft202012Validator(schema, registry=self._registry).is_valid(_plain(value)))
        except (ValueError, jsonschema_rs.ReferencingError):
            return False


def _plain(value: Json) -> Any:
    """The same without numbers that know how they were written; ValueError for what JSON cannot say (RFC 8259)."""
    return json.loads(json.dumps(value, allow_nan=False))


def _refuse(uri: str) -> Any:
    """Nothing is fetched: what the document refers to is in it."""
    raise ValueError(uri)
