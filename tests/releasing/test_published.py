"""The sessions SDK, published and used: uploaded, installed by pip, called; again; with a change that breaks, whose
upload is killed half way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from loopback_index import Index
from openapi_core import OpenAPI

from tests.behaviour.conftest import HOST_URL
from tests.behaviour.server import serve
from tests.behaviour.sessions_api import SessionsApi, example_session

from .cut_short import holding_the_second
from .maintainer import ROOT, Maintainer, maintainer

pytestmark = pytest.mark.slow
FILES = ("--spec", "openapi.yaml", "--config", "gen.yaml", "--out", "generated")
LOCK = ROOT / "requirements" / "sdk.txt"
FIRST = ["orq_ai_sdk-0.1.0-py3-none-any.whl", "orq_ai_sdk-0.1.0.tar.gz"]
WHEEL, SDIST = "orq_ai_sdk-0.2.0-py3-none-any.whl", "orq_ai_sdk-0.2.0.tar.gz"
PROGRAM = """\
import json, sys
from importlib.metadata import version
from orq_ai_sdk import Orq

with Orq(api_key="key", server_url=sys.argv[1]) as orq:
    made = orq.sessions.create(request=json.loads(sys.argv[2]))
    found = orq.sessions.get(session_id=made.id)
    print(version("orq-ai-sdk"), found.external_id, hasattr(orq.sessions, "delete"))
"""
DELETE = "/v2/traces/sessions/{session_id}"


@pytest.fixture
def owner(tmp_path: Path, index: Index) -> Maintainer:
    """The maintainer of the sessions SDK."""
    found = maintainer(tmp_path, index)
    for name in ("openapi.yaml", "gen.yaml"):
        (found.folder / name).write_bytes((ROOT / "spec" / name).read_bytes())
    found.run("pip", "install", "--quiet", "--require-hashes", "-r", LOCK, PIP_INDEX_URL="", PIP_NO_INDEX="")
    return found


def commit(owner: Maintainer, message: str) -> None:
    owner.run("git", "add", "--all")
    owner.run("git", "commit", "--quiet", "--message", message)


def publish(owner: Maintainer, index: Index, *typed: str | Path) -> str:
    return owner.sdkwright("publish", *FILES, "--index-url", index.simple, "--requirements", LOCK, *typed)


def called(owner: Maintainer, version: str) -> list[str]:
    """What a user's program prints, with the release that pip brings."""
    owner.run("pip", "install", "--quiet", "--no-deps", "--upgrade", f"orq-ai-sdk=={version}")
    document = OpenAPI.from_file_path(str(ROOT / "spec" / "openapi.yaml"))
    with serve(document, SessionsApi().answer, HOST_URL) as server:
        body = json.dumps(example_session("published"))
        said = owner.run("python", "-I", "-c", PROGRAM, server.url, body)
    assert server.violations == []
    return said.split()


def test_a_release_is_published_used_repeated_and_followed(owner: Maintainer, index: Index) -> None:
    owner.sdkwright("generate", *FILES)
    owner.sdkwright("release", *FILES, "--version", "0.1.0")
    commit(owner, "Release 0.1.0")
    assert "Published orq-ai-sdk 0.1.0." in publish(owner, index)
    assert index.files() == FIRST
    first = {path.name: path.read_bytes() for path in index.folder.iterdir()}
    assert called(owner, "0.1.0") == ["0.1.0", "published", "True"]

    assert "0.1.0 is on the index already, with the same content: nothing to do." in publish(owner, index)
    assert {path.name: path.read_bytes() for path in index.folder.iterdir()} == first

    document: Any = yaml.safe_load((owner.folder / "openapi.yaml").read_text("utf-8"))
    del document["paths"][DELETE]["delete"]
    (owner.folder / "openapi.yaml").write_text(yaml.safe_dump(document, sort_keys=False), "utf-8")
    ledger = owner.folder / "generated" / "names.lock"
    before = ledger.read_text().splitlines()
    said = owner.sdkwright("release", *FILES)
    assert "orq-ai-sdk 0.2.0, after 0.1.0. Breaking: 1" in said
    assert "version: 0.2.0\n" in (owner.folder / "gen.yaml").read_text()
    notes = (owner.folder / "generated" / "RELEASES.md").read_text()
    assert "`orq.sessions.delete()`: **Deleted** (Breaking" in notes.partition("\n## 0.2.0")[2]
    assert "0.2.0" in (owner.folder / "generated" / "CHANGELOG.md").read_text()
    gone = set(before) - set(ledger.read_text().splitlines())
    assert gone
    assert [line for line in gone if "DeleteSession" not in line] == [], "all other names stay in the ledger"
    commit(owner, "Release 0.2.0")

    killed(owner, index)
    assert index.files() == sorted([*FIRST, WHEEL])
    said = publish(owner, index)
    assert f"Uploading {SDIST}\n" in said
    assert index.files() == sorted([*FIRST, WHEEL, SDIST])
    assert {name: (index.folder / name).read_bytes() for name in FIRST} == first
    assert called(owner, "0.2.0") == ["0.2.0", "published", "False"]


def killed(owner: Maintainer, index: Index) -> None:
    """Publishes, and dies when the second file is on its way."""
    typed = ["publish", *FILES, "--index-url", index.simple, "--requirements", str(LOCK)]
    with (
        holding_the_second(index) as relay,
        subprocess.Popen(
            [sys.executable, "-m", "sdkwright", *typed],
            cwd=owner.folder,
            env=owner.environment
            | {"TWINE_REPOSITORY_URL": f"{relay.url}/", "TWINE_USERNAME": "u", "TWINE_PASSWORD": "p"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process,
    ):
        try:
            assert relay.held.wait(300), "the second file never came"
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
