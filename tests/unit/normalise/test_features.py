"""Groups, methods, extensions, webhooks and coverage of operations."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.ir.service import Outcome, PagingKind
from sdkwright.ir.types import Deprecation, Root
from sdkwright.normalise.extensions import Features
from sdkwright.normalise.name_patterns import name_pattern
from sdkwright.normalise.operations.paging import jsonpath
from sdkwright.normalise.report import Report

from tests.unit.normalised import OK, answering, document, one, parameter


def test_document_order_of_operations_and_their_methods() -> None:
    paths = {
        "/b": {"post": OK, "get": OK, "x-note": {}},
        "/a": {"$ref": "#/components/pathItems/Shared"},
        "/c": {"additionalOperations": {"COPY": OK}, "query": OK},
    }
    result = document(paths, components={"pathItems": {"Shared": {"delete": OK, "parameters": [parameter("p")]}}})
    assert [(o.http_method, o.path) for o in result.api.operations] == [
        ("POST", "/b"),
        ("GET", "/b"),
        ("DELETE", "/a"),
        ("COPY", "/c"),
        ("QUERY", "/c"),
    ]
    assert [p.name for p in result.api.operations[2].parameters] == ["p"]
    assert result.api.operations[2].id == "#/paths/~1a/delete"


@pytest.mark.parametrize(
    ("node", "groups"),
    [
        ({"x-speakeasy-group": "a.b", "tags": ["T"]}, (("a", "b"),)),
        ({"tags": ["T", "U", "T"]}, (("T",), ("U",))),
        ({"tags": []}, ((),)),
        ({}, ((),)),
        ({"x-speakeasy-group": "", "tags": ["T"]}, ((),)),
    ],
)
def test_groups(node: dict[str, Any], groups: Any) -> None:
    assert one(node).operation.groups == groups


def test_names_of_methods() -> None:
    patterns = {"x-speakeasy-name-override": [{"operationId": "^list.*", "methodNameOverride": "list"}]}
    assert one({"operationId": "listPets"}, **patterns).operation.name_override == "list"
    assert one({"operationId": "getPet"}, **patterns).operation.name_override is None
    assert (
        one({"operationId": "listPets", "x-speakeasy-name-override": "all"}, **patterns).operation.name_override
        == "all"
    )


@pytest.mark.parametrize("pattern", ["(a+)+$", "a**", "(", "(?=a)", "(a|b)*", "x{1000}", ".*.*.*.*.*", "a" * 300])
def test_patterns_that_could_run_long_are_refused(pattern: str) -> None:
    assert name_pattern(pattern, "x") is None
    result = one(
        {"operationId": "a"}, **{"x-speakeasy-name-override": [{"operationId": pattern, "methodNameOverride": "x"}]}
    )
    assert result.codes == ["bad-extension"]


def test_ignored_operations_are_in_the_coverage_alone() -> None:
    result = one({"x-speakeasy-ignore": True})
    assert result.api.operations == ()
    assert [(e.kind, e.outcome) for e in result.api.coverage] == [("operation", Outcome.SKIPPED)]
    assert result.codes == []


def test_numbers_and_texts_of_extensions() -> None:
    result = one(
        {
            "x-speakeasy-timeout": 500,
            "x-speakeasy-max-method-params": 2,
            "deprecated": True,
            "x-speakeasy-deprecation-message": "use b",
            "x-speakeasy-deprecation-replacement": "getB",
            "x-speakeasy-usage-example": {"title": "First", "position": 1},
            "x-speakeasy-docs": {"python": {"description": "for Python"}},
            "description": "for all",
            "x-speakeasy-retries": {
                "strategy": "backoff",
                "backoff": {"initialInterval": 10, "maxInterval": 20, "exponent": 2, "maxElapsedTime": 30},
                "statusCodes": ["5XX", 429],
                "retryConnectionErrors": True,
            },
        },
        **{"x-speakeasy-timeout": 600, "x-speakeasy-retries": {"strategy": "none"}},
    )
    operation = result.operation
    assert (operation.timeout_ms, result.api.timeout_ms, operation.max_method_params) == (500, 600, 2)
    assert operation.notes.deprecated == Deprecation("use b", "getB")
    assert operation.notes.description == "for Python"
    assert operation.usage is not None
    assert (operation.usage.title, operation.usage.position) == ("First", 1)
    assert operation.retries is not None
    assert operation.retries.status_codes == ("5XX", "429")
    assert (operation.retries.initial_interval_ms, operation.retries.exponent) == (10, 2.0)
    assert operation.retries.retry_connection_errors
    assert result.api.retries is not None
    assert result.api.retries.status_codes == ()


@pytest.mark.parametrize("name", ["timeout", "max-method-params"])
@pytest.mark.parametrize("value", [-1, 1.5, "x", True])
def test_bad_numbers_have_no_effect(name: str, value: Any) -> None:
    assert one({f"x-speakeasy-{name}": value}).codes == ["bad-extension"]


def test_pagination() -> None:
    node = {
        "type": "cursor",
        "inputs": [{"name": "cursor", "in": "parameters", "type": "cursor"}],
        "outputs": {"nextCursor": "$.meta['next'][-1]", "results": "$.data[*]"},
    }
    found = one({"x-speakeasy-pagination": node}).operation.pagination
    assert found is not None
    assert (found.kind, found.next_cursor, found.results) == (PagingKind.CURSOR, ("meta", "next", -1), ("data",))
    assert one({"x-speakeasy-pagination": {**node, "outputs": {}}}).codes == ["pagination"]


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("$", ()),
        ("$.a.b-c", ("a", "b-c")),
        ('$["a b"][0]', ("a b", 0)),
        ("$.a[(@.length-1)].b", ("a", -1, "b")),
        ("$..a", None),
        ("a.b", None),
        ("$.a[*].b", None),
        ("$.a[?(@.x)]", None),
    ],
)
def test_paths_into_an_answer(written: str, steps: Any) -> None:
    assert jsonpath(written) == steps


def test_webhooks_and_callbacks_have_types() -> None:
    schema = {
        "type": "object",
        "properties": {"secret": {"type": "string", "writeOnly": True}, "id": {"readOnly": True}},
    }
    body = {"content": {"application/json": {"schema": schema}}}
    hook = {"post": {"requestBody": body, **OK}}
    result = document(
        {"/a": {"post": {**OK, "callbacks": {"done": {"{$request.body#/url}": hook}}}}}, webhooks={"newPet": hook}
    )
    assert [w.name for w in result.api.webhooks] == ["newPet", "done"]
    assert [(d.origin.root, d.origin.component) for d in result.api.types.values()] == [
        (Root.WEBHOOK, "newPet"),
        (Root.WEBHOOK, "done"),
    ]
    assert [list(result.fields(i)) for i in result.api.types] == [["id"], ["id"]]


def test_coverage_lists_every_operation_and_schema() -> None:
    schemas = {"Used": {"type": "object"}, "Unused": {"type": "object"}, "Text": {"type": "string"}}
    api = answering({"$ref": "#/components/schemas/Used"}, schemas).api
    coverage = {(e.kind, e.id): e.outcome for e in api.coverage}
    assert coverage["operation", "#/paths/~1a/get"] is Outcome.GENERATED
    assert coverage["schema", "#/components/schemas/Used"] is Outcome.GENERATED
    assert coverage["schema", "#/components/schemas/Unused"] is Outcome.GENERATED
    assert api.unreferenced == {"#/components/schemas/Unused"}
    assert coverage["schema", "#/components/schemas/Text"] is Outcome.SKIPPED


@pytest.mark.parametrize(
    ("key", "others", "is_silent"),
    [
        ("description", False, True),
        ("x-note", True, True),
        ("x-speakeasy-ignore", False, False),
        ("x-skip", False, False),
        ("x-internal", False, False),
        ("x-enum-varnames", False, False),
        ("x-fern-ignore", False, True),
        ("x-fern-ignore", True, False),
    ],
)
def test_a_node_is_asked_for_extensions_where_it_has_one_that_is_read(key: str, others: bool, is_silent: bool) -> None:
    features = Features({"x-speakeasy-extension-rewrite": {"x-speakeasy-ignore": "x-skip"}}, Report(), others=others)
    for _ in range(2):  # what was met before is remembered
        assert features.are_silent({"type": "string", key: True}) is is_silent
        assert features.are_silent({"type": "string"})


def test_keywords_are_counted_wherever_they_stand() -> None:
    lists = {name: {"type": "array", "title": name, "items": {"type": "string"}} for name in "abc"}
    coverage = answering({"type": "object", "title": "All", "properties": lists}).api.coverage
    counted = {e.id.rpartition("/")[2]: e.reason for e in coverage if e.kind == "keyword"}
    assert counted == {"type": "4 in all", "title": "4 in all", "properties": "1 in all"}
