"""Where everything stands: the folder of each resource, the page of each component, and what is shown where."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterator, Mapping

from sdkwright.frozen import Frozen, field
from sdkwright.text.kinds import Code
from sdkwright.view.models import EnumModel, Model, ModelRole, ObjectModel, TypeKind, TypeView
from sdkwright.view.package import Method, Resource, Sdk
from sdkwright.view.reference import ModelFacts, ModelKey, Reference, model_key

INDEX = "docs/README.md"
METHODS = "docs/api.md"
GUIDE = "docs/guide.md"
WEBHOOKS = "docs/webhooks.md"
METADATA = "docs/httpmetadata.md"
MethodAnchors = Mapping[tuple[Code, Code], str]
"""The anchor of each operation on the page of its resource, by the resource's class and the method."""
_OTHERS = "models"
"""The folder of the components that no operation leads to."""


class Place(Frozen):
    """A page, and an anchor on it."""

    path: str
    anchor: str = ""

    def seen_from(self, page: str) -> str:
        """The target of a link from another page, or from the same."""
        if page == self.path and self.anchor:
            return f"#{self.anchor}"
        way = posixpath.relpath(self.path, posixpath.dirname(page) or ".")
        return f"{way}#{self.anchor}" if self.anchor else way


class Places(Frozen):
    """What every page looks up."""

    reference: Reference
    models: Mapping[ModelKey, Model]
    folders: Mapping[Code, str]
    """Of each resource, by its class."""
    pages: Mapping[ModelKey, str]
    """The page of each component."""
    owners: Mapping[ModelKey, Code]
    """The class of the resource whose folder holds the page of a component."""
    sections: dict[ModelKey, Place] = field(default_factory=dict[ModelKey, Place])
    """Where an inline class has a section of its own; filled while the pages are made."""

    def facts(self, key: ModelKey) -> ModelFacts:
        """What is known of a class; of those that the generator makes itself nothing is."""
        return self.reference.models.get(key) or ModelFacts(is_component=False)

    def resource(self, resource: Resource) -> str:
        """The page of a resource."""
        return f"docs/{self.folders[resource.class_name]}/README.md"

    def of(self, view: TypeView) -> Place | None:
        """The page of a component, or the section of an inline class if there is one by now."""
        key = model_key(view)
        if key in self.pages:
            return Place(self.pages[key])
        return self.sections.get(key)


def places(sdk: Sdk, reference: Reference) -> Places:
    """The places of an SDK."""
    models = {
        model_key(model): model
        for module in sdk.modules
        for model in module.models
        if model.class_name not in sdk.undocumented and _is_shown(model)
    }
    folders = _folders(sdk)
    owners = _owners(sdk, models, reference)
    pages: dict[ModelKey, str] = {}
    taken = {f"{folder}/readme" for folder in folders.values()}
    for key, model in models.items():
        facts = reference.models.get(key)
        if facts is not None and facts.is_component:
            folder = folders[owners[key]] if key in owners else _OTHERS
            pages[key] = f"docs/{_free(f'{folder}/{model.page}', taken)}.md"
    return Places(reference, models, folders, pages, owners)


def _is_shown(model: Model) -> bool:
    return not isinstance(model, ObjectModel) or model.role is ModelRole.PLAIN


def _folders(sdk: Sdk) -> dict[Code, str]:
    """The folder of a group lies in that of the group above it; that of the root class beside those at the top."""
    resources = {one.class_name: one for one in sdk.resources}
    taken: set[str] = {_OTHERS}
    found: dict[Code, str] = {}
    for root in (one for one in sdk.resources if one.is_root):
        found[root.class_name] = _free(f"{root.page}", taken)
        queue = deque([("", root)])
        while queue:
            above, resource = queue.popleft()
            for child in resource.children:
                one = resources[child.class_name]
                folder = _free(f"{above}{one.page}", taken)
                found[child.class_name] = folder
                queue.append((f"{folder}/", one))
    for resource in sdk.resources:
        if resource.class_name not in found:
            found[resource.class_name] = _free(f"{resource.page}", taken)
    return found


def _free(path: str, taken: set[str]) -> str:
    """`path`, with a number behind it if it is taken."""
    found, number = path, 2
    while found in taken:
        found, number = f"{path}{number}", number + 1
    taken.add(found)
    return found


# --------------------------------------------------------------------------------------------------------- what leads


def leads_to(view: TypeView | None) -> Iterator[ModelKey]:
    """The classes in a type."""
    if view is None:
        return
    if view.kind is TypeKind.MODEL:
        yield model_key(view)
    for inner in view.args:
        yield from leads_to(inner)


def method_types(method: Method) -> Iterator[TypeView]:
    """What a method takes, returns and raises."""
    for argument in (method.security_argument, *method.arguments):
        if argument is not None:
            yield argument.type
    if method.result is not None:
        yield method.result
    for row in method.errors:
        yield row.type


def inside(model: Model) -> Iterator[TypeView]:
    """The types that a class is made of."""
    if isinstance(model, EnumModel):
        return
    if isinstance(model, ObjectModel):
        yield from (one.type for one in model.fields)
        if model.extra is not None:
            yield model.extra.value
        if model.family is not None:
            yield from model.family.members
        return
    yield from model.members


def components_below(start: Iterator[ModelKey], places: Places) -> dict[ModelKey, None]:
    """The components that are reached by way of inline classes alone, in their order."""
    found: dict[ModelKey, None] = {}
    seen: set[ModelKey] = set()
    queue = deque(start)
    while queue:
        key = queue.popleft()
        if key in seen or key not in places.models:
            continue
        seen.add(key)
        if key in places.pages:
            found[key] = None
        else:
            queue.extend(one for view in inside(places.models[key]) for one in leads_to(view))
    return found


def _owners(sdk: Sdk, models: Mapping[ModelKey, Model], reference: Reference) -> dict[ModelKey, Code]:
    """The resource that is nearest to each class: the first one that reaches it in the fewest steps."""
    found: dict[ModelKey, Code] = {}
    queue = deque(
        (key, resource.class_name)
        for resource in sdk.resources
        for method in resource.methods
        for view in method_types(method)
        for key in leads_to(view)
    )
    while queue:
        key, owner = queue.popleft()
        if key in found or key not in models:
            continue
        found[key] = owner
        queue.extend((one, owner) for view in inside(models[key]) for one in leads_to(view))
    return found
