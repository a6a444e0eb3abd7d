"""The runtime's plan of one operation, as an expression: parameters, body, answers, everything chosen now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.api import (
    Body,
    Content,
    MediaKind,
    Operation,
    Pagination,
    Parameter,
    PartEncoding,
    Response,
    RetryPolicy,
    SecurityAlternatives,
    Server,
    Style,
)
from generator.api_types import AnyType, Location, ObjectDef, Property, RefType, Scalar, ScalarType, Type
from generator.arguments import ArgumentSpec, Role
from generator.plan.context import Context
from generator.plan.layout import Doc, Group, call, flat, keyword, tuple_of
from generator.plan.scope import Scope
from generator.plan.types import Annotator, Flavour, is_nullable
from generator.sinks import header_token, string_literal, url_template
from generator.text import Code

_ENCODERS = {
    (Location.PATH, Style.SIMPLE): ("simple_explode", "simple"),
    (Location.PATH, Style.LABEL): ("label_explode", "label"),
    (Location.PATH, Style.MATRIX): ("matrix_explode", "matrix"),
    (Location.QUERY, Style.FORM): ("form", "form_joined"),
    (Location.QUERY, Style.SPACE_DELIMITED): ("form", "space_delimited"),
    (Location.QUERY, Style.PIPE_DELIMITED): ("form", "pipe_delimited"),
    (Location.QUERY, Style.DEEP_OBJECT): ("deep_object", "deep_object"),
    (Location.HEADER, Style.SIMPLE): ("header_simple_explode", "header_simple"),
    (Location.COOKIE, Style.FORM): ("cookie_form", "cookie_form_joined"),
}
"""By location and style: the encoder with `explode` and the one without."""
_DEFAULT_ENCODERS = {
    Location.PATH: "simple",
    Location.QUERY: "form",
    Location.HEADER: "header_simple",
    Location.COOKIE: "cookie_form",
}
_CONTENT_ENCODERS = {
    Location.PATH: "path_json",
    Location.QUERY: "query_json",
    Location.HEADER: "header_json",
    Location.COOKIE: "cookie_json",
}
_CONSTRUCTORS = {Location.PATH: "Path", Location.QUERY: "Query", Location.HEADER: "Header", Location.COOKIE: "Cookie"}
_PLAIN_TEXT = frozenset({Scalar.STRING, Scalar.NULL})


@dataclass(frozen=True, slots=True)
class Planner:
    """What the expressions of one module share: its scope and the annotator of type thunks."""

    context: Context
    scope: Scope
    thunks: Annotator

    @classmethod
    def of(cls, context: Context, scope: Scope) -> Planner:
        """A planner for one module."""
        return cls(context, scope, Annotator(context, scope, Flavour.THUNK))

    def op(self, name: str) -> str:
        """A name of the runtime's `operation` module."""
        return f"{self.scope.use('._runtime', 'operation', 'op')}.{name}"

    def thunk(self, type: Type) -> Doc:
        """`lambda: T`."""
        inner = self.thunks.inside(type)
        return f"lambda: {inner}" if isinstance(inner, str) else Group(f"lambda: {inner.head}", inner.items, inner.tail)

    def argument(self, operation: Operation, key: str) -> str:
        """The Python name of an argument."""
        return self.context.names.arguments[operation.id, key]


def operation_expression(planner: Planner, operation: Operation, specs: Sequence[ArgumentSpec]) -> Group:
    """The call that makes the plan of `operation`."""
    context = planner.context
    named = {s.parameter.id: planner.argument(operation, s.key) for s in specs if s.parameter is not None}
    rows = {
        at: tuple_of(_parameter(planner, p, named.get(p.id)) for p in _sent(operation, at))
        for at in (Location.QUERY, Location.HEADER, Location.COOKIE)
    }
    return call(
        planner.op("Operation"),
        keyword("id", string_literal(operation.operation_id or operation.id)),
        keyword("method", string_literal(operation.http_method)),
        keyword("path", _path(planner, operation, named)),
        _unless_empty("query", rows[Location.QUERY]),
        _unless_empty("headers", rows[Location.HEADER]),
        _unless_empty("cookies", rows[Location.COOKIE]),
        None if operation.body is None else keyword("body", _body(planner, operation, operation.body, specs)),
        _unless_empty("responses", tuple_of(response_rows(planner, operation))),
        None if operation.retries is None else keyword("retries", retries_expression(planner, operation.retries)),
        None if operation.timeout_ms is None else f"timeout_ms={operation.timeout_ms}",
        None if operation.security is None else keyword("security", security_expression(planner, operation.security)),
        _unless_empty("servers", tuple_of(server_expression(planner, s) for s in operation.servers)),
        _paging(planner, operation, specs),
        "result_required=True" if result_required(context, operation) else None,
        _idempotency(operation),
    )


def result_required(context: Context, operation: Operation) -> bool:
    """Whether an empty answer is an error: the options ask for it, and every success has content."""
    successes = [r for r in operation.responses if is_success(r)]
    return context.config.response_required and bool(successes) and all(r.contents for r in successes)


def is_success(response: Response) -> bool:
    """2XX, and not declared an error."""
    return not response.is_error and response.status.upper().startswith("2")


def _unless_empty(name: str, group: Group) -> Doc | None:
    return keyword(name, group) if group.items else None


def _idempotency(operation: Operation) -> str | None:
    """The header that is generated once per call."""
    if operation.idempotency_header is None:
        return None
    return f"idempotency_header={header_token(operation.idempotency_header)}"


# ------------------------------------------------------------------------------------------------------- parameters


def _sent(operation: Operation, location: Location) -> Iterable[Parameter]:
    return (p for p in operation.parameters if p.location is location)


def _parameter(planner: Planner, parameter: Parameter, argument: str | None) -> Group:
    """One row; a hidden global has no argument."""
    encoder = _encoder(parameter)
    is_default = encoder == _DEFAULT_ENCODERS[parameter.location]
    in_header = parameter.location is Location.HEADER
    reserved = parameter.allow_reserved and parameter.location in (Location.PATH, Location.QUERY)
    return call(
        planner.op(_CONSTRUCTORS[parameter.location]),
        "None" if argument is None else string_literal(argument),
        header_token(parameter.name) if in_header else string_literal(parameter.name),
        None if is_default else planner.op(encoder),
        None if _is_text(parameter.type) else keyword("type", planner.thunk(parameter.type)),
        _global_name(planner, parameter),
        "allow_reserved=True" if reserved else None,
        "required=True" if parameter.required and parameter.location is not Location.PATH else None,
    )


def _encoder(parameter: Parameter) -> str:
    """The runtime's function for location, style and explode."""
    if parameter.media_type is not None:
        return _CONTENT_ENCODERS[parameter.location]
    exploded, joined = _ENCODERS.get((parameter.location, parameter.style), ("", ""))
    default = _DEFAULT_ENCODERS[parameter.location]
    chosen = (exploded if parameter.explode else joined) or default
    simple = isinstance(parameter.type, ScalarType)
    # For a scalar the exploded and the joined form are one; the shorter plan is rendered.
    return default if simple and chosen in (exploded, joined) and default in (exploded, joined) else chosen


def _is_text(type: Type) -> bool:
    return isinstance(type, ScalarType) and type.scalar in _PLAIN_TEXT


def _global_name(planner: Planner, parameter: Parameter) -> str | None:
    """The key of the global that fills the parameter."""
    if not parameter.is_global:
        return None
    by_place = {(p.location, p.name): p.id for p in planner.context.api.globals}
    id = by_place.get((parameter.location, parameter.name), parameter.id)
    return f"global_name={string_literal(planner.context.names.globals[id])}"


def _path(planner: Planner, operation: Operation, named: dict[str, str]) -> Group:
    """Literal pieces and parameters in turn."""
    parameters = {p.name: p for p in _sent(operation, Location.PATH)}
    items: list[Doc] = []
    for piece, name in split_path(operation.path, parameters):
        if piece:
            items.append(url_template(piece))
        if name is not None:
            items.append(_parameter(planner, parameters[name], named.get(parameters[name].id)))
    return tuple_of(items)


def split_path(path: str, names: Iterable[str]) -> list[tuple[str, str | None]]:
    """Pairs of literal text and the parameter that follows it."""
    known = sorted(names, key=len, reverse=True)
    if not known:
        return [(path, None)]
    pattern = re.compile("|".join("\\{" + re.escape(name) + "\\}" for name in known))
    pieces: list[tuple[str, str | None]] = []
    end = 0
    for match in pattern.finditer(path):
        pieces.append((path[end : match.start()], match.group()[1:-1]))
        end = match.end()
    return [*pieces, (path[end:], None)]


# ------------------------------------------------------------------------------------------------------------- body


def _body(planner: Planner, operation: Operation, body: Body, specs: Sequence[ArgumentSpec]) -> Group:
    """One body, or the choice of several."""
    fields = [s for s in specs if s.role is Role.FIELD]
    whole = next((s for s in specs if s.role in (Role.BODY, Role.REQUEST)), None)
    argument = None if whole is None else planner.argument(operation, whole.key)
    contents = _flattened(body, fields) if fields or whole is None else body.contents
    made = [_one_body(planner, operation, body, content, argument, fields) for content in contents]
    return made[0] if len(made) == 1 else call(planner.op("BodyChoice"), tuple_of(made))


def _flattened(body: Body, fields: Sequence[ArgumentSpec]) -> tuple[Content, ...]:
    """The one content whose properties became arguments."""
    wanted = next((s.content for s in fields if s.content is not None), None)
    return (wanted or body.contents[0],)


def body_type(content: Content) -> Type:
    """The type of the value that a body of this kind is made from."""
    match content.kind:
        case MediaKind.JSON | MediaKind.FORM | MediaKind.MULTIPART:
            return content.type
        case MediaKind.TEXT:
            return ScalarType(Scalar.STRING)
        case MediaKind.BINARY | MediaKind.SSE | MediaKind.JSON_LINES:
            return ScalarType(Scalar.BINARY)


def _one_body(
    planner: Planner,
    operation: Operation,
    body: Body,
    content: Content,
    argument: str | None,
    fields: Sequence[ArgumentSpec],
) -> Group:
    """The body of one media type."""
    names = {MediaKind.JSON: "JsonBody", MediaKind.FORM: "FormBody", MediaKind.MULTIPART: "MultipartBody"}
    constructor = names.get(content.kind)
    required = "required=True" if body.required else None
    if constructor is None:
        kind, default = (
            ("TextBody", "text/plain") if content.kind is MediaKind.TEXT else ("BinaryBody", "application/octet-stream")
        )
        shown = string_literal(argument or "")
        return call(planner.op(kind), shown, _media_type(content, default), required)
    defaults = {
        "JsonBody": "application/json",
        "FormBody": "application/x-www-form-urlencoded",
        "MultipartBody": "multipart/form-data",
    }
    encodings = tuple_of(_part(planner, e) for e in content.encodings)
    flattened = tuple_of(_field(planner, operation, content, spec) for spec in fields)
    return call(
        planner.op(constructor),
        planner.thunk(content.type),
        None if argument is None else keyword("argument", string_literal(argument)),
        _unless_empty("fields", flattened),
        _media_type(content, defaults[constructor]),
        required,
        None if constructor == "JsonBody" else _unless_empty("encodings", encodings),
    )


def _media_type(content: Content, default: str) -> str | None:
    """Left out where it is the runtime's default."""
    return None if content.media_type == default else f"media_type={string_literal(content.media_type)}"


def _field(planner: Planner, operation: Operation, content: Content, spec: ArgumentSpec) -> Group:
    """One flattened property."""
    assert spec.property is not None
    owner = content.type
    assert isinstance(owner, RefType)
    name = planner.context.names.fields[owner.id, spec.property.name]
    return call(
        planner.op("Field"),
        string_literal(planner.argument(operation, spec.key)),
        string_literal(name),
        "nullable=True" if _takes_null(spec.property) else None,
    )


def _takes_null(property: Property) -> bool:
    """Whether `None` is sent as null: where the document says so, and where a required member may be anything."""
    return has_null(property.type) or (isinstance(property.type, AnyType) and property.required)


def has_null(type: Type) -> bool:
    """Whether null is a value of the type, or the only one."""
    return is_nullable(type) or (isinstance(type, ScalarType) and type.scalar is Scalar.NULL)


def _part(planner: Planner, encoding: PartEncoding) -> Group:
    """How one property of a form is written."""
    return call(
        planner.op("PartEncoding"),
        string_literal(encoding.property_name),
        None if encoding.content_type is None else f"content_type={string_literal(encoding.content_type)}",
        None if encoding.style is Style.FORM else f"style={string_literal(encoding.style)}",
        None if encoding.explode else "explode=False",
        "allow_reserved=True" if encoding.allow_reserved else None,
    )


# ---------------------------------------------------------------------------------------------------------- answers


def response_rows(planner: Planner, operation: Operation) -> list[Doc]:
    """The rows of all answers, the catch-all errors last."""
    rows: list[Doc] = []
    statuses: set[str] = set()
    for response in operation.responses:
        status = response.status
        statuses.add(status.upper())
        if is_success(response):
            rows.extend(_success(planner, response))
        elif response.is_error:
            rows.extend(_errors(planner, operation, response))
        else:
            # 1XX and 3XX: nothing that a caller could use; redirects are not followed.
            rows.append(call(planner.op("ApiError"), string_literal(status)))
    rows.extend(call(planner.op("ApiError"), f'"{s}"') for s in ("4XX", "5XX") if s not in statuses)
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


def _errors(planner: Planner, operation: Operation, response: Response) -> Iterable[Doc]:
    """Declared error schemas; anything else of this status is the default error."""
    context = planner.context
    status = string_literal(response.status)
    typed = [(content, error_class(context, content)) for content in response.contents]
    for content, type in typed:
        if type is None:
            continue
        namespace = planner.scope.use(".", context.error_namespace)
        data_namespace = planner.scope.use(".", "models")
        message = tuple_of(string_literal(step) for step in operation.error_message_path)
        yield call(
            planner.op("JsonError"),
            status,
            string_literal(content.media_type),
            f"lambda: {namespace}.{context.names.classes[type.id]}",
            f"lambda: {data_namespace}.{context.names.error_data[type.id]}",
            _unless_empty("message", message),
        )
    if not any(type for _, type in typed):
        yield call(planner.op("ApiError"), status)


# ------------------------------------------------------------------------------------------------------ other parts


def retries_expression(planner: Planner, policy: RetryPolicy) -> Group:
    """`x-speakeasy-retries`."""
    return call(
        planner.op("Retries"),
        f"initial_interval={policy.initial_interval_ms}",
        f"max_interval={policy.max_interval_ms}",
        f"exponent={policy.exponent!r}",
        f"max_elapsed_time={policy.max_elapsed_time_ms}",
        keyword("status_codes", tuple_of(string_literal(code) for code in policy.status_codes)),
        "retry_connection_errors=True" if policy.retry_connection_errors else None,
    )


def security_expression(planner: Planner, alternatives: SecurityAlternatives) -> Group:
    """OR of ANDs."""
    return tuple_of(
        tuple_of(
            call(planner.op("SecurityUse"), string_literal(use.scheme), _scopes(use.scopes)) for use in alternative
        )
        for alternative in alternatives
    )


def _scopes(scopes: tuple[str, ...]) -> Doc | None:
    return tuple_of(string_literal(scope) for scope in scopes) if scopes else None


def server_expression(planner: Planner, server: Server) -> Group:
    """One server; the constructor argument of a variable is found by its name."""
    rows = tuple_of(
        call(
            f"{planner.scope.use('._runtime', 'configuration')}.ServerVariable",
            string_literal(v.name),
            string_literal(v.default),
            tuple_of(string_literal(value) for value in v.enum) if v.enum else None,
            _variable_argument(planner, v.name),
        )
        for v in server.variables
    )
    identity = None if server.server_id is None else f"server_id={string_literal(server.server_id)}"
    return call(planner.op("Server"), string_literal(server.url), _unless_empty("variables", rows), identity)


def _variable_argument(planner: Planner, name: str) -> str | None:
    argument = planner.context.names.server_variables.get(name)
    return None if argument is None else f"argument={string_literal(argument)}"


# ----------------------------------------------------------------------------------------------------------- paging


def _paging(planner: Planner, operation: Operation, specs: Sequence[ArgumentSpec]) -> Doc | None:
    """`x-speakeasy-pagination`."""
    paging = operation.pagination
    if paging is None:
        return None
    inputs = tuple_of(_inputs(planner, operation, paging, specs))
    return keyword(
        "paging",
        call(
            planner.op("Paging"),
            string_literal(paging.kind),
            _unless_empty("inputs", inputs),
            *(_steps(name, steps) for name, steps in _outputs(paging)),
        ),
    )


def _outputs(paging: Pagination) -> tuple[tuple[str, tuple[str | int, ...] | None], ...]:
    return (
        ("results", paging.results),
        ("num_pages", paging.num_pages),
        ("next_cursor", paging.next_cursor),
        ("next_url", paging.next_url),
    )


def _steps(name: str, steps: tuple[str | int, ...] | None) -> Doc | None:
    if steps is None:
        return None
    return keyword(name, tuple_of(string_literal(s) if isinstance(s, str) else str(s) for s in steps))


def _inputs(planner: Planner, operation: Operation, paging: Pagination, specs: Sequence[ArgumentSpec]) -> Iterable[Doc]:
    """Where each input of the next page goes; one that the method does not take is left out."""
    for wanted in paging.inputs:
        for spec in specs:
            found = _takes(planner, spec, wanted.where, wanted.name)
            if found is None:
                continue
            path, default = found
            yield call(
                planner.op("PagingInput"),
                string_literal(wanted.role),
                string_literal(planner.argument(operation, spec.key)),
                tuple_of(string_literal(step) for step in path) if path else None,
                None if default is None else f"default={default}",
            )
            break


def _takes(planner: Planner, spec: ArgumentSpec, where: str, name: str) -> tuple[tuple[str, ...], int | None] | None:
    """The path inside the argument and the default, if the argument holds the input `name`."""
    if where == "parameters":
        matches = spec.parameter is not None and spec.parameter.name == name
        return ((), _whole(spec.parameter.default)) if matches and spec.parameter is not None else None
    if spec.role is Role.FIELD and spec.property is not None and spec.property.name == name:
        return (), _whole(spec.property.default)
    if spec.role in (Role.BODY, Role.REQUEST):
        type = None if spec.content is None else spec.content.type
        if isinstance(type, RefType):
            definition = planner.context.definition(type.id)
            for property in definition.properties if isinstance(definition, ObjectDef) else ():
                if property.name == name:
                    return (name,), _whole(property.default)
    return None


def _whole(default: object) -> int | None:
    """The default of a limit or an offset, where it is a whole number."""
    value = getattr(default, "value", None)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def one_line(doc: Doc) -> Code:
    """For tests and small expressions."""
    return Code(flat(doc))
