"""The docs as a site: its pages, its navigation, what zensical is told, and that nothing in it acts or fetches."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.request import urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st
from looked.links import links_of
from mocked.server import running
from sdkwright.cli.main import main
from sdkwright.site.pages import Entry, Pages
from sdkwright.site.settings import settings

HOSTILE = """\
openapi: 3.1.0
info: {title: 'Zoo <img src=x onerror=alert(1)> "]', version: "1", description: 'See {: onclick=alert(2) } and :smile:'}
servers: [{url: https://zoo.example}]
tags:
  - name: 'pets <script>alert(3)</script>'
    description: '[a](https://b.example){ onclick=alert(4) } --8<-- "/etc/passwd"'
paths:
  /pets:
    get:
      operationId: listPets
      summary: '# {{ 7 * 7 }} <b onclick=alert(5)>x</b>'
      description: "A list:\\n\\n```python { onclick=alert(6) }\\n1\\n```\\n\\n!!! note\\n    x"
      tags: ['pets <script>alert(3)</script>']
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
  /stalls/boxes:
    get:
      operationId: listBoxes
      x-speakeasy-group: stalls.boxes
      responses: {"204": {description: ok}}
  /stalls:
    get: {operationId: listStalls, x-speakeasy-group: stalls, responses: {"204": {description: ok}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string, description: '{#id onclick=alert(8)}'}}}
"""


@pytest.fixture(params=["reader", "published"])
def sdk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the SDK of a document that means no good, in each style of docs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoo.yaml").write_text(HOSTILE)
    (tmp_path / "gen.yaml").write_text(f"configVersion: 2.0.0\nsdkwright: {{docs: {{style: {request.param}}}}}\n")
    assert main(["generate", "zoo.yaml", "--out", "sdk"]) == 0
    return tmp_path


def test_a_site_is_built_whose_links_all_lead_somewhere(sdk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("zensical", reason="the oldest versions of other packages are tested without it")
    for _ in range(2):  # the second replaces the first
        assert main(["docs", "build", "--out", "sdk"]) == 0
    assert re.search(r"site: \d+ pages", capsys.readouterr().out)
    links = links_of(sdk / "site")
    assert links.pages > 5
    assert (links.dead, links.tried > 50) == ([], True)
    pages = {path: path.read_text("utf-8") for path in (sdk / "site").rglob("*.html")}
    for path, text in pages.items():
        assert not re.search(r"<[a-z][^<>]*\son[a-z]+=", text), path
        assert "alert(3)</script>" not in text
        assert "<img src=x" not in text
        assert "root:" not in text
        assert re.findall(r'<(?:script|img|source|iframe)[^>]*\ssrc="(https?:[^"]*)', text) == []
        assert re.findall(r'<link[^>]*rel="(?:stylesheet|icon|pre\w+)"[^>]*href="(https?:[^"]*)', text) == []
    assert (sdk / "site" / "search.json").stat().st_size > 500


def test_the_site_is_shown_on_loopback(sdk: Path) -> None:
    pytest.importorskip("zensical", reason="the oldest versions of other packages are tested without it")
    with (
        running("docs", "serve", "--out", "sdk", folder=sdk) as server,
        urlopen(f"{server.url}/docs/guide.html", timeout=60) as page,
    ):
        assert b"<h1" in page.read()
    assert (server.status, server.lines[-1]) == (0, "Ended.")


def test_what_is_no_site_is_not_replaced(sdk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("zensical", reason="the oldest versions of other packages are tested without it")
    assert main(["docs", "build", "--out", "sdk", "--site", "."]) == 1
    assert "[site-folder]" in capsys.readouterr().err
    assert (sdk / "zoo.yaml").read_text() == HOSTILE


def test_without_an_sdk_there_is_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sdkwright.site.TOOL", "json")
    assert main(["docs", "build", "--out", str(tmp_path)]) == 1
    assert "[no-sdk]" in capsys.readouterr().err


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sdkwright.site.TOOL", "no_such_tool")
    assert main(["docs", "build"]) == 1
    assert "Building a site needs no_such_tool, not installed here  [site-tool]" in capsys.readouterr().err


def test_resources_stand_below_each_other() -> None:
    pages = Pages(
        {
            "README.md": "# zoo\n",
            "docs/README.md": "# All\n",
            "docs/guide.md": "",
            "docs/stalls/README.md": "# Stalls\n",
            "docs/stalls/boxes/README.md": "# Boxes \\_1\\_\n",
            "docs/stallsmore/README.md": "no heading",
            "docs/models/pet.md": "# Pet",
        }
    )
    boxes = Entry("Boxes _1_", "docs/stalls/boxes/README.md")
    assert pages.resources == [
        Entry("Stalls", "docs/stalls/README.md", [boxes]),
        Entry("stallsmore", "docs/stallsmore/README.md"),
    ]
    assert [(one.title, one.path) for one in pages.first] == [
        ("Home", "README.md"),
        ("All resources", "docs/README.md"),
        ("Guide", "docs/guide.md"),
    ]
    assert tomllib.loads(settings(pages))["project"]["nav"][-1] == {
        "Resources": [
            {"Stalls": ["docs/stalls/README.md", {"Boxes _1_": "docs/stalls/boxes/README.md"}]},
            {"stallsmore": "docs/stallsmore/README.md"},
        ]
    }


@given(title=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_heading_is_a_title(title: str) -> None:
    told = tomllib.loads(settings(Pages({"README.md": f"# {title}\n", "docs/a/README.md": f"# {title}\n"})))["project"]
    assert not re.search(r"<|>", told["site_name"])
    assert len(told["nav"][-1]["Resources"]) == 1


def test_what_the_program_says_is_told(
    sdk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the site that was there stays."""
    pytest.importorskip("zensical", reason="the oldest versions of other packages are tested without it")
    assert main(["docs", "build", "--out", "sdk"]) == 0
    before = {path: path.read_bytes() for path in (sdk / "site").rglob("*.html")}
    monkeypatch.setattr("sdkwright.site.settings", lambda pages: "[")
    assert main(["docs", "build", "--out", "sdk"]) == 1
    told = capsys.readouterr().err
    assert "Building the site has failed" in told
    assert "[site-failed]" in told
    assert {path: path.read_bytes() for path in (sdk / "site").rglob("*.html")} == before
