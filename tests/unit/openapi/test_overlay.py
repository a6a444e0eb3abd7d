"""Overlays: what each action does, what it says when it does nothing, and where its parts come from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from sdkwright.openapi.document import Document, load
from sdkwright.problems import Problem, ProblemsError

BASE = """openapi: 3.1.0
info: {title: Old, version: '1'}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /a:
    get:
      operationId: a
      tags: [a, b]
      parameters:
      - {name: x, in: query, schema: {type: string}}
      - {name: y, in: query, schema: {type: string}}
      - {name: z, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
  /b:
    delete: {operationId: b, responses: {'200': {description: ok}}}
"""


def load_with(folder: Path, *actions: str, version: str = "1.1.0", base: str = BASE) -> Document:
    spec = folder / "spec.yaml"
    spec.write_text(base, encoding="utf-8")
    files: list[Path] = []
    for number, text in enumerate(actions):
        path = folder / f"{number}.overlay.yaml"
        path.write_text(f"overlay: {version}\ninfo: {{title: O, version: '1'}}\nactions:\n{text}", encoding="utf-8")
        files.append(path)
    return load(spec, overlays=files)


def refused(folder: Path, action: str, **options: Any) -> Problem:
    with pytest.raises(ProblemsError) as caught:
        load_with(folder, action, **options)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("action", "pointer", "result"),
    [
        ("- {target: $.info, update: {title: New, x-a: {b: 1}}}", "#/info", "{title: New, version: '1', x-a: {b: 1}}"),
        ("- {target: $.info.title, update: New}", "#/info", "{title: New, version: '1'}"),
        ("- {target: $, update: {info: {title: New}, tags: }}", "#/info", "{title: New, version: '1'}"),
        ("- {target: $.tags, update: {name: d}}", "#/tags", "[{name: a}, {name: b}, {name: c}, {name: d}]"),
        (
            "- {target: $.tags, update: [{name: d}, {name: e}]}",
            "#/tags",
            "[{name: a}, {name: b}, {name: c}, {name: d}, {name: e}]",
        ),
        ("- {target: \"$.paths['/a'].get\", update: {tags: [c]}}", "#/paths/~1a/get/tags", "[a, b, c]"),
        ("- {target: \"$.tags[?@.name == 'b']\", remove: true}", "#/tags", "[{name: a}, {name: c}]"),
        ("- {target: '$.tags[0,2]', remove: true}", "#/tags", "[{name: b}]"),
        ("- {target: '$.paths.*.get.tags[?@ == \"a\"]', remove: true}", "#/paths/~1a/get/tags", "[b]"),
        (
            "- {target: $.info.version, remove: true, update: x}\n- {target: $.info, update: {version: '2'}}",
            "#/info",
            "{title: Old, version: '2'}",
        ),
        ("- {target: $..description, update: fine}", "#/paths/~1b/delete/responses/200", "{description: fine}"),
        (
            "- {target: \"$.paths['/b']\", copy: \"$.paths['/a']\"}\n"
            "- {target: \"$.paths['/b'].get.operationId\", update: c}",
            "#/paths/~1b/get/operationId",
            "c",
        ),
    ],
)
def test_what_an_action_does(tmp_path: Path, action: str, pointer: str, result: str) -> None:
    document = load_with(tmp_path, action + "\n")
    assert document.at(pointer) == yaml.safe_load(result)
    assert document.problems == ()


def test_a_copy_is_independent_of_what_it_copies(tmp_path: Path) -> None:
    document = load_with(
        tmp_path,
        "- {target: $.paths, update: {/c: {}}}\n"
        "- {target: \"$.paths['/c']\", copy: \"$.paths['/a']\"}\n"
        "- {target: \"$.paths['/a']\", remove: true}\n"
        "- {target: \"$.paths['/c'].get\", update: {operationId: moved}}\n",
    )
    paths = document.root["paths"]
    assert isinstance(paths, dict)
    assert list(paths) == ["/b", "/c"]
    assert document.at("#/paths/~1c/get/operationId") == "moved"


def test_overlays_are_applied_in_order(tmp_path: Path) -> None:
    document = load_with(
        tmp_path, "- {target: $.info, update: {title: One}}\n", "- {target: $.info, update: {title: Two}}\n"
    )
    assert document.at("#/info/title") == "Two"
    assert document.position("#/info/title").file.endswith("1.overlay.yaml")


def test_errors_point_to_who_wrote_the_part(tmp_path: Path) -> None:
    document = load_with(
        tmp_path,
        "- target: \"$.paths['/a'].get.parameters[0]\"\n  remove: true\n"
        "- target: $.paths.*.get.parameters\n  update:\n    name: w\n    in: hedder\n    schema: {type: string}\n",
        base=BASE.replace("z, in: query", "z, in: queri"),
    )
    found = [problem for problem in document.problems if problem.code == "parameter-location"]
    assert [(Path(each.position.file).name, each.position.line) for each in found if each.position] == [
        ("0.overlay.yaml", 9),
        ("spec.yaml", 12),
    ]


def test_a_target_that_matches_nothing_is_a_warning_at_its_place(tmp_path: Path) -> None:
    document = load_with(tmp_path, "- target: $.paths['/nope']\n  remove: true\n")
    (problem,) = document.problems
    assert (problem.severity, problem.code) == ("warning", "overlay-no-match")
    assert problem.position is not None
    assert (problem.position.line, problem.position.column) == (4, 3)
    assert document.at("#/info/title") == "Old"


@pytest.mark.parametrize(
    "action",
    [
        "- {target: '$.paths[', remove: true}",
        "- {target: paths, remove: true}",
        "- {target: '$.paths ', remove: true}",
        "- {target: $, remove: true}",
        "- {target: 5, remove: true}",
        "- {update: {}}",
        "- {target: $.info, update: text}",
        "- {target: $.info.title, update: {a: b}}",
        "- {target: $.info, update: {title: {a: b}}}",
        "- {target: $.paths, update: {/a: [get]}}",
        "- {target: $.info, copy: $.tags.*}",
        "- {target: $.info, copy: $.nothing}",
        "- remove",
        "  a: b",
    ],
)
def test_what_is_refused(tmp_path: Path, action: str) -> None:
    problem = refused(tmp_path, action + "\n")
    assert problem.code in ("overlay", "jsonpath")
    assert problem.position is not None
    assert problem.position.line >= 3
    assert problem.position.file.endswith(".overlay.yaml")


@pytest.mark.parametrize("version", ["1.0", "1.0.0", "1.1.0", "1.1.3", "'1.1.0'"])
def test_versions_that_are_read(tmp_path: Path, version: str) -> None:
    assert load_with(tmp_path, "- {target: $.info, update: {title: N}}\n", version=version).at("#/info/title") == "N"


@pytest.mark.parametrize("version", ["2.0.0", "1.2.0", "1", "[]"])
def test_versions_that_are_not_read(tmp_path: Path, version: str) -> None:
    assert refused(tmp_path, "- {target: $, update: {}}\n", version=version).code == "overlay"


def test_an_overlay_cannot_blow_the_document_up(tmp_path: Path) -> None:
    doubling = "- {target: $.info, copy: $}\n" * 40
    assert refused(tmp_path, doubling).code in ("too-large", "jsonpath", "overlay")


def test_the_document_may_repeat_parts_through_aliases(tmp_path: Path) -> None:
    base = BASE.replace("delete: {", "delete: &d {") + "  /c: {delete: *d}\n"
    document = load_with(tmp_path, "- {target: \"$.paths['/c'].delete\", update: {operationId: c}}\n", base=base)
    assert document.at("#/paths/~1b/delete/operationId") == "b"
    assert document.at("#/paths/~1c/delete/operationId") == "c"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("''", "it is empty"),
        ("'   '", "it is empty"),
        ("\"$..[?search(@, '(')]\"", "no regular expression: a group is not closed"),
        (f"'${'..[*,*,*,*,*,*,*,*]' * 5}'", "it takes more than"),
    ],
)
def test_a_target_that_cannot_be_followed_is_said_with_its_place(tmp_path: Path, target: str, said: str) -> None:
    problem = refused(tmp_path, f"- {{target: {target}, remove: true}}")
    assert said in problem.message
    assert problem.position is not None
    assert (problem.code, problem.position.line) == ("jsonpath", 4)


def test_an_expression_that_others_would_never_end_ends(tmp_path: Path) -> None:
    base = BASE.replace("title: Old", f"title: T, x-a: '{'a' * 60}!', x-b: '{'a' * 60}'")
    action = "- {{target: \"$.info[?search(@, '{}')]\", remove: true}}\n"
    document = load_with(tmp_path, action.format("(a+)+$") + action.format("^(a|a)*!"), base=base)
    assert document.root["info"] == {"title": "T", "version": "1"}
