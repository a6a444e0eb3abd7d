"""What `orq.sessions.list()` takes and returns: `POST /v2/traces/sessions/query`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    CONST,
    OPEN_ENUM,
    UNSET,
    BaseModel,
    OptionalNullable,
    Tagged,
    Unrecognized,
    UnrecognizedStr,
)
from .listsessionsop_1 import Pagination, SortingProps
from .listsessionsop_6 import Filters1, ListSessionsFilters2, Query

ListSessionsFiltersSessionsRequestRequestBody3Type = Annotated[
    Union[Literal["string"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBody3Operator = Annotated[
    Union[Literal["contains", "equals"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBody4Type = Annotated[
    Union[Literal["string_array"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBody4Operator = Annotated[
    Union[Literal["in"], UnrecognizedStr],
    OPEN_ENUM,
]

Object = Annotated[Union[Literal["list"], UnrecognizedStr], OPEN_ENUM]


class ListSessionsRequestBody(BaseModel):
    """Body of `orq.sessions.list()`."""

    pagination: Optional[Pagination] = None
    sorting_props: Annotated[
        Optional[List[SortingProps]],
        Field(alias="sortingProps"),
    ] = None
    query: Optional[Query] = None
    filters: List[ListSessionsFilters]
    included_fields: Annotated[
        Optional[Dict[str, str]],
        Field(alias="includedFields"),
    ] = None


class ListSessionsFilters3(BaseModel):
    type: Annotated[
        ListSessionsFiltersSessionsRequestRequestBody3Type,
        CONST,
    ] = "string"
    operator: ListSessionsFiltersSessionsRequestRequestBody3Operator
    value: str
    path: str


class ListSessionsFilters4(BaseModel):
    type: Annotated[
        ListSessionsFiltersSessionsRequestRequestBody4Type,
        CONST,
    ] = "string_array"
    operator: Annotated[
        ListSessionsFiltersSessionsRequestRequestBody4Operator,
        CONST,
    ] = "in"
    values: List[str]
    path: str


class ListSessionsResponseBody(BaseModel):
    """Sessions retrieved successfully."""

    object: Annotated[Object, CONST] = "list"
    data: List[Data]
    has_more: bool


class Data(BaseModel):
    id: Annotated[str, Field(alias="_id")]
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: ListSessionsBilling
    usage: ListSessionsUsage
    traces_count: float
    """Total traces of the session"""
    tags: List[str]
    workspace_id: str
    """The workspace id"""
    project_id: OptionalNullable[str] = UNSET
    """The project id"""
    started_at: Optional[datetime] = None
    """The time when the session was created"""
    updated_at: Optional[datetime] = None
    """The time when the session was updated"""


class ListSessionsBilling(BaseModel):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class ListSessionsUsage(BaseModel):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


ListSessionsFilters = Annotated[
    Union[
        Filters1,
        ListSessionsFilters2,
        ListSessionsFilters3,
        ListSessionsFilters4,
        Unrecognized,
    ],
    Tagged("type", {"id": 0, "search": 1, "string": 2, "string_array": 3}),
]


if TYPE_CHECKING:
    from .listsessionsop_7_typed import (
        DataTypedDict as DataTypedDict,
        ListSessionsBillingTypedDict as ListSessionsBillingTypedDict,
        ListSessionsFilters3TypedDict as ListSessionsFilters3TypedDict,
        ListSessionsFilters4TypedDict as ListSessionsFilters4TypedDict,
        ListSessionsFiltersTypedDict as ListSessionsFiltersTypedDict,
        ListSessionsRequestBodyTypedDict as ListSessionsRequestBodyTypedDict,
        ListSessionsResponseBodyTypedDict as ListSessionsResponseBodyTypedDict,
        ListSessionsUsageTypedDict as ListSessionsUsageTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".listsessionsop_7_typed": (
                "DataTypedDict",
                "ListSessionsBillingTypedDict",
                "ListSessionsFilters3TypedDict",
                "ListSessionsFilters4TypedDict",
                "ListSessionsFiltersTypedDict",
                "ListSessionsRequestBodyTypedDict",
                "ListSessionsResponseBodyTypedDict",
                "ListSessionsUsageTypedDict",
            ),
        },
    )
