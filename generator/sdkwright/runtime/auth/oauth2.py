"""OAuth 2.0 client credentials (RFC 6749, section 4.4): tokens cached per client and scopes, one refresh in flight."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..adapter.locks import renew_in_forks
from ..encode.parameters import quote

if TYPE_CHECKING:
    from anyio import Lock
    from anyio.lowlevel import RunVar

_EARLY_S = 60.0
"""A token is renewed this long before it ends, or after nine tenths of a shorter life."""


_DIGITS = 12
"""Of a number of seconds."""


class ClientCredentials(NamedTuple):
    """What the token endpoint asks for.  Equal credentials and scopes share a token."""

    client_id: str
    client_secret: str
    token_url: str
    scopes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"ClientCredentials(client_id={self.client_id!r}, token_url={self.token_url!r}, scopes={self.scopes!r})"


class Token(NamedTuple):
    """An access token; `ends` is on the monotonic clock, in seconds; None: it has no known end."""

    value: str
    ends: float | None

    def __repr__(self) -> str:
        return f"Token(ends={self.ends!r})"


def token_request_body(credentials: ClientCredentials) -> bytes:
    """The form that asks for a token (section 4.4.2, with the client's password in the body, section 2.3.1)."""
    fields = [
        ("grant_type", "client_credentials"),
        ("client_id", credentials.client_id),
        ("client_secret", credentials.client_secret),
    ]
    if credentials.scopes:
        fields.append(("scope", " ".join(credentials.scopes)))
    return "&".join([f"{name}={quote(value)}" for name, value in fields]).encode("ascii")


def read_token(content: bytes, now: float) -> Token:
    """The token of a successful answer (section 5.1).  Raises `ValueError`, without the content, if there is none."""
    import json

    try:
        answer: Any = json.loads(content)
    except (ValueError, RecursionError):  # no JSON, or brackets without end
        raise ValueError("the token endpoint did not answer with JSON") from None
    fields = cast("dict[str, Any]", answer) if isinstance(answer, dict) else {}
    value = fields.get("access_token")
    kind = fields.get("token_type", "Bearer")
    if not isinstance(value, str) or not value:
        raise ValueError("the token endpoint's answer has no access_token")
    if not all(" " <= sign <= "~" for sign in value):  # RFC 6749, appendix A.12
        raise ValueError("the token endpoint's access_token is none that a header can have")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise ValueError("the token endpoint's token is not a bearer token")
    seconds = _seconds(fields.get("expires_in"))
    return Token(value, None if seconds is None else now + max(seconds - _EARLY_S, seconds * 0.9))


def _seconds(value: object) -> float | None:
    """A number of seconds; None for what is none, or none that anybody lives to see."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[: _DIGITS + 1])
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**_DIGITS:
        return float(value)
    return None


class TokenCache:
    """The tokens of one SDK object.  Safe in threads and in event loops."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._tokens: dict[ClientCredentials, Token] = {}
        self._locks: dict[ClientCredentials, threading.Lock] = {}
        self._guard = threading.Lock()
        self._async_locks: RunVar[dict[ClientCredentials, Lock]] | None = None
        renew_in_forks(self)

    def cached(self, credentials: ClientCredentials) -> str | None:
        """A token that has not ended."""
        token = self._tokens.get(credentials)
        if token is None or (token.ends is not None and token.ends <= self._monotonic()):
            return None
        return token.value

    def refused(self, credentials: ClientCredentials, value: str) -> None:
        """The server answered 401 to this token: forget it, unless another one came meanwhile."""
        with self._guard:
            token = self._tokens.get(credentials)
            if token is not None and token.value == value:
                del self._tokens[credentials]

    def get(self, credentials: ClientCredentials, fetch: Callable[[ClientCredentials], Token]) -> str:
        """A token; whoever comes while one is being fetched waits for that one."""
        found = self.cached(credentials)
        if found is not None:
            return found
        with self._guard:
            lock = self._locks.setdefault(credentials, threading.Lock())
        with lock:
            found = self.cached(credentials)
            if found is None:
                token = fetch(credentials)
                self._tokens[credentials] = token
                found = token.value
        return found

    async def get_async(
        self, credentials: ClientCredentials, fetch: Callable[[ClientCredentials], Awaitable[Token]]
    ) -> str:
        """The async twin of `get`; one fetch in flight per event loop."""
        found = self.cached(credentials)
        if found is not None:
            return found
        async with self._async_lock(credentials):
            found = self.cached(credentials)
            if found is None:
                token = await fetch(credentials)
                self._tokens[credentials] = token
                found = token.value
        return found

    def _async_lock(self, credentials: ClientCredentials) -> Lock:
        from anyio import Lock
        from anyio.lowlevel import RunVar

        with self._guard:
            if self._async_locks is None:
                self._async_locks = RunVar(f"locks of {id(self)}")
            variable = self._async_locks
        held = variable.get(None)
        locks: dict[ClientCredentials, Lock] = {} if held is None else held
        if held is None:
            variable.set(locks)
        return locks.setdefault(credentials, Lock())

    def after_fork(self) -> None:
        """In a forked child: a lock may be held by a thread that is not there any more."""
        self._guard = threading.Lock()
        self._locks = {}
