"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import Any, List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsop_1 import Operator
from .listsessionsop_1_typed import OneTypedDict
from .listsessionsop_2_typed import Filters2TypedDict
from .listsessionsop_3_typed import Filters3TypedDict, Filters4TypedDict
from .listsessionsop_4_typed import Filters5TypedDict
from .listsessionsop_5 import (
    ListSessionsFiltersSessionsRequestRequestBodyQuery7Type,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters72,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters76,
)
from .listsessionsop_5_typed import (
    ListSessionsFiltersSessionsOptionsTypedDict,
    ListSessionsFiltersSessionsRequestRequestBodyQuery7OperatorTypedDict,
    SixTypedDict,
)
from .listsessionsop_6 import (
    ListSessionsFiltersSessionsRequestRequestBody1Type,
    ListSessionsFiltersSessionsRequestRequestBody2Type,
    ListSessionsFiltersSessionsRequestRequestBodyQuery8Operator,
    ListSessionsFiltersSessionsRequestRequestBodyQuery8Type,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters73,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters74,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters75,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters81,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters82,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters83,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters84,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters85,
)


class QueryTypedDict(TypedDict):
    search: NotRequired[str]
    operator: Operator
    filters: NotRequired[List[FiltersTypedDict]]


class SevenTypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsRequestRequestBodyQuery7OperatorTypedDict
    value: NotRequired[Nullable[Any]]
    type: ListSessionsFiltersSessionsRequestRequestBodyQuery7Type
    selected_option_id: Nullable[str]
    options: List[ListSessionsFiltersSessionsOptionsTypedDict]
    name: str
    path: str
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators1TypedDict]
    ]


class EightTypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsRequestRequestBodyQuery8Operator
    value: NotRequired[bool]
    type: ListSessionsFiltersSessionsRequestRequestBodyQuery8Type
    name: str
    path: str
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestRequestBodyQuery8HideOperatorsTypedDict]
    ]


class Filters1TypedDict(TypedDict):
    type: ListSessionsFiltersSessionsRequestRequestBody1Type
    id: str
    path: str


class ListSessionsFilters2TypedDict(TypedDict):
    type: ListSessionsFiltersSessionsRequestRequestBody2Type
    value: str
    search_paths: List[str]


FiltersTypedDict = Union[
    OneTypedDict,
    Filters2TypedDict,
    Filters3TypedDict,
    Filters4TypedDict,
    Filters5TypedDict,
    SixTypedDict,
    SevenTypedDict,
    EightTypedDict,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators1TypedDict = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters76,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters72,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters73,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters74,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters75,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery8HideOperatorsTypedDict = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters81,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters82,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters83,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters84,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters85,
]
