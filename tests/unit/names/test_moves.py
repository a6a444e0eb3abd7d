"""Operations that move from group to group keep their old places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sdkwright.names import migration_text
from sdkwright.names.groups import group_key, parse_group_key, segment_key

from tests.unit.naming import Data, again, named, operation


def grouped(**groups: str) -> Data:
    """A document with an operation for each name, in a group each."""
    return {
        "paths": {
            f"/{id}": {"get": operation(id, **({"x-speakeasy-group": group} if group else {}))}
            for id, group in groups.items()
        }
    }


def test_an_operation_that_changes_its_group_keeps_its_old_place() -> None:
    before = named(grouped(getA="cats", getB="cats", getC="dogs"))
    after = again(grouped(getA="dogs", getB="cats", getC="dogs"), before)
    assert (after.methods("cats"), after.methods("dogs")) == (["get_b"], ["get_a", "get_c"])
    ((old, id),) = after.names.old.methods["cats",]
    assert (old, str(id)) == ("get_a", "#/paths/~1getA/get")
    assert migration_text(after.names).endswith("- the method `t_client.cats.get_a()` is now `t_client.dogs.get_a()`\n")
    later = again(grouped(getA="dogs", getB="cats", getC="dogs", get_a="cats"), after)
    assert "get_a" not in later.methods("cats")
    back = again(grouped(getA="cats", getB="cats", getC="dogs"), later)
    assert back.methods("cats") == ["get_a", "get_b"]
    assert [str(id) for _, id in back.names.old.methods["dogs",]] == ["#/paths/~1getA/get"]


def test_a_group_that_gets_another_name_keeps_its_old_attribute() -> None:
    before = named(grouped(getA="cat", getB="cat.tail", getC=""))
    after = again(grouped(getA="cats", getB="cats.tail", getC=""), before)
    assert after.names.old.attributes == {(): (("cat", ("cats",)),)}
    assert after.names.problems == ()
    assert "`t_client.cat` is now `t_client.cats`" in migration_text(after.names)
    twice = again(grouped(getA="felines", getB="felines.tail", getC=""), after)
    assert twice.names.old.attributes == {(): (("cat", ("felines",)), ("cats", ("felines",)))}
    new = again(grouped(getA="felines", getB="felines.tail", getC="", cat=""), twice)
    assert "cat" not in new.methods()


def test_a_group_that_is_torn_apart_is_told_of() -> None:
    before = named(grouped(getA="cats", getB="cats", getC="cats"))
    after = again(grouped(getA="one", getB="one", getC="two"), before)
    assert after.names.old.attributes == {(): (("cats", ("one",)),)}
    assert [problem.code for problem in after.names.problems] == ["name-lost"]
    text = migration_text(after.names)
    assert "no place any more" in text
    assert text.endswith("- the method `t_client.cats.get_c()` is now `t_client.two.get_c()`\n")


def test_an_operation_that_moves_to_the_root_is_told_of() -> None:
    after = again(grouped(getA=""), named(grouped(getA="cats")))
    assert after.names.old.attributes == {}
    assert [problem.code for problem in after.names.problems] == ["name-lost"]


@given(st.lists(st.text(max_size=6), max_size=4))
def test_the_key_of_a_group_says_which_it_is(path: list[str]) -> None:
    assert parse_group_key(group_key(tuple(path))) == tuple(map(segment_key, path))
