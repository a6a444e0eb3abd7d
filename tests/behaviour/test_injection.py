"""One fault costs the smallest part around it, is named with its line, and changes nothing else."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from injection.islands import WORDS, sound_document
from injection.judge import Broken, broken, findings, generated, places_of, sound
from injection.kinds import KINDS, Kind
from injection.layouts import LAYOUTS, ROOT, as_text
from sdkwright.names import allot
from sdkwright.normalise import normalise
from sdkwright.openapi.document import load
from sdkwright.options.model import Config


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("islands")


@pytest.mark.parametrize("seed", range(100))
def test_a_fault_costs_its_own_part_alone(seed: int, folder: Path) -> None:
    fault = broken(Random(seed))
    assert findings(fault, folder) == [], (fault.layout.name, fault.kind.name, fault.file, fault.pointer)


def test_a_file_for_each_island_makes_what_one_file_makes(folder: Path) -> None:
    """Components come in the order in which they are referred to, which the lists of models show."""
    one, many = (sound(layout, folder).tree.files for layout in LAYOUTS[:2])
    assert {path: _words(text) for path, text in many.items()} == {path: _words(text) for path, text in one.items()}


def _words(text: bytes) -> list[bytes]:
    """What stands in a file, in any order."""
    return sorted(text.replace(b",", b" ").split())


def test_there_are_many_kinds_and_each_can_happen() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 150
    for kind in KINDS:
        files = LAYOUTS[0].sound()
        places = places_of(kind, WORDS[0], files, LAYOUTS[0])
        assert any(kind.change(node, WORDS[0]) for _, node, _ in places), kind.name


def test_the_judge_sees_what_costs_too_much(folder: Path) -> None:
    document = sound_document()
    document["paths"].pop("/buttons")
    document["paths"]["/anchors"]["get"]["deprecated"] = "perhaps"
    kind = Kind("none", "operation", lambda *_: False)
    texts = {ROOT: as_text(document)}
    found = findings(Broken(LAYOUTS[0], kind, "anchor", ROOT, "#/paths/~1anchors/get", texts, (1, 2)), folder)
    assert any(each.startswith("docs/button") for each in found)
    assert any("no problem names lines 1 to 2" in each for each in found)


def test_what_is_left_out_keeps_its_names(tmp_path: Path) -> None:
    path = tmp_path / "islands.yaml"
    path.write_text(as_text(sound_document()))
    document = load(path)
    whole = allot(normalise(document, Config())[0], Config(), None)
    assert len(whole.rows) > 100
    for word in WORDS:
        broken_paths = sound_document()
        paths = broken_paths["paths"]
        broken_paths["paths"] = {f"{key}/{{}}" if key == f"/{word}s" else key: value for key, value in paths.items()}
        path.write_text(as_text(broken_paths))
        document = load(path)
        assert len(document.left_out) == 2
        less = allot(normalise(document, Config())[0], Config(), None)
        kept = {(row.scope, row.identifier) for row in less.rows}
        assert {(row.scope, row.identifier) for row in whole.rows} == kept
        assert f"src/islands/{word}.py" in generated({ROOT: path.read_text()}, tmp_path).tree.files
