"""`docs/releasing.md`, walked through: each of its commands, in its order, on a maintainer's machine."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from loopback_index import Index
from markdown_it import MarkdownIt

from .maintainer import DOCUMENT, ROOT, maintainer

pytestmark = pytest.mark.slow
PAGE = ROOT / "docs" / "releasing.md"
CHANGED = DOCUMENT.replace(", age: {type: integer}", ", keeper: {type: string}")
FETCHING = '#!/bin/sh\n# Stands for the program of this name: the document is on this machine.\ncp "{document}" "$4"\n'
LONGEST = 300
"""Seconds of processor time: five minutes of commands, however busy the machine is."""


def worked() -> float:
    """The processor time of all programs that were started and have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def commands() -> list[str]:
    """The blocks of the page that are typed into a shell."""
    tokens = MarkdownIt().parse(PAGE.read_text("utf-8"))
    return [token.content for token in tokens if token.type == "fence" and token.info == "bash"]


def test_the_page_leads_from_a_document_to_a_release(tmp_path: Path, index: Index) -> None:
    owner = maintainer(tmp_path, index)
    (owner.folder / "openapi.yaml").write_text(DOCUMENT)
    (tmp_path / "changed.yaml").write_text(CHANGED)
    curl = tmp_path / "bin" / "curl"
    curl.write_text(FETCHING.format(document=tmp_path / "changed.yaml"))
    curl.chmod(0o755)
    blocks, said = commands(), dict[str, str]()
    begun = worked()
    for block in blocks:
        said[block] = owner.run("bash", "-euo", "pipefail", "-c", block)
    assert index.files() == [
        f"zoological_garden-{version}{ending}"
        for version in ("0.1.0", "0.2.0")
        for ending in ("-py3-none-any.whl", ".tar.gz")
    ]
    assert sorted(path.name for path in (owner.folder / "dist").iterdir()) == index.files()[2:]
    assert "Breaking: 1" in next(text for block, text in said.items() if "sdkwright diff" in block)
    assert worked() - begun < LONGEST
    program = (
        "import zoological_garden as zoo; print(zoo.ZoologicalGarden.__name__, 'age' in zoo.models.Animal.model_fields)"
    )
    assert owner.run("python", "-I", "-c", program).split() == ["ZoologicalGarden", "False"]
    assert owner.run("git", "status", "--porcelain").split() == ["??", "dist/"]
    for block in blocks:
        printed = said.get(block, "")
        if "sdkwright release" in block:
            following = [line.strip() for line in printed.splitlines() if line.strip().startswith("git ")]
            typed = [line.replace("--quiet ", "") for other in blocks for line in other.splitlines()]
            assert following
            assert set(following) <= set(typed), "the page has what `release` prints"
