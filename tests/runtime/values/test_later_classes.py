"""Classes that name what stands further down in their module, as generated modules have it, inside of one another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

import pytest
from pydantic import Field
from sdkwright.runtime.model import PRESET, BaseModel, OpenStrEnum
from sdkwright.runtime.reading import from_response, to_response
from sdkwright.runtime.values.codec import codec
from sdkwright.runtime.values.paths import extract


class Page(BaseModel):
    items: Annotated[Items, Field(alias="theItems")]


class Items(BaseModel):
    first: Annotated[Item, Field(alias="firstItem")]
    more: Annotated[list[Item], Field(alias="moreItems")] = Field(default_factory=lambda: [Item(name="b")])
    kind: Annotated[Kind | None, Field(alias="theKind"), PRESET] = "things"  # type: ignore[assignment]  # as generated


class Item(BaseModel):
    name: Annotated[str, Field(alias="theName")]


class Other(BaseModel):
    items: Annotated[Items, Field(alias="theItems")]
    more: str


class Kind(OpenStrEnum):
    THINGS = "things"


SENT: Mapping[str, Any] = {"theItems": {"firstItem": {"theName": "a", "new": 1}, "theKind": "things", "new": [2]}}


@pytest.mark.parametrize("type_", [Page, Page | Other, list[Page] | list[Other]])
def test_inner_classes_have_the_names_of_the_wire(type_: Any) -> None:
    sent: Any = [SENT] if "list" in str(type_) else SENT
    read = from_response(type_, sent)
    assert to_response(read) == sent
    page = read[0] if isinstance(read, list) else read
    assert page.items.model_extra == {"new": [2]}
    assert page.items.first.model_extra == {"new": 1}


def test_paths_lead_through_inner_classes() -> None:
    read = codec(Page).read(json.dumps(SENT))
    assert extract(read, ("theItems", "firstItem", "theName")) == "a"


def test_what_goes_out_by_itself_does_in_inner_classes() -> None:
    made = codec(Page).accept({"items": {"first": {"name": "a"}}})
    assert made.items.more == [Item(name="b")]
    assert json.loads(codec(Page).write(made)) == {"theItems": {"firstItem": {"theName": "a"}, "theKind": "things"}}
