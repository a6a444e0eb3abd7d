"""The reader's docs of every case: links and anchors lead to one place, code is code, JSON is of its schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from sdkwright.docs.pages import pages
from sdkwright.docs.reader.where.places import LLMS, LLMS_FULL
from sdkwright.frozen import replace
from sdkwright.names import Names
from sdkwright.openapi.document import Document
from sdkwright.options.model import DocsStyle
from sdkwright.pipeline import analyse, named, planned
from sdkwright.stages import Stages
from sdkwright.text.escape import raw
from sdkwright.text.kinds import Code
from sdkwright.view.models import Folder
from sdkwright.view.package import Sdk

from scripts.docscheck.check import checked
from scripts.docscheck.pages import Page
from tests.casework.folders import CASES, Case
from tests.unit.docs_views import page_texts

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@dataclass(frozen=True)
class Read:
    """A case, for docs in the reader's style."""

    document: Document
    names: Names
    sdk: Sdk

    def pages(self) -> dict[str, Page]:
        """All pages by their paths, but for the file that repeats them."""
        return {path: Page(path, text) for path, text in self.texts().items() if path != LLMS_FULL}

    def texts(self) -> dict[str, str]:
        """All that is written."""
        return page_texts(pages(self.sdk))


@pytest.fixture
def read(case: Case, monkeypatch: pytest.MonkeyPatch) -> Read:
    """What the generator makes of the case."""
    monkeypatch.chdir(case.folder)
    loaded = case.load(case.spec)
    config = replace(loaded.options.config, docs_style=DocsStyle.READER)
    loaded = replace(loaded, options=replace(loaded.options, config=config))
    api, _ = analyse(loaded, Stages())
    names = named(api, loaded, Stages())
    return Read(loaded.document, names, planned(api, names, loaded, Stages()))


@each_case
def test_pages(case: Case, read: Read) -> None:
    made = read.pages()
    counts = checked(made, {*made, LLMS_FULL, *map(raw, read.sdk.project.history)}, "docs/README.md")
    assert {kind: count.failed for kind, count in counts.items() if count.failed} == {}
    assert counts["links"].tried > 0


@each_case
def test_llms(case: Case, read: Read) -> None:
    """A title, a summary and sections of links, as llmstxt.org has it; and every page of the reference in one file."""
    texts = read.texts()
    head, summary, *_ = (line for line in texts[LLMS].splitlines() if line)
    assert head.startswith("# ")
    assert summary.startswith("> ")
    sections = re.split(r"(?m)^## ", texts[LLMS])[-4:]
    listed = [line for section in sections for line in section.splitlines()[1:] if line.startswith("- ")]
    assert all(re.match(r"- \[[^]]+\]\([^)]+\)", line) for line in listed)
    whole = texts[LLMS_FULL]
    parts = re.findall(r"(?m)^Page: (.+)$", whole)
    own = {"README.md", "USAGE.md", "AGENTS.md", "MIGRATION.md"}
    own |= {f"docs/{name}.md" for name in ("README", "api", "models", "httpmetadata")}
    assert set(parts) >= {path for path in texts if path.endswith(".md")} - own
    for path in texts.keys() & set(parts):
        assert f"Page: {path}\n\n{texts[path].strip()}\n" in whole


def _validator(document: Document, id: str) -> Draft202012Validator:
    """What judges values of the schema at `id`."""
    root: Any = json.loads(json.dumps(document.root))
    registry: Registry[Any] = Registry().with_resource("urn:document", DRAFT202012.create_resource(root))
    return Draft202012Validator({"$ref": f"urn:document{id}"}, registry=registry)


@each_case
def test_json_of_components(case: Case, read: Read) -> None:
    assert read.sdk.reference is not None
    for id, page in read.names.pages.items():
        facts = read.sdk.reference.models.get((Folder.of(read.names.folders[id]), Code(page)))
        if facts is not None and facts.is_component and facts.json is not None and "!" not in id:
            assert _errors(read.document, id, json.loads(facts.json.raw)) == [], id


def _errors(document: Document, id: str, value: Any) -> list[Any]:
    """What the judge has against a value."""
    try:
        return list(_validator(document, id).iter_errors(value))
    except (
        RecursionError
    ):  # A parent that is one of its children, each of them all of the parent: no judge comes to an end.
        return []
