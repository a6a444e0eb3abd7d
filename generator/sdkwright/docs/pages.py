"""The pages of the SDK: which there are, and where (docs-format rules 1).  Only the view is read here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sdkwright.docs.methods import resource_page
from sdkwright.docs.models import fixed_pages, model_pages
from sdkwright.docs.reader.where.shows import Shows
from sdkwright.docs.table_layout import Padding
from sdkwright.text.kinds import Code
from sdkwright.view.models import ModelModule
from sdkwright.view.package import Page, Resource, Sdk


def pages(sdk: Sdk, without: Collection[Code] = (), shows: Shows | None = None) -> Iterator[Page]:
    """Every page of `sdk`, each with everything that its template prints, but for those that show nothing but one of
    the modules `without`.  Of the reader's pages `shows` is told which texts of the document each of them shows."""
    if sdk.reference is not None:
        from sdkwright.docs.reader.pages import reader_pages  # Another language of pages, which few ask for.

        yield from reader_pages(sdk, sdk.reference, shows or Shows())
        return
    modules = (module for module in sdk.modules if module.stem not in without)
    yield from pages_of(sdk, sdk.resources, modules, front=True)
    yield from fixed_pages(sdk)


def pages_of(sdk: Sdk, resources: Iterable[Resource], modules: Iterable[ModelModule], *, front: bool) -> Iterator[Page]:
    """The published pages of some classes and models of `sdk`, and, if wanted, those in front, which tell of all
    classes."""
    padding = Padding.NONE if sdk.tables_compact else Padding.UNIFORM
    for resource in resources:
        if resource.methods or sdk.style.empty_pages:
            yield resource_page(sdk, resource, padding)
    yield from model_pages(sdk, modules, padding)
    if front:
        from sdkwright.docs.agents import agents_pages  # Most edits of a text show in none of these.
        from sdkwright.docs.guide import guide_pages
        from sdkwright.docs.reader.own_voice import OwnVoice
        from sdkwright.docs.readme.page import readme_pages
        from sdkwright.docs.readme.voice import Voice

        yield from readme_pages(sdk, padding, Voice(sdk) if sdk.style.marked_sections else OwnVoice(sdk))
        yield from guide_pages(sdk)
        yield from agents_pages(sdk)
