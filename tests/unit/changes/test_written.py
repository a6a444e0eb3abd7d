"""The file of a surface gives the surface back, and says so when it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sdkwright.changes.compare import compare
from sdkwright.changes.surface import Class, EnumKind, Form, Hook, Member, Method, ObjectKind, Package, Shape, Surface
from sdkwright.changes.written import UnreadableSurfaceError, parse_surface, surface_bytes
from sdkwright.render.gate import BAD_CHARACTERS

from tests.unit.changes.surfaces import GARDEN, Maker

TEXTS = st.text(max_size=8) | st.sampled_from(["\x7f", "\x1b", "\u200b", "é"])
VALUES = (st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-1, 1) | st.text(max_size=4)).map(json.dumps)


def shapes(names: list[str]) -> st.SearchStrategy[Shape]:
    """Shapes of a surface that has classes of these names."""
    nothing = st.just(())
    plain = st.sampled_from([Form.ANY, Form.FILE, Form.DOWNLOAD, Form.NOTHING])
    leaves = [
        st.builds(
            Shape, st.just(Form.SCALAR), st.sampled_from(["integer", "number", "string"]), nothing, st.booleans()
        ),
        st.builds(Shape, st.just(Form.LITERAL), VALUES, nothing, st.booleans()),
        st.builds(Shape, plain, st.just(""), nothing, st.booleans()),
    ]
    if names:
        leaves.append(st.builds(Shape, st.just(Form.CLASS), st.sampled_from(names), nothing, st.booleans()))
    around = st.sampled_from([Form.LIST, Form.MAP, Form.PAGE, Form.EVENTS])
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.builds(Shape, around, st.just(""), st.tuples(inner), st.booleans())
        | st.builds(Shape, st.just(Form.CHOICE), st.just(""), st.lists(inner, min_size=1, max_size=2).map(tuple)),
        max_leaves=3,
    )


@st.composite
def surfaces(draw: st.DrawFn) -> Surface:
    """What a document could have given: shapes name classes that are there, values are JSON."""
    names = draw(st.lists(TEXTS, max_size=3, unique=True))
    shape = shapes(names)
    members = st.lists(
        st.builds(
            Member,
            TEXTS,
            shape,
            st.booleans(),
            st.none() | VALUES,
            st.booleans(),
            st.none() | TEXTS,
            st.lists(TEXTS, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple)
    kinds = st.builds(ObjectKind, members, st.none() | shape) | st.builds(
        EnumKind, st.lists(st.tuples(VALUES, TEXTS), max_size=3).map(tuple), st.booleans()
    )
    methods = draw(st.lists(st.builds(Method, TEXTS, TEXTS, members, shape), max_size=2))
    hooks = draw(st.lists(st.builds(Hook, TEXTS, shape), max_size=2))
    return Surface(
        draw(st.builds(Package, TEXTS, TEXTS, TEXTS, TEXTS, members)),
        {one.call: one for one in methods},
        {name: Class(name, draw(kinds)) for name in names},
        {one.name: one for one in hooks},
    )


SURFACES = surfaces()

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
