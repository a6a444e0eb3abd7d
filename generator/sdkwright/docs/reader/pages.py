"""All pages of the reader's style, and some of them made again after an edit of texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from sdkwright.docs.reader.model import model_page, model_pages, uses
from sdkwright.docs.reader.resource import resource_pages
from sdkwright.docs.reader.where.places import (
    GUIDE,
    INDEX,
    LLMS,
    METADATA,
    METHODS,
    MODELS,
    WEBHOOKS,
    Place,
    Places,
    places,
)
from sdkwright.docs.reader.where.shows import Section, Shows
from sdkwright.docs.table_layout import Padding
from sdkwright.view.package import Page, Sdk
from sdkwright.view.reference import Reference


def reader_pages(sdk: Sdk, reference: Reference, shows: Shows) -> Iterator[Page]:
    """All of them.  Resources come first: a page's links know the sections of those before it."""
    shows.begin()
    where = places(sdk, reference)
    shows.places_found()
    yield from shows.noted(resource_pages(sdk, where))
    yield from shows.noted(model_pages(sdk, where))
    yield from shows.noted(_webhooks(sdk, where))
    yield from shows.noted(_guide(sdk))
    shows.listed = tuple(shows.texts)
    shows.sections = tuple((key, place.path, place.anchor) for key, place in where.sections.items())
    yield from shows.noted(_llms(sdk, where))
    yield from shows.noted(_index(sdk, where))
    yield from shows.noted(_agents(sdk))
    yield from shows.noted_together(_readme(sdk, where))
    yield _whole(sdk, shows.listed)
    if sdk.metadata_folder is not None and where.chapters:
        yield Page(METADATA, "docs/httpmetadata.md", None)


def reader_pages_again(
    sdk: Sdk, reference: Reference, wanted: Collection[str], order: Sequence[str], sections: Iterable[Section]
) -> Iterator[Page]:
    """The pages at the paths `wanted` as they are among all of them, whose paths are given in their `order`, as are the
    `sections` of inline classes; nothing but texts without headings is new."""
    where = places(sdk, reference)
    components = {path: key for key, path in where.pages.items()}
    found = uses(sdk, where) if any(path in components for path in wanted) else None
    turns = {path: turn for turn, path in enumerate(order)}
    for path in sorted(wanted, key=turns.__getitem__):
        where.sections.clear()
        known = ((key, page, anchor) for key, page, anchor in sections if turns[page] < turns[path])
        where.sections.update((key, Place(page, anchor)) for key, page, anchor in known)
        if found is not None and path in components:
            yield model_page(sdk, where, found, components[path])
        else:
            yield from (page for page in _others(sdk, where, path) if page.path == path)


def _others(sdk: Sdk, where: Places, path: str) -> Iterator[Page]:
    """Some pages, among them the one at a path, which is none of a component."""
    if path == WEBHOOKS:
        yield from _webhooks(sdk, where)
    elif path == GUIDE:
        yield from _guide(sdk)
    elif path == LLMS:
        yield from _llms(sdk, where)
    elif path in (INDEX, METHODS, MODELS):
        yield from _index(sdk, where)
    elif path.startswith("docs/"):
        yield from resource_pages(sdk, where, path)
    else:
        yield from _agents(sdk)
        yield from _readme(sdk, where)


# ---------------------------------------------- what most edits of a text do not show, and their runs do not wait for


def _webhooks(sdk: Sdk, where: Places) -> Iterable[Page]:
    from sdkwright.docs.reader.webhooks import webhook_pages

    return webhook_pages(sdk, where)


def _guide(sdk: Sdk) -> Iterable[Page]:
    from sdkwright.docs.guide import guide_pages

    return guide_pages(sdk)


def _llms(sdk: Sdk, where: Places) -> Iterator[Page]:
    from sdkwright.docs.reader.llms import llms_page

    yield llms_page(sdk, where)


def _index(sdk: Sdk, where: Places) -> Iterable[Page]:
    from sdkwright.docs.reader.index import index_pages

    return index_pages(sdk, where)


def _agents(sdk: Sdk) -> Iterable[Page]:
    from sdkwright.docs.agents import agents_pages

    return agents_pages(sdk)


def _readme(sdk: Sdk, where: Places) -> Iterable[Page]:
    from sdkwright.docs.reader.voice import ReaderVoice
    from sdkwright.docs.readme.page import readme_pages

    return readme_pages(sdk, Padding.NONE, ReaderVoice(sdk, where))


def _whole(sdk: Sdk, listed: Sequence[str]) -> Page:
    from sdkwright.docs.reader.llms import whole_page

    return whole_page(sdk, listed)
