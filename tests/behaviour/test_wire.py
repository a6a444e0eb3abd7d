"""Wire truth: an SDK whose document has every style and body, its requests judged by openapi-core and read back.

What judges is tested as well: it must refuse what is wrong.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from wire.__main__ import Result, examine
from wire.judge import Judge, Request
from wire.limits import CRASHES, LIMITS, READ_ONLY_AND_REQUIRED
from wire.made.instances import Maker
from wire.made.patterns import PatternError, text_like
from wire.made.schemas import UnmakeableError

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
    assert outcomes(result, "excused").keys() >= {"an object in a form", "a default that its own schema does not allow"}
    assert outcomes(result, "not constructible") == {}
    operations = {line["operation"] for line in result.lines}
    accepted = outcomes(result, "accepted")[""]
    assert len(operations) == 36
    # openapi-core cannot judge these in any variant.
    assert operations - accepted <= {
        "PATCH /form",
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


GOOD = request("POST", "/whole/number", b"1.5", "application/json")


def test_the_judge_accepts_what_is_right(judge: Judge) -> None:
    assert judge.verdict(GOOD, "/whole/number").outcome == "accepted"


@pytest.mark.parametrize(
    ("wrong", "path", "cause"),
    [
        (replace(GOOD, body=b'"1.5"'), "/whole/number", "body: type"),
        (replace(GOOD, body=b""), "/whole/number", "body: MissingRequiredRequestBody"),
        (replace(GOOD, body=b"{"), "/whole/number", "body: MediaTypeDeserializeError"),
        (replace(GOOD, headers=GOOD.headers[1:2]), "/whole/number", "body: MediaTypeNotFound"),
        (replace(GOOD, headers=GOOD.headers[2:]), "/whole/number", "SecurityNotFound"),
        (replace(GOOD, method="GET"), "/whole/number", "OperationNotFound"),
        (replace(GOOD, url=GOOD.url.replace("eu.", "xx-")), "/whole/number", "ServerNotFound"),
        (replace(GOOD, url=GOOD.url.replace("number", "nothing")), "/whole/number", "PathNotFound"),
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


# ----------------------------------------------------------------------------------------------------------- the maker


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


@given(_SCHEMAS, st.sampled_from([0.0, 0.5, 1.0]), st.text(max_size=3))
def test_values_fit_the_schemas_that_they_are_made_for(schema: Any, share: float, place: str) -> None:
    from openapi_schema_validator import OAS31Validator

    try:
        value = Maker({}, share).make(schema, place)
    except UnmakeableError:  # of many choices at once the maker tries some; hypothesis complains if it is too often
        reject()
    OAS31Validator(schema).validate(value)
