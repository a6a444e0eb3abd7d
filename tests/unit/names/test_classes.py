"""The names of classes: the ladder, who takes a name from whom, and the resolution since February 2025."""

from __future__ import annotations

import pytest
from sdkwright.frozen import replace
from sdkwright.names.classes.plurals import singular
from sdkwright.options.formats import Format
from sdkwright.options.model import Config

from tests.unit.naming import ANSWER, NEW, OLD, answering, answers, body, enum, named, obj, operation, ref


def test_a_component_is_called_like_its_key() -> None:
    found = answering(ref("hono_api-error"), {"hono_api-error": {**obj(), "title": "Something else"}})
    assert found.at("#/components/schemas/hono_api-error") == "HonoAPIError"


@pytest.mark.parametrize("config", [OLD, NEW])
def test_a_whole_name_of_one_word_in_capitals_is_written_as_any_other_word(config: Config) -> None:
    found = answering(obj(AND=obj(), URL=obj()), config=config)
    assert found.at(f"{ANSWER}/properties/AND") == "And"
    assert found.at(f"{ANSWER}/properties/URL") == "URL"
    assert answering(ref("LLM"), {"LLM": obj()}, config).at("#/components/schemas/LLM") == "Llm"


def test_a_word_in_capitals_within_a_name_stays() -> None:
    found = answering(ref("Pet"), {"Pet": obj(AND=obj(), other=ref("And")), "And": obj()})
    assert found.at("#/components/schemas/Pet/properties/AND") == "PetAND"


def test_an_inline_class_is_called_like_its_title_else_like_its_property() -> None:
    found = answering(obj(first={**obj(), "title": "The one"}, second_one=obj()))
    assert found.at(f"{ANSWER}/properties/first") == "TheOne"
    assert found.at(f"{ANSWER}/properties/second_one") == "SecondOne"


def test_items_and_values_take_the_name_of_the_property() -> None:
    values = {"type": "object", "additionalProperties": obj()}
    found = answering(obj(tags={"type": "array", "items": obj()}, prices=values))
    assert found.at(f"{ANSWER}/properties/tags/items") == "Tags"
    assert found.at(f"{ANSWER}/properties/prices/additionalProperties") == "Prices"


def test_items_have_a_name_of_their_own_without_class_names_for_array_fields() -> None:
    config = replace(OLD, class_names_for_array_fields=False)
    found = answering(obj(tags={"type": "array", "items": obj()}), config=config)
    assert found.at(f"{ANSWER}/properties/tags/items") == "TagsItem"


def test_members_are_numbered_and_spelled_at_the_start_only() -> None:
    found = answering(
        obj(value={"oneOf": [obj(a=enum("x")), obj(b=enum("y"))]}, other={"oneOf": [obj(), obj(c=enum())]})
    )
    assert found.at(f"{ANSWER}/properties/value") == "Value"
    assert found.at(f"{ANSWER}/properties/value/oneOf/0") == "One"
    assert found.at(f"{ANSWER}/properties/value/oneOf/1") == "Two"
    assert found.at(f"{ANSWER}/properties/other/oneOf/0") == "Other1"


def test_bodies_and_answers_are_called_like_their_operation() -> None:
    paths = {
        "/a": {
            "post": operation(
                "DoIt",
                tags=["Things"],
                parameters=[{"name": "q", "in": "query", "schema": {"type": "string"}}],
                requestBody=body(obj(a={"type": "string"})),
                responses=answers(_200=obj(b={"type": "string"}), _404=obj(c={"type": "string"})),
            )
        }
    }
    found = named({"paths": paths})
    assert found.classes == {"DoItRequest", "DoItRequestBody", "DoItResponseBody", "DoItThingsResponseBody"}


def test_an_operation_without_id_is_called_like_its_method_and_path() -> None:
    paths = {"/v2/traces/count": {"post": operation(None, responses=answers(_200=obj()))}}
    assert named({"paths": paths}).classes == {"PostV2TracesCountResponseBody"}


def test_a_taken_name_grows_by_operation_and_place() -> None:
    status = obj(status=enum("a"), inner=obj(status=enum("b"), deeper=obj(status=enum("c"))))
    found = answering(status)
    assert found.at(f"{ANSWER}/properties/status") == "Status"
    assert found.at(f"{ANSWER}/properties/inner/properties/status") == "GetAStatus"
    assert found.at(f"{ANSWER}/properties/inner/properties/deeper/properties/status") == "GetAResponseStatus"


def test_a_taken_name_grows_by_its_union_first() -> None:
    found = answering(obj(type=enum("t"), value={"oneOf": [obj(type=enum("a")), obj(type=enum("b"))]}))
    assert found.at(f"{ANSWER}/properties/value/oneOf/0/properties/type") == "ValueType"
    assert found.at(f"{ANSWER}/properties/value/oneOf/1/properties/type") == "GetAValueType"


def test_the_whole_body_as_union_is_left_out_of_the_place() -> None:
    union = {"oneOf": [obj(type=enum(str(i)), **{f"p{i}": {"type": "string"}}) for i in range(5)]}
    found = named({"paths": {"/a": {"post": operation("Do", requestBody=body(union))}}})
    at = "#/paths/~1a/post/requestBody/content/application~1json/schema"
    names = [found.at(f"{at}/oneOf/{i}/properties/type") for i in range(5)]
    assert names == [
        "Type",
        "RequestBodyType",
        "DoRequestBodyType",
        "DoRequestBodyRequestType",
        "DoRequestBodyRequest5Type",
    ]


def test_parameters_take_names_from_bodies_and_bodies_from_answers() -> None:
    status = {"name": "status", "in": "query", "schema": enum("p")}
    paths = {
        "/a": {"get": operation("GetA", responses=answers(_200=obj(status=enum("r"))))},
        "/b": {"post": operation("PostB", requestBody=body(obj(status=enum("b"))))},
        "/c": {"get": operation("GetC", parameters=[status])},
        "/d": {"get": operation("GetD", parameters=[{**status, "schema": enum("q")}])},
    }
    found = named({"paths": paths})
    assert found.at("#/paths/~1c/get/parameters/0/schema") == "Status"
    assert found.at("#/paths/~1d/get/parameters/0/schema") == "QueryParamStatus"
    assert found.at("#/paths/~1b/post/requestBody/content/application~1json/schema/properties/status") == "PostBStatus"
    assert found.at(f"{ANSWER}/properties/status") == "GetAStatus"


def test_who_loses_a_name_comes_after_those_who_kept_theirs() -> None:
    """The first of three members loses the short name to a later body, and then finds the next ones taken."""
    union = {"oneOf": [obj(status=enum("a")), obj(status=enum("b"), b=obj()), obj(status=enum("c"), c=obj())]}
    paths = {
        "/a": {"get": operation("GetA", responses=answers(_200=obj(data=union)))},
        "/b": {"post": operation("PostB", requestBody=body(obj(status=enum("d"))))},
    }
    found = named({"paths": paths})
    names = [found.at(f"{ANSWER}/properties/data/oneOf/{i}/properties/status") for i in range(3)]
    assert names == ["GetADataResponseStatus", "DataStatus", "GetADataStatus"]


def test_the_shallower_takes_a_name_from_the_deeper_in_answers_but_not_in_requests() -> None:
    schema = obj(inner=obj(kind=enum("deep")), kind=enum("shallow"))
    found = answering(schema)
    assert found.at(f"{ANSWER}/properties/kind") == "Kind"
    assert found.at(f"{ANSWER}/properties/inner/properties/kind") == "GetAKind"
    sent = named({"paths": {"/a": {"post": operation("Do", requestBody=body(schema))}}})
    at = "#/paths/~1a/post/requestBody/content/application~1json/schema"
    assert sent.at(f"{at}/properties/inner/properties/kind") == "Kind"
    assert sent.at(f"{at}/properties/kind") == "DoKind"


def test_a_choice_beside_null_takes_a_name_from_what_may_not_be_null() -> None:
    schemas = {
        "A": obj(meta=obj()),
        "B": obj(meta={"anyOf": [obj(), {"type": "null"}]}),
        "C": obj(meta={"anyOf": [obj(), {"type": "null"}]}),
    }
    found = answering(obj(a=ref("A"), b=ref("B"), c=ref("C")), schemas)
    assert found.at("#/components/schemas/A/properties/meta") == "AMeta"
    assert found.at("#/components/schemas/B/properties/meta/anyOf/0") == "Meta"
    assert found.at("#/components/schemas/C/properties/meta/anyOf/0") == "CMeta"


def test_what_runs_out_of_names_is_numbered_the_last_one_first() -> None:
    """The members of the outer `kinds` find all names of their place taken by those of the inner ones."""
    kinds = {"anyOf": [enum("a", "b"), enum("c", "d"), enum("e", "f")]}
    filters = [obj(options=obj(kinds=kinds), kinds=kinds, **{f"p{i}": enum(str(i))}) for i in range(4)]
    schema = obj(filters={"oneOf": filters})
    found = named({"paths": {"/a": {"post": operation("Do", requestBody=body(schema))}}})
    at = "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/filters/oneOf/3/properties"
    inner = [found.at(f"{at}/options/properties/kinds/anyOf/{i}") for i in range(3)]
    outer = [found.at(f"{at}/kinds/anyOf/{i}") for i in range(3)]
    assert inner == [f"DoKindsRequestRequestBodyFilters4{i}" for i in (1, 2, 3)]
    assert outer == [f"DoKindsRequestRequestBodyFilters4{i}" for i in (6, 5, 4)]


def test_a_class_of_the_sdk_is_left_to_it() -> None:
    paths = {"/a": {"get": operation("GetA", tags=["Sessions"], responses=answers(_200=obj(sessions=obj())))}}
    found = named({"paths": paths})
    assert found.at(f"{ANSWER}/properties/sessions") == "GetASessions"


@pytest.mark.parametrize("key", ["APIError", "TError", "ResponseValidationError", "BaseModel", "none", "True"])
def test_fixed_names_are_not_given_to_models(key: str) -> None:
    found = answering(ref(key), {key: obj()})
    assert found.at(f"#/components/schemas/{key}").endswith("Model")


@pytest.mark.parametrize("key", ["List", "Optional", "datetime", "str", "Field", "Any", "Union", "self", "type"])
def test_a_model_may_be_called_like_what_modules_import(key: str) -> None:
    found = answering(ref(key), {key: obj()})
    assert found.at(f"#/components/schemas/{key}") == key[0].upper() + key[1:]


def test_classes_differ_without_regard_to_case() -> None:
    found = answering(
        obj(a=ref("foo_bar"), b=ref("FooBar"), c=ref("Foobar")), {k: obj() for k in ("foo_bar", "FooBar", "Foobar")}
    )
    names = [found.at(f"#/components/schemas/{key}") for key in ("foo_bar", "FooBar", "Foobar")]
    assert names == ["FooBar", "FooBarModel", "FoobarModel1"]


def test_an_override_names_the_class() -> None:
    found = answering(ref("Pet"), {"Pet": {**obj(), "x-speakeasy-name-override": "animal"}})
    assert found.at("#/components/schemas/Pet") == "Animal"


def test_a_long_name_is_cut_and_told_apart_by_a_hash() -> None:
    keys = [f"{'long_' * 40}{end}" for end in "ab"]
    found = answering(obj(**{f"p{i}": ref(key) for i, key in enumerate(keys)}), {key: obj() for key in keys})
    names = [found.at(f"#/components/schemas/{key}") for key in keys]
    assert all(len(name) <= 120 and name.isidentifier() for name in names)
    assert names[0] != names[1]


def test_an_error_is_an_exception_with_data() -> None:
    paths = {"/a": {"get": operation("GetA", responses=answers(_404=ref("HonoApiError")))}}
    found = named({"paths": paths, "components": {"schemas": {"HonoApiError": obj(message={"type": "string"})}}})
    assert found.classes == {"HonoAPIError"}
    assert set(found.names.error_data.values()) == {"HonoAPIErrorData"}
    assert set(found.names.typed_dicts.values()) == {"HonoAPIErrorDataTypedDict"}
    assert set(found.names.stems.values()) == {"honoapierror"}


def test_twins_give_way_to_components() -> None:
    found = answering(obj(a=ref("Foo"), b=ref("FooTypedDict")), {"Foo": obj(), "FooTypedDict": obj()})
    twins = {str(k): v for k, v in found.names.typed_dicts.items()}
    assert twins["#/components/schemas/Foo"] == "FooTypedDict1"


@pytest.mark.parametrize(("key", "stem"), [("Format", "format_"), ("Usage", "usage"), ("名前", "u540du524d")])
def test_stems_are_plain_file_names(key: str, stem: str) -> None:
    found = answering(ref(key), {key: obj()})
    assert {str(k): v for k, v in found.names.stems.items()}[f"#/components/schemas/{key}"] == stem


def test_no_stem_is_a_device_of_windows() -> None:
    found = answering(ref("Con"), {"Con": obj()})
    assert "con" not in found.names.stems.values()


def test_input_and_output_have_their_suffixes() -> None:
    pet = obj(
        id={"type": "string", "readOnly": True}, name={"type": "string"}, pin={"type": "string", "writeOnly": True}
    )
    op = operation("Do", requestBody=body(ref("Pet")), responses=answers(_200=ref("Pet")))
    config = replace(OLD, input_model_suffix="in", output_model_suffix="out")
    found = named({"paths": {"/a": {"post": op}}, "components": {"schemas": {"Pet": pet}}}, config)
    assert found.classes == {"PetIn", "PetOut"}


# ------------------------------------------------------------------------------------------------- since February 2025


@pytest.mark.parametrize(("format", "name"), [((2, 506), "SendNoteInput"), ((2, 556), "SendThingsNote")])
def test_what_a_request_does_not_see_whole_is_input_in_old_formats_where_its_name_is_taken(
    format: Format, name: str
) -> None:
    note = obj(id={"type": "string", "readOnly": True}, text={"type": "string"})
    sent = obj(note=note, more=obj(note=note), also=obj(note=note))
    paths = {"/a": {"post": operation("Send", tags=["Things"], requestBody=body(sent))}}
    found = named({"paths": paths}, replace(OLD, format=format))
    assert found.classes == {"SendRequestBody", "More", "Also", "Note", "SendNote", name}


def test_a_name_that_several_want_is_given_to_none() -> None:
    schemas = {"ActivityEvent": obj(action=enum("a")), "Result": obj(action=enum("b"), only=enum("c"))}
    found = answering(obj(e=ref("ActivityEvent"), r=ref("Result")), schemas, NEW)
    assert found.classes >= {"ActivityEventAction", "ResultAction", "Only"}
    assert "Action" not in found.classes


def test_a_name_grows_until_it_differs() -> None:
    schemas = {key: obj(inner=obj(kind=enum(key)), kind=enum(f"{key}s")) for key in ("First", "Second")}
    found = answering(obj(f=ref("First"), s=ref("Second")), schemas, NEW)
    assert found.classes >= {
        "FirstInner",
        "SecondInner",
        "FirstKind",
        "FirstInnerKind",
        "SecondKind",
        "SecondInnerKind",
    }


def test_items_are_called_by_the_singular() -> None:
    found = answering(obj(categories={"type": "array", "items": obj()}), config=NEW)
    assert found.at(f"{ANSWER}/properties/categories/items") == "Category"


def test_items_whose_singular_is_a_component_are_numbered() -> None:
    pet = obj(owners={"type": "array", "items": obj(name=obj())})
    schemas = {"Pet": pet, "PetOwner": obj(a=obj()), "Owner": obj()}
    found = answering(obj(pet=ref("Pet"), one=ref("PetOwner"), other=ref("Owner")), schemas, NEW)
    assert found.at("#/components/schemas/Pet/properties/owners/items") == "PetOwner1"


def test_a_union_lends_its_name_to_its_members() -> None:
    schemas = {"DocumentSpec": {"oneOf": [obj(a=enum("x", "y")), obj(b=enum("z", "w"))]}}
    found = answering(ref("DocumentSpec"), schemas, NEW)
    assert found.classes >= {"DocumentSpecUnion", "DocumentSpec1", "DocumentSpec2"}
    assert "DocumentSpec" not in found.classes


def test_what_is_inside_of_a_member_has_the_component_in_front_and_then_its_number() -> None:
    choice = {"oneOf": [obj(kind=enum("a")), obj(size=enum("b"))]}
    schemas = {"Pet": choice, "Owner": obj(kind=enum("c"))}
    one = answering(obj(pet=ref("Pet"), owner=ref("Owner")), schemas, NEW)
    assert one.at("#/components/schemas/Pet/oneOf/0/properties/kind") == "PetKind"
    assert one.at("#/components/schemas/Pet/oneOf/1/properties/size") == "Size"
    twice = {"oneOf": [obj(kind=enum("a")), obj(kind=enum("b"))]}
    two = answering(ref("Pet"), {"Pet": twice}, NEW)
    assert two.at("#/components/schemas/Pet/oneOf/1/properties/kind") == "Pet2Kind"


def test_titled_members_leave_the_union_its_name() -> None:
    members = [{**obj(a=enum("x", "y")), "title": "Cat"}, {**obj(b=enum("z", "w")), "title": "Dog"}]
    found = answering(ref("Pet"), {"Pet": {"oneOf": members}}, NEW)
    assert found.classes >= {"Pet", "Cat", "Dog"}


def test_the_request_class_gives_way_to_a_component() -> None:
    parameter = {"name": "q", "in": "query", "schema": {"type": "string"}}
    op = operation("Search", parameters=[parameter], requestBody=body(ref("SearchRequest")))
    schemas = {"SearchRequest": obj(a={"type": "string"})}
    found = named({"paths": {"/a": {"post": op}}, "components": {"schemas": schemas}}, NEW)
    assert found.classes == {"SearchRequest", "SearchRequestRequest"}


def test_a_union_that_a_request_class_is_called_like_keeps_its_name() -> None:
    parameter = {"name": "q", "in": "query", "schema": {"type": "string"}}
    op = operation("search", parameters=[parameter], requestBody=body(ref("SearchRequest")))
    schemas = {"SearchRequest": {"oneOf": [ref("Word"), obj(a={"type": "string"})]}, "Word": obj()}
    found = named({"paths": {"/a": {"post": op}}, "components": {"schemas": schemas}}, NEW)
    assert found.classes == {"SearchRequest", "SearchRequest1", "Word", "SearchRequestRequest"}


def test_new_names_do_not_depend_on_the_order_of_the_document() -> None:
    schemas = {f"C{i}": obj(status=enum(str(i)), kind=obj(status=enum(f"k{i}"))) for i in range(4)}
    there = answering(obj(**{k: ref(k) for k in schemas}), schemas, NEW)
    back = dict(reversed(schemas.items()))
    again = answering(obj(**{k: ref(k) for k in back}), back, NEW)
    assert dict(there.names.classes) == dict(again.names.classes)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("Facets", "Facet"),
        ("Categories", "Category"),
        ("Addresses", "Address"),
        ("Batches", "Batch"),
        ("Caches", "Cache"),
        ("Boxes", "Box"),
        ("Statuses", "Status"),
        ("Responses", "Response"),
        ("Causes", "Cause"),
        ("Cookies", "Cookie"),
        ("Children", "Child"),
        ("OldPeople", "OldPerson"),
        ("Indices", "Index"),
        ("UserIDs", "UserID"),
        ("APIs", "API"),
        ("Apis", "API"),
        ("ImageUrls", "ImageURL"),
        ("Schemas", "Schema"),
        ("Status", "Status"),
        ("Analysis", "Analysis"),
        ("Series", "Series"),
        ("Dns", "Dns"),
        ("Access", "Access"),
        ("Data", "Data"),
        ("Steps2", "Steps2"),
        ("", ""),
    ],
)
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural) == one
