"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import Any, List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsop_4 import (
    ListSessionsFiltersSessionsRequestRequestBodyType,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters1,
)
from .listsessionsop_4_typed import (
    ListSessionsFiltersOptionsTypedDict,
    ListSessionsFiltersSessionsRequestRequestBodyQueryOperatorTypedDict,
)
from .listsessionsop_5 import (
    EvaluatorOutputType,
    EvaluatorType,
    ListSessionsFiltersSessionsRequestRequestBodyQuery7OptionsType,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery5,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters5,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters71,
    ListSessionsOperator1,
    ListSessionsOperator2,
)


class SixTypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsRequestRequestBodyQueryOperatorTypedDict
    value: NotRequired[Nullable[Any]]
    type: ListSessionsFiltersSessionsRequestRequestBodyType
    options: List[ListSessionsFiltersOptionsTypedDict]
    selected_option_id: Nullable[str]
    name: str
    path: str
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestRequestBodyQueryHideOperatorsTypedDict]
    ]


class ListSessionsFiltersSessionsOptionsTypedDict(TypedDict):
    name: str
    path: str
    type: ListSessionsFiltersSessionsRequestRequestBodyQuery7OptionsType
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperatorsTypedDict]
    ]
    id: str
    evaluator_id: str
    evaluator_type: EvaluatorType
    evaluator_output_type: EvaluatorOutputType


ListSessionsFiltersSessionsRequestRequestBodyQueryHideOperatorsTypedDict = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters1,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery5,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery7OperatorTypedDict = Union[
    ListSessionsOperator1,
    ListSessionsOperator2,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperatorsTypedDict = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters71,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters5,
]
