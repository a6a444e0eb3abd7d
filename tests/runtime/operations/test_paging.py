"""Which request asks for the next page, and how pages are walked."""

from collections.abc import Mapping
from typing import Annotated, Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.operation import Paging, PagingInput
from sdkwright.runtime.paging import (
    AsyncPage,
    NextRequest,
    Page,
    PagingError,
    Position,
    items_of,
    next_request,
)
from sdkwright.runtime.values.codec import codec
from sdkwright.runtime.values.paths import extract

URL = "https://api.test/v1/items"
CURSOR = Paging(
    "cursor",
    (PagingInput("cursor", "after"), PagingInput("limit", "limit")),
    results=("data",),
    next_cursor=("meta", "next"),
)
OFFSET = Paging("offsetLimit", (PagingInput("offset", "skip"), PagingInput("limit", "take")), results=("items",))
PAGES = Paging("offsetLimit", (PagingInput("page", "page"),), results=("items",), num_pages=("pages",))
BY_URL = Paging("url", results=("items",), next_url=("next",))


def following(paging: Paging, body: object, url: str = URL, **arguments: Any) -> NextRequest | None:
    return next_request(paging, Position(arguments, url), body)


def arguments_of(request: NextRequest | None) -> Mapping[str, Any]:
    assert request is not None
    return request.arguments


# ------------------------------------------------------------------------------------------------------------ cursors


def test_the_cursor_goes_into_its_argument() -> None:
    request = following(CURSOR, {"data": [1], "meta": {"next": "c2"}}, after="c1", name="n")
    assert arguments_of(request) == {"after": "c2", "name": "n"}


@pytest.mark.parametrize("meta", [{}, {"next": None}, {"next": ""}, {"next": "  "}, None])
def test_a_missing_or_blank_cursor_ends(meta: object) -> None:
    assert following(CURSOR, {"data": [1], "meta": meta}) is None


def test_empty_results_and_fewer_than_the_limit_end() -> None:
    assert following(CURSOR, {"data": [], "meta": {"next": "c"}}) is None
    assert following(CURSOR, {"meta": {"next": "c"}}) is None
    assert following(CURSOR, {"data": [1], "meta": {"next": "c"}}, limit=2) is None
    assert following(CURSOR, {"data": [1, 2], "meta": {"next": "c"}}, limit=2) is not None


def test_a_repeated_cursor_raises() -> None:
    body = {"data": [1], "meta": {"next": "c2"}}
    request = following(CURSOR, body)
    assert request is not None
    with pytest.raises(PagingError, match="again"):
        next_request(CURSOR, request.position(URL), body)
    with pytest.raises(PagingError, match="again"):
        following(CURSOR, body, after="c2")


def test_asking_twice_for_the_same_page_is_fine() -> None:
    position = Position({}, URL)
    body = {"data": [1], "meta": {"next": "c2"}}
    assert next_request(CURSOR, position, body) == next_request(CURSOR, position, body)


def test_a_cursor_that_is_a_number() -> None:
    assert arguments_of(following(CURSOR, {"data": [1], "meta": {"next": 0}})) == {"after": 0}


class Query(BaseModel):
    after: Annotated[str | None, Field(alias="startAfter")] = None
    limit: int | None = 50
    name: str | None = None


class Body(BaseModel):
    query: Query | None = None


@pytest.mark.parametrize("request_", [None, {"query": {"name": "n"}}, Body(query=Query(name="n")), Body()])
def test_a_cursor_inside_the_body(request_: Any) -> None:
    paging = Paging("cursor", (PagingInput("cursor", "request", ("query", "startAfter")),), next_cursor=("next",))
    made = arguments_of(following(paging, {"next": "c"}, request=request_))["request"]
    body = codec(Body).accept(made)
    assert body.query.after == "c"
    had_name = request_ is not None and request_ != Body()
    assert body.query.model_fields_set == ({"after", "name"} if had_name else {"after"})


# ---------------------------------------------------------------------------------------------------- pages, offsets


def test_pages_are_counted_from_one() -> None:
    assert arguments_of(following(PAGES, {"items": [1], "pages": 3})) == {"page": 2}
    assert arguments_of(following(PAGES, {"items": [1], "pages": 3}, page=2)) == {"page": 3}
    assert following(PAGES, {"items": [1], "pages": 3}, page=3) is None
    assert following(PAGES, {"items": []}) is None
    assert arguments_of(following(PAGES, {"items": [1]})) == {"page": 2}


def test_a_default_of_the_document_is_where_counting_starts() -> None:
    paging = Paging(
        "offsetLimit",
        (PagingInput("page", "page", default=0), PagingInput("limit", "n", default=2)),
        results=("items",),
    )
    assert arguments_of(following(paging, {"items": [1, 2]})) == {"page": 1}
    assert following(paging, {"items": [1]}) is None


def test_offsets_move_by_what_came() -> None:
    assert arguments_of(following(OFFSET, {"items": [1, 2]})) == {"skip": 2}
    assert arguments_of(following(OFFSET, {"items": [1, 2]}, skip=10, take=2)) == {"skip": 12, "take": 2}
    assert following(OFFSET, {"items": [1]}, take=2) is None
    assert following(OFFSET, {"items": []}, skip=10) is None


def test_without_anything_to_go_by_there_is_one_page() -> None:
    assert following(Paging("offsetLimit", (PagingInput("page", "page"),)), {"a": 1}) is None
    assert following(Paging("offsetLimit", (PagingInput("offset", "skip"),)), {"a": 1}) is None
    assert following(Paging("cursor", (), next_cursor=("next",)), {"next": "c"}) is None
    assert following(CURSOR, None) is None


@pytest.mark.parametrize("paging", [OFFSET, PAGES])
def test_the_same_results_again_raise(paging: Paging) -> None:
    for items in ([{"id": 1}], ["a", "b"], [Item(item_id="1")]):
        request = following(paging, {"items": items})
        assert request is not None
        with pytest.raises(PagingError, match="again"):
            next_request(paging, request.position(URL), {"items": list(items)})
        assert next_request(paging, request.position(URL), {"items": [*items, {"id": 2}]}) is not None
    request = following(paging, {"items": [0, 0]})
    assert request is not None
    assert next_request(paging, request.position(URL), {"items": [0, 0]}) is not None


def test_a_cursor_that_is_no_plain_value() -> None:
    with pytest.raises(PagingError, match="plain"):
        following(CURSOR, {"data": [1], "meta": {"next": ["c"]}})


# --------------------------------------------------------------------------------------------------------------- URLs


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://api.test/v1/items?page=2", "https://api.test/v1/items?page=2"),
        ("https://API.test:443/x", "https://API.test:443/x"),
        ("/v1/items?page=2", "https://api.test/v1/items?page=2"),
        ("?page=2", "https://api.test/v1/items?page=2"),
    ],
)
def test_a_url_of_the_same_origin_is_followed(given: str, url: str) -> None:
    request = following(BY_URL, {"items": [1], "next": given}, name="n")
    assert request is not None
    assert request.url == url
    assert request.arguments == {"name": "n"}


@pytest.mark.parametrize(
    "given",
    [
        "https://evil.test/v1/items",
        "http://api.test/v1/items",
        "https://api.test:8443/v1/items",
        "//evil.test/x",
        "https://api.test@evil.test/",
        "https://api.test.evil.test/",
        "file:///etc/passwd",
        "//api.test:99999/",
        "https://[/",
    ],
)
def test_a_url_of_another_origin_is_refused(given: str) -> None:
    with pytest.raises(PagingError, match=r"another server|no URL") as error:
        following(BY_URL, {"items": [1], "next": given})
    assert "evil" not in str(error.value)


def test_a_url_that_comes_back_raises_and_a_missing_one_ends() -> None:
    body = {"items": [1], "next": "?page=2"}
    request = following(BY_URL, body)
    assert request is not None
    with pytest.raises(PagingError, match="again"):
        next_request(BY_URL, request.position(URL), body)
    for nothing in (None, "", " ", 5):
        assert following(BY_URL, {"items": [1], "next": nothing}) is None


# ------------------------------------------------------------------------------------------------------------ looking


class Item(BaseModel):
    item_id: Annotated[str, Field(alias="id")]


class Meta(BaseModel):
    next_: Annotated[str | None, Field(alias="next")] = "default"


class Listing(BaseModel):
    data: list[Item]
    meta: Meta | None = None


def test_models_are_read_by_wire_name_and_defaults_are_nothing() -> None:
    listing = codec(Listing).read(b'{"data":[{"id":"1"}],"meta":{"next":"c"}}')
    assert extract(listing, ("meta", "next")) == "c"
    assert items_of(CURSOR, listing)[0].item_id == "1"
    assert extract(listing, ("data", 0, "id")) == "1"
    assert extract(listing, ("data", -1, "id")) == "1"
    assert extract(codec(Listing).read(b'{"data":[],"meta":{}}'), ("meta", "next")) is None


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    )
)
def test_a_path_that_is_not_there_is_none(value: Any) -> None:
    assert extract(value, ("no such thing at all", 99)) is None


# -------------------------------------------------------------------------------------------------------------- pages


def page(number: int) -> Page[str, int]:
    return Page(f"body {number}", [number, -number], lambda: page(number + 1) if number < 3 else None)


def async_page(number: int) -> AsyncPage[str, int]:
    async def fetch() -> AsyncPage[str, int] | None:
        return async_page(number + 1) if number < 3 else None

    return AsyncPage(f"body {number}", [number, -number], fetch)


def test_walking_pages() -> None:
    first = page(1)
    assert [each.result for each in first] == ["body 1", "body 2", "body 3"]
    assert list(first.items()) == [1, -1, 2, -2, 3, -3]
    second = first.next()
    assert second is not None
    assert second.result == "body 2"
    assert page(3).next() is None
    assert repr(first) == "Page(result='body 1')"


def test_pages_are_fetched_when_they_are_asked_for() -> None:
    def fail() -> Page[str, int]:
        raise AssertionError("nobody asked")

    items = Page("body", [1], fail).items()
    assert next(items) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_walking_async_pages(backend: str) -> None:
    async def walk() -> None:
        first = async_page(1)
        assert [each.result async for each in first] == ["body 1", "body 2", "body 3"]
        assert [item async for item in first.items()] == [1, -1, 2, -2, 3, -3]
        second = await first.next()
        assert second is not None
        assert second.result == "body 2"
        assert repr(first) == "AsyncPage(result='body 1')"

    anyio.run(walk, backend=backend)
