"""The page of a resource, or of a part of it: methods in a table, each operation, inline types too deep to expand."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.lists import method_links
from sdkwright.docs.reader.operation import OperationSection, operation_section, route, summary
from sdkwright.docs.reader.rows import PageTypes
from sdkwright.docs.reader.text.sinks import rich, title
from sdkwright.docs.reader.typed import TypeSection, type_section
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.chapters import Chapter
from sdkwright.docs.reader.where.places import GUIDE, INDEX, Place, Places, operation_headings
from sdkwright.docs.snippets import Samples
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Page, Resource, Sdk


class ResourcePage(Frozen):
    """`docs/<resource>/README.md`, and `docs/<resource>/<part>/README.md`."""

    title: Code
    accessor: Code
    above: Code
    """The page of the resource, as a link, on that of a part."""
    overview: Code
    methods: Code
    children: Code
    operations: tuple[OperationSection, ...]
    types_heading: Code
    types: tuple[TypeSection, ...]
    index: Code
    guide: Code


def resource_pages(sdk: Sdk, places: Places, only: str | None = None) -> Iterator[Page]:
    """The pages of all resources that have methods, each before those of its parts; or the `only` one at that path."""
    for resource in sdk.resources:
        own = [one for one in places.chapters if one.resource.class_name == resource.class_name]
        if own and own[0].path is not None and only in (None, places.resource(resource)):
            yield _contents(sdk, places, resource, own)
        for chapter in own:
            if only in (None, chapter.page):
                yield _chapter(sdk, places, chapter)


def _contents(sdk: Sdk, places: Places, resource: Resource, own: list[Chapter]) -> Page:
    """The page of a resource whose operations stand on pages of their own: what is where."""
    page = places.resource(resource)
    anchors = Anchors()
    heading, _ = anchors.heading(resource.title, "(resource)")
    header = (Code("Path"), Code("Methods"))
    rows = [
        (Code(f"[{code_span(one.path)}]({Place(one.page).seen_from(page)})"), method_links(places, one, page))
        for one in own
        if one.path is not None
    ]
    context = ResourcePage(
        title=heading,
        accessor=_accessor(sdk, resource),
        above=NO_CODE,
        overview=rich(resource.overview, anchors, find=places.find(page)) if resource.overview is not None else NO_CODE,
        methods=table(header, rows, Padding.NONE),
        children=_children(sdk, places, resource, page),
        operations=(),
        types_heading=NO_CODE,
        types=(),
        index=Code(Place(INDEX).seen_from(page)),
        guide=Code(Place(GUIDE).seen_from(page)),
    )
    return Page(page, "docs/reader/resource.md", context)


def _chapter(sdk: Sdk, places: Places, chapter: Chapter) -> Page:
    """A page with operations."""
    resource, page = chapter.resource, chapter.page
    anchors = Anchors()
    headings = operation_headings(chapter, anchors)
    called = resource.title if chapter.path is None else title(chapter.path)
    heading, _ = anchors.heading(called, "(resource)")
    types = PageTypes(places, page, anchors)
    types_heading, _ = anchors.heading(Code("Types"), "(of this page)")
    find = places.find(page)
    operations: list[OperationSection] = []
    rows: list[tuple[Code, Code, Code]] = []
    samples = Samples(sdk)
    for method, anchor in zip(chapter.methods, headings, strict=True):
        section = operation_section(samples, types, resource, method, anchor)
        operations.append(section)
        rows.append((Code(f"[`{method.name}`](#{section.anchor})"), route(method), summary(method, find)))
    is_whole = chapter.path is None
    overview = types.rich(resource.overview) if is_whole and resource.overview is not None else NO_CODE
    header = (Code("Method"), Code("HTTP"), Code("What it does"))
    context = ResourcePage(
        title=heading,
        accessor=_accessor(sdk, resource),
        above=NO_CODE if is_whole else Code(f"[{resource.title}]({Place(places.resource(resource)).seen_from(page)})"),
        overview=overview,
        methods=table(header, rows, Padding.NONE),
        children=_children(sdk, places, resource, page) if is_whole else NO_CODE,
        operations=tuple(operations),
        types_heading=types_heading,
        types=tuple(sections(types)),
        index=Code(Place(INDEX).seen_from(page)),
        guide=Code(Place(GUIDE).seen_from(page)),
    )
    return Page(page, "docs/reader/resource.md", context)


def _accessor(sdk: Sdk, resource: Resource) -> Code:
    return code_span(".".join(one for one in (sdk.client.variable, resource.accessor) if one))


def sections(types: PageTypes) -> Iterator[TypeSection]:
    """The sections that the rows of a page ask for, and those that these ask for."""
    while types.waiting:
        yield type_section(types, *types.waiting.popleft())


def _children(sdk: Sdk, places: Places, resource: Resource, page: str) -> Code:
    """The resources below this one."""
    resources = {one.class_name: one for one in sdk.resources}
    shown = (resources[link.class_name] for link in resource.children if resources[link.class_name].methods)
    return Code(", ".join(f"[`{one.accessor}`]({Place(places.resource(one)).seen_from(page)})" for one in shown))
