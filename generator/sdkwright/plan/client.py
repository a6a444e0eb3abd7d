"""The root class: its constructor (of each, where there are two), and what it tells the runtime of the SDK."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sdkwright.examples.calls import Examples
from sdkwright.ir.service import Parameter, Server
from sdkwright.plan import security
from sdkwright.plan.context import Context
from sdkwright.plan.deprecated import renaming
from sdkwright.plan.halves import halves
from sdkwright.plan.operation.policies import retries_expression, security_expression, server_expression
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.annotations import Annotator, Flavour, view
from sdkwright.plan.python.docstrings import examples as example_texts
from sdkwright.plan.python.docstrings import prose
from sdkwright.plan.python.fixed import fixed_parameters
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, Group, call, flat, framed, keyword, lay, mapping, subscript, tuple_of
from sdkwright.text.escape import docstring, identifier, string_literal
from sdkwright.text.fixed import CONSTRUCTOR, SECURITY, Fixed, beside
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import NO_CODE, NO_FOLDER, ErrorClass, Folder, OldName
from sdkwright.view.package import Client, ClientArgument, Constructor, Renaming, ServerView

_DEFAULT_TIMEOUT_MS = 600_000
_PARAMETERS = 8
_CLEAR = re.compile(r"http://(?:[^/?#@]*@)?(\[[^]]*\]|[^/?#:]*)", re.IGNORECASE)
"""A plain http URL, and its host."""
_LOOPBACK = re.compile(r"127(?:\.\d{1,3}){3}|(?:.*\.)?localhost|\[::1\]", re.IGNORECASE)
_ABSOLUTE = ("http://", "https://")


def client(
    context: Context, scope: Scope, planner: Planner, examples: Examples, errors: Sequence[ErrorClass]
) -> Client:
    """The view of the root class; the names it needs are imported into `scope`."""
    names, api = context.names, context.api
    alone = security.flattened(context)
    # Only the one argument's annotation is printed; those of a `security` object are for the docs and import nothing.
    credentials = (
        security.arguments(context, Scope(())) if alone is None else (security.argument(context, scope, alone),)
    )
    globals_ = tuple(_global(context, scope, examples, p) for p in api.globals)
    variables = _variables(context, scope)
    servers = tuple(_server(server) for server in api.servers)
    own_security = api.security_type if alone is None and credentials else None
    return Client(
        class_name=Code(names.sdk_class),
        variable=Code(names.variable),
        security_arguments=credentials,
        globals=globals_,
        server_variables=variables,
        servers=servers,
        http_library=Code(context.config.http_library),
        object_type=Code(scope.builtin("object")),
        runtime_configuration=_configuration(context, scope, planner),
        base_error=Code(names.base_error),
        default_error=Code(names.default_error),
        error_folder=Folder.of(names.error_folder),
        sends_in_clear=_is_clear(api.servers[0].url) if api.servers else False,
        needs_server_url=not any(server.url.lower().startswith(_ABSOLUTE) for server in api.servers),
        is_lenient=context.config.response_validation == "lenient",
        security_class=Code(names.classes[own_security]) if own_security is not None else None,
        security_folder=NO_FOLDER if own_security is None else context.folder(own_security),
        errors=tuple(errors),
        old_classes=tuple(_old_classes(context)),
        async_class=Code(names.async_class(names.sdk_class)) if names.is_split else NO_CODE,
    )


def _old_classes(context: Context) -> Iterator[OldName]:
    """Old names of the root class, or of both."""
    names = context.names
    for half in halves(names):
        new = half.class_name(names.sdk_class, names)
        yield from (OldName(identifier(half.class_name(old, names)), identifier(new)) for old in names.old.root)


def constructors(context: Context, scope: Scope, client: Client) -> Iterator[Constructor]:
    """That of each root class; the names it needs are imported into `scope`."""
    with_object = client.security_class is not None
    credentials, others = client.security_arguments, (*client.globals, *client.server_variables)
    own = _own_parameters(context, scope, credentials, others, with_object=with_object)
    arguments = others if with_object else (*credentials, *others)
    taken = {*(str(one.name) for one in arguments), *(former.old for former in context.names.old.client)}
    has_ids = any(server.server_id is not None for server in client.servers)
    listed = [one for one in beside(taken, CONSTRUCTOR) if has_ids or not one.with_server_ids]
    for half in halves(context.names):
        always = [one for one in listed if half.takes(one)]
        rest = tuple(fixed_parameters(always, scope))
        yield Constructor(
            signature=(*own, *rest),
            passed=tuple(_passed(client, always)),
            docstring=_docstring(credentials, others, always, with_object=with_object),
            renaming=_renaming(context, scope, arguments, own, rest),
        )


def _renaming(
    context: Context, scope: Scope, arguments: Sequence[ClientArgument], own: Sequence[Code], rest: Sequence[Code]
) -> Renaming | None:
    """Old names of the constructor's `arguments`, whose lines stand last among its `own`."""
    if not context.names.old.client:
        return None
    optional = scope.typing("Optional")
    before = len(own) - len(arguments)
    lines: list[tuple[str, Code, Doc]] = [
        (str(argument.name), line, subscript(optional, [argument.annotation]))
        for argument, line in zip(arguments, own[before:], strict=True)
    ]
    parameters = [*(("", line, "") for line in own[:before]), *lines, *(("", line, "") for line in rest)]
    return renaming(context.names.old.client, parameters, scope, _PARAMETERS, first=True)


# -------------------------------------------------------------------------------------------------------- arguments


def _global(context: Context, scope: Scope, examples: Examples, parameter: Parameter) -> ClientArgument:
    """A parameter of the whole SDK."""
    name = context.names.globals[parameter.id]
    environment = None
    if context.config.env_var_prefix is not None:
        environment = Code(f"{context.names.environment_prefix}_{name.strip('_').upper()}")
    annotator = Annotator(context, scope, Flavour.INPUT)
    return ClientArgument(
        name=Code(name),
        annotation=Code(flat(annotator.core(parameter.type))),
        environment=environment,
        description=prose(parameter.notes.description),
        type=view(parameter.type, context),
        required=parameter.required,
        example_value=examples.global_value(parameter),
        examples=example_texts(parameter.notes, context),
    )


def _is_clear(url: str) -> bool:
    """Whether a URL is plain http to a machine that is not this one."""
    found = _CLEAR.match(url)
    return found is not None and _LOOPBACK.fullmatch(found[1]) is None


def _variables(context: Context, scope: Scope) -> tuple[ClientArgument, ...]:
    """One for each variable of the servers' URLs."""
    told = {v.name: v.description for server in context.api.servers for v in server.variables}
    return tuple(
        ClientArgument(Code(argument), Code(scope.builtin("str")), None, prose(told.get(name)))
        for name, argument in context.names.server_variables.items()
    )


def _server(server: Server) -> ServerView:
    """One server for the docs."""
    return ServerView(
        url=Prose(server.url),
        description=prose(server.description),
        server_id=None if server.server_id is None else Prose(server.server_id),
        has_variables=bool(server.variables),
    )


def _own_parameters(
    context: Context,
    scope: Scope,
    credentials: Iterable[ClientArgument],
    others: Iterable[ClientArgument],
    *,
    with_object: bool,
) -> tuple[Code, ...]:
    """The parameters that come from the document, all optional."""
    optional = scope.typing("Optional")
    lines: list[Code] = []
    if with_object:
        lines.append(_parameter(SECURITY, subscript(optional, [security.object_annotation(context, scope)])))
    else:
        lines.extend(_parameter(a.name, subscript(optional, [a.annotation])) for a in credentials)
    lines.extend(_parameter(a.name, subscript(optional, [a.annotation])) for a in others)
    return tuple(lines)


def _parameter(name: str, annotation: Group) -> Code:
    return lay(framed(f"{name}: ", annotation, " = None"), _PARAMETERS, after=1)


def _passed(client: Client, always: Iterable[Fixed]) -> Iterable[Code]:
    """What the base class is called with."""
    yield Code("_CONFIGURATION")
    given: Doc = _by_name(client.security_arguments) if client.security_class is None else SECURITY
    yield lay(keyword(SECURITY, given), 12, after=1)
    yield lay(keyword("globals", _by_name(client.globals)), 12, after=1)
    yield lay(keyword("server_variables", _by_name(client.server_variables)), 12, after=1)
    yield from (Code(f"{one.name}={one.name}") for one in always)


def _by_name(arguments: Iterable[ClientArgument]) -> Group:
    return mapping((string_literal(a.name), str(a.name)) for a in arguments)


def _docstring(
    credentials: Sequence[ClientArgument],
    others: Iterable[ClientArgument],
    always: Iterable[Fixed],
    *,
    with_object: bool,
) -> Code:
    """One line for each parameter."""
    lines = ["Instantiates the SDK configuring it with the provided parameters.", ""]
    told: list[tuple[str, Prose | None]] = []
    if with_object:
        told.append((SECURITY, Prose("The security details required for authentication")))
    else:
        told.extend((a.name, a.description or Prose("The credential required for authentication")) for a in credentials)
    told.extend((a.name, a.description or Prose("Fills what calls leave out")) for a in others)
    told.extend((one.name, Prose(one.told)) for one in always)
    lines.extend(f":param {name}: {' '.join(text.raw.split())}" for name, text in told if text is not None)
    return docstring(["\n".join(lines)], 8)


# ---------------------------------------------------------------------------------------------------- configuration


def _configuration(context: Context, scope: Scope, planner: Planner) -> Code:
    """`_CONFIGURATION = configuration.Configuration(…)`, the right-hand side."""
    api, names = context.api, context.names
    errors = scope.package(names.error_folder)
    timeout = api.timeout_ms if api.timeout_ms is not None else _DEFAULT_TIMEOUT_MS
    globals_ = tuple_of(_global_row(context, scope, p) for p in api.globals)
    servers = tuple_of(server_expression(planner, server) for server in api.servers)
    schemes = security.schemes_expression(context, scope)
    made = call(
        f"{scope.use('._runtime', 'configuration')}.Configuration",
        keyword("package", scope.use("._version", "__title__")),
        keyword("version", scope.use("._version", "__version__")),
        keyword("module", string_literal(names.module)),
        keyword("prefix", string_literal(names.environment_prefix)),
        f"api_error=lambda: {errors}.{names.default_error}",
        f"validation_error=lambda: {errors}.ResponseValidationError",
        f"no_response_error=lambda: {errors}.NoResponseError",
        "http_library=_http_library",
        keyword("servers", servers) if servers.items else None,
        keyword("security_schemes", schemes) if schemes.items else None,
        keyword("security", security_expression(planner, api.security)) if api.security else None,
        keyword("globals", globals_) if globals_.items else None,
        f"timeout_ms={timeout}",
        None if api.retries is None else keyword("retries", retries_expression(planner, api.retries)),
        f"init_hooks=lambda: {scope.use('._hooks', 'registration')}.init_hooks",
        keyword("resources", _resources(context)),
        None if context.config.response_validation == "strict" else 'response_validation="lenient"',
    )
    return lay(framed("_CONFIGURATION = ", made))


def _resources(context: Context) -> Group:
    """The modules of the resource classes below the root."""
    return tuple_of(string_literal(g.module) for key, g in context.names.groups.items() if key)


def _global_row(context: Context, scope: Scope, parameter: Parameter) -> Group:
    name = context.names.globals[parameter.id]
    environment = None
    if context.config.env_var_prefix is not None:
        environment = string_literal(f"{context.names.environment_prefix}_{name.strip('_').upper()}")
    return call(f"{scope.use('._runtime', 'configuration')}.Global", string_literal(name), environment)
