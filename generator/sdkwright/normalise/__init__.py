"""From a document to what the service is: `normalise`.

The story: find the operations; read all requests, then all responses, then webhooks, making definitions on the way;
decide unions; separate what is read from what is written; keep what is reachable, in naming order.
"""

from __future__ import annotations

from collections.abc import Mapping

from sdkwright.frozen import replace
from sdkwright.ir.service import Api, ExternalDocs, Operation, Parameter, Server, Tag, Webhook
from sdkwright.ir.types import (
    Json,
    ObjectDef,
    Origin,
    Property,
    Root,
    Type,
    TypeDef,
    TypeId,
    Variant,
)
from sdkwright.normalise import read_write
from sdkwright.normalise.defaults import Defaults
from sdkwright.normalise.error_messages import error_message_path
from sdkwright.normalise.extensions import ErrorStatuses, Features
from sdkwright.normalise.extensions.others import PREFIXES
from sdkwright.normalise.nested import sendable
from sdkwright.normalise.nodes import References, Source, mapping, sequence, site_of, text
from sdkwright.normalise.operations import operations, paging
from sdkwright.normalise.operations.error_classes import with_error_classes
from sdkwright.normalise.operations.parameters import globals_of
from sdkwright.normalise.order import Order
from sdkwright.normalise.parts import offered, roots, within
from sdkwright.normalise.report import Report
from sdkwright.normalise.schemas.discriminators import decide
from sdkwright.normalise.schemas.families import gather
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.normalise.security import named_first, requirements, schemes, security_class, with_own_security
from sdkwright.normalise.servers import servers
from sdkwright.normalise.shared_files import with_shared_files
from sdkwright.normalise.subset import REASON, Place, Subset
from sdkwright.openapi.pointer import join
from sdkwright.options.formats import EXAMPLES_OF_SCHEMAS, SINGLE_CHOICES, SUFFIX_BESIDE_MODEL
from sdkwright.options.model import Config
from sdkwright.problems import Problem

__all__ = ["normalise", "offered", "within"]

GLOBALS_TYPE = TypeId("#/x-speakeasy-globals!globals")


def normalise(document: Source, config: Config) -> tuple[Api, tuple[Problem, ...]]:
    """What the service is, and the warnings about what could not be said as it was written."""
    root = mapping(document.root)
    report = Report()
    others = config.other_extensions and any(map(document.mentions, PREFIXES))
    features = Features(root, report, others=others, internal=config.exclude_internal)
    features.tell_unread()
    walk = Walk(
        features,
        report,
        References(root),
        deep=config.all_of_deep_merge,
        copies=config.composed_classes,
        single_choices=config.format >= SINGLE_CHOICES,
        nullable_references=config.nullable_references,
        decodes=config.decodes,
    )
    shared = globals_of(walk)
    components = mapping(root.get("components"))
    declared = schemes(walk, components.get("securitySchemes"), client_credentials=config.oauth2_client_credentials)
    security = requirements(walk, "#/security", root.get("security"), frozenset(scheme.key for scheme in declared))
    declared = named_first(declared, security)
    security_type = security_class(walk, declared)
    parents = _parents(root.get("tags")) if (text(root.get("openapi")) or "").startswith("3.2") else {}
    context = operations.Context(
        shared,
        frozenset(scheme.key for scheme in declared),
        features.errors(root, "#") or ErrorStatuses(),
        media_examples=config.format < EXAMPLES_OF_SCHEMAS,
        response_format=config.response_format,
        answer_headers=config.answer_headers,
        groups_by_path=config.groups_by_path,
        parents=parents,
    )
    subset = Subset(config)
    listed = _listed(walk, root)
    made = operations.with_one_spelling(_operations(walk, root, listed, context, document.left_out, subset))
    made = with_own_security(walk, made, declared, security, hoists=config.hoist_security)
    hooks = _webhooks(walk, root, listed)
    included, spare = _beyond(walk, components)
    globals_type = _globals_class(walk, shared)
    gather(walk, mapping(components.get("schemas")))
    decide(walk)
    made = with_error_classes(
        walk,
        made,
        apart=config.errors_apart,
        suffixed=config.errors_suffixed and config.format >= SUFFIX_BESIDE_MODEL,
        shared_inline=config.name_resolution_feb2025,
    )
    paging.check(made, walk.definitions, report)
    api = Api(
        title=text(mapping(root.get("info")).get("title")) or "",
        description=features.doc_text(mapping(root.get("info")), "description"),
        external_docs=_external_docs(root.get("externalDocs")),
        servers=servers(features, report, "#/servers", root.get("servers")) or _base_server(config),
        tags=_tags(features, root.get("tags"), parents),
        security_schemes=declared,
        security=security,
        globals=shared,
        globals_type=globals_type,
        security_type=security_type,
        operations=tuple(made),
        webhooks=tuple(hooks),
        types={},
        retries=features.retries(root, "#"),
        timeout_ms=features.timeout(root, "#"),
    )
    api = _finish(walk, root, api, included, spare)
    return replace(api, coverage=report.coverage()), report.problems()


def _base_server(config: Config) -> tuple[Server, ...]:
    """`baseServerUrl`, which stands in for the servers of a document that has none."""
    return (Server(config.base_server_url),) if config.base_server_url else ()


def _listed(walk: Walk, root: dict[str, Json]) -> list[operations.Found]:
    """The operations of the document that it does not ask to ignore."""
    found: list[operations.Found] = []
    for one in operations.find(walk, "#/paths", root.get("paths")):
        if (reason := operations.ignored(walk, one)) is not None:
            walk.report.left_out("operation", one.key, reason)
        else:
            found.append(one)
    return found


def _operations(
    walk: Walk,
    root: dict[str, Json],
    found: list[operations.Found],
    context: operations.Context,
    left_out: frozenset[str],
    subset: Subset,
) -> list[Operation]:
    limit = walk.features.max_method_params(root, "#")
    walk.features.tell_internal(dict(pair for one in found for pair in ((one.at, one.node), (one.item_at, one.item))))
    places = [
        Place(one.path, tuple(tag for tag in sequence(one.node.get("tags")) if isinstance(tag, str))) for one in found
    ]
    subset.tell(places, walk.report)
    for one in found:
        operations.multipart_bodies(walk, one)
    made = [operations.request_side(walk, one, context, index) for index, one in enumerate(found)]
    for index, one in enumerate(found):
        complete = operations.response_side(walk, one, made[index], context, index)
        if complete.max_method_params is None and limit is not None:
            complete = replace(complete, max_method_params=limit)
        made[index] = complete
        if left_out & {one.key, one.at}:
            walk.report.left_out("operation", one.key, "a fault of the document")
            made[index] = replace(made[index], is_left_out=True)
        if not subset.has(places[index]):
            walk.report.left_out("operation", one.key, REASON)
            made[index] = replace(made[index], is_excluded=True)
        walk.report.generated("operation", one.key)
    return made


def _webhooks(walk: Walk, root: dict[str, Json], listed: list[operations.Found]) -> list[Webhook]:
    made: list[Webhook] = []
    for one in operations.find(walk, "#/webhooks", root.get("webhooks")):
        if (reason := operations.ignored(walk, one)) is not None:
            walk.report.left_out("operation", one.key, reason)
            continue
        made.append(operations.webhook(walk, one, one.path, len(made), None))
    for one in listed:
        for name, inner in operations.callbacks(walk, one):
            made.append(operations.webhook(walk, inner, name, len(made), one.key))
    return made


def _beyond(walk: Walk, components: dict[str, Json]) -> tuple[list[Type], list[Type]]:
    """The types of all components: those that ask to be included as if they were used, and the others."""
    included: list[Type] = []
    others: list[Type] = []
    for key, node in mapping(components.get("schemas")).items():
        if walk.features.ignored(mapping(node)) is not None:
            continue
        at = join("#/components/schemas", key)
        kind = walk.type_of(site_of(at, node, walk.origins.component(key, node)))
        walk.drain()
        (included if walk.features.included(mapping(node)) else others).append(kind)
    return included, others


def _globals_class(walk: Walk, shared: tuple[Parameter, ...]) -> TypeId | None:
    if not shared:
        return None
    properties = tuple(
        Property(one.id, one.name, one.type, False, one.notes, one.default, name_override=one.name_override)
        for one in shared
    )
    walk.anchor = (0, 0)
    walk.add(ObjectDef(GLOBALS_TYPE, Origin(Root.GLOBALS), properties))
    return GLOBALS_TYPE


def _finish(walk: Walk, root: dict[str, Json], api: Api, included: list[Type], spare: list[Type]) -> Api:
    """Separate the sides, tell apart what nothing reaches, drop what does not fit, and put all into naming order."""
    inputs, outputs = roots(api)
    noted = with_shared_files(read_write.Links(walk.definitions), api)
    found = read_write.sides(noted, inputs, outputs)
    definitions = read_write.apply(noted, found)
    links = read_write.Links(definitions, noted)
    kept = {read_write.twin_id(i, v) if i in found.twins else i for i in found.inputs for v in (Variant.INPUT,)}
    kept |= {read_write.twin_id(i, v) if i in found.twins else i for i in found.outputs for v in (Variant.OUTPUT,)}
    kept |= read_write.reach(links, included)
    halves = (read_write.twin_id(type_id, Variant.INPUT) for type_id in found.halves)
    unreferenced = frozenset(read_write.reach(links, spare).union(halves) - kept)
    kept |= unreferenced
    order = Order(root, walk.anchors).sorted(type_id for type_id in definitions if type_id in kept)
    checks = Defaults(definitions, walk.report)
    types: dict[TypeId, TypeDef] = {}
    for type_id in order:
        types[type_id] = checks.definition(definitions[type_id])
        walk.report.generated("schema", type_id)
    for key in mapping(mapping(root.get("components")).get("schemas")):
        at = join("#/components/schemas", key)
        if TypeId(at) not in types and not any(read_write.twin_id(TypeId(at), one) in types for one in Variant):
            walk.report.left_out("schema", at, "its type needs no class")
    return replace(
        api,
        types=types,
        unreferenced=unreferenced,
        globals=tuple(checks.parameter(read_write.parameter_for(one, found)) for one in api.globals),
        operations=tuple(
            _complete(walk, seen, checks, error_message_path(walk, one))
            for one, seen in zip(api.operations, read_write.operations_for(api.operations, found), strict=True)
        ),
        webhooks=tuple(read_write.webhook_for(one, found) for one in api.webhooks),
    )


def _complete(walk: Walk, operation: Operation, checks: Defaults, message: tuple[str, ...]) -> Operation:
    return replace(
        operation,
        parameters=tuple(
            sendable(walk.report, checks.parameter(one), walk.definitions) for one in operation.parameters
        ),
        error_message_path=message,
    )


def _external_docs(node: Json) -> ExternalDocs | None:
    own = mapping(node)
    url = text(own.get("url"))
    return None if url is None else ExternalDocs(url, text(own.get("description")))


def _tags(features: Features, node: Json, parents: Mapping[str, str]) -> tuple[Tag, ...]:
    found: list[Tag] = []
    for entry in sequence(node):
        own = mapping(entry)
        name = text(own.get("name"))
        if name is not None:
            group = operations.group_of(name, parents)
            found.append(Tag(".".join(group), features.doc_text(own, "description")))
    return tuple(found)


def _parents(node: Json) -> dict[str, str]:
    """Tag -> its parent, as far as that is a tag of the document."""
    own = {
        name: text(mapping(entry).get("parent"))
        for entry in sequence(node)
        if (name := text(mapping(entry).get("name")))
    }
    return {name: above for name, above in own.items() if above in own}
