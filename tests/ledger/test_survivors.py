"""Whatever befalls a document, what survives keeps its names: through the whole generator, read from what it wrote."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.inputs import Inputs
from sdkwright.output import write
from sdkwright.pipeline import LEDGER, MIGRATION, build, load_inputs, validated
from sdkwright.stages import Stages

from tests.ledger.documents import Document, document
from tests.ledger.reading import Key, Reading, read

OPTIONS = """\
sdkwright: {{defaults: 1}}
configVersion: 2.0.0
generation:
  sdkClassName: Zoo
  fixes:
    nameResolutionFeb2025: {modern}
python:
  enumFormat: {enums}
"""
EDITS = 4


def generated(made: Document, folder: Path, *, with_ledger: bool = True) -> Reading:
    """Generates the SDK of a document into the folder in which the last one stands, and reads it."""
    spec, out = folder / "openapi.json", folder / "out"
    spec.write_text(json.dumps(made.text()))
    if not with_ledger:
        (out / LEDGER).unlink(missing_ok=True)
    inputs = Inputs(spec, out, folder / "gen.yaml", new_ledger=not with_ledger)
    write(build(validated(load_inputs(inputs, Stages()), Stages()), Stages()).tree, out)
    return read(out / "src" / "zoo", "Zoo")


def renamed(before: Reading, after: Reading) -> dict[Key, tuple[str, str]]:
    """What is there before and after, and is called otherwise."""
    changed: dict[Key, tuple[str, str]] = {
        key: (name, after.names[key]) for key, name in before.names.items() if after.names.get(key, name) != name
    }
    for mark, accessor in before.methods.items():
        if mark in after.methods and accessor not in after.reached:
            changed["method", mark] = (accessor, after.methods[mark])
    return changed


def told(folder: Path) -> str:
    """What `MIGRATION.md` says cannot be kept."""
    page = folder / "out" / MIGRATION
    return page.read_text().partition("no place")[2] if page.is_file() else ""


@pytest.mark.parametrize(("modern", "enums"), [("false", "union"), ("true", "enum")])
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_no_survivor_is_renamed(modern: str, enums: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gen.yaml").write_text(OPTIONS.format(modern=modern, enums=enums))
        made = document(seed)
        before = generated(made, folder)
        for _ in range(EDITS):
            made.edit()
            after = generated(made, folder)
            lost = set(re.findall(r"`\w+\.([\w.]+)\(\)` is now", told(folder)))
            silent = {key: names for key, names in renamed(before, after).items() if names[0] not in lost}
            assert silent == {}
            before = after


@pytest.mark.parametrize(("modern", "enums"), [("false", "enum"), ("true", "union")])
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_what_is_renamed_is_found_under_all_its_old_names(modern: str, enums: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gen.yaml").write_text(OPTIONS.format(modern=modern, enums=enums))
        made = document(seed)
        found = generated(made, folder)
        former: dict[Key, set[str]] = {}
        for _ in range(EDITS):
            before = found
            for change in (made.rename, made.rename, made.edit):
                change()
            found = generated(made, folder)
            for key, (old, _) in renamed(before, found).items():
                former.setdefault(key, set()).add(old)
            for key, names in former.items():
                now = found.names.get(key)
                assert now is None or {(old, now) for old in names - {now}} <= found.old, key
            lost = set(re.findall(r"`\w+\.([\w.]+)\(\)` is now", told(folder)))
            assert {names[0] for key, names in renamed(before, found).items() if key[0] == "method"} <= lost


def test_without_the_ledger_survivors_are_renamed(tmp_path: Path) -> None:
    """What the ledger saves, in one number: the names that change over the same edits of the same documents."""
    counts = {True: 0, False: 0}
    for with_ledger in counts:
        for seed in range(5):
            folder = tmp_path / f"{with_ledger} {seed}"
            folder.mkdir()
            (folder / "gen.yaml").write_text(OPTIONS.format(modern="false", enums="enum"))
            made = document(seed)
            before = generated(made, folder)
            for _ in range(EDITS):
                made.edit()
                after = generated(made, folder, with_ledger=with_ledger)
                counts[with_ledger] += len(renamed(before, after))
                before = after
    assert counts[True] == 0
    assert counts[False] > 10


def test_the_reading_finds_everything(tmp_path: Path) -> None:
    """Else the tests above would show little."""
    (tmp_path / "gen.yaml").write_text(OPTIONS.format(modern="false", enums="enum"))
    made = document(1)
    found = generated(made, tmp_path)
    kinds = {key[0] for key in found.names}
    assert kinds == {"class", "class field", "typed", "typed field", "member", "argument"}
    marks = set(re.findall(r"\b(?:schema|parameter|operation)-\d+", json.dumps(made.text())))
    assert marks <= {part for key in found.names for part in key} | set(found.methods)
