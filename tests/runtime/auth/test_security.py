"""Credentials: which alternative wins, what it adds, and that no secret shows."""

from __future__ import annotations

import base64
import gc
import pickle
import traceback
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.configuration import SecurityUse

from runtime import toy
from runtime.credentials import SCHEMES, SECRET, sent, settings
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import GET_PET, WAYS, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)


@pytest.fixture(autouse=True)
def _answers(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})


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
    asked = operation(security=((SecurityUse("Header"),), (SecurityUse("Bearer"),)))
    arguments = {"settings": settings(("Bearer",)), "sdk": {"server_url": server.url, "security": {"token": "sdk"}}}
    call(way, asked, **arguments)
    assert server.last.header("Authorization") == "Bearer sdk"
    call(way, asked, options={"security": {"header_key": "own"}}, **arguments)
    assert (server.last.header("X-Api-Key"), server.last.header("Authorization")) == ("own", None)
    only = operation(security=((SecurityUse("Header"),),))
    call(way, only, options={"security": "plain"}, **arguments)
    assert server.last.header("X-Api-Key") == "plain"
    call(way, operation(security=()), **arguments)
    assert server.last.header("Authorization") is None


def test_two_alternatives_of_one_sdk_are_not_mixed_up(server: Loopback) -> None:
    first = operation(security=((SecurityUse("Bearer"),),))
    second = operation(security=((SecurityUse("Header"),),))
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
    assert b"geheim" not in pickle.dumps(client)


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
