"""What `generate` does with files of others in the output folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from sdkwright import pipeline
from sdkwright.cli.main import main
from sdkwright.output import MANIFEST
from sdkwright.output.survey import STAGING_PREFIX
from sdkwright.revise import keeping

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
    assert not (out / "docs" / "pets" / "pet.md").exists()
    assert (out / "docs" / "pets" / "dog.md").exists()


def test_the_owners_changelog_is_linked_from_the_front_page(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    readme, changelog = folder / "generated" / "README.md", folder / "generated" / "CHANGELOG.md"
    assert "What changed" not in readme.read_text()
    changelog.write_text("# Changes\n")
    assert run(capsys, "check")[0] == 1
    assert run(capsys, "generate")[0] == 0
    assert "\nWhat changed between versions: [CHANGELOG.md](CHANGELOG.md).\n" in readme.read_text()
    changelog.write_text("# Other changes\n")
    assert run(capsys, "check")[0] == 0
    assert changelog.read_text() == "# Other changes\n"


def test_no_file_is_held_when_the_plan_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept for the next run takes their room."""
    held: list[int] = []
    kept = keeping.keep_plan

    def count(*arguments: Any) -> None:
        held.extend(len(one.tree.files) for one in arguments if isinstance(one, pipeline.Built))
        kept(*arguments)

    monkeypatch.setattr(keeping, "keep_plan", count)
    assert run(capsys, "generate")[0] == 0
    assert held == [0]
    assert (folder / "generated" / "README.md").exists()


def test_files_in_the_way_are_named_and_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "generated").mkdir()
    (folder / "generated" / "README.md").write_text("mine\n")
    status, _, err = run(capsys, "generate")
    assert status == 1
    assert "`README.md` among them  [foreign-folder]" in err
    assert snapshot(folder / "generated") == {"README.md": b"mine\n"}
    status, out, _ = run(capsys, "generate", "--adopt")
    assert status == 0
    assert out.splitlines()[0] == "replacing README.md, which sdkwright did not make as it is"


def test_the_two_sides_of_a_merge_are_no_edits(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As git leaves them that merges the manifest by union, and takes each file from either side."""
    out = folder / "generated"
    sides: list[dict[str, bytes]] = []
    for word in ("One side.", "The other side."):
        (folder / "pets.yaml").write_text(PETS.replace("What it is called.", word))
        run(capsys, "generate")
        sides.append(snapshot(out))
    manifest = dict.fromkeys(line for side in sides for line in side[MANIFEST].decode().splitlines(keepends=True))
    for number, (path, content) in enumerate(sorted(sides[0].items())):
        (out / path).write_bytes(content if number % 2 else sides[1][path])
    (out / MANIFEST).write_text("".join(manifest))
    (folder / "pets.yaml").write_text(PETS)
    status, said, _ = run(capsys, "check")
    assert status == 1
    assert "edited" not in said
    assert run(capsys, "generate")[0] == 0
    assert run(capsys, "check")[0] == 0


def test_what_genignore_covers_is_the_users(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    readme = folder / "generated" / "README.md"
    (folder / "generated" / ".genignore").write_text("/README.md\nsrc/pets/sdk.py\n")
    readme.write_text("mine\n")
    status, _, err = run(capsys, "generate")
    assert status == 0
    assert "`.genignore` asks to keep `src/pets/sdk.py`" in err
    assert "[genignore]" in err
    assert readme.read_text() == "mine\n"
    assert run(capsys, "check")[0] == 0
    (folder / "generated" / ".genignore").unlink()
    assert "`README.md` exists and was not made by sdkwright" in run(capsys, "generate")[2]


def test_modules_of_the_users_are_welcome_where_the_options_say_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "generate")
    own = folder / "generated" / "src" / "pets" / "own"
    own.mkdir()
    (own / "__init__.py").write_text("")
    assert "name it in `sdkwright.include`" in run(capsys, "check")[1]
    assert "src/pets/own/__init__.py  (nothing makes it)" in run(capsys, "publish", "--dry-run")[1]
    (folder / "gen.yaml").write_text("sdkwright: {defaults: 1, include: [src/pets/own]}\n")
    run(capsys, "generate")
    assert '"/src/pets/own",' in (folder / "generated" / "pyproject.toml").read_text()
    assert run(capsys, "check")[0] == 0


def test_two_runs_that_read_the_same_ledger_do_not_both_write(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "generate")
    build = pipeline.build

    def slow(*arguments: Any) -> Any:
        """While this run builds, another one publishes a name."""
        built = build(*arguments)
        monkeypatch.setattr(pipeline, "build", build)
        (folder / "pets.yaml").write_text(f"{PETS}    Dog: {{type: object, properties: {{age: {{type: integer}}}}}}\n")
        assert main(["generate"]) == 0
        return built

    monkeypatch.setattr(pipeline, "build", slow)
    (folder / "pets.yaml").write_text(f"{PETS}    Cat: {{type: object, properties: {{age: {{type: integer}}}}}}\n")
    status, _, err = run(capsys, "generate")
    assert status == 1
    assert "`names.lock` changed while this run was at work  [busy]" in err
    assert "Dog" in (folder / "generated" / "names.lock").read_text()


def test_what_a_killed_run_has_left_goes_even_where_nothing_is_to_be_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "generate")
    left = folder / "generated" / f"{STAGING_PREFIX}left" / "new"
    left.mkdir(parents=True)
    (left / "README.md").write_text("")
    assert run(capsys, "generate")[0] == 0
    assert not left.parent.exists()
    assert run(capsys, "generate")[1] == "generated is up to date.\n"


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
