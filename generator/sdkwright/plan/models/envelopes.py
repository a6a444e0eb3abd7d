"""The fields of envelopes: what came over HTTP, and the results, some of which are objects of the runtime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Content, MediaKind, Operation
from sdkwright.ir.types import AnyType, ObjectDef, Property, Root, ScalarType
from sdkwright.options.model import ResponseFormat
from sdkwright.plan.context import Context
from sdkwright.plan.operation.responses import is_success
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


@dataclass(frozen=True, slots=True)
class Part:
    """One field of an envelope: what the docs say it is, and its annotations."""

    view: TypeView
    annotation: Doc
    typed: Doc


def is_envelope(definition: ObjectDef, context: Context) -> bool:
    """Whether a class is what a method returns in place of its result."""
    return definition.origin.root is Root.RESULT and context.config.response_format is not ResponseFormat.FLAT


def metadata_folder(context: Context) -> Folder | None:
    """Where `HTTPMetadata` is found; None where there is none."""
    wants = context.config.response_format is ResponseFormat.ENVELOPE_HTTP
    return Folder.of(context.config.imports.shared) if wants else None


def result_field(definition: ObjectDef, content: Content) -> Property | None:
    """The field for a result: that of its content, or of another one of the same type."""
    own = next((one for one in definition.properties if one.id == content.id), None)
    same = (one for one in definition.properties if not one.required and one.type == content.type)
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
    operation = next(one for one in context.api.operations if one.id == definition.origin.operation)
    contents = (content for answer in operation.responses if is_success(answer) for content in answer.contents)
    content = next((one for one in contents if one.id == property.id), None)
    if content is None:
        return _meta(property, context, scope, typed_scope, model, typed)
    seen = content_view(content, context)
    given = _objects(operation, content, context, scope, model)
    if given is None:
        type = ScalarType(Scalar.STRING) if content.kind is MediaKind.TEXT else property.type
        return Part(seen, model.optional(type), typed.required(type))
    either = subscript(scope.typing("Optional"), [subscript(scope.typing("Union"), given)])
    mark = scope.use(_ENVELOPE, "AS_IT_IS")
    return Part(seen, subscript(scope.typing("Annotated"), [either, mark]), typed_scope.typing("Any"))


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
