"""Wire truth: an SDK whose document has every style and body, its requests judged by openapi-core and read back.

What judges is tested as well: it must refuse what is wrong.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.api_types import EnumDef, ObjectDef, Root
from scripts.wire.__main__ import Result, examine
from scripts.wire.calls import VARIANTS, Caller, Target
from scripts.wire.compare import DifferentError
from scripts.wire.instances import Maker
from scripts.wire.judge import Judge, Request
from scripts.wire.limits import CRASHES, LIMITS, READ_ONLY_AND_REQUIRED
from scripts.wire.patterns import PatternError, text_like
from scripts.wire.schemas import UnmakeableError
from scripts.wire.sent import check
from scripts.wire.work import generated

DOCUMENTS = Path(__file__).parent / "wire"
STYLES = DOCUMENTS / "styles.yaml"
ARGUED = {limit.cause for limit in LIMITS} | {cause for cause, _ in CRASHES.values()}
OPTIONS = """\
python:
  enumFormat: enum
  flattenRequests: false
  flattenGlobalSecurity: false
"""


def outcomes(result: Result, outcome: str) -> dict[str, set[str]]:
    """The causes of one outcome, each with the operations."""
    found: dict[str, set[str]] = {}
    for line in result.lines:
        if line["outcome"] == outcome:
            found.setdefault(line["cause"], set()).add(line["operation"])
    return found


# ------------------------------------------------------------------------------------------------------ whole documents


@pytest.mark.parametrize("options", [None, OPTIONS], ids=["flattened", "whole"])
def test_nothing_is_refused_but_what_is_read_only_and_required(options: str | None, tmp_path: Path) -> None:
    config = None if options is None else tmp_path / "gen.yaml"
    if config is not None:
        config.write_text(options or "")
    result = examine(STYLES, tmp_path / "work", 300, config=config)
    assert result.failure == ""
    assert outcomes(result, "refused").keys() == {READ_ONLY_AND_REQUIRED}
    assert outcomes(result, "refused")[READ_ONLY_AND_REQUIRED] == {
        f"{m} /json/{{id}}" for m in ("POST", "PUT", "PATCH")
    }
    assert outcomes(result, "excused").keys() <= ARGUED
    assert outcomes(result, "not constructible") == {}
    operations = {line["operation"] for line in result.lines}
    accepted = outcomes(result, "accepted")[""]
    assert len(operations) == 34
    # openapi-core cannot judge these in any variant.
    assert operations - accepted <= {
        "GET /headers",
        "GET /query/nullable",
        "POST /bytes",
        "POST /json/{id}",
        "PUT /json/{id}",
        "PATCH /json/{id}",
        "POST /multipart",
    }


def test_nothing_is_refused_of_an_older_document(tmp_path: Path) -> None:
    result = examine(DOCUMENTS / "older.yaml", tmp_path / "work", 300)
    assert result.failure == ""
    assert {line["outcome"] for line in result.lines} == {"accepted"}
    assert len(result.lines) == 12


# ------------------------------------------------------------------------------------------------------------ the judge


def request(method: str, target: str, body: bytes = b"", content_type: str = "", **headers: str) -> Request:
    """A request by hand, with the key that the document wants."""
    pairs = [("Host", "eu.example.com:8443"), ("X-Key", "key"), *headers.items()]
    if content_type:
        pairs.append(("Content-Type", content_type))
    return Request(method, f"https://eu.example.com:8443/base{target}", tuple(pairs), body)


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(STYLES, None)


GOOD = request("POST", "/root/number", b"1.5", "application/json")


def test_the_judge_accepts_what_is_right(judge: Judge) -> None:
    assert judge.verdict(GOOD, "/root/number").outcome == "accepted"


@pytest.mark.parametrize(
    ("wrong", "path", "cause"),
    [
        (replace(GOOD, body=b'"1.5"'), "/root/number", "body: type"),
        (replace(GOOD, body=b""), "/root/number", "body: MissingRequiredRequestBody"),
        (replace(GOOD, body=b"{"), "/root/number", "body: MediaTypeDeserializeError"),
        (replace(GOOD, headers=GOOD.headers[1:2]), "/root/number", "body: MediaTypeNotFound"),
        (replace(GOOD, headers=GOOD.headers[2:]), "/root/number", "SecurityNotFound"),
        (replace(GOOD, method="GET"), "/root/number", "OperationNotFound"),
        (replace(GOOD, url=GOOD.url.replace("eu.", "xx-")), "/root/number", "ServerNotFound"),
        (replace(GOOD, url=GOOD.url.replace("number", "nothing")), "/root/number", "PathNotFound"),
        (request("GET", "/query/nullable?list=x"), "/query/nullable", "a list of types for a parameter"),
        (request("GET", "/label/.c/.1,x/.role=a.n-n=1"), "/label/{text}/{list}/{exploded}", "path: ValueError"),
        (request("GET", "/label/.d/.1/.role=a.n-n=1"), "/label/{text}/{list}/{exploded}", "path: enum"),
        (request("GET", "/label/.c/.1/.role=a"), "/label/{text}/{list}/{exploded}", "path: required"),
        (request("GET", "/matrix/;text=1/;list=1/;object=role,a"), "/matrix/{text}/{list}/{object}", "path: required"),
        (request("GET", "/cookies", Cookie="session=key; text=a"), "/cookies", "cookie: MissingRequiredParameter"),
        (request("GET", "/cookies", Cookie="text=a; number=1"), "/cookies", "SecurityNotFound"),
    ],
)
def test_the_judge_refuses_what_is_wrong(judge: Judge, wrong: Request, path: str, cause: str) -> None:
    verdict = judge.verdict(wrong, path)
    assert verdict.outcome != "accepted"
    assert verdict.cause.startswith(cause)


# ----------------------------------------------------------------------------------------------------- reading it back


@dataclass(frozen=True)
class Made:
    """The SDK of the document with every style, imported here."""

    target: Target
    callers: list[Caller]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("styles")
    target = generated(STYLES, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder / "src"))
        library = import_module(target.config.http_library)
        patch.setattr(library.HTTPTransport, "handle_request", None)  # put back at the end, whatever a caller puts here
        callers = [Caller(target, variant) for variant in VARIANTS]
        yield Made(target, callers)
        for name in [each for each in sys.modules if each.partition(".")[0] == target.names.module]:
            del sys.modules[name]


def test_what_is_lost_or_changed_on_the_way_is_noticed(made: Made) -> None:
    caller = made.callers[-1]
    caller.open()
    noticed = 0
    for operation in made.target.api.operations:
        for plan in caller.plans(operation):
            assert not isinstance(plan, UnmakeableError)
            sent = caller.call(operation, plan)
            check(plan.given, sent)
            for parameter, _ in plan.given.parameters:
                if parameter.location.value == "query":
                    with pytest.raises(DifferentError):
                        check(plan.given, replace(sent, url=sent.url.partition("?")[0]))
                    noticed += 1
                if parameter.location.value == "header":
                    with pytest.raises(DifferentError):
                        check(plan.given, replace(sent, headers=()))
                    noticed += 1
            if plan.given.body is not None:
                with pytest.raises((DifferentError, ValueError)):
                    check(plan.given, replace(sent, body=sent.body.replace(b"text", b"")[:-1]))
                noticed += 1
    caller.close()
    assert noticed > 50


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_models_from_their_schemas_are_written_as_they_were_read(made: Made, data: st.DataObject) -> None:
    """decode(encode(m)) == m, and the JSON is the one that was read."""
    module, names = made.target.names.module, made.target.names
    codec = import_module(f"{module}._runtime.codec").codec
    models = import_module(f"{module}.models")
    inner = (Root.COMPONENT, Root.REQUEST_BODY)
    types = [
        id
        for id, definition in made.target.api.types.items()
        if not isinstance(definition, EnumDef)
        and definition.origin.root in inner
        and "multipart" not in id  # files are no JSON
        and isinstance(made.target.document.at(id), dict)
    ]
    id = data.draw(st.sampled_from(types))
    maker = Maker(made.target.document.root, data.draw(st.sampled_from([0.0, 0.3, 0.6, 0.9, 1.0])))
    schema: Any = made.target.document.at(id)
    value = maker.make(schema, str(data.draw(st.integers(0, 10_000))))
    of_class = codec(getattr(models, names.classes[id]))
    model = of_class.read(json.dumps(value))
    written = of_class.write(model)
    assert json.loads(written) == value
    assert of_class.read(written) == model
    if isinstance(made.target.api.types[id], ObjectDef):
        assert of_class.accept(model) is model


# ----------------------------------------------------------------------------------------------------------- the maker


@settings(deadline=None)
@given(
    st.sampled_from(
        [
            r"^\d{3}-[A-F]{2}$",
            r"^(a|bc)+$",
            r"[^a-z0-9]",
            r"^[\w.-]{5,9}@x\.(com|org)$",
            r"^#([0-9a-f]{3}){1,2}$",
            r"^(?P<q>['\"]).*\1$",
            r"\S+",
            r"",
        ]
    ),
    st.randoms(use_true_random=False),
)
def test_texts_fit_the_patterns_that_they_are_made_for(pattern: str, random: Any) -> None:
    assert re.search(pattern, text_like(pattern, random))


@pytest.mark.parametrize("pattern", ["(", "(?=a)b"])
def test_what_no_text_is_made_for_is_said(pattern: str) -> None:
    from random import Random

    with pytest.raises(PatternError):
        text_like(pattern, Random(1))


_SCHEMAS = st.recursive(
    st.sampled_from(
        [
            {"type": "string"},
            {"type": "string", "minLength": 7, "maxLength": 7},
            {"type": "string", "format": "date-time"},
            {"type": "string", "pattern": "^[0-9]{2}$"},
            {"type": "integer", "minimum": 3, "maximum": 4},
            {"type": "integer", "exclusiveMinimum": 10, "multipleOf": 7},
            {"type": "number", "maximum": 0},
            {"type": ["boolean", "null"]},
            {"enum": ["a", 1, None]},
            {"const": {"a": [1]}},
            {},
        ]
    ),
    lambda inner: st.one_of(
        inner.map(lambda each: {"type": "array", "items": each, "minItems": 1}),
        inner.map(lambda each: {"type": "object", "additionalProperties": each, "minProperties": 2}),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda each: {
                "type": "object",
                "properties": {f"p{number}": schema for number, schema in enumerate(each)},
                "required": ["p0"],
                "additionalProperties": False,
            }
        ),
        st.lists(inner, min_size=1, max_size=3).map(lambda each: {"anyOf": each}),
        inner.map(lambda each: {"allOf": [each, each]}),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(_SCHEMAS, st.sampled_from([0.0, 0.5, 1.0]), st.text(max_size=3))
def test_values_fit_the_schemas_that_they_are_made_for(schema: Any, share: float, place: str) -> None:
    from openapi_schema_validator import OAS31Validator

    OAS31Validator(schema).validate(Maker({}, share).make(schema, place))
