"""Old names of classes, arguments, fields and enum members: they warn, and lead to the new ones."""

from __future__ import annotations

import asyncio
import inspect
import pickle
import sys
from pathlib import Path
from typing import Annotated, Any, Literal, Optional

import pytest
from pydantic import Field, ValidationError
from sdkwright.runtime.model import CONST, BaseModel, OpenStrEnum
from sdkwright.runtime.renamed import Formerly, old_member, renamed
from sdkwright.runtime.values.direction import SERVER


class Animal(BaseModel):
    kind: Annotated[Literal["animal"], CONST] = "animal"
    name: Annotated[str, Field(alias="petName"), Formerly("pet_name"), Formerly("label")]
    size: Optional[int] = None  # noqa: UP045 - as rendered models spell it


class Way(OpenStrEnum):
    UP = "up"
    DOWN = "down"
    ASC: Any = old_member("ASC", "UP")


@renamed({"id": "session_id"})
def get(session_id: str, *, limit: int = 1) -> str:
    """Gets it."""
    return session_id * limit


@renamed({"id": "session_id"})
async def get_async(*, session_id: str) -> str:
    return session_id


def test_an_old_argument_warns_where_it_is_given() -> None:
    with pytest.warns(DeprecationWarning, match="`id` is now `session_id`") as caught:
        assert get(id="a", limit=2) == "aa"
    assert Path(caught[0].filename) == Path(__file__)
    assert get("a") == get(session_id="a") == "a"
    assert (get.__name__, get.__doc__) == ("get", "Gets it.")


def test_both_names_of_an_argument_are_an_error() -> None:
    with pytest.raises(TypeError, match="`session_id` and its old name `id`"):
        get(session_id="a", id="b")


def test_an_old_argument_of_an_async_function_warns_at_the_call() -> None:
    with pytest.warns(DeprecationWarning, match="`id`") as caught:
        coroutine = get_async(id="a")
    assert Path(caught[0].filename) == Path(__file__)
    assert asyncio.run(coroutine) == "a"
    assert inspect.iscoroutinefunction(get_async) or sys.version_info < (3, 12)


def test_the_constructor_takes_old_names() -> None:
    for old in ("pet_name", "label"):
        with pytest.warns(DeprecationWarning, match=f"`{old}` is now `name`") as caught:
            animal = Animal(**{old: "Rex"})  # type: ignore[arg-type]  # old names are unknown to checkers
        assert Path(caught[0].filename) == Path(__file__)
        assert animal == Animal(name="Rex")
        assert animal.model_dump(by_alias=True) == {"kind": "animal", "petName": "Rex"}


def test_both_names_of_a_field_are_an_error() -> None:
    with pytest.raises(ValidationError):
        Animal(name="Rex", label="Rex")  # type: ignore[call-arg]  # that is the error


def test_the_server_is_read_by_wire_names_alone() -> None:
    with pytest.raises(ValidationError):
        Animal.model_validate_json('{"kind": "animal", "label": "Rex"}', context=SERVER)
    with pytest.raises(ValidationError):
        Animal.model_validate({"kind": "animal", "label": "Rex"}, context=SERVER)
    assert Animal.model_validate_json('{"kind": "animal", "petName": "Rex"}', context=SERVER).name == "Rex"


def test_an_old_member_warns_and_is_the_new_one() -> None:
    with pytest.warns(DeprecationWarning, match="`ASC` is now `UP`") as caught:
        assert Way.ASC is Way.UP
    assert Path(caught[0].filename) == Path(__file__)
    assert list(Way) == [Way.UP, Way.DOWN]
    assert pickle.loads(pickle.dumps(Way.UP)) is Way.UP
