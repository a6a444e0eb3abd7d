"""Model modules: what a schema becomes in Python."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sdkwright.options.model import Config, EnumFormat

from tests.unit.planning import Data, answering, model, planned

ENUMS = Config(enum_format=EnumFormat.ENUM)
REF = {"$ref": "#/components/schemas/Pet"}


@pytest.mark.parametrize(
    ("schema", "optional", "required"),
    [
        ({"type": "string"}, "Optional[str] = None", "str"),
        ({"type": "integer"}, "Optional[int] = None", "int"),
        ({"type": "number"}, "Optional[float] = None", "float"),
        ({"type": ["boolean", "null"]}, "OptionalNullable[bool] = UNSET", "Nullable[bool]"),
        ({"type": "string", "format": "date-time"}, "Optional[datetime] = None", "datetime"),
        ({"type": "string", "format": "date"}, "Optional[date] = None", "date"),
        ({}, "Optional[Any] = None", "Any"),
        ({"type": "array", "items": {"type": "string"}}, "Optional[List[str]] = None", "List[str]"),
        (
            {"type": "array", "items": {"type": ["string", "null"]}},
            "Optional[List[Optional[str]]] = None",
            "List[Optional[str]]",
        ),
        (
            {"type": "object", "additionalProperties": {"type": "integer"}},
            "Optional[Dict[str, int]] = None",
            "Dict[str, int]",
        ),
        (
            {"type": "number", "format": "decimal"},
            "Optional[Annotated[Decimal, DECIMAL_NUMBER]] = None",
            "Annotated[Decimal, DECIMAL_NUMBER]",
        ),
        ({"const": "a"}, 'Optional[Literal["a"]] = None', 'Annotated[Literal["a"], CONST] = "a"'),
        (REF, "Optional[Pet] = None", "Pet"),
    ],
)
def test_fields(schema: Data, optional: str, required: str) -> None:
    assert model({"a": schema}).declarations("Pet") == {"a": f"a: {optional}"}
    assert model({"a": schema}, ("a",)).declarations("Pet") == {"a": f"a: {required}"}


@pytest.mark.parametrize(
    ("schema", "line"),
    [
        ({"type": "number", "default": 50}, "a: Optional[float] = 50"),
        ({"type": "integer", "default": 5.0}, "a: Optional[int] = 5"),
        ({"type": "string", "default": 'x"\n'}, "a: Optional[str] = 'x\"\\n'"),
        ({"type": "boolean", "default": False}, "a: Optional[bool] = False"),
        ({"type": ["string", "null"], "default": None}, "a: OptionalNullable[str] = UNSET"),
        ({"type": ["string", "null"], "default": "x"}, 'a: OptionalNullable[str] = "x"'),
        (
            {"type": "array", "items": {"type": "string"}, "default": ["x"]},
            'a: Optional[List[str]] = Field(default_factory=lambda: ["x"])',
        ),
    ],
)
def test_defaults_that_have_a_literal(schema: Data, line: str) -> None:
    assert model({"a": schema}).declarations("Pet") == {"a": line}


@pytest.mark.parametrize(
    ("schema", "line"),
    [
        ({"type": "number", "default": 50}, "a: Annotated[Optional[float], PRESET] = 50"),
        ({"type": ["string", "null"], "default": "x"}, 'a: Annotated[OptionalNullable[str], PRESET] = "x"'),
        ({"type": ["string", "null"], "default": None}, "a: Nullable[str]"),
        ({"type": "string", "default": "x", "readOnly": True}, 'a: Optional[str] = "x"'),
        ({"const": "x", "default": "x"}, 'a: Annotated[Literal["x"], CONST] = "x"'),
    ],
)
def test_the_default_of_a_required_property_is_sent(schema: Data, line: str) -> None:
    assert model({"a": schema}, ("a",)).declarations("Pet") == {"a": line}


@pytest.mark.parametrize(
    ("schema", "line"),
    [
        (
            {"type": "string", "format": "date-time", "default": "2020-01-01T00:00:00Z"},
            "a: Optional[datetime] = "
            "Field( default_factory=wire_default(lambda: datetime, '\"2020-01-01T00:00:00Z\"') )",
        ),
        (
            {"type": "object", "properties": {"b": {"type": "string"}}, "default": {}},
            'a: Optional[A] = Field(default_factory=wire_default(lambda: A, "{}"))',
        ),
    ],
)
def test_defaults_without_a_literal_are_read_from_their_wire_form(schema: Data, line: str) -> None:
    (found,) = model({"a": schema}).declarations("Pet").values()
    assert found.replace(", )", " )") == line


@pytest.mark.parametrize(
    "inside", [lambda one: one, lambda one: {"type": "array", "items": one}], ids=["alone", "list"]
)
def test_constants_that_are_equal_in_python_are_told_apart(inside: Callable[[Data], Data]) -> None:
    found = model({name: inside({"const": value}) for name, value in (("a", 1), ("b", True), ("c", 1.0))}, "abc")
    spelt = [str(field.annotation) for field in found.object("Pet").fields]
    assert spelt == [
        inner if inside({}) == {} else f"List[{inner}]" for inner in ("Literal[1]", "Literal[True]", "float")
    ]


def test_wire_names_are_aliases() -> None:
    assert model({"_id": {"type": "string"}}).declarations("Pet") == {
        "id": 'id: Annotated[Optional[str], Field(alias="_id")] = None'
    }


def test_typed_dicts_say_what_may_be_left_out() -> None:
    made = model({"a": {"type": "string"}, "b": {"type": ["string", "null"]}, "c": REF}, ("b",))
    lines = {field.name: field.typed_dict_declaration for field in made.object("Pet").fields}
    assert lines == {
        "a": "a: NotRequired[str]",
        "b": "b: Nullable[str]",
        "c": "c: NotRequired[PetTypedDict]",
    }


def test_enums_are_open_aliases_or_classes() -> None:
    schema = {"type": "string", "enum": ["asc", "desc"]}
    assert 'Annotated[Union[Literal["asc", "desc"], UnrecognizedStr], OPEN_ENUM]' in model({"order": schema}).text(
        "models/pet.py"
    )
    text = model({"order": schema}, config=ENUMS).text("models/pet.py")
    assert 'class Order(OpenStrEnum):\n    ASC = "asc"\n    DESC = "desc"\n' in text


@pytest.mark.parametrize(
    ("values", "alias"),
    [
        ([1, 2], "Annotated[Union[Literal[1, 2], UnrecognizedInt], OPEN_ENUM]"),
        (["a", 1], 'Annotated[Union[Literal["a", 1], UnrecognizedStr, UnrecognizedInt], OPEN_ENUM]'),
        ([1.5, 2.5], "float"),
        (["a", 1.5], 'Union[Literal["a"], float]'),
    ],
)
def test_enums_of_other_values(values: Data, alias: str) -> None:
    text = " ".join(model({"size": {"enum": values}}).text("models/pet.py").split())
    assert f"Size = {alias}" in text.replace("[ ", "[").replace(", ]", "]")


def test_a_required_enum_of_one_value_is_always_sent() -> None:
    schema = {"type": "string", "enum": ["cat"]}
    assert model({"kind": schema}, ("kind",)).declarations("Pet") == {"kind": 'kind: Annotated[Kind, CONST] = "cat"'}
    assert model({"kind": schema}, ("kind",), ENUMS).declarations("Pet") == {
        "kind": "kind: Annotated[Kind, CONST] = Kind.CAT"
    }


def test_a_discriminator_decides_and_leaves_room_for_the_unknown() -> None:
    def kind(value: str) -> Data:
        return {"type": "object", "properties": {"petType": {"const": value}}, "required": ["petType"]}

    union = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "petType", "mapping": {"cat": "Cat", "dog": "#/components/schemas/Dog"}},
    }
    made = answering({"$ref": "#/components/schemas/Pet"}, {"Cat": kind("cat"), "Dog": kind("dog"), "Pet": union})
    text = " ".join(made.text("models/pet.py").split())
    assert "class _UnlistedPet(Unrecognized): pet_type: Literal[Unlisted.VALUE]" in text
    assert "Union[Cat, Dog, _UnlistedPet]" in text
    assert 'Tagged("petType", {"cat": 0, "dog": 1}, names=("pet_type",))' in text


def test_a_union_that_contains_itself_is_quoted() -> None:
    json = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/JsonValue"}}]}
    text = answering({"$ref": "#/components/schemas/JsonValue"}, {"JsonValue": json}).text("models/jsonvalue.py")
    assert 'JSONValue = TypeAliasType("JSONValue", "Union[str, List[JSONValue]]")' in text


def test_a_ring_of_components_shares_a_file() -> None:
    def refers(name: str) -> Data:
        return {"type": "object", "properties": {"next": {"$ref": f"#/components/schemas/{name}"}}}

    schemas = {"A": refers("B"), "B": refers("A"), "C": refers("A")}
    made = answering({"$ref": "#/components/schemas/C"}, schemas)
    assert [[m.class_name for m in module.models] for module in made.sdk.modules] == [["A", "B"], ["C"]]
    assert "from .a import A" in made.text("models/c.py")


def test_names_of_the_document_shadow_nothing() -> None:
    schemas = {
        "List": {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "string"}}}},
        "Optional": {"type": "object", "properties": {"b": {"type": "string", "format": "date-time"}}},
    }
    made = answering({"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in schemas]}, schemas)
    assert made.declarations("List") == {"a": "a: Optional[_List[str]] = None"}
    assert made.declarations("Optional") == {"b": "b: _Optional[datetime] = None"}


def test_typed_further_properties_are_kept() -> None:
    made = model({"a": {"type": "string"}}, additionalProperties={"type": "integer"})
    text = made.text("models/pet.py")
    assert "model_config = EXTRA" in text
    assert "__pydantic_extra__: Dict[str, int]" in text
    assert "def additional_properties(self) -> Dict[str, int]:" in text


def test_a_field_may_take_the_name_of_the_property_for_further_ones() -> None:
    made = model({"additional_properties": {"type": "string"}}, additionalProperties={"type": "integer"})
    assert list(made.declarations("Pet")) != ["additional_properties"]


def test_an_error_schema_has_an_exception_and_a_model() -> None:
    error = {"description": "", "content": {"application/json": {"schema": REF}}}

    paths = {"/a": {"get": {"operationId": "getA", "responses": {"404": error}}}}
    made = planned(paths, {"Pet": {"type": "object", "properties": {"message": {"type": "string"}}}})
    assert [e.class_name for e in made.sdk.client.errors] == ["PetError"]
    assert "class PetErrorData(BaseModel):" in made.text("models/peterror.py")
    assert "class PetError(AcmeError):\n    data: PetErrorData\n" in made.text("models/_errors.py")


def test_what_many_fields_say_is_one_value() -> None:
    """A plan stays in memory to the end of a run, and most of what it says it says many times."""
    fields = {"type": "object", "properties": {"id": {"type": "string", "description": "Which one."}, "next": REF}}
    made = answering(REF, {"Pet": fields, "Cat": fields})
    for one, other in zip(made.object("Pet").fields, made.object("Cat").fields, strict=True):
        same = ("name", "annotation", "declaration", "typed_dict_declaration", "docstring")
        assert [name for name in same if getattr(one, name) is not getattr(other, name)] == []
