"""References to definitions inside of components."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.normalised import OK, document

STATE = {"type": "string", "enum": ["on", "off"], "description": "The state."}


@pytest.mark.parametrize(
    ("other", "classes"),
    [
        ({**STATE, "description": "Another text.", "examples": ["on"]}, 1),
        ({**STATE, "enum": ["on", "off", "broken"]}, 2),
    ],
)
def test_definitions_of_one_name_and_shape_are_one(other: dict[str, Any], classes: int) -> None:
    def holder(key: str, state: dict[str, Any]) -> dict[str, Any]:
        inner = {"$ref": f"#/components/schemas/{key}/definitions/state"}
        return {"type": "object", "properties": {"state": inner}, "definitions": {"state": state}}

    schemas = {"Lamp": holder("Lamp", STATE), "Fan": holder("Fan", other)}
    both = {"type": "object", "properties": {key: {"$ref": f"#/components/schemas/{key}"} for key in schemas}}
    body = {"content": {"application/json": {"schema": both}}}
    result = document({"/a": {"post": {"requestBody": body, **OK}}}, schemas)
    assert sum(id.endswith("/definitions/state") for id in result.api.types) == classes
