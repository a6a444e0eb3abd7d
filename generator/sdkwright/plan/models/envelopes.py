"""The fields of envelopes: what came over HTTP, and the results, some of which are objects of the runtime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdkwright.frozen import Frozen
from sdkwright.ir.answers import different_results, result_type
from sdkwright.ir.service import Content, MediaKind, Operation
from sdkwright.ir.types import AnyType, ObjectDef, OperationKey, Property, Root, UnionDef
from sdkwright.options.model import ResponseFormat
from sdkwright.plan.context import Context
from sdkwright.plan.operation.results import content_view, item_type
from sdkwright.plan.python.annotations import Annotator, view
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, subscript
from sdkwright.text.kinds import Code
from sdkwright.view.models import Folder, TypeKind, TypeView

HTTP_METADATA = "HTTPMetadata"
_ENVELOPE = ".._runtime.envelope"
_OBJECTS = {
    MediaKind.SSE: ("streams", ("EventStream", "AsyncEventStream")),
    MediaKind.JSON_LINES: ("streams", ("JsonLineStream", "AsyncJsonLineStream")),
    MediaKind.BINARY: ("downloads", ("Download", "AsyncDownload")),
    MediaKind.MULTIPART: ("downloads", ("Download", "AsyncDownload")),
}
"""The objects of the runtime that a sync and an async method give, by module."""


class Part(Frozen):
    """One field of an envelope: what the docs say it is, and its annotations."""

    view: TypeView
    annotation: Doc
    typed: Doc


def metadata_folder(context: Context) -> Folder | None:
    """Where `HTTPMetadata` is found; None where there is none."""
    wants = context.config.response_format is ResponseFormat.ENVELOPE_HTTP
    return Folder.of(context.config.imports.shared) if wants else None


def result_field(definition: ObjectDef, content: Content) -> Property | None:
    """The field for a result: that of its content, or of another one of the same type."""
    own = next((one for one in definition.properties if one.id == content.id), None)
    results = (one for one in definition.properties if not one.id.startswith(f"{definition.id}/"))
    same = (one for one in results if one.type == content.type)
    return own or next(same, None)


def envelope_part(
    definition: ObjectDef,
    property: Property,
    context: Context,
    scope: Scope,
    typed_scope: Scope,
    model: Annotator,
    typed: Annotator,
) -> Part:
    """One field of an envelope."""
    operation = _operation(definition.origin.operation, context)
    content = next((one for one in _contents(operation) if one.id == property.id), None)
    if content is None:
        return _meta(property, context, scope, typed_scope, model, typed)
    seen = content_view(content, context)
    given = _objects(operation, content, context, scope, model)
    if given is None:
        type = result_type(content)
        return Part(seen, model.required(type) if property.required else model.optional(type), typed.required(type))
    either: Doc = subscript(scope.typing("Union"), given)
    either = either if property.required else subscript(scope.typing("Optional"), [either])
    mark = scope.use(_ENVELOPE, "AS_IT_IS")
    return Part(seen, subscript(scope.typing("Annotated"), [either, mark]), typed_scope.typing("Any"))


def choice_of_answers(
    definition: UnionDef, context: Context, scope: Scope, typed_scope: Scope, model: Annotator, typed: Annotator
) -> Sequence[Part] | None:
    """What an operation with several kinds of answers gives, where some are objects of the runtime."""
    if definition.origin.root is not Root.RESULT:
        return None
    operation = _operation(definition.origin.operation, context)
    parts: list[Part] = []
    of_objects = False
    for content in different_results(answer for answer in operation.responses if answer.is_success):
        given = _objects(operation, content, context, scope, model)
        of_objects = of_objects or given is not None
        seen = content_view(content, context)
        if given is None:
            type = result_type(content)
            parts.append(Part(seen, model.inside(type), typed.inside(type)))
        else:
            parts.append(Part(seen, subscript(scope.typing("Union"), given), typed_scope.typing("Any")))
    return parts if of_objects else None


def _operation(key: OperationKey | None, context: Context) -> Operation:
    assert key is not None, "an envelope is the answer of an operation"
    return context.lookups.operations[key]


def _contents(operation: Operation) -> Iterator[Content]:
    return (content for answer in operation.responses if answer.is_success for content in answer.contents)


def _meta(
    property: Property, context: Context, scope: Scope, typed_scope: Scope, model: Annotator, typed: Annotator
) -> Part:
    """What came over HTTP."""
    if not isinstance(property.type, AnyType):
        return Part(view(property.type, context), model.required(property.type), typed.required(property.type))
    folder = metadata_folder(context)
    if folder is None:
        name, seen = "Response", TypeView(TypeKind.SCALAR, Code("httpx.Response"))
    else:
        name = HTTP_METADATA
        seen = TypeView(TypeKind.MODEL, Code(name), page=Code(name.lower()), folder=folder)
    mark = scope.use(_ENVELOPE, "AS_IT_IS")
    return Part(
        seen,
        subscript(scope.typing("Annotated"), [scope.use(_ENVELOPE, name), mark]),
        typed_scope.use(_ENVELOPE, name),
    )


def _objects(
    operation: Operation, content: Content, context: Context, scope: Scope, model: Annotator
) -> Sequence[Doc] | None:
    """The object of the runtime that a sync method gives, and that of an async one."""
    if operation.pagination is not None and content.kind is MediaKind.JSON:
        steps = operation.pagination.results
        item = AnyType() if steps is None else item_type(content.type, steps, context)
        inner = [model.inside(content.type), model.inside(item)]
        return [subscript(scope.use(".._runtime.paging", name), inner) for name in ("Page", "AsyncPage")]
    if content.kind not in _OBJECTS:
        return None
    module, names = _OBJECTS[content.kind]
    found = [scope.use(f".._runtime.{module}", name) for name in names]
    return found if module == "downloads" else [subscript(name, [model.inside(content.type)]) for name in found]
