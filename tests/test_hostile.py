"""Each document of `hostile/` tries something: it generates safely, or ends in a clean error; nothing else may happen,
whatever the style of the docs.

A document says in its first lines what it tries (`# attack:`), what must come of it (`# expect: generated`, `error` or
`either`), and which of its wire names and values the code must hold (`# wire:`, a list of JSON).

What would run calls `canary`, a name that the code may hold in texts alone.  All packages are imported at the end, in
one interpreter that lets nothing be written, started or connected to.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from casework.safety import IMPORTER, judge_output, judge_refusal
from sdkwright.cli.main import main
from sdkwright.docs.reader.where.places import LLMS
from sdkwright.options.model import DocsStyle

DOCUMENTS = sorted((Path(__file__).parent / "hostile").iterdir())
HEADER = re.compile(r"^# (attack|expect|wire): (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Made:
    """What came of one document."""

    document: Path
    expected: str
    wire: list[str]
    """What the code must hold."""
    out: Path
    status: int
    said: str


def header(document: Path) -> dict[str, str]:
    """The first lines of a document, by their names; a document of JSON has them as its first keys."""
    text = document.read_bytes()[:4000].decode("utf-8", "replace")
    if document.suffix == ".json":
        found = re.findall(r'"x-(attack|expect|wire)": ("(?:[^"\\]|\\.)*")', text)
        return {key: json.loads(value) for key, value in found}
    return dict(HEADER.findall(text))


@pytest.fixture(scope="module")
def packages() -> list[Path]:
    """Where the packages of the documents are that were generated."""
    return []


@pytest.fixture(
    params=[(document, style) for document in DOCUMENTS for style in DocsStyle],
    ids=lambda asked: f"{asked[0].name}-{asked[1].value}",
)
def made(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Made:
    """The document, generated in a folder deep enough for climbing out of it to show."""
    document: Path
    document, style = request.param
    project = tmp_path / "a" / "b" / "c" / "d"
    project.mkdir(parents=True)
    spec = project / document.name
    spec.write_bytes(document.read_bytes())
    monkeypatch.chdir(project)
    options = project / "gen.yaml"
    options.write_text(f"sdkwright: {{defaults: 1, docs: {{style: {style.value}}}}}\n")
    before = set(tmp_path.rglob("*"))
    out = project / "out"
    status = main(["generate", "--spec", str(spec), "--config", str(options), "--out", str(out)])
    captured = capsys.readouterr()
    stray = {path for path in tmp_path.rglob("*") if path not in before and out not in (path, *path.parents)}
    assert not stray, "written outside the output folder"
    told = header(document)
    return Made(document, told["expect"], json.loads(told.get("wire", "[]")), out, status, captured.err)


def test_hostile_document(made: Made, packages: list[Path]) -> None:
    if made.status != 0:
        assert made.expected in ("error", "either"), made.said
        assert not made.out.exists()
        judge_refusal(made.status, made.said)
        return
    assert made.expected in ("generated", "either"), "an error was expected"
    code = judge_output(made.out)
    missing = [each for each in made.wire if each not in code.strings and each not in code.identifiers]
    assert not missing, "wire names and values that the code does not hold"
    if (made.out / LLMS).exists():  # The package is the same in each style.
        packages.append(made.out / "src")


def test_every_module_imports(packages: list[Path]) -> None:
    command = [sys.executable, "-I", "-B", "-c", IMPORTER, *map(str, packages)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
