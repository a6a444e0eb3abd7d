"""One call, from its arguments to the request that is sent at each attempt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from ..adapter.library import ACCEPT_ENCODING, keep_content
from ..adapter.urls import is_loopback
from ..auth.security import NOTHING, Applied, header_value
from ..hooks import HookContext
from ..operations.plan import Prepared, prepare
from .timeouts import Deadline, limit_of

if TYPE_CHECKING:
    from ..adapter.library import Library
    from ..adapter.urls import Base
    from ..encode.payload import Payload
    from ..http import HeaderItems, Request, Response
    from ..operation import Operation, Options
    from ..operations.policy import Policy
    from .core import Core

_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests say that their body is empty (RFC 9110, section 8.6)."""


class Call:
    """The state of one call.  Made per call, so that nothing of a call is kept anywhere else."""

    __slots__ = (
        "_cookies",
        "_extra",
        "_further",
        "_headers",
        "_page_url",
        "_path",
        "_query",
        "applied",
        "attempt",
        "base",
        "core",
        "deadline",
        "library",
        "operation",
        "payload",
        "policy",
        "prepared",
        "response",
        "sent",
        "supplied",
    )

    def __init__(
        self,
        core: Core,
        operation: Operation[Any, Any],
        arguments: Mapping[str, object],
        options: Options,
        supplied: Any,
        library: Library,
        page_url: str | None = None,
    ) -> None:
        """Encode the arguments.

        Raises `ValueError` or pydantic's `ValidationError` for arguments that cannot be sent, before anything is.
        """
        prepared = cast("Prepared", operation.prepared) or prepare(operation)
        self.core = core
        self.operation = operation
        self.prepared: Prepared = prepared
        self.library: Library = library
        self.supplied = supplied
        self.base: Base = core.base(library, operation, options.server_url)
        limit = limit_of(core, options.timeout_ms, operation.timeout_ms, supplied)
        self.deadline = Deadline(*limit, core.timing.monotonic, library)
        self.policy: Policy | None = core.policy(operation, prepared.policy, options.retries)
        self.applied: Applied = NOTHING
        self.attempt = 0
        self.sent: Request | None = None
        self.response: Response | None = None
        """The answer of the last attempt, if there is one."""
        http_headers, extra_body = options.http_headers, options.extra_body
        self._extra: HeaderItems | None = None
        if http_headers or core.http_headers:
            from .extras import header_items, merged

            http_headers = merged(core.http_headers, http_headers)
            self._extra = header_items(http_headers)
        self._page_url: Any = None if page_url is None else library.url(page_url)
        self._path = self.base.prefix + prepared.path(arguments, core.globals)
        self._query = prepared.query_parts(arguments, core.globals) if prepared.query or prepared.static_query else []
        self._further: tuple[str, ...] = ()
        if options.extra_query:
            from .extras import pairs_of, replaced

            self._further = pairs_of(options.extra_query)
            self._query = replaced(self._query, options.extra_query, self._further)
        self._headers: HeaderItems = _parameter_headers(prepared, arguments, core) if prepared.headers else []
        self._cookies = _parameter_cookies(prepared, arguments, core) if prepared.cookies else []
        payload = None
        if prepared.body is not None:
            payload = prepared.body.encode(arguments, http_headers, extra_body)
        elif extra_body:
            from .extras import body_of

            payload = body_of(extra_body)
        if payload is not None:
            self._headers.append((b"Content-Type", payload.content_type))
            if self._extra:
                from .extras import without_type_of

                self._extra = without_type_of(self._extra, payload)
        self.payload: Payload | None = payload
        if operation.idempotency_header is not None:
            self._add_idempotency_key(operation.idempotency_header)

    def _add_idempotency_key(self, name: str) -> None:
        lower = name.lower().encode("ascii")
        given = [header for header in (*self._headers, *(self._extra or ())) if header[0].lower() == lower]
        if not given:
            from uuid import uuid4

            self._headers.append((name.encode("ascii"), str(uuid4()).encode("ascii")))

    @property
    def can_repeat(self) -> bool:
        """Whether the body can be sent again."""
        return self.payload is None or self.payload.replayable

    def context(self) -> HookContext:
        """What hooks are told."""
        return HookContext(self.operation.id, self.base.url, self.attempt, self.core.init)

    def check_transport(self) -> None:
        """Raises `ValueError` if there is no server, or if credentials would go over plain http to another machine."""
        insecure = self.base.insecure
        if self.base.maker.relative:
            own: Any = None if self.supplied is None else getattr(self.supplied, "base_url", None)
            if not own:
                raise ValueError("the API has no absolute server URL: pass server_url to the client")
            insecure = own.scheme == "http" and not is_loopback(own.host)
        if insecure and not self.core.allow_insecure_http and self._has_credentials():
            raise ValueError(
                "credentials are not sent over plain http to another machine: "
                "use https, or pass allow_insecure_http=True"
            )

    def _has_credentials(self) -> bool:
        if self.applied.headers or self.applied.query or self.applied.cookies or self.base.has_user:
            return True
        secret = {"authorization", "cookie", *self.core.security.secret_names}
        names = [name.decode("ascii") for name, _ in (*self._headers, *(self._extra or ()))]
        return any(name.lower() in secret for name in (*names, *(pair.partition("=")[0] for pair in self._further)))

    def request(self, asynchronous: bool) -> Request:
        """A fresh request for one attempt."""
        make = self._own_request if self.supplied is None else self._supplied_request
        request = self.deadline.request = make(asynchronous)
        if request.method != self.operation.method:  # HTTP libraries write capitals (RFC 9110, section 9.1)
            cast("Any", request).method = self.operation.method
        if self.applied.query or self._further or self.base.has_user:
            self.hide_secrets(request)
        return request

    def hide_secrets(self, request: Any) -> None:
        """Keep the secrets of a request's URL out of its text."""
        request.url = self.library.safe_url(request.url, self.core.security.secret_names)

    def _added(self) -> Applied:
        """What security adds, without what the caller gives as a parameter of the same name and place."""
        applied = self.applied
        if (
            (applied.headers and self.prepared.headers)
            or (applied.query and self._query)
            or (applied.cookies and self._cookies)
        ):
            return _without_repeats(applied, self._headers, self._query, self._cookies)
        return applied

    def _url(self, added: tuple[str, ...]) -> Any:
        if self._page_url is not None:
            from .extras import with_query

            return with_query(self._page_url, (*self._further, *added))
        query = [*self._query, *added] if added else self._query
        return self.base.maker.make(self._path, "&".join(query) if query else "")

    def _own_request(self, asynchronous: bool) -> Request:
        """Built from parts that are ready: nothing of it is parsed or merged again."""
        applied, payload, library = self._added(), self.payload, self.library
        headers = [
            self.base.host,
            self.prepared.accept,
            ACCEPT_ENCODING,
            self.core.user_agent,
            *applied.headers,
            *self._headers,
        ]
        if self._cookies or applied.cookies:
            headers.append((b"Cookie", "; ".join([*self._cookies, *applied.cookies]).encode("ascii")))
        if self._extra:
            from .extras import overridden

            headers = overridden(headers, self._extra)
        content = b"" if payload is None else payload.content
        method, url = self.operation.method, self._url(applied.query)
        extensions = {"timeout": self.deadline.start()}
        if content is None:
            chunks = cast("Payload", payload).stream(asynchronous)
            headers += self._known_length()
            return library.request(method, url, headers=headers, content=chunks, extensions=extensions)
        if payload is not None or method in _WITH_BODY:
            headers.append((b"Content-Length", b"%d" % len(content)))
        stream = library.byte_stream(content)
        fields = library.headers.make(headers)
        request = library.request(method, url, headers=fields, stream=stream, extensions=extensions)
        keep_content(request, content)  # as its `read()` would
        return request

    def _known_length(self) -> HeaderItems:
        length = None if self.payload is None else self.payload.length
        return [] if length is None else [(b"Content-Length", b"%d" % length)]

    def _supplied_request(self, asynchronous: bool) -> Request:
        """Built by the caller's client, so that its headers, cookies and base URL apply; ours take precedence."""
        applied, payload = self._added(), self.payload
        agent = self.core.async_client_agent if asynchronous else self.core.client_agent
        headers: HeaderItems = [self.prepared.accept, *agent, *applied.headers, *self._headers]
        content = None
        if payload is not None:
            content = payload.content if payload.content is not None else payload.stream(asynchronous)
            headers += self._known_length()
        if self._extra:
            from .extras import overridden

            headers = overridden(headers, self._extra)
        phases = self.deadline.start()
        extensions = None if phases is None else {"timeout": phases}
        method, url = self.operation.method, self._url(applied.query)
        request: Any = self.supplied.build_request(method, url, content=content, extensions=extensions)
        self.library.keep_secrets(request)
        if self._cookies or applied.cookies:
            own = request.headers.get("cookie")
            pairs = [*([own] if own else ()), *self._cookies, *applied.cookies]
            headers.append((b"Cookie", "; ".join(pairs).encode("utf-8")))
        # Handing our headers to `build_request` would merge them one by one, which costs more than all of this.
        names = {name.lower() for name, _ in headers}
        if b"content-length" in names:
            names.add(b"transfer-encoding")
        kept = [header for header in request.headers.raw if header[0].lower() not in names]
        maker, kind = self.library.headers, cast("Any", type(request.headers))
        request.headers = maker.make(kept + headers) if kind is maker.kind else kind(kept + headers)
        return cast("Request", request)


def _without_repeats(applied: Applied, headers: HeaderItems, query: list[str], cookies: list[str]) -> Applied:
    """What security adds under other names than those of the parameters: sent twice, a name has no clear value."""
    names = {name.lower() for name, _ in headers}
    keys = {pair.partition("=")[0] for pairs in query for pair in pairs.split("&")}
    jar = {pair.partition("=")[0] for pairs in cookies for pair in pairs.split("; ")}
    return Applied(
        tuple([header for header in applied.headers if header[0].lower() not in names]),
        tuple([pair for pair in applied.query if pair.partition("=")[0] not in keys]),
        tuple([pair for pair in applied.cookies if pair.partition("=")[0] not in jar]),
        applied.token,
    )


def _parameter_headers(prepared: Prepared, arguments: Mapping[str, object], core: Core) -> HeaderItems:
    items: HeaderItems = []
    for parameter in prepared.headers:
        value = parameter.value(arguments, core.globals)
        if value is not None:
            text = parameter.encoded(value)
            items.append((parameter.name.encode("ascii"), header_value(text, f"the header {parameter.name!r}")))
    return items


def _parameter_cookies(prepared: Prepared, arguments: Mapping[str, object], core: Core) -> list[str]:
    pairs: list[str] = []
    for parameter in prepared.cookies:
        value = parameter.value(arguments, core.globals)
        if value is not None:
            text = parameter.encoded(parameter.name, value)
            if text:
                pairs.append(text)
    return pairs
