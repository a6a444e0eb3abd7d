"""Hooks, debug logging, and what hooks may do to an answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime import operation as op
from sdkwright.runtime.configuration import SecurityScheme, SecurityUse
from sdkwright.runtime.hooks import HookContext, Hooks, SDKInit
from sdkwright.runtime.logs import redacted_headers, redacted_url
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import GET_PET, WAYS, Clock, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
RETRY = RetryConfig("backoff", BackoffStrategy(1, 1, 1.0, 60_000), True)


def with_hooks(register: Callable[[Hooks], None], **more: Any) -> Any:
    return configuration(init_hooks=lambda: register, **more)


class Recorder:
    """Every hook at once; `act` decides what the later ones return."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, Any]] = []

    def before_request(self, context: HookContext, request: Any) -> Any:
        self.seen.append(("before", context))
        assert "X-Hook" not in request.headers, "each attempt gets a fresh request"
        request.headers["X-Hook"] = str(context.attempt)
        return request

    def after_success(self, context: HookContext, response: Any) -> Any:
        self.seen.append(("success", response.status_code))
        return response

    def after_error(self, context: HookContext, response: Any, error: Any) -> Any:
        self.seen.append(("error", error if response is None else response.status_code))
        return response, error


def recorded(recorder: Recorder) -> Callable[[Hooks], None]:
    def register(hooks: Hooks) -> None:
        hooks.register_before_request_hook(recorder)
        hooks.register_after_success_hook(recorder)
        hooks.register_after_error_hook(recorder)

    return register


@every_way
def test_hooks_see_each_attempt_and_the_last_answer(server: Loopback, way: str) -> None:
    server.answers.extend([Answer(503, b""), answer({"id": "1"})])
    recorder = Recorder()
    call(
        way,
        GET_PET,
        settings=with_hooks(recorded(recorder)),
        sdk={"server_url": server.url},
        timing=Clock().timing(),
        options={"retries": RETRY},
    )
    contexts = [seen for kind, seen in recorder.seen if kind == "before"]
    assert [(one.operation_id, one.base_url, one.attempt) for one in contexts] == [
        ("getPet", server.url, 0),
        ("getPet", server.url, 1),
    ]
    assert recorder.seen[-1] == ("success", 200)
    assert [sent.header("X-Hook") for sent in server.requests] == ["0", "1"]


@every_way
def test_error_hooks(server: Loopback, way: str) -> None:
    import httpx2

    recorder = Recorder()
    configured = with_hooks(recorded(recorder))
    server.otherwise = Answer(500, b"")
    with pytest.raises(toy.APIError):
        call(way, GET_PET, settings=configured, sdk={"server_url": server.url})
    assert recorder.seen[-1] == ("error", 500)
    server.otherwise = Answer(drop=True)
    with pytest.raises(httpx2.RemoteProtocolError):
        call(way, GET_PET, settings=configured, sdk={"server_url": server.url})
    assert isinstance(recorder.seen[-1][1], httpx2.RemoteProtocolError)


@every_way
def test_hooks_may_swallow_replace_and_raise(server: Loopback, way: str) -> None:
    import httpx2

    server.otherwise = answer({"id": "1"})

    class Swallow:
        def after_success(self, context: HookContext, response: Any) -> None:
            return None

    class Replace:
        def after_success(self, context: HookContext, response: Any) -> Any:
            return httpx2.Response(200, json={"id": "2"})

        def after_error(self, context: HookContext, response: Any, error: Any) -> Any:
            return httpx2.Response(200, json={"id": "3"}), None

    class Raise:
        def after_error(self, context: HookContext, response: Any, error: Any) -> Any:
            return None, KeyError("mine")

    def run(hook: Any, *kinds: str) -> Any:
        def register(hooks: Hooks) -> None:
            for kind in kinds:
                getattr(hooks, f"register_{kind}_hook")(hook)

        return call(way, GET_PET, settings=with_hooks(register), sdk={"server_url": server.url})

    with pytest.raises(toy.NoResponseError):
        run(Swallow(), "after_success")
    assert run(Replace(), "after_success") == toy.Pet(id="2")
    server.otherwise = Answer(500, b"")
    assert run(Replace(), "after_error") == toy.Pet(id="3")
    with pytest.raises(KeyError, match="mine"):
        run(Raise(), "after_error")
    server.otherwise = Answer(drop=True)
    assert run(Replace(), "after_error") == toy.Pet(id="3")


def test_async_hooks_run_after_the_sync_ones_in_async_methods(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})
    order: list[str] = []

    class Plain:
        def before_request(self, context: HookContext, request: Any) -> Any:
            order.append("sync")
            return request

    class Later:
        async def before_request(self, context: HookContext, request: Any) -> Any:
            order.append("async")
            return request

        async def after_success(self, context: HookContext, response: Any) -> Any:
            order.append("success")
            return response

        async def after_error(self, context: HookContext, response: Any, error: Any) -> Any:
            order.append("error")
            return response, error

    def register(hooks: Hooks) -> None:
        hooks.register_async_before_request_hook(Later())
        hooks.register_async_after_success_hook(Later())
        hooks.register_async_after_error_hook(Later())
        hooks.register_before_request_hook(Plain())

    for way, expected in (("sync", ["sync"]), ("asyncio", ["sync", "async", "success"])):
        order.clear()
        call(way, GET_PET, settings=with_hooks(register), sdk={"server_url": server.url})
        assert order == expected


def test_sdk_init_may_replace_what_the_constructor_was_told(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})

    class Init:
        def sdk_init(self, init: SDKInit) -> None:
            assert init.server_url == "https://replaced.example"
            init.server_url = server.url

    def register(hooks: Hooks) -> None:
        hooks.register_sdk_init_hook(Init())

    with toy.Toy(with_hooks(register), server_url="https://replaced.example") as client:
        assert client._core.hooks is None, "no hook is left that a call would run"
        assert client.run(GET_PET) == toy.Pet(id="1")


@every_way
def test_a_hook_that_raises_leaves_no_answer_open(way: str) -> None:
    watched = toy.Watched((200, "text/plain"))

    class Raise:
        def after_success(self, context: HookContext, response: Any) -> Any:
            raise LookupError("hook")

    def register(hooks: Hooks) -> None:
        hooks.register_after_success_hook(Raise())

    asked = operation(responses=(op.Download("200", "text/plain"),))
    with pytest.raises(LookupError):
        call(way, asked, settings=with_hooks(register), sdk=watched.options())
    assert watched.closed == [200]


# -------------------------------------------------------------------------------------------------------------- logs


class Lines:
    """A logger that keeps what it is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def debug(self, message: str, /, *args: Any) -> None:
        self.lines.append(message % args)


@every_way
def test_logs_leave_secrets_out(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1", "x": "body-secret"}, set_cookie="sid=cookie-secret")
    lines = Lines()
    schemes = (
        SecurityScheme("Key", "bearer", "api_key"),
        SecurityScheme("Query", "apiKey", "query_key", name="q", location="query"),
        SecurityScheme("Odd", "apiKey", "odd", name="X-Odd", location="header"),
    )
    uses = (tuple(SecurityUse(key) for key in ("Key", "Query", "Odd")),)
    call(
        way,
        GET_PET,
        settings=configuration(security_schemes=schemes, security=uses),
        sdk={
            "server_url": server.url,
            "security": {"api_key": "bearer-secret", "query_key": "query-secret", "odd": "odd-secret"},
            "debug_logger": lines,
        },
        options={"http_headers": {"X-Amz-Security-Token": "header-secret", "X-Plain": "shown"}},
    )
    text = "\n".join(lines.lines)
    assert len(lines.lines) == 2
    assert "secret" not in text
    assert "shown" in text
    assert f"GET {server.url}/pets?q=[REDACTED]" in text
    assert "200" in lines.lines[1]


def test_an_operation_s_id_begins_no_line_of_the_log(server: Loopback) -> None:
    server.answers.extend([Answer(503, b""), answer({"id": "1"})])
    lines, clock = Lines(), Clock()
    options = {"retries": RetryConfig("backoff", BackoffStrategy(1, 1, 1.0, 1_000), False)}
    sdk = {"server_url": server.url, "api_key": "k", "debug_logger": lines}
    call("sync", operation(id="get\nPet"), sdk=sdk, options=options, timing=clock.timing())
    assert [line for line in lines.lines if line.startswith("attempt")] == [
        r"attempt 1 of get\nPet failed; again in 1 ms"
    ]


def test_the_environment_switches_logs_on(
    server: Loopback,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.otherwise = answer({"id": "1"})
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    logger = logging.getLogger("toy")
    for value, expected in (("0", False), ("false", False), ("1", True), ("true", True)):
        monkeypatch.setenv("TOY_DEBUG", value)
        call("sync", GET_PET, sdk={"server_url": server.url, "api_key": "geheim"})
        told = capsys.readouterr().err
        assert ("GET" in told) is expected
        assert "geheim" not in told
    assert (root.level, list(root.handlers)) == before
    assert "toy" not in {record.name for record in caplog.records}, "what the root logger was told"
    for handler in list(logger.handlers):
        logger.removeHandler(handler)


@given(st.text(), st.text("abc&=?#/%"))
def test_redaction_never_lets_a_named_value_through(secret: str, tail: str) -> None:
    shown = redacted_headers([("X-Key", secret), ("Cookie", secret), ("Own", secret)], {"own"})
    assert set(shown.values()) == {"[REDACTED]"}
    url = redacted_url(f"https://u:pass@h/p?token=zzz&{tail}", set())
    assert "zzz" not in url
    assert "pass" not in url


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://h/a?page=2&access_token=x", "https://h/a?page=2&access_token=[REDACTED]"),
        ("https://h/a?flag&KEY=x", "https://h/a?flag&KEY=[REDACTED]"),
        ("https://h/a", "https://h/a"),
        ("https://me:pw@h/a", "https://h/a"),
        ("https://me:p@w@h/a", "https://h/a"),
        (
            "https://h/a?api%20key=x&%6Bey=x&api+key=x",
            "https://h/a?api%20key=[REDACTED]&%6Bey=[REDACTED]&api+key=[REDACTED]",
        ),
    ],
)
def test_redacted_urls(url: str, shown: str) -> None:
    assert redacted_url(url, set()) == shown


@every_way
@pytest.mark.parametrize("library", ["httpx2", "httpx"])
def test_redirects_show_no_key(server: Loopback, way: str, library: str, caplog: pytest.LogCaptureFixture) -> None:
    """A server repeats the query in the address that it sends the client to."""
    scheme = SecurityScheme("Query", "apiKey", "query_key", name="my pin", location="query")
    settings = configuration(http_library=library, security_schemes=(scheme,), security=((SecurityUse("Query"),),))
    server.answers.append(Answer(302, b"", {"Location": "/pets/?my+pin=geheim"}))
    server.otherwise = answer({"id": "1"})
    lines = Lines()
    options = {
        "server_url": server.url.replace("http://", "http://me:geheim@"),
        "security": {"query_key": "geheim"},
        "follow_redirects": True,
        "debug_logger": lines,
    }
    with caplog.at_level(logging.INFO):
        call(way, GET_PET, settings=settings, sdk=options)
        call(way, GET_PET, settings=settings, sdk={**options, "security": None})
        server.otherwise = Answer(302, b"", {"Location": "/pets/?my+pin=geheim"})
        with pytest.raises(toy.APIError):
            call(way, GET_PET, settings=settings, sdk={**options, "follow_redirects": False})
    assert [sent.target for sent in server.requests[:2]] == ["/pets?my%20pin=geheim", "/pets/?my+pin=geheim"]
    assert "geheim" not in caplog.text + "\n".join(lines.lines)
    assert "[REDACTED]" in caplog.text


@every_way
def test_a_page_may_be_an_answer_of_a_hook(server: Loopback, way: str) -> None:
    import httpx2

    server.otherwise = answer({})

    class Replace:
        def after_success(self, context: HookContext, response: Any) -> Any:
            return httpx2.Response(200, json={"id": "2"})

    asked = operation(paging=op.Paging("url", next_url=("name",)))
    configured = with_hooks(lambda hooks: hooks.register_after_success_hook(Replace()))
    assert call(way, asked, settings=configured, sdk={"server_url": server.url}).result == toy.Pet(id="2")


@every_way
@pytest.mark.parametrize("library", ["httpx2", "httpx"])
@pytest.mark.parametrize("supplied", [False, True])
def test_the_library_s_own_log_shows_no_key(
    server: Loopback, way: str, library: str, supplied: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """The HTTP libraries log the URL of every request."""
    server.otherwise = answer({"id": "1"})
    schemes = (
        SecurityScheme("Query", "apiKey", "query_key", name="k", location="query"),
        SecurityScheme("Header", "apiKey", "header_key", name="X-K", location="header"),
    )
    settings = configuration(
        http_library=library,
        security_schemes=schemes,
        security=((SecurityUse("Query"), SecurityUse("Header")),),
    )
    module = pytest.importorskip(library)
    options: dict[str, Any] = {"server_url": server.url, "security": {"query_key": "geheim", "header_key": "geheim"}}
    if supplied and way == "sync":
        options["client"] = module.Client()
    with caplog.at_level(logging.DEBUG):
        call(way, operation(query=(op.Query("x", "x"),)), settings=settings, sdk=options, x="1")
    if "client" in options:
        options["client"].close()
    assert server.last.target == "/pets?x=1&k=geheim"
    assert f"GET {server.url}/pets?x=1&k=[REDACTED]" in caplog.text
    assert "geheim" not in caplog.text
