"""What the modules under `models/` hand on to each other, TypedDict twins, errors, and what stands elsewhere."""

from __future__ import annotations

from sdkwright.ir.types import EnumDef
from sdkwright.plan.context import Context
from sdkwright.plan.models.files import ModelFile
from sdkwright.plan.python.docstrings import module_docstring
from sdkwright.text.escape import docstring
from sdkwright.text.kinds import Code, common
from sdkwright.view.models import ERRORS_STEM, Export, HandingModule


def handing_module(file: ModelFile, context: Context) -> HandingModule:
    """The module of a component or of an operation that defines nothing itself."""
    homes = {context.stems[id] for id in file.types}
    where = f"in `{homes.pop()}`, with all that refers to them" if len(homes) == 1 else "in parts"
    told = module_docstring(file.operation, None, context)
    told = told or docstring([f"Classes that stand {where}; loaded on first use."])
    return HandingModule(Code(file.stem), told, handed(file, context), at_once=not file.types)


def handed(file: ModelFile, context: Context) -> tuple[Export, ...]:
    """What a module of `models` gives without defining it, by the module that does."""
    names = context.names
    found: dict[str, list[str]] = {}

    def hand_on(module: str, name: str | None) -> None:
        if name is not None and module != file.stem:
            found.setdefault(module, []).append(name)

    for id in (*file.types, *file.aside):
        module = context.stems[id]
        hand_on(module, context.model_class(id))
        hand_on(module, names.families.get(id))
        if isinstance(context.definition(id), EnumDef):
            continue
        hand_on(f"{module}_typed", names.typed_dicts.get(id))
        hand_on(f"{module}_typed", names.family_dicts.get(id))
        if context.is_error(id) and not context.has_errors_apart:
            hand_on(ERRORS_STEM, names.classes[id])
    return tuple(Export(common(module), tuple(map(common, sorted(given)))) for module, given in sorted(found.items()))
