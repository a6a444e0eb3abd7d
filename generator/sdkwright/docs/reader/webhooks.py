"""`docs/webhooks.md`: what the service sends to its users."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.docs.reader.resource import sections
from sdkwright.docs.reader.rows import PageTypes, notice
from sdkwright.docs.reader.text.sinks import title
from sdkwright.docs.reader.typed import TypeSection
from sdkwright.docs.reader.where.anchors import Anchors
from sdkwright.docs.reader.where.places import WEBHOOKS, Places
from sdkwright.docs.readme.samples import webhook_sample
from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Code
from sdkwright.view.models import NO_CODE, TypeKind
from sdkwright.view.package import Page, Sdk
from sdkwright.view.reference import model_key
from sdkwright.view.webhooks import WebhookView


class WebhookSection(Frozen):
    """One message."""

    heading: Code
    notice: Code
    description: Code
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
    hooks = tuple(dict.fromkeys(sdk.webhooks))
    headings = [anchors.heading(title(hook.name), "(webhook)")[0] for hook in hooks]
    shown = tuple(_section(types, hook, heading) for hook, heading in zip(hooks, headings, strict=True))
    context = WebhooksPage(webhook_sample(sdk), shown, types_heading, tuple(sections(types)))
    yield Page(WEBHOOKS, "docs/reader/webhooks.md", context)


def _section(types: PageTypes, hook: WebhookView, heading: Code) -> WebhookSection:
    deprecated = notice(hook.deprecated) if hook.deprecated is not None else NO_CODE
    description = types.both(hook.summary, hook.description)
    if hook.body is None:
        return WebhookSection(heading, deprecated, description, NO_CODE, NO_CODE, NO_CODE)
    body, fields = types.whole(hook.body)
    json = types.places.facts(model_key(hook.body)).json if hook.body.kind is TypeKind.MODEL else None
    shown = Code(json.raw) if json is not None else NO_CODE
    return WebhookSection(heading, deprecated, description, body, fields, shown)
