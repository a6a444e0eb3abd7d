"""Which operations the options choose: by tags and by paths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.frozen import replace
from sdkwright.names import allot
from sdkwright.normalise import normalise, within
from sdkwright.normalise.subset import Place, Subset
from sdkwright.openapi.document import load
from sdkwright.options.model import Config
from sdkwright.options.read import load_options

from tests.unit.normalised import OK, document

ROOT = Path(__file__).parents[3]
PETS, PET, ORDERS = Place("/v1/pets", ("pets",)), Place("/v1/pets/{id}", ("pets", "one")), Place("/v2/orders", ())


@pytest.mark.parametrize(
    ("options", "chosen"),
    [
        ({}, [PETS, PET, ORDERS]),
        ({"include_tags": ("pets",)}, [PETS, PET]),
        ({"include_tags": ("one", "none")}, [PET]),
        ({"exclude_tags": ("one",)}, [PETS, ORDERS]),
        ({"include_tags": ("pets",), "exclude_tags": ("one",)}, [PETS]),
        ({"include_paths": ("/v1/pets",)}, [PETS, PET]),
        ({"include_paths": ("/v1/pet",)}, []),
        ({"include_paths": ("/*/orders",)}, [ORDERS]),
        ({"include_paths": ("/*",)}, [PETS, PET, ORDERS]),
        ({"include_paths": ("/**/{id}",)}, [PET]),
        ({"include_paths": ("/v2/",), "include_tags": ("one",)}, [PET, ORDERS]),
        ({"exclude_paths": ("/v1",)}, [ORDERS]),
        ({"exclude_paths": ("/",)}, []),
    ],
)
def test_tags_and_paths_choose(options: dict[str, Any], chosen: list[Place]) -> None:
    subset = Subset(Config(**options))
    assert [place for place in (PETS, PET, ORDERS) if subset.has(place)] == chosen


@given(st.text(min_size=1), st.text())
def test_a_path_fits_itself_and_all_below_it(path: str, below: str) -> None:
    wanted = f"/{path}"
    subset = Subset(Config(include_paths=(wanted,)))
    if "*" not in path and path.strip("/") and "\n" not in path:
        assert subset.has(Place(wanted.rstrip("/"), ()))
        assert subset.has(Place(f"{wanted.rstrip('/')}/x", ()))
    subset.has(Place(below, ()))


def test_what_fits_nothing_is_told() -> None:
    paths = {"/a": {"get": {"operationId": "getA", "tags": ["pets"], **OK}}}
    config = Config(exclude_tags=("pet",), exclude_paths=("/b", "/c/*"))
    result = document(paths, config=config)
    assert [one.code for one in result.problems] == ["subset", "subset"]
    assert result.problems[0].remedy == 'Did you mean "pets"?'
    assert '"/b", "/c/*"' in result.problems[1].message
    assert [one.pointer for one in result.problems] == ["#/tags", "#/paths"]


def schema(name: str) -> dict[str, Any]:
    return {"responses": {"200": {"description": "", "content": {"application/json": {"schema": reference(name)}}}}}


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def test_only_what_the_chosen_need_is_left() -> None:
    schemas = {
        "Pet": {"type": "object", "properties": {"kind": reference("Kind")}},
        "Kind": {"type": "string", "enum": ["cat"]},
        "Order": {
            "type": "object",
            "properties": {"pet": reference("Pet"), "line": {"type": "object", "properties": {}}},
        },
        "Line": {"type": "object"},
        "Spare": {"type": "object"},
        "Kept": {"type": "object", "x-speakeasy-include": True, "properties": {"line": reference("Line")}},
    }
    paths = {
        "/pets": {"get": {"operationId": "pets", "tags": ["pets"], **schema("Pet")}},
        "/orders": {"get": {"operationId": "orders", "tags": ["orders"], **schema("Order")}},
    }
    whole = document(paths, schemas, config=Config()).api
    assert within(whole) is whole
    part = within(document(paths, schemas, config=Config(include_tags=("pets",))).api)
    assert [one.operation_id for one in part.operations] == ["pets"]
    components = {id.rpartition("/")[2] for id in part.types}
    assert components == {"Pet", "Kind", "Kept", "Line"} & {id.rpartition("/")[2] for id in whole.types}
    reasons = {one.id: one.reason for one in part.coverage if one.kind in ("operation", "schema")}
    assert reasons["#/paths/~1orders/get"] == "the options leave it out"
    assert reasons["#/components/schemas/Order"] == "the options leave out what needs it"


def test_no_name_moves_because_of_what_is_left_out() -> None:
    """With no ledger: whatever path is left out or chosen, every name is the one that it has in the whole."""
    path = ROOT / "spec" / "openapi.yaml"
    config, source = load_options(ROOT / "spec" / "gen.yaml").config, load(path)
    api = normalise(source, config)[0]
    rows = set(allot(api, config, None).rows)
    paths = [*dict.fromkeys(one.path for one in api.operations)]
    parts = [replace(config, include_paths=(path,)) for path in paths]
    parts += [
        replace(config, exclude_paths=(path,)) for path in paths if not all(one.startswith(path) for one in paths)
    ]
    assert len(parts) > len(paths)
    for changed in parts:
        assert set(allot(normalise(source, changed)[0], changed, None).rows) == rows
