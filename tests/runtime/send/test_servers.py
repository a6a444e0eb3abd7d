"""Which server a call goes to, and what cannot be one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime import operation as op
from sdkwright.runtime.configuration import Server, ServerVariable
from sdkwright.runtime.send.servers import checked

from runtime import toy
from runtime.loopback import Loopback, answer
from runtime.toy import GET_PET, Toy, call, configuration, operation

REGION = ServerVariable("region", "eu", ("eu", "us"), argument="region")
SERVERS = (
    Server("https://one.example/v1/"),
    Server("https://{region}.example:{port}/v2", (REGION, ServerVariable("port", "443")), "two"),
)


def base(**options: Any) -> str:
    return Toy(configuration(servers=SERVERS), **options)._core.servers.base(())


def test_who_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    assert base() == "https://one.example/v1"
    assert base(server_idx=1) == "https://eu.example:443/v2"
    assert base(server="two", server_variables={"region": "us"}) == "https://us.example:443/v2"
    assert base(server_idx=1, url_params={"port": "1"}) == "https://eu.example:1/v2"
    assert base(server_idx=0, server_url="https://mine.example/") == "https://mine.example"
    assert base(server_url="https://{a}.example", url_params={"a": "b"}) == "https://b.example"
    monkeypatch.setenv("TOY_SERVER_URL", "https://env.example")
    assert base() == "https://env.example"
    assert base(server_url="https://mine.example") == "https://mine.example"
    assert base(server_idx=0) == "https://one.example/v1"
    assert base(server="two") == "https://eu.example:443/v2"


@pytest.mark.parametrize(
    "options",
    [
        {"server_idx": 2},
        {"server_idx": -1},
        {"server": "three"},
        {"server_idx": 1, "server_variables": {"region": "asia"}},
        {"server_idx": 1, "url_params": {"region": "asia"}},
        {"server_idx": 1, "url_params": {"region": "asia"}, "server_url": "https://mine.example"},
        {"server_url": "https://{missing}.example"},
        {"server_url": "ftp://a.example"},
        {"server_url": "https://"},
        {"server_url": "a.example"},
        {"server_url": "https://a.example?x=1"},
        {"server_url": "https://a.example#x"},
        {"server_url": "https://a.exam ple"},
        {"server_url": "https://a.example\n"[:-1] + "\x7f"},
    ],
)
def test_errors_at_construction(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"server"):
        base(**options)


def test_a_document_without_a_usable_url_needs_the_callers() -> None:
    own = configuration(servers=(Server("api.example"),))
    assert Toy(own, server_url="https://mine.example")._core.servers.base(()) == "https://mine.example"
    with pytest.raises(ValueError, match="http"):
        Toy(own)


TENANT = "https://{tenant}.example.com:{port}{path}"


@pytest.mark.parametrize(
    "values",
    [
        {"tenant": "evil.example/"},
        {"tenant": "me@evil.example/"},
        {"tenant": "evil.example\\"},
        {"tenant": "a", "port": "443@evil.example"},
        {"tenant": "a", "path": "@evil.example"},
        {"tenant": "evil.example#"},
        {"tenant": "evil.example?"},
    ],
)
def test_a_part_of_a_host_makes_no_other_host(values: dict[str, str]) -> None:
    filled = {"port": "443", "path": "", **values}
    with pytest.raises(ValueError, match="server") as caught:
        base(server_url=TENANT, url_params=filled)
    assert "evil" not in str(caught.value)
    variables = tuple(ServerVariable(name, filled[name], argument=name) for name in filled)
    with pytest.raises(ValueError, match="server"):
        Toy(configuration(servers=(Server(TENANT, variables),)), server_variables=filled)


def test_a_whole_host_and_a_path_are_the_caller_s() -> None:
    assert base(server_url=TENANT, url_params={"tenant": "a.b", "port": "1", "path": "/c/d"}) == (
        "https://a.b.example.com:1/c/d"
    )
    assert base(server_url="https://{host}/v1", url_params={"host": "b.example/c"}) == "https://b.example/c/v1"
    assert base(server_url="{url}", url_params={"url": "https://b.example"}) == "https://b.example"
    assert base(server_url="{scheme}://{host}{path}", url_params={"scheme": "https", "host": "b", "path": "/c"}) == (
        "https://b/c"
    )


def test_variables_are_no_format_strings() -> None:
    with pytest.raises(ValueError, match="variable"):
        base(server_url="https://{a.__class__}.example", url_params={"a": "b"})


@given(st.text())
def test_checking_never_fails_otherwise(text: str) -> None:
    try:
        found = checked(text)
    except ValueError:
        return
    assert not found.endswith("/")


def test_the_url_of_a_call(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})
    elsewhere = Server("https://nowhere.invalid")
    own = operation(servers=(Server(server.url + "/own"), elsewhere))
    call("sync", own, settings=configuration(servers=(elsewhere,)), sdk={"api_key": "k"})
    assert server.last.target == "/own/pets"
    call("sync", own, sdk={"server_url": server.url + "/client"})
    assert server.last.target == "/client/pets"
    call("sync", own, sdk={"server_url": "https://nowhere.invalid"}, options={"server_url": server.url + "/method/"})
    assert server.last.target == "/method/pets"


def test_many_server_urls_are_not_all_kept(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})
    with Toy(api_key="k") as client:
        for number in range(100):
            client.run(GET_PET, options={"server_url": f"{server.url}/{number}", "timeout_ms": 10_000 + number})
        assert len(client._core._bases) <= 64
    assert server.last.target == "/99/pets"


def test_a_host_that_is_none() -> None:
    with pytest.raises(ValueError, match="no URL"):
        call("sync", GET_PET, sdk={"server_url": "http://1.2.3.999"})


def test_names_of_the_toy() -> None:
    assert repr(Toy(configuration(servers=SERVERS))) == "<Toy https://one.example/v1>"
    assert repr(Toy(server_url="https://me:password@a.example")) == "<Toy https://a.example>"
    assert repr(op.Path("a", "b")).startswith("Path(argument='a', name='b'")
    assert repr(toy.GET_PET) == "<Operation getPet>"
