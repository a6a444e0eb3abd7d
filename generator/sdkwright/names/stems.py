"""The stems of files: pages and modules are called like classes and operations, in lower case without separators.

No stem has an underscore but at its end, so that none is what an addition of the package's own makes (`pet_typed`,
`listpetsop_1`, `_pets_requests`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sdkwright.ir.service import Api
from sdkwright.ir.types import OperationKey, TypeId
from sdkwright.names.apart import plain
from sdkwright.names.classes.candidates import operation_class
from sdkwright.names.scope import Scope, Wish, cut
from sdkwright.text import reserved
from sdkwright.text.casing import ascii_only

OPERATION = "op"
"""The ending of the module of what an operation brings."""


def stem(name: str, scope: Scope) -> str:
    """The file stem of a class: its name in lower case and ASCII, unique in `scope`; like a field of that name it gets
    an underscore where it is reserved (`format_` for `Format`)."""
    plain = Wish(cut(ascii_only(name).lower().replace("_", "")), "")
    return scope.allot([plain, Wish(f"{plain.identifier}_", ""), plain]).identifier


def stems(
    api: Api, classes: Mapping[TypeId, Wish], packages: Iterable[str]
) -> tuple[dict[TypeId, str], dict[OperationKey, str]]:
    """The stems of classes, and of operations that bring classes; where both want the same, the class has it.
    `packages` stand beside the modules."""
    scope = Scope((*reserved.WINDOWS_FILES, *reserved.FIELDS, *packages))
    of_classes = {id: stem(plain(wish.identifier), scope) for id, wish in classes.items()}
    bring = {definition.origin.operation for definition in api.types.values()}
    operations = (operation for operation in api.operations if operation.id in bring)
    return of_classes, {one.id: stem(f"{operation_class(one)}{OPERATION}", scope) for one in operations}


def pages(classes: Mapping[TypeId, Wish]) -> dict[TypeId, str]:
    """The stems of the pages of classes; those of errors in a package of their own stand in a folder of their own."""
    scopes: defaultdict[bool, Scope] = defaultdict(lambda: Scope((*reserved.WINDOWS_FILES, *reserved.FIELDS)))
    named = ((id, plain(wish.identifier), wish.identifier) for id, wish in classes.items())
    return {id: stem(name, scopes[name == whole]) for id, name, whole in named}


def part_stem(stem: str, number: int) -> str:
    """The stem of one of the parts of a module that is too large for one file; numbers begin with 1."""
    return f"{stem}_{number}"


def requests_stem(group: str) -> str:
    """The stem of the module with the objects of the arguments of a group's methods; `group` is its own module, and
    empty for the root."""
    return f"_{group}_requests" if group else "_requests"
