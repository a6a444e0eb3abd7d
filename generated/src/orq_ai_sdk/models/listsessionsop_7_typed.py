"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from datetime import datetime
from typing import Dict, List, NotRequired, TypedDict, Union

from ..types import Nullable
from .listsessionsop_1_typed import PaginationTypedDict, SortingPropsTypedDict
from .listsessionsop_6_typed import (
    Filters1TypedDict,
    ListSessionsFilters2TypedDict,
    QueryTypedDict,
)
from .listsessionsop_7 import (
    ListSessionsFiltersSessionsRequestRequestBody3Operator,
    ListSessionsFiltersSessionsRequestRequestBody3Type,
    ListSessionsFiltersSessionsRequestRequestBody4Operator,
    ListSessionsFiltersSessionsRequestRequestBody4Type,
    Object,
)


class ListSessionsRequestBodyTypedDict(TypedDict):
    """Body of `orq.sessions.list()`."""

    pagination: NotRequired[PaginationTypedDict]
    sorting_props: NotRequired[List[SortingPropsTypedDict]]
    query: NotRequired[QueryTypedDict]
    filters: List[ListSessionsFiltersTypedDict]
    included_fields: NotRequired[Dict[str, str]]


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


ListSessionsFiltersTypedDict = Union[
    Filters1TypedDict,
    ListSessionsFilters2TypedDict,
    ListSessionsFilters3TypedDict,
    ListSessionsFilters4TypedDict,
]
