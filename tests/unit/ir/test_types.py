"""The parts of types and of definitions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    EnumMember,
    FileType,
    ListType,
    MapType,
    ObjectDef,
    Origin,
    Property,
    RefType,
    Root,
    ScalarType,
    Type,
    TypeId,
    UnionDef,
    children,
    leaf,
    parts,
    target,
    targets,
)

ORIGIN = Origin(Root.COMPONENT)
LEAVES = st.one_of(
    st.sampled_from(Scalar).map(ScalarType),
    st.sampled_from("ab").map(lambda name: RefType(TypeId(name))),
    st.just(ConstType(1)),
    st.just(AnyType()),
    st.just(FileType(TypeId("#/a"))),
)


@given(LEAVES, st.lists(st.sampled_from([ListType, MapType]), max_size=40))
def test_the_leaf_is_what_lists_and_maps_were_put_around(end: Type, around: list[type[ListType | MapType]]) -> None:
    whole = end
    for container in around:
        inner, whole = whole, container(whole)
        assert children(whole) == (inner,)
    assert leaf(whole) is end
    assert target(whole) == (end.id if isinstance(end, RefType | FileType) else None)


@given(LEAVES)
def test_a_leaf_has_no_children(end: Type) -> None:
    assert children(end) == ()


def test_parts_are_in_document_order() -> None:
    text, a, b = ScalarType(Scalar.STRING), RefType(TypeId("a")), RefType(TypeId("b"), nullable=True)
    pet = ObjectDef(TypeId("pet"), ORIGIN, (Property("n", "n", text, True), Property("l", "l", ListType(b), True)), a)
    assert parts(pet) == (text, ListType(b), a)
    assert list(targets(pet)) == ["b", "a"]
    union = UnionDef(TypeId("u"), ORIGIN, (MapType(a), text))
    assert parts(union) == (MapType(a), text)
    assert list(targets(union)) == ["a"]
    assert parts(EnumDef(TypeId("e"), ORIGIN, (EnumMember("m", 1),))) == ()
