"""Credentials: which alternative wins, what it adds, and that no secret shows."""

from __future__ import annotations

import base64
import gc
import pickle
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import anyio
import httpx2
import pytest

from generator.runtime import operation as op
from generator.runtime.configuration import SecurityScheme, SecurityUse

from . import toy
from .loopback import Answer, Loopback, Received, answer
from .toy import GET_PET, WAYS, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
SECRET = "-".join(["ge", "heim"])
SCHEMES = (
    SecurityScheme("Bearer", "bearer", "token", environment=("TOY_TOKEN",)),
    SecurityScheme("Basic", "basic", "basic", environment=("TOY_USERNAME", "TOY_PASSWORD")),
    SecurityScheme("Header", "apiKey", "header_key", name="X-Api-Key", location="header"),
    SecurityScheme("Query", "apiKey", "query_key", name="api key", location="query"),
    SecurityScheme("Cookie", "apiKey", "cookie_key", name="sid", location="cookie"),
    SecurityScheme("OpenId", "oauth2-token", "id_token"),
    SecurityScheme("Other", "http-other", "other"),
    SecurityScheme("Tls", "mutualTLS", "tls"),
    SecurityScheme("OAuth", "oauth2-client-credentials", "oauth", token_url="/token"),
)


def settings(*alternatives: tuple[str, ...]) -> Any:
    rows = tuple(tuple(SecurityUse(key) for key in keys) for keys in alternatives)
    return configuration(security_schemes=SCHEMES, security=rows)


@pytest.fixture(autouse=True)
def _answers(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})


def sent(server: Loopback, way: str, configured: Any, security: Any, **more: Any) -> Received:
    call(way, GET_PET, settings=configured, sdk={"server_url": server.url, "security": security, **more})
    return server.last


@every_way
@pytest.mark.parametrize(
    ("scheme", "security", "expected"),
    [
        ("Bearer", {"token": "t"}, "Bearer t"),
        ("Bearer", {"token": "bearer t"}, "bearer t"),
        ("OpenId", {"id_token": "t"}, "Bearer t"),
        ("Other", {"other": "Digest abc"}, "Digest abc"),
        ("Basic", {"basic": ("ü", "p:w")}, "Basic " + base64.b64encode("ü:p:w".encode()).decode()),
        ("Basic", {"basic": "u:p:w"}, "Basic " + base64.b64encode(b"u:p:w").decode()),
        ("Basic", {"basic": {"username": "u", "password": "p"}}, "Basic " + base64.b64encode(b"u:p").decode()),
    ],
)
def test_authorization(server: Loopback, way: str, scheme: str, security: Any, expected: str) -> None:
    assert sent(server, way, settings((scheme,)), security).all("Authorization") == [expected]


@every_way
def test_keys(server: Loopback, way: str) -> None:
    everything = {"header_key": "h k", "query_key": "q&k", "cookie_key": "c"}
    request = sent(server, way, settings(("Header", "Query", "Cookie")), everything)
    assert request.header("X-Api-Key") == "h k"
    assert request.target == "/pets?api%20key=q%26k"
    assert request.header("Cookie") == "sid=c"
    assert request.header("Authorization") is None


NAMED_ALIKE = operation(
    query=(op.Query("query", "api key"),),
    headers=(op.Header("header", "x-api-key"),),
    cookies=(op.Cookie("cookie", "sid"),),
)
"""Its parameters are called like the keys of `SCHEMES`."""


@every_way
def test_a_parameter_of_the_same_name_is_sent_instead(server: Loopback, way: str) -> None:
    keys = {"header_key": "h", "query_key": "q", "cookie_key": "c"}
    configured, sdk = settings(("Header", "Query", "Cookie")), {"server_url": server.url, "security": keys}
    call(way, NAMED_ALIKE, settings=configured, sdk=sdk, query="own q", header="own h", cookie="own")
    assert server.last.all("X-Api-Key") == ["own h"]
    assert server.last.target == "/pets?api%20key=own%20q"
    assert server.last.all("Cookie") == ["sid=own"]
    call(way, NAMED_ALIKE, settings=configured, sdk=sdk, header="own h")
    assert server.last.all("X-Api-Key") == ["own h"]
    assert server.last.target == "/pets?api%20key=q"
    assert server.last.all("Cookie") == ["sid=c"]


def test_a_parameter_of_the_same_name_goes_before_it_with_a_client_of_the_callers_too() -> None:
    seen: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json={"id": "1"})

    with httpx2.Client(transport=httpx2.MockTransport(respond)) as client:
        sdk = {"client": client, "security": {"header_key": "h", "query_key": "q", "cookie_key": "c"}}
        configured = settings(("Header", "Query", "Cookie"))
        call("sync", NAMED_ALIKE, settings=configured, sdk=sdk, query="own", header="own", cookie="own")
    assert seen[0].headers.get_list("X-Api-Key") == ["own"]
    assert seen[0].url.query == b"api%20key=own"
    assert seen[0].headers.get_list("Cookie") == ["sid=own"]


@every_way
def test_the_first_satisfied_alternative_wins(server: Loopback, way: str) -> None:
    configured = settings(("Bearer", "Header"), ("Cookie",), ("Bearer",))
    request = sent(server, way, configured, {"token": "t", "cookie_key": "c"})
    assert (request.header("Authorization"), request.header("Cookie")) == (None, "sid=c")
    request = sent(server, way, configured, {"token": "t"})
    assert (request.header("Authorization"), request.header("X-Api-Key")) == ("Bearer t", None)
    request = sent(server, way, configured, {"token": "t", "header_key": "h"})
    assert (request.header("Authorization"), request.header("X-Api-Key")) == ("Bearer t", "h")


def test_an_alternative_without_security_is_the_last_resort(server: Loopback) -> None:
    configured = settings((), ("Bearer",))
    assert sent(server, "sync", configured, {"token": "t"}).header("Authorization") == "Bearer t"
    assert sent(server, "sync", configured, {}).header("Authorization") is None


@every_way
def test_without_a_credential_the_server_decides(server: Loopback, way: str) -> None:
    server.otherwise = Answer(401, b"")
    with pytest.raises(toy.APIError):
        sent(server, way, settings(("Bearer",)), None)
    assert server.last.header("Authorization") is None


@every_way
@pytest.mark.parametrize("given", [None, ""])
def test_the_environment_stands_in(
    server: Loopback, way: str, given: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOY_TOKEN", "from-env")
    assert sent(server, way, settings(("Bearer",)), {"token": given}).header("Authorization") == "Bearer from-env"
    assert sent(server, way, settings(("Bearer",)), {"token": "mine"}).header("Authorization") == "Bearer mine"
    monkeypatch.setenv("TOY_USERNAME", "u")
    monkeypatch.setenv("TOY_PASSWORD", "p")
    expected = "Basic " + base64.b64encode(b"u:p").decode()
    assert sent(server, way, settings(("Basic",)), {"basic": given}).header("Authorization") == expected
    monkeypatch.setenv("TOY_TOKEN", "")
    assert sent(server, way, settings(("Bearer",)), {"token": given}).header("Authorization") is None


@every_way
def test_a_callable_is_asked_at_each_call(server: Loopback, way: str) -> None:
    values = iter(["one", "two"])
    security = {"token": lambda: next(values)}
    assert sent(server, way, settings(("Bearer",)), security).header("Authorization") == "Bearer one"
    assert sent(server, way, settings(("Bearer",)), security).header("Authorization") == "Bearer two"
    whole = sent(server, way, settings(("Bearer",)), lambda: {"token": "whole"})
    assert whole.header("Authorization") == "Bearer whole"


def test_async_callables(server: Loopback) -> None:
    async def token() -> str:
        await anyio.lowlevel.checkpoint()
        return "later"

    for way in ("asyncio", "trio"):
        assert sent(server, way, settings(("Bearer",)), {"token": token}).header("Authorization") == "Bearer later"
    with pytest.raises(TypeError, match="async methods only"):
        sent(server, "sync", settings(("Bearer",)), {"token": token})
    gc.collect()  # no coroutine is left that was never awaited


@every_way
def test_the_security_of_a_call_replaces_the_sdks(server: Loopback, way: str) -> None:
    asked = operation(security=((op.SecurityUse("Header"),), (op.SecurityUse("Bearer"),)))
    arguments = {"settings": settings(("Bearer",)), "sdk": {"server_url": server.url, "security": {"token": "sdk"}}}
    call(way, asked, **arguments)
    assert server.last.header("Authorization") == "Bearer sdk"
    call(way, asked, options={"security": {"header_key": "own"}}, **arguments)
    assert (server.last.header("X-Api-Key"), server.last.header("Authorization")) == ("own", None)
    only = operation(security=((op.SecurityUse("Header"),),))
    call(way, only, options={"security": "plain"}, **arguments)
    assert server.last.header("X-Api-Key") == "plain"
    call(way, operation(security=()), **arguments)
    assert server.last.header("Authorization") is None


def test_two_alternatives_of_one_sdk_are_not_mixed_up(server: Loopback) -> None:
    first = operation(security=((op.SecurityUse("Bearer"),),))
    second = operation(security=((op.SecurityUse("Header"),),))
    with toy.Toy(settings(("Bearer",)), server_url=server.url, security={"token": "t", "header_key": "h"}) as client:
        for _ in range(2):
            client.run(first)
            assert (server.last.header("Authorization"), server.last.header("X-Api-Key")) == ("Bearer t", None)
            client.run(second)
            assert (server.last.header("Authorization"), server.last.header("X-Api-Key")) == (None, "h")


def test_the_security_of_one_call_is_not_kept(server: Loopback) -> None:
    with toy.Toy(settings(("Bearer",)), server_url=server.url, security={"token": "sdk"}) as client:
        for given, expected in (({"token": "call"}, "call"), (None, "sdk"), ({"token": "call"}, "call"), (None, "sdk")):
            client.run(GET_PET, options={"security": given})
            assert server.last.header("Authorization") == f"Bearer {expected}"


def test_the_environment_does_not_fill_the_security_of_a_call(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOY_TOKEN", "from-env")
    both = settings(("Bearer", "Header"), ("Header",))
    sdk = {"server_url": server.url}
    call("sync", GET_PET, settings=both, sdk=sdk, options={"security": {"header_key": "h"}})
    assert (server.last.header("X-Api-Key"), server.last.header("Authorization")) == ("h", None)


def test_mutual_tls_adds_nothing(server: Loopback) -> None:
    for alternatives in ((("Tls", "Bearer"),), (("Tls",), ("Bearer",))):
        request = sent(server, "sync", settings(*alternatives), {"token": "t"})
        assert request.header("Authorization") == "Bearer t"


@pytest.mark.parametrize("scheme", ["Bearer", "Header", "Cookie", "Other"])
@pytest.mark.parametrize("ending", ["\r\nX: y", "\n", "\0", "\x01", "\x7f"])
def test_line_breaks_are_refused_without_the_value(server: Loopback, scheme: str, ending: str) -> None:
    arguments = {each.key: each.argument for each in SCHEMES}
    assert SECRET not in Path(__file__).read_text(), "a traceback shows the lines of this file"
    with pytest.raises(ValueError, match=r"line breaks or control|cookie") as caught:
        sent(server, "sync", settings((scheme,)), {arguments[scheme]: SECRET + ending})
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    assert server.requests == []


def test_cookies_are_refused_that_no_cookie_can_hold(server: Loopback) -> None:
    for value in ("a;b", "a b", 'a"b', "ä"):
        with pytest.raises(ValueError, match="cookie"):
            sent(server, "sync", settings(("Cookie",)), {"cookie_key": value})


def test_secrets_do_not_show(server: Loopback) -> None:
    server.otherwise = Answer(500, b"oops")
    client = toy.Toy(server_url=server.url, api_key="geheim")
    with client, pytest.raises(toy.APIError) as caught:
        client.run(GET_PET)
    core = client._core
    shown = [repr(client), str(client), repr(core), repr(core.security), repr(caught.value), str(caught.value)]
    shown += [repr(core.security.static(None)), "".join(traceback.format_exception(caught.value))]
    assert not [text for text in shown if "geheim" in text]
    for each in (client, core):
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(each)


# ----------------------------------------------------------------------------------------------------- insecure http


@every_way
def test_credentials_stay_off_plain_http(way: str) -> None:
    for header in ({}, {"http_headers": {"Authorization": "Bearer x"}}):
        with pytest.raises(ValueError, match="plain http"):
            call(
                way,
                GET_PET,
                sdk={"server_url": "http://toy.invalid", "api_key": None if header else "k"},
                options=header,
            )


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "localhost", "LOCALHOST", "a.localhost", "[::1]"])
def test_loopback_is_no_other_machine(host: str) -> None:
    import httpx2

    def handler(request: Any) -> Any:
        return httpx2.Response(200, json={"id": request.headers["authorization"]})

    with httpx2.Client(transport=httpx2.MockTransport(handler)) as client:
        made = toy.Toy(server_url=f"http://{host}:8080", api_key="k", client=client)
        assert made.run(GET_PET).id == "Bearer k"


@pytest.mark.parametrize("host", ["127.0.0.1.example", "localhost.example", "10.0.0.1", "12.7.0.1", "[::2]"])
def test_other_hosts_are(host: str) -> None:
    import httpx2

    def handler(request: Any) -> Any:
        return httpx2.Response(200, json={"id": request.headers.get("authorization", "none")})

    with httpx2.Client(transport=httpx2.MockTransport(handler)) as client:
        with pytest.raises(ValueError, match="plain http"):
            toy.Toy(server_url=f"http://{host}", api_key="k", client=client).run(GET_PET)
        assert toy.Toy(server_url=f"http://{host}", client=client).run(GET_PET).id == "none"
        allowed = toy.Toy(server_url=f"http://{host}", api_key="k", client=client, allow_insecure_http=True)
        assert allowed.run(GET_PET).id == "Bearer k"


@pytest.mark.parametrize("library", ["httpx2", "httpx"])
def test_the_base_url_of_a_supplied_client_may_be_plain_http_too(library: str) -> None:
    module = pytest.importorskip(library)
    transport = module.MockTransport(lambda request: module.Response(200, json={"id": request.url.host}))
    configured = configuration(servers=())
    for base, refused in (("http://toy.invalid", True), ("http://127.0.0.1", False), ("https://toy.invalid", False)):
        with module.Client(transport=transport, base_url=base) as client:
            made = toy.Toy(configured, api_key="k", client=client)
            if refused:
                with pytest.raises(ValueError, match="plain http"):
                    made.run(GET_PET)
            else:
                assert made.run(GET_PET).id in base


@every_way
def test_whatever_carries_a_credential_stays_off_plain_http(way: str) -> None:
    header = operation(headers=(op.Header("key", "X-Api-Key"),))
    everything: list[tuple[Any, dict[str, Any], dict[str, Any]]] = [
        (GET_PET, {"server_url": "http://me:password@toy.invalid"}, {}),
        (GET_PET, {"server_url": "http://toy.invalid"}, {"options": {"http_headers": {"x-api-key": "k"}}}),
        (GET_PET, {"server_url": "http://toy.invalid"}, {"options": {"http_headers": {"Cookie": "k"}}}),
        (header, {"server_url": "http://toy.invalid"}, {"key": "k"}),
    ]
    for asked, sdk, more in everything:
        with pytest.raises(ValueError, match="plain http"):
            call(way, asked, settings=settings(("Header",)), sdk=sdk, **more)


# ------------------------------------------------------------------------------------------------------------ OAuth2


class TokenServer:
    """Issues numbered tokens and accepts the newest only."""

    def __init__(self, server: Loopback, **fields: Any) -> None:
        self.fields = fields
        self.asked: list[Received] = []
        self.valid = ""
        self.hold: threading.Event | None = None
        server.respond = self

    def __call__(self, request: Received) -> Answer:
        if request.target == "/token":
            self.asked.append(request)
            self.valid = f"t{len(self.asked)}"
            made = answer({"access_token": self.valid, "token_type": "bearer", **self.fields})
            return Answer(made.status, made.body, made.headers, wait=self.hold)
        if request.header("Authorization") != f"Bearer {self.valid}":
            return Answer(401, b"")
        return answer({"id": "1"})


OAUTH = settings(("OAuth",))
CREDENTIALS = {"oauth": {"client_id": "c&1", "client_secret": "s=2"}}


@every_way
def test_client_credentials(server: Loopback, way: str) -> None:
    tokens = TokenServer(server, expires_in=3600)
    scoped = operation(security=((op.SecurityUse("OAuth", ("read", "write")),),))
    extra = {"http_headers": {"X-Api": "1"}}
    call(way, scoped, settings=OAUTH, sdk={"server_url": server.url, "security": CREDENTIALS}, options=extra)
    asked = tokens.asked[0]
    assert asked.method == "POST"
    assert asked.header("Content-Type") == "application/x-www-form-urlencoded"
    assert parse_qs(asked.body.decode()) == {
        "grant_type": ["client_credentials"],
        "client_id": ["c&1"],
        "client_secret": ["s=2"],
        "scope": ["read write"],
    }
    assert (asked.header("X-Api"), asked.header("Authorization"), asked.header("Cookie")) == (None, None, None)
    assert server.last.header("Authorization") == "Bearer t1"


def test_tokens_are_kept_per_client_and_scopes(server: Loopback) -> None:
    tokens = TokenServer(server)
    tokens.valid = ""
    read = operation(security=((op.SecurityUse("OAuth", ("read",)),),))
    write = operation(security=((op.SecurityUse("OAuth", ("write",)),),))
    with toy.Toy(OAUTH, server_url=server.url, security=CREDENTIALS) as client:
        client.run(read)
        client.run(read)
        assert len(tokens.asked) == 1
        client.run(write)
        assert len(tokens.asked) == 2
        client.run(write, options={"security": {"oauth": ("other", "secret")}})
        assert len(tokens.asked) == 3


def test_a_token_is_renewed_before_it_ends(server: Loopback) -> None:
    tokens = TokenServer(server, expires_in=600)
    clock = toy.Clock()
    with toy.Toy(OAUTH, server_url=server.url, security=CREDENTIALS) as client:
        client._core.timing = clock.timing()
        client.run(GET_PET)
        clock.now += 539
        client.run(GET_PET)
        assert len(tokens.asked) == 1
        clock.now += 2
        client.run(GET_PET)
        assert len(tokens.asked) == 2


@every_way
def test_one_more_try_on_401(server: Loopback, way: str) -> None:
    tokens = TokenServer(server)

    def make(run: Callable[..., Any]) -> None:
        del run

    async def work() -> None:
        async with toy.Toy(OAUTH, server_url=server.url, security=CREDENTIALS) as client:
            await client.run_async(GET_PET)
            tokens.valid = "revoked"
            await client.run_async(GET_PET)

    if way == "sync":
        with toy.Toy(OAUTH, server_url=server.url, security=CREDENTIALS) as client:
            client.run(GET_PET)
            tokens.valid = "revoked"
            client.run(GET_PET)
    else:
        anyio.run(work, backend=way)
    paths = [request.target for request in server.requests]
    assert paths == ["/token", "/pets", "/pets", "/token", "/pets"]


@every_way
def test_only_one_more_try(server: Loopback, way: str) -> None:
    def respond(request: Received) -> Answer:
        return answer({"access_token": "t"}) if request.target == "/token" else Answer(401, b"")

    server.respond = respond
    with pytest.raises(toy.APIError):
        call(way, GET_PET, settings=OAUTH, sdk={"server_url": server.url, "security": CREDENTIALS})
    assert [request.target for request in server.requests] == ["/token", "/pets", "/token", "/pets"]


def test_one_refresh_in_flight_among_threads(server: Loopback) -> None:
    tokens = TokenServer(server)
    tokens.hold = threading.Event()
    results: list[Any] = []
    with toy.Toy(OAUTH, server_url=server.url, security=CREDENTIALS) as client:
        threads = [threading.Thread(target=lambda: results.append(client.run(GET_PET))) for _ in range(8)]
        for thread in threads:
            thread.start()
        tokens.hold.set()
        for thread in threads:
            thread.join()
    assert (len(results), len(tokens.asked)) == (8, 1)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_one_refresh_in_flight_among_tasks(server: Loopback, backend: str) -> None:
    tokens = TokenServer(server)

    async def work() -> None:
        async with (
            toy.Toy(OAUTH, server_url=server.url, security=CREDENTIALS) as client,
            anyio.create_task_group() as group,
        ):
            for _ in range(8):
                group.start_soon(client.run_async, GET_PET)

    anyio.run(work, backend=backend)
    assert len(tokens.asked) == 1


@every_way
@pytest.mark.parametrize(
    "reply",
    [
        Answer(500, b"geheim"),
        Answer(200, b"no json"),
        Answer(200, b"{}"),
        Answer(200, b'{"access_token": ""}'),
        Answer(200, b'{"access_token": "x", "token_type": "mac"}'),
        Answer(302, b"", {"Location": "https://elsewhere.invalid/"}),
    ],
)
def test_a_token_endpoint_that_fails(server: Loopback, way: str, reply: Answer) -> None:
    server.otherwise = reply
    with pytest.raises(toy.APIError, match=r"[Tt]oken endpoint") as caught:
        call(way, GET_PET, settings=OAUTH, sdk={"server_url": server.url, "security": CREDENTIALS})
    assert "s=2" not in str(caught.value) + repr(caught.value)
    assert len(server.requests) == 1


@every_way
@pytest.mark.parametrize("library", ["httpx2", "httpx"])
def test_a_token_endpoint_gets_nothing_of_a_supplied_client(way: str, library: str) -> None:
    module = pytest.importorskip(library)
    seen: list[Any] = []

    def respond(request: Any) -> Any:
        seen.append(request)
        if request.url.path == "/token":
            return module.Response(302, headers={"Location": "https://elsewhere.invalid/"})
        return module.Response(200, json={"id": "1"})

    given: dict[str, Any] = {
        "transport": module.MockTransport(respond),
        "headers": {"X-Mine": "1"},
        "cookies": {"a": "b"},
        "auth": ("u", "p"),
        "follow_redirects": True,
    }
    sdk = {"security": CREDENTIALS, "client": module.Client(**given), "async_client": module.AsyncClient(**given)}
    with pytest.raises(toy.APIError, match="token endpoint"):
        call(way, GET_PET, settings=OAUTH, sdk=sdk)
    assert [request.url.path for request in seen] == ["/token"]
    assert {"x-mine", "cookie", "authorization"} & set(seen[0].headers) == set()


def test_token_endpoints_over_plain_http() -> None:
    security = {"oauth": {"client_id": "c", "client_secret": "s", "token_url": "http://toy.invalid/token"}}
    with pytest.raises(ValueError, match="plain http"):
        call("sync", GET_PET, settings=OAUTH, sdk={"server_url": "http://127.0.0.1:1", "security": security})


def test_client_credentials_from_the_environment(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = TokenServer(server)
    scheme = SecurityScheme(
        "OAuth",
        "oauth2-client-credentials",
        "oauth",
        environment=("TOY_CLIENT_ID", "TOY_CLIENT_SECRET", "TOY_TOKEN_URL"),
    )
    configured = configuration(security_schemes=(scheme,), security=((SecurityUse("OAuth"),),))
    monkeypatch.setenv("TOY_CLIENT_ID", "ci")
    monkeypatch.setenv("TOY_CLIENT_SECRET", "cs")
    monkeypatch.setenv("TOY_TOKEN_URL", "/token")
    call("sync", GET_PET, settings=configured, sdk={"server_url": server.url, "security": {"oauth": None}})
    assert parse_qs(tokens.asked[0].body.decode())["client_id"] == ["ci"]
