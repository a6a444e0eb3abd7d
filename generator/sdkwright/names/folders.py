"""In which folder of the package a class is found: what `imports.paths` says of where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, Root, TypeDef, TypeId
from sdkwright.options.model import MODELS, ImportPaths


def folders(api: Api, paths: ImportPaths) -> dict[TypeId, str]:
    """The folder of every class."""
    return {id: _folder(id, one, api, paths) for id, one in api.types.items()}


def _folder(id: TypeId, definition: TypeDef, api: Api, paths: ImportPaths) -> str:
    if not isinstance(definition, EnumDef) and definition.is_error:
        return paths.errors
    match definition.origin.root:
        case Root.WEBHOOK:
            return paths.webhooks
        case Root.GLOBALS if id == api.globals_type:
            return MODELS
        case _:
            return paths.shared if _is_shared(definition) else paths.operations


def _is_shared(definition: TypeDef) -> bool:
    """Whether it is no operation's own."""
    origin = definition.origin
    return origin.component is not None or (origin.root is Root.SECURITY and origin.operation is None)


def reserved_modules(paths: ImportPaths) -> Iterable[str]:
    """The packages beside the modules of groups."""
    return (path.partition("/")[0] for path in paths.folders())


def reserved_stems(paths: ImportPaths) -> Iterable[str]:
    """The packages beside the modules of models."""
    return (path.split("/")[1] for path in paths.folders() if path.startswith(f"{MODELS}/"))
