"""`sdkwright watch` as a process beside an editor: what is saved is generated, and mistakes are told and outlived."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sdkwright.cli.changing import Files, now

from tests.unit.cli.typed import PETS, heed_ctrl_c, run

ROOT = Path(__file__).parents[3]
PATIENCE = 120
"""Seconds after which a test gives up on a line."""


class Watcher:
    """The process, and the lines that it prints."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def until(self, start: str) -> list[str]:
        """The lines up to the first one that begins so."""
        assert self.process.stdout is not None
        lines: list[str] = []
        for line in self.process.stdout:
            lines.append(line.rstrip("\n"))
            if line.startswith(start):
                return lines
        raise AssertionError(f"it ended before {start!r}: {lines}")

    def interrupt(self) -> tuple[int, str]:
        """Types Ctrl-C; the exit status and what was said last."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.stdout is not None
        rest = self.process.stdout.read()
        return self.process.wait(), rest


@contextmanager
def watching(folder: Path, *typed: str) -> Iterator[Watcher]:
    process = subprocess.Popen(
        [sys.executable, "-m", "sdkwright", "watch", *typed],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - it takes no lock
    )
    patience = threading.Timer(PATIENCE, process.kill)
    patience.start()
    try:
        yield Watcher(process)
    finally:
        patience.cancel()
        process.kill()
        with process:
            pass


def pages(folder: Path) -> str:
    return "".join(page.read_text() for page in (folder / "generated" / "docs").rglob("*.md"))


@pytest.mark.slow
def test_what_is_saved_is_generated_and_ctrl_c_ends(folder: Path) -> None:
    with watching(folder) as watcher:
        assert watcher.until("Done after")[0] == "Watching pets.yaml and what it is generated with. Ctrl-C ends."
        (folder / "pets.yaml").write_text(PETS.replace("called", "named"))
        assert "Changed: pets.yaml" in watcher.until("Done after")
        assert "What it is named." in pages(folder)
        (folder / "another").write_text(PETS)
        (folder / "another").replace(folder / "pets.yaml")  # as editors save
        watcher.until("Done after")
        assert "What it is called." in pages(folder)
        (folder / "gen.yaml").write_text("python: {version: 3.2.1}\n")  # which was not there
        watcher.until("Done after")
        assert 'version = "3.2.1"' in (folder / "generated" / "pyproject.toml").read_text()
        assert watcher.interrupt() == (130, "Interrupted. generated is written.\n")


@pytest.mark.slow
def test_mistakes_are_told_and_outlived(folder: Path) -> None:
    with watching(folder, "pets.yaml", "-q", "--overlay", "overlay.yaml") as watcher:
        assert watcher.until("  help:")[0].startswith("error: There is no file `overlay.yaml`")
        (folder / "overlay.yaml").write_text("overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{\n")
        assert watcher.until("  help:")[1].startswith("  --> overlay.yaml:")
        assert not (folder / "generated").exists()
        action = "{target: $.components.schemas.Pet.properties.name, update: {description: From above.}}"
        (folder / "overlay.yaml").write_text(f"overlay: 1.0.0\ninfo: {{title: O, version: '1'}}\nactions: [{action}]\n")
        (folder / "gen.yaml").write_text("python: {uuidFormat: x}\n")
        watcher.until("warning: ")
        (folder / "gen.yaml").write_text("python: {durationFormat: x}\n")
        assert "durationFormat" in watcher.until("warning: `python.durationFormat`")[-1]
        assert "From above." in pages(folder)


@pytest.mark.slow
def test_files_of_references_are_watched_from_when_they_are_named(folder: Path) -> None:
    apart = PETS.replace('"#/components/schemas/Pet"', "parts/pet.yaml")
    with watching(folder) as watcher:
        watcher.until("Done after")
        (folder / "pets.yaml").write_text(apart)
        watcher.until("Done after")
        (folder / "parts").mkdir()
        pet = "{title: Pet, type: object, properties: {name: {type: string, description: From a file.}}}\n"
        (folder / "parts" / "pet.yaml").write_text(pet)
        watcher.until("Done after")
        assert "From a file." in pages(folder)
        (folder / "parts" / "pet.yaml").write_text(pet.replace("From", "Of"))
        assert "Changed: parts/pet.yaml" in watcher.until("Done after")
        assert "Of a file." in pages(folder)


def test_standard_input_is_not_watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "watch", "-")
    assert (status, "so that it cannot be watched" in err) == (1, True)


def test_content_counts_and_not_the_time(tmp_path: Path) -> None:
    file, gone = tmp_path / "a.yaml", tmp_path / "below" / "b.yaml"
    file.write_text("a")
    files = Files(now([file, gone]))
    assert files.folders() == {tmp_path}
    assert files.changed() == []
    os.utime(file, ns=(1, 1))
    assert files.changed() == []
    file.write_text("b")
    gone.parent.mkdir()
    gone.write_text("")
    assert files.changed() == [str(file), str(gone)]
    file.write_text("a")
    gone.unlink()
    assert files.changed() == []
