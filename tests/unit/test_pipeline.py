"""The same document, options and version give the same bytes, wherever and however they are run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from sdkwright import names, render
from sdkwright.inputs import Inputs
from sdkwright.options.read import load_options
from sdkwright.output import Tree
from sdkwright.pipeline import build, load_inputs, validated
from sdkwright.render.runtime import GENERATED
from sdkwright.stages import Stages

ROOT = Path(__file__).parents[2]
SPEC, CONFIG = ROOT / "spec" / "openapi.yaml", ROOT / "spec" / "gen.yaml"


def built(spec: Path, out: Path) -> Tree:
    """The tree of `spec` with the options of the sessions SDK."""
    return build(validated(load_inputs(Inputs(spec, out, CONFIG), Stages()), Stages()), Stages()).tree


def run(folder: Path, **environment: str) -> dict[str, bytes]:
    """Every file that the command writes in `folder`, in a fresh interpreter with a changed environment."""
    shutil.copy(SPEC, folder)
    shutil.copy(CONFIG, folder)
    command = [sys.executable, "-m", "sdkwright", "generate"]
    subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=True)
    out = folder / "generated"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_folders_locales_time_zones_and_hash_seeds_change_nothing(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "another folder" / "été"
    one.mkdir()
    other.mkdir(parents=True)
    first = run(one, LC_ALL="C", TZ="UTC", PYTHONHASHSEED="1", PYTHONUTF8="0", COLUMNS="40")
    second = run(other, LC_ALL="C.UTF-8", TZ="Pacific/Chatham", PYTHONHASHSEED="2", PYTHONUTF8="1", COLUMNS="200")
    assert first == second
    assert len(first) > 100
    assert not any(str(tmp_path).encode() in content for content in first.values())


def test_json_and_yaml_forms_give_the_same_tree(tmp_path: Path) -> None:
    form = tmp_path / "openapi.json"
    form.write_text(json.dumps(yaml.safe_load(SPEC.read_text("utf-8"))))
    assert built(form, tmp_path / "out") == built(SPEC, tmp_path / "out")


def test_nobody_holds_the_service_and_its_names_when_files_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large document they would be a fifth of what the run holds at its peak."""
    made: list[Any] = [object()]
    holders: list[int] = []
    allotted, rendered = names.allot, render.render

    def allot(api: Any, *arguments: Any) -> Any:
        made.extend((api, allotted(api, *arguments)))
        return made[-1]

    def count(*arguments: Any) -> Any:
        holders.extend(sys.getrefcount(made[place]) for place in range(3))
        return rendered(*arguments)

    monkeypatch.setattr(names, "allot", allot)
    monkeypatch.setattr(render, "render", count)
    assert built(SPEC, tmp_path / "out").files
    alone, service, named = holders
    assert (service, named) == (alone + 1, alone), "the names lead to the service, and nobody has them but this test"


def test_what_is_rendered_needs_no_formatter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its import alone takes longer than a run that has nothing to do."""

    def refuse(text: str) -> str:
        raise AssertionError(f"black is needed for {text[:200]}")

    monkeypatch.setattr("sdkwright.render.formatting.format_text", refuse)
    built(SPEC, tmp_path / "out")


def test_building_touches_no_file(tmp_path: Path) -> None:
    built(SPEC, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_building_again_with_the_ledger_that_was_written_changes_nothing(tmp_path: Path) -> None:
    tree = built(SPEC, tmp_path)
    (tmp_path / "names.lock").write_bytes(tree.files["names.lock"])
    assert built(SPEC, tmp_path).files == tree.files


def test_the_user_agent_does_not_name_the_generator(tmp_path: Path) -> None:
    files = built(SPEC, tmp_path).files
    code = (content.removeprefix(GENERATED.encode()) for path, content in files.items() if path.startswith("src/"))
    assert not any(b"sdkwright" in text for text in code)


@pytest.mark.parametrize("folder", ["generated"])
def test_the_committed_sdk_is_what_its_inputs_make(folder: str) -> None:
    committed = ROOT / folder
    tree = built(SPEC, committed)
    different = [
        path
        for path, content in tree.files.items()
        if path not in tree.once and (not (committed / path).is_file() or (committed / path).read_bytes() != content)
    ]
    assert different == [], "run: make regenerate"


def test_the_options_of_this_repository_have_no_warning() -> None:
    assert load_options(CONFIG).problems == ()
