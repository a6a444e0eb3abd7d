"""What every room of the plan looks up: the three inputs, and where each class is defined."""

from __future__ import annotations

from collections.abc import Mapping

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api
from sdkwright.ir.types import Notes, OperationKey, RefType, TypeDef, TypeId, UnionDef, family
from sdkwright.names import Names
from sdkwright.options.model import MODELS, Config
from sdkwright.plan.lookups import Lookups
from sdkwright.text.kinds import Code
from sdkwright.view.models import Folder, Replacement


def tags(api: Api) -> frozenset[tuple[TypeId, str]]:
    """The properties that are the tags of unions and of families."""
    choices = (one if isinstance(one, UnionDef) else family(one) for one in api.types.values())
    return frozenset(
        (member.id, choice.discriminator.property_name)
        for choice in choices
        if choice is not None and choice.discriminator is not None
        for member in choice.members
        if isinstance(member, RefType)
    )


class Context(Frozen):
    """The inputs of the plan, and the file of every class."""

    api: Api
    names: Names
    config: Config
    stems: Mapping[TypeId, str]
    """The stem of the module under `models/` that defines a type."""
    lookups: Lookups
    named_unions: frozenset[TypeId] = frozenset()
    """The unions whose aliases have names at run time."""
    tags: frozenset[tuple[TypeId, str]] = frozenset()
    """The properties by which a member of a union is told from the others, by class and wire name."""

    def definition(self, id: TypeId) -> TypeDef:
        """The definition behind an id."""
        return self.api.types[id]

    def is_error(self, id: TypeId) -> bool:
        """Whether the type has an exception class."""
        return id in self.names.error_data

    def model_class(self, id: TypeId) -> str:
        """The name of the model, union or enum; of an error that of its data."""
        return self.names.error_data.get(id) or self.names.classes[id]

    def typed_dict(self, id: TypeId) -> str:
        """The name that input annotations use beside the model: its TypedDict, or the enum itself."""
        return self.names.typed_dicts.get(id) or self.names.classes[id]

    def asked_for(self, id: TypeId) -> str:
        """The name that stands where a value of the type is asked for: of a parent that of its whole family."""
        return self.lookups.models[id]

    def spoken_call(self, operation: OperationKey) -> str:
        """How users call an operation: `orq.sessions.update()`, in the first group that has it."""
        group, method = self.lookups.first_methods[operation]
        return ".".join(filter(None, (self.names.variable, self.names.groups[group].accessor, f"{method}()")))

    def replacement(self, notes: Notes) -> Replacement | None:
        """The operation that stands in for a deprecated one, if there is one of that id."""
        asked = notes.deprecated.replacement if notes.deprecated is not None else None
        found = next((one.id for one in self.api.operations if one.operation_id == asked), None) if asked else None
        if found is None:
            return None
        group, method = self.lookups.first_methods[found]
        page = f"docs/sdks/{self.names.groups[group].page}/README.md"
        return Replacement(Code(self.spoken_call(found)), Code(method), Code(page))

    def folder(self, id: TypeId) -> Folder:
        """Where a class is found."""
        return Folder.of(self.names.folders[id])

    @property
    def has_errors_apart(self) -> bool:
        """Whether the errors are found in a package of their own, and not in `models`."""
        return self.names.error_folder != MODELS
