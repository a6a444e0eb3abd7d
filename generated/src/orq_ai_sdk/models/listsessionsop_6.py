"""What `orq.sessions.list()` takes and returns: `POST /v2/traces/sessions/query`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    CONST,
    OPEN_ENUM,
    UNSET,
    BaseModel,
    Nullable,
    OptionalNullable,
    UnrecognizedStr,
)
from .listsessionsop_1 import One, Operator
from .listsessionsop_2 import Filters2
from .listsessionsop_3 import Filters3, Filters4
from .listsessionsop_4 import Filters5
from .listsessionsop_5 import (
    ListSessionsFiltersSessionsOptions,
    ListSessionsFiltersSessionsRequestRequestBodyQuery7Operator,
    ListSessionsFiltersSessionsRequestRequestBodyQuery7Type,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters72,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters76,
    Six,
)

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


class Query(BaseModel):
    search: Optional[str] = None
    operator: Operator
    filters: Optional[List[Filters]] = Field(default_factory=lambda: [])


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


Filters = Union[One, Filters2, Filters3, Filters4, Filters5, Six, Seven, Eight]


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


if TYPE_CHECKING:
    from .listsessionsop_6_typed import (
        EightTypedDict as EightTypedDict,
        Filters1TypedDict as Filters1TypedDict,
        FiltersTypedDict as FiltersTypedDict,
        ListSessionsFilters2TypedDict as ListSessionsFilters2TypedDict,
        ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators1TypedDict as ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators1TypedDict,
        ListSessionsFiltersSessionsRequestRequestBodyQuery8HideOperatorsTypedDict as ListSessionsFiltersSessionsRequestRequestBodyQuery8HideOperatorsTypedDict,
        QueryTypedDict as QueryTypedDict,
        SevenTypedDict as SevenTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".listsessionsop_6_typed": (
                "EightTypedDict",
                "Filters1TypedDict",
                "FiltersTypedDict",
                "ListSessionsFilters2TypedDict",
                "ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperators1TypedDict",
                "ListSessionsFiltersSessionsRequestRequestBodyQuery8HideOperatorsTypedDict",
                "QueryTypedDict",
                "SevenTypedDict",
            ),
        },
    )
