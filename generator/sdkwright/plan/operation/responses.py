"""How each answer of an operation is read: results by status and media type, and errors."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Content, MediaKind, Operation, Response
from sdkwright.ir.types import AnyType, ObjectDef, RefType, ScalarType, TypeId
from sdkwright.options.formats import ERRORS_BY_SIDE
from sdkwright.options.model import ResponseFormat
from sdkwright.plan.context import Context
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.annotations import model_view
from sdkwright.plan.python.layout import Doc, Group, call, tuple_of, unless_empty
from sdkwright.text.escape import status, string_literal
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.package import ErrorRow


def result_required(context: Context, operation: Operation) -> bool:
    """Whether an empty answer is an error: the options ask for it, and every success has content."""
    if context.config.response_format is not ResponseFormat.FLAT:
        return False  # the field stays empty
    successes = [r for r in operation.responses if r.is_success]
    return context.config.response_required and bool(successes) and all(r.has_content for r in successes)


def response_rows(planner: Planner, operation: Operation) -> list[Doc]:
    """The rows of all answers, the catch-all errors last; a `default` error with a class of its own is one."""
    rows: list[Doc] = []
    covered: set[str] = set()
    for response in operation.responses:
        status = response.status
        if status != "default":
            covered.add(status)
        elif any(error_class(planner.context, content) for content in response.contents):
            covered |= {"4XX", "5XX"}
        if response.is_success:
            rows.extend(_success(planner, response))
        elif response.is_error:
            rows.extend(_errors(planner, operation, response))
        else:
            # 1XX, and what the options say is no error: nothing that a caller could use.
            rows.append(_api_error(planner.op("ApiError"), status))
    rows.extend([_api_error(planner.op("ApiError"), s) for s in ("4XX", "5XX") if s not in covered])
    return rows


def _success(planner: Planner, response: Response) -> Iterable[Doc]:
    status = string_literal(response.status)
    if not response.contents:
        yield call(planner.op("Empty"), status)
    for content in response.contents:
        yield _content(planner, status, content)


def _content(planner: Planner, status: Code, content: Content) -> Group:
    """How one media type of a success is read."""
    media_type = string_literal(content.media_type)
    match content.kind:
        case MediaKind.JSON | MediaKind.FORM:
            return call(planner.op("Json"), status, media_type, planner.thunk(content.type))
        case MediaKind.TEXT:
            return call(planner.op("Text"), status, media_type)
        case MediaKind.BINARY | MediaKind.MULTIPART:
            return call(planner.op("Download"), status, media_type)
        case MediaKind.SSE:
            sentinel = None if content.sentinel is None else f"sentinel={string_literal(content.sentinel)}"
            data_only = "data_only=True" if content.data_only else None
            is_text = "text=True" if _data_is_text(planner.context, content) else None
            return call(
                planner.op("Events"), status, media_type, planner.thunk(content.type), data_only, is_text, sentinel
            )
        case MediaKind.JSON_LINES:
            return call(planner.op("JsonLines"), status, media_type, planner.thunk(content.type))


def _data_is_text(context: Context, content: Content) -> bool:
    """Whether the `data` of an event is plain text and no JSON."""
    type = content.type
    if not content.data_only and isinstance(type, RefType):
        definition = context.definition(type.id)
        if isinstance(definition, ObjectDef):
            type = next((p.type for p in definition.properties if p.name == "data"), AnyType())
    return isinstance(type, ScalarType) and type.scalar is Scalar.STRING


def error_class(context: Context, content: Content) -> RefType | None:
    """The type of a declared error that has an exception class."""
    is_json = content.kind is MediaKind.JSON
    return content.type if is_json and isinstance(content.type, RefType) and context.is_error(content.type.id) else None


@lru_cache(maxsize=1024)
def _api_error(maker: str, status: str) -> Group:
    """The row of any other error."""
    return call(maker, string_literal(status))


@lru_cache(maxsize=1024)
def _json_error(maker: str, status: str, media_type: str, error: str, data: str, path: tuple[str, ...]) -> Group:
    """The row of a declared error; many operations have the same."""
    message = tuple_of(string_literal(step) for step in path)
    answer = string_literal(status), string_literal(media_type)
    return call(maker, *answer, f"lambda: {error}", f"lambda: {data}", unless_empty("message", message))


def _errors(planner: Planner, operation: Operation, response: Response) -> Iterable[Doc]:
    """Declared error schemas; anything else of this status is the default error."""
    context = planner.context
    typed = [(content, error_class(context, content)) for content in response.contents]
    for content, type in typed:
        if type is None:
            continue
        package = planner.scope.package(context.names.error_folder)
        names = (f"{package}.{context.names.classes[type.id]}", f"{package}.{context.asked_for(type.id)}")
        path = operation.error_message_path
        yield _json_error(planner.op("JsonError"), response.status, content.media_type, *names, path)
    if not any(type for _, type in typed):
        yield _api_error(planner.op("ApiError"), response.status)


def error_rows(operation: Operation, context: Context) -> list[ErrorRow]:
    """One row for each error class, content type and (but for the oldest format) class of status, in the order of their
    first code; errors with headers have rows of their own."""
    digits = 1 if context.config.format >= ERRORS_BY_SIDE else 0
    rows: dict[tuple[TypeId, str, str, bool], list[str]] = {}
    for response in sorted(operation.responses, key=lambda one: one.status.upper()):
        for type, media_type in _declared(response, context):
            row = (type.id, media_type, response.status[:digits], bool(response.headers))
            rows.setdefault(row, []).append(response.status)
    return [
        ErrorRow(model_view(id, context), tuple(map(status, codes)), Prose(media_type))
        for (id, media_type, _, _), codes in rows.items()
    ]


def _declared(response: Response, context: Context) -> list[tuple[RefType, str]]:
    """The error classes of one answer: 4XX, 5XX and default with a schema."""
    if not response.is_error:
        return []
    typed = ((error_class(context, content), content.media_type) for content in response.contents)
    return [(type, media_type) for type, media_type in typed if type is not None]
