"""The JSON Schema of `gen.yaml`, by which editors complete and check it, made from the table of keys.

It takes whatever a run takes, also where a run warns: keys of other targets and of nobody, as published files have
them.  What a run refuses beyond shapes (a version that is none, a marker) only a run says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from sdkwright.openapi.data import Json, JsonMap
from sdkwright.options import checks, metadata, requires
from sdkwright.options.checks import Listed, Member, OneOf, Optional, Shaped
from sdkwright.options.keys import KEYS, Always, Ignored, Key, Renamed, Sets

FILE = Path(__file__).with_name("gen.schema.json")
"""The same as a file, for editors that are told of it once; a test compares."""

_TEXT: JsonMap = {"type": ["string", "number"]}
"""A number is taken as it is written."""
_TEXTS: JsonMap = {"type": "array", "items": _TEXT}
_PAIRS: JsonMap = {"type": "object", "additionalProperties": _TEXT}
_PARTS: JsonMap = {
    "type": "object",
    "properties": {"version": _TEXT, "extras": _TEXTS, "markers": _TEXT},
    "additionalProperties": False,
}
_REQUIREMENTS: JsonMap = {
    "type": ["object", "null"],
    "description": "Distributions and their versions, as pip or poetry write them.",
    "additionalProperties": {"anyOf": [_TEXT, _PARTS]},
}
_PERSON: JsonMap = {"type": ["string", "number", "object"]}

_PLAIN: Mapping[object, JsonMap] = {
    checks.anything: {},
    checks.count: {"type": "integer", "minimum": 0},
    checks.docs_format: {**_TEXT, "description": "A month such as 2025-04 or a version such as 2.585."},
    checks.error_class: {**_TEXT, "pattern": "^[A-Za-z][A-Za-z0-9_]*$", "description": "A class such as AcmeError."},
    checks.flag: {"type": "boolean"},
    checks.one_text: _TEXT,
    checks.optional_texts: {"type": ["array", "null"], "items": _TEXT},
    checks.package_folder: {"type": "string", "description": "A relative folder such as models/errors, or empty."},
    checks.pairs: {**_PAIRS, "type": ["object", "null"]},
    checks.prose: {"type": "string"},
    checks.strictness: {"enum": ["strict", "lenient", True, False]},
    checks.text: _TEXT,
    metadata.groups: {"type": ["object", "null"], "additionalProperties": _REQUIREMENTS},
    metadata.import_package: {**_TEXT, "description": "An import package such as acme or acme.client."},
    metadata.license_name: {"type": ["string", "number", "object"], "description": "An SPDX expression such as MIT."},
    metadata.people: {"type": ["array", "string", "number", "object"], "items": _PERSON},
    metadata.release: {**_TEXT, "description": "A version such as 1.2.0, 1.2.0rc1 or 1.2.0-rc.1."},
    metadata.requirements: _REQUIREMENTS,
    requires.version_range: {**_TEXT, "description": f"Versions of sdkwright, such as {requires.minor_range()}."},
}
"""What the checks that are functions take."""


def schema_of(check: object) -> JsonMap:
    """What a check (`checks.Check`) takes.  Raises KeyError for one that this page does not know."""
    match check:
        case OneOf():
            return {"enum": [*check.values]}
        case Member():
            return {"enum": [choice.value for choice in check.choices]}
        case Shaped():
            said = check.expected[0].upper() + check.expected[1:]
            return {**_TEXT, "pattern": f"^(?:{check.pattern})$", "description": f"{said}."}
        case Optional():
            return {"anyOf": [schema_of(check.check), {"enum": ["", None]}]}
        case Listed():
            return {"type": "array", "items": schema_of(check.check)}
        case _:
            return _PLAIN[check]


def schema() -> JsonMap:
    """The whole schema, of the dialect that editors of YAML know."""
    root: JsonMap = {"type": ["object", "null"], "properties": {}}
    for path, key in KEYS.items():
        *sections, name = path.split(".")
        place = root
        for section in sections:
            place = _section(place, section)
        _properties(place)[name] = _of_key(key)
    _close(_section(root, "sdkwright"))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Options of sdkwright (gen.yaml)",
        **root,
    }


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), indent=1) + "\n"


def _of_key(key: Key) -> JsonMap:
    match key:
        case Sets():
            return _or_nothing(schema_of(key.check))
        case Always():
            said = f"Any other value has no effect: {key.why}."
            return {**schema_of(key.check), "default": key.values[0], "description": said}
        case Ignored():
            return {"description": f"No effect: {key.why}.", "deprecated": True}
        case Renamed():
            said = f"The older name of {key.now}."
            return {**_of_key(KEYS[key.now]), "description": said, "deprecated": True}


def _or_nothing(found: JsonMap) -> JsonMap:
    """The same, or nothing, which is as if the key were not there."""
    types = found.get("type")
    if "enum" in found:
        return {**found, "enum": [*_list(found["enum"]), None]}
    if types is not None:
        listed = _list(types)
        return found if "null" in listed else {**found, "type": [*listed, "null"]}
    return found


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _section(place: JsonMap, name: str) -> JsonMap:
    """A section, a mapping of further keys or nothing, made where it is not there."""
    found = _properties(place).setdefault(name, {"type": ["object", "null"], "properties": {}})
    assert isinstance(found, dict)
    return found


def _properties(place: JsonMap) -> JsonMap:
    found = place["properties"]
    assert isinstance(found, dict)
    return found


def _close(section: JsonMap) -> None:
    """Has the section take no other keys, as a run does in its own."""
    section["additionalProperties"] = False
    for child in _properties(section).values():
        if isinstance(child, dict) and "properties" in child:
            _close(child)
