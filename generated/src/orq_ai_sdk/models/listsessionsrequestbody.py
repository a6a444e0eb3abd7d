"""Models of the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Dict, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    CONST,
    OPEN_ENUM,
    UNSET,
    BaseModel,
    Nullable,
    OptionalNullable,
    Tagged,
    Unrecognized,
    UnrecognizedStr,
)

Direction = Annotated[Union[Literal["asc", "desc"], UnrecognizedStr], OPEN_ENUM]

Operator = Annotated[Union[Literal["and", "or"], UnrecognizedStr], OPEN_ENUM]

FiltersOperator = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

Type = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

HideOperators1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Two = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Three = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

Four = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Five = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersOperator = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

FiltersType = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperators1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

HideOperators2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

HideOperators3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

HideOperators4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

HideOperators5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsOperator = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Unit1 = Annotated[
    Union[Literal["day", "week", "month", "year"], UnrecognizedStr],
    OPEN_ENUM,
]

Unit2 = Annotated[
    Union[Literal["hours_ago", "minutes_ago"], UnrecognizedStr],
    OPEN_ENUM,
]

RelativeTime = Annotated[
    Union[
        Literal["today", "yesterday", "one_week_ago", "one_month_ago", "custom_date"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

FiltersDirection = Annotated[
    Union[Literal["present", "past"], UnrecognizedStr],
    OPEN_ENUM,
]

Mode = Annotated[Union[Literal["date", "datetime"], UnrecognizedStr], OPEN_ENUM]

ListSessionsFiltersType = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessions1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperators2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperators3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperators4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperators5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestOperator = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsType = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequest1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessions2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessions3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessions4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessions5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBodyOperator = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestType = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBody1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequest2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequest3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequest4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequest5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Operator1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Operator2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Operator3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

Operator4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

Operator5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBodyType = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBodyQueryType = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQuery1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBody2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBody3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBody4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBody5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters1 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQuery2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQuery3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQuery4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQuery5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsOperator1 = Annotated[Union[Literal["is"], UnrecognizedStr], OPEN_ENUM]

ListSessionsOperator2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBodyQuery7Type = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBodyQuery7OptionsType = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters71 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters2 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters3 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters4 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters5 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

EvaluatorType = Annotated[
    Union[
        Literal[
            "function_eval",
            "http_eval",
            "json_schema",
            "llm_eval",
            "python_eval",
            "ragas",
            "typescript_eval",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

EvaluatorOutputType = Annotated[
    Union[Literal["boolean", "number", "string", "enum"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters76 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters72 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters73 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters74 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters75 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBodyQuery8Operator = Annotated[
    Union[Literal["is"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBodyQuery8Type = Annotated[
    Union[
        Literal[
            "string",
            "multi-value-array",
            "single-value-array",
            "number",
            "date",
            "object",
            "boolean",
            "evaluator",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters81 = Annotated[
    Union[
        Literal[
            "is",
            "is_not",
            "contains",
            "does_not_contain",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters82 = Annotated[
    Union[
        Literal[
            "equals",
            "is_not_equal",
            "is_greater_than",
            "is_less_than",
            "is_greater_than_or_equal_to",
            "is_less_than_or_equal_to",
            "is_between",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters83 = Annotated[
    Union[Literal["is", "is_not", "is_empty", "is_not_empty"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters84 = Annotated[
    Union[
        Literal["contains", "does_not_contain", "is_empty", "is_not_empty"],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters85 = Annotated[
    Union[
        Literal[
            "is",
            "is_before",
            "is_on_or_before",
            "is_between",
            "is_relative_today",
            "is_relative_time",
            "is_empty",
            "is_not_empty",
        ],
        UnrecognizedStr,
    ],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBody1Type = Annotated[
    Union[Literal["id"], UnrecognizedStr],
    OPEN_ENUM,
]

ListSessionsFiltersSessionsRequestRequestBody2Type = Annotated[
    Union[Literal["search"], UnrecognizedStr],
    OPEN_ENUM,
]

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


class Pagination(BaseModel):
    page: Optional[float] = None
    limit: Optional[float] = 50
    last_id: Annotated[OptionalNullable[str], Field(alias="lastId")] = UNSET
    first_id: Annotated[OptionalNullable[str], Field(alias="firstId")] = UNSET


class SortingProps(BaseModel):
    key: str
    direction: Optional[Direction] = None


class Query(BaseModel):
    search: Optional[str] = None
    operator: Operator
    filters: Optional[List[Filters]] = Field(default_factory=lambda: [])


class One(BaseModel):
    operator: FiltersOperator
    value: Optional[Any] = None
    type: Type
    options: List[Options]
    options_map: Annotated[
        OptionalNullable[Dict[str, OptionsMap]],
        Field(alias="optionsMap"),
    ] = UNSET
    image_url_map: Annotated[
        Optional[Dict[str, str]],
        Field(alias="imageUrlMap"),
    ] = None
    name: str
    path: str
    hide_operators: Annotated[
        Optional[List[HideOperators]],
        Field(alias="hideOperators"),
    ] = None


class Filters2(BaseModel):
    operator: ListSessionsFiltersOperator
    value: Nullable[List[Any]]
    type: FiltersType
    options: List[FiltersOptions]
    options_map: Annotated[
        OptionalNullable[Dict[str, FiltersOptionsMap]],
        Field(alias="optionsMap"),
    ] = UNSET
    image_url_map: Annotated[
        Optional[Dict[str, str]],
        Field(alias="imageUrlMap"),
    ] = None
    name: str
    path: str
    hide_operators: Annotated[
        Optional[List[FiltersHideOperators]],
        Field(alias="hideOperators"),
    ] = None


class Filters3(BaseModel):
    operator: ListSessionsFiltersSessionsOperator
    value: Value
    type: ListSessionsFiltersType
    name: str
    path: str
    hide_operators: Annotated[
        Optional[List[ListSessionsFiltersHideOperators]],
        Field(alias="hideOperators"),
    ] = None


class Value(BaseModel):
    criteria: Nullable[Criteria]
    mode: Mode


class Criteria(BaseModel):
    unit: Optional[Unit] = None
    count: OptionalNullable[float] = UNSET
    relative_time: Annotated[Optional[RelativeTime], Field(alias="relativeTime")] = None
    custom_date: Annotated[OptionalNullable[str], Field(alias="customDate")] = UNSET
    direction: Optional[FiltersDirection] = None
    start_date: Annotated[OptionalNullable[str], Field(alias="startDate")] = UNSET
    end_date: Annotated[OptionalNullable[str], Field(alias="endDate")] = UNSET


class Filters4(BaseModel):
    operator: ListSessionsFiltersSessionsRequestOperator
    value: Nullable[FiltersValue]
    type: ListSessionsFiltersSessionsType
    name: str
    path: str
    hide_operators: Annotated[
        Optional[List[ListSessionsFiltersSessionsHideOperators]],
        Field(alias="hideOperators"),
    ] = None


class Filters5(BaseModel):
    operator: ListSessionsFiltersSessionsRequestRequestBodyOperator
    value: Nullable[str]
    type: ListSessionsFiltersSessionsRequestType
    name: str
    path: str
    hide_operators: Annotated[
        Optional[List[ListSessionsFiltersSessionsRequestHideOperators]],
        Field(alias="hideOperators"),
    ] = None


class Six(BaseModel):
    operator: ListSessionsFiltersSessionsRequestRequestBodyQueryOperator
    value: OptionalNullable[Any] = UNSET
    type: ListSessionsFiltersSessionsRequestRequestBodyType
    options: List[ListSessionsFiltersOptions]
    selected_option_id: Annotated[Nullable[str], Field(alias="selectedOptionId")]
    name: str
    path: str
    hide_operators: Annotated[
        Optional[List[ListSessionsFiltersSessionsRequestRequestBodyQueryHideOperators]],
        Field(alias="hideOperators"),
    ] = None


class ListSessionsFiltersOptions(BaseModel):
    name: str
    path: str
    type: ListSessionsFiltersSessionsRequestRequestBodyQueryType
    hide_operators: Annotated[
        Optional[List[ListSessionsFiltersSessionsRequestRequestBodyHideOperators]],
        Field(alias="hideOperators"),
    ] = None
    id: str


class Seven(BaseModel):
    operator: ListSessionsFiltersSessionsRequestRequestBodyQuery7Operator
    value: OptionalNullable[Any] = UNSET
    type: ListSessionsFiltersSessionsRequestRequestBodyQuery7Type
    selected_option_id: Annotated[Nullable[str], Field(alias="selectedOptionId")]
    options: List[ListSessionsFiltersSessionsOptions]
    name: str
    path: str
    hide_operators: Annotated[
        Optional[
            List[ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators1]
        ],
        Field(alias="hideOperators"),
    ] = None


class ListSessionsFiltersSessionsOptions(BaseModel):
    name: str
    path: str
    type: ListSessionsFiltersSessionsRequestRequestBodyQuery7OptionsType
    hide_operators: Annotated[
        Optional[
            List[ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators]
        ],
        Field(alias="hideOperators"),
    ] = None
    id: str
    evaluator_id: Annotated[str, Field(alias="evaluatorId")]
    evaluator_type: Annotated[EvaluatorType, Field(alias="evaluatorType")]
    evaluator_output_type: Annotated[
        EvaluatorOutputType,
        Field(alias="evaluatorOutputType"),
    ]


class Eight(BaseModel):
    operator: Annotated[
        ListSessionsFiltersSessionsRequestRequestBodyQuery8Operator,
        CONST,
    ] = "is"
    value: Optional[bool] = False
    type: ListSessionsFiltersSessionsRequestRequestBodyQuery8Type
    name: str
    path: str
    hide_operators: Annotated[
        Optional[
            List[ListSessionsFiltersSessionsRequestRequestBodyQuery8HideOperators]
        ],
        Field(alias="hideOperators"),
    ] = None


class Filters1(BaseModel):
    type: Annotated[ListSessionsFiltersSessionsRequestRequestBody1Type, CONST] = "id"
    id: str
    path: str


class ListSessionsFilters2(BaseModel):
    type: Annotated[
        ListSessionsFiltersSessionsRequestRequestBody2Type,
        CONST,
    ] = "search"
    value: str
    search_paths: Annotated[List[str], Field(alias="searchPaths")]


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


Filters = Union[One, Filters2, Filters3, Filters4, Filters5, Six, Seven, Eight]


Options = Union[str, float]


OptionsMap = Union[str, float]


HideOperators = Union[HideOperators1, Two, Three, Four, Five]


FiltersOptions = Union[str, float]


FiltersOptionsMap = Union[str, float]


FiltersHideOperators = Union[
    ListSessionsHideOperators1,
    HideOperators2,
    HideOperators3,
    HideOperators4,
    HideOperators5,
]


Unit = Union[Unit1, Unit2]


ListSessionsFiltersHideOperators = Union[
    ListSessionsHideOperatorsSessions1,
    ListSessionsHideOperators2,
    ListSessionsHideOperators3,
    ListSessionsHideOperators4,
    ListSessionsHideOperators5,
]


FiltersValue = Union[float, List[float]]


ListSessionsFiltersSessionsHideOperators = Union[
    ListSessionsHideOperatorsSessionsRequest1,
    ListSessionsHideOperatorsSessions2,
    ListSessionsHideOperatorsSessions3,
    ListSessionsHideOperatorsSessions4,
    ListSessionsHideOperatorsSessions5,
]


ListSessionsFiltersSessionsRequestHideOperators = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBody1,
    ListSessionsHideOperatorsSessionsRequest2,
    ListSessionsHideOperatorsSessionsRequest3,
    ListSessionsHideOperatorsSessionsRequest4,
    ListSessionsHideOperatorsSessionsRequest5,
]


ListSessionsFiltersSessionsRequestRequestBodyQueryOperator = Union[
    Operator1,
    Operator2,
    Operator3,
    Operator4,
    Operator5,
]


ListSessionsFiltersSessionsRequestRequestBodyHideOperators = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery1,
    ListSessionsHideOperatorsSessionsRequestRequestBody2,
    ListSessionsHideOperatorsSessionsRequestRequestBody3,
    ListSessionsHideOperatorsSessionsRequestRequestBody4,
    ListSessionsHideOperatorsSessionsRequestRequestBody5,
]


ListSessionsFiltersSessionsRequestRequestBodyQueryHideOperators = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters1,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery5,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery7Operator = Union[
    ListSessionsOperator1,
    ListSessionsOperator2,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters71,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters4,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters5,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators1 = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters76,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters72,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters73,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters74,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters75,
]


ListSessionsFiltersSessionsRequestRequestBodyQuery8HideOperators = Union[
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters81,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters82,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters83,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters84,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters85,
]


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
