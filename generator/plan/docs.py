"""The pages of the SDK: which there are, and where (docs-format rules 1).  Only the view is read here."""

from __future__ import annotations

from collections.abc import Iterable

from generator.plan.docs_methods import resource_page
from generator.plan.docs_models import model_pages
from generator.plan.docs_readme import readme_pages
from generator.sdk import Page, Sdk
from generator.tables import Padding


def pages(sdk: Sdk) -> tuple[Page, ...]:
    """Every page of `sdk`, each with everything that its template prints."""
    return tuple(_pages(sdk))


def _pages(sdk: Sdk) -> Iterable[Page]:
    padding = Padding.NONE if sdk.tables_compact else Padding.UNIFORM
    for resource in sdk.resources:
        yield resource_page(sdk, resource, padding)
    yield from model_pages(sdk, padding)
    yield from readme_pages(sdk, padding)
