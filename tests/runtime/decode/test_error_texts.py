"""What the text of an exception says: the server's words, the status, the place, and never a whole file."""

from __future__ import annotations

import json
from typing import Any, List, Literal, Optional, Union  # noqa: UP035 - as rendered

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.runtime import operation as op
from sdkwright.runtime.decode.misfits import reason_of
from sdkwright.runtime.decode.words import words_of
from sdkwright.runtime.errors import DEFAULT_MESSAGE, SDKError
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.values.arguments import accepted
from sdkwright.runtime.values.codec import codec
from sdkwright.runtime.values.paths import path_text

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import WAYS, call, operation

from .test_answers import sdk

FASTAPI = {"detail": [{"loc": ["body", "tags", 0], "msg": "too short"}, {"loc": ["query"], "msg": "missing"}]}
WORDS: list[tuple[Any, str | None]] = [
    ({"message": "no"}, "no"),
    ({"message": "no", "error": {"message": "other"}}, "no"),
    ({"message": " ", "error": {"message": "deeper", "code": 5}}, "deeper"),
    ({"message": {"text": "no"}, "error": "plain"}, "plain"),
    ({"error": "invalid_grant", "error_description": "the token is old"}, "invalid_grant: the token is old"),
    ({"error": {"title": "Gone", "detail": "since May"}}, "Gone: since May"),
    ({"error": {"code": 5}, "detail": "name is taken"}, "name is taken"),
    (FASTAPI, "body.tags.0: too short; query: missing"),
    ({"detail": ["first", {"msg": "second"}]}, "first; second"),
    ({"type": "about:blank", "title": "Forbidden", "detail": "not yours", "status": 403}, "Forbidden: not yours"),
    ({"title": "Forbidden"}, "Forbidden"),
    ({"errors": [{"code": 1}, {"message": "second"}]}, "second"),
    ({"errors": ["no", "neither"]}, "no"),
    ({"errors": [{"title": "Bad", "detail": "name"}]}, "Bad: name"),
    ({"errors": {"name": ["is taken"]}}, None),
    ({"error": True, "detail": 5, "errors": []}, None),
    ({}, None),
    ([{"message": "no"}], None),
    ("no", None),
]


@pytest.mark.parametrize(("body", "words"), WORDS)
def test_the_words_of_the_server(body: Any, words: str | None) -> None:
    assert words_of(body) == words


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["message", "error", "detail", "title", "errors", "loc", "msg"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_words_are_never_blank_and_stand_in_the_body(body: Any) -> None:
    words = words_of(body)
    if words is not None:
        assert words.strip()
        flat = json.dumps(body, ensure_ascii=False)
        parts = [part for joined in words.split("; ") for part in joined.split(": ")]
        assert any(part and json.dumps(part, ensure_ascii=False)[1:-1] in flat for part in parts)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("status", [404, 409, 503])
def test_declared_or_not_an_error_says_words_and_status(server: Loopback, way: str, status: int) -> None:
    server.otherwise = answer({"detail": "quota of 5 exceeded"}, status)
    with pytest.raises(toy.ToyError) as caught:
        call(way, operation(), sdk=sdk(server))
    assert type(caught.value) is (toy.ProblemError if status == 404 else toy.APIError)
    assert caught.value.message == "quota of 5 exceeded"
    assert str(caught.value) == f"quota of 5 exceeded: Status {status}"


@pytest.mark.parametrize(
    ("media_type", "body", "shown"),
    [
        ("application/json", b'{"oops": 1}', '{"oops": 1}'),
        ("application/json", json.dumps({"code": "7", "more": "x" * 600}).encode(), None),
        ("text/html; charset=utf-8", b"<html>down", "<html>down"),
        (None, b"down", "down"),
        (None, b"\x00\x01\x02", "(bytes, not shown)"),
        ("application/pdf", b"%PDF-1.4" + b"x" * 100_000, "(application/pdf, not shown)"),
        ("image/png", b"\x89PNG", "(image/png, not shown)"),
    ],
)
def test_the_body_is_shown_where_the_message_is_not_out_of_it(
    server: Loopback, media_type: str | None, body: bytes, shown: str | None
) -> None:
    server.otherwise = Answer(500, body, {} if media_type is None else {"Content-Type": media_type})
    with pytest.raises(toy.APIError) as caught:
        call("sync", operation(), sdk=sdk(server))
    error = caught.value
    head, _, below = str(error).partition("\n")
    assert (error.message, head) == (DEFAULT_MESSAGE, f"{DEFAULT_MESSAGE}: Status 500")
    assert below == (body.decode()[:499] + "…" if shown is None else shown)
    assert error.raw_response is not None
    assert error.raw_response.content == body


def test_a_long_message_is_cut_in_the_text_alone() -> None:
    assert str(SDKError("no answer")) == "no answer"
    error = SDKError("m" * 2_000)
    error.status_code = 500
    assert len(str(error)) == 500 + len(": Status 500")
    assert len(error.message) == 2_000


# ------------------------------------------------------------------------------------------------ what does not fit


class Leaf(BaseModel):
    """What lists hold."""

    n: int


class Cat(BaseModel):
    """One member of a choice."""

    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    """Another one."""

    kind: Literal["dog"]
    bark: str


class Tree(BaseModel):
    """An answer with places of all kinds."""

    id: Optional[int] = None  # noqa: UP045 - as rendered
    leaves: Optional[List[Leaf]] = None  # noqa: UP006, UP045 - as rendered
    pet: Optional[Union[Cat, Dog]] = None  # noqa: UP007, UP045 - as rendered
    named: Optional[dict[str, int]] = None  # noqa: UP045 - as rendered


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"id": "abc"}, ("at id: ", '; it is "abc"')),
        ({"leaves": [{"n": 1}, {"n": {"x": "y" * 100}}]}, ("at leaves[1].n: ", '; it is {"x":"yyyyyyyyyyy')),
        ({"leaves": [{}]}, ("at leaves[0].n: Field required",)),
        ({"pet": {"kind": "cat", "lives": "nine"}}, ("at pet.lives: ", 'it is "nine"')),
        ({"named": {"a b": "c"}}, ('at named["a b"]: ',)),
        ([], ("Input should be an object",)),
    ],
)
def test_a_validation_error_names_the_place_and_the_value(body: Any, expected: tuple[str, ...]) -> None:
    text = json.dumps(body)
    with pytest.raises(ValidationError) as caught:
        codec(Tree).read(text)
    reason = reason_of(caught.value, text)
    assert all(part in reason for part in expected), reason
    assert len(reason) < 300


def test_what_is_no_json_has_no_place() -> None:
    with pytest.raises(ValidationError) as caught:
        codec(Tree).read(b"<p>")
    assert reason_of(caught.value, b"<p>") == "Invalid JSON: expected value at line 1 column 1"


@given(st.lists(st.integers(0, 99) | st.text(max_size=4), max_size=5))
def test_paths_are_told_apart(steps: list[str | int]) -> None:
    text = path_text(tuple(steps))
    found: list[str | int] = []
    while text:
        if text.startswith("["):
            value, end = json.JSONDecoder().raw_decode(text[1:])
            found.append(value)
            text = text[end + 2 :]
        else:
            text = text.removeprefix(".")
            name = text.partition("[")[0].partition(".")[0]
            found.append(name)
            text = text[len(name) :]
    assert found == steps


@pytest.mark.parametrize("way", WAYS)
def test_the_error_of_an_answer_names_operation_status_and_place(server: Loopback, way: str) -> None:
    asked = operation(responses=(op.Json("200", "application/json", lambda: Tree),))
    server.otherwise = answer({"leaves": [{"n": "zz"}], "id": 1})
    with pytest.raises(toy.ResponseValidationError) as caught:
        call(way, asked, sdk=sdk(server))
    text = str(caught.value)
    assert text.startswith("Response validation failed in getPet: at leaves[0].n: ")
    assert '"zz": Status 200\n{"leaves"' in text
    assert json.loads(caught.value.body) == {"leaves": [{"n": "zz"}], "id": 1}
    assert isinstance(caught.value.__cause__, ValidationError)


def test_an_empty_answer_where_one_is_needed_says_so(server: Loopback) -> None:
    server.otherwise = Answer(204, b"", {})
    with pytest.raises(toy.ResponseValidationError) as caught:
        call("sync", operation(result_required=True), sdk=sdk(server))
    assert str(caught.value) == "Response validation failed in getPet: the answer has no body: Status 204"


# -------------------------------------------------------------------------------------------------------- arguments


@pytest.mark.parametrize(
    "place",
    [
        {"path": ("/", op.Path("limit", "limit", type=lambda: int))},
        {"query": (op.Query("limit", "Limit", type=lambda: int),)},
        {"query": (op.Query("limit", "Limit", op.deep_object, type=lambda: dict[str, int]),)},
        {"headers": (op.Header("limit", "X-Limit", type=lambda: int),)},
        {"cookies": (op.Cookie("limit", "Limit", type=lambda: int),)},
        {"method": "POST", "body": op.JsonBody(lambda: Leaf, argument="limit")},
        {"method": "POST", "body": op.JsonBody(lambda: List[Leaf], argument="limit")},  # noqa: UP006 - as rendered
    ],
)
def test_a_value_error_names_the_argument(server: Loopback, place: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        call("sync", operation(**place), sdk=sdk(server), limit="se{0}cret")
    assert caught.value.title == "limit"
    assert all(error["loc"][0] == "limit" for error in caught.value.errors())
    assert "secret" not in str(caught.value)
    assert server.requests == []


def test_a_value_without_a_form_names_its_parameter(server: Loopback) -> None:
    opaque = operation(query=(op.Query("filter", "filter", type=lambda: Any),))
    with pytest.raises(TypeError, match="'filter'"):
        call("sync", opaque, sdk=sdk(server), filter=object())
    asked = operation(query=(op.Query("limit", "Limit"),))
    with pytest.raises(ValueError, match="the parameter 'Limit': nan has no representation on the wire"):
        call("sync", asked, sdk=sdk(server), limit=float("nan"))


@given(st.text(max_size=6), st.text(max_size=6))
def test_the_reason_stays_what_it_was(key: str, value: str) -> None:
    made = codec(dict[str, int])
    with pytest.raises(ValidationError) as plain:
        made.accept({key: value})
    with pytest.raises(ValidationError) as named:
        accepted(made, "limits", {key: value})
    own = plain.value.errors(include_url=False)
    assert [(one["type"], one["msg"], one["input"]) for one in own] == [
        (one["type"], one["msg"], one["input"]) for one in named.value.errors(include_url=False)
    ]
    assert [("limits", *one["loc"]) for one in own] == [one["loc"] for one in named.value.errors()]
