"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsop_3 import (
    ListSessionsFiltersSessionsRequestRequestBodyOperator,
    ListSessionsFiltersSessionsRequestType,
    ListSessionsHideOperatorsSessionsRequest2,
    ListSessionsHideOperatorsSessionsRequest3,
    ListSessionsHideOperatorsSessionsRequest4,
    ListSessionsHideOperatorsSessionsRequest5,
    ListSessionsHideOperatorsSessionsRequestRequestBody1,
)
from .listsessionsop_4 import (
    ListSessionsFiltersSessionsRequestRequestBodyQueryType,
    ListSessionsHideOperatorsSessionsRequestRequestBody2,
    ListSessionsHideOperatorsSessionsRequestRequestBody3,
    ListSessionsHideOperatorsSessionsRequestRequestBody4,
    ListSessionsHideOperatorsSessionsRequestRequestBody5,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery1,
    Operator1,
    Operator2,
    Operator3,
    Operator4,
    Operator5,
)


class Filters5TypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsRequestRequestBodyOperator
    value: Nullable[str]
    type: ListSessionsFiltersSessionsRequestType
    name: str
    path: str
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestHideOperatorsTypedDict]
    ]


class ListSessionsFiltersOptionsTypedDict(TypedDict):
    name: str
    path: str
    type: ListSessionsFiltersSessionsRequestRequestBodyQueryType
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestRequestBodyHideOperatorsTypedDict]
    ]
    id: str


ListSessionsFiltersSessionsRequestHideOperatorsTypedDict = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBody1,
    ListSessionsHideOperatorsSessionsRequest2,
    ListSessionsHideOperatorsSessionsRequest3,
    ListSessionsHideOperatorsSessionsRequest4,
    ListSessionsHideOperatorsSessionsRequest5,
]


ListSessionsFiltersSessionsRequestRequestBodyQueryOperatorTypedDict = Union[
    Operator1,
    Operator2,
    Operator3,
    Operator4,
    Operator5,
]


ListSessionsFiltersSessionsRequestRequestBodyHideOperatorsTypedDict = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery1,
    ListSessionsHideOperatorsSessionsRequestRequestBody2,
    ListSessionsHideOperatorsSessionsRequestRequestBody3,
    ListSessionsHideOperatorsSessionsRequestRequestBody4,
    ListSessionsHideOperatorsSessionsRequestRequestBody5,
]
