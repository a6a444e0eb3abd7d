"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Dict, List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsrequestbody import (
    Direction,
    EvaluatorOutputType,
    EvaluatorType,
    FiltersDirection,
    FiltersOperator,
    FiltersType,
    Five,
    Four,
    HideOperators1,
    HideOperators2,
    HideOperators3,
    HideOperators4,
    HideOperators5,
    ListSessionsFiltersOperator,
    ListSessionsFiltersSessionsOperator,
    ListSessionsFiltersSessionsRequestOperator,
    ListSessionsFiltersSessionsRequestRequestBody1Type,
    ListSessionsFiltersSessionsRequestRequestBody2Type,
    ListSessionsFiltersSessionsRequestRequestBody3Operator,
    ListSessionsFiltersSessionsRequestRequestBody3Type,
    ListSessionsFiltersSessionsRequestRequestBody4Operator,
    ListSessionsFiltersSessionsRequestRequestBody4Type,
    ListSessionsFiltersSessionsRequestRequestBodyOperator,
    ListSessionsFiltersSessionsRequestRequestBodyQuery7OptionsType,
    ListSessionsFiltersSessionsRequestRequestBodyQuery7Type,
    ListSessionsFiltersSessionsRequestRequestBodyQuery8Operator,
    ListSessionsFiltersSessionsRequestRequestBodyQuery8Type,
    ListSessionsFiltersSessionsRequestRequestBodyQueryType,
    ListSessionsFiltersSessionsRequestRequestBodyType,
    ListSessionsFiltersSessionsRequestType,
    ListSessionsFiltersSessionsType,
    ListSessionsFiltersType,
    ListSessionsHideOperators1,
    ListSessionsHideOperators2,
    ListSessionsHideOperators3,
    ListSessionsHideOperators4,
    ListSessionsHideOperators5,
    ListSessionsHideOperatorsSessions1,
    ListSessionsHideOperatorsSessions2,
    ListSessionsHideOperatorsSessions3,
    ListSessionsHideOperatorsSessions4,
    ListSessionsHideOperatorsSessions5,
    ListSessionsHideOperatorsSessionsRequest1,
    ListSessionsHideOperatorsSessionsRequest2,
    ListSessionsHideOperatorsSessionsRequest3,
    ListSessionsHideOperatorsSessionsRequest4,
    ListSessionsHideOperatorsSessionsRequest5,
    ListSessionsHideOperatorsSessionsRequestRequestBody1,
    ListSessionsHideOperatorsSessionsRequestRequestBody2,
    ListSessionsHideOperatorsSessionsRequestRequestBody3,
    ListSessionsHideOperatorsSessionsRequestRequestBody4,
    ListSessionsHideOperatorsSessionsRequestRequestBody5,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery1,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery5,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters1,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters5,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters71,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters72,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters73,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters74,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters75,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters76,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters81,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters82,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters83,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters84,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters85,
    ListSessionsOperator1,
    ListSessionsOperator2,
    Mode,
    Object,
    Operator,
    Operator1,
    Operator2,
    Operator3,
    Operator4,
    Operator5,
    RelativeTime,
    Three,
    Two,
    Type,
    Unit1,
    Unit2,
)


class ListSessionsRequestBodyTypedDict(TypedDict):
    pagination: NotRequired[PaginationTypedDict]
    sorting_props: NotRequired[List[SortingPropsTypedDict]]
    query: NotRequired[QueryTypedDict]
    filters: List[ListSessionsFiltersTypedDict]
    included_fields: NotRequired[Dict[str, str]]


class PaginationTypedDict(TypedDict):
    page: NotRequired[float]
    limit: NotRequired[float]
    last_id: NotRequired[Nullable[str]]
    first_id: NotRequired[Nullable[str]]


class SortingPropsTypedDict(TypedDict):
    key: str
    direction: NotRequired[Direction]


class QueryTypedDict(TypedDict):
    search: NotRequired[str]
    operator: Operator
    filters: NotRequired[List[FiltersTypedDict]]


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


class Filters3TypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsOperator
    value: ValueTypedDict
    type: ListSessionsFiltersType
    name: str
    path: str
    hide_operators: NotRequired[List[ListSessionsFiltersHideOperatorsTypedDict]]


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


class Filters4TypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsRequestOperator
    value: Nullable[FiltersValueTypedDict]
    type: ListSessionsFiltersSessionsType
    name: str
    path: str
    hide_operators: NotRequired[List[ListSessionsFiltersSessionsHideOperatorsTypedDict]]


class Filters5TypedDict(TypedDict):
    operator: ListSessionsFiltersSessionsRequestRequestBodyOperator
    value: Nullable[str]
    type: ListSessionsFiltersSessionsRequestType
    name: str
    path: str
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestHideOperatorsTypedDict]
    ]


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


class ListSessionsFiltersOptionsTypedDict(TypedDict):
    name: str
    path: str
    type: ListSessionsFiltersSessionsRequestRequestBodyQueryType
    hide_operators: NotRequired[
        List[ListSessionsFiltersSessionsRequestRequestBodyHideOperatorsTypedDict]
    ]
    id: str


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


class ListSessionsFilters3TypedDict(TypedDict):
    type: ListSessionsFiltersSessionsRequestRequestBody3Type
    operator: ListSessionsFiltersSessionsRequestRequestBody3Operator
    value: str
    path: str


class ListSessionsFilters4TypedDict(TypedDict):
    type: ListSessionsFiltersSessionsRequestRequestBody4Type
    operator: ListSessionsFiltersSessionsRequestRequestBody4Operator
    values: List[str]
    path: str


class ListSessionsResponseBodyTypedDict(TypedDict):
    """Sessions retrieved successfully."""

    object: Object
    data: List[DataTypedDict]
    has_more: bool


class DataTypedDict(TypedDict):
    id: str
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: ListSessionsBillingTypedDict
    usage: ListSessionsUsageTypedDict
    traces_count: float
    """Total traces of the session"""
    tags: List[str]
    workspace_id: str
    """The workspace id"""
    project_id: NotRequired[Nullable[str]]
    """The project id"""
    started_at: NotRequired[datetime]
    """The time when the session was created"""
    updated_at: NotRequired[datetime]
    """The time when the session was updated"""


class ListSessionsBillingTypedDict(TypedDict):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class ListSessionsUsageTypedDict(TypedDict):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


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


OptionsTypedDict = Union[str, float]


OptionsMapTypedDict = Union[str, float]


HideOperatorsTypedDict = Union[HideOperators1, Two, Three, Four, Five]


FiltersOptionsTypedDict = Union[str, float]


FiltersOptionsMapTypedDict = Union[str, float]


FiltersHideOperatorsTypedDict = Union[
    ListSessionsHideOperators1,
    HideOperators2,
    HideOperators3,
    HideOperators4,
    HideOperators5,
]


UnitTypedDict = Union[Unit1, Unit2]


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


ListSessionsFiltersTypedDict = Union[
    Filters1TypedDict,
    ListSessionsFilters2TypedDict,
    ListSessionsFilters3TypedDict,
    ListSessionsFilters4TypedDict,
]
