"""What the tests of the commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.typed import PETS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with one document in it."""
    (tmp_path / "pets.yaml").write_text(PETS)
    monkeypatch.chdir(tmp_path)
    return tmp_path
