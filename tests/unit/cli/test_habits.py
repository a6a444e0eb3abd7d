"""What people are used to: quiet, few warnings of a kind, colours on a terminal, and what Ctrl-C has left."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sdkwright import __version__
from sdkwright.cli.main import main
from sdkwright.cli.text.failures import PACKAGES
from sdkwright.cli.text.few import SHOWN_OF_A_KIND

from tests.unit.cli.typed import PETS, heed_ctrl_c, run

ROOT = Path(__file__).parents[3]
KEYS = ("pytestTimeout", "pytestFilterWarnings", "uuidFormat", "durationFormat", "legacyPyright", "compileCommands")
MANY = f"python: {{{', '.join(f'{key}: 1' for key in (*KEYS, 'installationURL', 'published'))}}}\n"
"""Eight warnings of one kind."""
MOVES = import_module("sdkwright.output.write")._Moves


# ------------------------------------------------------------------------------------------------------------- quiet


@pytest.mark.parametrize("command", ["generate", "check", "validate", "init"])
def test_quiet_says_nothing_when_all_is_well(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    run(capsys, "generate")
    assert run(capsys, command, "pets.yaml", "-q") == (0, "", "")
    if command == "generate":
        assert run(capsys, command, "--force", "--quiet") == (0, "", "")


def test_quiet_says_what_was_asked_for_and_what_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "get_pet" in run(capsys, "names", "-q")[1]
    assert "missing  generated/README.md" in run(capsys, "check", "-q")[1]
    (folder / "gen.yaml").write_text("python: {uuidFormat: x}\n")
    assert "warning: " in run(capsys, "validate", "-q")[2]
    assert json.loads(run(capsys, "validate", "-q", "--format", "json")[1])["status"] == 0


def test_the_version_has_a_short_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["-V"])
    assert (caught.value.code, capsys.readouterr().out) == (0, f"sdkwright {__version__}\n")


# ---------------------------------------------------------------------------------------------------------- warnings


def test_a_few_warnings_of_a_kind_are_shown_and_all_are_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "gen.yaml").write_text(MANY)
    err = run(capsys, "validate")[2]
    assert err.count("warning: ") == SHOWN_OF_A_KIND
    *_, total = err.splitlines()
    assert total == ("8 warnings: 8 option-without-effect. 5 of a kind are shown; --all-warnings shows the rest.")


def test_all_warnings_are_shown_where_that_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text(MANY)
    status, _, err = run(capsys, "validate", "--all-warnings")
    assert (status, err.count("warning: ")) == (0, 8)
    assert err.endswith("8 warnings: 8 option-without-effect.\n")
    status, _, err = run(capsys, "validate", "--strict")
    assert (status, err.count("warning: ")) == (1, 8)
    assert len(json.loads(run(capsys, "validate", "--format", "json")[1])["problems"]) == 8
    assert run(capsys, "validate", "--format", "github")[1].count("::warning ") == 8


def test_few_warnings_are_not_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gen.yaml").write_text("python: {uuidFormat: x}\n")
    assert "warnings:" not in run(capsys, "validate")[2]


# --------------------------------------------------------------------------------------------------------- terminals


def on_a_terminal(folder: Path, *typed: str, until: bytes = b"", **variables: str) -> tuple[int, str]:
    """The exit status and what a terminal has shown; Ctrl-C is typed when it shows `until`."""
    leader, follower = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment = {**inherited, "PYTHONPATH": str(ROOT / "generator"), "TERM": "xterm", **variables}
    process = subprocess.Popen(
        [sys.executable, "-m", "sdkwright", *typed],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=follower,
        stderr=follower,
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - it takes no lock
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:  # Nobody has the other end any more.
            break
        if not piece:
            break
        was_there, shown = until in shown, shown + piece
        if until and until in shown and not was_there:
            process.send_signal(signal.SIGINT)
    os.close(leader)
    with process:
        pass
    return process.returncode, shown.decode().replace("\r\n", "\n")


def test_diffs_have_colours_on_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "generate")
    (folder / "pets.yaml").write_text(PETS.replace("called", "named"))
    status, shown = on_a_terminal(folder, "check", "--diff")
    assert status == 1
    assert re.search(r"\x1b\[31m-.*What it is called\..*\x1b\[0m", shown)
    assert re.search(r"\x1b\[32m\+.*What it is named\..*\x1b\[0m", shown)
    assert "\x1b[1m--- docs/pets/pet.md" in shown
    assert "\x1b[3" not in on_a_terminal(folder, "check", "--diff", NO_COLOR="1")[1]
    assert "\x1b" not in run(capsys, "check", "--diff")[1]


# ------------------------------------------------------------------------------------------------------------ Ctrl-C


def test_ctrl_c_while_reading_says_that_nothing_was_written(folder: Path) -> None:
    """The document comes from a pipe that never ends."""
    status, shown = on_a_terminal(folder, "generate", "-", until=b"load")
    assert status == 130
    assert "Interrupted. Nothing was written.\n" in shown
    assert "Traceback" not in shown
    assert not (folder / "generated").exists()


@pytest.mark.parametrize("kept", [False, True])
def test_ctrl_c_while_writing_says_that_the_folder_is_as_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    if kept:
        run(capsys, "generate")
        (folder / "pets.yaml").write_text(PETS.replace("called", "named"))

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(MOVES, "put", interrupted)
    status, _, err = run(capsys, "generate")
    assert (status, err) == (130, "Interrupted. Nothing was written: generated is as it was.\n")
    assert (folder / "generated").exists() == kept


def test_ctrl_c_after_writing_says_that_all_is_there(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("sdkwright.output.settle", interrupted)
        status, _, err = run(capsys, "generate")
    assert (status, err) == (130, "Interrupted. generated is written.\n")
    assert run(capsys, "check")[0] == 0


def test_a_second_ctrl_c_while_all_is_taken_back_is_no_lie(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "generate")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    (folder / "pets.yaml").write_text(PETS.replace("Pet:", "Animal:").replace("/Pet", "/Animal"))
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(MOVES, "remove", interrupted)
        meanwhile.setattr(MOVES, "undo", interrupted)
        status, _, err = run(capsys, "generate")
    assert status == 130
    assert "each of them whole; the next run ends the work." in err
    assert run(capsys, "generate")[0] == 0
    assert run(capsys, "check")[0] == 0


# -------------------------------------------------------------------------------------------------- missing packages


@pytest.mark.parametrize(
    ("module", "package"), [("jsonpath", "python-jsonpath"), ("black", "black"), ("new_thing.part", "new-thing")]
)
def test_a_package_that_is_missing_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    def broken(*_: object) -> int:
        raise ModuleNotFoundError(f"No module named {module!r}", name=module)

    monkeypatch.setattr("sdkwright.cli.commands.generate.run", broken)
    status, _, err = run(capsys, "generate")
    assert status == 1
    assert err.startswith(f"error: The package {package} is not installed, and sdkwright {__version__} needs it")
    assert "[missing-package]" in err
    assert re.search(rf"help: Run: \S+ -m pip install '?{package}", err)


def test_a_module_of_ours_that_is_missing_is_our_mistake(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ModuleNotFoundError("No module named 'sdkwright.nowhere'", name="sdkwright.nowhere")

    monkeypatch.setattr("sdkwright.cli.commands.generate.run", broken)
    assert "Internal error" in run(capsys, "generate")[2]


def test_every_dependency_is_named_by_its_modules() -> None:
    """What is installed here says which modules come from which package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = {PACKAGES.get(module, module.replace("_", "-")) for module in packages_distributions()}
    assert {canonicalize_name(Requirement(text).name) for text in project["dependencies"]} <= named
