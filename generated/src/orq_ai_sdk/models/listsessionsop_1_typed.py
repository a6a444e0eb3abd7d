"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import Any, Dict, List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsop_1 import (
    Direction,
    FiltersOperator,
    Five,
    Four,
    HideOperators1,
    Three,
    Two,
    Type,
)


class PaginationTypedDict(TypedDict):
    page: NotRequired[float]
    limit: NotRequired[float]
    last_id: NotRequired[Nullable[str]]
    first_id: NotRequired[Nullable[str]]


class SortingPropsTypedDict(TypedDict):
    key: str
    direction: NotRequired[Direction]


class OneTypedDict(TypedDict):
    operator: FiltersOperator
    value: NotRequired[Any]
    type: Type
    options: List[OptionsTypedDict]
    options_map: NotRequired[Nullable[Dict[str, OptionsMapTypedDict]]]
    image_url_map: NotRequired[Dict[str, str]]
    name: str
    path: str
    hide_operators: NotRequired[List[HideOperatorsTypedDict]]


OptionsTypedDict = Union[str, float]


OptionsMapTypedDict = Union[str, float]


HideOperatorsTypedDict = Union[HideOperators1, Two, Three, Four, Five]


FiltersOptionsTypedDict = Union[str, float]


FiltersOptionsMapTypedDict = Union[str, float]
