"""Short names of methods: less of what the route and the group say, and never the name of another method."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.frozen import replace
from sdkwright.ir.service import Operation
from sdkwright.ir.types import OperationKey
from sdkwright.names.short import short_name, short_names
from sdkwright.options.model import Config

from tests.unit.naming import named

SHORT = Config(short_methods=True, groups_by_path=True)


def operation(id: str, path: str = "/books", method: str = "POST") -> Operation:
    return Operation(OperationKey(f"#/{id}"), id, method, path, (("books",),), (), None, ())


@pytest.mark.parametrize(
    ("id", "path", "method", "group", "expected"),
    [
        ("create_book_books_post", "/books", "POST", "authors", "create_book"),
        ("create_book_books_post", "/books", "POST", "books", "create"),
        ("read_books__book_id__get", "/books/{book_id}", "GET", "books", "read"),
        ("droplets_list", "/droplets", "GET", "Droplets", "list"),
        ("listDroplets", "/droplets", "GET", "droplets", "list"),
        ("getCategory", "/c", "GET", "categories", "get"),
        ("getBookPages", "/b", "GET", "books", "get_book_pages"),
        ("books", "/books", "GET", "books", "books"),
        ("books_get", "/books", "GET", "books", "get"),
        ("_books_get", "/books", "GET", "books", "get"),
        ("access_class", "/a", "GET", "accesses", "access_class"),
    ],
)
def test_what_is_said_already_is_left_out(id: str, path: str, method: str, group: str, expected: str) -> None:
    assert short_name(operation(id, path, method), (group,)) == expected


def test_two_that_would_be_equal_stay_as_they_are() -> None:
    listed = [operation("list_books"), operation("books_list"), operation("get_books"), operation("remove")]
    assert short_names(listed, ("books",)) == {"#/get_books": "get"}
    taken = [operation("get_books"), operation("get")]
    assert short_names(taken, ("books",)) == {}
    asked = replace(operation("list_books"), name_override="all")
    assert short_names([asked, operation("books_list")], ("books",)) == {"#/books_list": "list"}


@given(st.lists(st.text("ab_", min_size=1, max_size=6).map(lambda text: f"{text}_books"), unique=True, max_size=6))
def test_no_two_methods_get_one_name(ids: list[str]) -> None:
    found = short_names([operation(id) for id in ids], ("books",))
    assert len(set(found.values())) == len(found)
    assert all(found.values())


def test_methods_and_groups_of_a_document_without_tags() -> None:
    answer = {"responses": {"204": {"description": "ok"}}}
    paths = {
        "/api/v1/books": {"post": {"operationId": "create_book_api_v1_books_post", **answer}},
        "/books/{id}": {"get": {"operationId": "import_books", **answer}},
        "/{id}": {"get": {"operationId": "one", **answer}},
    }
    root = {"paths": paths}
    short = named(root, SHORT).names
    assert {(group, method) for (_, group), method in short.methods.items()} == {
        (("books",), "create"),
        (("books",), "import_books"),
        ((), "one"),
    }
    written = named(root).names
    assert {group for _, group in written.methods} == {()}
    assert "create_book_api_v1_books_post" in written.methods.values()
