"""Each folder of `references/` is one place where people write a `$ref`: `spec.yaml` and what it refers to.

`twin.yaml` says the same in one file, as a bundling program would write it: the SDKs must be the same, and neither of
the two may be told of anything.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.inputs import Inputs
from sdkwright.pipeline import build, load_inputs, validated
from sdkwright.stages import Stages

CASES = sorted(path for path in (Path(__file__).parent / "references").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_several_files_make_what_one_makes(case: Path, tmp_path: Path) -> None:
    assert made(case / "spec.yaml", tmp_path) == made(case / "twin.yaml", tmp_path)


def made(document: Path, out: Path) -> dict[str, bytes]:
    """All files of the SDK of a document of which nothing is to be told."""
    stages = Stages()
    built = build(validated(load_inputs(Inputs(document, out), stages), stages), stages)
    assert [problem.message for problem in built.problems] == []
    return dict(built.tree.files)
