"""An edit of one text in a file of YAML or JSON: nothing else of it is read, and what comes of it is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright import pipeline
from sdkwright.revise import kept

from tests.unit.revise.shop import SHOP, Project, kept_about, put, texts
from tests.unit.revise.test_reader import OPTIONS, SPLIT, TEXTS, WIDE

THING = ("components", "schemas", "Thing", "description")
EDIT = st.tuples(st.sampled_from(list(texts(WIDE))), st.sampled_from(TEXTS))
PIECES = st.sampled_from(
    ("x", "\n", " # ", ": ", "'", '"', "\n\n", "- ", "\t", "|", "  ", ", ", "]", "\u00e9", "&a ", "#")
)
TYPED = st.tuples(st.floats(0, 1), st.integers(0, 9), st.lists(PIECES, max_size=2))


@given(st.lists(EDIT | TYPED, min_size=2, max_size=4), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=5, deadline=None)
def test_random_edits(lone_project: Project, edits: list[Any], is_reader: bool) -> None:
    """Of texts, and of whatever stands somewhere in the file."""
    options = SPLIT + (OPTIONS if is_reader else "")
    lone_project.write(WIDE, options)
    lone_project.generate()
    file, edited = lone_project.file, WIDE
    for where, *what in edits:
        if isinstance(where, float):
            text = file.read_bytes().decode()
            at = int(where * len(text))
            file.write_bytes((text[:at] + "".join(what[1]) + text[at + what[0] :]).encode())
        else:
            edited = put(edited, where, what[0])
            lone_project.write(edited, options)
        lone_project.generate("check")


def test_nothing_else_is_read(lone_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", _refused)
    for text in ("One", "Two: with\n\nlines\n", "Three"):
        _write(lone_project, put(SHOP, THING, text))
        status, _, said = lone_project.say("check")
        assert status == 1, said
        status, _, said = lone_project.say("generate")
        assert (status, lone_project.is_at_once) == (0, True), said


def test_what_is_not_certain_is_read(lone_project: Project) -> None:
    """A text beside something else, one into which somebody looks, another file, a kept text that was cut short."""
    both = put(put(SHOP, THING, "One"), ("tags", 0, "name"), "Two")
    for edited in (both, put(both, ("info", "description"), "Other")):
        _write(lone_project, edited)
        lone_project.generate()
        assert not lone_project.is_at_once
    _write(lone_project, put(both, THING, "Three"), SPLIT)
    assert not lone_project.generate()
    _write(lone_project, put(both, THING, "Four"), SPLIT)
    assert lone_project.generate()
    assert lone_project.is_at_once
    file = kept_about(lone_project.folder) / "document.txt"
    file.write_bytes(file.read_bytes()[:-1])
    _write(lone_project, put(both, THING, "Five"), SPLIT)
    assert lone_project.generate()
    assert not lone_project.is_at_once


def test_warnings_move_with_their_lines(lone_project: Project) -> None:
    for text in ("One", "One\n\nand\n\nmore\n", "Two"):
        _write(lone_project, put(SHOP, ("tags", 0, "description"), text))
        lone_project.generate("check")
    assert lone_project.is_at_once


def test_a_check_leaves_what_the_manifest_says_to_the_next_run(lone_project: Project) -> None:
    """A text that no file shows."""
    manifest = lone_project.folder / "generated" / ".sdkwright-manifest"
    before = manifest.read_bytes()
    _write(lone_project, put(SHOP, ("webhooks", "sold", "post", "responses", "204", "description"), "It was seen"))
    assert lone_project.say("check")[0] == 0
    assert (lone_project.is_at_once, manifest.read_bytes() == before) == (True, True)
    assert lone_project.say("generate")[0] == 0
    assert (lone_project.is_at_once, manifest.read_bytes() == before) == (True, False)


def test_the_text_of_another_document_is_not_taken(lone_project: Project) -> None:
    out = lone_project.folder / "generated"
    assert kept.read_text(out, "another") is None


def test_several_texts_are_found_at_once(lone_project: Project) -> None:
    edited = SHOP
    for way in texts(SHOP):
        if way[:2] in (("components", "schemas"), ("components", "parameters")) and "example" not in way:
            edited = put(edited, way, f"Another text\n\nof {way}")
    _write(lone_project, edited)
    assert lone_project.generate("check")
    assert lone_project.is_at_once


def _write(project: Project, edited: Any, options: str = "{packageName: shop}") -> None:
    project.write(edited, options)


def _refused(*_: object, **__: object) -> Path:
    raise AssertionError("it is read")
