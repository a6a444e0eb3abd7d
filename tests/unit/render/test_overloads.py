"""What a method returns is laid out where it takes old names of its arguments, too, however long it is."""

from __future__ import annotations

import black
import pytest
from sdkwright import render as room
from sdkwright.options.model import Config

from tests.unit.planning import planned


@pytest.mark.parametrize("is_optional", [True, False])
@pytest.mark.parametrize("length", range(56, 76))
def test_overloads_are_as_black_leaves_them(length: int, is_optional: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """An overload ends in `: ...`, so that it breaks four characters before the method does."""
    monkeypatch.setattr(room, "needs_black", lambda source: False)
    name = "A" + "b" * (length - 1)
    answer = {"description": "", "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
    less = {"204": {"description": ""}} if is_optional else {}
    call = {
        "operationId": "getA",
        "parameters": [{"name": "id", "in": "query", "schema": {"type": "string"}}],
        "responses": {"200": answer, **less},
    }
    schemas = {name: {"type": "object", "properties": {"a": {"type": "string"}}}}
    text = planned({"/a": {"get": call}}, schemas, Config(allowed_builtins=())).text("sdk.py")
    assert ": ...\n" in text
    assert black.format_str(text, mode=black.Mode(line_length=88)) == text
