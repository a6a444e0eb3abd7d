"""An operation for which no method is made keeps its names, so that a fault renames nobody: without any ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.frozen import replace
from sdkwright.names import allot
from sdkwright.normalise import normalise
from sdkwright.openapi.document import Document, load
from sdkwright.options.model import Config
from sdkwright.options.read import load_options

TESTS = Path(__file__).parents[2]
DOCUMENTS = [
    *sorted(TESTS.glob("cases/names_*/spec.yaml")),
    *sorted(TESTS.glob("cases/docs_groups*/spec.yaml")),
    *sorted((TESTS.parent / "spec").glob("openapi.yaml")),
]


def rows(document: Document, config: Config) -> set[tuple[str, str, str]]:
    """Every name: where it counts, what it is of, and how it is spelt."""
    return {(row.scope, row.id, row.identifier) for row in allot(normalise(document, config)[0], config, None).rows}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_each_operation_in_turn_is_left_out_and_no_other_name_moves(path: Path) -> None:
    options = path.parent / "gen.yaml"
    config = load_options(options if options.exists() else None).config
    document = load(path)
    api, _ = normalise(document, config)
    whole = rows(document, config)
    for operation in api.operations:
        assert rows(replace(document, left_out=frozenset({str(operation.id)})), config) == whole, operation.id
