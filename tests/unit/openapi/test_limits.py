"""What no small document gives: limits that are reached, a validator that fails, tools that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.cli.main import main
from sdkwright.normalise.schemas import walk
from sdkwright.openapi import files
from sdkwright.openapi.checks import backstop
from sdkwright.problems.code import Example, Where, schema

from tests.casework.framed import lay_out_example

SOUND = Example(Where.SITUATION, "")


def said(
    example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """The status of a run over the example, and what it prints about problems."""
    monkeypatch.chdir(folder)
    return main(["validate", *lay_out_example(example, folder)[:2]]), capsys.readouterr().err


def test_lists_too_deep_within_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nested = "{type: array, items: " * 66 + "{type: string}" + "}" * 66
    status, err = said(schema(nested), tmp_path, monkeypatch, capsys)
    assert status == 0
    assert "[deep-type]" in err


def test_more_properties_than_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(walk, "MOST_PROPERTIES", 1)
    status, err = said(schema("{properties: {a: {}, b: {}}}"), tmp_path, monkeypatch, capsys)
    assert status == 1
    assert "[too-many-properties]" in err


def test_more_files_than_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 1)
    (tmp_path / "pet.yaml").write_text("type: string\n")
    status, err = said(schema("$ref: pet.yaml"), tmp_path, monkeypatch, capsys)
    assert status == 1
    assert "[too-many-files]" in err


def test_a_validator_that_fails_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_: object) -> object:
        raise LookupError

    for validator in (backstop.OpenAPIV31SpecValidator, backstop.OpenAPIV32SpecValidator):
        monkeypatch.setattr(validator, "iter_errors", failing)
    status, err = said(SOUND, tmp_path, monkeypatch, capsys)
    assert status == 0
    assert "[second-opinion]" in err


def test_publishing_names_the_tools_that_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sdkwright.publish.TOOLS", ("no_such_tool",))
    arguments = lay_out_example(SOUND, tmp_path)
    assert main(["generate", *arguments]) == 0
    assert main(["publish", *arguments]) == 1
    assert "Publishing needs no_such_tool, not installed here  [missing-tool]" in capsys.readouterr().err
