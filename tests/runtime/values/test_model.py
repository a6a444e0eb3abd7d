"""The rules of models: names, null and unset, direction, defaults, strictness, secrets."""

import copy
import importlib
import json
import pickle
import subprocess
import sys
import threading
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from sdkwright.runtime.model import PRESET, UNSET, BaseModel, OptionalNullable, SecurityModel, wire_default
from sdkwright.runtime.values.codec import codec

from runtime import rendered
from runtime.rendered import Billing, Document, Folder, Labels


def sent(model: BaseModel) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(codec(type(model)).write(model)))


# ------------------------------------------------------------------------------------------------ null, unset, absent


def test_only_what_was_set_is_sent() -> None:
    assert sent(Folder(id="1", owner="me")) == {"kind": "folder", "_id": "1", "owner": "me"}


def test_defaults_are_read_and_not_sent() -> None:
    folder = codec(Folder).read(b'{"kind":"folder","_id":"1","owner":null}')
    assert folder.limit == 50
    assert folder.tags == ["new"]
    assert folder.model_fields_set == {"kind", "id", "owner"}
    assert "limit" not in sent(folder)
    assert "tags" not in sent(folder)


def test_an_explicit_none_is_null_where_that_is_a_value() -> None:
    assert sent(Folder(id="1", owner=None, project_id=None))["projectId"] is None
    assert sent(Folder(id="1", owner=None))["owner"] is None


def test_an_explicit_none_is_left_out_where_it_only_says_nothing() -> None:
    assert sent(Folder(id="1", owner="o", size=None, limit=None)) == {"kind": "folder", "_id": "1", "owner": "o"}


def test_unset_is_left_out() -> None:
    folder = Folder(id="1", owner="o", project_id=UNSET, billing=UNSET)
    assert "projectId" not in sent(folder)
    assert "project_id" not in folder.model_dump()
    assert b"project" not in folder.model_dump_json().encode()


def test_none_and_unset_of_dictionaries_follow_the_same_rules() -> None:
    value = {"id": "1", "owner": "o", "limit": None, "project_id": None, "billing": UNSET}
    assert sent(codec(Folder).accept(value)) == {"kind": "folder", "_id": "1", "owner": "o", "projectId": None}


class Late(BaseModel):
    first: OptionalNullable[str] = "x"


def test_an_optional_nullable_field_with_a_default() -> None:
    assert codec(Late).read(b"{}").first == "x"
    assert sent(Late()) == {}
    assert sent(Late(first=None)) == {"first": None}
    assert sent(Late(first=UNSET)) == {}


def test_required_single_values_are_always_sent() -> None:
    assert sent(Document()) == {"kind": "document"}
    nested = codec(Folder).accept({"id": "1", "owner": None, "children": [{"type_": "document"}]})
    assert sent(nested)["childNodes"] == [{"kind": "document"}]
    by_dict = codec(Document).accept({"parent": {"id": "1", "owner": None}})
    assert sent(by_dict)["parent"]["kind"] == "folder"


class Preset(BaseModel):
    """Required fields with a default: plain, nullable, null, and one that is made anew."""

    name: Annotated[str | None, Field(alias="wire-name"), PRESET] = "x"
    nullable: Annotated[OptionalNullable[str], PRESET] = "y"
    null: Annotated[OptionalNullable[str], PRESET] = None
    tags: Annotated[list[str] | None, PRESET] = Field(default_factory=lambda: ["a"])
    other: str | None = "the server's"


FILLED = {"wire-name": "x", "nullable": "y", "null": None, "tags": ["a"]}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, FILLED),
        ({"name": None, "tags": None, "nullable": UNSET, "null": UNSET}, FILLED),
        ({"wire-name": None, "nullable": None}, FILLED | {"nullable": None}),
        ({"wire-name": "z", "null": "n", "tags": []}, FILLED | {"wire-name": "z", "null": "n", "tags": []}),
        ({"name": "z"}, FILLED | {"wire-name": "z"}),
    ],
)
def test_the_default_of_a_required_field_is_the_callers_to_send(given: Any, expected: Any) -> None:
    assert sent(Preset(**given)) == expected
    assert sent(codec(Preset).accept(given)) == expected


@pytest.mark.parametrize("model", [Preset, Document])
def test_what_the_server_left_out_is_never_sent_back(model: type[BaseModel]) -> None:
    for read in (codec(model).read(b"{}"), codec(model).read_data({})):
        assert read.model_fields_set == set()
        assert sent(read) == {}


def test_a_changed_field_is_sent() -> None:
    document = Document()
    document.secret = "s"
    assert sent(document) == {"kind": "document", "secret": "s"}


# ---------------------------------------------------------------------------------------------------------- direction


def test_names_and_aliases_are_both_accepted() -> None:
    assert codec(Folder).accept({"_id": "1", "owner": None}) == Folder(id="1", owner=None)


def test_the_server_is_read_by_its_own_names() -> None:
    with pytest.raises(ValidationError):
        codec(Folder).read(b'{"kind":"folder","id":"1","owner":null}')


def test_unknown_response_fields_are_kept_out_of_the_way() -> None:
    leaf = codec(rendered.Leaf).read(b'{"url":"u","copy":1,"model_dump":2}')
    assert sent(leaf) == {"url": "u"}
    assert leaf.model_extra == {"copy": 1, "model_dump": 2}
    assert leaf.model_dump() == {"url": "u"}
    document = codec(Document).read(b'{"kind":"document","copy":1,"secret":"s","colour":"red"}')
    assert not hasattr(document, "colour")
    assert document == Document(secret="s")
    assert sent(document) == {"kind": "document", "secret": "s"}
    assert callable(document.copy)
    assert repr(document) == "Document(type_='document')"


@pytest.mark.parametrize(
    "fields",
    [{"id": 1}, {"limit": "5"}, {"tags": "a"}, {"tags": [1]}, {"size": "huge"}, {"projectid": "x"}, {"owner": 5}],
)
def test_the_caller_is_checked_strictly(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Folder(**{"id": "1", "owner": None, **fields})
    with pytest.raises(ValidationError):
        codec(Folder).accept({"id": "1", "owner": None, **fields})


def test_any_sequence_of_the_caller_will_do_but_no_text_and_no_other_items() -> None:
    folder = codec(Folder).accept({"id": "1", "owner": "o", "tags": ("a", "b")})
    assert folder.tags == ["a", "b"]
    for tags in ("ab", {"a": "b"}, (1,)):
        with pytest.raises(ValidationError):
            codec(Folder).accept({"id": "1", "owner": "o", "tags": tags})


def test_the_server_is_read_leniently() -> None:
    billing = codec(Billing).read(b'{"total":"1.5","currency":"eur","reference":12}')
    assert billing.total == Decimal("1.5")
    assert billing.reference == 12


def test_a_field_that_was_changed_to_something_else_is_not_sent() -> None:
    folder = Folder(id="1", owner=None)
    folder.limit = cast("Any", "hunter2")
    with pytest.raises(ValueError, match="limit") as error:
        codec(Folder).write(folder)
    assert "hunter2" not in str(error.value)
    folder = Folder(id="1", owner=None)
    folder.size = cast("Any", "huge")
    with pytest.raises(ValueError, match="size"):
        codec(Folder).write(folder)


# ----------------------------------------------------------------------------------------------- further properties


@given(st.dictionaries(st.text(min_size=1).filter(lambda key: key not in {"name", "self"}), st.integers()))
def test_typed_further_properties_are_accessible_and_sent(extra: dict[str, int]) -> None:
    labels = codec(Labels).read(json.dumps({"name": "n", **extra}))
    assert labels.additional_properties == extra
    assert sent(labels) == {"name": "n", **extra}
    assert sent(codec(Labels).accept({**extra})) == extra


def test_further_properties_have_their_type() -> None:
    with pytest.raises(ValidationError):
        codec(Labels).accept({"a": "b"})
    with pytest.raises(ValidationError):
        codec(Labels).read(b'{"a":"b"}')
    labels = Labels()
    labels.additional_properties["a"] = 1
    assert sent(labels) == {"a": 1}
    assert Labels.model_construct().additional_properties == {}


def test_further_properties_deep_inside_are_kept_too() -> None:
    document = codec(Document).read(b'{"kind":"document","labels":{"a":1}}')
    assert document.labels is not None
    assert document.labels.additional_properties == {"a": 1}
    assert sent(document)["labels"] == {"a": 1}


# ------------------------------------------------------------------------------------------------------------ secrets


class Security(SecurityModel):
    api_key: str | None = None


def test_repr_shows_what_was_set_and_no_secret() -> None:
    assert repr(Document(secret="hunter2")) == "Document(type_='document')"
    assert "hunter2" not in str(Document(secret="hunter2"))
    assert repr(Folder(id="1", owner=None, project_id=UNSET)) == "Folder(kind='folder', id='1', owner=None)"
    assert repr(Labels(name="n")) == "Labels(name='n')"


def test_security_models_show_nothing_and_do_not_pickle() -> None:
    security = Security(api_key="hunter2")
    assert repr(security) == "Security()"
    with pytest.raises(TypeError, match="does not pickle"):
        pickle.dumps(security)
    assert copy.deepcopy(security).api_key == "hunter2"


def test_errors_about_the_callers_values_do_not_show_them() -> None:
    with pytest.raises(ValidationError) as error:
        Security(api_key=cast("Any", ["hunter2"]))
    assert "hunter2" not in str(error.value)


# -------------------------------------------------------------------------------------------------- classes and modules


def test_classes_called_like_what_annotations_need() -> None:
    model = rendered.Optional(str="a", items=[rendered.List(list=["b"])])
    assert sent(model) == {"str": "a", "items": [{"list": ["b"]}]}
    assert codec(rendered.Optional).read(codec(rendered.Optional).write(model)) == model


def test_names_are_found_in_the_module_alone() -> None:
    Folder_ = Node = None  # noqa: N806, F841 - what the caller's frame is full of
    assert Folder(id="1", owner=None, children=[]).children == []


def test_a_missing_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Foldr"):
        _ = rendered.Foldr  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # the point


def test_classes_are_completed_on_first_use_by_any_thread() -> None:
    code = """
import threading
from tests.runtime.rendered import Folder, Document
barrier = threading.Barrier(8)
failures = []
def use():
    barrier.wait()
    try:
        Folder(id="1", owner=None, children=[Document()])
    except BaseException as error:
        failures.append(error)
threads = [threading.Thread(target=use) for _ in range(8)]
[t.start() for t in threads]; [t.join() for t in threads]
assert not failures, failures
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_codecs_are_made_once_for_all_threads() -> None:
    class Fresh(BaseModel):
        a: int | None = None

    barrier = threading.Barrier(6)
    made: list[Any] = []

    def use() -> None:
        barrier.wait()
        made.append(codec(Fresh))

    threads = [threading.Thread(target=use) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6
    assert len(set(map(id, made))) == 1


def test_models_copy_and_pickle() -> None:
    folder = codec(Folder).read(b'{"kind":"folder","_id":"1","owner":null,"size":"huge","childNodes":[{"kind":"x"}]}')
    for again in (pickle.loads(pickle.dumps(folder)), copy.deepcopy(folder), folder.model_copy(deep=True)):
        assert again == folder
        assert codec(Folder).write(again) == codec(Folder).write(folder)


def test_every_rendered_name_is_there() -> None:
    module = importlib.import_module("tests.runtime.rendered")
    for name in rendered.__all__:
        assert getattr(module, name) is not None


def test_days_and_moments_keep_their_kinds() -> None:
    document = Document(day=date(2025, 1, 2), created_at=datetime(2025, 1, 2, tzinfo=UTC), due="soon")
    assert sent(document) == {
        "kind": "document",
        "day": "2025-01-02",
        "created_at": "2025-01-02T00:00:00Z",
        "due": "soon",
    }
    for other in (1735776000, date(2025, 1, 2), "1735776000", "tomorrow"):
        with pytest.raises(ValidationError, match="valid datetime"):
            Document(created_at=cast("Any", other))


class Hidden(BaseModel):
    token: str | None = Field(default=None, repr=False)


def test_a_hidden_field_is_sent() -> None:
    assert sent(Hidden(token="t")) == {"token": "t"}


def test_defaults_without_a_literal_are_read_as_answers_are() -> None:
    class Day(BaseModel):
        at: datetime = Field(default_factory=wire_default(lambda: datetime, '"2025-04-20T01:02:03Z"'))
        tags: list[str] = Field(default_factory=wire_default(lambda: list[str], '["a"]'))

    read = codec(Day).read("{}")
    assert read.at == datetime(2025, 4, 20, 1, 2, 3, tzinfo=UTC)
    assert read.model_fields_set == set()
    read.tags.append("b")
    assert codec(Day).read("{}").tags == ["a"], "each has its own"
    assert codec(Day).write(read) == b"{}"
