"""Each document of `hostile/` tries something: it generates safely, or ends in a clean error; nothing else may happen.

A document says in its first lines what it tries (`# attack:`), what must come of it (`# expect: generated`, `error` or
`either`), and which of its wire names and values the code must hold (`# wire:`, a list of JSON).

What would run calls `canary`, a name that the code may hold in texts alone.  All packages are imported at the end, in
one interpreter that lets nothing be written, started or connected to.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sdkwright.cli.commands import main

DOCUMENTS = sorted((Path(__file__).parent / "hostile").iterdir())
HEADER = re.compile(r"^# (attack|expect|wire): (.*)$", re.MULTILINE)
READER = MarkdownIt("commonmark", {"html": True}).enable(["table"])
RUNS = re.compile(r"<\s*/?\s*(?:script|style|iframe|object|embed|svg|img)\b|\bon\w+\s*=", re.IGNORECASE)
UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]|(?<!\\| )\ufeff"
)
"""A mark of the byte order stays where a cell begins with it, as on published pages."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)
LONGEST_ERROR = 2000
"""Bytes that one problem may take."""
IMPORTER = """\
import importlib, pathlib, sys, warnings
warnings.simplefilter("error")
def refuse(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.remove", "os.mkdir")):
        raise SystemExit(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
for root in map(pathlib.Path, sys.argv[1:]):
    sys.path.insert(0, str(root))
    parts = ()
    for path in sorted(root.glob("*/*.py")) + sorted(root.glob("*/models/*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    del sys.path[0]
    for name in [name for name in sys.modules if name.split(".")[0] == parts[0]]:
        del sys.modules[name]
"""


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


@pytest.fixture(params=DOCUMENTS, ids=lambda document: document.name)
def made(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Made:
    """The document, generated in a folder deep enough for climbing out of it to show."""
    document: Path = request.param
    project = tmp_path / "a" / "b" / "c" / "d"
    project.mkdir(parents=True)
    spec = project / document.name
    spec.write_bytes(document.read_bytes())
    monkeypatch.chdir(project)
    before = set(tmp_path.rglob("*"))
    out = project / "out"
    status = main(["generate", "--spec", str(spec), "--out", str(out)])
    captured = capsys.readouterr()
    stray = {path for path in tmp_path.rglob("*") if path not in before and out not in (path, *path.parents)}
    assert not stray, "written outside the output folder"
    told = header(document)
    return Made(document, told["expect"], json.loads(told.get("wire", "[]")), out, status, captured.err)


def test_hostile_document(made: Made, packages: list[Path]) -> None:
    if made.status != 0:
        judge_error(made)
        return
    assert made.expected in ("generated", "either"), "an error was expected"
    files = {path.relative_to(made.out).as_posix(): path for path in made.out.rglob("*") if path.is_file()}
    judge_names(files)
    code = Code()
    for name, path in files.items():
        text = path.read_bytes().decode("utf-8")
        assert not UNREADABLE.search(text), name
        if name.endswith(".py") and "/_runtime/" not in name:
            code.add(name, text)
        elif name.endswith(".md"):
            judge_markdown(name, text)
        elif name.endswith(".toml"):
            assert "canary" not in keys_of(tomllib.loads(text)), name
    missing = [each for each in made.wire if each not in code.strings and each not in code.identifiers]
    assert not missing, "wire names and values that the code does not hold"
    packages.append(made.out / "src")


def test_every_module_imports(packages: list[Path]) -> None:
    command = [sys.executable, "-I", "-B", "-c", IMPORTER, *map(str, packages)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def judge_error(made: Made) -> None:
    """One clean message, and nothing left behind."""
    assert made.expected in ("error", "either"), made.said
    assert made.status == 1
    assert not made.out.exists()
    assert "internal error" not in made.said
    assert "Traceback" not in made.said
    assert re.search(r"^error: .+\n  --> .+", made.said, re.MULTILINE), made.said
    assert all(len(each.encode()) <= LONGEST_ERROR for each in made.said.split("\nerror: ")[:3])
    assert not UNREADABLE.search(made.said)


def judge_names(files: Iterable[str]) -> None:
    """No name that some file system reserves or takes for another."""
    folded: set[str] = set()
    for name in files:
        assert all(not RESERVED.fullmatch(part) and len(part) <= 150 for part in name.split("/")), name
        key = unicodedata.normalize("NFKC", name).casefold()
        assert key not in folded, name
        folded.add(key)


class Code:
    """What the modules of one package hold."""

    def __init__(self) -> None:
        self.strings: set[str] = set()
        self.identifiers: set[str] = set()

    def add(self, name: str, source: str) -> None:
        """One module, which may not name the canary."""
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Constant(value=str(value)):
                    self.strings.add(value)
                case ast.Name(id=found) | ast.Attribute(attr=found) | ast.arg(arg=found) | ast.ClassDef(name=found):
                    assert found not in ("canary", "__import__", "exec", "eval"), f"{name}:{node.lineno}"
                    self.identifiers.add(found)
                case _:
                    pass


def judge_markdown(name: str, text: str) -> None:
    """Nothing in the page runs."""
    for token in every(READER.parse(text)):
        if token.type in ("html_block", "html_inline"):
            assert not RUNS.search(token.content), f"{name}: {token.content!r:.200}"
        for attribute in ("href", "src"):
            target = str(token.attrs.get(attribute, ""))
            assert not re.match(r"\s*(?:javascript|vbscript|data):", target, re.IGNORECASE), f"{name}: {target!r:.200}"


def every(tokens: Iterable[Token]) -> Iterator[Token]:
    """All tokens, those inside others too."""
    for token in tokens:
        yield token
        yield from every(token.children or ())


def keys_of(value: object) -> set[str]:
    """Every key of TOML data."""
    if isinstance(value, dict):
        return {str(key) for key in value} | {key for each in value.values() for key in keys_of(each)}
    if isinstance(value, list):
        return {key for each in value for key in keys_of(each)}
    return set()
