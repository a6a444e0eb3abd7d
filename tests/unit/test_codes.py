"""The table of problem codes: every code is used, every example gives its code, every message speaks with one voice."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest
from sdkwright.cli.main import main
from sdkwright.problems import ProblemCode, codes
from sdkwright.problems.code import Where

from tests.casework.framed import lay_out_example

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "generator" / "sdkwright"
WRITTEN = [code for code in codes.TABLE.values() if code.example.where is not Where.SITUATION]
SITUATIONS = [code for code in codes.TABLE.values() if code.example.where is Where.SITUATION]
SENTENCE = re.compile(r'[A-Z"`{]')
"""How a message begins: with a capital, a value as JSON, a name in backticks, or (in the source) with a placeholder."""


@pytest.mark.parametrize("code", WRITTEN)
def test_the_example_gives_the_code(
    code: ProblemCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["names", "--strict", "--format", "json", *lay_out_example(code.example, tmp_path)])
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert code in [problem["code"] for problem in problems]
    for problem in problems:
        assert SENTENCE.match(problem["message"]), problem["message"]
        assert not problem["message"].endswith("."), problem["message"]
        assert re.match(r"[A-Z].*[.?]$", problem["remedy"]), problem["remedy"]


@pytest.mark.parametrize("code", SITUATIONS)
def test_a_code_that_no_text_gives_is_shown_by_some_other_test(code: ProblemCode) -> None:
    """A test names it where it compares what came out; this file and the table do not count."""
    assert f'"{code}"' in _tests() or f"[{code}]" in _tests()


@pytest.mark.parametrize("code", codes.TABLE.values())
def test_an_entry_is_complete_and_its_code_is_used(code: ProblemCode) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert re.match(r"[A-Z`].*[.]$", code.what)
    assert re.match(r"[A-Z].*[.]$", code.remedy)
    assert code.example.text
    assert _constant(code) in _used()


def test_every_constant_is_another_code() -> None:
    written = [code for chapter in codes.CHAPTERS.values() for code in codes.codes_of(chapter)]
    assert len(written) == len(codes.TABLE)
    modules = {path.stem for path in (SOURCE / "problems" / "codes").glob("*.py")} - {"__init__"}
    assert modules == {chapter.__name__.rpartition(".")[2] for chapter in codes.CHAPTERS.values()}


def test_codes_are_made_in_the_table_alone() -> None:
    makers = {path for path, node in _calls() if isinstance(node.func, ast.Name) and node.func.id == "ProblemCode"}
    assert {path.parent.name for path in makers} == {"codes"}


def test_messages_are_sentences() -> None:
    """What stands behind a code in a call, and what is called `message` or `remedy`."""
    constants = {_constant(code) for code in codes.TABLE.values()}
    texts: list[tuple[Path, ast.expr]] = []
    for path, call in _calls():
        for before, after in zip(call.args, call.args[1:], strict=False):
            if isinstance(before, ast.Name) and before.id in constants & _imported(path):
                texts.append((path, after))
    for path, node in _nodes():
        match node:
            case ast.Assign(targets=[ast.Name(id="message" | "remedy")], value=value):
                texts.append((path, value))
            case _:
                pass
    begun = [(path.name, text) for path, node in texts if (text := _beginning(node)) is not None]
    assert len(begun) > 100
    assert [(name, text) for name, text in begun if not SENTENCE.match(text)] == []


def _constant(code: ProblemCode) -> str:
    return next(name for chapter in codes.CHAPTERS.values() for name, value in vars(chapter).items() if value is code)


def _beginning(node: ast.expr) -> str | None:
    """How the text of an expression begins; a placeholder is a brace."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return text
        case ast.JoinedStr():
            return "{"
        case ast.BinOp(left=left):
            return _beginning(left)
        case ast.IfExp(body=body, orelse=other):
            both = [text for text in (_beginning(body), _beginning(other)) if text]
            return min(both, key=lambda text: text[0].isupper(), default=None)
        case _:
            return None


@cache
def _nodes() -> list[tuple[Path, ast.AST]]:
    """Every node of the generator's source."""
    files = [path for path in SOURCE.rglob("*.py") if "runtime" not in path.relative_to(SOURCE).parts]
    return [(path, node) for path in files for node in ast.walk(ast.parse(path.read_text("utf-8")))]


def _calls() -> list[tuple[Path, ast.Call]]:
    return [(path, node) for path, node in _nodes() if isinstance(node, ast.Call)]


@cache
def _imported(path: Path) -> frozenset[str]:
    """What a module takes from the table; others have constants of the same names."""
    found = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom))
    taken = (node for node in found if (node.module or "").startswith("sdkwright.problems.codes"))
    return frozenset(name.name for node in taken for name in node.names)


@cache
def _tests() -> str:
    """The text of all other tests, and of what they expect to be printed."""
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    return "".join(path.read_text("utf-8") for path in (*files, *(ROOT / "tests" / "errors").rglob("problems.txt")))


@cache
def _used() -> frozenset[str]:
    """The constants that are read outside the table."""
    return frozenset(n.id for path, n in _nodes() if isinstance(n, ast.Name) and path.parent.name != "codes")
