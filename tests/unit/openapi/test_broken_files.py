"""A file that cannot be read costs what refers to it; the document itself, and what is too much, cost everything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sdkwright.openapi.document import load
from sdkwright.openapi.pointer import step_all
from sdkwright.problems import ProblemsError

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
GOOD = "Pet: {type: object}\n"
BROKEN = "Pet: {type: object\n  name: [\n"
DOCUMENT = f"""{HEAD}paths:
  /bad:
    get: {{responses: {{'200': {{description: '', content: {{a/b: {{schema: {{$ref: 'bad.yaml#/Pet'}}}}}}}}}}}}
  /good:
    get: {{responses: {{'200': {{description: '', content: {{a/b: {{schema: {{$ref: 'good.yaml#/Pet'}}}}}}}}}}}}
components:
  schemas:
    Bad: {{$ref: bad.yaml}}
    Good: {{type: object, properties: {{a: {{$ref: 'good.yaml#/Pet'}}, b: {{$ref: 'bad.yaml#/Pet'}}}}}}
"""


def read(folder: Path, document: str, bad: str | bytes = BROKEN) -> Any:
    (folder / "spec.yaml").write_text(document)
    (folder / "good.yaml").write_text(GOOD)
    (folder / "bad.yaml").write_bytes(bad if isinstance(bad, bytes) else bad.encode())
    return load(folder / "spec.yaml")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (BROKEN, "bad.yaml:1:6: What is opened with {"),
        ("Pet: 1\nPet: 2\n", 'bad.yaml:2:1: "Pet" stands twice'),
        (b"Pet: \xff\n", "bad.yaml"),
        ("", "bad.yaml"),
    ],
)
def test_what_refers_to_it_is_left_out_and_the_rest_stays(tmp_path: Path, bad: str | bytes, said: str) -> None:
    document = read(tmp_path, DOCUMENT, bad)
    assert {problem.code for problem in document.problems} == {"broken-file"}
    assert len(document.problems) == 3
    assert all(
        problem.left_out is not None and said.partition(":")[0] in problem.message for problem in document.problems
    )
    schemas = document.root["components"]["schemas"]
    assert step_all(schemas, ("Good", "properties", "a")) == {"$ref": "#/components/schemas/Pet"}
    assert schemas["Pet"] == {"type": "object"}
    assert step_all(document.root, ("paths", "/good", "get")) is not None


def test_a_section_in_it_is_left_out(tmp_path: Path) -> None:
    document = read(tmp_path, f"{HEAD}paths: {{}}\ncomponents:\n  schemas: {{$ref: bad.yaml}}\n  responses: {{}}\n")
    assert [problem.code for problem in document.problems if problem.severity == "warning"][:1] == ["broken-file"]


@pytest.mark.parametrize("bad", ["[" * 5000 + "]" * 5000, "{a: " * 5000 + "}" * 5000])
def test_what_is_more_than_may_be_read_ends_the_run(tmp_path: Path, bad: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        read(tmp_path, DOCUMENT, bad)
    assert [problem.code for problem in caught.value.problems if problem.severity == "error"] == ["too-deep"]


def test_the_document_itself_must_be_read(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="What is opened"):
        read(tmp_path, BROKEN)


@pytest.mark.parametrize("bad", [BROKEN, b"\xff"])
def test_whoever_asks_what_was_read_hears_of_it(tmp_path: Path, bad: str | bytes) -> None:
    """A mended file is a change, also for a run that looks whether there is anything to do."""
    positions = read(tmp_path, DOCUMENT, bad).positions
    names = [source.path.name for source in positions.sources] + [path.name for path in positions.missing]
    assert sorted(names) == ["bad.yaml", "good.yaml", "spec.yaml"]
