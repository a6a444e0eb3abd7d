"""What `orq.sessions.list()` takes and returns: `POST /v2/traces/sessions/query`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    OPEN_ENUM,
    UNSET,
    BaseModel,
    Nullable,
    OptionalNullable,
    UnrecognizedStr,
)
from .listsessionsop_1 import (
    FiltersOptions,
    FiltersOptionsMap,
    FiltersType,
    ListSessionsFiltersOperator,
    ListSessionsHideOperators1,
)

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


FiltersHideOperators = Union[
    ListSessionsHideOperators1,
    HideOperators2,
    HideOperators3,
    HideOperators4,
    HideOperators5,
]


Unit = Union[Unit1, Unit2]


if TYPE_CHECKING:
    from .listsessionsop_2_typed import (
        CriteriaTypedDict as CriteriaTypedDict,
        Filters2TypedDict as Filters2TypedDict,
        FiltersHideOperatorsTypedDict as FiltersHideOperatorsTypedDict,
        UnitTypedDict as UnitTypedDict,
        ValueTypedDict as ValueTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".listsessionsop_2_typed": (
                "CriteriaTypedDict",
                "Filters2TypedDict",
                "FiltersHideOperatorsTypedDict",
                "UnitTypedDict",
                "ValueTypedDict",
            ),
        },
    )
