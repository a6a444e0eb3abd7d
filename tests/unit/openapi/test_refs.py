"""References: followed where the grammar allows one, over files, into one document; nothing else is ever opened."""

from __future__ import annotations

import builtins
import io
from pathlib import Path
from typing import Any

import pytest
from sdkwright.openapi.checks.validate import validate
from sdkwright.openapi.document import Document, load
from sdkwright.problems import Problem, ProblemsError

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / next(iter(files))


def loaded(folder: Path, files: dict[str, str], **options: Any) -> Document:
    return load(write(folder, files), **options)


def problems(folder: Path, files: dict[str, str], **options: Any) -> tuple[Problem, ...]:
    """What is said of the document, whether it is refused or read with less than is written."""
    try:
        return loaded(folder, files, **options).problems
    except ProblemsError as error:
        return error.problems


def with_schema(schema: str, components: str = "{}") -> str:
    return f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Top: {schema}\n    Pet: {{type: object}}\n" + (
        f"x-more: {components}\n"
    )


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("#/components/schemas/Pet", "#/components/schemas/Pet"),
        ("#/components/schemas/%50et", "#/components/schemas/Pet"),
        ("#/components/schemas/50%25", "#/components/schemas/50%"),
        ("#/components/schemas/a%20b", "#/components/schemas/a%20b"),
        ("#/components/schemas/a~1b~0c", "#/components/schemas/a~1b~0c"),
        ("#/components/schemas/a%7E1b~0c", "#/components/schemas/a~1b~0c"),
        ("#/components/schemas/Pet/properties/name", "#/components/schemas/Pet/properties/name"),
        ("#/components/schemas/Pet/$defs/Inner", "#/components/schemas/Pet/$defs/Inner"),
        ("#named", "#/components/schemas/Pet/$defs/Inner"),
        ("#/components/schemas/Pet/oneOf/1", "#/components/schemas/Pet/oneOf/1"),
        ("#/x-shared/Thing", "#/x-shared/Thing"),
        ("spec.yaml#/components/schemas/Pet", "#/components/schemas/Pet"),
        ("https://example.com/inner", "#/components/schemas/Pet/$defs/Inner"),
    ],
)
def test_every_spelling_becomes_a_local_pointer(tmp_path: Path, reference: str, target: str) -> None:
    document = loaded(
        tmp_path,
        {"spec.yaml": f"""{HEAD}paths: {{}}
x-shared: {{Thing: {{type: string, nullable: true}}}}
components:
  schemas:
    Top: {{$ref: '{reference}'}}
    Pet:
      properties: {{name: {{type: string}}}}
      oneOf: [{{type: object}}, {{type: object}}]
      $defs: {{Inner: {{$anchor: named, $id: 'https://example.com/inner', type: string}}}}
    a/b~c: {{type: string}}
    50%: {{type: string}}
    a%20b: {{type: string}}
"""},
    )
    assert document.at("#/components/schemas/Top") == {"$ref": target}
    assert isinstance(document.at(target), dict)
    assert "$id" not in str(document.root)


def test_files_become_one_document(tmp_path: Path) -> None:
    document = loaded(
        tmp_path,
        {
            "api/spec.yaml": f"""{HEAD}paths:
  /pets: {{$ref: paths/pets.yaml}}
components:
  schemas:
    Animal: {{$ref: 'schemas/all.json#/definitions/Animal'}}
    pet: {{type: string}}
""",
            "api/paths/pets.yaml": """get:
  operationId: listPets
  parameters: [{$ref: '../parameters.yaml#/limit'}]
  responses:
    '200':
      description: ok
      content:
        application/json:
          schema: {type: array, items: {$ref: ../schemas/pet.yaml}}
    default: {$ref: '../responses.yml'}
""",
            "api/parameters.yaml": "limit:\n  name: limit\n  in: query\n"
            "  schema: {$ref: 'schemas/all.json#/definitions/Limit'}\n",
            "api/responses.yml": "description: bad\ncontent:\n  application/json:\n"
            "    schema: {$ref: 'spec.yaml#/components/schemas/Animal'}\n",
            "api/schemas/pet.yaml": "allOf: [{$ref: 'all.json#/definitions/Animal'}]\n"
            "properties: {mother: {$ref: 'pet.yaml'}, all: {$ref: '#/properties/mother'}}\n",
            "api/schemas/all.json": '{"definitions": {"Animal": {"type": "object"}, "Limit": {"type": "integer"}}}',
        },
    )
    root = document.root
    assert root["paths"] == {"/pets": {"$ref": "#/components/pathItems/pets"}}
    components = root["components"]
    assert isinstance(components, dict)
    assert components["schemas"] == {
        "Animal": {"type": "object"},
        "pet": {"type": "string"},
        "Limit": {"type": "integer"},
        "pet_2": {
            "allOf": [{"$ref": "#/components/schemas/Animal"}],
            "properties": {
                "mother": {"$ref": "#/components/schemas/pet_2"},
                "all": {"$ref": "#/components/schemas/pet_2"},
            },
        },
    }
    assert components["parameters"] == {
        "limit": {"name": "limit", "in": "query", "schema": {"$ref": "#/components/schemas/Limit"}}
    }
    assert document.at("#/components/pathItems/pets/get/responses/200/content/application~1json/schema/items") == {
        "$ref": "#/components/schemas/pet_2"
    }
    assert document.at("#/components/responses/responses/content/application~1json/schema") == {
        "$ref": "#/components/schemas/Animal"
    }
    assert [problem.message for problem in validate(document) if problem.severity == "error"] == []


def test_positions_lead_to_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {
            "spec.yaml": with_schema("{$ref: parts/pet.yaml}"),
            "parts/pet.yaml": "type: object\nproperties:\n  name: {type: string}\n",
        },
    )
    document = load(path)
    found = document.position("#/components/schemas/Top/properties/name/type")
    assert (Path(found.file), found.line, found.column) == (tmp_path / "parts/pet.yaml", 3, 10)
    assert found.text == "  name: {type: string}"
    assert document.position("#/components/schemas/Top/properties/name!input").line == 3
    assert document.position("#/nothing/there").file == str(path)


def test_a_ref_is_data_where_no_reference_may_stand(tmp_path: Path) -> None:
    ref = "{$ref: 'http://127.0.0.1/x'}"
    schema = (
        f"{{default: {ref}, example: {ref}, examples: [{ref}], enum: [{ref}], const: {ref}, x-data: {ref},"
        f" properties: {{$ref: {{type: string}}}}}}"
    )
    document = loaded(tmp_path, {"spec.yaml": with_schema(schema)})
    assert document.at("#/components/schemas/Top/properties") == {"$ref": {"type": "string"}}


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("http://example.com/a.yaml", "remote-ref"),
        ("HTTPS://example.com/a.yaml", "remote-ref"),
        ("file:///etc/hostname", "remote-ref"),
        ("data:application/json,{}", "remote-ref"),
        ("jar:file:///a.jar!/b", "remote-ref"),
        ("C:/windows/win.ini", "remote-ref"),
        ("//host/a.yaml", "remote-ref"),
        (r"\\host\a.yaml", "remote-ref"),
        (r"..\a.yaml", "absolute-ref"),
        ("/etc/hostname", "absolute-ref"),
        ("../outside.yaml", "ref-outside"),
        ("%2e%2e/outside.yaml", "ref-outside"),
        ("link.yaml", "ref-outside"),
        ("linked/outside.yaml", "ref-outside"),
        ("nothing.yaml", "dangling-ref"),
        ("n" * 6000, "dangling-ref"),
        ("n/" * 3000, "dangling-ref"),
        ("folder", "dangling-ref"),
        ("#/components/schemas/Nope", "dangling-ref"),
        ("#/components/schemas/~2", "bad-pointer"),
        ("#/x-more/-1", "dangling-ref"),
        ("#/x-more/01", "dangling-ref"),
        ("#/x-more/99999999999999999999", "dangling-ref"),
        ("#nope", "dangling-ref"),
        ("#", "ref-kind"),
        ("", "ref-kind"),
        ("#/info/title", "ref-kind"),
        ("#/components/schemas", "dangling-ref"),
    ],
)
def test_what_is_not_followed(tmp_path: Path, reference: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outside.yaml").write_text("type: string\n")
    folder = tmp_path / "api"
    (folder / "folder").mkdir(parents=True)
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "linked").symlink_to(tmp_path)
    opened: list[str] = []
    real = io.open

    def watched(file: Any, *rest: Any, **named: Any) -> Any:
        opened.append(str(file))
        return real(file, *rest, **named)

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(io, "open", watched)
    escaped = reference.replace("'", "''")
    if code == "dangling-ref" and reference == "#/components/schemas":
        assert loaded(folder, {"spec.yaml": with_schema(f"{{$ref: '{escaped}'}}", "[1]")})
        return
    found = problems(folder, {"spec.yaml": with_schema(f"{{$ref: '{escaped}'}}", "[1]")})
    assert [problem.code for problem in found] == [code]
    assert found[0].position is not None
    assert (found[0].position.line, found[0].position.column) == (6, 11)
    assert not any(Path(each).name == "outside.yaml" for each in opened)


def test_the_root_of_references_can_be_widened(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text("type: string\n")
    files = {"spec.yaml": with_schema("{$ref: ../shared.yaml}")}
    assert problems(tmp_path / "api", files)[0].code == "ref-outside"
    document = loaded(tmp_path / "api", files, ref_root=tmp_path)
    assert document.at("#/components/schemas/Top") == {"type": "string"}


def test_the_refusal_says_the_root_that_all_references_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest folder of all that was refused, as it is typed here; never the whole machine or behind a link."""
    monkeypatch.chdir(tmp_path)
    top = "{properties: {a: {$ref: ../one.yaml}, b: {$ref: ../../two.yaml#/x}, c: {$ref: ../one.yaml}}}"
    found = problems(tmp_path / "more/api", {"spec.yaml": with_schema(top)})
    assert [problem.code for problem in found] == ["ref-outside", "ref-outside"]
    assert {problem.remedy for problem in found} == {"With `--ref-root .` the document may have files there."}
    away = "../" * 40 + "etc/passwd"
    found = problems(tmp_path / "other", {"spec.yaml": with_schema(f"{{properties: {{a: {{$ref: {away}}}}}}}")})
    assert "--ref-root" in found[0].remedy
    assert "With" not in found[0].remedy
    (tmp_path / "away").mkdir()
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked/link").symlink_to(tmp_path / "away")
    found = problems(tmp_path / "linked", {"spec.yaml": with_schema("{$ref: link/a.yaml}")})
    assert "With" not in found[0].remedy


@pytest.mark.parametrize(
    ("reference", "left_out"),
    [
        ("paths: {/a: {get: {$ref: no.yaml}, post: {}}}", "operation GET /a"),
        ("paths: {/a: {get: {responses: {$ref: no.yaml}}}}", "reference no.yaml"),
        ("paths: {/a: {get: {responses: {'200': {description: '', content: {$ref: no.yaml}}}}}}", "reference no.yaml"),
        ("paths: {/a: {get: {parameters: {$ref: no.yaml}}}}", "keyword parameters"),
        ("paths: {/a: {get: {parameters: {$ref: '#/info'}}}}", "keyword parameters"),
        ("paths: {/a: {get: {tags: [a]}}}\ncomponents: {schemas: {$ref: no.yaml}}", "reference no.yaml"),
        ("paths: {/a: {get: {}}}\ncomponents: {schemas: {A: {properties: {$ref: no.yaml}}}}", "reference no.yaml"),
        ("paths: {/a: {get: {}}}\ncomponents: {schemas: {A: {properties: {$ref: '#/x-a'}}}}\nx-a: {$ref: '#/x-a'}", ""),
        ("paths: {/a: {post: {}, get: {callbacks: {c: {u: {get: {$ref: '#/paths/~1a/get'}}}}}}}", ""),
    ],
)
def test_a_reference_without_a_place_costs_its_own_part(tmp_path: Path, reference: str, left_out: str) -> None:
    document = loaded(tmp_path, {"spec.yaml": HEAD + reference})
    said = [each.left_out for each in document.problems if each.left_out is not None]
    assert len(said) == 1
    assert said[0] is not None
    assert left_out in ("", f"{said[0].kind} {said[0].name}")
    assert "$ref" not in str([document.at("#/paths"), document.root.get("components")])


def test_an_example_that_leads_nowhere_is_an_example(tmp_path: Path) -> None:
    schema = "{example: {$ref: '#/components/schemas/Pet'}, properties: {a: {example: {$ref: no.json}}}}"
    document = loaded(tmp_path, {"spec.yaml": with_schema(schema)})
    assert document.at("#/components/schemas/Top") == {
        "properties": {"a": {"examples": [{"$ref": "no.json"}]}},
        "examples": [{"$ref": "#/components/schemas/Pet"}],
    }
    assert not document.problems


def test_each_place_of_a_fault_takes_any_value(tmp_path: Path) -> None:
    schema = "{properties: {a: {$ref: '#/x'}, b: {$ref: '#/x', description: B}, c: {type: string}}}"
    document = loaded(tmp_path, {"spec.yaml": with_schema(schema)})
    assert [(problem.code, str(problem.left_out)) for problem in document.problems] == [
        ("dangling-ref", 'the reference "#/x"')
    ] * 2
    properties = {"a": {}, "b": {"description": "B"}, "c": {"type": "string"}}
    assert document.at("#/components/schemas/Top") == {"properties": properties}


def test_overlapping_parts_of_other_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = ", ".join(f"p{n}: {{type: string}}" for n in range(3000))
    deep = "{properties: {" + wide + ", n: {}}}"
    for _ in range(100):
        deep = "{properties: {n: " + deep + "}}"
    names = ["/properties/n" * depth for depth in range(100)]
    several = "{anyOf: [" + ", ".join(f"{{$ref: 'x.yaml#{name}'}}" for name in names * 5) + "]}"
    monkeypatch.setattr("sdkwright.openapi.references.bundle.MAX_NODES", 100_000)
    found = problems(tmp_path, {"spec.yaml": with_schema(several), "x.yaml": deep})
    assert {problem.code for problem in found} == {"too-many-nodes"}


def test_the_nearest_name_is_suggested(tmp_path: Path) -> None:
    found = problems(tmp_path, {"spec.yaml": with_schema("{$ref: '#/components/schemas/Pett'}")})
    assert found[0].remedy == 'Did you mean "Pet"?'


def test_recursion_through_values_is_legal(tmp_path: Path) -> None:
    document = loaded(
        tmp_path,
        {
            "spec.yaml": with_schema(
                "{properties: {a: {$ref: '#/components/schemas/Top'}}, items: {$ref: '#/components/schemas/Top'},"
                " additionalProperties: {$ref: '#/components/schemas/Top'}, oneOf: [{type: 'null'},"
                " {properties: {b: {$ref: '#/components/schemas/Top'}}}]}"
            )
        },
    )
    assert not document.problems


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        ("{$ref: '#/components/schemas/Top'}", "ref-cycle"),
        ("{allOf: [{$ref: '#/components/schemas/Top'}]}", "allof-cycle"),
        ("{allOf: [{allOf: [{$ref: '#/components/schemas/Top'}]}]}", "allof-cycle"),
    ],
)
def test_circles_that_say_nothing_are_broken(tmp_path: Path, schema: str, code: str) -> None:
    document = loaded(tmp_path, {"spec.yaml": with_schema(schema)})
    assert [(problem.code, str(problem.left_out)) for problem in document.problems] == [
        (code, 'the reference "#/components/schemas/Top"')
    ]


def test_files_that_only_refer_to_each_other(tmp_path: Path) -> None:
    files = {"spec.yaml": with_schema("{$ref: a.yaml}"), "a.yaml": "$ref: b.yaml\n", "b.yaml": "$ref: a.yaml\n"}
    assert problems(tmp_path, files)[0].code == "ref-cycle"


def test_many_doublings_take_no_time(tmp_path: Path) -> None:
    levels = "".join(
        f"    L{n}: {{allOf: [{{$ref: '#/components/schemas/L{n - 1}'}}, {{$ref: '#/components/schemas/L{n - 1}'}}]}}\n"
        for n in range(1, 200)
    )
    text = f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    L0: {{type: object}}\n{levels}"
    document = loaded(tmp_path, {"spec.yaml": text})
    assert not [problem for problem in validate(document) if problem.severity == "error"]


def test_a_dynamic_reference_that_leads_nowhere_takes_any_value(tmp_path: Path) -> None:
    document = loaded(tmp_path, {"spec.yaml": with_schema("{$dynamicRef: '#nothing'}")})
    assert document.at("#/components/schemas/Top") == {}
    assert [problem.code for problem in document.problems] == ["dangling-ref"]


def test_a_request_body_that_leads_nowhere_is_any_json(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a:\n    post:\n      requestBody: {{$ref: '#/components/requestBodies/A'}}\n"
    document = loaded(tmp_path, {"spec.yaml": text})
    assert document.at("#/paths/~1a/post/requestBody") == {"content": {"application/json": {}}}
    assert [(problem.severity, problem.code) for problem in document.problems] == [("warning", "dangling-ref")]


def test_a_mapping_of_a_discriminator_names_schemas_or_files(tmp_path: Path) -> None:
    document = loaded(
        tmp_path,
        {
            "spec.yaml": with_schema(
                "{discriminator: {propertyName: k, mapping: {a: Pet, b: '#/components/schemas/Pet', c: cat.yaml,"
                " d: 'http://example.com/d', e: Nope}}, oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: cat.yaml}]}"
            ),
            "cat.yaml": "type: object\n",
        },
    )
    assert document.at("#/components/schemas/Top/discriminator/mapping") == {
        "a": "#/components/schemas/Pet",
        "b": "#/components/schemas/Pet",
        "c": "#/components/schemas/cat",
    }
    assert [problem.code for problem in document.problems] == ["discriminator-mapping"] * 2
