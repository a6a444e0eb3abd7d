"""Which links of descriptions are told of: each target once, and many of them together."""

from __future__ import annotations

from typing import Any

from sdkwright.normalise import normalise
from sdkwright.options.model import Config
from sdkwright.plan.reader.links import link_problems

from tests.unit.planning import Source


def said(description: str, field: str = "") -> list[tuple[str, str]]:
    """Message and place of each problem of a document with two equal descriptions."""
    schema = {"type": "object", "properties": {"name": {"type": "string", "description": field}}}
    operation = {
        "operationId": "getA",
        "description": description,
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}},
    }
    info = {"title": "Acme", "version": "1", "description": description}
    root: Any = {"openapi": "3.1.0", "info": info, "paths": {"/a": {"get": operation}}}
    api, _ = normalise(Source(root), Config())  # type: ignore[arg-type]  # the root is all that is read
    problems = list(link_problems(api))
    assert {problem.code for problem in problems} <= {"dead-link"}
    return [(problem.message, problem.pointer) for problem in problems]


def test_a_target_is_told_once() -> None:
    assert said("[a](b.md) [c](https://d.example)") == [
        ('The link "b.md" of a description leads nowhere; it stands in 2 descriptions', "#/info/description")
    ]


def test_the_place_is_that_of_the_description() -> None:
    ((_, pointer),) = said("", "[a](#b)")
    assert pointer == "#/paths/~1a/get/responses/200/content/application~1json/schema/properties/name/description"


def test_webhooks_are_looked_at() -> None:
    hook = {"post": {"summary": "[a](b.md)", "description": "[c](#d)", "responses": {"204": {"description": ""}}}}
    root: Any = {"openapi": "3.1.0", "info": {"title": "Acme", "version": "1"}, "webhooks": {"made": hook}}
    api, _ = normalise(Source(root), Config())  # type: ignore[arg-type]  # the root is all that is read
    assert [problem.pointer for problem in link_problems(api)] == [
        "#/webhooks/made/post/summary",
        "#/webhooks/made/post/description",
    ]


def test_many_targets_are_told_together() -> None:
    told = said(" ".join(f"[a](/{number})" for number in range(15)))
    assert len(told) == 11
    assert told[-1][0] == 'The link "/10" of a description and those to 4 other places lead nowhere'
    assert len(said(" ".join(f"[a](/{number})" for number in range(11)))) == 11


def test_parts_of_the_document_are_no_dead_links() -> None:
    parts = ("#operation/getA", "#/paths/~1a/get", "#tag/x/paths/~1a/get")
    assert said("# B c\n\n" + " ".join(f"[a]({part})" for part in (*parts, "#section/B-c"))) == []
    others = ("#operation/geta", "#/paths/~1a/post", "#tag/x", "#/components/schemas/A", "#section/b")
    assert [message.split('"')[1] for message, _ in said(" ".join(f"[a]({part})" for part in others))] == [*others]


def test_a_description_without_links_says_nothing() -> None:
    assert said("# A\n\n[a](#a)") == []
