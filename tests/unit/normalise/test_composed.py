"""What schemas that are composed of others have, and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.normalised import answering

DOG = "#/components/schemas/Dog"


def holding(*names: str, kind: str = "string") -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": kind} for name in names}}


def order(*parts: Any, **schemas: Any) -> list[str]:
    """The fields of a class that is composed of the parts."""
    result = answering({"$ref": DOG}, {**schemas, "Dog": {"allOf": list(parts)}})
    return [one.name for one in result.object(DOG).properties]


def to(component: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{component}"}


@pytest.mark.parametrize("composed", [{"allOf": [holding("tail")]}, {"allOf": [holding("tail"), holding()]}])
def test_parts_that_are_composed_themselves_come_first(composed: Any) -> None:
    schemas = {"Pet": holding("name"), "Tailed": composed}
    assert order(to("Pet"), to("Tailed"), holding("bark"), **schemas) == ["tail", "name", "bark"]
    assert order(to("Pet"), composed, holding("bark"), **schemas) == ["tail", "name", "bark"]
    assert order(to("Tailed"), to("Pet"), holding("bark"), **schemas) == ["tail", "name", "bark"]


def test_other_parts_come_as_they_are_written() -> None:
    schemas = {"Pet": holding("name"), "Owned": holding("owner")}
    assert order(to("Owned"), holding("bark"), to("Pet"), **schemas) == ["owner", "bark", "name"]
