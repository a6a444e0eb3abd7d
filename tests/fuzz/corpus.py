"""The five rich documents that are turned round: between them they have all that a document can say."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from injection.islands import sound_document

ROOT = Path(__file__).parents[2]
FILES = (
    ROOT / "spec" / "openapi.yaml",
    ROOT / "tests" / "ledger" / "zoo.yaml",
    ROOT / "tests" / "cases" / "extension_pagination" / "spec.yaml",
    ROOT / "tests" / "cases" / "schema_discriminator_of_children" / "spec.yaml",
)


@cache
def _documents() -> tuple[Any, ...]:
    return (sound_document(), *(yaml.safe_load(file.read_text("utf-8")) for file in FILES))


def documents() -> tuple[Any, ...]:
    """The data of the documents, for the caller to change."""
    return copy.deepcopy(_documents())


def write_json(path: Path, data: Any) -> None:
    """JSON of nothing but ASCII, which has a form for every text."""
    path.write_text(json.dumps(data, default=str), encoding="ascii")
