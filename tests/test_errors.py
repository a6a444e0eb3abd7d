"""Each folder of `errors/` is one mistake: the whole of what the command prints about it, exit 1, nothing written.

`docs/errors.md` is compared with the table of problem codes here, too, and rewritten with them.

A folder holds the document (`spec.yaml` or `spec.json`, none for a missing document), further files if the mistake
needs them (`gen.yaml`, `overlay.yaml`, files referred to), and `problems.txt`, which `make cases` rewrites.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from sdkwright.cli.codes_text import page
from sdkwright.cli.commands import main

CASES = sorted(path for path in (Path(__file__).parent / "errors").iterdir() if path.is_dir())
REWRITE = bool(os.environ.get("SDKWRIGHT_REWRITE_CASES"))
LONGEST = 2000
"""Bytes that one problem may take."""


@pytest.mark.cases
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_said(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("problems.txt"))
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    command = ["generate", "--out", "out"]
    if (folder / "overlay.yaml").exists():
        command += ["--overlay", "overlay.yaml"]
    for name in ("spec.yaml", "spec.json"):
        if (folder / name).exists():
            command += ["--spec", name]

    status = main(command)

    said = capsys.readouterr()
    assert status == 1
    assert said.out == ""
    assert sorted(folder.rglob("*")) == before, "nothing is written"
    assert all(len(each.encode()) <= LONGEST for each in said.err.split("\nerror: "))
    expected = case / "problems.txt"
    if REWRITE:
        expected.write_text(said.err, encoding="utf-8", newline="\n")
    assert said.err == expected.read_text(encoding="utf-8")


@pytest.mark.cases
def test_the_page_is_the_table() -> None:
    expected = Path(__file__).parents[1] / "docs" / "errors.md"
    if REWRITE:
        expected.write_text(page(), encoding="utf-8", newline="\n")
    assert page() == expected.read_text(encoding="utf-8")


def test_every_case_says_what_where_and_how_to_mend_it() -> None:
    assert CASES
    for case in CASES:
        lines = (case / "problems.txt").read_text(encoding="utf-8").splitlines()
        assert any(line.startswith("error: ") for line in lines), case.name
        assert any(line.startswith("  --> ") for line in lines), case.name
        assert any(line.startswith("  help: ") for line in lines), case.name
