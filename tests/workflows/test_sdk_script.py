"""The script that the workflows of a project run, part by part, with git and a code host that notes calls."""

from __future__ import annotations

import http.server
import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sdkwright import __version__
from sdkwright.options.requires import minor_range

from tests.workflows.project import ADDED, BROKEN, PETS, Project, started

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return started(tmp_path)


def change(project: Project, text: str) -> None:
    """A document that somebody has pushed."""
    (project.folder / "pets.yaml").write_text(text)
    project.git("commit", "--quiet", "--all", "--message", "Change the document")


def test_what_is_proposed_when_the_document_changed(project: Project) -> None:
    """One story: nothing to do, an addition, the same again, then a change that breaks, then one that does not."""
    done = project.run("regenerate")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "The SDK is what the document makes.")
    assert project.calls() == []

    change(project, ADDED)
    tip = project.git("rev-parse", "main")
    done = project.run("regenerate")
    assert done.returncode == 0, done.stdout + done.stderr
    label, listed, created = project.calls()
    assert label[:3] == ["label", "create", "breaking"]
    assert listed[:2] == ["pr", "list"]
    assert created[:6] == ["pr", "create", "--head", "sdkwright/regenerate", "--base", "main"]
    assert created[6:] == ["--title", "Regenerate the SDK", "--body-file"]
    assert "`response.colour` **Added**" in project.notes()
    assert project.git("rev-parse", "sdkwright/regenerate^") == tip
    assert project.git("ls-remote", "origin", "sdkwright/regenerate").startswith(
        project.git("rev-parse", "sdkwright/regenerate")
    )
    assert "generated/src/pets/models/pet.py" in project.git("show", "--stat=200", "--format=%an", "HEAD")
    assert project.git("status", "--porcelain") == ""

    project.git("switch", "--quiet", "main")
    done = project.run("regenerate")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "The pull request has it already.")
    assert len(project.calls()) == 3

    project.opened(1)
    project.git("switch", "--quiet", "main")
    change(project, BROKEN)
    assert project.run("regenerate").returncode == 0
    assert project.calls()[-1][:3] == ["pr", "edit", "sdkwright/regenerate"]
    assert project.calls()[-1][-2:] == ["--add-label", "breaking"]
    assert "`response.age` **Removed** (Breaking" in project.notes()

    project.git("switch", "--quiet", "main")
    change(project, ADDED)
    assert project.run("regenerate").returncode == 0
    assert project.calls()[-1][-2:] == ["--remove-label", "breaking"]


def test_a_change_that_breaks_is_labelled_when_it_is_proposed(project: Project) -> None:
    change(project, BROKEN)
    assert project.run("regenerate").returncode == 0
    assert project.calls()[-1][-2:] == ["--label", "breaking"]


@pytest.fixture
def address() -> Iterator[tuple[str, dict[str, str]]]:
    """A server, and the texts that it has."""
    texts: dict[str, str] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in texts else 404)
            self.end_headers()
            self.wfile.write(texts.get(self.path, "").encode())

        def log_message(self, format: str, *args: object) -> None:
            """Logs nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", texts
        server.shutdown()
        thread.join()


def test_the_document_is_fetched_from_where_the_variable_says(
    project: Project, address: tuple[str, dict[str, str]]
) -> None:
    url, texts = address
    texts["/pets.yaml"] = ADDED
    done = project.run("regenerate", DOCUMENT_URL=f"{url}/pets.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.git("show", "--format=", "--name-only", "HEAD").splitlines()[-1] == "pets.yaml"
    assert (project.folder / "pets.yaml").read_text() == ADDED


@pytest.mark.parametrize("text", [None, "<html>Sign in</html>", PETS[:-30]])
def test_what_is_no_document_replaces_none(
    project: Project, address: tuple[str, dict[str, str]], text: str | None
) -> None:
    url, texts = address
    if text is not None:
        texts["/pets.yaml"] = text
    done = project.run("fetch", DOCUMENT_URL=f"{url}/pets.yaml")
    assert done.returncode != 0
    assert project.git("status", "--porcelain") == ""
    assert (project.folder / "pets.yaml").read_text() == PETS


def test_a_pull_request_is_checked_against_its_base(project: Project) -> None:
    base = project.git("rev-parse", "HEAD")
    assert project.run("check").returncode == 0
    change(project, BROKEN)
    drifted = project.run("check", BASE=base, ALLOW_BREAKING="true")
    assert drifted.returncode == 1
    assert "::error file=generated/src/pets/models/pet.py,title=drift::" in drifted.stdout
    assert project.run("regenerate").returncode == 0
    refused = project.run("check", BASE=base, ALLOW_BREAKING="false")
    assert (refused.returncode, "Breaking: 1" in refused.stdout) == (1, True)
    assert project.run("check", BASE=base, ALLOW_BREAKING="true").returncode == 0


NOTING = """\
#!{python}
import json, sys

print(json.dumps(sys.argv[1:]))
"""


@pytest.mark.parametrize("quote", ["'", '"', ""])
def test_the_version_that_the_options_ask_for_is_installed(project: Project, quote: str) -> None:
    project.program("python", NOTING)
    path = project.folder / "gen.yaml"
    path.write_text(path.read_text().replace(f'"{minor_range()}"', f"{quote}{minor_range()}{quote}"))
    assert json.loads(project.run("install").stdout)[-1] == f"sdkwright[publish]{minor_range()}"
    path.write_text("")
    assert json.loads(project.run("install").stdout)[-1] == "sdkwright[publish]"


def test_only_the_tag_of_the_version_is_built(project: Project) -> None:
    refused = project.run("build", TAG="v9.0.0")
    assert refused.returncode == 1
    assert "::error::The tag is v9.0.0, and the version of the SDK is 0.1.0" in refused.stdout
    project.program("sdkwright", NOTING)
    typed = json.loads(project.run("build", TAG="v0.1.0").stdout)
    assert typed[:7] == ["publish", "--spec", "pets.yaml", "--config", "gen.yaml", "--out", "generated"]
    assert typed[7:] == ["--dry-run", "--dist", "dist"]


def test_another_word_says_which_there_are(project: Project) -> None:
    done = project.run("generat")
    assert done.returncode == 2
    assert "regenerate   what the document makes now" in done.stderr


def test_the_command_is_the_one_of_this_repository(project: Project) -> None:
    """Else these tests would judge another generator."""
    assert project.environment["PATH"].split(":")[0] == str(project.around / "bin")
    assert sys.executable in (project.around / "bin" / "sdkwright").read_text()
    assert __version__ in project.git("show", "HEAD:generated/.sdkwright-manifest")
