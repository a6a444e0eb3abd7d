"""What the modules under `models/` hand on to each other, TypedDict twins, errors, and what stands elsewhere."""

from __future__ import annotations

from collections import defaultdict

from sdkwright.ir.types import EnumDef, TypeId
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
    names, lookups = context.names, context.lookups
    found: defaultdict[str, list[Code]] = defaultdict(list)
    for id in (*file.types, *file.aside):
        module = context.stems[id]
        if module != file.stem:
            found[module].append(_model(id, context))
            if id in names.families:
                found[module].append(common(names.families[id]))
        if isinstance(context.definition(id), EnumDef):
            continue
        if id in lookups.twins:
            found[f"{module}_typed"].append(lookups.twins[id])
        if id in names.family_dicts:
            found[f"{module}_typed"].append(common(names.family_dicts[id]))
        if context.is_error(id) and not context.has_errors_apart:
            found[ERRORS_STEM].append(lookups.views[id].name)
    return tuple([Export(common(module), tuple(sorted(given))) for module, given in sorted(found.items())])


def _model(id: TypeId, context: Context) -> Code:
    """The name of a model, union or enum."""
    return common(context.names.error_data[id]) if context.is_error(id) else context.lookups.views[id].name
