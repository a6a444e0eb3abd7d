"""A run that has nothing to do ends at once, and only such a run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright import pipeline
from sdkwright.cache import generator, place
from sdkwright.output import MANIFEST

from tests.unit.cli.typed import PETS, run, snapshot


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a document; what is kept between runs stands beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    (project / "pets.yaml").write_text(PETS)
    (project / "gen.yaml").write_text("python: {packageName: pets}\n")
    return project


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that a document was read."""
    seen: list[int] = []
    load = pipeline.load

    def watched(*arguments: Any, **named: Any) -> Any:
        seen.append(1)
        return load(*arguments, **named)

    monkeypatch.setattr(pipeline, "load", watched)
    return seen


def test_nothing_is_read_where_nothing_changed(
    folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "generate")
    before = snapshot(folder / "generated")
    checked = run(capsys, "check")
    assert run(capsys, "generate") == (0, "generated is up to date.\n", "")
    assert len(loads) == 1
    shutil.rmtree(folder.parent / "caches")
    assert run(capsys, "check") == checked
    assert len(loads) == 2
    assert snapshot(folder / "generated") == before


def test_warnings_are_said_again(folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text("python: {packageName: pets, noSuchKey: 1}\n")
    _, _, said = run(capsys, "generate")
    assert "noSuchKey" in said
    status, _, again = run(capsys, "check")
    assert (status, again, len(loads)) == (0, said, 1)
    assert run(capsys, "check", "--strict")[0] == 1


def edited(path: str) -> Callable[[Path], object]:
    def edit(folder: Path) -> None:
        (folder / path).write_text((folder / path).read_text() + "\n# edited\n")

    return edit


CHANGES: dict[str, Callable[[Path], object]] = {
    "the document": edited("pets.yaml"),
    "the options": edited("gen.yaml"),
    "a file of the output": edited("generated/README.md"),
    "the ledger": edited("generated/names.lock"),
    "the manifest": edited(f"generated/{MANIFEST}"),
    "a file that is gone": lambda folder: (folder / "generated" / "README.md").unlink(),
    "a lock beside the options": lambda folder: (folder / "gen.lock").write_text("management: {}\n"),
    "what the user keeps": lambda folder: (folder / "generated" / ".genignore").write_text("README.md\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen(folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str], change: str) -> None:
    run(capsys, "generate")
    CHANGES[change](folder)
    run(capsys, "check")
    assert len(loads) == 2


def test_what_nobody_makes_is_seen_in_the_package(
    folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "generate")
    (folder / "generated" / "notes.txt").write_text("mine")
    (folder / "generated" / "src" / "pets" / "__pycache__").mkdir()
    assert run(capsys, "check")[0] == 0
    assert len(loads) == 1
    (folder / "generated" / "src" / "pets" / "stray.py").write_text("")
    assert run(capsys, "check")[0] == 1


def test_bytes_decide_where_only_the_state_differs(
    folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "generate")
    os.utime(folder / "generated" / "README.md", (1, 1))
    assert run(capsys, "check")[0] == 0
    assert len(loads) == 1


def test_the_generator_counts(
    folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "generate")
    monkeypatch.setattr(generator, "__version__", "0.0.0")
    generator.generator_digest.cache_clear()
    run(capsys, "check")
    generator.generator_digest.cache_clear()
    assert len(loads) == 2


@given(st.binary(max_size=40), st.integers(min_value=0, max_value=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_a_record_that_was_cut_short_or_is_none_of_ours_is_passed_over(
    folder: Path, capsys: pytest.CaptureFixture[str], other: bytes, length: int
) -> None:
    run(capsys, "generate")
    (kept,) = (folder.parent / "caches").rglob("record.json")
    whole = kept.read_bytes()
    for content in (other, whole[:length]):
        kept.write_bytes(content)
        assert run(capsys, "check")[0] == 0
        assert kept.read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps others out of the profile")
def test_what_others_may_write_is_not_read(folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    kept = place.cache_folder(folder / "generated")
    assert kept is not None
    kept.chmod(0o777)
    run(capsys, "check")
    assert len(loads) == 2
    kept.chmod(0o700)
    run(capsys, "check")
    assert len(loads) == 2


def test_what_is_kept_about_a_folder_that_is_gone_goes_with_the_next_new_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    caches = folder.parent / "caches" / "sdkwright"
    (strange := caches / "strange").mkdir(parents=True)
    (strange / "about.txt").write_bytes(b"nowhere")
    kept: dict[str, Path] = {}
    for name in ("here", "gone", "new"):
        assert run(capsys, "generate", "--out", name)[0] == 0
        found = place.cache_folder(folder / name)
        assert found is not None
        kept[name] = found
        if name == "gone":
            shutil.rmtree(folder / "gone")
    assert {*caches.iterdir()} == {strange, kept["here"], kept["new"]}


def test_without_a_place_for_caches_all_is_done_anew(
    folder: Path, loads: list[int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "gen.yaml"))
    run(capsys, "generate")
    assert run(capsys, "check")[0] == 0
    assert len(loads) == 2
