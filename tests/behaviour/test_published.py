"""The SDK as its users get it: published to an index, installed from there, and used against the sessions API."""

from __future__ import annotations

import os
import subprocess
import venv
import zipfile
from pathlib import Path

import pytest
from loopback_index import Index
from sdkwright.cli.main import main

from .server import JudgedServer

ROOT = Path(__file__).parents[2]
USE = """\
import sys
from orq_ai_sdk import Orq

with Orq(api_key="key", server_url=sys.argv[1]) as orq:
    made = orq.sessions.create(request={
        "external_id": "from-the-index", "duration": 1, "contact_ids": [], "traces_count": 0, "tags": ["a"],
        "billing": {"input_cost": 0, "output_cost": 0, "total_cost": 0},
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
    })
    print(orq.sessions.get(session_id=made.id).external_id)
"""


def run(command: list[str | Path], **environment: str) -> str:
    """What the program prints; fails with it when the program does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    done = subprocess.run(command, env=kept | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_publish_install_import_call(
    index: Index,
    server: JudgedServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("TWINE_REPOSITORY_URL", index.url + "/")
    monkeypatch.setenv("TWINE_USERNAME", "somebody")
    monkeypatch.setenv("TWINE_PASSWORD", "s3cret-s3cret")
    arguments = ["publish", "--index-url", index.simple, "--requirements", "requirements/sdk.txt"]
    status = main([*arguments, "--dist", str(tmp_path / "dist")])
    out, err = capsys.readouterr()
    assert (status, err) == (0, ""), out
    assert index.files() == ["orq_ai_sdk-0.1.0-py3-none-any.whl", "orq_ai_sdk-0.1.0.tar.gz"]
    assert main(arguments) == 0
    assert "with the same content: nothing to do" in capsys.readouterr().out

    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements" / "sdk.txt"], check=True)
    empty = tmp_path / "pip.conf"
    empty.touch()
    run([*pip, "--index-url", index.simple, "orq-ai-sdk==0.1.0"], PIP_CONFIG_FILE=str(empty))

    (wheel,) = (tmp_path / "dist").glob("*.whl")
    (packages,) = environment.glob("lib/python3*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if not name.endswith("/RECORD"):  # the installer lists its own files there, too
                assert (packages / name).read_bytes() == archive.read(name), name
    assert run([python, "-I", "-W", "error", "-c", USE, server.url]) == "from-the-index\n"
    assert [exchange.method for exchange in server.exchanges] == ["POST", "GET"]
