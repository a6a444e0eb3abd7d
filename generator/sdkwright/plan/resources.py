"""Resource classes: one module for each group of operations, and the root class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sdkwright.examples.calls import Examples
from sdkwright.frozen import replace
from sdkwright.ir.service import Operation
from sdkwright.ir.types import OperationKey
from sdkwright.names import GroupKey, GroupName
from sdkwright.plan.context import Context
from sdkwright.plan.deprecated import names_of_old_members_in_class, old_children
from sdkwright.plan.halves import Half, halves
from sdkwright.plan.methods import MethodPlanner
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.docstrings import prose
from sdkwright.plan.python.imports import Scope
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import UNSAFE_TEXT
from sdkwright.text.escape import UnsafeTextError, docstring, dotted, identifier, stem
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE
from sdkwright.view.package import Constructor, Method, Resource, ResourceClass, ResourceLink


def children(context: Context, key: GroupKey) -> list[tuple[GroupKey, GroupName]]:
    """The groups right below one."""
    return [(k, context.names.groups[k]) for k in context.lookups.below.get(key, ())]


def module_scope(context: Context, key: GroupKey) -> Scope:
    """The names that the module of a group defines, and those that its class gives to methods and child groups."""
    group = context.names.groups[key]
    below = children(context, key)
    methods = context.lookups.methods.get(key, ())
    shadowed = {*methods, *map(context.names.async_method, methods), *(g.attribute for _, g in below)}
    shadowed |= names_of_old_members_in_class(context, key)
    heirs = (context.names.groups[heir] for _, heir in context.names.old.attributes.get(key, ()))
    named = (group, *(g for _, g in below), *heirs)
    return Scope({name for one in named for name in context.names.classes_of(one)}, shadowed)


def resource(
    context: Context,
    key: GroupKey,
    scope: Scope,
    planner: Planner,
    examples: Examples,
    constructors: Sequence[Constructor] = (),
) -> Resource:
    """The classes of one group; `()` is the root, which has `constructors`."""
    group = context.names.groups[key]
    below = children(context, key)
    maker = MethodPlanner(context, scope, examples, planner)
    methods = tuple(_method(maker, operation, key) for operation in _operations(context, key))
    old_methods = tuple(_old_methods(maker, context, key))
    now = tuple(_link(context, k, g, g.class_name) for k, g in below)
    overview = _root_overview(context) if not key else _overview(context, key)
    told = docstring([overview or _listed(context, group, methods, now)], 4)
    classes = tuple(_class(context, key, scope, half, told) for half in halves(context.names))
    if constructors:
        pairs = zip(classes, constructors, strict=True)
        classes = tuple(replace(one, constructor=constructor) for one, constructor in pairs)
    linked = tuple(_links(classes))
    cached = scope.use("functools", "cached_property") if below else NO_CODE
    type_checking = scope.typing("TYPE_CHECKING") if linked else NO_CODE
    return Resource(
        class_name=identifier(group.class_name),
        accessor=dotted(group.accessor),
        module=stem(group.module),
        page=stem(group.page),
        folder=stem(group.folder),
        title=Code(group.title),
        overview=overview,
        methods=methods,
        children=now,
        is_root=not key,
        classes=classes,
        imports=scope.lines(),
        cached_property=Code(cached),
        type_checking=Code(type_checking),
        definitions=tuple({m.operation_name: m.definition for m in (*methods, *old_methods)}.values()),
        links=linked,
        old_methods=old_methods,
    )


def _class(context: Context, key: GroupKey, scope: Scope, half: Half, told: Code) -> ResourceClass:
    """One class, with what leads from it to others of its kind."""
    names = context.names
    base = scope.use("._runtime.sdk", half.root) if not key else scope.use("._runtime.resource", "Resource")
    return ResourceClass(
        name=identifier(half.class_name(names.groups[key].class_name, names)),
        base=Code(base),
        docstring=told,
        children=tuple(_link(context, k, g, half.class_name(g.class_name, names)) for k, g in children(context, key)),
        old_children=old_children(context, key, scope, half),
        is_sync=half.is_sync,
        is_async=half.is_async,
    )


def _links(classes: Sequence[ResourceClass]) -> Iterator[Code]:
    """The imports of what the annotations name: a line for each module."""
    modules: defaultdict[str, set[str]] = defaultdict(set)
    for one in classes:
        named = [(link.module, link.class_name) for link in one.children]
        for module, name in (*named, *((old.module, old.class_name) for old in one.old_children)):
            modules[module].add(str(name))
    yield from (Code(f"from .{module} import {', '.join(sorted(names))}") for module, names in modules.items())


def _link(context: Context, key: GroupKey, group: GroupName, class_name: str) -> ResourceLink:
    """What leads to a class of a group from one above."""
    overview = _overview(context, key)
    told = docstring([overview], 8) if overview is not None else NO_CODE
    return ResourceLink(identifier(group.attribute), identifier(class_name), stem(group.module), told)


def _listed(context: Context, group: GroupName, methods: Sequence[Method], below: Sequence[ResourceLink]) -> str:
    """What a class of which the document says nothing has to offer."""
    calls = (f"* `{method.name}()`: `{method.http_method} {method.path.raw}`" for method in methods)
    lines = [*calls, *(f"* `{link.attribute}`" for link in below)]
    return f"`{context.names.variable}.{group.accessor}` has:\n\n" + "\n".join(lines)


def _old_methods(maker: MethodPlanner, context: Context, key: GroupKey) -> Iterator[Method]:
    """Methods under names and in classes that they have no longer."""
    for old, id in context.names.old.methods.get(key, ()):
        group, new = method_of(id, key, context)
        now = f"{context.names.groups[group].accessor}.{new}".lstrip(".")
        yield maker.old_method(context.lookups.operations[id], old, now, group)


def method_of(id: OperationKey, key: GroupKey, context: Context) -> tuple[GroupKey, str]:
    """Where an operation is found now: in this group, else in the first one that has it."""
    here = context.names.methods.get((id, key))
    return context.lookups.first_methods[id] if here is None else (key, here)


def _method(maker: MethodPlanner, operation: Operation, key: GroupKey) -> Method:
    """The method of one operation; text that has no safe form in its place is the document's fault."""
    try:
        return maker.method(operation, key)
    except UnsafeTextError as error:
        raise ProblemsError([Problem(Severity.ERROR, UNSAFE_TEXT, str(error), pointer=operation.id)]) from error


def _operations(context: Context, key: GroupKey) -> list[Operation]:
    """In document order, those of one spelling of the group together; or by the names of their methods, where the
    options do not ask for that order."""
    found = context.lookups.of_group.get(key, ())
    if context.config.maintain_order:
        return sorted(found, key=lambda operation: operation.spelling)
    return sorted(found, key=lambda operation: context.names.methods[operation.id, key])


def _overview(context: Context, key: GroupKey) -> Prose | None:
    """The description of the tag that the group is named after."""
    name = ".".join(key)
    return next((prose(tag.description) for tag in context.api.tags if tag.name == name), None)


def _root_overview(context: Context) -> Prose | None:
    """`<title>: <description>`, and the external documentation."""
    api = context.api
    parts = [f"{api.title}: {api.description}" if api.description else api.title]
    if api.external_docs is not None:
        told = api.external_docs.description
        link = f"<{api.external_docs.url}>"
        parts.append(f"{told}\n{link}" if told else link)
    return prose("\n\n".join(parts))
