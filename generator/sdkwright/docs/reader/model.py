"""The page of a component."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sdkwright.docs.reader.operation import call_name
from sdkwright.docs.reader.resource import sections
from sdkwright.docs.reader.rows import PageTypes
from sdkwright.docs.reader.typed import TypeSection, told
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.places import (
    MODELS,
    Place,
    Places,
)
from sdkwright.docs.reader.where.reach import components_below
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Method, Page, Resource, Sdk
from sdkwright.view.reference import ModelKey, shown_name

_MOST = 30
"""From here on only the resources of the operations are listed."""


class ModelPage(Frozen):
    """`docs/<resource>/<model>.md`."""

    told: TypeSection
    spelt: Code
    """`models.Pet`."""
    json: Code
    operations: Code
    components: Code
    types_heading: Code
    types: tuple[TypeSection, ...]
    index: Code


class Uses(Frozen):
    """Who uses each component, by way of inline classes alone."""

    operations: Mapping[ModelKey, list[tuple[Resource, Method]]]
    components: Mapping[ModelKey, list[ModelKey]]


def uses(sdk: Sdk, places: Places) -> Uses:
    """All uses, in the order of the document."""
    operations: defaultdict[ModelKey, list[tuple[Resource, Method]]] = defaultdict(list)
    for resource in sdk.resources:
        for method in resource.methods:
            start = places.keys[resource.class_name, method.name]
            for key in components_below(start, places.further, places.pages):
                operations[key].append((resource, method))
    components: defaultdict[ModelKey, list[ModelKey]] = defaultdict(list)
    for user in places.pages:
        for key in components_below(places.further[user], places.further, places.pages):
            if key != user:
                components[key].append(user)
    return Uses(operations, components)


def model_pages(sdk: Sdk, places: Places) -> Iterator[Page]:
    """The pages of all components."""
    found = uses(sdk, places)
    for key in places.pages:
        yield model_page(sdk, places, found, key)


def model_page(sdk: Sdk, places: Places, found: Uses, key: ModelKey) -> Page:
    """The page of one component; `found` is who uses which."""
    path, model = places.pages[key], places.models[key]
    taken = Anchors()
    heading, _ = taken.heading(shown_name(model), "(type)")
    types_heading, _ = taken.heading(Code("Types"), "(of this page)")
    types = PageTypes(places, path, taken)
    main = told(types, model, heading, level=3)
    json = places.facts(key).json
    context = ModelPage(
        told=main,
        spelt=Code(f"`{model.folder.name}.{shown_name(model)}`"),
        json=Code(json.raw) if json is not None else NO_CODE,
        operations=_operations(sdk, places, found.operations.get(key, []), path),
        components=_components(places, found.components.get(key, []), path),
        types_heading=types_heading,
        types=tuple(sections(types)),
        index=Code(Place(MODELS).seen_from(path)),
    )
    return Page(path, "docs/reader/model.md", context)


def _operations(
    sdk: Sdk,
    places: Places,
    used: list[tuple[Resource, Method]],
    page: str,
) -> Code:
    """Links to the operations, or to their resources where there are too many."""
    if len(used) > _MOST:
        resources = dict.fromkeys(places.resource(resource) for resource, _ in used)
        titles = {places.resource(resource): resource.title for resource, _ in used}
        links = [f"[{titles[path]}]({Place(path).seen_from(page)})" for path in resources]
        return Code(f"{len(used)} operations of {', '.join(links)}")
    return Code(
        ", ".join(
            f"[`{call_name(sdk, resource, method)}`]" f"({places.method(resource, method).seen_from(page)})"
            for resource, method in used
        )
    )


def _components(places: Places, used: list[ModelKey], page: str) -> Code:
    return Code(
        ", ".join(f"[`{shown_name(places.models[key])}`]({Place(places.pages[key]).seen_from(page)})" for key in used)
    )
