"""What a method returns: the type arguments of its runtime plan, the annotations, and the view for the docs."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.answers import FILES
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Content, MediaKind, Operation
from sdkwright.ir.types import AnyType, ListType, MapType, ObjectDef, RefType, ScalarType, Type, TypeDef, UnionDef
from sdkwright.options.formats import TITLED_FILES
from sdkwright.plan.context import Context
from sdkwright.plan.operation.responses import result_required
from sdkwright.plan.python.annotations import Annotator, model_view, view
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, subscript
from sdkwright.text.casing import ascii_only, pascal
from sdkwright.text.kinds import Code
from sdkwright.view.models import TypeKind, TypeView
from sdkwright.view.package import Ending

_STREAMS = {
    MediaKind.SSE: ("EventStream", "AsyncEventStream"),
    MediaKind.JSON_LINES: ("JsonLineStream", "AsyncJsonLineStream"),
}


class Result(Frozen):
    """The result of one operation; `sync` and `asynchronous` are `None` texts when there is none."""

    sync: Doc
    asynchronous: Doc
    view: TypeView | None
    ending: Ending


def result(operation: Operation, context: Context, scope: Scope, annotator: Annotator) -> Result:
    """The result of `operation`, its names imported into `scope` as the `annotator` of results does."""
    contents = [content for r in operation.responses if r.is_success for content in r.contents]
    if operation.result_type is not None and is_envelope(context.definition(operation.result_type)):
        envelope = annotator.core(RefType(operation.result_type))
        seen = model_view(operation.result_type, context)
        return Result(envelope, envelope, seen, Ending.PRINT)
    if not contents:
        return Result("None", "None", None, Ending.NOTHING)
    pairs = list(dict.fromkeys(_annotations(operation, content, annotator, context, scope) for content in contents))
    required = result_required(context, operation)
    sync = _whole([pair[0] for pair in pairs], scope, required=required)
    asynchronous = _whole([pair[1] for pair in pairs], scope, required=required)
    seen = (
        one_of([content_view(content, context) for content in contents])
        if operation.result_type is None
        else model_view(operation.result_type, context)
    )
    return Result(sync, asynchronous, seen, _ending(operation, contents))


def is_envelope(definition: TypeDef) -> bool:
    """Whether a class is what a method returns in place of its result."""
    return isinstance(definition, ObjectDef) and definition.is_envelope


def _whole(members: list[Doc], scope: Scope, *, required: bool) -> Doc:
    """One type or the union of several; optional where an empty answer is allowed."""
    unique = list(dict.fromkeys(members))
    inner = unique[0] if len(unique) == 1 else subscript(scope.typing("Union"), unique)
    optional = f"{scope.typing('Optional')}["
    already = not isinstance(inner, str) and inner.head == optional
    return inner if required or already or inner == "None" else subscript(scope.typing("Optional"), [inner])


def _annotations(
    operation: Operation, content: Content, annotator: Annotator, context: Context, scope: Scope
) -> tuple[Doc, Doc]:
    """The sync and the async type of one media type."""
    if operation.pagination is not None and content.kind is MediaKind.JSON:
        return _pages(operation, content, annotator, context, scope)
    if content.kind in _STREAMS:
        item = annotator.inside(content.type)
        sync, asynchronous = _STREAMS[content.kind]
        streams = scope.use("._runtime", "streams")
        return subscript(f"{streams}.{sync}", [item]), subscript(f"{streams}.{asynchronous}", [item])
    if content.kind in FILES:
        downloads = scope.use("._runtime", "downloads")
        return f"{downloads}.Download", f"{downloads}.AsyncDownload"
    plain = annotator.inside(ScalarType(Scalar.STRING) if content.kind is MediaKind.TEXT else _said(content, context))
    return plain, plain


def _said(content: Content, context: Context) -> Type:
    """The type of a result as its annotation has it."""
    return content.type if context.config.null_results else replace(content.type, nullable=False)


def _pages(
    operation: Operation, content: Content, annotator: Annotator, context: Context, scope: Scope
) -> tuple[Doc, Doc]:
    """`paging.Page[Body, Item]`."""
    assert operation.pagination is not None
    item = (
        AnyType()
        if operation.pagination.results is None
        else item_type(content.type, operation.pagination.results, context)
    )
    paging = scope.use("._runtime", "paging")
    arguments = [annotator.inside(_said(content, context)), annotator.inside(item)]
    return subscript(f"{paging}.Page", arguments), subscript(f"{paging}.AsyncPage", arguments)


def item_type(type: Type, steps: tuple[str | int, ...], context: Context) -> Type:
    """The type of one item of the list at `steps` below `type`; anything where the schema does not say."""
    for step in steps:
        type = _below(type, step, context)
    return type.item if isinstance(type, ListType) else AnyType()


def _below(type: Type, step: str | int, context: Context) -> Type:
    """One step down, by property name or index."""
    if isinstance(type, ListType):
        return type.item if isinstance(step, int) else AnyType()
    if isinstance(type, MapType):
        return type.value
    definition = context.definition(type.id) if isinstance(type, RefType) else None
    if isinstance(definition, ObjectDef):
        return next((p.type for p in definition.properties if p.name == step), AnyType())
    if isinstance(definition, UnionDef) and len(definition.members) == 1:
        return _below(definition.members[0], step, context)
    return AnyType()


def _ending(operation: Operation, contents: list[Content]) -> Ending:
    """What an example does with the result, when all media types agree."""
    kinds = {content.kind for content in contents}
    if operation.pagination is not None and kinds == {MediaKind.JSON}:
        return Ending.PAGES
    if kinds <= set(_STREAMS):
        return Ending.EVENTS
    return Ending.DOWNLOAD if kinds <= set(FILES) else Ending.PRINT


def one_of(views: Sequence[TypeView]) -> TypeView:
    """The view of a value that is of one of several types."""
    different = tuple(views) if len(views) == 1 else tuple(dict.fromkeys(views))
    return different[0] if len(different) == 1 else TypeView(TypeKind.UNION, args=different)


def content_view(content: Content, context: Context) -> TypeView:
    """What the docs say that a result is."""
    if content.kind in _STREAMS:
        return TypeView(TypeKind.EVENT_STREAM, args=(view(content.type, context),))
    if content.kind in FILES:
        title = content.title if context.config.format >= TITLED_FILES else None
        return TypeView(TypeKind.HTTP_RESPONSE, page=Code(ascii_only(pascal(title or "")).lower()))
    if content.kind is MediaKind.TEXT:
        return TypeView(TypeKind.SCALAR, Code("str"))
    return view(content.type, context)
