"""`sdkwright release`: which version comes next, what it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.typed import PETS, run, snapshot

OPTIONS = (
    "# Ours\npython: {version: 0.1.0, packageName: pets}  # by hand\nsdkwright: {defaults: 1, names: {draft: true}}\n"
)
ADDED = PETS.replace("properties: {", "properties: {age: {type: integer}, ")
BROKEN = PETS.replace("name: {type: string", "title: {type: string").replace("required: [name]", "required: [title]")


@pytest.fixture(autouse=True)
def project(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose names are a draft."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (folder / "gen.yaml").write_text(OPTIONS)
    assert run(capsys, "generate")[0] == 0
    return folder


def version(folder: Path) -> str:
    return (folder / "gen.yaml").read_text().partition("version: ")[2].partition(",")[0]


def test_versions_follow_what_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And all that is released is what `generate` makes, at once and again."""
    status, out, _ = run(capsys, "release")
    assert status == 0
    assert out.splitlines()[0] == "pets 0.1.0, the first release."
    assert "  git tag v0.1.0\n" in out
    for text, following in ((ADDED, "0.1.1"), (BROKEN, "0.2.0")):
        (folder / "pets.yaml").write_text(text)
        status, out, _ = run(capsys, "release")
        assert (status, version(folder)) == (0, following)
        assert (folder / "gen.yaml").read_text() == OPTIONS.replace("0.1.0", following)
        assert run(capsys, "check")[0] == 0
        before = snapshot(folder)
        assert run(capsys, "generate")[0] == 0
        assert snapshot(folder) == before
    notes = (folder / "generated" / "CHANGELOG.md").read_text()
    assert notes.index("[0.2.0]" if "[0.2.0]" in notes else "0.2.0") < notes.index("0.1.1") < notes.rindex("0.1.0")
    assert "2023-11-14" in notes
    assert "[CHANGELOG.md](CHANGELOG.md)" in (folder / "generated" / "README.md").read_text()


def test_a_release_that_was_killed_says_how_the_rest_comes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Killed between its notes and the SDK, it has left the folder as it was but for them."""
    run(capsys, "release")
    (folder / "pets.yaml").write_text(ADDED)
    before = snapshot(folder)
    assert run(capsys, "release")[0] == 0
    after = snapshot(folder)
    for name in after:
        if name.startswith("generated/") and Path(name).name not in (
            "CHANGELOG.md",
            "RELEASES.md",
            ".sdkwright-released",
        ):
            (folder / name).write_bytes(before[name])
    status, _, err = run(capsys, "release")
    assert status == 1
    assert "The release 0.1.1 was not written to its end" in err
    assert "Run `sdkwright generate`, which writes the rest." in err
    assert run(capsys, "generate")[0] == 0
    assert snapshot(folder) == after


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(folder)
    status, out, _ = run(capsys, "release", "--dry-run")
    assert (status, out) == (0, "pets 0.1.0, the first release.\n")
    assert snapshot(folder) == before


def test_the_same_is_not_released_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "release")
    before = snapshot(folder)
    status, _, err = run(capsys, "release")
    assert (status, "[nothing-to-release]" in err) == (1, True)
    assert snapshot(folder) == before
    assert run(capsys, "release", "--version", "0.5.0rc1")[0] == 0
    assert version(folder) == "0.5.0rc1"


@pytest.mark.parametrize("asked", ["0.1.0", "0.0.9", "nonsense"])
def test_a_version_comes_after_the_last(folder: Path, capsys: pytest.CaptureFixture[str], asked: str) -> None:
    run(capsys, "release")
    (folder / "pets.yaml").write_text(ADDED)
    before = snapshot(folder)
    status, _, err = run(capsys, "release", "--version", asked)
    assert (status, "[not-after]" in err) == (1, True)
    assert snapshot(folder) == before


def test_versions_made_by_hand_stay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "release")
    (folder / "pets.yaml").write_text(BROKEN)
    by_hand = OPTIONS + "generation: {versioningStrategy: manual}\n"
    (folder / "gen.yaml").write_text(by_hand)
    status, _, err = run(capsys, "release")
    assert (status, "[not-after]" in err) == (1, True)
    (folder / "gen.yaml").write_text(by_hand.replace("0.1.0", "3.0.0"))
    status, out, _ = run(capsys, "release")
    assert status == 0
    assert "By what changed it would be 0.2.0.\n" in out


def test_without_knowing_the_last_one_nothing_is_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text(OPTIONS.replace(", names: {draft: true}", ""))
    (folder / "generated" / "names.lock").unlink()
    assert run(capsys, "generate", "--new-ledger")[0] == 0
    status, _, err = run(capsys, "release")
    assert (status, "[no-release]" in err) == (1, True)
    assert run(capsys, "release", "--version", "1.0.0")[0] == 0


def test_the_version_needs_a_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").unlink()
    status, _, err = run(capsys, "release")
    assert (status, "[no-version]" in err) == (1, True)
