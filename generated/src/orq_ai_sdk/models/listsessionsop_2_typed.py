"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import Any, Dict, List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsop_1 import (
    FiltersType,
    ListSessionsFiltersOperator,
    ListSessionsHideOperators1,
)
from .listsessionsop_1_typed import FiltersOptionsMapTypedDict, FiltersOptionsTypedDict
from .listsessionsop_2 import (
    FiltersDirection,
    HideOperators2,
    HideOperators3,
    HideOperators4,
    HideOperators5,
    Mode,
    RelativeTime,
    Unit1,
    Unit2,
)


class Filters2TypedDict(TypedDict):
    operator: ListSessionsFiltersOperator
    value: Nullable[List[Any]]
    type: FiltersType
    options: List[FiltersOptionsTypedDict]
    options_map: NotRequired[Nullable[Dict[str, FiltersOptionsMapTypedDict]]]
    image_url_map: NotRequired[Dict[str, str]]
    name: str
    path: str
    hide_operators: NotRequired[List[FiltersHideOperatorsTypedDict]]


class ValueTypedDict(TypedDict):
    criteria: Nullable[CriteriaTypedDict]
    mode: Mode


class CriteriaTypedDict(TypedDict):
    unit: NotRequired[UnitTypedDict]
    count: NotRequired[Nullable[float]]
    relative_time: NotRequired[RelativeTime]
    custom_date: NotRequired[Nullable[str]]
    direction: NotRequired[FiltersDirection]
    start_date: NotRequired[Nullable[str]]
    end_date: NotRequired[Nullable[str]]


FiltersHideOperatorsTypedDict = Union[
    ListSessionsHideOperators1,
    HideOperators2,
    HideOperators3,
    HideOperators4,
    HideOperators5,
]


UnitTypedDict = Union[Unit1, Unit2]
