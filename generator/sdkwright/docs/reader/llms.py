"""`docs/llms.txt` and `docs/llms-full.txt`, in the form of llmstxt.org: the docs for who reads them as plain text.

The one is a title, a summary and sections of links; the other is the pages that it leads to, one after the other, each
below a line that says where it stands: links in it are read from there.
"""

from __future__ import annotations

from collections.abc import Iterable

from sdkwright.docs.reader.index import called
from sdkwright.docs.reader.text.sinks import line, rich, title
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.chapters import Chapter
from sdkwright.docs.reader.where.places import GUIDE, LLMS, LLMS_FULL, METHODS, WEBHOOKS, Place, Places
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Page, Sdk
from sdkwright.view.reference import shown_name

_SHOWN = 12
"""Methods that the line of a resource names."""


class LinkLine(Frozen):
    """`- [name](target): what`."""

    name: Code
    target: Code
    says: Code


class Llms(Frozen):
    """`llms.txt`."""

    title: Code
    package: Code
    module: Code
    class_name: Code
    async_class: Code
    description: Code
    resources: tuple[LinkLine, ...]
    models: tuple[LinkLine, ...]
    methods_page: Code
    guide_page: Code
    webhooks_page: Code
    full: Code


class Whole(Frozen):
    """`llms-full.txt`."""

    title: Code


def llms_page(sdk: Sdk, places: Places) -> Page:
    """The short one."""
    project = sdk.project
    said = project.api_description
    models = sorted(places.pages, key=lambda key: places.pages[key])
    taken = Anchors()
    for own in ("How to use it", "Resources", "Models", "Optional"):
        taken.take(own)
    heading, _ = taken.heading(title(project.api_title), "(docs)")
    page = Llms(
        title=heading,
        package=project.package_name,
        module=project.module_name,
        class_name=sdk.client.class_name,
        async_class=sdk.client.async_class,
        description=rich(said, taken, find=places.find(LLMS)) if said is not None else NO_CODE,
        resources=tuple(_chapter(sdk, places, one) for one in places.chapters),
        models=tuple(
            LinkLine(Code(f"`{shown_name(places.models[key])}`"), _seen(places.pages[key]), NO_CODE) for key in models
        ),
        methods_page=_seen(METHODS),
        guide_page=_seen(GUIDE) if places.chapters else NO_CODE,
        webhooks_page=_seen(WEBHOOKS) if sdk.webhooks else NO_CODE,
        full=_seen(LLMS_FULL),
    )
    return Page(LLMS, "docs/reader/llms.txt", page)


def whole_page(sdk: Sdk, listed: Iterable[str]) -> Page:
    """The other one; `listed` are the paths of the pages of the reference, in their order."""
    whole = Whole(title(sdk.project.api_title))
    return Page(LLMS_FULL, "docs/reader/llms_full.txt", whole, parts=tuple(map(Code, listed)))


def _chapter(sdk: Sdk, places: Places, chapter: Chapter) -> LinkLine:
    """The first line of what a resource is, else the names of its methods."""
    names = [f"`{method.name}`" for method in chapter.methods]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    methods = f"{', '.join(names[:_SHOWN])}{more}"
    overview = chapter.resource.overview if chapter.path is None else None
    says = f"{line(overview, places.find(LLMS))} ({methods})" if overview is not None else methods
    return LinkLine(called(sdk, chapter), _seen(chapter.page), Code(says))


def _seen(path: str) -> Code:
    return Code(Place(path).seen_from(LLMS))
