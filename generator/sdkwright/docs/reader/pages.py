"""All pages of the reader's style."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.agents import agents_pages
from sdkwright.docs.guide import guide_pages
from sdkwright.docs.reader.index import index_pages
from sdkwright.docs.reader.llms import llms_pages
from sdkwright.docs.reader.model import model_pages
from sdkwright.docs.reader.resource import resource_pages
from sdkwright.docs.reader.voice import ReaderVoice
from sdkwright.docs.reader.webhooks import webhook_pages
from sdkwright.docs.reader.where.places import METADATA, places
from sdkwright.docs.readme.page import readme_pages
from sdkwright.docs.table_layout import Padding
from sdkwright.view.package import Page, Sdk
from sdkwright.view.reference import Reference


def reader_pages(sdk: Sdk, reference: Reference) -> Iterator[Page]:
    """All of them.  Resources come first: a page's links know the sections of those before it."""
    where = places(sdk, reference)
    listed = list(resource_pages(sdk, where))
    listed += model_pages(sdk, where)
    listed += webhook_pages(sdk, where)
    listed += guide_pages(sdk)
    yield from listed
    yield from llms_pages(sdk, where, listed)
    yield from index_pages(sdk, where)
    yield from agents_pages(sdk)
    yield from readme_pages(sdk, Padding.NONE, ReaderVoice(sdk, where))
    if sdk.metadata_folder is not None:
        yield Page(METADATA, "docs/httpmetadata.md", None)
