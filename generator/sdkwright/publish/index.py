"""What the index has already, read from its Simple API (PEP 503 in HTML, PEP 691 in JSON)."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit, urlunsplit

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    canonicalize_version,
    parse_sdist_filename,
    parse_wheel_filename,
)

from sdkwright.frozen import Frozen
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import INDEX
from sdkwright.publish.programs import environment_without_secrets, redacted

ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
SECONDS = 60
LARGEST = 256 * 2**20
"""Bytes of one answer."""


class Release(Frozen):
    """One version of one project on the index whose Simple API is at `index`."""

    project: str
    version: str
    index: str


class Listed(Frozen):
    """One file that the index lists; `algorithm` and `digest` are empty when it gives no usable hash."""

    name: str
    url: str
    algorithm: str = ""
    digest: str = ""


class UnreachableError(ProblemsError):
    """Nothing can be learned of the index: its address is not known, or it does not answer."""


def index_url(given: str | None) -> str:
    """The address of the Simple API: as given, else the one that pip uses.

    Where the upload goes to a repository of its own (`TWINE_REPOSITORY_URL`, `TWINE_REPOSITORY`), pip's index may be
    another one, so it must be given.  Raises ProblemsError.
    """
    if given:
        if urlsplit(given).scheme not in ("http", "https"):
            raise _error("The address of the index must begin with https:// or http://", "Correct --index-url.")
        return given
    if os.environ.get("TWINE_REPOSITORY_URL") or os.environ.get("TWINE_REPOSITORY"):
        raise _unreachable(
            "The upload goes to another repository, and nothing says where its index can be read",
            "Give the address of its Simple API with --index-url.",
        )
    ask = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
    for command in (["-m", "pip", "config", "get", "global.index-url"], ["-c", ask]):
        done = subprocess.run(
            [sys.executable, *command],
            env=environment_without_secrets(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0 and done.stdout.strip():
            return os.environ.get("PIP_INDEX_URL") or done.stdout.strip()
    raise _unreachable(
        "The address of the index is not known to pip", "Give the address of the index's Simple API with --index-url."
    )


def missing_files(release: Release, files: list[Path]) -> list[Path]:
    """Those of `files` that the index does not have.

    Raises ProblemsError when it has this version with other content, or cannot be read.
    """
    listed = {file.name: file for file in _listed(release) if _is_of(file.name, release)}
    ours = {file.name: file for file in files}
    other = sorted(name for name in listed if name not in ours or not _same(listed[name], ours[name]))
    if other:
        raise _error(
            f"The index has {release.project} {release.version} with other content: {', '.join(other)}",
            "Raise python.version in gen.yaml and run `sdkwright generate`; a published version never changes.",
        )
    return [file for name, file in sorted(ours.items()) if name not in listed]


def _is_of(name: str, release: Release) -> bool:
    """Whether a file of this name belongs to the release."""
    try:
        project, version = parse_wheel_filename(name)[:2] if name.endswith(".whl") else parse_sdist_filename(name)
    except (InvalidWheelFilename, InvalidSdistFilename):
        return False
    same_version = canonicalize_version(str(version)) == canonicalize_version(release.version)
    return same_version and project == canonicalize_name(release.project)


def _same(listed: Listed, file: Path) -> bool:
    """Whether the index has exactly this file: by the hash that it gives, else by downloading its own."""
    content = file.read_bytes()
    if listed.algorithm:
        return hashlib.new(listed.algorithm, content).hexdigest() == listed.digest
    return _get(listed.url)[0] == content


def _listed(release: Release) -> list[Listed]:
    page = f"{release.index.rstrip('/')}/{canonicalize_name(release.project)}/"
    try:
        content, kind, final = _get(page)
    except FileNotFoundError:
        return []
    if kind == "application/vnd.pypi.simple.v1+json":
        return _of_json(content, final)
    if kind in ("text/html", "application/vnd.pypi.simple.v1+html"):
        parser = _Links(final)
        parser.feed(content.decode("utf-8", "replace"))
        return parser.listed
    raise _error(f"The address {redacted(page)} answers with {kind}, which is no Simple API", "Correct --index-url.")


def _of_json(content: bytes, page: str) -> list[Listed]:
    answer: Any = json.loads(content)
    found: list[Listed] = []
    for file in answer["files"]:
        hashes: dict[str, str] = file.get("hashes") or {}
        algorithm = "sha256" if "sha256" in hashes else ""
        found.append(Listed(file["filename"], urljoin(page, file["url"]), algorithm, hashes.get(algorithm, "")))
    return found


class _Links(HTMLParser):
    """Collects the files of an HTML page: the text of a link is the name, its fragment the hash (PEP 503)."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page
        self.listed: list[Listed] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes in one link."""
        href = dict(attrs).get("href")
        if tag != "a" or not href:
            return
        url, fragment = urldefrag(urljoin(self._page, href))
        algorithm, _, found = fragment.partition("=")
        if algorithm not in ("sha256", "sha384", "sha512"):
            algorithm = found = ""
        self.listed.append(Listed(unquote(urlsplit(url).path.rpartition("/")[2]), url, algorithm, found))


def _get(address: str) -> tuple[bytes, str, str]:
    """Content, media type and final address of `address`.

    Raises FileNotFoundError when there is nothing there, ProblemsError when it cannot be read.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    bare = urlunsplit(parts._replace(netloc=f"{host}:{parts.port}" if parts.port else host))
    request = urllib.request.Request(bare, headers={"Accept": ACCEPT, "User-Agent": "sdkwright"})
    if parts.username:
        userinfo = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_unredirected_header("Authorization", "Basic " + base64.b64encode(userinfo.encode()).decode())
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return answer.read(LARGEST), answer.headers.get_content_type(), answer.geturl()
    except urllib.error.HTTPError as error:
        with error:
            if error.code in (404, 410):
                raise FileNotFoundError(bare) from None
            raise _error(
                f"The index answers {error.code} for {bare}", "Check --index-url and the access to it."
            ) from None
    except (OSError, ValueError) as error:
        raise _unreachable(
            f"The index cannot be read at {bare}: {error}", "Check --index-url and the network."
        ) from None


def _unreachable(message: str, remedy: str) -> UnreachableError:
    return UnreachableError([Problem(Severity.ERROR, INDEX, message, remedy)])


def _error(message: str, remedy: str) -> ProblemsError:
    return ProblemsError([Problem(Severity.ERROR, INDEX, message, remedy)])
