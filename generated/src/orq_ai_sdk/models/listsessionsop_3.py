"""What `orq.sessions.list()` takes and returns: `POST /v2/traces/sessions/query`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import OPEN_ENUM, BaseModel, Nullable, UnrecognizedStr
from .listsessionsop_2 import (
    ListSessionsFiltersSessionsOperator,
    ListSessionsFiltersType,
    ListSessionsHideOperators2,
    ListSessionsHideOperators3,
    ListSessionsHideOperators4,
    ListSessionsHideOperatorsSessions1,
    Value,
)

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


if TYPE_CHECKING:
    from .listsessionsop_3_typed import (
        Filters3TypedDict as Filters3TypedDict,
        Filters4TypedDict as Filters4TypedDict,
        FiltersValueTypedDict as FiltersValueTypedDict,
        ListSessionsFiltersHideOperatorsTypedDict as ListSessionsFiltersHideOperatorsTypedDict,
        ListSessionsFiltersSessionsHideOperatorsTypedDict as ListSessionsFiltersSessionsHideOperatorsTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".listsessionsop_3_typed": (
                "Filters3TypedDict",
                "Filters4TypedDict",
                "FiltersValueTypedDict",
                "ListSessionsFiltersHideOperatorsTypedDict",
                "ListSessionsFiltersSessionsHideOperatorsTypedDict",
            ),
        },
    )
