"""An edit of one text in a file of YAML: nothing else of the document is read, and what comes of it is the same."""

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
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
def test_random_edits(yaml_project: Project, edits: list[Any], is_reader: bool) -> None:
    """Of texts, and of whatever stands somewhere in the file."""
    options = SPLIT + (OPTIONS if is_reader else "")
    yaml_project.write(WIDE, options)
    yaml_project.generate()
    file, edited = yaml_project.folder / "openapi.yaml", WIDE
    for where, *what in edits:
        if isinstance(where, float):
            text = file.read_text()
            at = int(where * len(text))
            file.write_text(text[:at] + "".join(what[1]) + text[at + what[0] :])
        else:
            edited = put(edited, where, what[0])
            yaml_project.write(edited, options)
        yaml_project.generate("check")


def test_nothing_else_is_read(yaml_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", _refused)
    for text in ("One", "Two: with\n\nlines\n", "Three"):
        _write(yaml_project, put(SHOP, THING, text))
        status, _, said = yaml_project.say("check")
        assert status == 1, said
        status, _, said = yaml_project.say("generate")
        assert (status, yaml_project.is_at_once) == (0, True), said


def test_what_is_not_certain_is_read(yaml_project: Project) -> None:
    """Two texts, one of an operation into which somebody looks, another file, a kept text that was cut short."""
    both = put(put(SHOP, THING, "One"), ("tags", 0, "description"), "Two")
    for edited in (both, put(both, ("info", "description"), "Other")):
        _write(yaml_project, edited)
        yaml_project.generate()
        assert not yaml_project.is_at_once
    _write(yaml_project, put(both, THING, "Three"), SPLIT)
    assert not yaml_project.generate()
    _write(yaml_project, put(both, THING, "Four"), SPLIT)
    assert yaml_project.generate()
    assert yaml_project.is_at_once
    file = kept_about(yaml_project.folder) / "document.txt"
    file.write_bytes(file.read_bytes()[:-1])
    _write(yaml_project, put(both, THING, "Five"), SPLIT)
    assert yaml_project.generate()
    assert not yaml_project.is_at_once


def test_warnings_move_with_their_lines(yaml_project: Project) -> None:
    for text in ("One", "One\n\nand\n\nmore\n", "Two"):
        _write(yaml_project, put(SHOP, ("tags", 0, "description"), text))
        yaml_project.generate("check")
    assert yaml_project.is_at_once


def test_a_check_leaves_what_the_manifest_says_to_the_next_run(yaml_project: Project) -> None:
    """A text that no file shows."""
    manifest = yaml_project.folder / "generated" / ".sdkwright-manifest"
    before = manifest.read_bytes()
    _write(yaml_project, put(SHOP, ("webhooks", "sold", "post", "responses", "204", "description"), "It was seen"))
    assert yaml_project.say("check")[0] == 0
    assert (yaml_project.is_at_once, manifest.read_bytes() == before) == (True, True)
    assert yaml_project.say("generate")[0] == 0
    assert (yaml_project.is_at_once, manifest.read_bytes() == before) == (True, False)


def test_the_text_of_another_document_is_not_taken(yaml_project: Project) -> None:
    out = yaml_project.folder / "generated"
    assert kept.read_text(out, "another") is None


def _write(project: Project, edited: Any, options: str = "{packageName: shop}") -> None:
    project.write(edited, options)


def _refused(*_: object, **__: object) -> Path:
    raise AssertionError("it is read")
