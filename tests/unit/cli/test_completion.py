"""`sdkwright completion`: what a shell offers after the script was read."""

from __future__ import annotations

import os
import pty
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from sdkwright.cli.typed.parser import SHELLS, parser

from tests.unit.cli.typed import run


def offered(folder: Path, script: str, *words: str) -> set[str]:
    """What bash offers for the last of the words."""
    (folder / "completion.bash").write_text(script)
    line = (
        f"source ./completion.bash; COMP_WORDS=({shlex.join(words)}); COMP_CWORD={len(words) - 1}; "
        'complete -p sdkwright >/dev/null && _shtab_sdkwright sdkwright "${COMP_WORDS[-1]}"; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="asks bash itself")
def test_bash_completes_commands_options_and_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, script, _ = run(capsys, "completion", "bash")
    assert status == 0
    (folder / "specs").mkdir()
    assert offered(folder, script, "sdkwright", "ge") == {"generate"}
    assert {"check", "init", "explain"} <= offered(folder, script, "sdkwright", "")
    assert offered(folder, script, "sdkwright", "check", "--di") == {"--diff"}
    assert offered(folder, script, "sdkwright", "check", "--format", "g") == {"github"}
    assert offered(folder, script, "sdkwright", "generate", "--spec", "pe") == {"pets.yaml"}
    assert offered(folder, script, "sdkwright", "generate", "pe") == {"pets.yaml"}
    assert offered(folder, script, "sdkwright", "generate", "--out", "") == {"specs"}


COMPLETED = [
    ("sdkwright ge", "generate"),
    ("sdkwright check --di", "--diff"),
    ("sdkwright check --format g", "github"),
    ("sdkwright generate --spec pe", "pets.yaml"),
    ("sdkwright generate pe", "pets.yaml"),
    ("sdkwright generate --out ", "specs/"),
    ("sdkwright docs se", "serve"),
]
each_line = pytest.mark.parametrize(("typed", "last"), COMPLETED)


@pytest.mark.skipif(shutil.which("fish") is None, reason="asks fish itself")
@each_line
def test_fish_completes(folder: Path, capsys: pytest.CaptureFixture[str], typed: str, last: str) -> None:
    (folder / "specs").mkdir()
    (folder / "completion.fish").write_text(run(capsys, "completion", "fish")[1])
    asked = f"source ./completion.fish; complete -C {shlex.quote(typed)}"
    done = subprocess.run(["fish", "--no-config", "-c", asked], cwd=folder, capture_output=True, text=True, check=True)
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [last]


ZSHRC = """\
fpath=($PWD $fpath)
autoload -U compinit
compinit -u -D
show() { print -r -- "$BUFFER" > shown; BUFFER=exit; zle accept-line }
zle -N show
bindkey '^G' show
"""
"""What is typed, a tab and Ctrl-G: what the line has become stands in the file `shown`."""


@pytest.mark.skipif(shutil.which("zsh") is None, reason="asks zsh itself")
@each_line
def test_zsh_completes(folder: Path, capsys: pytest.CaptureFixture[str], typed: str, last: str) -> None:
    (folder / "specs").mkdir()
    (folder / "_sdkwright").write_text(run(capsys, "completion", "zsh")[1])
    (folder / ".zshrc").write_text(ZSHRC)
    ours, its = pty.openpty()
    os.write(ours, f"{typed}\t\a".encode())
    environment = {**os.environ, "TERM": "dumb", "ZDOTDIR": str(folder)}
    subprocess.run(
        ["zsh", "-d", "-i"], cwd=folder, env=environment, stdin=its, stdout=its, stderr=its, check=True, timeout=60
    )
    os.close(its)
    os.close(ours)
    assert (folder / "shown").read_text().rstrip() == f"{typed.rpartition(' ')[0]} {last}"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_names_every_command_and_option(
    capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    status, script, _ = run(capsys, "completion", shell)
    assert status == 0
    top = parser()
    (commands,) = [action.choices for action in top._actions if isinstance(action.choices, dict)]
    for name, command in commands.items():
        assert name in script
        for option in (option for action in command._actions for option in action.option_strings):
            assert option in script or f"-l {option.removeprefix('--')}" in script or f"-s {option[1:]}" in script


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_reads_the_script(folder: Path, capsys: pytest.CaptureFixture[str], shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    (folder / "script").write_text(run(capsys, "completion", shell)[1])
    done = subprocess.run([shell, "-n", "script"], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
