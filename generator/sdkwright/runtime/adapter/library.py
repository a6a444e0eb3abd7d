"""The seam to the HTTP library, httpx2 or httpx: the only module that has one imported, and only when it is needed.

The runtime is the same for both: what it uses of them is written down in `http` as protocols.  Which library an SDK
makes its own clients with is what `Configuration.http_library` imports; a supplied client may be of either.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Set
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .headers import HeaderMaker
from .locks import ProcessLock

if TYPE_CHECKING:
    from ..http import AsyncHttpClient, HttpClient, Request, Response, Url

LIBRARIES = ("httpx2", "httpx")
_TELLING = frozenset(
    {"accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent"}
)
"""Headers that hold no secret."""
ACCEPT_ENCODING = (b"Accept-Encoding", b"gzip, deflate")
"""What our own clients ask for: what the standard library can decompress."""


def _safe_text(url: Any) -> str:
    from ..logs import redacted_url

    return redacted_url(super(type(url), url).__str__(), url.secret_names)


def _url_alone(url: Any) -> tuple[Any, ...]:
    """What a URL is pickled as: one of the library's own, without what its text leaves out."""
    return type(url).__mro__[1], (str(url),)


def _request_alone(request: Any) -> tuple[Any, ...]:
    """What a request is pickled as, alone or in an exception of the library: one of its own, without credentials.

    The values of headers that nothing is known of, user information and the body may be some."""
    from ..logs import redacted_url

    kind = type(request).__mro__[1]
    url = redacted_url(str(request.url), getattr(request.url, "secret_names", frozenset[str]()))
    headers = [(name, value if name in _TELLING else "[REDACTED]") for name, value in request.headers.multi_items()]
    return partial(kind, headers=headers), (request.method, url)


def _copied(request: Any, *_: object) -> Any:
    """A copy is no pickle: it can be sent."""
    made: Any = object.__new__(cast("Any", type(request)))
    made.__dict__.update(request.__dict__)
    made.headers = request.headers.copy()
    return made


def _itself(url: Any, *_: object) -> Any:
    return url


_IN_REQUESTS = {"__reduce__": _request_alone, "__copy__": _copied, "__deepcopy__": _copied}
_IN_URLS = {
    **{"__str__": _safe_text, "__repr__": _safe_text},
    **{"__reduce__": _url_alone, "__copy__": _itself, "__deepcopy__": _itself},
}


class Library:
    """The parts of one HTTP library that the runtime makes objects of."""

    def __init__(self, module: Any) -> None:
        self.name: str = module.__name__
        safe_request: Any = type("Request", (module.Request,), _IN_REQUESTS)
        self.request: Callable[..., Request] = safe_request
        self._plain_request: Any = module.Request
        self.headers = HeaderMaker(module.Headers)
        self.byte_stream: Callable[[bytes], Any] = module.ByteStream
        self.url: Callable[[str], Url] = module.URL
        safe_url: Any = type("SafeUrl", (module.URL,), _IN_URLS)
        self._safe_url: Callable[[Any], Any] = safe_url
        self.client: Callable[..., HttpClient] = module.Client
        self.async_client: Callable[..., AsyncHttpClient] = module.AsyncClient
        self.create_ssl_context: Callable[[], object] = module.create_ssl_context
        self.invalid_url: type[Exception] = module.InvalidURL
        self.decoding_error: Callable[..., Exception] = module.DecodingError
        self.read_timeout: Callable[..., Exception] = module.ReadTimeout

    def keep_secrets(self, request: Any) -> None:
        """Have a request that a client of the caller's has made pickle without credentials, as ours do."""
        if type(request) is self._plain_request:
            request.__class__ = self.request

    def safe_url(self, url: object, names: Set[str]) -> Any:
        """The same URL, whose text has the values of these query parameters left out: the library logs that text."""
        made = self._safe_url(url)
        made.secret_names = names
        return made


_making_context = ProcessLock()
_libraries: dict[str, Library] = {}
_contexts: dict[str, object] = {}


def library(imported: Callable[[], Any]) -> Library:
    """The library that a function imports, on first use.  Raises `ImportError` if it is not installed."""
    return _library(imported())


def _library(module: Any) -> Library:
    found = _libraries.get(module.__name__)
    if found is None:
        found = _libraries[module.__name__] = Library(module)
    return found


def library_of(found: object, imported: Callable[[], Any]) -> Library:
    """The library that a client or a response is an instance of, or else the SDK's own (also for None)."""
    for kind in type(found).__mro__:
        root = kind.__module__.partition(".")[0]
        if root in LIBRARIES:
            return _library(sys.modules[root])
    return library(imported)


def any_loaded() -> Any:
    """One of the libraries that are loaded, where a request was made already."""
    return next(sys.modules[name] for name in LIBRARIES if name in sys.modules)


def _loaded(*names: str) -> tuple[type[Exception], ...]:
    """Exception classes by name, of whichever library is loaded."""
    modules = [vars(module) for module in map(sys.modules.get, LIBRARIES) if module is not None]
    return tuple(cast("type[Exception]", module[name]) for module in modules for name in names if name in module)


def transport_errors() -> tuple[type[Exception], ...]:
    """Everything that can go wrong on the way to the server and back."""
    return _loaded("TransportError")


def decoding_errors() -> tuple[type[Exception], ...]:
    """A body that is not compressed as its headers say."""
    return _loaded("DecodingError")


def retryable_errors() -> tuple[type[Exception], ...]:
    """Network failures, timeouts, and a server that dropped a connection it had kept alive."""
    return _loaded("NetworkError", "TimeoutException", "RemoteProtocolError")


def ssl_context(library: Library) -> object:
    """The context that all clients of the process share: loading the CA bundle is most of a client's cost."""
    with _making_context:
        context = _contexts.get(library.name)
        if context is None:
            context = _contexts[library.name] = library.create_ssl_context()
        return context


def current_loop() -> object:
    """The running event loop of asyncio, or the running trio's token: clients belong to one of them."""
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None:
        loop = asyncio._get_running_loop()
        if loop is not None:
            return cast("object", loop)
    from anyio.lowlevel import current_token

    return current_token()


class Framing(NamedTuple):
    """The header fields of an answer that decide how it is read."""

    content_type: str | None
    length: int | None
    encoded: bool


def framing(response: Response) -> Framing:
    """Content-Type, Content-Length and whether there is a Content-Encoding, in one pass over the fields."""
    content_type: str | None = None
    length: int | None = None
    encoded = False
    headers: Any = response.headers
    for name, value in headers.raw:
        lower = name.lower()
        if lower == b"content-type":
            content_type = value.decode("latin-1")
        elif lower == b"content-length":
            length = int(value) if value.isdigit() else None
        elif lower == b"content-encoding":
            encoded = value.lower() != b"identity"
    return Framing(content_type, length, encoded)


def keep_content(message: Any, content: bytes) -> None:
    """Give a response or a request the content that is known of it, as its own `read()` would."""
    message._content = content


def name_request(problem: Any, response: Any) -> None:
    """Give an exception of the transport the request that it is about, as the library does where it reads itself."""
    problem.request = response.request


def keep_request(response: Any, request: object) -> None:
    """Give a response of a hook's own making the request that it stands in for."""
    if getattr(response, "_request", None) is None:
        response.request = request
