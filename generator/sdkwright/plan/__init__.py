"""Api and Names to Sdk: what the package says, every string final."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.examples.calls import Examples
from sdkwright.examples.wire import Judge, Unjudged
from sdkwright.ir.service import Api, MediaKind, Webhook
from sdkwright.ir.types import ObjectDef, RefType
from sdkwright.names import Names
from sdkwright.options.model import Config, DocsStyle, TableStyle
from sdkwright.plan.client import client, constructors
from sdkwright.plan.context import Context, tags
from sdkwright.plan.deprecated import old_errors, old_models
from sdkwright.plan.lookups import Lookups
from sdkwright.plan.models.envelopes import metadata_folder
from sdkwright.plan.models.errors import error_classes
from sdkwright.plan.models.files import model_files
from sdkwright.plan.models.handing import handing_module
from sdkwright.plan.models.modules import model_module
from sdkwright.plan.models.rings import named_unions
from sdkwright.plan.models.spelt import Usual
from sdkwright.plan.planner import Planner
from sdkwright.plan.project import project
from sdkwright.plan.python.annotations import view
from sdkwright.plan.python.docstrings import deprecation, prose
from sdkwright.plan.reader.reference import reference
from sdkwright.plan.resources import module_scope, resource
from sdkwright.plan.style import page_style
from sdkwright.plan.wire_names import wire_names
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.package import Client, Resource, Sdk
from sdkwright.view.webhooks import WebhookView

__all__ = ["plan"]


def plan(api: Api, names: Names, config: Config, history: Sequence[str] = (), judge: Judge | None = None) -> Sdk:
    """The view of the whole package, beside which the pages of `history` stand.

    `judge` judges the JSON that the reader's docs show.
    """
    files = model_files(api, names)
    context = Context(api, names, config, files.stems(), Lookups.of(api, names), named_unions(api), tags(api))
    examples = Examples(api, names, config)
    usual = Usual(context)
    modules = tuple(model_module(file, context, usual) for file in files.defining)
    root, root_client = _root(context, examples)
    groups = [key for key in names.groups if key]
    return Sdk(
        project=project(context, history),
        client=root_client,
        resources=(root, *(_group(context, key, examples) for key in groups)),
        modules=modules,
        handing_modules=tuple(handing_module(file, context) for file in files.handing_on),
        response_required=config.response_required,
        style=page_style(config),
        tables_compact=config.tables is TableStyle.COMPACT,
        wire_names=wire_names(api),
        undocumented=frozenset(Code(context.model_class(id)) for id in api.unreferenced),
        webhooks=tuple(_webhook(hook, context) for hook in api.webhooks),
        old_models=old_models(context),
        old_errors=old_errors(context),
        metadata_folder=metadata_folder(context),
        reference=reference(context, judge or Unjudged()) if config.docs_style is DocsStyle.READER else None,
    )


def _root(context: Context, examples: Examples) -> tuple[Resource, Client]:
    """The root class; its constructor and its methods share one module."""
    scope = module_scope(context, ())
    planner = Planner.of(context, scope)
    made = client(context, scope, planner, examples, error_classes(context))
    takes = tuple(constructors(context, scope, made))
    return resource(context, (), scope, planner, examples, takes), made


def _group(context: Context, key: tuple[str, ...], examples: Examples) -> Resource:
    """The class of one group."""
    scope = module_scope(context, key)
    return resource(context, key, scope, Planner.of(context, scope), examples)


def _webhook(hook: Webhook, context: Context) -> WebhookView:
    """What the pages say of a webhook or callback."""
    contents = hook.body.contents if hook.body is not None else ()
    sent = next((content.type for content in contents if content.kind is MediaKind.JSON), None)
    is_object = isinstance(sent, RefType) and isinstance(context.api.types[sent.id], ObjectDef)
    family = context.names.families.get(sent.id) if isinstance(sent, RefType) else None
    body = None if sent is None else view(sent, context)
    return WebhookView(
        name=Prose(hook.name),
        body=body,
        is_object=is_object,
        family=None if family is None else Code(family),
        summary=prose(hook.notes.summary),
        description=prose(hook.notes.description),
        deprecated=deprecation(hook.notes),
    )
