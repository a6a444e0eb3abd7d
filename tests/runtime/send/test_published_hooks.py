"""Hooks that were written for published SDKs: they return exceptions, and take the URL and the client apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sdkwright.runtime.hooks import HookContext, Hooks

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import GET_PET, WAYS, call, configuration

every_way = pytest.mark.parametrize("way", WAYS)
KINDS = ("before_request", "after_success", "after_error")


def registering(hook: object, *kinds: str) -> Callable[[Hooks], None]:
    def register(hooks: Hooks) -> None:
        for kind in kinds:
            getattr(hooks, f"register_{kind}_hook")(hook)

    return register


class Refuses:
    """Returns an exception from every hook."""

    def before_request(self, context: HookContext, request: Any) -> Exception:
        return LookupError("refused")

    def after_success(self, context: HookContext, response: Any) -> Exception:
        return LookupError("refused")

    def after_error(self, context: HookContext, response: Any, error: Any) -> Exception:
        return LookupError("refused")


class RefusesLater:
    """The same for hooks of async methods alone."""

    async def before_request(self, context: HookContext, request: Any) -> Exception:
        return LookupError("refused")

    async def after_success(self, context: HookContext, response: Any) -> Exception:
        return LookupError("refused")

    async def after_error(self, context: HookContext, response: Any, error: Any) -> Exception:
        return LookupError("refused")


@every_way
@pytest.mark.parametrize("kind", KINDS)
def test_an_exception_that_a_hook_returns_is_raised(server: Loopback, way: str, kind: str) -> None:
    server.otherwise = Answer(500, b"") if kind == "after_error" else answer({"id": "1"})
    hooks = [(Refuses(), kind)] if way == "sync" else [(Refuses(), kind), (RefusesLater(), f"async_{kind}")]
    for hook, registered in hooks:
        register = registering(hook, registered)
        settings = configuration(init_hooks=lambda register=register: register)
        with pytest.raises(LookupError, match="refused"):
            call(way, GET_PET, settings=settings, sdk={"server_url": server.url})


class Moves:
    """Sends everything to another server, and looks at what it was told."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.told: list[tuple[str, Any]] = []

    def sdk_init(self, base_url: str, client: Any) -> tuple[str, Any]:
        self.told.append((base_url, client))
        return self.url or base_url, client


def test_an_init_hook_takes_url_and_client_and_returns_them(server: Loopback) -> None:
    import httpx2

    server.otherwise = answer({"id": "1"})
    moves = Moves(server.url)
    with httpx2.Client() as client, toy.Toy(hooks=registering(moves, "sdk_init"), client=client) as sdk:
        assert sdk.run(GET_PET) == toy.Pet(id="1")
        assert moves.told == [(toy.configuration().servers[0].url, client)]


def test_an_init_hook_that_returns_what_it_was_told_changes_nothing() -> None:
    stays = Moves("")
    made = toy.Toy(hooks=registering(stays, "sdk_init"), server_url="https://told.example")
    assert stays.told == [("https://told.example", None)]
    assert "told.example" in repr(made)


@every_way
def test_hooks_see_what_the_object_was_made_with(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    seen: list[Any] = []

    class Looks:
        def before_request(self, context: HookContext, request: Any) -> Any:
            assert context.config is not None
            seen.append((context.config.server_url, context.config.timeout_ms))
            return request

    settings = configuration(init_hooks=lambda: registering(Looks(), "before_request"))
    call(way, GET_PET, settings=settings, sdk={"server_url": server.url, "timeout_ms": 4321})
    assert seen == [(server.url, 4321)]
