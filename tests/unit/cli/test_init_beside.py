"""`sdkwright init` beside files that tools read already, and the hook of git."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.start.parts import Place
from sdkwright.cli.start.pre_commit import NAME, pre_commit

from tests.unit.cli.typed import PETS, run

ROOT = Path(__file__).parents[3]


def started(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What a program says in `folder`, for which `sdkwright` is this one."""
    bin_folder = folder.parent / "bin"
    bin_folder.mkdir(exist_ok=True)
    (bin_folder / "sdkwright").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sdkwright "$@"\n')
    (bin_folder / "sdkwright").chmod(0o755)
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PATH": path}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def to_add(out: str, name: str) -> str:
    """The lines that `init` says to add to a file."""
    return out.partition(f"{name} stays as it is. Add to it")[2].partition("\n\n")[2].partition("Next:")[0]


@pytest.mark.parametrize("name", ["Makefile", "makefile", "GNUmakefile"])
@pytest.mark.parametrize(
    ("text", "target"), [("all:\n", "regenerate"), ("all check: x\n\tfalse\nx:\n", "sdk-regenerate")]
)
def test_targets_are_told_for_a_makefile_that_is_there(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, target: str
) -> None:
    """What is told works when it is added, and shadows no target that there was."""
    (folder / name).write_text(text)
    status, out, err = run(capsys, "init", "pets.yaml")
    assert (status, err) == (0, "")
    assert (folder / name).read_text() == text
    assert "wrote gen.yaml\n" in out
    assert out.endswith(f"Next: make {target}\n")
    with (folder / name).open("a") as makefile:
        makefile.write(to_add(out, name))
    done = started(folder, "make", "-s", target, target.replace("regenerate", "check"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "generated" / "pyproject.toml").is_file()


def test_what_is_told_is_a_value_of_json_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "Makefile").write_text("all:\n")
    value = json.loads(run(capsys, "init", "pets.yaml", "--format", "json")[1])
    assert value["written"] == ["gen.yaml", ".gen.schema.json"]
    (part,) = value["to_add"]
    assert part["file"] == "Makefile"
    assert "\nregenerate: ## Write generated/\n" in part["lines"]


def test_init_overwrites_no_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text("python: {version: 3.0.0}\n")
    status, _, err = run(capsys, "init", "pets.yaml")
    assert status == 1
    assert "`gen.yaml` exists already" in err
    assert (folder / "gen.yaml").read_text() == "python: {version: 3.0.0}\n"
    assert not (folder / "Makefile").exists()


def hook(text: str) -> dict[str, object]:
    (repository,) = yaml.safe_load(text)["repos"]
    (only,) = repository["hooks"]
    assert (repository["repo"], only["language"], only["pass_filenames"]) == ("local", "system", False)
    return only


def test_git_is_asked_to_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The entry does in the folder of the file what pre-commit would do there."""
    status, out, _ = run(capsys, "init", "pets.yaml", "--pre-commit")
    assert (status, "wrote .pre-commit-config.yaml\n" in out) == (0, True)
    entry = str(hook((folder / NAME).read_text())["entry"])
    assert run(capsys, "generate")[0] == 0
    assert started(folder, "sh", "-c", entry).returncode == 0
    (folder / "pets.yaml").write_text(PETS.replace("called", "named"))
    assert started(folder, "sh", "-c", entry).returncode == 1


@pytest.mark.skipif(shutil.which("git") is None, reason="a folder of git is made by it")
def test_git_is_asked_at_the_top_of_its_repository(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    below = folder / "sdks" / "a b"
    below.mkdir(parents=True)
    (folder / "pets.yaml").rename(below / "pets.yaml")
    assert started(folder, "git", "init", "-q").returncode == 0
    os.chdir(below)  # the fixture goes back
    mine = "repos:\n  - repo: meta\n    hooks: [{id: identity}]\n"
    (folder / NAME).write_text(mine)
    status, out, _ = run(capsys, "init", "pets.yaml", "--pre-commit")
    assert status == 0
    assert f"{folder / NAME} stays as it is. Add to it below `repos:`:\n" in out
    assert (folder / NAME).read_text() == mine
    entry = str(hook(f"repos:\n{to_add(out, NAME)}")["entry"])
    assert run(capsys, "generate")[0] == 0
    assert started(folder, "sh", "-c", entry).returncode == 0


@given(st.lists(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1), max_size=3))
def test_a_folder_of_any_name_is_written_as_it_is(names: list[str]) -> None:
    """The entry is YAML and a line of a shell, whatever folders are called."""
    below = "/".join(["x", *names])
    place = Place("api.yaml", "gen.yaml", "generated").below(below)
    part = pre_commit(place, Path("/nowhere"))
    words = yaml.safe_load(part.text)["repos"][0]["hooks"][0]["entry"]
    assert shlex.split(words) == ["sdkwright", "check", *place.arguments]
