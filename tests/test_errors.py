"""Each folder of `errors/` is one mistake: the whole of what the command prints about it, exit 1, nothing written.

Each folder of `faults/` is a mistake that costs a part of the SDK: what is printed, and exit 0; with `--strict` exit 1,
and nothing is written.

`docs/errors.md` is compared with the table of problem codes here, too, and rewritten with them.

A folder holds the document (`spec.yaml` or `spec.json`, none for a missing document), further files if the mistake
needs them (`gen.yaml`, `overlay.yaml`, files referred to), and `problems.txt`, which `make cases` rewrites.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from sdkwright.cli.main import main
from sdkwright.cli.text.codes import page

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "errors").iterdir() if path.is_dir())
FAULTS = sorted(path for path in (HERE / "faults").iterdir() if path.is_dir())
REWRITE = bool(os.environ.get("SDKWRIGHT_REWRITE_CASES"))
LONGEST = 2000
"""Bytes that one problem may take."""


@pytest.fixture
def project(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a case, in which the command is typed."""
    folder = tmp_path / "project"
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("problems.txt"))
    monkeypatch.chdir(folder)
    return folder


def typed(folder: Path) -> list[str]:
    command = ["generate", "--out", "out"]
    if (folder / "overlay.yaml").exists():
        command += ["--overlay", "overlay.yaml"]
    for name in ("spec.yaml", "spec.json"):
        if (folder / name).exists():
            command += ["--spec", name]
    return command


def compare(case: Path, said: str) -> None:
    expected = case / "problems.txt"
    if REWRITE:
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")
    assert all(len(each.encode()) <= LONGEST for each in re.split("\n(?:error|warning): ", said))


@pytest.mark.cases
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_said_of_an_error(case: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.rglob("*"))
    status = main(typed(project))
    said = capsys.readouterr()
    assert (status, said.out) == (1, "")
    assert sorted(project.rglob("*")) == before, "nothing is written"
    compare(case, said.err)


@pytest.mark.cases
@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case.name)
def test_what_is_said_of_a_fault(case: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.rglob("*"))
    assert main([*typed(project), "--strict"]) == 1
    assert sorted(project.rglob("*")) == before, "nothing is written"
    capsys.readouterr()
    assert main(typed(project)) == 0
    said = capsys.readouterr()
    summary = [line for line in said.out.splitlines() if "enerated" in line or "left out" in line]
    compare(case, said.err + "".join(f"{line}\n" for line in summary))


@pytest.mark.cases
def test_the_page_is_the_table() -> None:
    expected = Path(__file__).parents[1] / "docs" / "errors.md"
    if REWRITE:
        expected.write_text(page(), encoding="utf-8", newline="\n")
    assert page() == expected.read_text(encoding="utf-8")


def test_every_case_says_what_where_and_how_to_mend_it() -> None:
    assert CASES
    assert FAULTS
    for case in (*CASES, *FAULTS):
        lines = (case / "problems.txt").read_text(encoding="utf-8").splitlines()
        assert any(line.startswith(("error: ", "warning: ")) for line in lines), case.name
        assert any(line.startswith("  --> ") for line in lines), case.name
        assert any(line.startswith("  help: ") for line in lines), case.name
