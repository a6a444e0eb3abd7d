"""Where everything stands: the folder of each resource, the page of each component, and what is shown where."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import takewhile

from sdkwright.docs.reader.text.sinks import anchors_in
from sdkwright.docs.reader.text.targets import targets
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.chapters import Chapter, chapters, free, page_of
from sdkwright.docs.reader.where.reach import method_keys, onward, shared_folders
from sdkwright.frozen import Frozen, field
from sdkwright.text.kinds import Code
from sdkwright.view.models import Model, ModelRole, ObjectModel, TypeView
from sdkwright.view.package import Method, Resource, Sdk
from sdkwright.view.reference import (
    NO_MODEL_FACTS,
    MethodFacts,
    MethodKey,
    ModelFacts,
    ModelKey,
    Reference,
    Target,
    TargetKind,
    model_key,
)

INDEX = "docs/README.md"
METHODS = "docs/api.md"
MODELS = "docs/models.md"
GUIDE = "docs/guide.md"
WEBHOOKS = "docs/webhooks.md"
METADATA = "docs/httpmetadata.md"
LLMS = "docs/llms.txt"
LLMS_FULL = "docs/llms-full.txt"
SHARED = "models"
"""The folder of the components that several resources use, or none."""
_NO_FACTS = MethodFacts({}, ())
_Heading = tuple[Code, str]
"""What stands in a heading, and its anchor."""


class Place(Frozen):
    """A page, and an anchor on it."""

    path: str
    anchor: str = ""

    def seen_from(self, page: str) -> str:
        """The target of a link from another page, or from the same."""
        if page == self.path and self.anchor:
            return f"#{self.anchor}"
        above, _, name = self.path.rpartition("/")
        way = f"{_way(above, page.rpartition('/')[0])}{name}"
        return f"{way}#{self.anchor}" if self.anchor else way


@lru_cache(maxsize=4096)
def _way(there: str, here: str) -> str:
    """The way to a folder from another, both below the same one; empty or with a slash at its end."""
    there_steps, here_steps = (one.split("/") if one else [] for one in (there, here))
    pairs = zip(there_steps, here_steps, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return "".join(f"{step}/" for step in [*[".."] * (len(here_steps) - shared), *there_steps[shared:]])


class Places(Frozen):
    """What every page looks up."""

    reference: Reference
    models: Mapping[ModelKey, Model]
    resources: Mapping[Code, str]
    """The folder of each, by its class."""
    chapters: tuple[Chapter, ...]
    """The operations of all resources that have some, a page each, in their order."""
    methods: Mapping[tuple[Code, Code], Place]
    """The section of each operation, by the class of its resource and its name."""
    keys: Mapping[tuple[Code, Code], tuple[ModelKey, ...]]
    """The classes to which each operation leads itself."""
    folders: Mapping[ModelKey, str]
    """Of the page of each component."""
    pages: Mapping[ModelKey, str]
    """The page of each component."""
    routes: Mapping[MethodKey, Place]
    """The section of each operation, by its route; the first one if several resources have it."""
    further: Mapping[ModelKey, tuple[ModelKey, ...]]
    """The classes that each class leads to."""
    headings: frozenset[str]
    """The anchors in the description of the API, which the index shows."""
    sections: dict[ModelKey, Place] = field(default_factory=dict[ModelKey, Place])
    """Where an inline class has a section of its own; filled while the pages are made."""
    literals: dict[ModelKey, Code] = field(default_factory=dict[ModelKey, Code])
    """What stands in the place of the name of an inline enum, if anything does; filled as well."""

    def facts(self, key: ModelKey) -> ModelFacts:
        """What is known of a class; of those that the generator makes itself nothing is."""
        return self.reference.models.get(key) or NO_MODEL_FACTS

    def told(self, method: Method) -> MethodFacts:
        """What is known of an operation."""
        return facts_of(method, self.reference)

    def resource(self, resource: Resource) -> str:
        """The page of a resource."""
        return page_of(self.resources[resource.class_name])

    def find(self, page: str) -> Callable[[str], str]:
        """How links inside of the document are seen from a page."""

        def found(href: str) -> str:
            places = filter(None, map(self._place, targets(href)))
            return next((place.seen_from(page) for place in places), "")

        return found

    def _place(self, target: Target) -> Place | None:
        kind, name = target
        if kind is TargetKind.SECTION:
            return Place(INDEX, name) if name in self.headings else None
        aim = self.reference.aims.get(target)
        if aim is None:
            return None
        if aim.method is not None:
            return self.routes.get(aim.method)
        if aim.resource is not None:
            return Place(page_of(self.resources[aim.resource]))
        page = self.pages.get(aim.model) if aim.model is not None else None
        return Place(page) if page is not None else None

    def method(self, resource: Resource, method: Method) -> Place:
        """The section of an operation."""
        return self.methods[resource.class_name, method.name]

    def of(self, view: TypeView) -> Place | None:
        """The page of a component, or the section of an inline class if there is one by now."""
        key = model_key(view)
        if key in self.pages:
            return Place(self.pages[key])
        return self.sections.get(key)


def facts_of(method: Method, reference: Reference) -> MethodFacts:
    """What is known of an operation."""
    return reference.methods.get((method.http_method, method.path), _NO_FACTS)


def places(sdk: Sdk, reference: Reference) -> Places:
    """The places of an SDK."""
    models = {
        model_key(model): model
        for module in sdk.modules
        for model in module.models
        if model.class_name not in sdk.undocumented and _is_shown(model)
    }
    taken = {SHARED}
    resources = _folders(sdk, taken)
    found = tuple(
        chapter
        for resource in sdk.resources
        if resource.methods
        for chapter in chapters(resource, resources[resource.class_name], taken)
    )
    further = onward(models)
    keys = {
        (chapter.resource.class_name, method.name): method_keys(method, facts_of(method, reference))
        for chapter in found
        for method in chapter.methods
    }
    folders = _model_folders(found, keys, further, reference)
    pages: dict[ModelKey, str] = {}
    files = {f"{folder}/readme" for folder in taken}
    for key in folders:
        pages[key] = f"docs/{free(f'{folders[key]}/{models[key].page}', files)}.md"
    methods = {
        (chapter.resource.class_name, method.name): Place(chapter.page, anchor)
        for chapter in found
        for method, (_, anchor) in zip(chapter.methods, operation_headings(chapter, Anchors()), strict=True)
    }
    routes: dict[MethodKey, Place] = {}
    for chapter in found:
        for method in chapter.methods:
            place = methods[chapter.resource.class_name, method.name]
            routes.setdefault((method.http_method, method.path), place)
    said = sdk.project.api_description
    headings = frozenset(() if said is None else anchors_in(said.raw))
    return Places(reference, models, resources, found, methods, keys, folders, pages, routes, further, headings)


def operation_headings(chapter: Chapter, anchors: Anchors) -> list[_Heading]:
    """The headings of the operations and their anchors: they are what others link to, so they come before all else."""
    return [anchors.heading(method.name, "(method)") for method in chapter.methods]


def _is_shown(model: Model) -> bool:
    return not isinstance(model, ObjectModel) or model.role is ModelRole.PLAIN


def _folders(sdk: Sdk, taken: set[str]) -> dict[Code, str]:
    """The folder of a group lies in that of the group above it; that of the root class beside those at the top."""
    resources = {one.class_name: one for one in sdk.resources}
    found: dict[Code, str] = {}
    for root in (one for one in sdk.resources if one.is_root):
        found[root.class_name] = free(f"{root.folder}", taken)
        queue = deque([("", root)])
        while queue:
            above, resource = queue.popleft()
            for child in resource.children:
                one = resources[child.class_name]
                folder = free(f"{above}{one.folder}", taken)
                found[child.class_name] = folder
                queue.append((f"{folder}/", one))
    for resource in sdk.resources:
        if resource.class_name not in found:
            found[resource.class_name] = free(f"{resource.folder}", taken)
    return found


def _model_folders(
    found: tuple[Chapter, ...],
    keys: Mapping[tuple[Code, Code], tuple[ModelKey, ...]],
    further: Mapping[ModelKey, tuple[ModelKey, ...]],
    reference: Reference,
) -> dict[ModelKey, str]:
    """The folder of each component: that of the one page whose operations lead to it, or what holds all of those."""
    starts = (
        (key, chapter.folder)
        for chapter in found
        for method in chapter.methods
        for key in keys[chapter.resource.class_name, method.name]
    )
    shared = shared_folders(starts, further)
    components = (key for key in further if key in reference.models and reference.models[key].is_component)
    return {key: shared.get(key) or SHARED for key in components}
