"""The pages of the SDK: which there are, and where (docs-format rules 1).  Only the view is read here."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.guide import guide_pages
from sdkwright.docs.methods import resource_page
from sdkwright.docs.models import model_pages
from sdkwright.docs.reader.pages import reader_pages
from sdkwright.docs.readme.page import readme_pages
from sdkwright.docs.table_layout import Padding
from sdkwright.view.package import Page, Sdk


def pages(sdk: Sdk) -> Iterator[Page]:
    """Every page of `sdk`, each with everything that its template prints."""
    padding = Padding.NONE if sdk.tables_compact else Padding.UNIFORM
    if sdk.reference is not None:
        yield from reader_pages(sdk, sdk.reference)
        return
    for resource in sdk.resources:
        if resource.methods or sdk.style.empty_pages:
            yield resource_page(sdk, resource, padding)
    yield from model_pages(sdk, padding)
    yield from readme_pages(sdk, padding)
    yield from guide_pages(sdk)
