"""Which files are meant when the command line does not say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from sdkwright.problems import Position, Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.syntax import NO_DOCUMENT

SPEC_PLACES = ("spec/openapi", "openapi", "spec/swagger", "swagger")
SUFFIXES = (".yaml", ".yml", ".json")
CONFIG_NAME = "gen.yaml"
OUT = "generated"

_DOCUMENT = re.compile(rb"""(?m)(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[0-9]""")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_LARGEST = 64 * 2**20
"""Bytes; a larger file is no document that could be read."""


def find_spec(folder: Path) -> Path:
    """The document in `folder`: at one of the usual places, else the only file there that looks like one.

    Raises ProblemsError when there is none, or more than one.
    """
    for place in SPEC_PLACES:
        for suffix in SUFFIXES:
            if (found := folder / f"{place}{suffix}").is_file():
                return found
    found_all = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in SUFFIXES and _is_document(path)]
    match found_all:
        case [only]:
            return only
        case []:
            message = "No OpenAPI document found in this folder"
            remedy = "Name it with --spec FILE, or put it at spec/openapi.yaml."
        case several:
            message = f"Several OpenAPI documents found: {', '.join(path.name for path in several[:5])}"
            remedy = "Name the one that is meant with --spec FILE."
    raise ProblemsError([Problem(Severity.ERROR, NO_DOCUMENT, message, remedy, Position(str(folder)))])


def document_path(typed: str) -> Path:
    """The file that was typed.  Raises ProblemsError for an address: nothing is fetched, and the line that does it is
    said."""
    if not _ADDRESS.match(typed):
        return Path(typed)
    message = f"{shown(typed, 80)} is an address, and nothing is fetched"
    remedy = f"Fetch it first: curl -fsSL {shlex.quote(typed)} -o openapi.yaml"
    raise ProblemsError([Problem(Severity.ERROR, NO_DOCUMENT, message, remedy)])


def find_config(spec: Path, folder: Path) -> Path | None:
    """`gen.yaml` beside the document or in `folder`; None when there is none, and everything has its default."""
    for place in (spec.parent, folder):
        if (found := place / CONFIG_NAME).is_file():
            return found
    return None


def _is_document(path: Path) -> bool:
    """Whether the text of `path` has a version key of OpenAPI or Swagger."""
    try:
        return path.is_file() and path.stat().st_size <= _LARGEST and _DOCUMENT.search(path.read_bytes()) is not None
    except OSError:
        return False
