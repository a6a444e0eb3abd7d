"""`docs/webhooks.md`: what the service sends to its users."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.reader.resource import sections
from sdkwright.docs.reader.rows import PageTypes
from sdkwright.docs.reader.text.sinks import title
from sdkwright.docs.reader.typed import TypeSection
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.places import WEBHOOKS, Places
from sdkwright.docs.readme.samples import webhook_sample
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, TypeKind
from sdkwright.view.package import Page, Sdk, WebhookView
from sdkwright.view.reference import model_key


class WebhookSection(Frozen):
    """One message."""

    heading: Code
    body: Code
    fields: Code
    json: Code


class WebhooksPage(Frozen):
    """All of them."""

    sample: Code
    webhooks: tuple[WebhookSection, ...]
    types_heading: Code
    types: tuple[TypeSection, ...]


def webhook_pages(sdk: Sdk, places: Places) -> Iterator[Page]:
    """The page, if anything is sent."""
    if not sdk.webhooks:
        return
    anchors = Anchors()
    anchors.take("Webhooks")
    types_heading, _ = anchors.heading(Code("Types"), "(of this page)")
    types = PageTypes(places, WEBHOOKS, anchors)
    shown = tuple(_section(types, hook) for hook in dict.fromkeys(sdk.webhooks))
    context = WebhooksPage(webhook_sample(sdk), shown, types_heading, tuple(sections(types)))
    yield Page(WEBHOOKS, "docs/reader/webhooks.md", context)


def _section(types: PageTypes, hook: WebhookView) -> WebhookSection:
    heading, _ = types.anchors.heading(title(hook.name), "(webhook)")
    if hook.body is None:
        return WebhookSection(heading, NO_CODE, NO_CODE, NO_CODE)
    body, fields = types.whole(hook.body)
    json = types.places.facts(model_key(hook.body)).json if hook.body.kind is TypeKind.MODEL else None
    return WebhookSection(heading, body, fields, Code(json.raw) if json is not None else NO_CODE)
