"""`sdkwright dump`: values between the stages as JSON, whole or in part."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.main import main
from sdkwright.cli.text.dump import only, plain
from sdkwright.frozen import Frozen, field
from sdkwright.ir.types import Scalar
from sdkwright.openapi.data import Json
from sdkwright.text.kinds import Code, Prose

from tests.casework.framed import SOUND

PET = "#/components/schemas/Pet"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pets.yaml").write_text(SOUND)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def dumped(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["dump", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return json.loads(out)


def test_the_service(capsys: pytest.CaptureFixture[str]) -> None:
    api = dumped(capsys, "api")
    assert api["types"][PET]["properties"][0]["name"] == "name"
    assert list(api["types"][PET])[:2] == ["kind", "id"]
    assert api["operations"][0]["path"] == "/pets"


def test_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    names = dumped(capsys, "names")
    assert names["classes"] == {PET: "Pet"}
    assert names["fields"] == {f"{PET} name": "name"}


def test_the_package(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    sdk = dumped(capsys, "sdk")
    assert sdk["project"]["module_name"] == "pets"
    assert list(folder.iterdir()) == [folder / "pets.yaml"], "nothing is written"


def test_only_some_parts(capsys: pytest.CaptureFixture[str]) -> None:
    parts = dumped(capsys, "api", "--only", PET)
    assert [path for path in parts if not path.startswith("coverage")] == [f"types.{PET}"]
    assert dumped(capsys, "api", "--only", "#/paths")["operations[0]"]["kind"] == "Operation"
    assert dumped(capsys, "names", "--only", "nothing") == {}


def test_the_result_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    told = dumped(capsys, "names", "--format", "json")
    assert (told["status"], told["names"]["classes"]) == (0, {PET: "Pet"})


class _Record(Frozen):
    text: Prose
    id: str = ""
    more: tuple[object, ...] = ()
    items: dict[str, int] = field(default_factory=dict[str, int])


def test_a_record_has_its_id_first_and_no_defaults() -> None:
    told = plain(_Record(Prose("text"), "x", (Code("y"), Scalar.STRING, frozenset({"b", "a"}))))
    assert isinstance(told, dict)
    assert list(told.items()) == [
        ("kind", "_Record"),
        ("id", "x"),
        ("text", "text"),
        ("more", ["y", Scalar.STRING.value, ["a", "b"]]),
    ]
    assert plain(_Record(Prose(""))) == {"kind": "_Record", "text": ""}


data = st.recursive(
    st.none() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(data, st.text(max_size=2))
def test_parts_are_parts_of_the_whole(value: Json, prefix: str) -> None:
    assert plain(value) == value
    whole = json.dumps(value)
    assert all(json.dumps(part) in whole for part in only(value, prefix).values())
