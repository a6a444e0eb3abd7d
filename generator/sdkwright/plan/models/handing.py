"""What the modules under `models/` hand on to each other, lazily: TypedDict twins, errors, and what stands in parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkwright.ir.types import TypeId
from sdkwright.plan.context import Context
from sdkwright.plan.models.files import ModelFile
from sdkwright.plan.python.docstrings import module_docstring
from sdkwright.text.escape import docstring
from sdkwright.text.kinds import Code, common
from sdkwright.view.models import ERRORS_STEM, EnumModel, Export, HandingModule, Model, ObjectModel


def handing_module(file: ModelFile, models: Mapping[TypeId, Model], context: Context) -> HandingModule:
    """The module of a component or of an operation that defines nothing itself."""
    own = [models[id] for id in file.types]
    homes = {str(model.module) for model in own}
    where = f"in `{homes.pop()}`, with all that refers to them" if len(homes) == 1 else "in parts"
    told = module_docstring(file.operation, context) or docstring([f"Classes that stand {where}; loaded on first use."])
    return HandingModule(Code(file.stem), told, handed(file.stem, own, context))


def handed(stem: str, models: Iterable[Model], context: Context) -> tuple[Export, ...]:
    """What the module `stem` of `models` gives without defining it, by the module that does."""
    found: dict[str, list[Code]] = {}
    listed = list(models)
    families = [model.family for model in listed if isinstance(model, ObjectModel) and model.family is not None]
    for model in (*listed, *families):
        if model.module != stem:
            found.setdefault(model.module, []).append(model.class_name)
        if isinstance(model, EnumModel):
            continue
        if model.typed_dict:
            found.setdefault(f"{model.module}_typed", []).append(model.typed_dict)
        if model.error_class is not None and not context.has_errors_apart:
            found.setdefault(ERRORS_STEM, []).append(model.error_class)
    return tuple(Export(common(module), tuple(sorted(names))) for module, names in sorted(found.items()))
