"""`sdkwright.requires`: which versions may read the options, and what another one says."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet
from packaging.version import Version
from sdkwright import __version__
from sdkwright.cli.main import main
from sdkwright.options.read import load_options
from sdkwright.options.requires import minor_range
from sdkwright.problems import ProblemsError

DOCUMENT = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\n"


def options(folder: Path, text: str) -> Path:
    path = folder / "gen.yaml"
    path.write_text(text)
    return path


@pytest.mark.parametrize("wanted", [minor_range(), f"=={__version__}", ">=0", "", "<99,>=0.0.1.dev1"])
def test_a_range_that_has_this_version_lets_it_work(tmp_path: Path, wanted: str) -> None:
    found = load_options(options(tmp_path, f"sdkwright: {{requires: '{wanted}'}}\n"))
    assert found.config.requires == (wanted or None)
    assert found.problems == ()


@pytest.mark.parametrize("wanted", [">=99,<100", f"!={__version__}", "<0.0.1", f"==={__version__}.post9"])
def test_another_version_says_what_to_install_and_nothing_else(tmp_path: Path, wanted: str) -> None:
    """Also of options that only a later version knows."""
    path = options(tmp_path, f"python: {{version: nonsense}}\nsdkwright:\n  later: 1\n  requires: '{wanted}'\n")
    with pytest.raises(ProblemsError) as caught:
        load_options(path)
    (problem,) = caught.value.problems
    assert problem.code == "other-version"
    assert f"pip install {shlex.quote(f'sdkwright{wanted}')}" in problem.remedy
    assert __version__ in problem.message
    assert problem.position is not None
    assert problem.position.line == 4


@pytest.mark.parametrize("wanted", ["0.2", "'newest'", "'>=1; rm'", "[1]", "true"])
def test_what_is_no_range_is_a_mistake_of_the_options(tmp_path: Path, wanted: str) -> None:
    with pytest.raises(ProblemsError, match=r"a range of versions|text, not") as caught:
        load_options(options(tmp_path, f"sdkwright: {{requires: {wanted}}}\n"))
    assert [problem.code for problem in caught.value.problems] == ["bad-option"]


@given(st.tuples(*[st.integers(0, 99)] * 3), st.sampled_from(["", "a1", "rc2", ".post1", ".dev3"]))
def test_a_minor_range_has_later_mends_and_not_the_next(release: tuple[int, int, int], end: str) -> None:
    major, minor, micro = release
    versions = SpecifierSet(minor_range(f"{major}.{minor}.{micro}{end}"))
    assert versions.contains(f"{major}.{minor}.{micro}{end}", prereleases=True)
    assert versions.contains(f"{major}.{minor}.{micro + 1}")
    assert not versions.contains(str(Version(f"{major}.{minor + 1}")))
    assert not versions.contains(str(Version(f"{major + 1}.{minor}")))


@pytest.mark.parametrize("command", ["generate", "check", "validate", "names", "diff", "publish"])
def test_every_command_stops_before_it_reads_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    options(tmp_path, "sdkwright: {requires: '>=99'}\n")
    (tmp_path / "openapi.yaml").write_text("openapi: 3.1.0\n- no YAML")
    arguments = ["openapi.yaml", "openapi.yaml"] if command == "diff" else []
    assert main([command, *arguments]) == 1
    assert "error: The options ask for sdkwright" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gen.yaml", "openapi.yaml"]


def test_what_stood_at_a_revision_was_for_the_version_of_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pull request that changes over is compared with what was before it."""
    monkeypatch.chdir(tmp_path)
    options(tmp_path, "sdkwright: {requires: '<0.0.1'}\n")
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    person = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"]
    for typed in (["init", "-q"], ["add", "."], [*person, "commit", "-q", "-m", "before"]):
        subprocess.run(["git", *typed], check=True)
    options(tmp_path, f"sdkwright: {{requires: '{minor_range()}'}}\n")
    assert main(["diff", "--against", "HEAD"]) == 0
    assert "error" not in capsys.readouterr().err
