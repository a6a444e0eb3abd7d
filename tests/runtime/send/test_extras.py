"""What a caller adds to a call: headers, query parameters, members of the body; for one call, or for all."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Optional
from urllib.parse import parse_qsl, quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime import operation as op
from sdkwright.runtime.configuration import SecurityScheme, SecurityUse
from sdkwright.runtime.encode.members import with_members
from sdkwright.runtime.hooks import HookContext, Hooks
from sdkwright.runtime.model import DECIMAL_NUMBER, EXTRA, BaseModel
from sdkwright.runtime.send.extras import pairs_of, replaced
from sdkwright.runtime.unset import UNSET

from runtime import toy
from runtime.loopback import Loopback, answer
from runtime.toy import GET_PET, SEND_PET, WAYS, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
SUPPLIED = pytest.mark.parametrize("supplied", [None, ("httpx2", {"headers": {"X-Own": "client", "X-A": "client"}})])


@pytest.fixture(autouse=True)
def _answers(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})


def send(server: Loopback, asked: op.Operation[Any, Any] = GET_PET, way: str = "sync", **more: Any) -> Any:
    """A call with options; the request that came."""
    names = ("http_headers", "extra_query", "extra_body")
    options = {name: more.pop(name) for name in names if name in more}
    sdk = {"server_url": server.url, "api_key": "k", **more.pop("sdk", {})}
    call(way, asked, sdk=sdk, options=options, **more)
    return server.last


# ---------------------------------------------------------------------------------------------------------- headers


@every_way
@SUPPLIED
def test_headers_of_every_call(server: Loopback, way: str, supplied: Any) -> None:
    sdk = {"http_headers": {"X-A": "1", "x-b": "2"}}
    sent = send(server, way=way, sdk=sdk, supplied=supplied)
    assert (sent.all("X-A"), sent.all("X-B"), sent.header("Authorization")) == (["1"], ["2"], "Bearer k")
    sent = send(server, way=way, sdk=sdk, supplied=supplied, http_headers={"X-B": "3", "X-C": "4"})
    assert (sent.all("X-A"), sent.all("X-B"), sent.all("X-C")) == (["1"], ["3"], ["4"])
    if supplied:
        assert sent.all("X-Own") == ["client"]


def test_headers_of_every_call_replace_ours(server: Loopback) -> None:
    sent = send(
        server, SEND_PET, request={"id": "1"}, sdk={"http_headers": {"AUTHORIZATION": "Basic x", "Accept": "*/*"}}
    )
    assert (sent.all("Authorization"), sent.all("Accept")) == (["Basic x"], ["*/*"])
    assert sent.all("Content-Type") == ["application/json"]


def test_a_content_type_of_every_call_chooses_the_body(server: Loopback) -> None:
    """Where the document has an argument `content_type`, this and `http_headers` are the ways to say it."""
    bodies = (op.JsonBody(lambda: toy.Pet, argument="request"), op.FormBody(lambda: toy.Pet, argument="request"))
    asked = operation(method="POST", body=op.BodyChoice(bodies))
    form = {"http_headers": {"Content-Type": "application/x-www-form-urlencoded"}}
    assert send(server, asked, request={"id": "1"}, sdk=form).body == b"id=1"
    back = {"content-type": "application/json"}
    assert send(server, asked, request={"id": "1"}, sdk=form, http_headers=back).body == b'{"id":"1"}'


@pytest.mark.parametrize("headers", [{"X-A": "1\r\nX-B: 2"}, {"X A": "1"}, {"": "1"}])
def test_headers_that_cannot_be_sent_are_an_error_of_the_constructor(headers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="header"):
        toy.Toy(http_headers=headers)


def test_credentials_in_headers_are_not_sent_in_clear_and_not_pickled() -> None:
    sdk = {"http_headers": {"Authorization": "Bearer tok-1"}, "server_url": "http://toy.invalid"}
    with pytest.raises(ValueError, match="plain http"):
        call("sync", GET_PET, sdk=sdk)
    with pytest.raises(TypeError, match="Authorization") as caught:
        pickle.dumps(toy.Toy(**sdk))
    assert "tok-1" not in str(caught.value)
    made = toy.Toy(http_headers={"X-Plain": "1"})
    assert made._core.http_headers == {"X-Plain": "1"}
    assert b"X-Plain" in pickle.dumps(made)


# ------------------------------------------------------------------------------------------------------------ query


SEARCH = operation(
    path=("/pets?fixed=1",),
    query=(op.Query("q", "q"), op.Query("tags", "tags", type=lambda: list[str])),
)


@every_way
def test_query_parameters(server: Loopback, way: str) -> None:
    extra = {"tags": ["x", "y"], "new one": True, "n": 1.5, "gone": None, "at": datetime(2025, 1, 2, tzinfo=UTC)}
    sent = send(server, SEARCH, way, q="a b", tags=["a", "b"], extra_query=extra)
    pairs = ["fixed=1", "q=a%20b", "tags=x", "tags=y", "new%20one=true", "n=1.5", "at=2025-01-02T00%3A00%3A00Z"]
    assert sent.target == f"/pets?{'&'.join(pairs)}"
    assert send(server, SEARCH, way, q="a", extra_query={"q": None, "fixed": "2"}).target == "/pets?fixed=2"
    assert send(server, GET_PET, way, extra_query={"a": "1&2"}).target == "/pets?a=1%262"
    assert send(server, GET_PET, way, extra_query={}).target == "/pets"


@pytest.mark.parametrize("value", [float("nan"), object(), open])
def test_a_query_parameter_without_a_text_is_named(server: Loopback, value: object) -> None:
    with pytest.raises((TypeError, ValueError), match=r"extra_query\['a'\]"):
        send(server, extra_query={"a": value})
    assert server.requests == []


def test_a_key_in_the_query_is_sent_once_and_not_in_clear(server: Loopback) -> None:
    schemes = (SecurityScheme("Key", "apiKey", "api_key", name="key", location="query"),)
    settings = configuration(security_schemes=schemes, security=((SecurityUse("Key"),),))
    assert send(server, settings=settings).target == "/pets?key=k"
    assert send(server, settings=settings, extra_query={"key": "mine"}).target == "/pets?key=mine"
    with pytest.raises(ValueError, match="plain http"):
        call(
            "sync",
            GET_PET,
            settings=settings,
            sdk={"server_url": "http://toy.invalid"},
            options={"extra_query": {"key": "mine"}},
        )


class Pets(BaseModel):
    """A page."""

    next_url: str | None = None


PAGED = operation(
    responses=(op.Json("200", "application/json", lambda: Pets),),
    query=(op.Query("q", "q"),),
    paging=op.Paging("url", next_url=("next_url",)),
)


def test_the_pages_that_follow_have_it_too(server: Loopback) -> None:
    server.answers.extend([answer({"next_url": "/more?c=2&own=9"}), answer({})])

    def walk(page: Any) -> Any:
        return page.next()

    send(server, PAGED, q="a", extra_query={"region": "us", "own": "1"}, http_headers={"X-A": "1"}, then=walk)
    assert [sent.target for sent in server.requests] == ["/pets?q=a&region=us&own=1", "/more?c=2&own=9&region=us"]
    assert server.last.header("X-A") == "1"


_NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)


@given(
    st.dictionaries(_NAMES, st.text(st.characters(codec="utf-8"))),
    st.dictionaries(_NAMES, st.text(st.characters(codec="utf-8"))),
)
def test_queries_merge_as_dictionaries_do(own: dict[str, str], extra: dict[str, str]) -> None:
    query = ["&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in own.items())]
    pairs = pairs_of(extra)
    found = parse_qsl("&".join(replaced(query if own else [], extra, pairs)), keep_blank_values=True)
    assert dict(found) == own | extra
    assert len(found) == len(own | extra)


# ------------------------------------------------------------------------------------------------------------- body


class Order(BaseModel):
    """A body whose numbers are exact."""

    model_config = EXTRA

    price: Annotated[Decimal, DECIMAL_NUMBER]
    note: str | None = None


def json_operation(**body: Any) -> op.Operation[Any, Any]:
    return operation(method="POST", body=op.JsonBody(lambda: Order, **body))


ORDER = json_operation(argument="request")
FLAT = json_operation(fields=(op.Field("price", "price"), op.Field("note", "note")))


@every_way
@pytest.mark.parametrize("flat", [False, True])
def test_members_of_a_json_body(server: Loopback, way: str, flat: bool) -> None:
    price = Decimal("0.10000000000000000000000001")
    value = {"price": price, "note": "a"}
    asked, arguments = (FLAT, value) if flat else (ORDER, {"request": Order(price=price, note="a")})
    extra = {"note": ["b", None], "new": {"at": datetime(2025, 1, 2, tzinfo=UTC)}, "left": UNSET}
    sent = send(server, asked, way, extra_body=extra, **arguments)
    assert sent.body == (
        b'{"price":0.10000000000000000000000001,"note":["b",null],"new":{"at":"2025-01-02T00:00:00Z"}}'
    )
    assert (sent.all("Content-Type"), sent.all("Content-Length")) == (["application/json"], [str(len(sent.body))])


def test_a_body_that_was_left_out(server: Loopback) -> None:
    optional = json_operation(argument="request", required=False)
    assert send(server, optional, extra_body={"a": 1}).json == {"a": 1}
    assert send(server, optional, extra_body={}).all("Content-Type") == []
    choice = (op.JsonBody(lambda: Order, argument="request"), op.FormBody(lambda: Order, argument="request"))
    asked = operation(method="POST", body=op.BodyChoice(choice))
    assert send(server, asked, extra_body={"a": 1}).json == {"a": 1}


def test_an_operation_without_a_body(server: Loopback) -> None:
    sent = send(server, operation(method="POST"), extra_body={"a": "ü"})
    assert (sent.header("Content-Type"), sent.body) == ("application/json", '{"a":"ü"}'.encode())


def test_members_of_forms_and_parts(server: Loopback) -> None:
    form = operation(method="POST", body=op.FormBody(lambda: toy.Pet, argument="request"))
    sent = send(
        server, form, request={"id": "1", "name": "a"}, extra_body={"name": "b c", "tags": ["x", "y"], "no": None}
    )
    assert sent.body == b"id=1&name=b%20c&tags=x&tags=y"
    parts = operation(method="POST", body=op.MultipartBody(lambda: toy.Pet, argument="request"))
    sent = send(server, parts, request={"id": "1", "name": "a"}, extra_body={"name": "b", "meta": {"n": 1}})
    pieces = [piece for piece in sent.body.split(b"\r\n") if piece and not piece.startswith(b"--")]
    assert pieces == [
        b'Content-Disposition: form-data; name="id"',
        b"1",
        b'Content-Disposition: form-data; name="name"',
        b"b",
        b'Content-Disposition: form-data; name="meta"',
        b"Content-Type: application/json",
        b'{"n":1}',
    ]


def test_members_of_a_body_of_several_kinds(server: Loopback) -> None:
    bodies = (op.JsonBody(lambda: toy.Pet, argument="request"), op.FormBody(lambda: toy.Pet, argument="request"))
    asked = operation(method="POST", body=op.BodyChoice(bodies, content_type="content_type"))
    assert send(server, asked, request={"id": "1"}, extra_body={"a": 1}).json == {"id": "1", "a": 1}
    form = "application/x-www-form-urlencoded"
    assert send(server, asked, request={"id": "1"}, content_type=form, extra_body={"a": 1}).body == b"id=1&a=1"


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (op.TextBody("request"), "text"),
        (op.BinaryBody("request"), b"bytes"),
        (op.LinesBody(lambda: toy.Pet, "request"), [{"id": "1"}]),
        (op.JsonBody(lambda: list[str], argument="request"), ["a"]),
        (op.JsonBody(lambda: Optional[toy.Pet], argument="request", nullable=True), None),  # noqa: UP045 - as rendered
    ],
    ids=["text", "bytes", "lines", "array", "null"],
)
def test_a_body_that_has_no_members(server: Loopback, body: Any, value: object) -> None:
    with pytest.raises(TypeError, match="extra_body"):
        send(server, operation(method="POST", body=body), request=value, extra_body={"a": 1})
    assert server.requests == []


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _NAMES,
    lambda inner: st.lists(inner) | st.dictionaries(_NAMES, inner),
)


@given(st.dictionaries(_NAMES, _JSON), st.dictionaries(_NAMES, _JSON))
def test_members_merge_as_dictionaries_do(own: dict[str, Any], extra: dict[str, Any]) -> None:
    body = json.dumps(own, ensure_ascii=False, separators=(",", ":")).encode()
    found = with_members(body, extra)
    assert json.loads(found) == own | extra
    kept = [name for name in own if name not in extra]
    assert [name for name in json.loads(found) if name in kept] == kept


# ------------------------------------------------------------------------------------------------------------ hooks


class Named:
    """A hook that says where it was registered."""

    def __init__(self, name: str) -> None:
        self.name = name

    def before_request(self, _: HookContext, request: Any) -> Any:
        request.headers["X-Hooks"] = ", ".join(filter(None, (request.headers.get("X-Hooks"), self.name)))
        return request

    def register(self, hooks: Hooks) -> None:
        hooks.register_before_request_hook(self)


@every_way
def test_hooks_of_whoever_makes_the_object(server: Loopback, way: str) -> None:
    package = configuration(init_hooks=lambda: Named("package").register)
    assert send(server, way=way, settings=package).header("X-Hooks") == "package"
    own = {"hooks": Named("user").register}
    assert send(server, way=way, settings=package, sdk=own).header("X-Hooks") == "package, user"
    assert send(server, way=way, sdk=own).header("X-Hooks") == "user"


def test_an_init_hook_of_whoever_makes_the_object() -> None:
    class Init:
        def sdk_init(self, init: Any) -> None:
            init.server_url = "https://other.example"

    made = toy.Toy(hooks=lambda hooks: hooks.register_sdk_init_hook(Init()))
    assert "other.example" in repr(made)
