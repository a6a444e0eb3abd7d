"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsop_2 import (
    ListSessionsFiltersSessionsOperator,
    ListSessionsFiltersType,
    ListSessionsHideOperators2,
    ListSessionsHideOperators3,
    ListSessionsHideOperators4,
    ListSessionsHideOperatorsSessions1,
)
from .listsessionsop_2_typed import ValueTypedDict
from .listsessionsop_3 import (
    ListSessionsFiltersSessionsRequestOperator,
    ListSessionsFiltersSessionsType,
    ListSessionsHideOperators5,
    ListSessionsHideOperatorsSessions2,
    ListSessionsHideOperatorsSessions3,
    ListSessionsHideOperatorsSessions4,
    ListSessionsHideOperatorsSessions5,
    ListSessionsHideOperatorsSessionsRequest1,
)


class Filters3TypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsOperator
    value: ValueTypedDict
    type: ListSessionsFiltersType
    name: str
    path: str
    hide_operators: NotRequired[List[ListSessionsFiltersHideOperatorsTypedDict]]


class Filters4TypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsRequestOperator
    value: Nullable[FiltersValueTypedDict]
    type: ListSessionsFiltersSessionsType
    name: str
    path: str
    hide_operators: NotRequired[List[ListSessionsFiltersSessionsHideOperatorsTypedDict]]


ListSessionsFiltersHideOperatorsTypedDict = Union[
    ListSessionsHideOperatorsSessions1,
    ListSessionsHideOperators2,
    ListSessionsHideOperators3,
    ListSessionsHideOperators4,
    ListSessionsHideOperators5,
]


FiltersValueTypedDict = Union[float, List[float]]


ListSessionsFiltersSessionsHideOperatorsTypedDict = Union[
    ListSessionsHideOperatorsSessionsRequest1,
    ListSessionsHideOperatorsSessions2,
    ListSessionsHideOperatorsSessions3,
    ListSessionsHideOperatorsSessions4,
    ListSessionsHideOperatorsSessions5,
]
