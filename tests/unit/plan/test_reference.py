"""JSON on the reader's pages: what `json` writes, without what that leaves in memory."""

from __future__ import annotations

import gc
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.examples.wire import Unjudged
from sdkwright.normalise import normalise
from sdkwright.openapi.checks.values import SchemaJudge
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.options.model import Config, DocsStyle
from sdkwright.plan.reader.json import ShownJson, json_text
from sdkwright.text.escape import raw
from sdkwright.view.reference import NO_MODEL_FACTS

from tests.unit.normalised import Source
from tests.unit.planning import planned

TEXTS = st.text(st.characters(codec="ascii", exclude_categories=["C"]))
TEXT: JsonMap = {"type": "string"}
LIMITED: JsonMap = {"type": "string", "maxLength": 9}
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES: st.SearchStrategy[Json] = st.recursive(LEAVES, lambda each: st.lists(each) | st.dictionaries(TEXTS, each))


@given(VALUES)
def test_json_is_laid_out_as_everybody_does(value: Json) -> None:
    made = json_text(value)
    assert made is not None
    assert raw(made) == json.dumps(value, ensure_ascii=False, indent=2)


def test_what_json_cannot_say_has_no_text() -> None:
    assert json_text({"a": [float("nan")]}) is None
    assert json_text(float("inf"), indent=None) is None


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\u202e"])
def test_in_json_what_nobody_sees_is_spelt_out(sign: str) -> None:
    made = json_text({"a": f"b{sign}"})
    assert made is not None
    assert raw(made) == f'{{\n  "a": "b\\u{ord(sign):04x}"\n}}'


def test_json_leaves_no_circles() -> None:
    gc.collect()
    json_text({"a": [1, {"b": None}]})
    assert gc.collect() == 0


# ------------------------------------------------------------------------------------------------------------- answers

PET: JsonMap = {"$ref": "#/components/schemas/Pet"}
NAMED: JsonMap = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 9}}}
ANSWERS: dict[str, JsonMap] = {
    "same": {"schema": PET},
    "also": {"schema": PET},
    "shown": {"schema": PET, "example": {"name": "Rex"}},
    "refused": {"schema": PET, "example": {"name": "much too long"}},
    "other": {"schema": {**PET, "maxProperties": 0}},
    "listed": {"schema": {"type": "array", "items": PET}},
}


class _Counting(Unjudged):
    """Judges by a document, and remembers of what it was asked."""

    def __init__(self, root: JsonMap) -> None:
        self._judge = SchemaJudge(root)
        self.place = self._judge.place
        self.asked: list[str] = []

    def allows(self, pointer: str, value: Json) -> bool:
        self.asked.append(pointer)
        return self._judge.allows(pointer, value)


def test_an_answer_that_is_a_class_shows_what_the_class_does() -> None:
    paths: JsonMap = {
        f"/{name}": {"get": {"responses": {"200": {"description": "It.", "content": {"application/json": content}}}}}
        for name, content in ANSWERS.items()
    }
    info: JsonMap = {"title": "Acme", "version": "1"}
    root: JsonMap = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": {"Pet": NAMED}}}
    api, _ = normalise(Source(root), Config())  # type: ignore[arg-type]  # the root is all that is read
    judge = _Counting(root)
    shown = ShownJson(api, judge)
    pet = shown.of_class("#/components/schemas/Pet")
    assert pet is not None
    made = {
        name: shown.of_content(operation.responses[0].contents[0])
        for name, operation in zip(ANSWERS, api.operations, strict=True)
    }
    assert made["same"] is made["also"] is pet
    texts = {name: None if one is None else json.loads(one.raw) for name, one in made.items()}
    assert texts["shown"] == {"name": "Rex"}
    assert texts["refused"] == texts["same"] == {"name": "<value>"}
    assert texts["other"] is None
    assert texts["listed"] == [{"name": "<value>"}]
    assert [pointer for pointer in judge.asked if "same" in pointer or "also" in pointer] == []


def test_a_class_of_which_there_is_nothing_to_say_has_no_facts() -> None:
    schemas: JsonMap = {
        "Pet": {"type": "object", "properties": {"home": {"type": "object", "properties": {"street": TEXT}}}},
        "Toy": {"type": "object", "properties": {"size": {"type": "object", "properties": {"width": LIMITED}}}},
    }
    reference = planned({}, schemas, Config(docs_style=DocsStyle.READER)).sdk.reference
    assert reference is not None
    assert {raw(page) for _, page in reference.models} == {"pet", "toy", "size"}
    assert NO_MODEL_FACTS not in reference.models.values()
