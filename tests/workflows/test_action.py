"""The action of this repository: what its script installs and runs, and what the workflows of a project say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from sdkwright.cli.start.github import SCRIPT, WORKFLOWS, script_text, workflow_text
from sdkwright.cli.start.parts import Place

ROOT = Path(__file__).parents[2]
HERE = Place("spec/openapi.yaml", "spec/gen.yaml", "generated")
ELSEWHERE = Place("of ours/api's.yaml", "of ours/gen.yaml", "of ours/generated")


def test_the_action_runs_its_script_with_its_inputs() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = action["runs"]["steps"][-1]
    assert step["run"] == 'bash "$GITHUB_ACTION_PATH/scripts/action.sh"'
    assert step["env"] == {"COMMAND": "${{ inputs.command }}", "ARGUMENTS": "${{ inputs.arguments }}"}
    assert (ROOT / "scripts" / "action.sh").is_file()
    assert set(action["inputs"]) == {"command", "arguments", "python-version"}


@pytest.mark.slow
def test_the_action_installs_runs_and_leaves_the_command_in_the_path(tmp_path: Path) -> None:
    """With a stand-in for what makes the environment, since that of the lock file would have to be fetched."""
    (tmp_path / "action" / "scripts").mkdir(parents=True)
    (tmp_path / "action" / "scripts" / "action.sh").write_bytes((ROOT / "scripts" / "action.sh").read_bytes())
    environment = tmp_path / "action" / "scripts" / "environment.sh"
    environment.write_text(
        '#!/bin/sh\nmkdir -p "$1/bin"\necho "$PWD $2" >"$1/made"\n'
        f'printf \'#!/bin/sh\\nexec {sys.executable} -m sdkwright "$@"\\n\' >"$1/bin/sdkwright"\n'
        'chmod +x "$1/bin/sdkwright"\n'
    )
    environment.chmod(0o755)
    (tmp_path / "my api.yaml").write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: 5}}\n")

    def run(command: str, arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", str(tmp_path / "action" / "scripts" / "action.sh")],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "generator"),
                "RUNNER_TEMP": str(tmp_path / "temporary"),
                "GITHUB_PATH": str(tmp_path / "path"),
                "COMMAND": command,
                "ARGUMENTS": arguments,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    assert run("", "").returncode == 0
    assert (tmp_path / "path").read_text() == f"{tmp_path / 'temporary' / 'sdkwright' / 'bin'}\n"
    made = (tmp_path / "temporary" / "sdkwright" / "made").read_text()
    assert made == f"{tmp_path / 'action'} requirements/generate.txt\n"
    done = run("validate", "--spec\nmy api.yaml\n")
    assert (done.returncode, done.stdout.partition(",")[0]) == (1, "::error file=my api.yaml")
    done = run("validate", "my api.yaml\n--format=text")
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize("place", [HERE, ELSEWHERE])
@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_runs_parts_of_the_script_and_nothing_else(name: str, place: Place) -> None:
    """So that no shell stands in a workflow, where nobody could run it."""
    workflow = yaml.safe_load(workflow_text(name, place))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    typed = [step["run"] for step in steps if "run" in step]
    parts = script_text(place).rpartition("case ${1:-} in\n")[2].partition(")")[0].split("|")
    known = {f"bash .github/{SCRIPT} {part.strip()}" for part in parts}
    assert set(typed) <= known | {"gh auth setup-git"}
    paths = workflow[True].get("push", {}).get("paths", [])
    assert paths in ([], [place.spec, place.config])


@pytest.mark.slow
@pytest.mark.parametrize("place", [HERE, ELSEWHERE])
def test_what_init_writes_passes_the_linters(tmp_path: Path, place: Place) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for name in WORKFLOWS:
        (folder / name).write_text(workflow_text(name, place))
    tools = Path(sys.executable).parent
    paths = [str(folder / name) for name in WORKFLOWS]
    for command in (
        [str(tools / "zizmor"), "--offline", "--quiet", str(folder)],
        [str(tools / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *paths],
        ["bash", "-n", "-c", script_text(place)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_this_project_regenerates_as_others_do() -> None:
    """Its script and workflow are those that `init` writes, but that the generator is the one that stands here."""
    assert (ROOT / ".github" / SCRIPT).read_text("utf-8") == script_text(HERE)
    written = workflow_text("regenerate.yml", HERE)
    installed = "      - run: bash .github/sdk.sh install\n"
    assert installed in written
    here = (
        '      - run: bash scripts/action.sh\n        env:\n          COMMAND: "" # what comes next finds it in PATH\n'
    )
    assert (ROOT / ".github/workflows/regenerate.yml").read_text("utf-8") == written.replace(installed, here)
