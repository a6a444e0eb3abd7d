"""What `orq.sessions.list()` takes and returns: `POST /v2/traces/sessions/query`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import OPEN_ENUM, BaseModel, Nullable, UnrecognizedStr
from .listsessionsop_3 import (
    ListSessionsFiltersSessionsRequestRequestBodyOperator,
    ListSessionsFiltersSessionsRequestType,
    ListSessionsHideOperatorsSessionsRequest2,
    ListSessionsHideOperatorsSessionsRequest3,
    ListSessionsHideOperatorsSessionsRequest4,
    ListSessionsHideOperatorsSessionsRequest5,
    ListSessionsHideOperatorsSessionsRequestRequestBody1,
)

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


class ListSessionsFiltersOptions(BaseModel):
    name: str
    path: str
    type: ListSessionsFiltersSessionsRequestRequestBodyQueryType
    hide_operators: Annotated[
        Optional[List[ListSessionsFiltersSessionsRequestRequestBodyHideOperators]],
        Field(alias="hideOperators"),
    ] = None
    id: str


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


if TYPE_CHECKING:
    from .listsessionsop_4_typed import (
        Filters5TypedDict as Filters5TypedDict,
        ListSessionsFiltersOptionsTypedDict as ListSessionsFiltersOptionsTypedDict,
        ListSessionsFiltersSessionsRequestHideOperatorsTypedDict as ListSessionsFiltersSessionsRequestHideOperatorsTypedDict,
        ListSessionsFiltersSessionsRequestRequestBodyHideOperatorsTypedDict as ListSessionsFiltersSessionsRequestRequestBodyHideOperatorsTypedDict,
        ListSessionsFiltersSessionsRequestRequestBodyQueryOperatorTypedDict as ListSessionsFiltersSessionsRequestRequestBodyQueryOperatorTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".listsessionsop_4_typed": (
                "Filters5TypedDict",
                "ListSessionsFiltersOptionsTypedDict",
                "ListSessionsFiltersSessionsRequestHideOperatorsTypedDict",
                "ListSessionsFiltersSessionsRequestRequestBodyHideOperatorsTypedDict",
                "ListSessionsFiltersSessionsRequestRequestBodyQueryOperatorTypedDict",
            ),
        },
    )
