"""Security schemes and requirements (OpenAPI 3.1, sections 4.8.27 to 4.8.30)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from sdkwright.frozen import replace
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Operation, SecurityAlternatives, SecurityKind, SecurityScheme, SecurityUse
from sdkwright.ir.types import Json, Location, Notes, ObjectDef, Origin, Property, Root, ScalarType, TypeId
from sdkwright.normalise.nodes import Node, mapping, sequence, text
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.openapi.pointer import join
from sdkwright.problems import shown
from sdkwright.problems.codes.document import SECURITY_SCHEME, UNKNOWN_SECURITY

SECURITY_TYPE: Final = TypeId("#/components/securitySchemes!security")
_SCHEMES: Final = "#/components/securitySchemes"
_ADDRESS: Final = re.compile(r"https?://[^/{}\s][^{}\s]*|/[^{}\s]*", re.IGNORECASE)
"""A token URL: whole, or a path of the server."""


def schemes(walk: Walk, node: Json, *, client_credentials: bool) -> tuple[SecurityScheme, ...]:
    """All declared schemes, in document order.

    Without `client_credentials` the caller brings the token that the client would fetch.
    """
    found: list[SecurityScheme] = []
    for key, entry in mapping(node).items():
        place = walk.references.node(join(_SCHEMES, key), entry)
        own = mapping(place.node)
        if (reason := walk.features.ignored(own)) is not None:
            walk.report.left_out("keyword", join(_SCHEMES, key), reason)
            continue
        made = _scheme(walk, key, own, client_credentials)
        if made is None:
            walk.report.skipped(
                "keyword",
                SECURITY_SCHEME,
                f"The security scheme {shown(key)} is of no known type; it is left out",
                place.pointer,
                remedy="Use http, apiKey, oauth2, openIdConnect or mutualTLS.",
            )
        else:
            found.append(made)
    return tuple(found)


def _scheme(walk: Walk, key: str, node: Node, client_credentials: bool) -> SecurityScheme | None:
    token_url: str | None = None
    name: str | None = None
    location: Location | None = None
    match node.get("type"):
        case "http":
            kind = _http(text(node.get("scheme")) or "")
        case "apiKey":
            name = text(node.get("name"))
            where = text(node.get("in"))
            if name is None or where not in ("header", "query", "cookie"):
                return None
            kind, location = SecurityKind.API_KEY, Location(where)
        case "oauth2":
            kind, token_url = _oauth(mapping(node.get("flows")), client_credentials)
            if kind is SecurityKind.OAUTH2_CLIENT_CREDENTIALS and token_url and not _ADDRESS.fullmatch(token_url):
                message = (
                    f"The `tokenUrl` {shown(token_url, 80)} is no address that a client can send to; it is not used"
                )
                remedy = "Write a whole address or a path; until then, callers have to say `token_url`."
                walk.report.degraded("keyword", SECURITY_SCHEME, message, join(_SCHEMES, key), remedy)
                token_url = None
        case "openIdConnect":
            kind = SecurityKind.OAUTH2_TOKEN
        case "mutualTLS":
            kind = SecurityKind.MUTUAL_TLS
        case _:
            return None
    return SecurityScheme(
        id=join(_SCHEMES, key),
        key=key,
        kind=kind,
        name=name,
        location=location,
        description=walk.features.doc_text(node, "description"),
        token_url=token_url,
        name_override=walk.features.name_override(node),
        example=walk.features.security_example(node),
    )


def _http(scheme: str) -> SecurityKind:
    match scheme.lower():
        case "bearer":
            return SecurityKind.BEARER
        case "basic":
            return SecurityKind.BASIC
        case _:
            return SecurityKind.HTTP_OTHER


def _oauth(flows: Node, client_credentials: bool) -> tuple[SecurityKind, str | None]:
    for name in ("clientCredentials", *flows):
        flow = mapping(flows.get(name))
        if flow:
            fetched = name == "clientCredentials" and client_credentials
            kind = SecurityKind.OAUTH2_CLIENT_CREDENTIALS if fetched else SecurityKind.OAUTH2_TOKEN
            return kind, text(flow.get("tokenUrl"))
    return SecurityKind.OAUTH2_TOKEN, None


def requirements(walk: Walk, at: str, node: Json, known: frozenset[str]) -> SecurityAlternatives:
    """An OR of ANDs.  A requirement of a scheme that is not declared cannot be met, so its alternative is left out."""
    found: list[tuple[SecurityUse, ...]] = []
    for index, entry in enumerate(sequence(node)):
        uses: list[SecurityUse] = []
        for key, scopes in mapping(entry).items():
            if key not in known:
                walk.report.skipped(
                    "keyword",
                    UNKNOWN_SECURITY,
                    f"No security scheme {shown(key)} is declared; this alternative is left out",
                    join(at, index, key),
                    remedy="Declare it under components/securitySchemes.",
                )
                break
            uses.append(SecurityUse(key, tuple(scope for scope in sequence(scopes) if isinstance(scope, str))))
        else:
            found.append(tuple(uses))
    return tuple(found)


def named_first(found: tuple[SecurityScheme, ...], named: SecurityAlternatives) -> tuple[SecurityScheme, ...]:
    """The schemes in the order in which the document's own security names them; the others follow as declared."""
    order = list(dict.fromkeys(use.scheme for uses in named for use in uses))
    return tuple(sorted(found, key=lambda scheme: (*order, scheme.key).index(scheme.key)))


def security_class(walk: Walk, found: tuple[SecurityScheme, ...]) -> TypeId | None:
    """The class of all credentials: one optional text for each scheme that sends something."""
    properties = _credentials(found, required=False)
    if not properties:
        return None
    walk.add(ObjectDef(SECURITY_TYPE, Origin(Root.SECURITY), properties))
    return SECURITY_TYPE


def with_own_security(
    walk: Walk,
    made: Iterable[Operation],
    found: tuple[SecurityScheme, ...],
    security: SecurityAlternatives,
    *,
    hoists: bool,
) -> list[Operation]:
    """The operations, with a class of credentials for each that asks for others than the constructor takes; if it
    `hoists`, the constructor takes what all ask for."""
    operations = list(made)
    asked = [_ways(one.security) for one in operations if one.security]
    for index, one in enumerate(operations):
        own = one.security
        if not own or own == security or not any(own) or (hoists and _is_covered(_ways(own), _ways(security), asked)):
            continue
        named = {use.scheme for uses in own for use in uses}
        properties = _credentials((each for each in found if each.key in named), required=len(own) == 1)
        if properties:
            type_id = TypeId(f"{one.id}!security")
            walk.anchor = (2, index, 3)
            walk.add(ObjectDef(type_id, Origin(Root.SECURITY, operation=one.id), properties))
            operations[index] = replace(one, security_type=type_id)
    return operations


_Ways: TypeAlias = set[frozenset[str]]
"""Alternatives without scopes, which do not count."""


def _is_covered(own: _Ways, security: _Ways, asked: Iterable[_Ways]) -> bool:
    """Whether the constructor's credentials are all that is asked for: each way is one of the document's, or the
    document has none and all operations that ask for something ask for the same."""
    return own <= security if security else all(ways == own for ways in asked)


def _ways(alternatives: SecurityAlternatives | None) -> _Ways:
    return {frozenset(use.scheme for use in uses) for uses in alternatives or () if uses}


def _credentials(found: Iterable[SecurityScheme], *, required: bool) -> tuple[Property, ...]:
    """One text for each scheme that sends something."""
    return tuple(
        Property(
            scheme.id,
            scheme.key,
            ScalarType(Scalar.STRING),
            required,
            notes=Notes(description=scheme.description),
            name_override=scheme.name_override,
        )
        for scheme in found
        if scheme.kind is not SecurityKind.MUTUAL_TLS
    )
