"""Swagger 2.0: each construct beside its hand-written OpenAPI 3.1 twin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from sdkwright.openapi.checks.validate import validate
from sdkwright.openapi.document import Document, load

INFO = {"title": "T", "version": "1"}


def loaded(folder: Path, written: str) -> Document:
    path = folder / "spec.yaml"
    path.write_text("swagger: '2.0'\ninfo: {title: T, version: '1'}\n" + written, encoding="utf-8")
    return load(path)


def twin(text: str) -> Any:
    return {"openapi": "3.1.0", "info": INFO, **yaml.safe_load(text)}


def operation(fields: str, **root: str) -> str:
    rest = "".join(f"{key}: {value}\n" for key, value in root.items())
    return f"{rest}paths: {{/a: {{post: {{operationId: a, {fields}}}}}}}\n"


OK = "responses: {'200': {description: ok}}"

CASES: dict[str, tuple[str, str]] = {
    "servers": (
        "host: example.com\nbasePath: /v1\nschemes: [https, http]\npaths: {}",
        "paths: {}\nservers: [{url: 'https://example.com/v1'}, {url: 'http://example.com/v1'}]",
    ),
    "a server without schemes": (
        "host: example.com\nbasePath: /\npaths: {}",
        "paths: {}\nservers: [{url: 'https://example.com'}]",
    ),
    "a server that is only a path": ("basePath: /v1\npaths: {}", "paths: {}\nservers: [{url: /v1}]"),
    "schemes of an operation": (
        operation(f"schemes: [wss], {OK}", host="example.com"),
        "paths: {/a: {post: {operationId: a, servers: [{url: 'wss://example.com'}], " + OK + "}}}\n"
        "servers: [{url: 'https://example.com'}]",
    ),
    "a body": (
        operation("parameters: [{in: body, name: b, description: d, required: true, schema: {type: object}}], " + OK),
        "paths: {/a: {post: {operationId: a, requestBody: {description: d, required: true, content:"
        " {application/json: {schema: {type: object}}}}, " + OK + "}}}",
    ),
    "a body of several types": (
        operation("parameters: [{in: body, name: b, schema: {type: object}}], " + OK, consumes="[a/b, c/d]"),
        "paths: {/a: {post: {operationId: a, requestBody: {content: {a/b: {schema: {type: object}},"
        " c/d: {schema: {type: object}}}}, " + OK + "}}}",
    ),
    "a shared body": (
        operation("parameters: [{$ref: '#/parameters/B'}], " + OK)
        + "parameters: {B: {in: body, name: b, schema: {$ref: '#/definitions/D'}}}\ndefinitions: {D: {type: object}}",
        "paths: {/a: {post: {operationId: a, requestBody: {content: {application/json: {schema:"
        " {$ref: '#/components/schemas/D'}}}}, " + OK + "}}}\ncomponents: {schemas: {D: {type: object}}}",
    ),
    "a body of the path": (
        "paths: {/a: {parameters: [{in: body, name: b, schema: {type: object}}, {in: query, name: q, type: string}],"
        " put: {" + OK + "}, post: {" + OK + "}}}",
        "paths: {/a: {parameters: [{in: query, name: q, schema: {type: string}}],"
        " put: {requestBody: {content: {application/json: {schema: {type: object}}}}, " + OK + "},"
        " post: {requestBody: {content: {application/json: {schema: {type: object}}}}, " + OK + "}}}",
    ),
    "a form": (
        operation(
            "parameters: [{in: formData, name: a, type: string, required: true, description: d},"
            " {in: formData, name: b, type: array, items: {type: string}, collectionFormat: multi}], " + OK
        ),
        "paths: {/a: {post: {operationId: a, requestBody: {required: true, content:"
        " {application/x-www-form-urlencoded: {schema: {type: object, required: [a], properties:"
        " {a: {type: string, description: d}, b: {type: array, items: {type: string}}}},"
        " encoding: {b: {style: form, explode: true}}}}}, " + OK + "}}}",
    ),
    "a file": (
        operation(
            "consumes: [multipart/form-data, application/x-www-form-urlencoded],"
            " parameters: [{in: formData, name: f, type: file}], " + OK
        ),
        "paths: {/a: {post: {operationId: a, requestBody: {content: {multipart/form-data: {schema:"
        " {type: object, properties: {f: {type: string, format: binary}}}}}}, " + OK + "}}}",
    ),
    "types of parameters": (
        operation(
            "parameters: [{in: query, name: q, type: integer, format: int64, minimum: 1, exclusiveMinimum: true,"
            " default: 5, description: d}, {in: header, name: X-H, type: string, enum: [a]}], " + OK
        ),
        "paths: {/a: {post: {operationId: a, parameters: [{in: query, name: q, description: d, schema:"
        " {type: integer, format: int64, exclusiveMinimum: 1, default: 5}},"
        " {in: header, name: X-H, schema: {type: string, enum: [a]}}], " + OK + "}}}",
    ),
    "collection formats": (
        operation(
            "parameters: ["
            + ", ".join(
                f"{{in: query, name: {name}, type: array, items: {{type: string}}{written}}}"
                for name, written in [
                    ("none", ""),
                    ("csv", ", collectionFormat: csv"),
                    ("multi", ", collectionFormat: multi"),
                    ("ssv", ", collectionFormat: ssv"),
                    ("pipes", ", collectionFormat: pipes"),
                ]
            )
            + "], "
            + OK
        ),
        "paths: {/a: {post: {operationId: a, parameters: ["
        + ", ".join(
            f"{{in: query, name: {name}, style: {style}, explode: {explode},"
            " schema: {type: array, items: {type: string}}}"
            for name, style, explode in [
                ("none", "form", "false"),
                ("csv", "form", "false"),
                ("multi", "form", "true"),
                ("ssv", "spaceDelimited", "false"),
                ("pipes", "pipeDelimited", "false"),
            ]
        )
        + "], "
        + OK
        + "}}}",
    ),
    "a shared parameter": (
        operation("parameters: [{$ref: '#/parameters/P'}], " + OK)
        + "parameters: {P: {in: query, name: p, type: string}}",
        "paths: {/a: {post: {operationId: a, parameters: [{$ref: '#/components/parameters/P'}], " + OK + "}}}\n"
        "components: {parameters: {P: {in: query, name: p, schema: {type: string}}}}",
    ),
    "a response": (
        operation(
            "produces: [a/b, c/d], responses: {200: {description: ok, schema: {type: string},"
            " examples: {a/b: x}, headers: {X-N: {type: integer, description: n}}}}"
        ),
        "paths: {/a: {post: {operationId: a, responses: {'200': {description: ok, headers: {X-N:"
        " {description: n, schema: {type: integer}}}, content: {a/b: {schema: {type: string}, example: x},"
        " c/d: {schema: {type: string}}}}}}}}",
    ),
    "a download": (
        operation("responses: {200: {description: ok, schema: {type: file}}}"),
        "paths: {/a: {post: {operationId: a, responses: {'200': {description: ok, content:"
        " {application/octet-stream: {schema: {type: string, format: binary}}}}}}}}",
    ),
    "a shared response": (
        operation("responses: {404: {$ref: '#/responses/N'}}", produces="[a/b]")
        + "responses: {N: {description: gone, schema: {type: string}}}",
        "paths: {/a: {post: {operationId: a, responses: {'404': {$ref: '#/components/responses/N'}}}}}\n"
        "components: {responses: {N: {description: gone, content: {a/b: {schema: {type: string}}}}}}",
    ),
    "security": (
        "paths: {}\nsecurity: [{b: []}]\nsecurityDefinitions:\n  b: {type: basic, description: d}\n"
        "  k: {type: apiKey, name: X-K, in: header}\n"
        "  i: {type: oauth2, flow: implicit, authorizationUrl: 'https://a/b', scopes: {r: read}}\n"
        "  p: {type: oauth2, flow: password, tokenUrl: 'https://a/t', scopes: {}}\n"
        "  c: {type: oauth2, flow: application, tokenUrl: 'https://a/t', scopes: {}}\n"
        "  o: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a/b', tokenUrl: 'https://a/t'}\n",
        "paths: {}\nsecurity: [{b: []}]\ncomponents:\n  securitySchemes:\n"
        "    b: {type: http, scheme: basic, description: d}\n    k: {type: apiKey, name: X-K, in: header}\n"
        "    i: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a/b', scopes: {r: read}}}}\n"
        "    p: {type: oauth2, flows: {password: {tokenUrl: 'https://a/t', scopes: {}}}}\n"
        "    c: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a/t', scopes: {}}}}\n"
        "    o: {type: oauth2, flows: {authorizationCode:"
        " {authorizationUrl: 'https://a/b', tokenUrl: 'https://a/t', scopes: {}}}}\n",
    ),
    "schemas": (
        "paths: {}\ndefinitions: {A: {discriminator: k, required: [k], properties: {k: {type: string},"
        " n: {type: integer, x-nullable: true, example: 1}, a: {$ref: '#/definitions/A'}}}}",
        "paths: {}\ncomponents: {schemas: {A: {discriminator: {propertyName: k}, required: [k], properties:"
        " {k: {type: string}, n: {type: [integer, 'null'], examples: [1]}, a: {$ref: '#/components/schemas/A'}}}}}",
    ),
    "a reference into an operation": (
        operation("responses: {200: {description: ok, schema: {type: array, items: {type: object}}}}")
        + "definitions: {A: {$ref: '#/paths/~1a/post/responses/200/schema/items'}}",
        "paths: {/a: {post: {operationId: a, responses: {'200': {description: ok, content: {application/json:"
        " {schema: {type: array, items: {type: object}}}}}}}}}\n"
        "components: {schemas: {A: {$ref: '#/paths/~1a/post/responses/200/content/application~1json/schema/items'}}}",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_and_its_twin(tmp_path: Path, name: str) -> None:
    old, new = CASES[name]
    document = loaded(tmp_path, old)
    assert document.root == twin(new)
    assert document.version == "2.0"
    found = (*document.problems, *validate(document))
    assert [problem.message for problem in found if "Unevaluated" not in problem.message] == []


def test_everything_knows_where_it_was_written(tmp_path: Path) -> None:
    document = loaded(
        tmp_path,
        """host: example.com
paths:
  /a:
    post:
      parameters:
      - in: body
        name: b
        schema:
          type: object
      - in: query
        name: q
        type: array
        items: {type: string}
      responses:
        200:
          description: ok
          schema: {type: string}
definitions:
  A: {type: object}
""",
    )
    for pointer, line in [
        ("#/servers/0/url", 3),
        ("#/paths/~1a/post/requestBody/content/application~1json/schema/type", 11),
        ("#/paths/~1a/post/parameters/0/schema/type", 14),
        ("#/paths/~1a/post/parameters/0/schema/items/type", 15),
        ("#/paths/~1a/post/responses/200/content/application~1json/schema/type", 19),
        ("#/components/schemas/A", 21),
    ]:
        assert document.position(pointer).line == line, pointer


def test_a_path_item_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "get:\n  operationId: a\n  parameters: [{in: body, name: b, schema: {type: object}}]\n"
        "  responses: {200: {description: ok, schema: {type: string}}}\n"
    )
    document = loaded(tmp_path, "paths: {/a: {$ref: a.yaml}}")
    assert document.root["paths"] == {"/a": {"$ref": "#/components/pathItems/a"}}
    assert document.at("#/components/pathItems/a/get") == {
        "operationId": "a",
        "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "string"}}}}},
    }
