"""What `generate` does with files of others in the output folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.cli.typed import PETS, run, snapshot


def test_hooks_and_other_files_of_the_user_stay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    out = folder / "generated"
    (out / "src" / "pets" / "_hooks" / "registration.py").write_text("# mine\n")
    (out / "notes.txt").write_text("mine\n")
    (folder / "pets.yaml").write_text(PETS.replace("Pet", "Dog"))
    assert run(capsys, "generate")[0] == 0
    assert (out / "src" / "pets" / "_hooks" / "registration.py").read_text() == "# mine\n"
    assert (out / "notes.txt").read_text() == "mine\n"
    assert not (out / "docs" / "models" / "pet.md").exists()
    assert (out / "docs" / "models" / "dog.md").exists()


def test_files_in_the_way_are_named_and_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "generated").mkdir()
    (folder / "generated" / "README.md").write_text("mine\n")
    status, _, err = run(capsys, "generate")
    assert status == 1
    assert "`README.md` among them  [foreign-folder]" in err
    assert snapshot(folder / "generated") == {"README.md": b"mine\n"}
    status, out, _ = run(capsys, "generate", "--adopt")
    assert status == 0
    assert "replaced README.md" in out


def test_a_lost_ledger_is_an_error_until_a_new_one_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "generate")
    ledger = folder / "generated" / "names.lock"
    ledger.unlink()
    for command in ("generate", "check", "names"):
        status, out, err = run(capsys, command)
        assert (status, out) == (1, "")
        assert "[ledger-missing]" in err
    assert run(capsys, "generate", "--new-ledger")[0] == 0
    assert ledger.is_file()
    ledger.unlink()
    os.mkfifo(ledger)
    assert "no plain file" in run(capsys, "generate")[2]
