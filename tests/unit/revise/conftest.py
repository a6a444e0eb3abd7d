"""The folder of the shop, generated once."""

from __future__ import annotations

import argparse
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sdkwright.cli.commands import generate
from sdkwright.cli.console import Console
from sdkwright.revise import at_once, texts
from sdkwright.revise.between import Between

from tests.unit.cli.typed import run
from tests.unit.revise.shop import SHOP, Project, in_one_line, in_yaml, indented, spaced


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    (tmp_path / "project").mkdir()
    seen: list[str] = []

    def watched(ways: Any, name: str, says: str) -> None:
        way = getattr(ways, name)

        def watch(*arguments: Any) -> Any:
            found = way(*arguments)
            seen.append("" if found is None else says)
            return found

        monkeypatch.setattr(ways, name, watch)

    watched(at_once, "revise_at_once", "at once")
    watched(texts, "revise", "when all was read")
    made = Project(tmp_path / "project", seen, monkeypatch.chdir, lambda *typed: run(capsys, *typed))
    made.write(SHOP)
    monkeypatch.chdir(made.folder)
    assert run(capsys, "generate", "--overlay", "overlay.json")[0] == 0
    return made


@pytest.fixture(params=[in_yaml, indented, in_one_line, spaced])
def lone_project(request: pytest.FixtureRequest, project: Project) -> Project:
    """The same of a document without overlays, generated."""
    project.file.unlink()
    shutil.rmtree(project.folder / "generated")
    made = replace(project, dump=request.param)
    made.write(SHOP)
    assert made.say("generate")[0] == 0
    return made


@pytest.fixture
def one_process(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The same, where all runs in the folder are those of one process that goes on."""
    between, alone = Between(), generate.run

    def beside_others(typed: argparse.Namespace, console: Console) -> int:
        if Path.cwd() != project.folder:
            return alone(typed, console)
        try:
            return alone(typed, console, between)
        finally:
            between.rest()

    monkeypatch.setattr(generate, "run", beside_others)
    return project
