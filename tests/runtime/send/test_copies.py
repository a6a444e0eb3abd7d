"""Copies of an SDK object: one in this process is as good as the first; a pickle holds no credential."""

from __future__ import annotations

import copy
import pickle
import sys
from functools import partial
from types import ModuleType
from typing import Any

import httpx2
import pytest
from sdkwright.runtime.configuration import SecurityScheme, SecurityUse

from runtime import toy
from runtime.loopback import Answer, Loopback
from runtime.toy import GET_PET


def key() -> str:
    return "called for"


@pytest.fixture(autouse=True)
def _answers(server: Loopback) -> None:
    server.otherwise = Answer(200, b'{"id":"1"}')


@pytest.fixture(autouse=True)
def _package(monkeypatch: pytest.MonkeyPatch) -> None:
    """The toy as a package, which a pickle names."""
    package, root = ModuleType("toy"), ModuleType("toy.sdk")
    root._CONFIGURATION = toy.configuration()  # type: ignore[attr-defined]  # as rendered
    monkeypatch.setitem(sys.modules, "toy", package)
    monkeypatch.setitem(sys.modules, "toy.sdk", root)


def credential(server: Loopback) -> str | None:
    sent = {name.lower(): value for name, value in server.requests[-1].headers}
    return sent.get("authorization")


def test_a_deep_copy_keeps_the_credential_and_has_its_own_connections(server: Loopback) -> None:
    first = toy.Toy(server_url=server.url, api_key="geheim")
    second = copy.deepcopy(first)
    with first:
        first.run(GET_PET)
    assert second._core is not first._core
    with second:
        second.run(GET_PET)
    assert credential(server) == "Bearer geheim"
    third = copy.deepcopy({"a": first, "b": first})
    assert third["a"] is third["b"]


def test_a_deep_copy_shares_the_client_that_was_supplied(server: Loopback) -> None:
    with httpx2.Client() as client:
        first = toy.Toy(server_url=server.url, api_key="k", client=client)
        assert copy.deepcopy(first)._core.supplied_client is client
        with pytest.raises(TypeError, match="'client'"):
            pickle.dumps(first)


@pytest.mark.parametrize("secret", ["geheim", lambda: "geheim", partial(str, "geheim"), {"token": "geheim"}])
def test_a_pickle_holds_no_credential(server: Loopback, secret: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pickle.dumps(toy.Toy(server_url=server.url, api_key=secret, timeout_ms=5000))
    assert b"geheim" not in packed
    with pickle.loads(packed) as again:
        assert again._core.timeout_ms == 5000
        with pytest.raises(ValueError, match=r"'api_key'.*TOY_API_KEY"):
            again.run(GET_PET)
        assert server.requests == []
        monkeypatch.setenv("TOY_API_KEY", "from the environment")
        again.run(GET_PET)
    assert credential(server) == "Bearer from the environment"
    monkeypatch.delenv("TOY_API_KEY")
    with (
        pickle.loads(pickle.dumps(pickle.loads(packed))) as twice,
        pytest.raises(ValueError, match="'api_key'"),
    ):
        twice.run(GET_PET)


def test_a_function_that_is_called_for_the_credential_stays(server: Loopback) -> None:
    with pickle.loads(pickle.dumps(toy.Toy(server_url=server.url, api_key=key))) as again:
        again.run(GET_PET)
    assert credential(server) == "Bearer called for"


def test_no_credential_is_missed_that_was_never_given(server: Loopback) -> None:
    with pickle.loads(pickle.dumps(toy.Toy(server_url=server.url))) as again:
        again.run(GET_PET)
    assert credential(server) is None


def test_one_object_of_credentials_is_left_out_whole(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    schemes = (SecurityScheme("Key", "bearer", "api_key"), SecurityScheme("Other", "bearer", "other"))
    changed = toy.configuration(security_schemes=schemes, security=((SecurityUse("Key"),), (SecurityUse("Other"),)))
    monkeypatch.setattr(sys.modules["toy.sdk"], "_CONFIGURATION", changed)
    first = toy.Toy(changed, server_url=server.url)
    first._core.given["security"] = toy.Pet(id="geheim")
    packed = pickle.dumps(first)
    assert b"geheim" not in packed
    with pickle.loads(packed) as again, pytest.raises(ValueError, match="'security'"):
        again.run(GET_PET)
