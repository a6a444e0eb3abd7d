"""OAuth2 client credentials: one token for each client and its scopes, refreshed once, kept from everyone else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import anyio
import pytest
from sdkwright.runtime.configuration import SecurityScheme, SecurityUse

from runtime import toy
from runtime.credentials import settings
from runtime.loopback import Answer, Loopback, Received, answer
from runtime.toy import GET_PET, WAYS, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)


@pytest.fixture(autouse=True)
def _answers(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})


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
    scoped = operation(security=((SecurityUse("OAuth", ("read", "write")),),))
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
    read = operation(security=((SecurityUse("OAuth", ("read",)),),))
    write = operation(security=((SecurityUse("OAuth", ("write",)),),))
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
        Answer(200, b""),
        Answer(200, b"[" * 200_000),
        Answer(200, b'{"a":' * 50_000),
        Answer(200, b"\xff\xfe\x00"),
        Answer(200, b'{"access_token": 1e999}'),
        Answer(200, b'{"access_token": ' + b"9" * 5000 + b"}"),
        Answer(200, b'{"access_token": "a\\r\\nX-Evil: 1"}'),
        Answer(200, b'{"access_token": "a\\u0000"}'),
        Answer(200, b'{"access_token": "a\\ud800"}'),
        Answer(200, b'{"access_token": "\xe2\x82\xac"}'),
        Answer(200, b'{"access_token": "x", "token_type": ["bearer"]}'),
        Answer(200, b'{"access_token": "x", "token_type": "bearer", "expires_in": 1}' + b" " * (1 << 20)),
        Answer(200, b"no gzip", {"Content-Encoding": "gzip"}),
        Answer(200, b'{"access_token": "x"}', {"Content-Encoding": "br"}),
        Answer(200, b'{"access_token": "x"}', {"Content-Encoding": "zstd"}),
        Answer(204, b""),
    ],
)
def test_a_token_endpoint_that_fails(server: Loopback, way: str, reply: Answer) -> None:
    server.otherwise = reply
    with pytest.raises(toy.APIError, match=r"[Tt]oken endpoint") as caught:
        call(way, GET_PET, settings=OAUTH, sdk={"server_url": server.url, "security": CREDENTIALS})
    assert "s=2" not in str(caught.value) + repr(caught.value)
    assert len(server.requests) == 1


@every_way
@pytest.mark.parametrize("expires", [10**400, "9" * 400, 1e308, -5, float("nan"), float("inf"), "soon", [], True, None])
def test_a_life_that_is_no_number_of_seconds_has_no_known_end(server: Loopback, way: str, expires: object) -> None:
    tokens = TokenServer(server, expires_in=expires)
    sdk = {"server_url": server.url, "security": CREDENTIALS}
    assert call(way, GET_PET, settings=OAUTH, sdk=sdk) is not None
    assert len(tokens.asked) == 1


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
