"""What is wrong with a document: errors for what a client depends on, warnings for the rest, each at its line."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdkwright.openapi.checks.parts import template_names
from sdkwright.openapi.checks.validate import validate
from sdkwright.openapi.document import load
from sdkwright.problems import Problem, ProblemsError

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
OK = "responses: {'200': {description: ok}}"


def every_problem(folder: Path, text: str) -> tuple[Problem, ...]:
    path = folder / "spec.yaml"
    path.write_text(text, encoding="utf-8")
    return found_in(path)


def found_in(path: Path) -> tuple[Problem, ...]:
    try:
        document = load(path)
    except ProblemsError as error:
        return error.problems
    return (*document.problems, *validate(document))


def summary(folder: Path, text: str) -> list[tuple[str, str, int]]:
    found = every_problem(folder, text)
    return [(_weight(each), each.code, each.position.line if each.position else 0) for each in found]


def _weight(problem: Problem) -> str:
    """`error`, `warning`, or what is left out for it."""
    return problem.left_out.kind if problem.left_out else str(problem.severity)


def one_path(parameters: str = "[]", path: str = "/a") -> str:
    return f"{HEAD}paths:\n  {path}:\n    get:\n      operationId: a\n      parameters: {parameters}\n      {OK}\n"


def test_a_sound_document_has_no_problem(tmp_path: Path) -> None:
    assert summary(tmp_path, one_path("[{name: q, in: query, schema: {type: string}}]")) == []


PARAMETERS: list[tuple[str, str, list[tuple[str, str, int]]]] = [
    ("/a/{b}", "[]", [("warning", "path-parameter", 6)]),
    ("/a/{b}", "[{name: b, in: path, required: true, schema: {type: string}}]", []),
    ("/a/{b}/{b}", "[{name: b, in: path, required: true, schema: {type: string}}]", []),
    ("/a/{b}", "[{name: b, in: path, schema: {type: string}}]", [("warning", "path-required", 7)]),
    ("/a", "[{name: b, in: path, required: true, schema: {type: string}}]", [("warning", "path-parameter", 7)]),
    ("/a/{b", "[]", [("error", "path", 4)]),
    ("/a/{}", "[]", [("error", "path", 4)]),
    ("/a/}{", "[]", [("error", "path", 4)]),
    ("a", "[]", [("warning", "path", 4)]),
    ("/a", "[{name: b, in: body, schema: {}}]", [("parameter", "parameter-location", 7)]),
    ("/a", "[{name: b, in: query}]", [("warning", "no-schema", 7)]),
    ("/a", "[{name: b, in: query, content: {}}]", [("warning", "no-schema", 7)]),
    ("/a", "[{name: b, in: query, schema: {}, content: {a/b: {}}}]", [("warning", "two-schemas", 7)]),
    ("/a", "[{name: 'b c', in: header, schema: {}}]", [("parameter", "wire-name", 7)]),
    ("/a", "[{name: 'b;c', in: cookie, schema: {}}]", [("parameter", "wire-name", 7)]),
    (
        "/a",
        "[{name: b, in: query, schema: {}}, {name: b, in: query, schema: {}}]",
        [("warning", "repeated-parameter", 7)],
    ),
    ("/a", "[{name: b, in: query, schema: {}}, {name: b, in: header, schema: {}}]", []),
    ("/a", "[{in: query, schema: {}}]", [("parameter", "missing", 7)]),
]


@pytest.mark.parametrize(("path", "parameters", "expected"), PARAMETERS)
def test_parameters(tmp_path: Path, path: str, parameters: str, expected: list[tuple[str, str, int]]) -> None:
    assert summary(tmp_path, one_path(parameters, f"'{path}'")) == expected


def test_path_parameters_of_the_path_item_and_behind_references_count(tmp_path: Path) -> None:
    text = f"""{HEAD}paths:
  /a/{{b}}/{{c}}: {{$ref: '#/components/pathItems/A'}}
components:
  pathItems:
    A:
      parameters: [{{$ref: '#/components/parameters/B'}}]
      get:
        parameters: [{{name: c, in: path, required: true, schema: {{type: string}}}}]
        {OK}
  parameters:
    B: {{name: b, in: path, required: true, schema: {{type: string}}}}
"""
    assert summary(tmp_path, text) == []


def test_an_operation_id_used_twice_names_both(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a:\n    get: {{operationId: x, {OK}}}\n    put: {{operationId: x, {OK}}}\n"
    (problem,) = every_problem(tmp_path, text)
    assert problem.code == "duplicate-operation-id"
    assert problem.message == 'The operationId "x" is used twice: by GET "/a", line 5, and here by PUT "/a"'
    assert problem.position is not None
    assert problem.position.line == 6


def test_operations_without_an_id_are_no_duplicates(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a:\n    get: {{operationId: '', {OK}}}\n    put: {{operationId: '', {OK}}}\n"
    assert summary(tmp_path, text) == []


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("security: [{nope: []}]", [("warning", "unknown-security", 4)]),
        ("servers: [{url: 'https://{a}.example.com'}]", [("warning", "server-variable", 4)]),
        ("servers: [{url: 'https://{a}', variables: {a: {default: x}}}]", []),
        ("servers: [{url: 'https://{a'}]", [("server", "server-url", 4)]),
        ("servers: [{}]", [("server", "missing", 4)]),
        ("components: {schemas: {A: {type: strin}}}", [("keyword", "schema-type", 4)]),
        ("components: {schemas: {A: {type: [string, any]}}}", [("keyword", "schema-type", 4)]),
        ("components: {securitySchemes: {a: {type: apiKey, in: header}}}", [("security scheme", "security-scheme", 4)]),
        (
            "components: {securitySchemes: {a: {type: apiKey, name: k, in: body}}}",
            [("security scheme", "security-scheme", 4)],
        ),
        ("components: {securitySchemes: {a: {type: http}}}", [("security scheme", "security-scheme", 4)]),
        ("components: {securitySchemes: {a: {type: x}}}", [("security scheme", "security-scheme", 4)]),
        (
            "components: {securitySchemes: {a: {type: apiKey, in: header, name: 'a b'}}}",
            [("security scheme", "wire-name", 4)],
        ),
        ("components: {responses: {A: {description: d, content: {xls: {}}}}}", [("warning", "media-type", 4)]),
        (
            'components: {responses: {A: {description: d, content: {"a/b\\r\\n": {}}}}}',
            [("media type", "media-type", 4)],
        ),
        (
            "components: {responses: {A: {description: d, content: {a/bö: {}}}}}",
            [("media type", "media-type", 4)],
        ),
        (
            "components: {requestBodies: {A: {content: {multipart/form-data: {encoding: {a: {contentType: a/ö}}}}}}}",
            [("keyword", "media-type", 4)],
        ),
        ("tagz: []", [("warning", "wrong-form", 4)]),
        ("tags: [{name: a}, {name: a}]", [("warning", "specification", 1)]),
        ("components: {responses: {A: {}}}", [("warning", "specification", 4)]),
        ("components: {schemas: {'A!': {type: string}}}", [("warning", "specification", 4)]),
    ],
)
def test_parts(tmp_path: Path, part: str, expected: list[tuple[str, str, int]]) -> None:
    assert summary(tmp_path, f"{HEAD}paths: {{}}\n{part}\n") == expected


@pytest.mark.parametrize("status", ["200", "'200'", "4XX", "4xx", "default", "x-note"])
def test_statuses_that_are_read(tmp_path: Path, status: str) -> None:
    text = f"{HEAD}paths: {{/a: {{get: {{responses: {{'200': {{description: a}}, {status}: {{description: b}}}}}}}}}}\n"
    if status in ("200", "'200'"):
        text = text.replace("'200': {description: a}, ", "")
    assert summary(tmp_path, text) == []


@pytest.mark.parametrize("status", ["20", "XX", "abc", "600", "2X0", "Default"])
def test_statuses_that_are_refused(tmp_path: Path, status: str) -> None:
    text = f"{HEAD}paths: {{/a: {{get: {{responses: {{'200': {{description: a}}, {status}: {{description: b}}}}}}}}}}\n"
    assert summary(tmp_path, text) == [("response", "status", 3)]


MENDED: list[tuple[str, str, Any]] = [
    ("info: {title: 5, version: 1.10}\npaths: {}", "#/info", {"title": "5", "version": "1.10"}),
    ("paths: {}", "#/info", {"title": "API", "version": "0.0.0"}),
    ("info: {title: T, version: }\npaths: {}", "#/info", {"title": "T", "version": "0.0.0"}),
    ("info: {title: T, version: '1', description: [a]}\npaths: {}", "#/info", {"title": "T", "version": "1"}),
    ("info: {title: T, version: '1'}\npaths: []", "#/paths", {}),
    ("info: {title: T, version: '1'}\npaths: {/a: }", "#/paths", {"/a": {}}),
    (
        "info: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {maxLength: '5', minimum: '1.5'}}}",
        "#/components/schemas/A",
        {"maxLength": 5, "minimum": 1.5},
    ),
    (
        "info: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {deprecated: yes, required: true}}}",
        "#/components/schemas/A",
        {"deprecated": True},
    ),
    (
        "info: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {type: [string, null]}}}",
        "#/components/schemas/A",
        {"type": ["string", "null"]},
    ),
    (
        "info: {title: T, version: '1'}\npaths: {}\n"
        "components: {schemas: {A: {discriminator: k, oneOf: [{type: object}]}}}",
        "#/components/schemas/A/discriminator",
        {"propertyName": "k"},
    ),
]


@pytest.mark.parametrize(("text", "pointer", "result"), MENDED)
def test_what_can_be_read_in_one_way_only_is_read_so(tmp_path: Path, text: str, pointer: str, result: Any) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text("openapi: 3.1.0\n" + text + "\n", encoding="utf-8")
    document = load(path)
    assert document.at(pointer) == result
    assert all(problem.severity == "warning" for problem in document.problems)


def test_every_wrong_type_is_named_at_once(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a: 5\nservers: x\ncomponents:\n  schemas:\n    A: {{properties: [], items: 5, enum: a}}\n"
    assert [(code, line) for _, code, line in summary(tmp_path, text) if code == "wrong-type"] == [
        *(("wrong-type", 4), ("wrong-type", 5), ("wrong-type", 8), ("wrong-type", 8)),
    ]


@given(st.text(alphabet="{}ab/", max_size=12))
def test_names_of_a_template(template: str) -> None:
    names = template_names(template)
    if names is not None:
        rebuilt = template
        for name in names:
            assert name
            assert "{" + name + "}" in rebuilt
        assert template.count("{") == template.count("}") == len(names)


def test_the_second_opinion_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    text = f"""{HEAD}paths: {{}}
jsonSchemaDialect: http://127.0.0.1/dialect
components:
  schemas:
    A:
      $id: http://127.0.0.1/base/
      $schema: http://127.0.0.1/meta
      properties: {{b: {{$ref: '#/components/schemas/B'}}}}
    B: {{type: string, pattern: '(a+)+$', default: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!}}
"""
    assert summary(tmp_path, text) == []


def test_a_deep_schema_is_no_matter(tmp_path: Path) -> None:
    schema = "{properties: {p: " * 90 + "{type: string}" + "}}" * 90
    assert summary(tmp_path, f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n") == []


TOLD_BY_NONE_BUT_THE_SECOND = [
    "components: {schemas: {A: {pattern: '('}}}",
    "components: {schemas: {A: {items: {externalDocs: {description: no address}}}}}",
    "components: {headers: {a: {style: form, schema: {}}}}",
    "tags: [{name: a}, {name: a}]",
    "servers: [{url: /, variables: {a: {default: b, enum: []}}}]",
]


@pytest.mark.parametrize("text", TOLD_BY_NONE_BUT_THE_SECOND)
@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_the_quick_look_leaves_nothing_to_the_second_opinion(tmp_path: Path, text: str, version: str) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{text}\n", encoding="utf-8")
    document = load(path)
    assert validate(document) == validate(document, thorough=True) != ()


WORDS = """openapi info title version paths /a /b/{c} get post parameters name in query path schema $ref type string
object properties items responses 200 description content application/json components schemas A allOf oneOf servers
url security securitySchemes tags required nullable enum discriminator propertyName mapping requestBody x-a"""
keys = st.sampled_from(sorted(WORDS.split()))
anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | keys | st.just("#/components/schemas/A"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=30,
)


@given(anything, anything, st.sampled_from(["3.0.3", "3.1.0", "3.2.0", "2.0"]))
@settings(max_examples=60, deadline=None)
def test_whatever_stands_in_a_document_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, paths: Any, components: Any, version: str
) -> None:
    root = {"info": {"title": "T", "version": "1"}, "paths": paths, "components": components, "definitions": components}
    root["swagger" if version == "2.0" else "openapi"] = version
    path = tmp_path_factory.mktemp("any") / "spec.json"
    path.write_text(json.dumps(root), encoding="utf-8")
    assert all(problem.position is not None for problem in found_in(path))


@given(anything, st.sampled_from(["3.0.3", "3.1.0", "3.2.0"]))
@settings(max_examples=60, deadline=None)
def test_what_the_quick_look_passes_the_second_opinion_does(
    tmp_path_factory: pytest.TempPathFactory, schema: Any, version: str
) -> None:
    content = {"application/json": {"schema": schema}}
    paths = {"/a": {"get": {"responses": {"200": {"description": "d", "content": content}}}}}
    root = {"info": {"title": "T", "version": "1"}, "paths": paths, "components": {"schemas": {"A": schema}}}
    path = tmp_path_factory.mktemp("any") / "spec.json"
    path.write_text(json.dumps({"openapi": version, **root}), encoding="utf-8")
    try:
        document = load(path)
    except ProblemsError:
        return
    assert validate(document) == validate(document, thorough=True)
