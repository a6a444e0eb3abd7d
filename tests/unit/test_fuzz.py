"""`make fuzz` sees what it is there to see."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fuzz import __main__ as fuzz
from fuzz import watch
from fuzz.hostile import places, replaced
from hypothesis import given
from hypothesis import strategies as st

inner = st.recursive(
    st.text(max_size=2),
    lambda each: st.dictionaries(st.text(max_size=2), each, max_size=3) | st.lists(each),
    max_leaves=5,
)


@given(st.dictionaries(st.text(max_size=2), inner), st.text(min_size=3, max_size=3))
def test_every_text_has_its_turn(document: Any, text: str) -> None:
    for place, is_key in places(document):
        changed = replaced(document, place, is_key, text)
        assert changed != document
        assert len(list(places(changed))) == len(list(places(document)))
        assert text in str(changed) or repr(text)[1:-1] in str(changed)


def sings(*_: object) -> int:
    vars(builtins)["canary"]()
    return 0


def writes_elsewhere(*_: object) -> int:
    (Path.cwd() / "elsewhere").write_text("")
    return 0


def fails(*_: object) -> int:
    raise RuntimeError


@pytest.mark.parametrize("work", [sings, writes_elsewhere, fails])
def test_what_no_run_may_do_is_a_finding(
    work: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(watch, "main", work)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    told = fuzz.Told()
    fuzz.one("strings", 0, 1, tmp_path, told)
    assert (told.tries, len(told.findings)) == (1, 1)
    assert (tmp_path / "strings-0" / "finding.txt").is_file()
    assert (tmp_path / "strings-0" / "api.json").is_file()
    assert "FOUND strings 0 (seed 1)" in capsys.readouterr().out


def test_a_try_is_the_same_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(number: int, random: Random, folder: Path) -> str:
        return f"{number} {random.random()}"

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(fuzz, "FUZZERS", {"strings": (1, drawn)})
    one, again, other = fuzz.Told(), fuzz.Told(), fuzz.Told()
    for told, number in ((one, 3), (again, 3), (other, 4)):
        fuzz.one("strings", number, 5, tmp_path, told)
    assert one.results == again.results != other.results
