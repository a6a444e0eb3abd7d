"""What `orq.sessions.list()` takes and returns: `POST /v2/traces/sessions/query`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    OPEN_ENUM,
    UNSET,
    BaseModel,
    Nullable,
    OptionalNullable,
    UnrecognizedStr,
)
from .listsessionsop_4 import (
    ListSessionsFiltersOptions,
    ListSessionsFiltersSessionsRequestRequestBodyQueryOperator,
    ListSessionsFiltersSessionsRequestRequestBodyType,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery2,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQuery3,
    ListSessionsHideOperatorsSessionsRequestRequestBodyQueryFilters1,
)

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


if TYPE_CHECKING:
    from .listsessionsop_5_typed import (
        ListSessionsFiltersSessionsOptionsTypedDict as ListSessionsFiltersSessionsOptionsTypedDict,
        ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperatorsTypedDict as ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperatorsTypedDict,
        ListSessionsFiltersSessionsRequestRequestBodyQuery7OperatorTypedDict as ListSessionsFiltersSessionsRequestRequestBodyQuery7OperatorTypedDict,
        ListSessionsFiltersSessionsRequestRequestBodyQueryHideOperatorsTypedDict as ListSessionsFiltersSessionsRequestRequestBodyQueryHideOperatorsTypedDict,
        SixTypedDict as SixTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".listsessionsop_5_typed": (
                "ListSessionsFiltersSessionsOptionsTypedDict",
                "ListSessionsFiltersSessionsRequestRequestBodyQuery7HideOperatorsTypedDict",
                "ListSessionsFiltersSessionsRequestRequestBodyQuery7OperatorTypedDict",
                "ListSessionsFiltersSessionsRequestRequestBodyQueryHideOperatorsTypedDict",
                "SixTypedDict",
            ),
        },
    )
