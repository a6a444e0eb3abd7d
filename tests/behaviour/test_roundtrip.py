"""What goes into a generated SDK comes out of it: the judge over the documents of the cases, and the judge itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from roundtrip import of_answers, of_requests
from roundtrip.answers import Read
from roundtrip.findings import DIFFERENT, EQUAL, UNMADE, Finding
from roundtrip.judge import judge
from roundtrip.loopback import Answer, serve
from sdkwright.problems import ProblemsError
from wire.calls import Target
from wire.judge import Request

from .packages import imported

CASES = Path(__file__).parents[1] / "cases"
VALUES = Path(__file__).parent / "wire" / "values.yaml"
FEW = (2, 6)
"""Values of each schema; `make roundtrip` makes more."""


def found_in(target: Target, values: tuple[int, int] = FEW) -> list[Finding]:
    with serve() as loopback:
        return list(judge(target, loopback, 0, values))


# ----------------------------------------------------------------------------------------------------------- the cases


FAULTS: dict[str, tuple[str, ...]] = {}
"""The faults that stand, of an SDK or of this judge, with the cases that show them.

A case that comes right fails here until it is taken out.
"""
OPTIONS = {
    "schema_all_of_shallow": "by an option the last part of an allOf wins, whatever the document says",
}
"""Cases of which no value is judged."""


def _cases() -> Iterator[Any]:
    faults = {case: fault for fault, cases in FAULTS.items() for case in cases}
    for case in sorted(path.parent.name for path in CASES.glob("*/spec.yaml")):
        marks = [pytest.mark.xfail(reason=faults[case], strict=True)] if case in faults else []
        if case not in OPTIONS:
            yield pytest.param(case, marks=marks)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of methods that a document deprecates
@pytest.mark.parametrize("case", list(_cases()))
def test_every_value_of_a_case_comes_out(case: str, tmp_path: Path) -> None:
    config = CASES / case / "gen.yaml"
    try:
        with imported(CASES / case / "spec.yaml", tmp_path, config if config.exists() else None) as target:
            found = found_in(target)
    except ProblemsError:
        return  # a case of what is refused
    wrong = [one for one in found if one.outcome in (DIFFERENT, UNMADE)]
    assert [(one.place, one.causes, one.pointer, one.given, one.got) for one in wrong] == []


def test_every_kind_of_value_comes_out_in_every_place(tmp_path: Path) -> None:
    with imported(VALUES, tmp_path) as target:
        found = found_in(target, (4, 12))
    assert [(one.place, one.causes, one.pointer) for one in found if one.outcome in (DIFFERENT, UNMADE)] == []
    assert {one.side for one in found} == {"answer", "error", "request (typed)", "request (model)"}


@pytest.mark.parametrize(
    ("case", "kind", "damage"),
    [
        ("operation_body_multipart_brackets", "multipart", lambda sent: replace(sent, body=_no_brackets(sent.body))),
        ("version_3_2_querystring", "parameters", lambda sent: replace(sent, url=sent.url.replace("?", "?x%3A"))),
    ],
)
def test_another_name_and_another_query_are_differences(
    case: str, kind: str, damage: Callable[[Request], Request], tmp_path: Path
) -> None:
    class Damaging(list[Request]):
        def append(self, request: Request) -> None:
            super().append(damage(request))

    config = CASES / case / "gen.yaml"
    made = imported(CASES / case / "spec.yaml", tmp_path, config if config.exists() else None)
    with made as target, serve() as loopback:
        loopback.seen = Damaging()
        found = list(judge(target, loopback, 0, FEW))
    wrong = [one for one in found if one.outcome == DIFFERENT]
    assert {one.place for one in wrong} == {one.place for one in found} - {"POST /c"}  # which has no query to send
    assert all(one.causes[0].startswith(f"request: {kind}: ") for one in wrong)


def _no_brackets(body: bytes) -> bytes:
    return body.replace(b'[]"', b'"')


# ----------------------------------------------------------------------------------------------------------- the judge

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: 1.0.0}
servers: [{url: https://api.acme.example}]
paths:
  /things:
    post:
      operationId: makeThing
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses:
        '200': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Thing:
      type: object
      required: [name, box]
      properties: {name: {type: string}, box: {$ref: '#/components/schemas/Box'}}
    Box: {type: object, required: [size], properties: {size: {type: integer}}}
"""


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    folder = tmp_path_factory.mktemp("things")
    (folder / "spec.yaml").write_text(DOCUMENT)
    with imported(folder / "spec.yaml", folder / "sdk") as target:
        yield target


def test_an_sdk_that_loses_nothing_is_found_right(things: Target) -> None:
    found = found_in(things)
    assert {(one.side, one.outcome) for one in found} == {
        ("answer", EQUAL),
        ("request (typed)", EQUAL),
        ("request (model)", EQUAL),
    }
    assert len(found) >= 6


def _without_size(value: Any) -> Any:
    return {**value, "box": {}}


def _as_text(value: Any) -> Any:
    return {**value, "box": {"size": str(value["box"]["size"])}}


@pytest.mark.parametrize(
    ("damage", "cause"),
    [
        (_without_size, "answer: a described member is lost, of object"),
        (_as_text, "answer: integer became text, at integer"),
        (lambda value: {**value, "more": 1}, "answer: a free member is added, of object"),
    ],
)
def test_the_judge_sees_what_a_client_makes_of_an_answer(
    damage: Callable[[Any], Any], cause: str, things: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = of_answers.received

    def damaged(*given: Any) -> Read:
        read = received(*given)
        return Read([damage(each) for each in read.forms], damage(read.whole))

    monkeypatch.setattr(of_answers, "received", damaged)
    causes = {one.causes for one in found_in(things) if one.side == "answer"}
    assert causes == {(cause,)}


@pytest.mark.parametrize(
    ("damage", "cause"),
    [
        (_without_size, "request: a described member is lost, of object"),
        (_as_text, "request: integer became text, at integer"),
    ],
)
def test_the_judge_sees_what_a_client_makes_of_a_request(
    damage: Callable[[Any], Any], cause: str, things: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Damaging(list[Request]):
        def append(self, request: Request) -> None:
            super().append(replace(request, body=json.dumps(damage(json.loads(request.body))).encode()))

    with serve() as loopback:
        loopback.seen = Damaging()
        found = [one for one in judge(things, loopback, 0, FEW) if one.side.startswith("request")]
    assert {one.causes for one in found} == {(cause,)}
    assert {one.side for one in found} == {"request (typed)", "request (model)"}


def test_an_answer_that_does_not_fit_is_a_difference(things: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_answers, "answer", lambda *_: Answer(body=b'{"box": {"size": 1}}'))
    found = [one for one in found_in(things) if one.side == "answer"]
    assert {one.outcome for one in found} == {DIFFERENT}
    assert found[0].causes == ("answer: ResponseValidationError (missing), at string",)


def test_a_request_that_is_not_sent_is_a_difference(things: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_requests.LoopbackCaller, "invoke", lambda *_: None)
    assert {one.causes for one in found_in(things) if one.side != "answer"} == {("request: nothing was sent",)}
