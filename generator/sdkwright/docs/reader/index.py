"""The pages that list all there is: `docs/README.md`, `docs/api.md` with types and routes, and `docs/models.md`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.lists import method_links, model_lines, model_links
from sdkwright.docs.reader.operation import call_name, route
from sdkwright.docs.reader.text.sinks import rich, title
from sdkwright.docs.reader.types import type_text
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.chapters import Chapter
from sdkwright.docs.reader.where.places import GUIDE, INDEX, METHODS, MODELS, SHARED, WEBHOOKS, Place, Places
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Method, Page, Resource, Sdk
from sdkwright.view.reference import ModelKey


class IndexPage(Frozen):
    """`docs/README.md`."""

    title: Code
    package: Code
    description: Code
    resources: Code
    methods_page: Code
    models_page: Code
    guide_page: Code
    webhooks_page: Code


class MethodsOf(Frozen):
    """The methods on one page, and the types that they are about."""

    heading: Code
    types: Code
    methods: Code


class MethodsPage(Frozen):
    """`docs/api.md`."""

    package: Code
    models_page: Code
    resources: tuple[MethodsOf, ...]


class ModelsOf(Frozen):
    """The models in one folder."""

    heading: Code
    models: Code


class ModelsPage(Frozen):
    """`docs/models.md`."""

    index: Code
    folders: tuple[ModelsOf, ...]


def index_pages(sdk: Sdk, places: Places) -> Iterator[Page]:
    """All of them."""
    yield Page(INDEX, "docs/reader/index.md", _index(sdk, places))
    models_page = Code(Place(MODELS).seen_from(METHODS)) if places.pages else NO_CODE
    methods = MethodsPage(sdk.project.package_name, models_page, tuple(_methods(sdk, places)))
    yield Page(METHODS, "docs/reader/api.md", methods)
    if places.pages:
        yield Page(MODELS, "docs/reader/models.md", _models(sdk, places))


def _index(sdk: Sdk, places: Places) -> IndexPage:
    taken = Anchors()
    project = sdk.project
    said = project.api_description
    page_title, _ = taken.heading(title(project.api_title), "(docs)")
    taken.take("Resources and methods")
    header = (Code("Resource"), Code("Methods"))
    rows = list(_rows(sdk, places))
    return IndexPage(
        title=page_title,
        package=project.package_name,
        description=rich(said, taken, find=places.find(INDEX)) if said is not None else NO_CODE,
        resources=table(header, rows, Padding.NONE) if rows else NO_CODE,
        methods_page=Code(Place(METHODS).seen_from(INDEX)),
        models_page=Code(Place(MODELS).seen_from(INDEX)) if places.pages else NO_CODE,
        guide_page=Code(Place(GUIDE).seen_from(INDEX)) if rows else NO_CODE,
        webhooks_page=Code(Place(WEBHOOKS).seen_from(INDEX)) if sdk.webhooks else NO_CODE,
    )


def _rows(sdk: Sdk, places: Places) -> Iterator[tuple[Code, Code]]:
    """A row for each page with operations; before those of the parts of a resource one for itself."""
    last: Resource | None = None
    for chapter in places.chapters:
        resource = chapter.resource
        if chapter.path is not None and resource is not last:
            yield _link(accessor(sdk, resource), Place(places.resource(resource)), INDEX), Code("by paths:")
        last = resource
        yield _link(called(sdk, chapter), Place(chapter.page), INDEX), method_links(places, chapter, INDEX)


def accessor(sdk: Sdk, resource: Resource) -> Code:
    """How a resource is reached from the client, as code; of the root class the client itself."""
    return Code(f"`{resource.accessor or sdk.client.variable}`")


def called(sdk: Sdk, chapter: Chapter) -> Code:
    """What the operations on a page are found by: the accessor, or the path of a part of it."""
    return accessor(sdk, chapter.resource) if chapter.path is None else code_span(chapter.path)


def _link(name: Code, place: Place, page: str) -> Code:
    return Code(f"[{name}]({place.seen_from(page)})")


def _methods(sdk: Sdk, places: Places) -> Iterator[MethodsOf]:
    """A section for each page with operations, with the types that it alone uses."""
    models = _by_folder(places)
    anchors = Anchors()
    anchors.take(f"Methods of {sdk.project.package_name}")
    for chapter in places.chapters:
        keys = models.pop(chapter.folder, [])
        rows = [_row(sdk, places, chapter.resource, method) for method in chapter.methods]
        heading = chapter.resource.accessor or sdk.client.variable if chapter.path is None else title(chapter.path)
        yield MethodsOf(
            heading=anchors.heading(heading, "(resource)")[0],
            types=model_links(places, keys, METHODS),
            methods=table((Code("Method"), Code("Returns"), Code("HTTP")), rows, Padding.NONE),
        )


def _row(sdk: Sdk, places: Places, resource: Resource, method: Method) -> tuple[Code, Code, Code]:
    place = places.method(resource, method)
    call = Code(f"[`{call_name(sdk, resource, method)}`]({place.seen_from(METHODS)})")
    return call, _returned(places, method, place), route(method)


def _returned(places: Places, method: Method, place: Place) -> Code:
    """The type of the result; what is inline in it is told of with the method."""
    if method.result is None:
        return Code("`None`")
    return type_text(method.result, places, METHODS, lambda _: place)


def _by_folder(places: Places) -> dict[str, list[ModelKey]]:
    found: defaultdict[str, list[ModelKey]] = defaultdict(list)
    for key, folder in places.folders.items():
        found[folder].append(key)
    return dict(found)


def _models(sdk: Sdk, places: Places) -> ModelsPage:
    """A section for each folder, in the order of the resources; first the one of those that several use."""
    models = _by_folder(places)
    names = {SHARED: Code("Of several resources, or of none"), **_folder_names(sdk, places)}
    anchors = Anchors()
    anchors.take("Models")
    shown = [(folder, name) for folder, name in names.items() if folder in models]
    return ModelsPage(
        index=Code(Place(INDEX).seen_from(MODELS)),
        folders=tuple(
            ModelsOf(anchors.heading(name, "(resource)")[0], model_lines(places, models[folder], MODELS))
            for folder, name in shown
        ),
    )


def _folder_names(sdk: Sdk, places: Places) -> Mapping[str, Code]:
    """What the folders of all resources, and of their parts, are called."""
    names = {places.resources[one.class_name]: one.accessor or sdk.client.variable for one in sdk.resources}
    parts = {one.folder: title(one.path) for one in places.chapters if one.path is not None}
    return {**names, **parts}
