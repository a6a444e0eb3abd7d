"""One document and the steps of its life: after each, what the report, the notes and the version say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from sdkwright.changes.changelog import with_entry, with_release
from sdkwright.changes.compare import compare
from sdkwright.changes.report import markdown, placed, text_lines
from sdkwright.changes.sections import release_entry, sections
from sdkwright.changes.version import next_version

from tests.unit.changes.surfaces import Maker

HISTORY = Path(__file__).parent / "history"
FIRST = "1.0.0"
DAY, UNRELEASED = "2026-01-02", "## [Unreleased]\n"
BASED_ON = ["the document `openapi.yaml`, version `1.0.0`"]
OPTIONS = """\
generation: {sdkClassName: Garden}
python: {packageName: garden-sdk, version: 1.0.0}
"""


def story(folder: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """What is said after each step, each with the names that the steps before have published."""
    maker, version, ledger = Maker(folder), FIRST, None
    surfaces = []
    for step in sorted(HISTORY.iterdir()):
        surface, ledger = maker.make((step / "openapi.yaml").read_text(encoding="utf-8"), OPTIONS, ledger)
        surfaces.append((step, surface))
    for (_, old), (step, new) in pairwise(surfaces):
        changes = placed(compare(old, new), {}, {})
        version = next_version(version, changes)
        yield (
            step,
            {
                "report.txt": "\n".join([*text_lines(changes), ""]),
                "notes.md": markdown(changes, "garden", "garden_sdk"),
                "version.txt": f"{version}\n",
                "changelog.md": with_entry(UNRELEASED, version, DAY, sections(changes)),
                "releases.md": with_release("", release_entry(f"{version} - {DAY}", new.package, BASED_ON, changes)),
            },
        )


@pytest.mark.cases
def test_every_step_says_what_it_is(tmp_path: Path) -> None:
    steps = list(story(tmp_path))
    assert len(steps) >= 25
    for step, said in steps:
        for name, text in said.items():
            if os.environ.get("SDKWRIGHT_REWRITE_CASES"):
                (step / name).write_text(text, encoding="utf-8")
            assert (step / name).read_text(encoding="utf-8") == text, f"{step.name}/{name}"
