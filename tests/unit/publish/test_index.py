"""Reading the index: both forms of its Simple API, hashes, addresses with credentials, and what is not there."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sdkwright.frozen import replace
from sdkwright.problems import ProblemsError
from sdkwright.publish.index import Release, index_url, missing_files

WHEEL = "mini_sdk-1.0-py3-none-any.whl"

Site = tuple[str, dict[str, tuple[str, str]]]
"""The address of a Simple API, and its pages: path -> (media type, text)."""


@pytest.fixture
def release(site: Site) -> Release:
    """The release 1.0 on an index whose one page the test writes."""
    return Release("Mini.SDK", "1.0", site[0])


@pytest.fixture
def site() -> Iterator[Site]:
    """A tiny server: path -> (media type, text); everything else is a 404."""
    pages: dict[str, tuple[str, str]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages["authorization"] = ("", self.headers.get("Authorization", ""))
            kind, text = pages.get(self.path, ("", ""))
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", kind or "text/plain")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Logs nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/simple", pages
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / WHEEL
    path.write_bytes(b"content")
    return path


SAME = hashlib.sha256(b"content").hexdigest()
OTHER = hashlib.sha256(b"other").hexdigest()
JSON = "application/vnd.pypi.simple.v1+json"


@pytest.mark.parametrize(
    ("kind", "text", "missing"),
    [
        ("text/html; charset=utf-8", "<a href='x'>nothing of ours</a>", True),
        ("text/html", f"<a href='../../{WHEEL}#sha256={SAME}'>w</a>", False),
        (JSON, f'{{"files": [{{"filename": "{WHEEL}", "url": "w", "hashes": {{"sha256": "{SAME}"}}}}]}}', False),
        (JSON, '{"files": []}', True),
        (
            JSON,
            f'{{"files": [{{"filename": "mini_sdk-2.0.tar.gz", "url": "w", "hashes": {{"sha256": "{OTHER}"}}}}]}}',
            True,
        ),
    ],
)
def test_both_forms_of_the_simple_api_are_read(
    site: Site,
    release: Release,
    wheel: Path,
    kind: str,
    text: str,
    missing: bool,
) -> None:
    site[1]["/simple/mini-sdk/"] = (kind, text)
    assert missing_files(release, [wheel]) == ([wheel] if missing else [])


@pytest.mark.parametrize(
    "text",
    [
        f"<a href='{WHEEL}#sha256={OTHER}'>w</a>",
        "<a href='mini_sdk-1.0-cp311-cp311-linux_x86_64.whl'>another wheel of this version</a>",
        f"<a href='mini_sdk-1.0.0.tar.gz#sha256={SAME}'>another spelling of this version</a>",
    ],
)
def test_other_content_of_the_same_version_is_refused(site: Site, release: Release, wheel: Path, text: str) -> None:
    site[1]["/simple/mini-sdk/"] = ("text/html", text)
    with pytest.raises(ProblemsError, match="other content") as caught:
        missing_files(release, [wheel])
    assert [problem.code for problem in caught.value.problems] == ["index"]


def test_without_a_hash_the_file_itself_is_compared(site: Site, release: Release, wheel: Path) -> None:
    site[1]["/simple/mini-sdk/"] = ("text/html", f"<a href='/files/{WHEEL}#md5=0'>w</a>")
    site[1][f"/files/{WHEEL}"] = ("application/octet-stream", "content")
    assert missing_files(release, [wheel]) == []


def test_an_unknown_project_lacks_every_file(release: Release, wheel: Path) -> None:
    assert missing_files(release, [wheel]) == [wheel]


def test_the_user_part_of_the_address_is_sent_as_a_header_and_never_shown(
    site: Site, release: Release, wheel: Path
) -> None:
    url, pages = site
    private = replace(release, index=url.replace("//", "//user:p%40ss@"))
    pages["/simple/mini-sdk/"] = ("image/png", "")
    with pytest.raises(ProblemsError, match="no Simple API") as caught:
        missing_files(private, [wheel])
    assert "p%40ss" not in str(caught.value)
    assert pages["authorization"][1] == "Basic " + base64.b64encode(b"user:p@ss").decode()


def test_an_index_that_is_not_there_is_a_clean_error(wheel: Path) -> None:
    with pytest.raises(ProblemsError, match="cannot be read"):
        missing_files(Release("x", "1.0", "http://127.0.0.1:9/simple"), [wheel])


def test_an_upload_elsewhere_needs_the_address_of_its_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINE_REPOSITORY_URL", "https://index.example/upload")
    with pytest.raises(ProblemsError, match="another repository"):
        index_url(None)
    assert index_url("https://index.example/simple") == "https://index.example/simple"
    with pytest.raises(ProblemsError, match="must begin with"):
        index_url("file:///etc")


def test_without_an_address_pip_says_which_index_it_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TWINE_REPOSITORY_URL", "TWINE_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example/simple")
    assert index_url(None) == "https://index.example/simple"
