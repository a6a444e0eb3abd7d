"""Each folder of `cases/` is one idea: a document, and what the generator makes of it.

A folder holds the document (`spec.yaml` or `spec.json`), perhaps options (`gen.yaml`), and `expected/`.  `shows.txt`
lists patterns of paths, one a line: of the files that the generator makes, those that match are compared whole, and
there are no others.  Without it every page of the docs is compared.  `make cases` rewrites `expected/`.
"""

from __future__ import annotations

import os
import shutil
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from generator.pipeline import Inputs, build, load_inputs, validated
from generator.stages import Stages

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())
REWRITE = bool(os.environ.get("SDKWRIGHT_REWRITE_CASES"))
PAGES = ("docs/*",)


def generated(case: Path) -> dict[str, str]:
    """The files of a case that are compared."""
    spec = next(path for path in (case / "spec.yaml", case / "spec.json") if path.exists())
    options = case / "gen.yaml"
    inputs = Inputs(spec, case / "nowhere", config=options if options.exists() else None)
    built = build(validated(load_inputs(inputs, Stages()), Stages()), Stages())
    shows = case / "shows.txt"
    patterns = shows.read_text("utf-8").split() if shows.exists() else PAGES
    return {
        path: content.decode("utf-8")
        for path, content in built.tree.files.items()
        if any(fnmatchcase(path, pattern) for pattern in patterns)
    }


@pytest.mark.cases
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    made = generated(case)
    expected = case / "expected"
    if REWRITE:
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in made.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, encoding="utf-8", newline="\n")
    files = [path for path in expected.rglob("*") if path.is_file()]
    assert made == {path.relative_to(expected).as_posix(): path.read_text("utf-8") for path in files}
    assert made, "a case that shows nothing proves nothing"
