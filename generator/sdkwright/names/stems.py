"""The stems of files: pages and modules are called like classes and operations, in lower case without separators.

No stem has an underscore but at its end, so that none is what an addition of the package's own makes (`pet_typed`,
`listpetsop_1`, `_pets_requests`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sdkwright.ir.service import Api
from sdkwright.ir.types import OperationKey, TypeId
from sdkwright.names.apart import is_apart
from sdkwright.names.classes.candidates import operation_class
from sdkwright.names.scope import Scope, Wish, cut
from sdkwright.text import reserved
from sdkwright.text.casing import ascii_only

OPERATION = "op"
"""The ending of the module of what an operation brings."""


def stem(name: str, scope: Scope) -> str:
    """The file stem of a class: its name in lower case and ASCII, unique in `scope`; like a field of that name it gets
    an underscore where it is reserved (`format_` for `Format`)."""
    return _given(_bare(name), scope)


def _bare(name: str) -> str:
    return cut(ascii_only(name).lower().replace("_", ""))


def _given(bare: str, scope: Scope) -> str:
    if scope.take_free(bare):
        return bare
    longer = cut(f"{bare}_")
    return longer if scope.take_free(longer) else scope.give(bare)


def _given_all(bare: Mapping[TypeId, str], scope: Scope) -> dict[TypeId, str]:
    if scope.take_all(tuple(bare.values())):
        return dict(bare)
    return {id: _given(name, scope) for id, name in bare.items()}


def bare_stems(classes: Mapping[TypeId, str]) -> dict[TypeId, str]:
    """What classes would like to have as the stems of their files."""
    return {id: _bare(name) for id, name in classes.items()}


def stems(
    api: Api, bare: Mapping[TypeId, str], packages: Iterable[str]
) -> tuple[dict[TypeId, str], dict[OperationKey, str]]:
    """The stems of classes, which would like to have the `bare` ones, and of operations that bring classes; where both
    want the same, the class has it.  `packages` stand beside the modules."""
    scope = Scope((*reserved.WINDOWS_FILES, *reserved.FIELDS, *packages))
    of_classes = _given_all(bare, scope)
    bring = {definition.origin.operation for definition in api.types.values()}
    operations = (operation for operation in api.operations if operation.id in bring)
    return of_classes, {one.id: stem(f"{operation_class(one)}{OPERATION}", scope) for one in operations}


def pages(classes: Mapping[TypeId, Wish], bare: Mapping[TypeId, str]) -> dict[TypeId, str]:
    """The stems of the pages of classes; those of errors in a package of their own stand in a folder of their own."""
    folders: defaultdict[bool, dict[TypeId, str]] = defaultdict(dict)
    for id, wish in classes.items():
        folders[is_apart(wish.identifier)][id] = bare[id]
    fixed = (*reserved.WINDOWS_FILES, *reserved.FIELDS)
    return {id: stem for wanted in folders.values() for id, stem in _given_all(wanted, Scope(fixed)).items()}


def part_stem(stem: str, number: int) -> str:
    """The stem of one of the parts of a module that is too large for one file; numbers begin with 1."""
    return f"{stem}_{number}"


def requests_stem(group: str) -> str:
    """The stem of the module with the objects of the arguments of a group's methods; `group` is its own module, and
    empty for the root."""
    return f"_{group}_requests" if group else "_requests"
