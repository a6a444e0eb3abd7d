"""How a document is named, and what is said of words that mean nothing."""

from __future__ import annotations

import io
import shlex
import socket
from pathlib import Path

import pytest
from sdkwright.cli.main import main

from tests.unit.cli.typed import run


@pytest.mark.parametrize("typed", [["pets.yaml"], ["--spec", "pets.yaml"], ["pets.yaml", "--spec", "pets.yaml"], []])
def test_a_document_is_named_with_or_without_the_option(
    folder: Path, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    assert run(capsys, "validate", *typed)[:2] == (0, "pets.yaml is valid.\n")


def test_two_documents_are_one_too_many(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "validate", "pets.yaml", "--spec", "others.yaml")
    assert (status, "Two documents are named" in err) == (1, True)


def test_a_document_comes_from_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """References are read from the working folder, and messages say what was read."""
    text = (folder / "pets.yaml").read_text().replace('"#/components/schemas/Pet"', "pets.yaml#/components/schemas/Pet")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run(capsys, "generate", "-", "--out", "piped")[0] == 0
    assert (folder / "piped/pyproject.toml").is_file()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"openapi: 3.1.0\npaths: 1\n")))
    status, _, err = run(capsys, "validate", "-")
    assert (status, "--> standard input:2:1" in err) == (1, True)


@pytest.mark.parametrize("address", ["https://pets.example/a.yaml", "http://pets.example/?a=1&b", "ftp://x/y"])
def test_an_address_is_not_fetched_and_the_line_that_does_it_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    status, _, err = run(capsys, "generate", address)
    assert status == 1
    assert f"curl -fsSL {shlex.quote(address)} -o openapi.yaml" in err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["genrate"], "generate"),
        (["validate", "--strit"], "--strict"),
        (["generate", "--ouput=x"], "--out"),
        (["validate", "--format", "jsn"], "json"),
        (["dump", "api", "--onyl", "x"], "--only"),
    ],
)
def test_what_was_probably_meant_is_said(capsys: pytest.CaptureFixture[str], typed: list[str], meant: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert f"did you mean {meant}?" in said or f"you meant '{meant}'?" in said  # Python 3.15 asks by itself


@pytest.mark.parametrize("typed", ["65536", "-1", "http"])
def test_what_is_no_port_is_refused_before_anything_is_done(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    for command in (["mock"], ["docs", "serve"]):
        with pytest.raises(SystemExit) as ended:
            main([*command, f"--port={typed}"])
        assert ended.value.code == 2
        assert f"argument --port: invalid port value: '{typed}'" in capsys.readouterr().err


def test_a_port_that_another_program_has_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, err = run(capsys, "mock", "--port", f"{port}")
    assert status == 1
    assert f"No server can listen on port {port}: " in err
    assert "[port]" in err


def test_who_types_nothing_is_told_what_there_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["sdkwright"])
    for typed in (None, []):
        with pytest.raises(SystemExit) as ended:
            main(typed)
        out, err = capsys.readouterr()
        assert (ended.value.code, out) == (2, "")
        assert "write the SDK of the document into the output folder" in err
