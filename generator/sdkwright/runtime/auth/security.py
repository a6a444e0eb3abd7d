"""How a call proves who it is: which of the alternatives is satisfied, and what that puts into the request.

Everything here is pure but for the values that are callables; those are asked at each call.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..configuration import Configuration, SecurityScheme, SecurityUse
from ..encode.parameters import quote
from ..unset import UNSET
from ..values.rows import Row

if TYPE_CHECKING:
    from .oauth2 import ClientCredentials

Alternatives: TypeAlias = "tuple[tuple[SecurityUse, ...], ...]"
_COOKIE_OCTETS = r"[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]*"
"""RFC 6265, section 4.1.1."""


class Applied(Row):
    """What security adds to a request.  Not shown: all of it is secret."""

    headers: tuple[tuple[bytes, bytes], ...] = ()
    query: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    token: tuple[ClientCredentials, str] | None = None
    """The OAuth2 token in use, so that a 401 can have it renewed."""

    def __repr__(self) -> str:
        return "Applied(...)"


NOTHING = Applied()


def header_value(value: str, what: str) -> bytes:
    """The bytes of a header's value.  Raises `ValueError`, without the value, for control characters but the tab.

    The HTTP library would refuse them too, with the value in its message.
    """
    if not value.isprintable() and re.search(r"[\x00-\x08\x0A-\x1F\x7F]", value):
        raise ValueError(f"{what} must not contain line breaks or control characters")
    return value.strip(" \t").encode("utf-8")


def cookie_pair(name: str, value: str) -> str:
    """One pair of a Cookie header.  Raises `ValueError`, without the value, for what is no cookie octet."""
    if not re.fullmatch(_COOKIE_OCTETS, value):
        raise ValueError(f"the cookie {name!r} has a value with characters that a cookie cannot hold")
    return f"{name}={value}"


Need: TypeAlias = "Callable[[], object] | ClientCredentials"
"""What working out the security of a call may need from outside: a callable's answer, or a token."""


class Security:
    """The credentials of one SDK object."""

    def __init__(self, configuration: Configuration, source: object, lost: Mapping[str, str] | None = None) -> None:
        self._schemes = {scheme.key: scheme for scheme in configuration.security_schemes}
        self._alternatives = configuration.security
        self._source = source
        self._lost: Mapping[str, str] = lost or {}
        self._static: dict[int, tuple[Alternatives, Applied]] = {}
        self.secret_names = frozenset(
            scheme.name.lower() for scheme in configuration.security_schemes if scheme.name is not None
        )

    def __repr__(self) -> str:
        return "Security(...)"

    def static(self, own: Alternatives | None) -> Applied | None:
        """What was worked out before for these alternatives: kept where every value is plain text."""
        alternatives = self._alternatives if own is None else own
        found = self._static.get(id(alternatives))
        return found[1] if found is not None and found[0] is alternatives else None

    def apply(self, own: Alternatives | None, given: object, token_base: str) -> Generator[Need, Any, Applied]:
        """Work out what the first satisfied alternative adds; nothing, if none is satisfied.

        A generator: it yields what it needs and is sent the answers, so that the sync and the async way share it.

        Args:
            own: The operation's alternatives; None: the document's.
            given: The call's `security` argument, which replaces the constructor's; None: not given.
            token_base: The server's URL, for token URLs that are relative.
        """
        alternatives = self._alternatives if own is None else own
        source = self._source if given is None else given
        if callable(source):
            source = yield cast("Callable[[], object]", source)
        environment = given is None
        single = len({use.scheme for uses in alternatives for use in uses}) == 1
        asked: dict[str, object] = {}
        for uses in alternatives:
            for use in uses:
                if use.scheme not in asked:
                    scheme = self._schemes[use.scheme]
                    value = _own(source, scheme, single)
                    if callable(value):
                        value = yield cast("Callable[[], object]", value)
                    asked[use.scheme] = _settled(scheme, value, environment)
                if asked[use.scheme] is None:
                    break
            else:
                if any(self._schemes[use.scheme].kind != "mutualTLS" for use in uses):
                    applied = yield from self._add(uses, asked, token_base)
                    self._remember(alternatives, given, uses, applied)
                    return applied
        if given is None and self._lost:
            self._refuse_lost(alternatives)
        return NOTHING

    def _refuse_lost(self, alternatives: Alternatives) -> None:
        """Raises `ValueError` if a credential that was there before a pickle is wanted now."""
        for scheme in (self._schemes[use.scheme] for uses in alternatives for use in uses):
            if scheme.argument in self._lost:
                name = self._lost[scheme.argument]
                variables = " and ".join(scheme.environment)
                other = f", or set {variables}" if variables else ""
                raise ValueError(f"a pickle does not hold the credential {name!r}: give it to a new SDK object{other}")

    def _add(
        self, uses: tuple[SecurityUse, ...], values: Mapping[str, Any], token_base: str
    ) -> Generator[Need, Any, Applied]:
        headers: list[tuple[bytes, bytes]] = []
        query: list[str] = []
        cookies: list[str] = []
        token: tuple[ClientCredentials, str] | None = None
        for use in uses:
            scheme, value = self._schemes[use.scheme], values[use.scheme]
            if scheme.kind == "mutualTLS":
                continue
            if scheme.kind == "apiKey":
                _add_key(scheme, value, headers, query, cookies)
                continue
            if scheme.kind == "oauth2-client-credentials":
                credentials = _client_credentials(scheme, use, value, token_base)
                access = yield credentials
                token = (credentials, access)
                value = access
            headers.append((b"Authorization", _authorization(scheme, value)))
        return Applied(tuple(headers), tuple(query), tuple(cookies), token)

    def _remember(
        self, alternatives: Alternatives, given: object, uses: tuple[SecurityUse, ...], applied: Applied
    ) -> None:
        """Keep what cannot change: it came from text that the constructor was given."""
        source = _mapping(self._source)
        if given is not None or applied.token is not None or source is None:
            return
        values = [source.get(self._schemes[use.scheme].argument) for use in uses]
        if uses is alternatives[0] and all(isinstance(value, str) and value for value in values):
            self._static[id(alternatives)] = (alternatives, applied)


def _mapping(source: object) -> Mapping[str, object] | None:
    return cast("Mapping[str, object]", source) if isinstance(source, Mapping) else None


def _field(source: object, name: str) -> object:
    """A field of a mapping, a model or any object."""
    mapping = _mapping(source)
    return mapping.get(name) if mapping is not None else getattr(source, name, None)


def _own(source: object, scheme: SecurityScheme, single: bool) -> object:
    """The value of one scheme: the source's field, or the source itself where only one scheme can be meant."""
    if source is None:
        return None
    if single and isinstance(source, str | tuple):
        return cast("object", source)
    value = _field(source, scheme.argument)
    return None if value is UNSET else value


def _settled(scheme: SecurityScheme, value: object, environment: bool) -> object:
    """The value in the form its kind needs: text, a pair, or the credentials' mapping; None where it is not given."""
    if scheme.kind == "mutualTLS":
        return True
    variables = [os.environ.get(name, "") for name in scheme.environment] if environment else []
    if scheme.kind == "basic":
        return _pair(value, "username", "password") or (
            tuple(variables) if len(variables) == 2 and any(variables) else None
        )
    if scheme.kind == "oauth2-client-credentials":
        return _client(value) or _client(
            dict(zip(("client_id", "client_secret", "token_url"), variables, strict=False))
        )
    text = value if value is not None else ""
    if not isinstance(text, str):
        text = _field(text, scheme.argument)
    if text is not None and not isinstance(text, str):
        raise TypeError(f"the credential {scheme.argument!r} must be text, not {type(text).__name__}")
    return text or (variables[0] if variables else "") or None


def _pair(value: object, first: str, second: str) -> tuple[str, str] | None:
    """Two texts: of a pair, of `first:second`, or of the two fields.  None if both are missing."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        head, _, tail = value.partition(":")
        return head, tail
    if isinstance(value, tuple):
        head, tail = cast("tuple[str, str]", value)
        return head, tail
    found = _field(value, first), _field(value, second)
    if not any(found):
        return None
    return str(found[0] or ""), str(found[1] or "")


def _client(value: object) -> tuple[str, str, str, tuple[str, ...] | None] | None:
    """Client id, client secret, token URL ("": the document's) and scopes (None: the operation's)."""
    pair = _pair(value, "client_id", "client_secret")
    if pair is None or not all(pair):
        return None
    if isinstance(value, str | tuple):
        return *pair, "", None
    scopes = _field(value, "scopes")
    chosen = tuple(cast("Iterable[str]", scopes)) if isinstance(scopes, list | tuple) else None
    return *pair, str(_field(value, "token_url") or ""), chosen


def _client_credentials(
    scheme: SecurityScheme, use: SecurityUse, value: tuple[str, str, str, tuple[str, ...] | None], base: str
) -> ClientCredentials:
    from .oauth2 import ClientCredentials

    client_id, secret, token_url, scopes = value
    url = token_url or scheme.token_url or ""
    if url.startswith("/"):
        scheme_part, _, rest = base.partition("://")
        url = f"{scheme_part}://{rest.partition('/')[0]}{url}"
    if not url:
        raise ValueError(f"the security scheme {scheme.key!r} has no token URL: give one as token_url")
    return ClientCredentials(client_id, secret, url, use.scopes if scopes is None else scopes)


def _authorization(scheme: SecurityScheme, value: Any) -> bytes:
    what = f"the credential {scheme.argument!r}"
    if scheme.kind == "basic":
        from base64 import b64encode

        user, password = cast("tuple[str, str]", value)
        return b"Basic " + b64encode(f"{user}:{password}".encode())
    text = cast("str", value)
    if scheme.kind != "http-other" and text[:7].lower() != "bearer ":
        text = f"Bearer {text}"
    return header_value(text, what)


def _add_key(
    scheme: SecurityScheme, value: str, headers: list[tuple[bytes, bytes]], query: list[str], cookies: list[str]
) -> None:
    name = scheme.name or scheme.key
    if scheme.location == "query":
        query.append(f"{quote(name)}={quote(value)}")
    elif scheme.location == "cookie":
        cookies.append(cookie_pair(name, value))
    else:
        headers.append((name.encode("ascii"), header_value(value, f"the credential {scheme.argument!r}")))
