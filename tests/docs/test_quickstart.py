"""The first page that a newcomer reads: its files are written, its commands run, and what it says comes out."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mocked.server import mocking

PAGE = Path(__file__).parents[2] / "docs" / "quickstart.md"
PORT = "8080"
SERVED = re.compile(r"^sdkwright mock (\S+) --port (\d+)$", re.MULTILINE)
pytestmark = pytest.mark.slow


def blocks() -> Iterator[tuple[str, str | None, str]]:
    """The language, the file and the text of each fenced block, in their order."""
    for token in MarkdownIt().parse(PAGE.read_text("utf-8")):
        if token.type == "fence":
            title = re.search(r'title="([^"]+)"', token.info)
            yield token.info.split()[0], None if title is None else title[1], token.content


def free_port() -> str:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])


def run(commands: str, folder: Path) -> str:
    """What a shell prints, whose `sdkwright` and `python3` are those of these tests."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST_", "MAKE"))}
    shell = ["bash", "-e", "-c", commands]
    done = subprocess.run(shell, cwd=folder, env={**kept, "PATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="the page is written for a shell")
def test_the_commands_of_the_page_lead_to_a_first_answer(tmp_path: Path) -> None:
    """As they stand, but that the port is one that is free here."""
    port = free_port()
    found = [(language, file, text.replace(PORT, port)) for language, file, text in blocks()]
    for _, file, text in found:
        if file is not None:
            (tmp_path / file).write_text(text, "utf-8")
    commands = [text for language, _, text in found if language == "bash"]
    (at,) = (number for number, text in enumerate(commands) if SERVED.search(text))
    document = SERVED.fullmatch(commands[at].strip())
    assert document is not None
    for text in commands[:at]:
        run(text, tmp_path)
    with mocking(tmp_path / document[1], "--port", document[2]) as mock:
        assert mock.url == f"http://127.0.0.1:{port}"
        said = "".join(run(text, tmp_path) for text in commands[at + 1 :])
    assert [text for language, _, text in found if language == "text"] == [said]
