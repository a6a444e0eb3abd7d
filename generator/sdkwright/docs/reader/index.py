"""The two pages that list all there is: `docs/README.md` on one screen, and `docs/api.md` with types and routes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sdkwright.docs.reader.anchors import Anchors
from sdkwright.docs.reader.operation import call_name, route
from sdkwright.docs.reader.places import GUIDE, INDEX, METHODS, WEBHOOKS, MethodAnchors, Place, Places
from sdkwright.docs.reader.text.sinks import rich, title
from sdkwright.docs.reader.types import type_text
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Method, Page, Resource, Sdk
from sdkwright.view.reference import ModelKey, shown_name


class IndexPage(Frozen):
    """`docs/README.md`."""

    title: Code
    package: Code
    description: Code
    resources: Code
    models: Code
    methods_page: Code
    guide_page: Code
    webhooks_page: Code


class MethodsOf(Frozen):
    """The methods of one resource, and the types that it is about."""

    heading: Code
    types: Code
    methods: Code


class MethodsPage(Frozen):
    """`docs/api.md`."""

    package: Code
    resources: tuple[MethodsOf, ...]


def index_pages(sdk: Sdk, places: Places, anchors: MethodAnchors) -> Iterator[Page]:
    """Both pages."""
    shown = [one for one in sdk.resources if one.methods]
    models = _models_by_owner(sdk, places)
    yield Page(INDEX, "docs/reader/index.md", _index(sdk, places, shown, models, anchors))
    resources = tuple(_methods_of(sdk, places, one, models.get(one.class_name, []), anchors) for one in shown)
    yield Page(METHODS, "docs/reader/api.md", MethodsPage(sdk.project.package_name, resources))


def _models_by_owner(sdk: Sdk, places: Places) -> Mapping[Code | None, list[ModelKey]]:
    """The components of each resource; those that no operation leads to stand under None."""
    found: defaultdict[Code | None, list[ModelKey]] = defaultdict(list)
    for key in places.pages:
        found[places.owners.get(key)].append(key)
    return found


def _index(
    sdk: Sdk,
    places: Places,
    shown: list[Resource],
    models: Mapping[Code | None, list[ModelKey]],
    anchors: MethodAnchors,
) -> IndexPage:
    taken = Anchors()
    project = sdk.project
    page_title, _ = taken.heading(title(project.api_title), "(docs)")
    for own in ("Resources and methods", "Models"):
        taken.take(own)
    header = (Code("Resource"), Code("Methods"))
    rows = [(_resource(sdk, places, one), _method_links(places, one, anchors)) for one in shown]
    owned: list[tuple[Code, Code]] = []
    for owner in (*(one.class_name for one in sdk.resources), None):
        if owner in models:
            name = next((_resource(sdk, places, one) for one in sdk.resources if one.class_name == owner), Code("-"))
            owned.append((name, _model_links(places, models[owner])))
    return IndexPage(
        title=page_title,
        package=project.package_name,
        description=rich(project.api_description, taken) if project.api_description is not None else NO_CODE,
        resources=table(header, rows, Padding.NONE) if rows else NO_CODE,
        models=table((Code("Resource"), Code("Models")), owned, Padding.NONE) if owned else NO_CODE,
        methods_page=Code(Place(METHODS).seen_from(INDEX)),
        guide_page=Code(Place(GUIDE).seen_from(INDEX)) if shown else NO_CODE,
        webhooks_page=Code(Place(WEBHOOKS).seen_from(INDEX)) if sdk.webhooks else NO_CODE,
    )


def _resource(sdk: Sdk, places: Places, resource: Resource) -> Code:
    name = resource.accessor or sdk.client.variable
    return Code(f"[`{name}`]({Place(places.resource(resource)).seen_from(INDEX)})")


def _method_links(places: Places, resource: Resource, anchors: MethodAnchors) -> Code:
    path = places.resource(resource)
    return Code(
        ", ".join(
            f"[{_struck(method)}]({Place(path, anchors[resource.class_name, method.name]).seen_from(INDEX)})"
            for method in resource.methods
        )
    )


def _struck(method: Method) -> str:
    return f"~~`{method.name}`~~" if method.deprecated is not None else f"`{method.name}`"


def _model_links(places: Places, keys: list[ModelKey]) -> Code:
    return Code(
        ", ".join(f"[`{shown_name(places.models[key])}`]({Place(places.pages[key]).seen_from(INDEX)})" for key in keys)
    )


def _methods_of(
    sdk: Sdk, places: Places, resource: Resource, keys: list[ModelKey], anchors: MethodAnchors
) -> MethodsOf:
    path = places.resource(resource)
    rows: list[tuple[Code, Code, Code]] = []
    for method in resource.methods:
        place = Place(path, anchors[resource.class_name, method.name])
        call = Code(f"[`{call_name(sdk, resource, method)}`]({place.seen_from(METHODS)})")
        rows.append((call, _returned(places, method, place), route(method)))
    names = ", ".join(
        f"[`{shown_name(places.models[key])}`]({Place(places.pages[key]).seen_from(METHODS)})" for key in keys
    )
    return MethodsOf(
        heading=resource.accessor or sdk.client.variable,
        types=Code(names),
        methods=table((Code("Method"), Code("Returns"), Code("HTTP")), rows, Padding.NONE),
    )


def _returned(places: Places, method: Method, place: Place) -> Code:
    """The type of the result; what is inline in it is told of with the method."""
    if method.result is None:
        return Code("`None`")
    return type_text(method.result, places, METHODS, lambda _: place)
