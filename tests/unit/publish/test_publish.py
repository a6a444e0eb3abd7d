"""Publishing, against a real index on loopback: what is refused, what is uploaded, what a second run does."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from loopback_index import Index
from sdkwright.frozen import replace
from sdkwright.output import Stamp, Tree, packed, write
from sdkwright.problems import ProblemsError
from sdkwright.publish import Order, publish
from sdkwright.publish.artifacts import build_twice, source_date
from sdkwright.publish.programs import environment_without_secrets, redacted, run

from tests.unit.planning import model
from tests.unit.publish.test_attestations import attestation

pytestmark = pytest.mark.slow
PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "mini-sdk"
version = "1.0"
description = "A client of nothing."
readme = "README.md"
requires-python = ">=3.11"

[tool.hatch.build.targets.wheel]
packages = ["src/mini_sdk"]
"""
CLIENT = '''\
"""A client of nothing."""


class Mini:
    def __init__(self, server_url: str) -> None:
        self.server_url = server_url

    def __enter__(self) -> "Mini":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def preload(self) -> None:
        print("called")
'''


HOOK = """\
import os

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Hook(BuildHookInterface):
    def initialize(self, version, build_data):
        with open("src/mini_sdk/made.py", "w") as made:
            made.write(f"folder = {os.getcwd()!r}")
"""
"""Writes the folder of the build into the package."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a small SDK that needs nothing."""
    folder = tmp_path / "sdk"
    (folder / "src" / "mini_sdk").mkdir(parents=True)
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "README.md").write_text("# mini-sdk\n")
    (folder / "src" / "mini_sdk" / "__init__.py").write_text(CLIENT)
    return folder


def listed(folder: Path) -> tuple[str, ...]:
    """All that is in the folder."""
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


@pytest.fixture
def order(project: Path, index: Index, monkeypatch: pytest.MonkeyPatch) -> Order:
    """The order to publish `project` to `index`, whose credentials stand in the environment."""
    monkeypatch.setenv("TWINE_REPOSITORY_URL", index.url + "/")
    monkeypatch.setenv("TWINE_USERNAME", "somebody")
    monkeypatch.setenv("TWINE_PASSWORD", "s3cret-s3cret")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return Order(project, listed(project), "mini-sdk", "1.0", "mini_sdk", "Mini", index=index.simple)


def said(order: Order) -> list[str]:
    lines: list[str] = []
    publish(order, lines.append)
    return lines


WHEEL, SDIST = "mini_sdk-1.0-py3-none-any.whl", "mini_sdk-1.0.tar.gz"


def test_publishing_completing_repeating_and_refusing(order: Order, index: Index) -> None:
    """One story, since every run builds twice."""
    lines = said(order)
    assert lines[-1] == "Published mini-sdk 1.0."
    assert index.files() == [WHEEL, SDIST]
    before = {path.name: path.read_bytes() for path in index.folder.iterdir()}

    (index.folder / SDIST).unlink()
    assert f"Uploading {SDIST}" in said(order), "a half finished upload is completed"

    lines += said(order)
    assert lines[-1] == "mini-sdk 1.0 is on the index already, with the same content: nothing to do."
    assert {path.name: path.read_bytes() for path in index.folder.iterdir()} == before
    assert not any("s3cret" in line for line in lines)

    (order.folder / "README.md").write_text("# other\n")
    with pytest.raises(ProblemsError, match=r"The index has mini-sdk 1\.0 with other content"):
        publish(order, print)
    assert {path.name: path.read_bytes() for path in index.folder.iterdir()} == before


def test_a_dry_run_uploads_nothing_and_can_leave_the_files(order: Order, index: Index, tmp_path: Path) -> None:
    lines = said(replace(order, dry_run=True, keep=tmp_path / "dist"))
    assert lines[-1] == f"Not uploaded (dry run): {WHEEL}, {SDIST}"
    assert lines[-4] == f"To {index.url}/ would go:"
    for line, name in zip(lines[-3:-1], (WHEEL, SDIST), strict=True):
        content = (tmp_path / "dist" / name).read_bytes()
        assert line == f"  {name}  {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}"
    assert index.files() == []
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == [WHEEL, SDIST]


def test_what_was_signed_for_a_dry_run_goes_along_with_the_same_files(
    order: Order, index: Index, tmp_path: Path
) -> None:
    dist = tmp_path / "dist"
    said(replace(order, dry_run=True, keep=dist))
    for name in (WHEEL, SDIST):
        (dist / f"{name}.publish.attestation").write_text(attestation(name, (dist / name).read_bytes()))
    lines = said(replace(order, dry_run=True, attestations=dist))
    assert lines[-3:-1] == [f"  {name}.publish.attestation" for name in (WHEEL, SDIST)]
    assert said(replace(order, attestations=dist))[-1] == "Published mini-sdk 1.0."
    assert index.files() == [WHEEL, SDIST]


def test_an_sdk_that_does_not_work_is_not_uploaded(order: Order, index: Index) -> None:
    (order.folder / "src" / "mini_sdk" / "broken.py").write_text("raise RuntimeError('broken on import')\n")
    order = replace(order, files=listed(order.folder))
    with pytest.raises(ProblemsError, match="broken on import"):
        publish(order, print)
    assert index.files() == []


def test_metadata_that_twine_warns_of_is_refused(order: Order, index: Index) -> None:
    text = (order.folder / "pyproject.toml").read_text()
    (order.folder / "pyproject.toml").write_text(text.replace('readme = "README.md"\n', ""))
    with pytest.raises(ProblemsError, match="Twine check has failed"):
        publish(order, print)
    assert index.files() == []


def test_a_refused_upload_shows_no_credential(order: Order, index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    address = index.url.replace("//", "//user:s3cret-s3cret@") + "/nowhere/"
    monkeypatch.setenv("TWINE_REPOSITORY_URL", address)
    with pytest.raises(ProblemsError, match="The upload has failed") as caught:
        publish(order, print)
    assert "s3cret" not in str(caught.value)
    assert index.files() == []


def test_builds_are_equal_byte_for_byte_and_dated_by_the_variable(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    one = {path.name: path.read_bytes() for path in build_twice(project, listed(project), tmp_path / "a")}
    other = {path.name: path.read_bytes() for path in build_twice(project, listed(project), tmp_path / "b")}
    assert one == other
    assert sorted(one) == [WHEEL, SDIST]


def test_what_is_listed_is_packed_and_nothing_else(project: Path, tmp_path: Path) -> None:
    """A folder may be called like one of build tools, and be ignored by git."""
    (project / "src" / "mini_sdk" / "build").mkdir()
    (project / "src" / "mini_sdk" / "build" / "__init__.py").write_text("")
    (project / ".gitignore").write_text("build\n")
    files = tuple(path for path in listed(project) if path != ".gitignore")
    (project / "src" / "mini_sdk" / "secrets.py").write_text("")
    wheel, sdist = build_twice(project, files, tmp_path / "work")
    with zipfile.ZipFile(wheel) as archive:
        modules = {name for name in archive.namelist() if name.startswith("mini_sdk/")}
    assert modules == {"mini_sdk/__init__.py", "mini_sdk/build/__init__.py"}
    with tarfile.open(sdist) as archive:
        packed = {name.removeprefix("mini_sdk-1.0/") for name in archive.getnames()}
    assert packed - {"PKG-INFO"} == set(files)


def test_releases_of_an_sdk_carry_its_licence(tmp_path: Path) -> None:
    made = model({"a": {"type": "string"}})
    out = tmp_path / "out"
    files = {**made.files, "README.md": b"# Acme\n"}
    tree = Tree(files, Stamp("1", "d", "o"), package="src/acme")
    write(tree, out)
    (out / "LICENSE").write_text("As you like it.")
    wheel, sdist = build_twice(out, packed(tree, out), tmp_path / "work")
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if name.endswith(".dist-info/licenses/LICENSE")]
    with tarfile.open(sdist) as archive:
        assert [name for name in archive.getnames() if name.endswith("/LICENSE")]


def test_builds_that_differ_are_refused(project: Path, tmp_path: Path) -> None:
    (project / "hatch_build.py").write_text(HOOK)
    (project / "pyproject.toml").write_text(PROJECT + "\n[tool.hatch.build.hooks.custom]\n")
    with pytest.raises(ProblemsError, match="Two builds of the same files differ") as caught:
        build_twice(project, listed(project), tmp_path / "work")
    assert [problem.code for problem in caught.value.problems] == ["not-reproducible"]


def test_the_last_commit_of_the_folder_dates_the_build(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert source_date(project) == {}
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed, so there is no commit to take the time of")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Somebody")
        monkeypatch.setenv(f"{name}_EMAIL", "somebody@example.com")
        monkeypatch.setenv(f"{name}_DATE", "1600000000 +0900")
    for arguments in (["init", "-q", "."], ["add", "sdk"], ["commit", "-q", "-m", "first"]):
        subprocess.run([git, *arguments], cwd=tmp_path, check=True)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1700000000 +0900")
    subprocess.run([git, "commit", "-q", "--allow-empty", "-m", "elsewhere"], cwd=tmp_path, check=True)
    assert source_date(project) == {"SOURCE_DATE_EPOCH": "1600000000"}


def test_secrets_leave_neither_the_environment_nor_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINE_PASSWORD", "hunter22")
    monkeypatch.setenv("MY_TOKEN", "t0ken-t0ken")
    monkeypatch.setenv("HARMLESS", "kept")
    environment = environment_without_secrets()
    assert {"TWINE_PASSWORD", "MY_TOKEN"}.isdisjoint(environment)
    assert environment["HARMLESS"] == "kept"
    assert redacted("hunter22 at https://me:pw@host/x with t0ken-t0ken") == "*** at https://***@host/x with ***"


def test_a_program_that_fails_is_quoted_at_its_end() -> None:
    code = "import sys; [print(n) for n in range(100)]; sys.exit(3)"
    with pytest.raises(ProblemsError, match=r"Counting has failed \(exit 3\):\n80\n") as caught:
        run([sys.executable, "-c", code], "counting")
    assert [problem.code for problem in caught.value.problems] == ["publish-failed"]
    assert "79\n" not in str(caught.value)
