"""One fault costs the smallest part around it, is named with its line, and changes nothing else."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from injection.islands import WORDS, sound_document
from injection.judge import Broken, broken, findings, generated
from injection.kinds import KINDS, Kind
from sdkwright.names import allot
from sdkwright.normalise import normalise
from sdkwright.openapi import load
from sdkwright.openapi.grammar.model import objects
from sdkwright.openapi.grammar.openapi3 import OPENAPI_3
from sdkwright.options.model import Config


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("islands")


@pytest.mark.parametrize("seed", range(100))
def test_a_fault_costs_its_own_part_alone(seed: int, folder: Path) -> None:
    fault = broken(Random(seed))
    assert findings(fault, folder) == [], (fault.kind.name, fault.pointer)


def test_there_are_many_kinds_and_each_can_happen() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 60
    for kind in KINDS:
        parts = objects(sound_document(), OPENAPI_3)
        assert any(kind.change(node) for holder, node, _ in parts if holder == kind.holder), kind.name


def test_the_judge_sees_what_costs_too_much(folder: Path) -> None:
    document = sound_document()
    document["paths"].pop("/buttons")
    document["paths"]["/anchors"]["get"]["deprecated"] = "perhaps"
    text = yaml.safe_dump(document, sort_keys=False, width=110)
    kind = Kind("none", "operation", lambda _: False)
    found = findings(Broken(kind, "anchor", "#/paths/~1anchors/get", text, (1, 2)), folder)
    assert any(each.startswith("docs/sdks/button") for each in found)
    assert any("no problem names lines 1 to 2" in each for each in found)


def test_what_is_left_out_keeps_its_names(tmp_path: Path) -> None:
    path = tmp_path / "islands.yaml"
    path.write_text(yaml.safe_dump(sound_document(), sort_keys=False))
    document = load(path)
    whole = allot(normalise(document, Config())[0], Config(), None)
    assert len(whole.rows) > 100
    for word in WORDS:
        broken_paths = sound_document()
        paths = broken_paths["paths"]
        broken_paths["paths"] = {f"{key}/{{}}" if key == f"/{word}s" else key: value for key, value in paths.items()}
        path.write_text(yaml.safe_dump(broken_paths, sort_keys=False))
        document = load(path)
        assert len(document.left_out) == 2
        less = allot(normalise(document, Config())[0], Config(), None)
        kept = {(row.scope, row.identifier) for row in less.rows}
        assert {(row.scope, row.identifier) for row in whole.rows} == kept
        assert f"src/islands/{word}.py" in generated(path.read_text(), tmp_path).tree.files
