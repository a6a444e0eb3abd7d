"""The file of a surface gives the surface back, and says so when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.changes.compare import compare
from sdkwright.changes.surface import Class, EnumKind, Form, Hook, Member, Method, ObjectKind, Package, Shape, Surface
from sdkwright.changes.written import UnreadableSurfaceError, parse_surface, surface_bytes
from sdkwright.render.gate import BAD_CHARACTERS

from tests.unit.changes.surfaces import GARDEN, Maker

TEXTS = st.text(max_size=8)
SHAPES = st.recursive(
    st.builds(Shape, st.sampled_from(Form), TEXTS, st.just(()), st.booleans()),
    lambda inner: st.builds(Shape, st.sampled_from(Form), TEXTS, st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
MEMBERS = st.lists(
    st.builds(
        Member,
        TEXTS,
        SHAPES,
        st.booleans(),
        st.none() | TEXTS,
        st.booleans(),
        st.none() | TEXTS,
        st.lists(TEXTS, max_size=2).map(tuple),
    ),
    max_size=3,
).map(tuple)
KINDS = st.builds(ObjectKind, MEMBERS, st.none() | SHAPES) | st.builds(
    EnumKind, st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple), st.booleans()
)
SURFACES = st.builds(
    Surface,
    st.builds(Package, TEXTS, TEXTS, TEXTS, TEXTS, MEMBERS),
    st.lists(st.builds(Method, TEXTS, TEXTS, MEMBERS, SHAPES), max_size=2).map(lambda m: {one.call: one for one in m}),
    st.lists(st.builds(Class, TEXTS, KINDS), max_size=3).map(lambda found: {one.name: one for one in found}),
    st.lists(st.builds(Hook, TEXTS, SHAPES), max_size=2).map(lambda found: {one.name: one for one in found}),
)

A_BUSY_MACHINE = settings(suppress_health_check=[HealthCheck.too_slow])
"""Whole surfaces take long to draw where other work is done, and nothing here is measured."""


@A_BUSY_MACHINE
@given(SURFACES)
def test_what_is_written_is_read_and_unchanged(surface: Surface) -> None:
    written = surface_bytes(surface)
    assert not BAD_CHARACTERS.search(written.decode())
    read = parse_surface(written)
    assert read == surface
    assert surface_bytes(read) == written
    assert compare(surface, read) == ()


@A_BUSY_MACHINE
@given(SURFACES, SURFACES)
def test_any_two_are_compared_and_the_way_back_takes_away_what_was_added(one: Surface, other: Surface) -> None:
    there = {change.owner for change in compare(one, other) if change.rule.code == "operation-added"}
    back = {change.owner for change in compare(other, one) if change.rule.code == "operation-removed"}
    assert there == back


@pytest.mark.parametrize("line", [b"<<<<<<< ours", b'{"type":"method"}', b"\xff", b'{"type":"moon","name":"x"}'])
def test_a_line_that_says_nothing_makes_the_whole_unreadable(line: bytes, tmp_path: Path) -> None:
    surface, _ = Maker(tmp_path).make(GARDEN)
    with pytest.raises(UnreadableSurfaceError):
        parse_surface(surface_bytes(surface) + line + b"\n")


def test_what_both_sides_of_a_merge_have_changed_is_no_surface(tmp_path: Path) -> None:
    surface, _ = Maker(tmp_path).make(GARDEN)
    content = surface_bytes(surface)
    with pytest.raises(UnreadableSurfaceError, match="2 packages"):
        parse_surface(content * 2)
    changed = b'{"type":"hook","name":"wilted","body":{}}\n'
    with pytest.raises(UnreadableSurfaceError, match="a part stands twice"):
        parse_surface(content + changed)
