"""Whether the meta-schemas of OpenAPI find anything in a document at all: the quick answer, in Rust.

Most documents are as their meta-schemas say.  What to report of one that is not is left to the second opinion
(`backstop`), whose own walk takes a second for what takes a hundredth of one here: it is asked when there is something
to say.  One pass judges the document and every schema in it, since the meta-schema of documents leaves the dialect of
its schemas open (`$dynamicAnchor: meta`, JSON Schema 2020-12, section 8.2.3.2).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NoReturn

from sdkwright.openapi.data import JsonMap

_DIALECTS: Final = {
    "3.1": "https://spec.openapis.org/oas/3.1/dialect/base",
    "3.2": "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
}
_UNASKED: Final = ("email", "idn-email", "iri", "iri-reference", "uri", "uri-reference", "uri-template")
"""Formats that the second opinion does not look at."""


def is_as_specified(root: JsonMap, version: str) -> bool:
    """Whether nothing in the document breaks the meta-schemas of `version` (`3.1`), or what else the second opinion
    has rules for: the names of tags, and which tag is above which (OpenAPI 3.2, section 4.22)."""
    tags = root.get("tags")
    listed = [tag for tag in tags if isinstance(tag, dict)] if isinstance(tags, list) else []
    if any("parent" in tag for tag in listed) or len({str(tag.get("name")) for tag in listed}) < len(listed):
        return False
    return bool(_validator(version).is_valid(root))


@cache
def _validator(version: str) -> Any:
    """The validator of whole documents of one version; a dialect that a document chooses is none that it knows."""
    import jsonschema_rs  # Needed only where a document is looked at.

    document: dict[str, Any] = json.loads(_document_schema(version).read_text("utf-8"))
    dialect = _DIALECTS[version]
    resources = [(document["$id"], document), *((each["$id"], each) for each in _dialect_schemas(version))]
    whole = {
        "$id": "urn:sdkwright:document",
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": document["$id"],
        "properties": {"jsonSchemaDialect": {"const": dialect}},
        "$defs": {
            "schema": {"$dynamicAnchor": "meta", "$ref": dialect, "properties": {"$schema": {"const": dialect}}},
        },
    }
    formats: dict[str, Any] = {"regex": _is_pattern, **dict.fromkeys(_UNASKED, _is_anything)}
    registry = jsonschema_rs.Registry(resources, retriever=_refuse)
    return jsonschema_rs.validator_for(whole, registry=registry, formats=formats, validate_formats=True)


def _document_schema(version: str) -> Path:
    return _folder("openapi_spec_validator") / "resources" / "schemas" / f"v{version}" / "schema.json"


def _dialect_schemas(version: str) -> Iterator[dict[str, Any]]:
    """The dialect of schemas, and its vocabularies."""
    for path in sorted((_folder("openapi_schema_validator") / "schemas" / f"oas{version}").rglob("*")):
        if path.is_file():
            yield json.loads(path.read_text("utf-8"))


def _folder(package: str) -> Path:
    """Where a package is installed; it is not imported, which would take longer than all that is done here."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return Path(found.submodule_search_locations[0])


def _is_pattern(text: str) -> bool:
    """Whether Python reads `text` as a regular expression, which is what the second opinion asks."""
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _refuse(uri: str) -> NoReturn:
    """What is not among the resources is nowhere."""
    raise LookupError(f"nothing is fetched: {uri[:80]}")


def _is_anything(_: str) -> bool:
    return True
