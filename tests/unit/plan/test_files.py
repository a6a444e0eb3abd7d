"""Which classes share a file under `models/`, and that each is found where old programs look for it."""

from __future__ import annotations

import re
import sys
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.options.model import Config
from sdkwright.plan.models.files import MOST
from sdkwright.view.package import Sdk

from tests.unit.planning import Data, answering, planned


def ref(name: str) -> Data:
    return {"$ref": f"#/components/schemas/{name}"}


def holder(properties: Data, inline: int = 0) -> Data:
    """An object with `inline` objects of its own."""
    own = {f"own_{n}": {"type": "object", "properties": {f"p{n}": {"type": "string"}}} for n in range(inline)}
    return {"type": "object", "properties": {**properties, **own}}


def given_by(sdk: Sdk) -> dict[str, set[str]]:
    """By module under `models/`: the names that can be imported from it."""
    found = {str(m.stem): {str(model.class_name) for model in m.models} for m in sdk.modules}
    for module in (*sdk.modules, *sdk.handing_modules):
        names = found.setdefault(str(module.stem), set())
        names.update(str(name) for export in module.exports for name in export.names)
    return found


def neighbours(sdk: Sdk) -> dict[str, set[str]]:
    """By module: those that it imports."""
    return {str(m.stem): set(re.findall(r"^from \.(\w+) import", "\n".join(m.imports), re.M)) for m in sdk.modules}


LINKS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=9)


@settings(max_examples=25, deadline=None)
@given(LINKS, st.lists(st.integers(0, 2 * MOST + 3), min_size=6, max_size=6), st.integers(0, 2 * MOST + 3))
def test_modules_import_in_no_circle_and_every_class_is_found_in_its_own(
    links: list[tuple[int, int]], sizes: list[int], body: int
) -> None:
    schemas = {
        f"C{n}": holder({f"to_{to}": ref(f"C{to}") for at, to in links if at == n}, size)
        for n, size in enumerate(sizes)
    }
    content = {"application/json": {"schema": holder({"a": ref("C0"), "b": ref("C5")}, body)}}
    told: Data = {
        "operationId": "sendIt",
        "requestBody": {"content": content},
        "responses": {"204": {"description": ""}},
    }
    sdk = planned({"/it": {"post": told}}, schemas).sdk
    list(TopologicalSorter(neighbours(sdk)).static_order())
    defined = [str(model.class_name) for module in sdk.modules for model in module.models]
    assert len(defined) == len(set(defined))
    for module in sdk.modules:
        assert len(module.models) <= MOST or len({str(m.class_name) for m in module.models} & schemas.keys()) > 1
    names = given_by(sdk)
    assert {"SendItRequest", "SendItRequestTypedDict"} <= names["senditop"]
    for n, size in enumerate(sizes):
        if f"C{n}" in defined:
            assert {f"C{n}", f"C{n}TypedDict"} <= names[f"c{n}"]
            assert len(names[f"c{n}"]) >= 2 * (1 + size)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The package of a document in which all cases meet."""
    answers = {
        "200": {"description": "", "content": {"application/json": {"schema": ref("Leaf")}}},
        "404": {"description": "", "content": {"application/json": {"schema": holder({"message": {}})}}},
    }
    barks = {"200": {"description": "", "content": {"application/json": {"schema": holder({"bark": {}})}}}}
    body = {"content": {"application/json": {"schema": holder({"small": ref("Small")}, MOST + 5)}}}
    paths = {
        "/pets": {"post": {"operationId": "create_pet", "requestBody": body, "responses": answers}},
        "/dogs": {"post": {"operationId": "CreatePet", "responses": barks}},
        "/cats": {"get": {"operationId": "listCats", "responses": answers}},
    }
    schemas = {
        "Node": holder({"leaf": ref("Leaf"), "kind": {"enum": ["a", "b"]}}),
        "Leaf": holder({"node": ref("Node"), "other": ref("ListCatsOp")}),
        "ListCatsOp": holder({"small": ref("Small")}),
        "Small": holder({}, 1),
    }
    files = planned(paths, schemas, Config(package_name="filed")).files
    for path, content in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    monkeypatch.syspath_prepend(tmp_path / "src")
    return import_module("filed.models")


def test_every_module_gives_what_old_programs_import_from_it(package: Any) -> None:
    def of(module: str) -> Any:
        return import_module(f"filed.models.{module}")

    for module, name in (
        ("createpetop", "CreatePetRequest"),
        ("createpetop", "CreatePetRequestTypedDict"),
        ("createpetop", "Own24"),
        ("createpetop", "Own9TypedDict"),
        ("createpetop", "NotFoundError"),
        ("node", "Node"),
        ("node", "NodeTypedDict"),
        ("leaf", "Leaf"),
        ("leaf", "LeafTypedDict"),
        ("node", "Kind"),
        ("listcatsop", "ListCatsOp"),
        ("small", "Small"),
    ):
        assert getattr(of(module), name) is getattr(package, name), (module, name)
        assert name in dir(of(module))
    assert package.CreatePetRequest.__module__ == "filed.models.createpetop_2"
    assert package.Node.__module__ == package.Leaf.__module__ == "filed.models.node"
    assert of("createpetop_").__doc__ == "What `acme.create_pet_1()` takes and returns: `POST /dogs`."
    with pytest.raises(AttributeError):
        _ = of("createpetop").Nothing


def test_a_module_says_whose_classes_it_holds() -> None:
    made = answering({"type": "object", "properties": {"a": {"type": "string"}}})
    text = made.text("models/getaop.py")
    assert text.split("\n")[1] == '"""What `a_client.get_a()` takes and returns: `GET /a`."""'
    assert '    """Answer 200 of `a_client.get_a()`."""\n' in text


def taking(operation: str, *, query: int = 1, body: Data = None, tag: str = "pets") -> Data:
    """An operation with arguments."""
    parameters = [{"name": f"q{n}", "in": "query", "schema": {"type": "string"}} for n in range(query)]
    sent = {"requestBody": {"content": {"application/json": {"schema": body}}}} if body else {}
    answers = {"204": {"description": ""}}
    return {"operationId": operation, "tags": [tag], "parameters": parameters, "responses": answers, **sent}


def paths_of(*operations: Data) -> Data:
    """Each at a path of its own."""
    return {f"/{number}": {"post": one} for number, one in enumerate(operations)}


def homes(sdk: Sdk) -> dict[str, str]:
    """By class: the module that defines it."""
    return {str(model.class_name): str(module.stem) for module in sdk.modules for model in module.models}


def test_arguments_that_no_method_takes_as_an_object_stand_aside_group_by_group() -> None:
    body = {"type": "object", "properties": {"size": {"type": "integer"}}}
    alone, beside = taking("findPet"), taking("makePet", body=body)
    sdk = planned(paths_of(alone, beside, taking("findDog", tag="dogs"), taking("ping", tag=""))).sdk
    found = homes(sdk)
    assert found["FindPetRequest"] == found["MakePetRequest"] == "_pets_requests"
    assert found["FindDogRequest"] == "_dogs_requests"
    assert found["MakePetRequestBody"] == "makepetop"
    (aside,) = (module for module in sdk.modules if module.stem == "_pets_requests")
    assert str(aside.docstring).startswith('"""The arguments of methods of `a_client.pets` as objects')
    assert not aside.exports


@pytest.mark.parametrize("options", [{"max_method_params": 1}, {"max_method_params": 1, "flatten_requests": False}])
def test_arguments_that_a_method_takes_as_an_object_stand_with_the_operation(options: Data) -> None:
    found = homes(planned(paths_of(taking("findPet", query=2)), config=Config(**options)).sdk)
    taken = not options.get("flatten_requests", True)
    assert found["FindPetRequest"] == ("findpetop" if taken else "_pets_requests")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), min_size=1, max_size=2 * MOST + 5))
def test_wherever_arguments_stand_their_operation_has_them(told: list[tuple[str, bool]]) -> None:
    body = {"type": "object", "properties": {"size": {"enum": ["s", "m"]}}}
    each = [taking(f"op{n}", tag=tag, body=body if has_body else None) for n, (tag, has_body) in enumerate(told)]
    sdk = planned(paths_of(*each)).sdk
    list(TopologicalSorter(neighbours(sdk)).static_order())
    assert all(len(module.models) <= MOST for module in sdk.modules)
    stems = [str(module.stem) for module in (*sdk.modules, *sdk.handing_modules)]
    assert len(stems) == len(set(stems))
    names, found = given_by(sdk), homes(sdk)
    for number, (tag, _) in enumerate(told):
        assert found[f"Op{number}Request"].startswith(f"_{tag}_requests")
        assert {f"Op{number}Request", f"Op{number}RequestTypedDict"} <= names[f"op{number}op"]


def test_an_object_of_arguments_is_loaded_by_who_asks_for_it_alone_and_is_a_model_like_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer"}}}
    paths = paths_of(taking("findCow"), taking("makeCow", body=body))
    files = planned(paths, config=Config(package_name="stood")).files
    for path, content in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    monkeypatch.syspath_prepend(tmp_path / "src")
    models, beside = import_module("stood.models"), import_module("stood.models.makecowop")
    assert "stood.models._pets_requests" not in sys.modules
    alone = import_module("stood.models.findcowop")
    assert alone.FindCowRequest is models.FindCowRequest
    assert alone.FindCowRequestTypedDict is models.FindCowRequestTypedDict
    assert beside.MakeCowRequest is models.MakeCowRequest
    assert models.FindCowRequest(q0="a").model_dump() == {"q0": "a"}
    made = models.MakeCowRequest(q0=None, request_body=models.MakeCowRequestBody(size=3))
    assert models.MakeCowRequest.model_validate_json(made.model_dump_json(by_alias=True)) == made
    with pytest.raises(ValidationError):
        models.MakeCowRequest(request_body={"size": "large"})
