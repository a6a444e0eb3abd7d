"""The islands in one file, in a file for each, and in Swagger 2.0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml
from sdkwright.openapi.grammar.model import Grammar
from sdkwright.openapi.grammar.openapi3 import OPENAPI_3
from sdkwright.openapi.grammar.swagger2 import SWAGGER_2

from .islands import WORDS, sound_document
from .islands_2 import sound_document_2

ROOT: Final = "islands.yaml"
Files = dict[str, Any]
"""Documents by the names of their files."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to write the islands down."""

    name: str
    grammar: Grammar = field(compare=False)
    sound: Callable[[], Files]
    """The files, anew each time."""


def _one_file() -> Files:
    return {ROOT: sound_document()}


def _a_file_for_each() -> Files:
    """Components and the last path of an island stand in a file of its own; schemes are named and stay."""
    document = sound_document()
    files: Files = {ROOT: document}
    for word in WORDS:
        path = f"/{word}s/{{{word}_id}}"
        own: dict[str, Any] = {"paths": {path: document["paths"][path]}, "components": {}}
        document["paths"][path] = {"$ref": f"{word}.yaml#/paths/~1{word}s~1{{{word}_id}}"}
        for kind in [kind for kind in document["components"] if kind != "securitySchemes"]:
            entries = document["components"][kind]
            own["components"][kind] = {key: entries.pop(key) for key in list(entries) if key.startswith(word)}
        files[f"{word}.yaml"] = own
    document["components"] = {"securitySchemes": document["components"]["securitySchemes"]}
    _relink(document)
    return files


def _relink(node: Any) -> None:
    """References from the root to components lead to the files."""
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and value.startswith("#/components/"):
                node[key] = f"{value.rpartition('/')[2].partition('_')[0]}.yaml{value}"
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _relink(child)


LAYOUTS: Final = (
    Layout("one file", OPENAPI_3, _one_file),
    Layout("a file for each", OPENAPI_3, _a_file_for_each),
    Layout("Swagger 2.0", SWAGGER_2, lambda: {ROOT: sound_document_2()}),
)


def as_text(document: Any) -> str:
    """A document as it is written."""
    return yaml.safe_dump(document, sort_keys=False, width=110)


def write(files: dict[str, str], folder: Path) -> Path:
    """The files in a folder; the root of them."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder / ROOT
