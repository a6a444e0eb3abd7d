"""Rows behave like frozen dataclasses."""

from __future__ import annotations

import pytest
from sdkwright.runtime.operation import Json, Path, Query, form, simple


def test_fields_positional_named_and_by_default() -> None:
    row = Path("argument", name="wire")
    assert (row.argument, row.name, row.encode, row.allow_reserved) == ("argument", "wire", simple, False)
    assert Query("a", "b").encode is form
    match Json("200", "application/json", lambda: int):
        case Json(status=status):
            assert status == "200"


def test_equality_and_hash() -> None:
    assert Path("a", "b") == Path("a", "b")
    assert len({Path("a", "b"), Path("a", "b"), Path("a", "c")}) == 2
    assert Path("a", "b") != Query("a", "b")


def test_rows_are_immutable() -> None:
    row = Path("a", "b")
    with pytest.raises(AttributeError, match="immutable"):
        row.name = "c"  # type: ignore[misc]  # that is what is tested
    with pytest.raises(AttributeError, match="immutable"):
        del row.name


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a",), {}), (("a", "b"), {"name": "c"}), (("a", "b"), {"nothing": 1}), (range(9), {})],
)
def test_wrong_arguments(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Path(*values, **named)  # type: ignore[arg-type]  # that is what is tested
