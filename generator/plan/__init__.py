"""Api and Names to Sdk: what the package says, every string final."""

from __future__ import annotations

from generator.api import Api, MediaKind
from generator.api_types import Root
from generator.config import Config, TableStyle
from generator.names import Names
from generator.plan.client import client
from generator.plan.context import Context
from generator.plan.errors import error_classes
from generator.plan.examples import Examples
from generator.plan.models import model_module
from generator.plan.old import old_errors, old_models
from generator.plan.planner import Planner
from generator.plan.project import project
from generator.plan.resources import module_scope, resource
from generator.plan.rings import named_unions, rings
from generator.plan.wire import wire_names
from generator.sdk import Client, Resource, Sdk
from generator.text import Code

__all__ = ["plan"]


def plan(api: Api, names: Names, config: Config) -> Sdk:
    """The view of the whole package."""
    files = rings(api)
    stems = {id: names.stems[ring.types[0]] for ring in files for id in ring.types}
    file = next((id for id, definition in api.types.items() if definition.origin.root is Root.FILE), None)
    context = Context(api, names, config, stems, named_unions(api), file)
    examples = Examples(api, names, config)
    root, root_client = _root(context, examples)
    groups = [key for key in names.groups if key]
    return Sdk(
        project=project(context),
        client=root_client,
        resources=(root, *(_group(context, key, examples) for key in groups)),
        modules=tuple(model_module(ring, context) for ring in files),
        response_required=config.response_required,
        tables_compact=config.tables is TableStyle.COMPACT,
        wire_names=wire_names(api),
        undocumented=frozenset(Code(context.model_class(id)) for id in api.unreferenced),
        features=_features(api),
        old_models=old_models(context),
        old_errors=old_errors(context),
    )


def _root(context: Context, examples: Examples) -> tuple[Resource, Client]:
    """The root class; its constructor and its methods share one module."""
    scope = module_scope(context, ())
    planner = Planner.of(context, scope)
    made = client(context, scope, planner, examples, error_classes(context))
    return resource(context, (), scope, planner, examples), made


def _group(context: Context, key: tuple[str, ...], examples: Examples) -> Resource:
    """The class of one group."""
    scope = module_scope(context, key)
    return resource(context, key, scope, Planner.of(context, scope), examples)


def _features(api: Api) -> frozenset[str]:
    """What the document uses, for the sections of README."""
    kinds = {c.kind for o in api.operations for r in o.responses for c in r.contents}
    bodies = {c.kind for o in api.operations if o.body is not None for c in o.body.contents}
    found = {
        "streaming": bool(kinds & {MediaKind.SSE, MediaKind.JSON_LINES}),
        "downloads": MediaKind.BINARY in kinds,
        "uploads": bool(bodies & {MediaKind.MULTIPART, MediaKind.BINARY}),
        "pagination": any(o.pagination is not None for o in api.operations),
        "webhooks": bool(api.webhooks),
    }
    return frozenset(name for name, used in found.items() if used)
