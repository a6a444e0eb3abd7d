"""Whether the document allows a request: its credentials, its parameters, its body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import assert_never

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Api, Content, MediaKind, Operation, Parameter, SecurityKind, SecurityScheme, Style
from sdkwright.ir.types import EnumDef, Json, Location, ObjectDef, RefType, ScalarType, Type, children
from sdkwright.ir.values import misfit
from sdkwright.mock.incoming import Incoming, RefusedError, pairs
from sdkwright.normalise.operations.media import bare
from sdkwright.problems import shown

_COMPARED = 64 * 1024
"""Bytes; a longer body is read, and not compared with its schema."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_FORMS: Mapping[Scalar, tuple[re.Pattern[str], str]] = {
    Scalar.INTEGER: (re.compile(r"-?[0-9]+"), "a whole number"),
    Scalar.BIGINT: (re.compile(r"-?[0-9]+"), "a whole number"),
    Scalar.NUMBER: (_NUMBER, "a number"),
    Scalar.DECIMAL: (_NUMBER, "a number"),
    Scalar.BOOLEAN: (re.compile(r"true|false"), "`true` or `false`"),
}


def check(api: Api, operation: Operation, incoming: Incoming, path: Mapping[str, str]) -> None:
    """Raises RefusedError for the first thing that the document does not allow; `path`: the values in it."""
    _check_security(api, operation, incoming)
    for parameter in operation.parameters:
        _check_parameter(api, parameter, incoming, path)
    _check_body(api, operation, incoming)


# ------------------------------------------------------------------------------------------------------- credentials


def _check_security(api: Api, operation: Operation, incoming: Incoming) -> None:
    """One of the alternatives must be there (OpenAPI 3.1, section 4.8.30); what it says is nobody's business here."""
    asked = api.security if operation.security is None else operation.security
    schemes = {scheme.key: scheme for scheme in api.security_schemes}
    known = [[schemes[use.scheme] for use in one if use.scheme in schemes] for one in asked]
    if not known or any(all(_has(incoming, scheme) for scheme in one) for one in known):
        return
    wanted = " or ".join(" and ".join(map(_place, one)) for one in known)
    raise RefusedError(HTTPStatus.UNAUTHORIZED, f"Credentials are missing: {wanted}", {"WWW-Authenticate": "Bearer"})


def _has(incoming: Incoming, scheme: SecurityScheme) -> bool:
    given = incoming.headers.get("Authorization", "").lower()
    match scheme.kind:
        case SecurityKind.BEARER | SecurityKind.OAUTH2_TOKEN | SecurityKind.OAUTH2_CLIENT_CREDENTIALS:
            return given.startswith("bearer ")
        case SecurityKind.BASIC:
            return given.startswith("basic ")
        case SecurityKind.HTTP_OTHER:
            return bool(given)
        case SecurityKind.API_KEY:
            return bool(_values(incoming, scheme.location or Location.HEADER, scheme.name or ""))
        case SecurityKind.MUTUAL_TLS:
            return True
        case _:
            assert_never(scheme.kind)


def _place(scheme: SecurityScheme) -> str:
    if scheme.kind is SecurityKind.API_KEY:
        return f"`{scheme.name}` ({(scheme.location or Location.HEADER).value})"
    return f"`Authorization` ({scheme.key})"


# -------------------------------------------------------------------------------------------------------- parameters


def _values(incoming: Incoming, location: Location, name: str) -> list[str]:
    """What was sent under a name; keys with brackets behind it count as well."""
    match location:
        case Location.QUERY:
            return [value for key, value in incoming.query if key == name or key.startswith(f"{name}[")]
        case Location.HEADER:
            return incoming.headers.get_all(name, [])
        case Location.COOKIE:
            return [value for key, value in incoming.cookies.items() if key == name]
        case Location.PATH:
            return []
        case _:
            assert_never(location)


def _check_parameter(api: Api, parameter: Parameter, incoming: Incoming, path: Mapping[str, str]) -> None:
    if parameter.location is Location.PATH:
        given = [path[parameter.name]] if parameter.name in path else []
    elif parameter.is_whole:
        given = ["all of it"] if incoming.query else []
    else:
        given = _values(incoming, parameter.location, parameter.name)
    if not given and parameter.required and not _is_spread(api, parameter):
        where = f"{parameter.location.value} parameter {shown(parameter.name)}"
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"The {where} is missing")
    plain = parameter.media_type is None and parameter.style in (Style.SIMPLE, Style.FORM) and not parameter.is_whole
    if len(given) == 1 and plain and (reason := _misfit(api, parameter.type, given[0])):
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"The parameter {shown(parameter.name)} is {reason}")


def _is_spread(api: Api, parameter: Parameter) -> bool:
    """Whether it is sent under other names than its own, or may be nothing: an exploded object, a list."""
    shape = parameter.type
    definition = api.types[shape.id] if isinstance(shape, RefType) else None
    whole = bool(children(shape)) or isinstance(definition, ObjectDef)
    return whole and parameter.media_type is None


def _misfit(api: Api, shape: Type, text: str) -> str | None:
    """Why a text is no value of a plain type, as the end of a sentence."""
    if isinstance(shape, ScalarType) and shape.scalar in _FORMS and not shape.or_string and not shape.nullable:
        form, noun = _FORMS[shape.scalar]
        return None if form.fullmatch(text) else f"not {noun}: {shown(text)}"
    definition = api.types[shape.id] if isinstance(shape, RefType) else None
    if isinstance(definition, EnumDef) and text not in set(map(_as_text, (one.value for one in definition.members))):
        return f"none of the values of the enum: {shown(text)}"
    return None


def _as_text(value: Json) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


# -------------------------------------------------------------------------------------------------------------- body


def _check_body(api: Api, operation: Operation, incoming: Incoming) -> None:
    body = operation.body
    if body is None:
        return
    if not incoming.body and not incoming.media_type:
        if body.required:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "The body is missing")
        return
    found = next((one for one in body.contents if _is_for(one, incoming.media_type)), None)
    if found is None:
        known = ", ".join(one.media_type for one in body.contents)
        given = shown(incoming.media_type) if incoming.media_type else "no content type"
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"The body is {given} and not {known}")
    for reason in _misfits(api, found, incoming):
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"The body does not fit its schema: {reason}")


def _is_for(content: Content, given: str) -> bool:
    """Whether a media type is one that a key of `content` stands for (OpenAPI 3.1, section 4.8.13): bytes of any kind
    may be sent without a type of their own."""
    kind = bare(content.media_type)
    if kind in (given, "*/*") or (kind.endswith("/*") and given.startswith(kind[:-1])):
        return True
    return content.kind is MediaKind.BINARY and given == "application/octet-stream"


def _misfits(api: Api, content: Content, incoming: Incoming) -> Iterator[str]:
    """What is wrong with a body; of forms only what is missing."""
    match content.kind:
        case MediaKind.JSON:
            value = incoming.json
            reason = misfit(api.types, content.type, value) if len(incoming.body) <= _COMPARED else None
            if reason is not None:
                yield reason
        case MediaKind.FORM:
            written = [key for key, _ in pairs(incoming.body.decode("utf-8", "replace"))]
            keys = {*written, *(key.partition("[")[0] for key in written)}
            yield from (f"{shown(name)} is missing" for name in _plain_and_required(api, content) if name not in keys)
        case MediaKind.MULTIPART:
            if "boundary=" not in incoming.headers.get("Content-Type", ""):
                yield "the content type has no boundary"
        case MediaKind.TEXT | MediaKind.BINARY | MediaKind.SSE | MediaKind.JSON_LINES:
            return
        case _:
            assert_never(content.kind)


def _plain_and_required(api: Api, content: Content) -> Iterator[str]:
    """The properties that are sent under their own names, and must be."""
    definition = api.types[content.type.id] if isinstance(content.type, RefType) else None
    for one in definition.properties if isinstance(definition, ObjectDef) else ():
        if one.required and one.default is None and not one.read_only and isinstance(one.type, ScalarType):
            yield one.name
