"""Core schemas that are made one after the other: whoever asks for them, and whatever classes are referred to by."""

from __future__ import annotations

import importlib
import itertools
from pathlib import Path
from typing import Any

import pydantic
import pytest
from sdkwright.runtime.adapter import one_by_one
from sdkwright.runtime.values.codec import codec

RING = """
from __future__ import annotations
from typing import Dict, List, Optional
from sdkwright.runtime.model import BaseModel

class One(BaseModel):
    n: int
    it: Optional[Two] = None
    own: Optional[One] = None

class Two(BaseModel):
    n: int
    it: Optional[Three] = None
    all: Optional[List[Dict[str, One]]] = None

class Three(BaseModel):
    n: int
    it: Optional[One] = None

class Lost(BaseModel):
    two: Two
    it: Nowhere
"""
VALUE = {"n": 1, "it": {"n": 2, "it": {"n": 3, "it": {"n": 4}}, "all": [{"a": {"n": 5}}]}, "own": {"n": 6}}
_count = itertools.count()


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A module with new classes that hold each other, and themselves."""
    name = f"ring_{next(_count)}"
    (tmp_path / f"{name}.py").write_text(RING)
    monkeypatch.syspath_prepend(tmp_path)
    return importlib.import_module(name)


def holds(kind: Any) -> None:
    made = codec(kind).read_any(VALUE)
    assert type(made.it.it.it) is kind
    assert type(made.it.all[0]["a"]) is kind
    assert made.model_dump(exclude_unset=True) == VALUE
    with pytest.raises(pydantic.ValidationError):
        kind(n=1, it={"n": 2, "it": {"n": 3, "it": {"n": "4"}}})


def test_each_class_of_a_ring_is_made_whichever_comes_first(ring: Any) -> None:
    assert codec(ring.Three).read_any({"n": 0, "it": VALUE}).it.it.n == 2
    holds(ring.One)
    assert ring.Two(**VALUE["it"]).it.it.n == 4  # type: ignore[arg-type]  # the keys are the fields


def test_classes_stand_in_models_of_others(ring: Any) -> None:
    class Mine(pydantic.BaseModel):
        one: ring.One
        two: ring.Two
        again: list[ring.One]

    made = Mine.model_validate({"one": VALUE, "two": VALUE["it"], "again": [VALUE]})
    assert made.model_dump(exclude_unset=True) == {"one": VALUE, "two": VALUE["it"], "again": [VALUE]}
    holds(ring.One)


def test_a_class_that_cannot_be_made_stands_in_nobody_s_way(ring: Any) -> None:
    with pytest.raises(pydantic.errors.PydanticUndefinedAnnotation, match="Nowhere"):
        codec(ring.Lost)
    holds(ring.One)


def test_the_words_for_classes_need_not_be_pydantic_s(ring: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_by_one, "_ref", lambda cls: f"{cls.__name__} in another word")
    holds(ring.One)
