"""What `orq.sessions.list()` takes and returns: `POST /v2/traces/sessions/query`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    OPEN_ENUM,
    UNSET,
    BaseModel,
    OptionalNullable,
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


class Pagination(BaseModel):
    page: Optional[float] = None
    limit: Optional[float] = 50
    last_id: Annotated[OptionalNullable[str], Field(alias="lastId")] = UNSET
    first_id: Annotated[OptionalNullable[str], Field(alias="firstId")] = UNSET


class SortingProps(BaseModel):
    key: str
    direction: Optional[Direction] = None


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


Options = Union[str, float]


OptionsMap = Union[str, float]


HideOperators = Union[HideOperators1, Two, Three, Four, Five]


FiltersOptions = Union[str, float]


FiltersOptionsMap = Union[str, float]


if TYPE_CHECKING:
    from .listsessionsop_1_typed import (
        FiltersOptionsMapTypedDict as FiltersOptionsMapTypedDict,
        FiltersOptionsTypedDict as FiltersOptionsTypedDict,
        HideOperatorsTypedDict as HideOperatorsTypedDict,
        OneTypedDict as OneTypedDict,
        OptionsMapTypedDict as OptionsMapTypedDict,
        OptionsTypedDict as OptionsTypedDict,
        PaginationTypedDict as PaginationTypedDict,
        SortingPropsTypedDict as SortingPropsTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".listsessionsop_1_typed": (
                "FiltersOptionsMapTypedDict",
                "FiltersOptionsTypedDict",
                "HideOperatorsTypedDict",
                "OneTypedDict",
                "OptionsMapTypedDict",
                "OptionsTypedDict",
                "PaginationTypedDict",
                "SortingPropsTypedDict",
            ),
        },
    )
