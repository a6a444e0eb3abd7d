"""From other generators: each command of a page is run on a project in that tool's form, then its program."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.runtime.loopback import Answer, Loopback, Received, answer

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BLOCK = re.compile(r"```(bash|python)\n(.*?)```", re.DOTALL)
ADDRESS = "http://127.0.0.1:8080"
PAGES: dict[str, tuple[str, ...]] = {
    "stainless": ("from-stainless.md", "Emma\nEmma\nPersuasion\n", "Emma\nPersuasion\n"),
    "fern": ("from-fern.md", "fern\nfern\nmoss\n", "fern\nmoss\n"),
    "openapi_python_client": ("from-openapi-python-client.md", "a\nb\n"),
    "openapi_generator": ("from-openapi-generator.md", "assam\n"),
}
"""The page of each tool, and what its programs print."""
AUTHORISED = {"/v1/books", "/plants"}


def _answer(request: Received) -> Answer:
    """All four services."""
    path, _, query = request.target.partition("?")
    assert path not in AUTHORISED or request.header("Authorization") == "Bearer secret"
    if request.method == "POST":
        return answer(request.json, 201 if path == "/v1/books" else 200)
    if path == "/v1/books":
        second = "after=2" in query
        return answer({"data": [{"title": "Persuasion" if second else "Emma"}], "next_cursor": None if second else "2"})
    if path == "/plants":
        return answer({"items": {"": [{"name": "fern"}], "page=2": [{"name": "moss"}]}.get(query, [])})
    if path == "/boats":
        assert query == "limit=2"
        return answer([{"name": "a"}, {"name": "b"}])
    assert (path, request.header("X-Key")) == ("/teas/assam", "secret")
    return answer({"_name": "assam", "strength": "strong"})


def _environment(folder: Path) -> dict[str, str]:
    """The commands of this checkout go before others."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    command = bin_folder / "sdkwright"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sdkwright "$@"\n')
    command.chmod(0o755)
    return os.environ | {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "generator"),
    }


@pytest.mark.slow
@pytest.mark.parametrize("tool", list(PAGES))
def test_a_page_is_walked_to_its_end(tool: str, tmp_path: Path) -> None:
    name, *printed = PAGES[tool]
    project = shutil.copytree(HERE / tool, tmp_path / "project")
    environment = _environment(tmp_path)
    blocks = BLOCK.findall((ROOT / "docs" / name).read_text("utf-8"))
    commands = [text for kind, text in blocks if kind == "bash" and not text.startswith("python -m pip install")]
    assert len(commands) == 2
    for text in commands:
        ran = subprocess.run(
            ["sh", "-e", "-c", text], cwd=project, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert "warning" not in ran.stderr
    programs = [text for kind, text in blocks if kind == "python"]
    source = next(project.rglob("generated/src"))
    for program, lines in zip(programs, printed, strict=True):
        assert ADDRESS in program
        with Loopback() as server:
            server.respond = _answer
            ran = subprocess.run(
                [sys.executable, "-W", "error", "-c", program.replace(ADDRESS, server.url)],
                env=os.environ | {"PYTHONPATH": str(source)},
                capture_output=True,
                text=True,
                check=False,
            )
        assert (ran.stdout, ran.stderr) == (lines, "")


def _notes(tool: str, file: str, tmp_path: Path) -> list[str]:
    project = shutil.copytree(HERE / tool, tmp_path / "project")
    ran = subprocess.run(
        [sys.executable, "-m", "sdkwright", "init", "--from", file, "--format", "json"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
        check=True,
    )
    return [f"{note['line']}:{note['column']} {note['key']}" for note in json.loads(ran.stdout)["not_brought"]]


def test_what_has_no_counterpart_is_listed_with_its_place(tmp_path: Path) -> None:
    assert _notes("stainless", "stainless.yml", tmp_path) == [
        "9:3 targets.typescript",
        "17:5 targets.python.publish",
        "27:3 client_settings.default_headers",
        "79:9 resources.books.methods.create.body_param_name",
        "88:1 readme",
    ]
