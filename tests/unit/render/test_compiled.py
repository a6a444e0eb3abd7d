"""Compiled templates: kept by the rules of compiled modules, and never taken for what they are not."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pytest
from sdkwright.render.environment import Compiled


def rendered(folder: Path, text: str) -> str:
    (folder / "a.md").write_text(text)
    loader = jinja2.FileSystemLoader(folder)
    environment = jinja2.Environment(loader=loader, bytecode_cache=Compiled(folder), autoescape=True)
    return environment.get_template("a.md").render(a=1)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pyc"))


@pytest.fixture(autouse=True)
def _as_python_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert rendered(tmp_path, "x {{ a }}") == "x 1"
    (compiled,) = kept(tmp_path)
    before = compiled.stat().st_mtime_ns
    assert rendered(tmp_path, "x {{ a }}") == "x 1"
    assert (kept(tmp_path), compiled.stat().st_mtime_ns) == ([compiled], before)


@pytest.mark.parametrize("length", [0, 4, 30, 60, -1])
def test_what_was_cut_short_or_is_of_another_text_is_made_anew(tmp_path: Path, length: int) -> None:
    rendered(tmp_path, "x {{ a }}")
    (compiled,) = kept(tmp_path)
    whole = compiled.read_bytes()
    compiled.write_bytes(whole[:length])
    assert rendered(tmp_path, "x {{ a }}") == "x 1"
    assert rendered(tmp_path, "y {{ a }}") == "y 1"


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path, "x {{ a }}") == "x 1"
    assert kept(tmp_path) == []
