"""`sdkwright completion`: what a shell offers after the script was read."""

from __future__ import annotations

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
