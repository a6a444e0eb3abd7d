"""What is said about a schema that says nothing itself: by those it is composed of, and by where it was first used."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.normalised import SCHEMA, answering, document

NULL = {"type": "null"}
OF_PET = {"$ref": "#/components/schemas/Pet"}
PET = {"type": "object", "properties": {"name": {"type": "string"}}}


def holding(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def test_a_composed_class_says_what_the_last_of_its_parts_says() -> None:
    schemas = {
        "Pet": {**PET, "description": "A pet", "example": {"name": "Rex"}},
        "Owned": {**holding(owner={"type": "string"}), "description": "What is owned", "deprecated": True},
        "Dog": {"allOf": [OF_PET, {"$ref": "#/components/schemas/Owned"}, holding(tail={"type": "string"})]},
    }
    dog = answering({"$ref": "#/components/schemas/Dog"}, schemas).object("#/components/schemas/Dog")
    assert (dog.notes.description, dog.notes.examples) == ("What is owned", ({"name": "Rex"},))
    assert dog.notes.deprecated is None  # that a part is going away says nothing of the whole


def test_a_composed_class_has_its_own_text_where_it_has_one() -> None:
    schemas = {
        "Pet": {**PET, "description": "A pet"},
        "Dog": {"description": "A dog", "allOf": [OF_PET, holding(tail={"type": "string"})]},
    }
    dog = answering({"$ref": "#/components/schemas/Dog"}, schemas).object("#/components/schemas/Dog")
    assert dog.notes.description == "A dog"


def test_a_reference_to_a_composed_class_shows_the_example_of_a_part_and_no_text_of_it() -> None:
    schemas = {
        "Pet": {**PET, "description": "A pet", "example": {"name": "Rex"}},
        "Dog": {"allOf": [OF_PET, holding(tail={"type": "string"})]},
    }
    (dog,) = answering(holding(dog={"$ref": "#/components/schemas/Dog"}), schemas).object(SCHEMA).properties
    assert (dog.notes.description, dog.notes.examples) == (None, ({"name": "Rex"},))


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        (OF_PET, False),
        ({**OF_PET, "example": {"name": "Rex"}}, False),
        ({"anyOf": [OF_PET, NULL]}, False),
        ({"anyOf": [OF_PET, NULL], "example": {"name": "Rex"}}, True),
        ({"oneOf": [OF_PET, NULL], "examples": [{"name": "Rex"}]}, True),
        ({"allOf": [OF_PET]}, False),
        ({"type": "string"}, True),
    ],
)
def test_a_choice_beside_null_shows_examples_where_the_first_use_has_some(first: Any, shown: bool) -> None:
    later = {"anyOf": [OF_PET, NULL], "description": "The pet", "example": {"name": "Tom"}}
    found = answering(holding(first=first, later=later), {"Pet": PET}).object(SCHEMA)
    notes = found.properties[1].notes
    assert notes.description == "The pet"
    assert notes.examples == (({"name": "Tom"},) if shown else ())


def test_the_first_use_is_that_of_the_first_operation() -> None:
    shown = holding(pet={"anyOf": [OF_PET, NULL], "example": {"name": "Tom"}})
    bare = holding(pet={"anyOf": [OF_PET, NULL]})

    def answer(schema: Any) -> Any:
        return {"responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}}

    for paths, expected in (({"/a": shown, "/b": bare}, 1), ({"/a": bare, "/b": shown}, 0)):
        result = document({path: {"get": answer(schema)} for path, schema in paths.items()}, {"Pet": PET})
        at = next(path for path, schema in paths.items() if schema is shown).replace("/", "~1")
        (pet,) = result.object(f"#/paths/{at}/get/responses/200/content/application~1json/schema").properties
        assert len(pet.notes.examples) == expected


@pytest.mark.parametrize(
    ("example", "shown"), [({"name": "Rex"}, True), ({"name": "Rex", "a": 1}, True), ({"a": 1}, False)]
)
def test_the_example_of_a_media_type_is_that_of_the_body_unless_it_is_of_another_schema(
    example: Any, shown: bool
) -> None:
    body = {"required": True, "content": {"application/json": {"schema": OF_PET, "example": example}}}
    result = document({"/a": {"post": {"requestBody": body, "responses": {}}}}, {"Pet": PET})
    assert result.operation.body is not None
    assert result.operation.body.contents[0].told == ((example,) if shown else ())
