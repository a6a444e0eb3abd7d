"""Example calls: which arguments they pass, and how the values are written."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.docs.sample_lines import imports_of, joined, value_lines
from sdkwright.examples.calls import Examples
from sdkwright.examples.report import example_problems
from sdkwright.examples.scalars import chosen_integer, chosen_number, chosen_string
from sdkwright.ir.arguments import ArgumentSpec, Role
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Api, Body, Content, MediaKind, Operation, Parameter, Style
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    Default,
    EnumDef,
    EnumMember,
    FileType,
    Json,
    ListType,
    Location,
    MapType,
    Notes,
    ObjectDef,
    OperationKey,
    Origin,
    Property,
    RefType,
    Root,
    ScalarType,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
)
from sdkwright.ir.values import fits
from sdkwright.names import Names
from sdkwright.options.model import Config, EnumFormat, UsageValues
from sdkwright.problems import Severity
from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code
from sdkwright.view.samples import DataSample, Import, Sample

STR = ScalarType(Scalar.STRING)
INT = ScalarType(Scalar.INTEGER)
ORIGIN = Origin(Root.COMPONENT)


def ref(name: str, *, nullable: bool = False) -> RefType:
    return RefType(TypeId(name), nullable)


def prop(name: str, shape: Type = STR, *, required: bool = True, examples: Sequence[Json] = ()) -> Property:
    return Property(name, name, shape, required, Notes(examples=tuple(examples)))


def obj(name: str, *properties: Property, examples: Sequence[Json] = ()) -> ObjectDef:
    return ObjectDef(TypeId(name), ORIGIN, properties, notes=Notes(examples=tuple(examples)))


def enum(name: str, *values: str) -> EnumDef:
    return EnumDef(TypeId(name), ORIGIN, tuple(EnumMember(f"{name}/{v}", v) for v in values))


def examples(*definitions: TypeDef, config: Config | None = None) -> Examples:
    api = Api(
        title="t",
        description=None,
        external_docs=None,
        servers=(),
        tags=(),
        security_schemes=(),
        security=(),
        globals=(),
        globals_type=None,
        security_type=None,
        operations=(),
        webhooks=(),
        types={definition.id: definition for definition in definitions},
    )
    fields = {(d.id, p.name): p.name.lower() for d in definitions if isinstance(d, ObjectDef) for p in d.properties}
    members = {(d.id, m.id): str(m.value).upper() for d in definitions if isinstance(d, EnumDef) for m in d.members}
    classes: Mapping[TypeId, str] = {d.id: str(d.id) for d in definitions}
    names = Names(
        sdk_class="Acme",
        package="acme",
        module="acme",
        variable="acme",
        environment_prefix="ACME",
        base_error="AcmeError",
        default_error="APIError",
        classes=classes,
        error_data={},
        typed_dicts={},
        stems={},
        pages={},
        operation_stems={},
        folders=dict.fromkeys(classes, "models"),
        error_folder="models",
        fields=fields,
        members=members,
        groups={},
        methods={},
        arguments={},
        constants={},
        security={},
        globals={},
        server_variables={},
        rows_of=tuple,
    )
    return Examples(api, names, config or Config())


def call(made: Examples, *specs: ArgumentSpec, body: Body | None = None) -> Mapping[str, Sample]:
    operation = Operation(OperationKey("op"), "op", "POST", "/", ((),), (), body, ())
    return made.call(operation, specs)


def printed(sample: Sample | None) -> str | None:
    return None if sample is None else raw(joined(value_lines(sample)))


def of_property(made: Examples, p: Property) -> str | None:
    return printed(call(made, ArgumentSpec(p.id, Role.FIELD, p.required, property=p)).get(p.id))


def of_body(made: Examples, content: Content, *, required: bool) -> str | None:
    return printed(call(made, ArgumentSpec("body", Role.REQUEST, required, content=content)).get("body"))


@pytest.mark.parametrize(
    ("name", "constraints", "expected"),
    [
        ("id", {}, "<id>"),
        ("session_id", {}, "<id>"),
        ("lastId", {}, "<id>"),
        ("key", {}, "<key>"),
        ("name", {}, "<value>"),
        ("paid", {}, "<value>"),
        ("id", {"format": "uuid"}, "123e4567-e89b-12d3-a456-426614174000"),
        ("avatar_url", {}, "https://example.com"),
        ("x", {"format": "email"}, "user@example.com"),
        ("name", {"maxLength": 3}, "val"),
        ("name", {"minLength": 10}, "value-valu"),
    ],
)
def test_chosen_strings(name: str, constraints: dict[str, Json], expected: str) -> None:
    assert chosen_string(name, constraints) == expected


BOUNDS = st.fixed_dictionaries(
    {},
    optional={
        "minimum": st.integers(-50, 50),
        "exclusiveMinimum": st.integers(-50, 50),
        "maximum": st.integers(100, 200),
        "exclusiveMaximum": st.integers(100, 200),
        "multipleOf": st.integers(1, 9),
    },
)


@given(BOUNDS)
def test_chosen_numbers_are_valid(constraints: dict[str, Json]) -> None:
    for value in (chosen_integer(constraints), chosen_number(constraints)):
        assert fits(examples()._api.types, ScalarType(Scalar.NUMBER), value, constraints)
        assert value != constraints.get("exclusiveMinimum")
        assert value != constraints.get("exclusiveMaximum")
        step = constraints.get("multipleOf")
        assert not isinstance(step, int) or value % step == 0


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (STR, '"<value>"'),
        (INT, "1"),
        (ScalarType(Scalar.NUMBER), "1.5"),
        (ScalarType(Scalar.BOOLEAN), "True"),
        (ScalarType(Scalar.DATETIME), 'parse_datetime("2024-01-01T00:00:00Z")'),
        (ScalarType(Scalar.DATE), 'date.fromisoformat("2024-01-01")'),
        (ScalarType(Scalar.DECIMAL), 'Decimal("1.5")'),
        (ConstType("eq"), '"eq"'),
        (ListType(STR), '[\n    "<value>",\n]'),
        (MapType(INT), '{\n    "key": 1,\n}'),
        (FileType(TypeId("#/a")), '{\n    "file_name": "example.file",\n    "content": open("example.file", "rb"),\n}'),
        (ref("Empty"), "{}"),
        (ref("Level"), '"low"'),
        (ref("Pet"), '{\n    "id": "<id>",\n    "tags": [\n        "<value>",\n    ],\n}'),
        (ref("Node"), '{\n    "next": None,\n    "children": [],\n}'),
    ],
)
def test_chosen_values(shape: Type, expected: str) -> None:
    made = examples(
        obj("Empty"),
        enum("Level", "low", "high"),
        obj("Pet", prop("id"), prop("name", required=False), prop("tags", ListType(STR))),
        obj("Node", prop("next", ref("Node", nullable=True)), prop("children", ListType(ref("Node")))),
    )
    assert of_property(made, prop("value", shape)) == expected


def test_optional_ones_are_left_out_without_example() -> None:
    made = examples(obj("Pet", prop("name", required=False)), obj("Told", prop("name", examples=["Rex"])))
    assert of_property(made, prop("a", required=False)) is None
    assert of_property(made, prop("a", required=False, examples=["x"])) == '"x"'
    assert of_property(made, prop("pet", ref("Pet"), required=False)) is None
    assert of_property(made, prop("pet", ref("Told"), required=False)) == '{\n    "name": "Rex",\n}'


def test_options_say_whether_optional_ones_are_shown() -> None:
    optional, told = prop("a", required=False), prop("b", required=False, examples=["x"])
    always = examples(config=Config(usage_values=UsageValues.ALWAYS))
    never = examples(config=Config(usage_values=UsageValues.NEVER))
    assert of_property(always, optional) == '"<value>"'
    assert of_property(never, told) is None


def test_required_with_default_is_shown_with_it() -> None:
    assert of_property(examples(), Property("a", "a", STR, True, default=Default("x"))) == '"x"'
    assert of_property(examples(), Property("a", "a", STR, False, default=Default("x"))) is None


def test_optional_body_is_left_out_unless_something_has_an_example() -> None:
    silent, telling = obj("Silent", prop("a")), obj("Telling", prop("a"), prop("b", required=False, examples=["x"]))
    made = examples(silent, telling)
    content = Content("c", "application/json", MediaKind.JSON, ref("Silent"))
    assert of_body(made, content, required=False) is None
    assert of_body(made, content, required=True) == '{\n    "a": "<value>",\n}'
    content = Content("c", "application/json", MediaKind.JSON, ref("Telling"))
    assert of_body(made, content, required=False) == '{\n    "a": "<value>",\n    "b": "x",\n}'


def test_example_that_does_not_fit_is_not_shown() -> None:
    made = examples(enum("Level", "low"))
    assert of_property(made, prop("a", INT, examples=["one"])) == "1"
    assert of_property(made, prop("a", INT, examples=["one", 2])) == "2"
    assert of_property(made, prop("a", ref("Level"), examples=["high"])) == '"low"'


def test_example_of_the_body_fills_flattened_arguments() -> None:
    content = Content("c", "application/json", MediaKind.JSON, ref("Pet"), examples=({"name": "Rex", "age": "old"},))
    made = examples(obj("Pet", prop("name"), prop("age", INT)))
    specs = [ArgumentSpec(p.id, Role.FIELD, True, property=p) for p in (prop("name"), prop("age", INT))]
    shown = call(made, *specs, body=Body("b", True, (content,)))
    assert shown == {"name": DataSample("Rex"), "age": DataSample(1)}


def test_enum_classes_are_named_and_imported() -> None:
    made = examples(enum("Level", "low"), config=Config(enum_format=EnumFormat.ENUM))
    p = prop("level", ref("Level"))
    shown = call(made, ArgumentSpec("level", Role.FIELD, True, property=p))
    assert printed(shown["level"]) == "models.Level.LOW"
    assert set(imports_of(shown["level"], Code("acme"))) == {Import(Code("acme"), Code("models"))}


def test_members_without_names_are_shown_as_values() -> None:
    mixed = EnumDef(TypeId("Mixed"), ORIGIN, (EnumMember("a", "a"), EnumMember("1", 1)))
    made = examples(mixed, config=Config(enum_format=EnumFormat.ENUM))
    assert of_property(made, prop("m", ref("Mixed"))) == '"a"'
    assert of_property(made, prop("m", ref("Mixed"), examples=[1])) == "1"


def test_member_of_an_ambiguous_union_is_written_as_its_model() -> None:
    union = UnionDef(TypeId("Either"), ORIGIN, (ref("Cat"), ref("Dog")))
    made = examples(obj("Cat", prop("name")), obj("Dog", prop("name")), union)
    assert of_property(made, prop("pet", ref("Either"))) == 'models.Cat(\n    name="<value>",\n)'


def test_hidden_global_is_given_to_the_constructor_only_where_it_is_required() -> None:
    def parameter(*, hidden: bool, examples: Sequence[Json] = (), required: bool = False) -> Parameter:
        notes = Notes(examples=tuple(examples))
        return Parameter(
            "p", "tenant_id", Location.HEADER, STR, required, Style.SIMPLE, False, notes=notes, hidden=hidden
        )

    made = examples()
    assert made.global_value(parameter(hidden=False)) is None
    assert made.global_value(parameter(hidden=False, examples=["t1"])) == DataSample("t1")
    assert made.global_value(parameter(hidden=True, examples=["t1"])) is None
    assert made.global_value(parameter(hidden=True, required=True)) == DataSample("<id>")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_free_form_example_is_a_literal_of_the_same_value(value: Json) -> None:
    shown = of_property(examples(), prop("a", AnyType(), examples=[value]))
    assert shown is not None
    assert ast.literal_eval(shown) == value


def test_example_that_does_not_fit_is_reported_once() -> None:
    made = examples(
        obj("#/Pet", prop("#/Pet/age", INT, examples=[1, "old"]), prop("#/Pet/name", examples=["Rex"])),
        obj("#/Pet!input", prop("#/Pet/age", INT, examples=["old"])),
    )
    (problem,) = example_problems(made._api)
    assert (problem.code, problem.pointer, problem.severity) == (
        "example-does-not-fit",
        "#/Pet/age",
        Severity.WARNING,
    )
    assert '"old"' in problem.message
