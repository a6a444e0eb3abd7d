"""The coverage report accounts for every part of every case, by a count that shares no code with the generator."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from account.compare import unaccounted
from account.count import parts

CASES = Path(__file__).parents[1] / "cases"
REFERENCES = CASES.parent / "references"


@pytest.mark.parametrize("case", sorted(path.parent.name for path in CASES.glob("*/spec.yaml")))
def test_nothing_of_a_case_is_lost(case: str) -> None:
    config = CASES / case / "gen.yaml"
    assert unaccounted(CASES / case / "spec.yaml", config if config.exists() else None) == []


@pytest.mark.parametrize("case", sorted(path.parent.name for path in REFERENCES.glob("*/spec.yaml")))
def test_nothing_of_several_files_is_lost(case: str) -> None:
    assert unaccounted(REFERENCES / case / "spec.yaml") == []


@pytest.mark.parametrize("case", sorted(path.parent.name for path in REFERENCES.glob("*/spec.yaml")))
def test_several_files_hold_what_their_twin_holds(case: str) -> None:
    """A part that several places refer to is there once."""
    files, twin = (Counter(kind for kind, _ in parts(REFERENCES / case / f"{name}.yaml")) for name in ("spec", "twin"))
    assert files.keys() == twin.keys()
    assert files <= twin
    assert (files["operation"], files["property"]) == (twin["operation"], twin["property"])


def test_the_count_sees_what_is_there_and_the_comparison_what_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "spec.yaml"
    response = {"description": "Pets", "headers": {"X-A": {"schema": {"type": "string"}}}}
    schema = {"type": "object", "properties": {"name": {"type": "string"}}}
    operation = {
        "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
        "responses": {"200": {**response, "content": {"application/json": {"schema": schema}}}},
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/pets": {"get": operation}}}
    path.write_text(yaml.safe_dump(document))
    assert unaccounted(path) == []
    at = "#/paths/~1pets/get"
    content = f"{at}/responses/200/content/application~1json"
    expected = {
        ("operation", at),
        ("parameter", f"{at}/parameters/0"),
        ("response", f"{at}/responses/200"),
        ("header", f"{at}/responses/200/headers/X-A"),
        ("media type", content),
        ("property", f"{content}/schema/properties/name"),
    }
    assert parts(path) == expected
    monkeypatch.setattr("account.compare.accounts", lambda *_: iter(()))
    assert unaccounted(path) == sorted(expected)
