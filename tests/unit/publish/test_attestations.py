"""Attestations: compared with what was built, and handed to the index.  Nothing is signed here, which needs an identity
that only a code host can prove."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.problems import ProblemsError
from sdkwright.publish.attestations import attested
from sdkwright.publish.upload import repository, upload
from werkzeug.formparser import parse_form_data

from tests.unit.publish.dists import write_wheel


def attestation(name: str, content: bytes) -> str:
    """A statement that nobody has signed, in the form of PEP 740."""
    subject = {"name": name, "digest": {"sha256": hashlib.sha256(content).hexdigest()}}
    statement = {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [subject],
        "predicateType": "https://docs.pypi.org/attestations/publish/v1",
        "predicate": None,
    }
    signed = base64.b64encode(json.dumps(statement).encode()).decode()
    material = {"certificate": "AAAA", "transparency_entries": [{}]}
    envelope = {"statement": signed, "signature": "AAAA"}
    return json.dumps({"version": 1, "verification_material": material, "envelope": envelope})


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    return write_wheel(tmp_path / "built")


@pytest.fixture
def signed(tmp_path: Path, wheel: Path) -> Path:
    """A folder with the attestation of the wheel, and one of another version."""
    folder = tmp_path / "signed"
    folder.mkdir()
    text = attestation(wheel.name, wheel.read_bytes())
    (folder / f"{wheel.name}.publish.attestation").write_text(text)
    (folder / "mini_sdk-0.9-py3-none-any.whl.publish.attestation").write_text("{}")
    return folder


Posts = list[dict[str, str]]


@pytest.fixture
def posts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Posts]:
    """The fields of every upload to an index that takes all of them."""
    found: Posts = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            environ = {
                "REQUEST_METHOD": "POST",
                "wsgi.input": BytesIO(body),
                "CONTENT_LENGTH": str(len(body)),
                "CONTENT_TYPE": self.headers["Content-Type"],
            }
            form, files = parse_form_data(environ)[1:]
            with closing(files["content"]) as content:
                found.append({**form.to_dict(), "content": content.filename or ""})
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Logs nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("TWINE_REPOSITORY_URL", f"http://somebody:s3cret@127.0.0.1:{server.server_port}/upload/")
        monkeypatch.setenv("TWINE_USERNAME", "somebody")
        monkeypatch.setenv("TWINE_PASSWORD", "s3cret-s3cret")
        yield found
        server.shutdown()
        thread.join()


@pytest.mark.slow
def test_the_index_gets_each_file_with_its_attestation(wheel: Path, signed: Path, posts: Posts) -> None:
    found = attested([wheel], signed)
    assert [path.parent for path in found] == [wheel.parent]
    upload([wheel], found)
    (fields,) = posts
    assert fields["content"] == wheel.name
    assert json.loads(fields["attestations"]) == [json.loads(found[0].read_text())]


@pytest.mark.slow
def test_without_the_option_it_gets_none(wheel: Path, posts: Posts) -> None:
    upload([wheel])
    assert ["attestations" in fields for fields in posts] == [False]


@pytest.mark.slow
def test_the_address_is_told_without_credentials(posts: Posts, monkeypatch: pytest.MonkeyPatch) -> None:
    port = os.environ["TWINE_REPOSITORY_URL"].rpartition(":")[2].partition("/")[0]
    assert repository() == f"http://127.0.0.1:{port}/upload/"
    monkeypatch.delenv("TWINE_REPOSITORY_URL")
    monkeypatch.setenv("TWINE_REPOSITORY", "of nobody")
    with pytest.raises(ProblemsError, match="Missing 'of nobody' section"):
        repository()


def test_each_file_needs_one_of_its_content(wheel: Path, signed: Path, tmp_path: Path) -> None:
    wheel.write_bytes(b"other")
    with pytest.raises(
        ProblemsError, match=r"not of the `mini_sdk-1\.0-py3-none-any\.whl` that was built now"
    ) as caught:
        attested([wheel], signed)
    assert [problem.code for problem in caught.value.problems] == ["attestation"]
    with pytest.raises(ProblemsError, match="There is no attestation of"):
        attested([wheel], tmp_path / "nowhere")


VALUES = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["envelope", "statement", "subject", "name", "digest", "sha256"]), inner),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES, VALUES)
def test_anything_else_is_a_clean_problem(wheel: Path, signed: Path, outer: object, inner: object) -> None:
    path = signed / f"{wheel.name}.publish.attestation"
    statement = base64.b64encode(json.dumps(inner).encode()).decode()
    for value in (outer, {"envelope": outer}, {"envelope": {"statement": statement}}):
        path.write_text(json.dumps(value))
        with pytest.raises(ProblemsError):
            attested([wheel], signed)
