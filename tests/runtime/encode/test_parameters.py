"""Each style as the table of OpenAPI 3.1 (4.8.12.4) has it, and what an independent parser reads out of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.dates import odd_date, odd_date_time
from sdkwright.runtime.encode import parameters as p
from sdkwright.runtime.unset import UNSET

LIST = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("encode", "value", "written"),
    [
        (p.simple, "blue", "blue"),
        (p.simple, LIST, "blue,black,brown"),
        (p.simple, OBJECT, "R,100,G,200,B,150"),
        (p.simple_explode, LIST, "blue,black,brown"),
        (p.simple_explode, OBJECT, "R=100,G=200,B=150"),
        (p.label, "blue", ".blue"),
        (p.label, LIST, ".blue,black,brown"),
        (p.label, OBJECT, ".R,100,G,200,B,150"),
        (p.label_explode, LIST, ".blue.black.brown"),
        (p.label_explode, OBJECT, ".R=100.G=200.B=150"),
        (p.matrix, "blue", ";color=blue"),
        (p.matrix, LIST, ";color=blue,black,brown"),
        (p.matrix, OBJECT, ";color=R,100,G,200,B,150"),
        (p.matrix_explode, "blue", ";color=blue"),
        (p.matrix_explode, LIST, ";color=blue;color=black;color=brown"),
        (p.matrix_explode, OBJECT, ";R=100;G=200;B=150"),
        (p.path_json, {"a": [1, "x"]}, "%7B%22a%22%3A%5B1%2C%22x%22%5D%7D"),
        (p.form, "blue", "color=blue"),
        (p.form, "", "color="),
        (p.form, LIST, "color=blue&color=black&color=brown"),
        (p.form, OBJECT, "R=100&G=200&B=150"),
        (p.form, [], ""),
        (p.form_joined, LIST, "color=blue,black,brown"),
        (p.form_joined, OBJECT, "color=R,100,G,200,B,150"),
        (p.form_joined, [], ""),
        (p.form_joined, {}, ""),
        (p.space_delimited, LIST, "color=blue%20black%20brown"),
        (p.space_delimited, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        (p.pipe_delimited, LIST, "color=blue%7Cblack%7Cbrown"),
        (p.pipe_delimited, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        (p.deep_object, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (p.deep_object, ["a", "b"], "color%5B0%5D=a&color%5B1%5D=b"),
        (p.deep_object_empty, ["a", "b"], "color%5B%5D=a&color%5B%5D=b"),
        (p.deep_object, {"a": {"b": [1, 2]}}, "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2"),
        (p.query_json, {"a": 1}, "color=%7B%22a%22%3A1%7D"),
        (p.cookie_form, LIST, "color=blue; color=black; color=brown"),
        (p.cookie_form, "a;b", "color=a%3Bb"),
        (p.cookie_form_joined, LIST, "color=blue%2Cblack%2Cbrown"),
    ],
)
def test_the_styles(encode: Callable[..., str], value: Any, written: str) -> None:
    assert encode("color", value) == written


@pytest.mark.parametrize(
    ("encode", "value", "written"),
    [
        (p.header_simple, "a b", "a b"),
        (p.header_simple, LIST, "blue,black,brown"),
        (p.header_simple, OBJECT, "R,100,G,200,B,150"),
        (p.header_simple_explode, OBJECT, "R=100,G=200,B=150"),
        (p.header_json, {"a": [True, None]}, '{"a":[true,null]}'),
    ],
)
def test_headers(encode: Callable[..., str], value: Any, written: str) -> None:
    assert encode(value) == written


class Colour(Enum):
    RED = "re/d"


class Text(str, Enum):  # noqa: UP042 - as rendered
    BLUE = "blue"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (-(10**30), "-" + "1" + "0" * 30),
        (1.5, "1.5"),
        (1e22, "1e+22"),
        (Decimal("1.10"), "1.10"),
        (Colour.RED, "re/d"),
        (Text.BLUE, "blue"),
        (UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        (b"\xff\x00", base64.b64encode(b"\xff\x00").decode()),
        (date(2025, 4, 20), "2025-04-20"),
        (datetime(2025, 4, 20, 1, 2, 3, tzinfo=UTC), "2025-04-20T01:02:03Z"),
        (datetime(2025, 4, 20, 3, 2, 3, 4500, timezone(timedelta(hours=2))), "2025-04-20T03:02:03.004500+02:00"),
        (datetime(2025, 4, 20, 3, 2, 3, 0, timezone(timedelta(seconds=5))), "2025-04-20T03:01:58Z"),
        (odd_date_time("2016-12-31t23:59:60z"), "2016-12-31t23:59:60z"),
        (odd_date("2025-04-20T00:00:00Z"), "2025-04-20T00:00:00Z"),
        (datetime(2025, 4, 20, 1, 2, 3), "2025-04-20T01:02:03"),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2))), "0001-01-01T00:00:00+02:00"),
    ],
)
def test_scalars(value: object, written: str) -> None:
    assert p.text_of(value) == written
    assert p.header_simple([value]) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
def test_numbers_without_a_form(value: object) -> None:
    with pytest.raises(ValueError, match="no representation"):
        p.text_of(value)


def test_json_refuses_nan() -> None:
    with pytest.raises(ValueError, match="JSON"):
        p.query_json("q", float("nan"))


@pytest.mark.parametrize("value", [object(), {"a": 1}, [1]])
def test_what_is_no_scalar(value: object) -> None:
    with pytest.raises(TypeError):
        p.text_of(value)


@pytest.mark.parametrize("encode", [p.form, p.form_joined, p.space_delimited, p.pipe_delimited, p.deep_object])
@pytest.mark.parametrize("absent", [None, UNSET])
def test_absent_values_are_left_out(encode: p.QueryEncoder, absent: object) -> None:
    assert encode("q", absent, False) == ""
    assert p.form("q", ["a", absent, "b"]) == "q=a&q=b"
    assert p.form("q", {"a": absent, "b": 1}) == "b=1"
    assert p.deep_object("q", {"a": absent, "b": 1}) == "q%5Bb%5D=1"


PATHS = [p.simple, p.simple_explode, p.label, p.label_explode, p.matrix, p.matrix_explode]


@pytest.mark.parametrize("encode", PATHS)
@pytest.mark.parametrize("value", ["", None, UNSET, [], {}])
def test_empty_path_values_are_refused(encode: p.PathEncoder, value: object) -> None:
    with pytest.raises(ValueError, match="path parameter 'id'"):
        encode("id", value, False)


@given(TEXT)
def test_only_unreserved_characters_stay(text: str) -> None:
    written = p.quote(text)
    unreserved = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    assert set(written.replace("%", "")) <= unreserved
    assert unquote(written, errors="strict") == text
    for character in unreserved:
        assert p.quote(character) == character


def test_a_lone_surrogate_has_no_form() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        p.quote("\ud800")


@given(st.dictionaries(TEXT, TEXT))
def test_objects_come_back(value: dict[str, str]) -> None:
    assert dict(parse_qsl(p.form("q", value), keep_blank_values=True, strict_parsing=bool(value))) == value
    deep = parse_qsl(p.deep_object("q", value), keep_blank_values=True)
    assert deep == [(f"q[{key}]", text) for key, text in value.items()]


@given(TEXT, st.lists(TEXT, min_size=1), st.booleans())
def test_lists_come_back(name: str, values: list[str], reserved: bool) -> None:
    written = p.form(name, values, reserved)
    assert parse_qs(written, keep_blank_values=True)[name] == values
    assert "#" not in written


@given(st.lists(st.text("abc ,|;=&%/é", min_size=1), min_size=1))
def test_delimiters_inside_values_are_encoded(values: list[str]) -> None:
    joined = p.form_joined("q", values).removeprefix("q=")
    assert [unquote(part) for part in joined.split(",")] == values
    path = p.simple("q", values)
    assert [unquote(part) for part in path.split(",")] == values
    matrix = p.matrix_explode("q", values)
    assert [unquote(part.removeprefix("q=")) for part in matrix[1:].split(";")] == values


NAME = "colour [é]"
WRITTEN = "colour%20%5B%C3%A9%5D"
STYLES = [
    # encoder, what stands in front, what parts the members, what parts a key from its value, in front of each member
    (p.simple, "", ",", ",", ""),
    (p.simple_explode, "", ",", "=", ""),
    (p.label, ".", ",", ",", ""),
    (p.label_explode, ".", ".", "=", ""),
    (p.matrix, f";{WRITTEN}=", ",", ",", ""),
    (p.matrix_explode, ";", ";", "=", f"{WRITTEN}="),
    (p.form, "", "&", "=", f"{WRITTEN}="),
    (p.form_joined, f"{WRITTEN}=", ",", ",", ""),
    (p.space_delimited, f"{WRITTEN}=", "%20", "%20", ""),
    (p.pipe_delimited, f"{WRITTEN}=", "%7C", "%7C", ""),
    (p.cookie_form, "", "; ", "=", f"{WRITTEN}="),
    (p.cookie_form_joined, f"{WRITTEN}=", "%2C", "%2C", ""),
]
MEMBER = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=". |,"), min_size=1)
"""The label style parts members by full stops, which are never encoded; the others by what is encoded in them."""


@pytest.mark.parametrize(("encode", "front", "between", "pair", "each"), STYLES)
@given(values=st.lists(MEMBER, min_size=1), mapping=st.dictionaries(MEMBER, MEMBER, min_size=1))
def test_every_style_reads_back(
    encode: Callable[..., str],
    front: str,
    between: str,
    pair: str,
    each: str,
    values: list[str],
    mapping: dict[str, str],
) -> None:
    written = encode(NAME, values)
    assert written.startswith(front)
    members = written.removeprefix(front).split(between)
    assert all(member.startswith(each) for member in members)
    assert [unquote(member.removeprefix(each), errors="strict") for member in members] == values
    written = encode(NAME, mapping)
    assert written.startswith(front)
    words = written.removeprefix(front).replace(pair, between).split(between)
    assert [unquote(word, errors="strict") for word in words] == [word for item in mapping.items() for word in item]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner)
    )
)
def test_json_parameters_come_back(value: Any) -> None:
    written = p.query_json("q", value)
    if value is None:
        assert written == ""
    else:
        assert json.loads(parse_qs(written)["q"][0]) == value
        assert json.loads(unquote(p.path_json("q", value))) == value
        assert json.loads(p.header_json(value)) == value


def test_reserved_characters_stay_where_that_is_allowed() -> None:
    assert p.form("q", "a/b?c=d:e@f#g&h+i j", True) == "q=a/b?c=d:e@f%23g%26h%2Bi%20j"
    assert p.simple("q", "a/b?c#d", True) == "a/b%3Fc%23d"
    assert p.form("q", "a/b") == "q=a%2Fb"


@given(TEXT.filter(bool))
def test_path_values_stay_in_their_segment(text: str) -> None:
    written = p.simple("id", text)
    assert not set(written) & set("/?#;")
    assert unquote(written) == text


def read_brackets(query: str) -> Any:
    """What PHP makes of a query: `a[0][b]=1` is an object in a list, which has its places as keys until the end."""
    found: dict[str, Any] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        first, *rest = name.split("[")
        keys = [first, *(part.removesuffix("]") for part in rest)]
        place = found
        for key in keys[:-1]:
            place = place.setdefault(key, {})
        place[keys[-1]] = value
    return _with_lists(found)


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and list(value) == [str(at) for at in range(len(value))]:
        return [_with_lists(item) for item in value.values()]
    return {key: _with_lists(item) for key, item in value.items()}


NAMES = st.text("abcdef", min_size=1, max_size=3)
OBJECTS = st.recursive(
    st.dictionaries(NAMES, TEXT, min_size=1, max_size=3),
    lambda inner: st.dictionaries(NAMES, st.lists(inner, min_size=1, max_size=3) | inner, min_size=1, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    "encode", [p.form, p.form_joined, p.space_delimited, p.pipe_delimited, p.deep_object], ids=lambda one: one.__name__
)
@given(items=st.lists(OBJECTS, min_size=1, max_size=3))
def test_objects_in_lists_have_their_places_in_brackets(encode: p.QueryEncoder, items: list[Any]) -> None:
    assert read_brackets(encode("q", items, False)) == {"q": items}


def test_objects_in_objects_and_lists() -> None:
    items = [{"price": "a", "tags": ["x", "y"]}, {"price": "b"}]
    told = [("items[0][price]", "a"), ("items[0][tags]", "x"), ("items[0][tags]", "y"), ("items[1][price]", "b")]
    assert parse_qsl(p.form("items", items)) == told
    assert parse_qsl(p.form("q", {"items": items, "a": {"b": "1"}})) == [
        ("items[0][price]", "a"),
        *told[1:],
        ("a[b]", "1"),
    ]
    assert parse_qsl(p.deep_object_empty("items", [{"price": "a"}, {"price": "b"}])) == [
        ("items[][price]", "a"),
        ("items[][price]", "b"),
    ]
    assert p.form_empty("q", ["a", "b"]) == "q=a&q=b"
    assert p.cookie_form_joined("c", [{"a": "1"}, {"a": "2"}]) == "c%5B0%5D%5Ba%5D=1; c%5B1%5D%5Ba%5D=2"


def test_a_property_without_a_style_stands_as_in_an_exploded_object() -> None:
    value = {"a": ["x", "y"], "b": {"k": 1}, "c": [{"k": 2}]}
    assert p.WholeForm({"a": p.form_joined})("q", value) == "a=x,y&b%5Bk%5D=1&c%5B0%5D%5Bk%5D=2"
    assert p.WholeForm({}, rest=p.form_empty)("q", value) == "a=x&a=y&b%5Bk%5D=1&c%5B%5D%5Bk%5D=2"
