"""The folder of the shop, generated once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest
from sdkwright import revise
from sdkwright.cli.commands import generate
from sdkwright.cli.console import Console
from sdkwright.revise.between import Between

from tests.unit.cli.typed import run
from tests.unit.revise.shop import SHOP, Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    (tmp_path / "project").mkdir()
    seen: list[bool] = []
    whole_or_less = revise.revise

    def watched(*arguments: Any) -> Any:
        found = whole_or_less(*arguments)
        seen.append(found is not None)
        return found

    monkeypatch.setattr(revise, "revise", watched)
    made = Project(tmp_path / "project", seen, monkeypatch.chdir, lambda *typed: run(capsys, *typed))
    made.write(SHOP)
    monkeypatch.chdir(made.folder)
    assert run(capsys, "generate", "--overlay", "overlay.json")[0] == 0
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
