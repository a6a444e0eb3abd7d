"""The constructor's credentials: one argument when one scheme is all there is, else one `security` object."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.ir.service import Operation, SecurityKind, SecurityScheme
from sdkwright.ir.types import TypeId
from sdkwright.plan.context import Context
from sdkwright.plan.python.docstrings import prose
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, Group, call, keyword, subscript, tuple_of
from sdkwright.text.escape import string_literal
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.models import TypeKind, TypeView
from sdkwright.view.package import ClientArgument
from sdkwright.view.samples import CallSample, DataSample, DictSample, Given, Import, ModelSample, Sample

_PLACEHOLDERS = {
    SecurityKind.BEARER: "<YOUR_BEARER_TOKEN_HERE>",
    SecurityKind.OAUTH2_TOKEN: "<YOUR_OAUTH2_TOKEN_HERE>",
    SecurityKind.API_KEY: "<YOUR_API_KEY_HERE>",
    SecurityKind.BASIC: "<YOUR_USERNAME_HERE>:<YOUR_PASSWORD_HERE>",
    SecurityKind.OAUTH2_CLIENT_CREDENTIALS: "<YOUR_CLIENT_ID_HERE>:<YOUR_CLIENT_SECRET_HERE>",
    SecurityKind.HTTP_OTHER: "<YOUR_AUTHORIZATION_HERE>",
}
_ENDINGS = {
    SecurityKind.BASIC: ("_USERNAME", "_PASSWORD"),
    SecurityKind.OAUTH2_CLIENT_CREDENTIALS: ("_CLIENT_ID", "_CLIENT_SECRET", "_TOKEN_URL"),
    SecurityKind.MUTUAL_TLS: (),
}
_WITH_TOKEN_URL = DictSample(
    (
        ("client_id", DataSample("<YOUR_CLIENT_ID_HERE>")),
        ("client_secret", DataSample("<YOUR_CLIENT_SECRET_HERE>")),
        ("token_url", DataSample("https://api.example.com/oauth/token")),
    )
)
_PAIRS = frozenset({SecurityKind.BASIC, SecurityKind.OAUTH2_CLIENT_CREDENTIALS})


def arguments(context: Context, scope: Scope) -> tuple[ClientArgument, ...]:
    """One for each scheme that the caller gives something for."""
    schemes = (s for s in context.api.security_schemes if s.kind is not SecurityKind.MUTUAL_TLS)
    return tuple(argument(context, scope, scheme) for scheme in schemes)


def argument(context: Context, scope: Scope, scheme: SecurityScheme) -> ClientArgument:
    """A credential; its annotation is that of the constructor argument."""
    environment = _environment(context, scheme)
    is_sure = not context.config.flatten_global_security and len(context.api.security) == 1
    return ClientArgument(
        name=Code(context.names.security[scheme.key]),
        annotation=Code(_annotation(scheme, scope)),
        environment=Code(environment[0]) if len(environment) == 1 else None,
        description=prose(scheme.description),
        type=TypeView(TypeKind.SCALAR, Code("str")),
        example_value=_example(scheme, environment),
        required=is_sure,
        examples=(Prose(scheme.example),) if scheme.example else (),
    )


def _example(scheme: SecurityScheme, environment: Sequence[str]) -> Sample:
    """The environment variable that holds it whole; else the document's example, else a placeholder; credentials that
    are exchanged for a token say where, if the document does not."""
    if len(environment) == 1:
        return CallSample(Code("os.getenv"), Import(Code("os")), (DataSample(environment[0]), DataSample("")))
    if scheme.kind is SecurityKind.OAUTH2_CLIENT_CREDENTIALS and not (scheme.token_url or scheme.example):
        return _WITH_TOKEN_URL
    given = scheme.example or _PLACEHOLDERS.get(scheme.kind, "")
    # Examples of a name and a password are often written with a semicolon, which is no sign of RFC 7617.
    return DataSample(given.replace(";", ":", 1) if scheme.kind in _PAIRS and ":" not in given else given)


def _annotation(scheme: SecurityScheme, scope: Scope) -> str:
    """Text, or a callable that is asked at each call; pairs for the schemes that need two values."""
    text = scope.builtin("str")
    union, callable_ = scope.typing("Union"), scope.use("collections.abc", "Callable")
    awaitable = scope.use("collections.abc", "Awaitable")
    value = text
    if scheme.kind in _PAIRS:
        pair = f"{scope.typing('Tuple')}[{text}, {text}]"
        value = f"{union}[{text}, {pair}, {scope.use('collections.abc', 'Mapping')}[{text}, {text}]]"
    return f"{union}[{value}, {callable_}[[], {value}], {callable_}[[], {awaitable}[{value}]]]"


def flattened(context: Context) -> SecurityScheme | None:
    """The one scheme that is a constructor argument of its own; None when there is no such."""
    api = context.api
    if not context.config.flatten_global_security:
        return None
    uses = {use.scheme for alternative in api.security for use in alternative}
    if not uses:
        every = (op.security for op in api.operations if op.security)
        uses = {use.scheme for alternatives in every for alternative in alternatives for use in alternative}
    named = [s for s in api.security_schemes if s.key in uses and s.kind is not SecurityKind.MUTUAL_TLS]
    return named[0] if len(named) == 1 and len(uses) == 1 else None


def sample(context: Context, operation: Operation, own: TypeId) -> Sample:
    """What a sample passes as `security`: what the first way needs."""
    named = {use.scheme for use in next(filter(None, operation.security or ()), ())}
    schemes = [s for s in context.api.security_schemes if s.key in named and s.key in context.names.security]
    return ModelSample(
        context.folder(own),
        Code(context.names.classes[own]),
        tuple(Given(Code(context.names.security[s.key]), _example(s, _environment(context, s))) for s in schemes),
    )


def schemes_expression(context: Context, scope: Scope) -> Group:
    """The rows of `security_schemes=`."""
    configuration = scope.use("._runtime", "configuration")
    return tuple_of(
        call(
            f"{configuration}.SecurityScheme",
            string_literal(scheme.key),
            string_literal(scheme.kind),
            string_literal(context.names.security.get(scheme.key, scheme.key)),
            None if scheme.name is None else keyword("name", string_literal(scheme.name)),
            None if scheme.location is None else keyword("location", string_literal(scheme.location)),
            _environment_row(_environment(context, scheme)),
            None if scheme.token_url is None else keyword("token_url", string_literal(scheme.token_url)),
        )
        for scheme in context.api.security_schemes
    )


def _environment(context: Context, scheme: SecurityScheme) -> tuple[str, ...]:
    """The variables that are read when the argument is not given; none without a prefix in the options."""
    if context.config.env_var_prefix is None or scheme.key not in context.names.security:
        return ()
    base = f"{context.names.environment_prefix}_{context.names.security[scheme.key].strip('_').upper()}"
    return tuple(base + ending for ending in _ENDINGS.get(scheme.kind, ("",)))


def _environment_row(names: tuple[str, ...]) -> Doc | None:
    return keyword("environment", tuple_of(string_literal(name) for name in names)) if names else None


def object_annotation(context: Context, scope: Scope) -> Doc:
    """Of the `security` argument: the model, its TypedDict, or a callable that returns either."""
    assert context.api.security_type is not None
    models = scope.use(".", "models")
    names = context.names
    twin = names.typed_dicts.get(context.api.security_type)
    one = f"{models}.{names.classes[context.api.security_type]}"
    both = [one] if twin is None else [one, f"{models}.{twin}"]
    callable_ = scope.use("collections.abc", "Callable")
    return subscript(scope.typing("Union"), [*both, f"{callable_}[[], {one}]"])
