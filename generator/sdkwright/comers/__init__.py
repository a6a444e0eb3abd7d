"""The options of other generators, read into what the options here and an overlay say: `bring`."""

from __future__ import annotations

from pathlib import Path

from sdkwright.comers import fern, openapi_generator, openapi_python_client, stainless
from sdkwright.comers.given import Action, Brought, Given, Note
from sdkwright.openapi.data import Json
from sdkwright.openapi.files import read_tree
from sdkwright.openapi.positions import Positions
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.options import FOREIGN_OPTIONS

__all__ = ["Action", "Brought", "Note", "bring", "document_of"]

_TOOLS = (stainless, fern, openapi_generator, openapi_python_client)


def bring(path: Path, document: Json) -> Brought:
    """What the options of another generator at `path` ask for, about a document.  Raises ProblemsError."""
    given = _given(path)
    tool = next((each for each in _TOOLS if each.is_ours(given)), None)
    if tool is None:
        raise ProblemsError([_unknown(path)])
    tool.read(given, document)
    return given.brought(tool.NAME)


def document_of(path: Path) -> Path | None:
    """The document that the options at `path` name, where it is a file beside them.  Raises ProblemsError."""
    given = _given(path)
    named = next((tool.document(given) for tool in _TOOLS if tool.is_ours(given)), None)
    if named is None or "://" in named:
        return None
    found = path.parent / named
    return found if found.is_file() else None


def _given(path: Path) -> Given:
    positions = Positions()
    tree = read_tree(path, str(path), positions)
    if not isinstance(tree.root, dict):
        raise ProblemsError([_unknown(path)])
    return Given(tree.root, positions, path)


def _unknown(path: Path) -> Problem:
    message = f"`{path}` has the options of no generator that is known here"
    return Problem(Severity.ERROR, FOREIGN_OPTIONS, message, position=Position(str(path)))
