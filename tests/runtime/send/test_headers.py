"""Header fields that are put where the HTTP library keeps them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.adapter.headers import HeaderMaker

LIBRARIES = ["httpx2", "httpx"]
_NAMES = st.text("abcXYZ-", min_size=1).map(str.encode)
_FIELDS = st.lists(st.tuples(_NAMES, st.binary()))


@pytest.mark.parametrize("library", LIBRARIES)
@given(items=_FIELDS)
def test_they_are_what_the_library_makes(library: str, items: list[tuple[bytes, bytes]]) -> None:
    kind: Any = import_module(library).Headers
    made = HeaderMaker(kind).make(items)
    usual = kind(items)
    assert type(made) is kind
    assert (made.raw, vars(made)) == (usual.raw, vars(usual))
    made["X-Set"] = "1"
    usual["X-Set"] = "1"
    assert made.multi_items() == usual.multi_items()


def test_a_library_that_is_built_otherwise_makes_them_itself() -> None:
    class Other:
        def __init__(self, items: list[tuple[bytes, bytes]]) -> None:
            self.fields = items

    assert HeaderMaker(Other).make([(b"a", b"1")]).fields == [(b"a", b"1")]
