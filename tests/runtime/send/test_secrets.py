"""What an exception, a pickle and a client that was never finished tell of credentials: nothing."""

from __future__ import annotations

import copy
import pickle
import traceback
from typing import Any

import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.configuration import SecurityUse
from sdkwright.runtime.operation import Paging
from sdkwright.runtime.paging import PagingError

from runtime import toy
from runtime.credentials import SCHEMES, SECRET, settings
from runtime.loopback import Answer, Loopback, Received, answer
from runtime.toy import GET_PET, WAYS, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
every_library = pytest.mark.parametrize("library", ["httpx2", "httpx"])
NOWHERE = "http://127.0.0.1:9"


def given(scheme: str) -> dict[str, Any]:
    """The credential of one scheme."""
    (found,) = [each for each in SCHEMES if each.key == scheme]
    return {found.argument: {"username": "u", "password": SECRET} if scheme == "Basic" else SECRET}


def failure(way: str, library: str, **sdk: Any) -> Any:
    """What the transport raises where nobody listens."""
    module = pytest.importorskip(library)
    with pytest.raises(module.TransportError) as caught:
        call(way, GET_PET, **sdk)
    return caught.value


def check(problem: BaseException) -> None:
    """Nothing of the credential is in what people and pickles see of an exception."""
    told = "".join([repr(problem), str(problem), *traceback.format_exception(problem)])
    assert SECRET not in told
    assert SECRET.encode() not in pickle.dumps(problem)


@every_way
@every_library
@pytest.mark.parametrize("scheme", ["Bearer", "Basic", "Header", "Query", "Cookie", "Other"])
def test_exceptions_of_the_transport_hold_no_credential(way: str, library: str, scheme: str) -> None:
    alternatives = ((SecurityUse(scheme),),)
    configured = configuration(security_schemes=SCHEMES, security=alternatives, http_library=library)
    problem = failure(way, library, settings=configured, sdk={"server_url": NOWHERE, "security": given(scheme)})
    check(problem)
    loaded = pickle.loads(pickle.dumps(problem))
    assert type(loaded) is type(problem)
    assert repr(problem.request).startswith("<Request('GET', ")
    assert loaded.request.method == "GET"
    assert str(loaded.request.url).startswith(f"{NOWHERE}/pets")
    assert loaded.request.headers["accept"] == problem.request.headers["accept"]


@every_library
def test_exceptions_of_a_supplied_client_hold_none(library: str) -> None:
    module = pytest.importorskip(library)
    with module.Client(headers={"X-Own": SECRET}) as client, pytest.raises(module.TransportError) as caught:
        toy.Toy(server_url=NOWHERE, api_key=SECRET, client=client).run(GET_PET)
    check(caught.value)


def test_user_information_of_a_server_is_in_no_pickle() -> None:
    check(failure("sync", "httpx2", sdk={"server_url": f"http://me:{SECRET}@127.0.0.1:9"}))


@every_library
def test_copies_of_requests_can_be_sent(server: Loopback, library: str) -> None:
    """Unlike what a pickle gives back."""
    server.otherwise = answer({"id": "1"})

    class Copying:
        def before_request(self, _: Any, request: Any) -> Any:
            return copy.deepcopy(copy.copy(request))

    def register(hooks: Any) -> None:
        hooks.register_before_request_hook(Copying())

    configured = configuration(http_library=library)
    sdk = {"server_url": server.url, "api_key": "k", "hooks": register}
    assert call("sync", GET_PET, settings=configured, sdk=sdk) == toy.Pet(id="1")
    assert server.last.header("Authorization") == "Bearer k"


@pytest.mark.parametrize("scheme", ["Bearer", "Header", "Cookie", "Other"])
@pytest.mark.parametrize(
    "value", [[SECRET], {"x": SECRET}, SECRET.encode(), (SECRET, SECRET), f"{SECRET}\n", lambda: [SECRET]]
)
def test_refused_credentials_do_not_show(scheme: str, value: object) -> None:
    (argument,) = given(scheme)
    made = toy.Toy(settings((scheme,), ("Basic",)), server_url=NOWHERE, security={argument: value})
    with made, pytest.raises((ValueError, TypeError, OSError, toy_errors())) as caught:
        made.run(GET_PET)
    check(caught.value)
    assert SECRET not in repr(made)


def toy_errors() -> type[Exception]:
    """A credential that says nothing of its scheme is none: the call goes on without."""
    import httpx2

    return httpx2.TransportError


def test_a_client_that_was_never_finished_can_be_shown() -> None:
    class Failing(toy.Toy):
        seen: list[str] = []  # noqa: RUF012 - of this test

        def __init__(self) -> None:
            try:
                super().__init__(server_url="no URL", server_idx=99)
            finally:
                self.seen.append(repr(self))

    with pytest.raises(ValueError, match="server"):
        Failing()
    assert Failing.seen == ["<Failing>"]
    assert repr(object.__new__(toy.Toy)) == str(object.__new__(toy.Toy)) == "<Toy>"


# ------------------------------------------------------------------------------------- credentials in URLs of servers


PAGES = operation(
    responses=(op.Json("200", "application/json", lambda: dict[str, Any]), op.ApiError("4XX")),
    paging=Paging("url", results=("items",), next_url=("next",)),
)


@every_way
@pytest.mark.parametrize("user", ["me:geheim@", "me@", ":geheim@", "Bearer%20x@"])
def test_the_url_of_a_next_page_brings_no_credentials(server: Loopback, way: str, user: str) -> None:
    """The library would send them in place of ours."""
    elsewhere = server.url.replace("http://", f"http://{user}")
    server.otherwise = answer({"items": [1], "next": f"{elsewhere}/pets?page=2"})

    def following(page: Any) -> Any:
        return page.next()

    with pytest.raises(PagingError, match="holds credentials") as caught:
        call(way, PAGES, sdk={"server_url": server.url, "api_key": "k"}, then=following)
    assert "geheim" not in str(caught.value)
    assert [each.header("Authorization") for each in server.requests] == ["Bearer k"]


@every_way
def test_a_redirect_brings_no_credentials(server: Loopback, way: str) -> None:
    def moved(request: Received) -> Answer:
        target = server.url.replace("http://", "http://me:geheim@") + "/moved"
        return Answer(307, b"", {"Location": target}) if request.target == "/pets" else answer({"id": "1"})

    server.respond = moved
    with pytest.raises(toy.APIError):
        call(way, GET_PET, sdk={"server_url": server.url, "api_key": "k", "follow_redirects": True})
    assert [each.header("Authorization") for each in server.requests] == ["Bearer k"]
