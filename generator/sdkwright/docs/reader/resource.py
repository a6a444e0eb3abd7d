"""The page of a resource: its methods in a table, each operation, and the inline types that are too deep to expand."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.markdown import code_span
from sdkwright.docs.reader.anchors import Anchors
from sdkwright.docs.reader.operation import OperationSection, operation_section, route, summary
from sdkwright.docs.reader.places import GUIDE, INDEX, MethodAnchors, Place, Places
from sdkwright.docs.reader.rows import PageTypes
from sdkwright.docs.reader.text.sinks import rich
from sdkwright.docs.reader.typed import TypeSection, type_section
from sdkwright.docs.table_layout import Padding, table
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Page, Resource, Sdk


class ResourcePage(Frozen):
    """`docs/<resource>/README.md`."""

    title: Code
    accessor: Code
    overview: Code
    methods: Code
    children: Code
    operations: tuple[OperationSection, ...]
    types_heading: Code
    types: tuple[TypeSection, ...]
    index: Code
    guide: Code


def resource_page(sdk: Sdk, places: Places, resource: Resource) -> Page:
    """The page of `resource`."""
    path = places.resource(resource)
    anchors = Anchors()
    headings = operation_headings(resource, anchors)
    title, _ = anchors.heading(resource.title, "(resource)")
    types = PageTypes(places, path, anchors)
    types_heading, _ = anchors.heading(Code("Types"), "(of this page)")
    operations = tuple(
        operation_section(sdk, places, types, resource, method, heading)
        for method, heading in zip(resource.methods, headings, strict=True)
    )
    overview = rich(resource.overview, anchors) if resource.overview is not None else NO_CODE
    header = (Code("Method"), Code("HTTP"), Code("What it does"))
    rows = [
        (Code(f"[`{method.name}`](#{section.anchor})"), route(method), summary(method))
        for method, section in zip(resource.methods, operations, strict=True)
    ]
    context = ResourcePage(
        title=title,
        accessor=code_span(".".join(one for one in (sdk.client.variable, resource.accessor) if one)),
        overview=overview,
        methods=table(header, rows, Padding.NONE) if rows else NO_CODE,
        children=_children(sdk, places, resource, path),
        operations=operations,
        types_heading=types_heading,
        types=tuple(sections(types)),
        index=Code(Place(INDEX).seen_from(path)),
        guide=Code(Place(GUIDE).seen_from(path)),
    )
    return Page(path, "docs/reader/resource.md", context)


def operation_headings(resource: Resource, anchors: Anchors) -> list[tuple[Code, str]]:
    """The headings of the operations and their anchors: they are what others link to, so they come before all else."""
    return [anchors.heading(method.name, "(method)") for method in resource.methods]


def method_anchors(sdk: Sdk) -> MethodAnchors:
    """Those of all resources."""
    return {
        (resource.class_name, method.name): anchor
        for resource in sdk.resources
        for method, (_, anchor) in zip(resource.methods, operation_headings(resource, Anchors()), strict=True)
    }


def sections(types: PageTypes) -> Iterator[TypeSection]:
    """The sections that the rows of a page ask for, and those that these ask for."""
    while types.waiting:
        yield type_section(types, *types.waiting.popleft())


def _children(sdk: Sdk, places: Places, resource: Resource, page: str) -> Code:
    """The resources below this one."""
    resources = {one.class_name: one for one in sdk.resources}
    shown = (resources[link.class_name] for link in resource.children if resources[link.class_name].methods)
    return Code(", ".join(f"[`{one.accessor}`]({Place(places.resource(one)).seen_from(page)})" for one in shown))
