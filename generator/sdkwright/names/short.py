"""Short names of methods, for those who ask for them: what the route and the group say already is said once.

Frameworks make ids of a function's name, the path and the HTTP method (`create_book_books_post`), and people repeat the
tag in them (`droplets_list` of the tag Droplets).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sdkwright.ir.service import Operation
from sdkwright.ir.types import OperationKey
from sdkwright.names.model import GroupKey
from sdkwright.text.casing import snake

_NO_WORD = re.compile(r"\W")


def short_names(operations: Iterable[Operation], group: GroupKey) -> dict[OperationKey, str]:
    """The short names in one group, for the operations that have one which no other operation of the group claims."""
    listed = [operation for operation in operations if operation.operation_id and not operation.name_override]
    long = {operation.id: snake(operation.operation_id or "") for operation in listed}
    short = {operation.id: short_name(operation, group) for operation in listed}
    claims = Counter((*short.values(), *(name for id, name in long.items() if name != short[id])))
    return {id: name for id, name in short.items() if name != long[id] and claims[name] == 1}


def short_name(operation: Operation, group: GroupKey) -> str:
    """The snake words of the operationId without its route and the words of its group; all of it if nothing is left."""
    words = snake(_without_route(operation)).split("_")
    of_group = _alike(snake(group[-1]).split("_")) if group else []
    count = len(of_group)
    if 0 < count < len(words):
        if _alike(words[:count]) == of_group:
            words = words[count:]
        elif _alike(words[-count:]) == of_group:
            words = words[:-count]
    return "_".join(words)


def _without_route(operation: Operation) -> str:
    """The id without the path and the method at its end, where a framework has put them."""
    written = operation.operation_id or ""
    route = f"{_NO_WORD.sub('_', operation.path)}_{operation.http_method.lower()}"
    name = written.removesuffix(route)
    return name if name else written


def _alike(words: Iterable[str]) -> list[str]:
    """The words without the endings of a plural, to compare them."""
    return [re.sub(r"ies$", "y", word) if word.endswith("ies") else re.sub(r"(?<!s)s$", "", word) for word in words]
